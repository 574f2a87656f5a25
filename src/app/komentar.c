#include "app/komentar.h"

static const char CATATAN[] = "catatan", JAWABAN[] = "jawaban";

/* Without control characters but line breaks, without blanks at the ends. */
static const char *cleaned(Arena *arena, const char *text)
{
	StrBuf b = {.arena = arena};
	for (const char *p = text; *p; p++) {
		if (*p == '\r')
			continue;
		strbuf_addc(&b, ((unsigned char)*p < ' ' && *p != '\n') || *p == 0x7f ? ' ' : *p);
	}
	return str_trim(arena, strbuf_text(&b));
}

static Err text_judge(const Konteks *k, const char *text, ErrInfo *info)
{
	if (str_blank(text))
		return err_set(info, ERR_USAGE, teks(k->bahasa, "the comment has no text"), NULL);
	if (utf8_count(text) > KOMENTAR_MAX)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "a comment has at most %d characters"), KOMENTAR_MAX), NULL);
	return ERR_OK;
}

static Err finish(Konteks *k, Err err, const BarisKomentar *row, int64_t *id, ErrInfo *info)
{
	if (!err)
		err = store_add_komentar(k->store, *row, id, info);
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

/* ---- reading ---- */

typedef struct {
	Konteks *k;
	BarisPengguna *users;
	size_t n_users;
} Pembaca;

static Err row_read(Pembaca *r, const BarisKomentar *row, KomentarBaris *out, ErrInfo *info)
{
	BarisJejak *entry;
	size_t n;
	Err err = store_list_jejak(r->k->store, r->k->arena, r->k->pemda.pemda, row->id, row->id, &entry, &n, info);
	if (err)
		return err;
	*out = (KomentarBaris){.teks = row->teks, .oleh = n ? entry->oleh : "", .waktu = n ? entry->waktu : 0, .selesai = row->selesai};
	out->nama = out->oleh;
	for (size_t i = 0; i < r->n_users; i++)
		if (str_equal(r->users[i].pengguna, out->oleh))
			out->nama = r->users[i].nama;
	return ERR_OK;
}

/* The comment of row i with its answers; `rows` are all of the month by their numbers. */
static Err thread_read(Pembaca *r, const BarisKomentar *rows, size_t n, size_t i, Komentar *out, ErrInfo *info)
{
	Err err = ERR_OK;
	size_t cap = 0;
	*out = (Komentar){.id = rows[i].id, .kode = rows[i].kode, .indikator = rows[i].indikator};
	for (size_t j = i; !err && j < n; j++) {
		if (j != i && rows[j].balas != rows[i].id)
			continue;
		err = row_read(r, &rows[j], ARENA_PUSH(r->k->arena, out->baris, out->n, cap), info);
		out->selesai = rows[j].selesai;
	}
	return err;
}

Err komentar_list(Konteks *k, const char *opd, int tahun, int bulan, Komentar **out, size_t *n, ErrInfo *info)
{
	BarisOpd agency;
	BarisKomentar *rows;
	size_t n_rows = 0;
	Pembaca reader = {.k = k};
	*n = 0;
	Err err = konteks_opd(k, opd, &agency, info);
	if (!err)
		err = konteks_may(k, AKSI_BACA, agency.opd, info);
	if (!err)
		err = store_list_komentar(k->store, k->arena, k->pemda.pemda, agency.opd, tahun, bulan, k->sampai, &rows, &n_rows, info);
	if (!err && n_rows)
		err = store_list_pengguna(k->store, k->arena, k->pemda.pemda, k->sampai, &reader.users, &reader.n_users, info);
	*out = ARENA_ARRAY(k->arena, Komentar, n_rows);
	for (size_t i = 0; !err && i < n_rows; i++)
		if (rows[i].balas == 0)
			err = thread_read(&reader, rows, n_rows, i, &(*out)[(*n)++], info);
	return err;
}

/* ---- writing ---- */

/* The node's code as it is kept; "" stays. */
static Err node_find(Konteks *k, const char *opd, int tahun, int bulan, int64_t indikator, const char **kode, ErrInfo *info)
{
	Bulan *month;
	Err err = bulan_frame(&month, k, opd, tahun, bulan, info);
	if (err || !**kode)
		return err;
	const Snapshot *s = &month->snapshot;
	uint32_t at = snapshot_lookup(s, *kode);
	if (at >= s->n_simpul || indikator < 0)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the plan has no program, kegiatan or sub kegiatan '%s'"), *kode), NULL);
	*kode = s->simpul[at].kode_tertulis;
	return ERR_OK;
}

Err komentar_add(Konteks *k, const char *opd, int tahun, int bulan, const char *kode, int64_t indikator, const char *text, int64_t *id, ErrInfo *info)
{
	BarisOpd agency;
	text = cleaned(k->arena, text);
	Err err = konteks_opd(k, opd, &agency, info);
	if (!err)
		err = konteks_may(k, AKSI_CATATAN, agency.opd, info);
	if (!err)
		err = text_judge(k, text, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = node_find(k, agency.opd, tahun, bulan, indikator, &kode, info);
	const BarisKomentar row = {.opd = agency.opd, .tahun = tahun, .bulan = bulan, .kode = kode, .indikator = *kode ? indikator : 0, .jenis = CATATAN, .teks = text};
	return finish(k, err, &row, id, info);
}

/* Begins, and makes the row that follows a comment. */
static Err follow(Konteks *k, int64_t id, Aksi aksi, const char *text, bool selesai, BarisKomentar *row, ErrInfo *info)
{
	BarisKomentar first;
	bool found;
	Err err = konteks_begin(k, info);
	if (err)
		return err;
	err = store_get_komentar(k->store, k->arena, k->pemda.pemda, id, &first, &found, info);
	if (!err && (!found || first.balas != 0))
		err = err_set(info, ERR_ABSENT, teks(k->bahasa, "there is no such comment"), NULL);
	if (!err)
		err = konteks_may(k, aksi, first.opd, info);
	if (err) {
		store_rollback(k->store);
		return err;
	}
	*row = first;
	row->jenis = JAWABAN;
	row->balas = id;
	row->teks = text;
	row->selesai = selesai;
	return ERR_OK;
}

Err komentar_answer(Konteks *k, int64_t id, const char *text, ErrInfo *info)
{
	BarisKomentar row;
	text = cleaned(k->arena, text);
	Err err = text_judge(k, text, info);
	if (!err)
		err = follow(k, id, AKSI_JAWABAN, text, false, &row, info);
	return err ? err : finish(k, ERR_OK, &row, NULL, info);
}

Err komentar_settle(Konteks *k, int64_t id, bool selesai, ErrInfo *info)
{
	BarisKomentar row;
	Err err = follow(k, id, AKSI_CATATAN, "", selesai, &row, info);
	return err ? err : finish(k, ERR_OK, &row, NULL, info);
}
