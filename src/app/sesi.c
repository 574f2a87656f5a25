#include "app/sesi.h"

#include "app/rahasia.h"
#include "app/tata.h"
#include <pthread.h>

enum { HASH_TEKS = 65, NOMOR_TEKS = 16, AGEN_MAX = 160, ALAMAT_MAX = 64 };

/* The kept password string, as a session remembers it: enough to notice another one, nothing to guess passwords with. */
static const char *sandi_tanda(Arena *arena, const char *sandi)
{
	return rahasia_hash(arena, sandi);
}

static Sesi sesi_of(Arena *arena, const BarisSesi *row)
{
	return (Sesi){.pemda = row->pemda, .pengguna = row->pengguna, .csrf = row->csrf, .nomor = str_dupn(arena, row->hash, NOMOR_TEKS), .dibuat = row->dibuat,
	              .dilihat = row->dilihat, .kedaluwarsa = row->kedaluwarsa, .alamat = row->alamat, .agen = row->agen};
}

static bool in_time(Saat dilihat, Saat kedaluwarsa, Saat sekarang)
{
	return sekarang < kedaluwarsa && sekarang - dilihat < SESI_DIAM;
}

/* Its user is who he was: active, and with the password of then. */
static bool user_stands(Arena *arena, const BarisSesi *row, const BarisPengguna *user)
{
	return user->aktif && str_equal(row->sandi, sandi_tanda(arena, user->sandi));
}

/* ---- opening and ending ---- */

/* One line of at most n bytes, cut between characters. */
static const char *shortened(Arena *arena, const char *text, size_t n)
{
	const char *line = tata_line(arena, text);
	if (strlen(line) <= n)
		return line;
	while (n && ((unsigned char)line[n] & 0xc0) == 0x80)
		n--;
	return str_dupn(arena, line, n);
}

static Err open_row(Store *store, Arena *arena, const SesiBaru *baru, const char *token, Saat sekarang, Bahasa bahasa, BarisSesi *row, ErrInfo *info)
{
	BarisPengguna user;
	bool found;
	Err err = store_get_pengguna(store, arena, baru->pemda, baru->pengguna, &user, &found, info);
	if (!err && (!found || !user.aktif))
		err = err_set(info, ERR_ABSENT, str_format(arena, teks(bahasa, "there is no user %s"), baru->pengguna), NULL);
	if (err)
		return err;
	*row = (BarisSesi){.hash = rahasia_hash(arena, token), .pemda = baru->pemda, .pengguna = user.pengguna, .csrf = rahasia_new(arena),
	                   .sandi = sandi_tanda(arena, user.sandi), .dibuat = sekarang, .dilihat = sekarang, .kedaluwarsa = sekarang + SESI_MAKS,
	                   .alamat = shortened(arena, baru->alamat, ALAMAT_MAX), .agen = shortened(arena, baru->agen, AGEN_MAX)};
	err = store_drop_sesi_lama(store, sekarang, sekarang - SESI_DIAM, info);
	return err ? err : store_put_sesi(store, *row, info);
}

Err sesi_buat(Kolam *kolam, Arena *arena, const SesiBaru *baru, Saat sekarang, Bahasa bahasa, const char **token, Sesi *out, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisSesi row;
	const char *fresh = rahasia_new(arena);
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, info);
	if (!err)
		err = store_begin(borrowed.store, (Pelaku){baru->pemda, baru->pengguna, "sistem", sekarang}, info);
	if (!err)
		err = open_row(borrowed.store, arena, baru, fresh, sekarang, bahasa, &row, info);
	if (!err)
		err = store_commit(borrowed.store, info);
	if (!err) {
		*out = sesi_of(arena, &row);
		*token = fresh;
	}
	return kolam_return(kolam, &borrowed, arena, err, info);
}

Err sesi_akhiri(Kolam *kolam, Arena *arena, const char *token, Bahasa bahasa, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisSesi row;
	bool found = false;
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, info);
	if (!err)
		err = store_get_sesi(borrowed.store, arena, rahasia_hash(arena, token), &row, &found, info);
	if (!err && found) {
		err = store_begin(borrowed.store, (Pelaku){row.pemda, row.pengguna, "sistem", row.dilihat}, info);
		if (!err)
			err = store_drop_sesi(borrowed.store, row.hash, info);
		if (!err)
			err = store_commit(borrowed.store, info);
	}
	return kolam_return(kolam, &borrowed, arena, err, info);
}

/* ---- looking, at every request ---- */

enum { SLOT = 1024, PEMDA_TEKS = 16, PENGGUNA_TEKS = 40, CSRF_TEKS = 48 };

typedef struct {
	char hash[HASH_TEKS], pemda[PEMDA_TEKS], pengguna[PENGGUNA_TEKS], csrf[CSRF_TEKS];
	Saat dibuat, dilihat, kedaluwarsa;
	int64_t generation;         /* of the ledger when it was read; 0: empty */
} Slot;

