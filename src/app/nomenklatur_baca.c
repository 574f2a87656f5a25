#include "app/nomenklatur_baca.h"

#include "base/str.h"
#include "document/reader.h"

typedef enum { LAJUR_PEMDA, LAJUR_BIDANG, LAJUR_PROGRAM, LAJUR_KEGIATAN, LAJUR_SUB, LAJUR_INDIKATOR, LAJUR_SATUAN, LAJUR_SEBELUMNYA, LAJUR_JUMLAH } Lajur;

enum { INTIP_BARIS = 20, TEMUAN_MAX = 50 };

typedef struct {
	Arena *arena;            /* of what is kept */
	Arena *scratch;          /* of one row; renewed when it has grown */
	DaftarNomenklatur *out;
	const char *path;
	bool provinsi;
	Bahasa bahasa;
	uint32_t kolom[LAJUR_JUMLAH];
	uint32_t n_seen;
	bool head, full;
	uint32_t *tempat; size_t n_tempat; /* open hash of codes: index + 1 in out->entri */
	const char *terakhir[LAJUR_SUB];   /* parents' cells of the row before, which mostly repeat */
} Baca;

/* ---- codes seen ---- */

static uint64_t hash_text(const char *text)
{
	uint64_t h = UINT64_C(1469598103934665603);
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
	return h;
}

static size_t slot_of(const Baca *b, const char *kode)
{
	size_t at = hash_text(kode) & (b->n_tempat - 1);
	while (b->tempat[at] && !str_equal(b->out->entri[b->tempat[at] - 1].kode, kode))
		at = (at + 1) & (b->n_tempat - 1);
	return at;
}

static void grow(Baca *b)
{
	if (b->n_tempat && b->out->n * 2 < b->n_tempat)
		return;
	b->n_tempat = b->n_tempat ? 2 * b->n_tempat : 4096;
	b->tempat = ARENA_ARRAY(b->arena, uint32_t, b->n_tempat);
	for (size_t i = 0; i < b->out->n; i++)
		b->tempat[slot_of(b, b->out->entri[i].kode)] = (uint32_t)i + 1;
}

/* ---- cells ---- */

static const char *cell(const Baca *b, const Baris *row, Lajur lajur)
{
	uint32_t c = b->kolom[lajur];
	const char *text = c && c <= row->n_sel ? str_squeeze(b->scratch, row->sel[c - 1].teks) : "";
	return str_equal(text, "[null]") || str_equal(text, "-") ? "" : text;
}

/* "1.01.02 PROGRAM PENGELOLAAN": the code, and *name behind it. */
static bool split(Arena *arena, const char *text, Kode *kode, const char **name)
{
	size_t n = strcspn(text, " ");
	*name = text[n] ? text + n + 1 : "";
	return n && kode_parse(kode, str_dupn(arena, text, n), NULL);
}

static void report(Baca *b, const Baris *row, const char *rule, const char *message)
{
	if (b->out->temuan.n < TEMUAN_MAX)
		temuan_add(&b->out->temuan, (Temuan){.rule = rule, .level = LEVEL_WARNING, .posisi = {b->path, NULL, row->nomor, 0}, .message = message, .cause = -1});
}

/* Codes in a cell of "code name" texts. */
static const char *codes_in(Baca *b, const char *text)
{
	StrBuf out = {.arena = b->scratch};
	while (*text) {
		size_t n = strcspn(text, " ;,");
		Kode kode;
		if (n > 4 && kode_parse(&kode, str_dupn(b->scratch, text, n), NULL) && kode.n_bagian == 6)
			strbuf_addf(&out, "%s%s", out.len ? " " : "", kode_print(b->scratch, kode));
		text += n + (text[n] != '\0');
	}
	return strbuf_text(&out);
}

/* ---- entries ---- */

static void replace(Baca *b, EntriNomenklatur *e, EntriNomenklatur with)
{
	with.kode = e->kode;
	with.nama = str_dup(b->arena, with.nama);
	with.indikator = str_dup(b->arena, with.indikator);
	with.satuan = str_dup(b->arena, with.satuan);
	with.sebelumnya = str_dup(b->arena, with.sebelumnya);
	*e = with;
}

static void entry_take(Baca *b, const Baris *row, EntriNomenklatur entry)
{
	grow(b);
	size_t at = slot_of(b, entry.kode);
	if (!b->tempat[at]) {
		if (b->out->n == NOMENKLATUR_MAX) {
			b->full = true;
			return;
		}
		EntriNomenklatur *e = ARENA_PUSH(b->arena, b->out->entri, b->out->n, b->out->cap);
		*e = (EntriNomenklatur){.kode = str_dup(b->arena, entry.kode)};
		replace(b, e, entry);
		b->tempat[at] = (uint32_t)b->out->n;
		return;
	}
	EntriNomenklatur *e = &b->out->entri[b->tempat[at] - 1];
	bool same = str_equal(str_letters(b->scratch, e->nama), str_letters(b->scratch, entry.nama));
	if (e->lain && !entry.lain) {
		b->out->n_tutup += !same;
		replace(b, e, entry);
	} else if (!e->lain && entry.lain) {
		b->out->n_tutup += !same;
	} else if (!same) {
		report(b, row, "nomenklatur-ganda", str_format(b->out->temuan.arena, teks(b->bahasa, "code %s stands with two names: '%s' and '%s'; the first holds"), e->kode, e->nama, entry.nama));
	}
}

static bool other_level(const Baca *b, const Baris *row, Kode kode)
{
	const char *pemda = str_letters(b->scratch, cell(b, row, LAJUR_PEMDA));
	if (*pemda)
		return str_starts(pemda, "PROV") != b->provinsi;
	return kode.n_bagian > 3 && (kode.bagian[3] == 1 || kode.bagian[3] == 2) && (kode.bagian[3] == 1) != b->provinsi;
}

