#include "app/pekerjaan.h"

#include "app/tata.h"

static const char ANTRE[] = "antre", JALAN[] = "jalan", SELESAI[] = "selesai", GAGAL[] = "gagal";

/* ---- whoever asks ---- */

static Err needs_user(const Konteks *k, ErrInfo *info)
{
	return k->masuk && k->peran != PERAN_PUBLIK ? ERR_OK : err_set(info, ERR_DENIED, teks(k->bahasa, "this needs a person who is signed in"), NULL);
}

static bool open_still(const BarisPekerjaan *row)
{
	return str_equal(row->keadaan, ANTRE) || str_equal(row->keadaan, JALAN);
}

static Err room_for_one(Konteks *k, ErrInfo *info)
{
	BarisPekerjaan *rows;
	size_t n, open = 0;
	Err err = store_list_pekerjaan(k->store, k->arena, k->pemda.pemda, k->pengguna.pengguna, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++)
		open += open_still(&rows[i]);
	if (!err && open >= PEKERJAAN_TERBUKA)
		return err_set(info, ERR_LIMIT, str_format(k->arena, teks(k->bahasa, "%zu of your jobs are still at work"), open), teks(k->bahasa, "wait until one is done"));
	return err;
}

Err pekerjaan_buat(Konteks *k, const char *jenis, const char *judul, int64_t *id, ErrInfo *info)
{
	Err err = needs_user(k, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	const BarisPekerjaan row = {.pengguna = k->pengguna.pengguna, .jenis = jenis, .judul = tata_line(k->arena, judul), .keadaan = ANTRE, .pesan = "", .dibuat = k->mesin,
	                            .hasil_nama = "", .hasil_jenis = "", .kedaluwarsa = k->mesin + PEKERJAAN_UMUR};
	err = room_for_one(k, info);
	if (!err)
		err = store_add_pekerjaan(k->store, row, id, info);
	if (!err)
		err = store_drop_pekerjaan_lama(k->store, k->pemda.pemda, k->mesin, info);
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

Err pekerjaan_daftar(Konteks *k, BarisPekerjaan **out, size_t *n, ErrInfo *info)
{
	*n = 0;
	Err err = needs_user(k, info);
	return err ? err : store_list_pekerjaan(k->store, k->arena, k->pemda.pemda, k->pengguna.pengguna, out, n, info);
}

Err pekerjaan_ambil(Konteks *k, int64_t id, BarisPekerjaan *out, BarisPekerjaanHasil *hasil, ErrInfo *info)
{
	bool found;
	Err err = needs_user(k, info);
	if (!err)
		err = store_get_pekerjaan(k->store, k->arena, k->pemda.pemda, id, out, &found, info);
	if (!err && (!found || !str_equal(out->pengguna, k->pengguna.pengguna)))
		err = err_set(info, ERR_ABSENT, teks(k->bahasa, "there is no such job"), NULL);
	if (err || !hasil)
		return err;
	err = store_get_pekerjaan_hasil(k->store, k->arena, k->pemda.pemda, id, hasil, &found, info);
	return !err && !found ? err_set(info, ERR_ABSENT, teks(k->bahasa, "the job has no result"), NULL) : err;
}

/* ---- whoever does it ---- */

/* What changes in the row of a job; NULL and -1: stays. */
typedef struct {
	const char *keadaan, *pesan;
	int64_t kemajuan;
	const char *hasil_nama, *hasil_jenis;
	const void *bytes;
	size_t n;
} Ubah;

static void row_change(BarisPekerjaan *row, const Ubah *u, Saat now)
{
	if (u->keadaan) {
		row->keadaan = u->keadaan;
		*(str_equal(u->keadaan, JALAN) ? &row->mulai : &row->selesai) = now;
	}
	row->pesan = u->pesan ? u->pesan : row->pesan;
	row->kemajuan = u->kemajuan >= 0 ? u->kemajuan : row->kemajuan;
	row->hasil_nama = u->hasil_nama ? u->hasil_nama : row->hasil_nama;
	row->hasil_jenis = u->hasil_jenis ? u->hasil_jenis : row->hasil_jenis;
}

static Err row_write(Store *store, Arena *arena, const PekerjaanJalan *p, const Ubah *u, Saat now, ErrInfo *info)
{
	BarisPekerjaan row;
	bool found;
	Err err = store_begin(store, (Pelaku){p->pemda, "sistem", "sistem", now}, info);
	if (!err)
		err = store_get_pekerjaan(store, arena, p->pemda, p->id, &row, &found, info);
	if (!err && !found)
		err = err_set(info, ERR_ABSENT, teks(p->bahasa, "there is no such job"), NULL);
	if (!err) {
		row_change(&row, u, now);
		err = store_put_pekerjaan(store, row, info);
	}
	if (!err && u->bytes)
		err = store_put_pekerjaan_hasil(store, (BarisPekerjaanHasil){p->pemda, p->id, u->bytes, (int64_t)u->n}, info);
	return err ? err : store_commit(store, info);
}

/* `info`, when given, lives on in constant texts only: a job keeps its own message. */
static Err change(PekerjaanJalan *p, const Ubah *u, ErrInfo *info)
{
	KolamPinjam borrowed;
	Arena *scratch = arena_new();
	Saat now = waktu_now();
	Err err = kolam_borrow(p->kolam, scratch, STORE_TULIS, p->bahasa, &borrowed, NULL);
	if (!err)
		err = row_write(borrowed.store, scratch, p, u, now, NULL);
	err = kolam_return(p->kolam, &borrowed, scratch, err, NULL);
	arena_free(scratch);
	p->tertulis = now;
	return err ? err_set(info, err, teks(p->bahasa, "the state of the job could not be written"), NULL) : ERR_OK;
}

Err pekerjaan_mulai(PekerjaanJalan *p, ErrInfo *info)
{
	return change(p, &(Ubah){.keadaan = JALAN, .kemajuan = 0}, info);
}

Err pekerjaan_maju(PekerjaanJalan *p, int64_t selesai, int64_t semua, const char *pesan, ErrInfo *info)
{
	const Saat second = 1000000;
	if (waktu_now() - p->tertulis < second)
		return ERR_OK;
	return change(p, &(Ubah){.kemajuan = semua > 0 ? selesai * PEKERJAAN_UTUH / semua : 0, .pesan = pesan}, info);
}

Err pekerjaan_selesai(PekerjaanJalan *p, const char *pesan, const char *nama, const char *jenis, const void *bytes, size_t n, ErrInfo *info)
{
	if (n > PEKERJAAN_HASIL_MAX) {
		const char *why = teks(p->bahasa, "the result is too large to be kept");
		Err err = pekerjaan_gagal(p, why, info);
		return err ? err : err_set(info, ERR_LIMIT, why, NULL);
	}
	return change(p, &(Ubah){.keadaan = SELESAI, .pesan = pesan, .kemajuan = PEKERJAAN_UTUH, .hasil_nama = nama, .hasil_jenis = jenis, .bytes = *nama ? bytes : NULL, .n = n}, info);
}

Err pekerjaan_gagal(PekerjaanJalan *p, const char *pesan, ErrInfo *info)
{
	return change(p, &(Ubah){.keadaan = GAGAL, .pesan = pesan, .kemajuan = -1}, info);
}

/* ---- restart ---- */

static Err fail_all(Store *store, Arena *arena, const char *pemda, const char *keadaan, Bahasa bahasa, Saat now, ErrInfo *info)
{
	BarisPekerjaan *rows;
	size_t n;
	Err err = store_list_pekerjaan_keadaan(store, arena, pemda, keadaan, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		row_change(&rows[i], &(Ubah){.keadaan = GAGAL, .pesan = teks(bahasa, "The server was restarted meanwhile. Start it again."), .kemajuan = -1}, now);
		err = store_put_pekerjaan(store, rows[i], info);
	}
	return err;
}

static Err region_restart(Store *store, Arena *arena, const char *pemda, Bahasa bahasa, ErrInfo *info)
{
	Saat now = waktu_now();
	Err err = store_begin(store, (Pelaku){pemda, "sistem", "sistem", now}, info);
	if (!err)
		err = fail_all(store, arena, pemda, ANTRE, bahasa, now, info);
	if (!err)
		err = fail_all(store, arena, pemda, JALAN, bahasa, now, info);
	if (!err)
		err = store_drop_pekerjaan_lama(store, pemda, now, info);
	if (!err)
		return store_commit(store, info);
	store_rollback(store);
	return err;
}

Err pekerjaan_pulihkan(Kolam *kolam, Bahasa bahasa, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisPemda *rows;
	size_t n = 0;
	Arena *scratch = arena_new();
	Err err = kolam_borrow(kolam, scratch, STORE_TULIS, bahasa, &borrowed, NULL);
	if (!err)
		err = store_list_pemda(borrowed.store, scratch, &rows, &n, NULL);
	for (size_t i = 0; !err && i < n; i++)
		err = region_restart(borrowed.store, scratch, rows[i].pemda, bahasa, NULL);
	kolam_return(kolam, &borrowed, scratch, err, NULL);
	arena_free(scratch);
	return err ? err_set(info, err, teks(bahasa, "the state of the jobs could not be written"), NULL) : ERR_OK;
}