struct SesiSimpanan {
	Kolam *kolam;
	pthread_mutex_t mutex;
	Slot slot[SLOT];            /* by the first digits of the hash; a newcomer takes the place of whoever is there */
};

static void simpanan_free(void *simpanan)
{
	pthread_mutex_destroy(&((SesiSimpanan *)simpanan)->mutex);
}

SesiSimpanan *sesi_simpanan_new(Arena *arena, Kolam *kolam)
{
	SesiSimpanan *simpanan = ARENA_NEW(arena, SesiSimpanan);
	simpanan->kolam = kolam;
	pthread_mutex_init(&simpanan->mutex, NULL);
	arena_defer(arena, simpanan_free, simpanan);
	return simpanan;
}

static Slot *slot_of(SesiSimpanan *simpanan, const char *hash)
{
	char digits[] = {hash[0], hash[1], hash[2], '\0'};
	return &simpanan->slot[strtoul(digits, NULL, 16) % SLOT];
}

static bool slot_get(SesiSimpanan *simpanan, const char *hash, int64_t generation, Slot *out)
{
	pthread_mutex_lock(&simpanan->mutex);
	const Slot *slot = slot_of(simpanan, hash);
	bool hit = slot->generation == generation && str_equal(slot->hash, hash);
	if (hit)
		*out = *slot;
	pthread_mutex_unlock(&simpanan->mutex);
	return hit;
}

static bool text_fits(char *to, size_t size, const char *from)
{
	return (size_t)snprintf(to, size, "%s", from) < size;
}

/* false: a name too long to be kept here; it is read each time. */
static bool slot_fill(Slot *slot, const BarisSesi *row, int64_t generation)
{
	*slot = (Slot){.dibuat = row->dibuat, .dilihat = row->dilihat, .kedaluwarsa = row->kedaluwarsa, .generation = generation};
	return text_fits(slot->hash, sizeof slot->hash, row->hash) && text_fits(slot->pemda, sizeof slot->pemda, row->pemda) &&
	       text_fits(slot->pengguna, sizeof slot->pengguna, row->pengguna) && text_fits(slot->csrf, sizeof slot->csrf, row->csrf);
}

static void slot_put(SesiSimpanan *simpanan, const BarisSesi *row, int64_t generation)
{
	Slot fresh;
	if (!slot_fill(&fresh, row, generation))
		return;
	pthread_mutex_lock(&simpanan->mutex);
	*slot_of(simpanan, row->hash) = fresh;
	pthread_mutex_unlock(&simpanan->mutex);
}

static BarisSesi slot_row(Arena *arena, const Slot *slot)
{
	return (BarisSesi){.hash = str_dup(arena, slot->hash), .pemda = str_dup(arena, slot->pemda), .pengguna = str_dup(arena, slot->pengguna),
	                   .csrf = str_dup(arena, slot->csrf), .dibuat = slot->dibuat, .dilihat = slot->dilihat, .kedaluwarsa = slot->kedaluwarsa, .alamat = "", .agen = ""};
}

static Err row_read(SesiSimpanan *simpanan, Arena *arena, const char *hash, Bahasa bahasa, BarisSesi *row, bool *found, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisPengguna user;
	int64_t generation = kolam_generation(simpanan->kolam); /* before it is read: a change meanwhile makes it old */
	Err err = kolam_borrow(simpanan->kolam, arena, STORE_BACA, bahasa, &borrowed, info);
	if (!err)
		err = store_get_sesi(borrowed.store, arena, hash, row, found, info);
	if (!err && *found)
		err = store_get_pengguna(borrowed.store, arena, row->pemda, row->pengguna, &user, found, info);
	*found = !err && *found && user_stands(arena, row, &user);
	if (*found)
		slot_put(simpanan, row, generation);
	return kolam_return(simpanan->kolam, &borrowed, arena, err, info);
}

/* Notes that the session lives. Whether that works is not the request's concern: the next one tries again. */
static void seen_note(SesiSimpanan *simpanan, Arena *arena, const char *hash, Saat sekarang, Bahasa bahasa)
{
	KolamPinjam borrowed;
	BarisSesi row;
	bool found = false;
	Err err = kolam_borrow(simpanan->kolam, arena, STORE_TULIS, bahasa, &borrowed, NULL);
	if (!err)
		err = store_get_sesi(borrowed.store, arena, hash, &row, &found, NULL);
	if (!err && found)
		err = store_begin(borrowed.store, (Pelaku){row.pemda, row.pengguna, "sistem", sekarang}, NULL);
	if (!err && found) /* once more, now that nobody can end it in between */
		err = store_get_sesi(borrowed.store, arena, hash, &row, &found, NULL);
	if (!err && found) {
		row.dilihat = sekarang;
		err = store_put_sesi(borrowed.store, row, NULL);
		if (!err)
			err = store_commit(borrowed.store, NULL);
	}
	kolam_return(simpanan->kolam, &borrowed, arena, err, NULL);
}