/* A parent's cell, skipped when it is that of the row before. */
static void parent_take(Baca *b, const Baris *row, Lajur lajur, bool lain)
{
	const char *text = cell(b, row, lajur), *name;
	Kode kode;
	const char *key = str_format(b->scratch, "%d%s", lain, text);
	if (!*text || (b->terakhir[lajur] && str_equal(b->terakhir[lajur], key)))
		return;
	b->terakhir[lajur] = str_dup(b->arena, key);
	if (split(b->scratch, text, &kode, &name))
		entry_take(b, row, (EntriNomenklatur){.kode = kode_print(b->scratch, kode), .nama = name, .indikator = "", .satuan = "", .sebelumnya = "", .lain = lain});
}

static void row_take(Baca *b, const Baris *row)
{
	const char *text = cell(b, row, LAJUR_SUB), *name;
	Kode kode = {0};
	bool sub = split(b->scratch, text, &kode, &name) && kode.n_bagian == 6;
	bool lain = other_level(b, row, kode);
	for (Lajur l = LAJUR_BIDANG; l <= LAJUR_KEGIATAN; l++)
		parent_take(b, row, l, lain);
	if (!*text)
		return;
	if (!sub) {
		report(b, row, "nomenklatur-kode", str_format(b->out->temuan.arena, teks(b->bahasa, "'%s' does not begin with the code of a sub kegiatan"), text));
		return;
	}
	b->out->n_baris++;
	entry_take(b, row, (EntriNomenklatur){.kode = kode_print(b->scratch, kode), .nama = name, .indikator = cell(b, row, LAJUR_INDIKATOR), .satuan = cell(b, row, LAJUR_SATUAN),
	                                      .sebelumnya = codes_in(b, cell(b, row, LAJUR_SEBELUMNYA)), .lain = lain});
}

/* ---- head ---- */

static bool head_take(Baca *b, const Baris *row)
{
	static const struct {
		const char *letters;
		Lajur lajur;
	} words[] = {{"JENISPEMDA", LAJUR_PEMDA}, {"PEMDA", LAJUR_PEMDA}, {"URUSAN", LAJUR_BIDANG}, {"BIDANG", LAJUR_BIDANG}, {"BIDANGURUSAN", LAJUR_BIDANG},
	             {"PROGRAM", LAJUR_PROGRAM}, {"KEGIATAN", LAJUR_KEGIATAN}, {"SUBKEGIATAN", LAJUR_SUB}, {"INDIKATOR", LAJUR_INDIKATOR}, {"SATUAN", LAJUR_SATUAN},
	             {"SUBKEGIATANSEBELUMNYA", LAJUR_SEBELUMNYA}, {"SEBELUMNYA", LAJUR_SEBELUMNYA}};
	memset(b->kolom, 0, sizeof b->kolom);
	for (uint32_t c = 0; c < row->n_sel; c++)
		for (size_t w = 0; w < sizeof words / sizeof *words; w++)
			if (str_equal(str_letters(b->scratch, row->sel[c].teks), words[w].letters))
				b->kolom[words[w].lajur] = c + 1;
	return b->kolom[LAJUR_SUB] && b->kolom[LAJUR_KEGIATAN] && b->kolom[LAJUR_PROGRAM];
}

static bool row_seen(void *context, const Baris *row)
{
	enum { SCRATCH_MAX = 1 << 20 };
	Baca *b = context;
	if (arena_used(b->scratch) > SCRATCH_MAX) {
		arena_free(b->scratch);
		b->scratch = arena_new();
	}
	if (b->head)
		row_take(b, row);
	else if (head_take(b, row))
		b->head = true;
	else if (++b->n_seen == INTIP_BARIS)
		return false;
	return !b->full;
}

static int by_code(const void *left, const void *right)
{
	return strcmp(((const EntriNomenklatur *)left)->kode, ((const EntriNomenklatur *)right)->kode);
}

static Err rows_read(Baca *b, ErrInfo *info)
{
	size_t n = strlen(b->path);
	if (n > 5 && str_equal_fold(b->path + n - 5, ".xlsx"))
		return reader_xlsx_stream(b->path, 0, row_seen, b, b->bahasa, info, b->arena);
	Buku *buku;
	Err err = reader_open(&buku, b->arena, b->path, b->bahasa, info);
	for (uint32_t i = 0; !err && buku->n_grid && i < buku->grid[0].n_baris; i++)
		if (!row_seen(b, &buku->grid[0].baris[i]))
			break;
	return err;
}

Err nomenklatur_read(DaftarNomenklatur *out, Arena *arena, const char *path, bool provinsi, Bahasa bahasa, ErrInfo *info)
{
	*out = (DaftarNomenklatur){.temuan = {.arena = arena}};
	Baca b = {.arena = arena, .scratch = arena_new(), .out = out, .path = path, .provinsi = provinsi, .bahasa = bahasa};
	Err err = rows_read(&b, info);
	arena_free(b.scratch);
	if (!err && (!b.head || !out->n_baris))
		err = err_set(info, ERR_FORMAT, str_format(arena, teks(bahasa, "%s: no list of codes"), path),
		              teks(bahasa, "a list has the columns PROGRAM, KEGIATAN and SUBKEGIATAN, each with code and name"));
	if (!err && b.full)
		err = err_set(info, ERR_LIMIT, str_format(arena, teks(bahasa, "%s: more than %d codes"), path, NOMENKLATUR_MAX), NULL);
	if (err)
		return err;
	qsort(out->entri, out->n, sizeof *out->entri, by_code);
	for (size_t i = 0; i < out->n; i++)
		out->n_lain += out->entri[i].lain;
	return ERR_OK;
}