Err sesi_lihat(SesiSimpanan *simpanan, Arena *arena, const char *token, Saat sekarang, Bahasa bahasa, Sesi *out, bool *found, ErrInfo *info)
{
	BarisSesi row;
	Slot slot;
	const char *hash = rahasia_hash(arena, token);
	Err err = ERR_OK;
	*found = slot_get(simpanan, hash, kolam_generation(simpanan->kolam), &slot);
	if (*found)
		row = slot_row(arena, &slot);
	else
		err = row_read(simpanan, arena, hash, bahasa, &row, found, info);
	*found = !err && *found && in_time(row.dilihat, row.kedaluwarsa, sekarang);
	if (!*found)
		return err;
	if (sekarang - row.dilihat >= SESI_CATAT)
		seen_note(simpanan, arena, hash, sekarang, bahasa);
	*out = sesi_of(arena, &row);
	return ERR_OK;
}

/* ---- lists ---- */

static Err live_only(Konteks *k, BarisSesi *rows, size_t n, Sesi **out, size_t *n_out, ErrInfo *info)
{
	Err err = ERR_OK;
	*out = ARENA_ARRAY(k->arena, Sesi, n);
	*n_out = 0;
	for (size_t i = 0; !err && i < n; i++) {
		BarisPengguna user;
		bool found;
		err = store_get_pengguna(k->store, k->arena, k->pemda.pemda, rows[i].pengguna, &user, &found, info);
		if (!err && found && user_stands(k->arena, &rows[i], &user) && in_time(rows[i].dilihat, rows[i].kedaluwarsa, k->mesin))
			(*out)[(*n_out)++] = sesi_of(k->arena, &rows[i]);
	}
	return err;
}

Err sesi_daftar(Konteks *k, bool semua, Sesi **out, size_t *n, ErrInfo *info)
{
	BarisSesi *rows;
	size_t n_rows = 0;
	Err err = semua ? konteks_may(k, AKSI_KELOLA_PENGGUNA, "", info) : konteks_person(k, info);
	*n = 0;
	if (!err)
		err = store_list_sesi(k->store, k->arena, k->pemda.pemda, semua ? NULL : k->pengguna.pengguna, &rows, &n_rows, info);
	if (!err)
		err = live_only(k, rows, n_rows, out, n, info);
	for (size_t i = 0; !err && !semua && i < *n / 2; i++) { /* newest first */
		Sesi swapped = (*out)[i];
		(*out)[i] = (*out)[*n - 1 - i];
		(*out)[*n - 1 - i] = swapped;
	}
	return err;
}

static Err find_by_number(Konteks *k, const char *nomor, BarisSesi *out, ErrInfo *info)
{
	BarisSesi *rows;
	size_t n;
	bool all = akses_allows(k->peran, k->pengguna.opd, AKSI_KELOLA_PENGGUNA, "");
	Err err = store_list_sesi(k->store, k->arena, k->pemda.pemda, all ? NULL : k->pengguna.pengguna, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		if (strlen(nomor) == NOMOR_TEKS && str_starts(rows[i].hash, nomor)) {
			*out = rows[i];
			return ERR_OK;
		}
	}
	return err ? err : err_set(info, ERR_ABSENT, teks(k->bahasa, "this session has ended already"), NULL);
}

Err sesi_cabut(Konteks *k, const char *nomor, ErrInfo *info)
{
	BarisSesi row;
	Err err = konteks_person(k, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = find_by_number(k, nomor, &row, info);
	if (!err)
		err = store_drop_sesi(k->store, row.hash, info);
	if (!err && !str_equal(row.pengguna, k->pengguna.pengguna))
		err = store_add_peristiwa(k->store, (BarisPeristiwa){.jenis = "sesi-cabut", .tentang = row.pengguna, .teks = row.alamat}, NULL, info);
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

Err sesi_akhiri_semua(Konteks *k, const char *kecuali, ErrInfo *info)
{
	BarisSesi row = {.hash = ""};
	Err err = konteks_person(k, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	if (*kecuali)
		err = find_by_number(k, kecuali, &row, info);
	if (!err)
		err = store_drop_sesi_pengguna(k->store, k->pemda.pemda, k->pengguna.pengguna, row.hash, info);
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

Err sesi_sandi_baru(Store *store, Arena *arena, const char *pemda, const char *pengguna, const char *sandi, const char *kecuali, ErrInfo *info)
{
	BarisSesi *rows, kept = {.hash = ""};
	size_t n;
	Err err = store_list_sesi(store, arena, pemda, pengguna, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++)
		if (strlen(kecuali) == NOMOR_TEKS && str_starts(rows[i].hash, kecuali))
			kept = rows[i];
	if (!err)
		err = store_drop_sesi_pengguna(store, pemda, pengguna, kept.hash, info);
	if (err || !*kept.hash)
		return err;
	kept.sandi = sandi_tanda(arena, sandi);
	return store_put_sesi(store, kept, info);
}
