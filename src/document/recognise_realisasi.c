#include "document/recognise_realisasi.h"

#include "base/angka.h"
#include "base/str.h"
#include "document/input.h"
#include "document/sniff.h"

#include <string.h>

enum { JUDUL_MAX = 40 /* rows in which headings are looked for */, TANPA_KODE_MAX = 1000 /* rows without a code kept apart; the rest is one */, LEMBAR_MAX = 8 };

typedef struct {
	Arena *arena;
	TabelRealisasi *tabel;
	bool judul, bukan;       /* headings found; this is another kind of document */
	uint32_t n_baris;
	size_t n_tanpa_kode;
	uint32_t *slot; size_t n_slot; /* hash table: index + 1 in tabel->baris; 0: free */
} Kenalan;

/* ---- headings ---- */

static bool is_one(const char *letters, const char *const *words)
{
	for (; *words; words++)
		if (str_equal(letters, *words))
			return true;
	return false;
}

/* How well a heading fits the column of codes: 0 not at all. */
static int code_rank(const char *l)
{
	static const char *const sure[] = {"KODESUBKEGIATAN", "KODESUBKEG", "KODESUB", NULL};
	static const char *const both[] = {"SUBKEGIATAN", "KODENAMASUBKEGIATAN", "KODEDANNAMASUBKEGIATAN", "KODEURAIANSUBKEGIATAN", NULL};
	static const char *const weak[] = {"KODE", "KODEKEGIATAN", "KODEPROGRAMKEGIATANSUBKEGIATAN", "KODEURAIAN", NULL};
	return is_one(l, sure) ? 3 : is_one(l, both) ? 2 : is_one(l, weak) ? 1 : 0;
}

static int name_rank(const char *l)
{
	static const char *const sure[] = {"NAMASUBKEGIATAN", "NAMASUBKEG", "URAIANSUBKEGIATAN", NULL};
	static const char *const weak[] = {"NAMA", "URAIAN", "NAMAKEGIATAN", NULL};
	return is_one(l, sure) ? 2 : is_one(l, weak) ? 1 : 0;
}

static int money_rank(const char *l)
{
	static const char *const sure[] = {"NILAIREALISASI", "REALISASIANGGARAN", "REALISASIKEUANGAN", "JUMLAHREALISASI", "TOTALREALISASI", "REALISASIRP", "REALISASIANGGARANRP",
	                                   "REALISASIKEUANGANRP", "NILAIREALISASIRP", "REALISASISDBULANINI", "REALISASISAMPAIDENGANBULANINI", NULL};
	return is_one(l, sure) ? 2 : str_equal(l, "REALISASI") ? 1 : 0;
}

static void heading_keep(const char *letters, uint32_t kolom, int (*rank)(const char *), int *best, uint32_t *at)
{
	int r = rank(letters);
	if (r > *best) {
		*best = r;
		*at = kolom;
	}
}

static bool other_document(const char *l)
{
	return strstr(l, "INDIKATOR") || strstr(l, "CAPAIANKINERJA") || strstr(l, "TARGETKINERJA") || strstr(l, "LAPORANCAPAIAN");
}

static void headings_look(Kenalan *k, const Baris *row)
{
	int code = 0, name = 0, money = 0;
	TabelRealisasi *t = k->tabel;
	t->kolom_kode = t->kolom_nama = t->kolom_uang = 0;
	for (uint32_t i = 0; i < row->n_sel; i++) {
		if (row->sel[i].jenis != SEL_TEKS)
			continue;
		const char *letters = str_letters(k->arena, row->sel[i].teks);
		k->bukan |= other_document(letters);
		heading_keep(letters, i, code_rank, &code, &t->kolom_kode);
		heading_keep(letters, i, name_rank, &name, &t->kolom_nama);
		heading_keep(letters, i, money_rank, &money, &t->kolom_uang);
	}
	if (!name)
		t->kolom_nama = t->kolom_kode;
	k->judul = code && money;
}

/* ---- rows ---- */

static uint64_t hash(const char *text)
{
	uint64_t h = 1469598103934665603u;
	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return h;
}

static void slots_grow(Kenalan *k)
{
	size_t n = k->n_slot ? 2 * k->n_slot : 1024;
	uint32_t *slot = ARENA_ARRAY(k->arena, uint32_t, n);
	for (size_t i = 0; i < k->tabel->n; i++) {
		size_t at = hash(k->tabel->baris[i].kode_tertulis) & (n - 1);
		while (slot[at])
			at = (at + 1) & (n - 1);
		slot[at] = (uint32_t)i + 1;
	}
	k->slot = slot;
	k->n_slot = n;
}

/* The line of this key (the code in its canonical form, or the text of a row that has none), made when it is new. */
static BarisRealisasi *line_of(Kenalan *k, const char *key, Kode kode, const char *nama, uint32_t baris)
{
	TabelRealisasi *t = k->tabel;
	if (2 * (t->n + 1) > k->n_slot)
		slots_grow(k);
	size_t at = hash(key) & (k->n_slot - 1);
	for (; k->slot[at]; at = (at + 1) & (k->n_slot - 1))
		if (str_equal(t->baris[k->slot[at] - 1].kode_tertulis, key))
			return &t->baris[k->slot[at] - 1];
	k->slot[at] = (uint32_t)t->n + 1;
	BarisRealisasi *line = ARENA_PUSH(k->arena, t->baris, t->n, t->cap);
	*line = (BarisRealisasi){.kode = kode, .kode_tertulis = str_dup(k->arena, key), .nama = str_squeeze(k->arena, nama), .baris = baris};
	return line;
}

static const Sel *cell(const Baris *row, uint32_t kolom)
{
	static const Sel blank = {.teks = "", .jenis = SEL_KOSONG};
	return kolom < row->n_sel ? &row->sel[kolom] : &blank;
}

/* The code at the start of a cell, which may go on with the name. */
static bool code_read(Kode *out, const char **rest, const char *text)
{
	char code[64];
	while (*text == ' ' || *text == '\n')
		text++;
	size_t n = strspn(text, "0123456789.Xx");
	*rest = text;
	if (n == 0 || n >= sizeof code)
		return false;
	memcpy(code, text, n);
	code[n] = '\0';
	*rest = text + n + strspn(text + n, " -:\n");
	return kode_parse(out, code, NULL) && out->n_bagian >= 1;
}

/* Money without three decimals: "1.234" and "1,234" are both groups. */
static bool money_read(Rupiah *out, const Sel *sel)
{
	bool typed = sel->jenis == SEL_ANGKA;
	Angka a = angka_parse(sel->teks, typed ? NOTASI_MESIN : NOTASI_ID);
	if (!typed && a.ambigu && a.nilai.scale > 2)
		a = angka_parse(sel->teks, NOTASI_EN);
	if (a.status == ANGKA_STRIP) {
		*out = (Rupiah){0};
		return true;
	}
	return a.status == ANGKA_NILAI && !a.persen && !(typed && sel->persen) && desimal_to_rupiah(out, a.nilai);
}

static bool total_row(Arena *arena, const Baris *row)
{
	for (uint32_t i = 0; i < row->n_sel; i++) {
		if (row->sel[i].jenis != SEL_TEKS)
			continue;
		const char *l = str_letters(arena, row->sel[i].teks);
		return str_starts(l, "JUMLAH") || str_starts(l, "TOTAL") || str_starts(l, "GRANDTOTAL");
	}
	return false;
}

static void row_add(Kenalan *k, Arena *memory, const Baris *row)
{
	TabelRealisasi *t = k->tabel;
	const Sel *money = cell(row, t->kolom_uang);
	const char *written = cell(row, t->kolom_kode)->teks, *rest;
	Kode kode = {0};
	Rupiah sen = {0};
	bool blank = money->jenis == SEL_KOSONG || str_blank(money->teks), good = !blank && money_read(&sen, money);
	bool coded = code_read(&kode, &rest, written);
	if (!coded && total_row(memory, row)) {
		if (good)
			t->total = isi_rupiah(sen);
		return;
	}
	if (blank && !coded)
		return;
	const char *key = coded ? kode_print(memory, kode) : *str_squeeze(memory, written) ? str_squeeze(memory, written) : str_squeeze(memory, cell(row, t->kolom_nama)->teks);
	if (!coded && ++k->n_tanpa_kode > TANPA_KODE_MAX)
		key = "...";
	BarisRealisasi *line = line_of(k, key, coded ? kode : (Kode){0}, coded && t->kolom_nama == t->kolom_kode ? rest : cell(row, t->kolom_nama)->teks, row->nomor);
	line->n_baris++;
	t->n_dibaca++;
	if (!good) {
		if (!blank && !line->gagal)
			line->gagal = str_dup(k->arena, money->teks);
		return;
	}
	line->ada = true;
	t->luapan |= !rupiah_add(&line->sen, line->sen, sen);
	if (!coded || kode.n_bagian == 6)
		t->luapan |= !rupiah_add(&t->jumlah, t->jumlah, sen);
}

static bool row_take(void *context, const Baris *row)
{
	Kenalan *k = context;
	Arena *memory = arena_new();
	if (k->judul) {
		row_add(k, memory, row);
	} else {
		headings_look(k, row);
		k->bukan |= !k->judul && ++k->n_baris >= JUDUL_MAX;
	}
	arena_free(memory);
	return !k->bukan;
}

/* ---- parents ---- */

/* A row whose parts stand in the table is their sum; one without parts is money that has to be looked at. */
static void parents_settle(Kenalan *k)
{
	TabelRealisasi *t = k->tabel;
	for (size_t i = 0; i < t->n; i++) {
		BarisRealisasi *line = &t->baris[i];
		if (!line->kode.n_bagian || line->kode.n_bagian == 6)
			continue;
		for (size_t c = 0; c < t->n && !line->induk; c++) {
			const Kode *child = &t->baris[c].kode;
			line->induk = child->n_bagian == 6;
			for (int p = 0; p < line->kode.n_bagian && line->induk; p++)
				line->induk = child->bagian[p] == line->kode.bagian[p];
		}
		if (!line->induk && line->ada)
			t->luapan |= !rupiah_add(&t->jumlah, t->jumlah, line->sen);
	}
}

static Err workbook_read(Kenalan *k, const char *path, Bahasa bahasa, ErrInfo *info)
{
	for (uint32_t sheet = 0; sheet < LEMBAR_MAX && !k->judul; sheet++) {
		k->bukan = false;
		k->n_baris = 0;
		Err err = reader_xlsx_stream(path, sheet, row_take, k, bahasa, info, k->arena);
		if (err)
			return err == ERR_USAGE ? ERR_OK : err;
	}
	return ERR_OK;
}

Err recognise_realisasi(TabelRealisasi **out, Arena *arena, const char *path, StreamKemajuan progress, void *progress_context, Bahasa bahasa, ErrInfo *info)
{
	FILE *file;
	const char *what;
	unsigned char head[SNIFF_BYTES];
	size_t size, n = SNIFF_BYTES;
	Kenalan k = {.arena = arena, .tabel = ARENA_NEW(arena, TabelRealisasi)};
	*out = NULL;
	Err err = input_open(&file, &size, arena, path, (size_t)BACA_BATAS_BERKAS_MB * 1024 * 1024, bahasa, info);
	if (err)
		return err;
	err = input_peek(file, head, &n, arena, path, bahasa, info);
	fclose(file);
	if (err)
		return err;
	Sniff kind = sniff_bytes(head, n, &what);
	if (kind != SNIFF_TEXT && kind != SNIFF_ZIP)
		return ERR_OK;
	err = kind == SNIFF_ZIP ? workbook_read(&k, path, bahasa, info) : reader_csv_stream(path, row_take, &k, progress, progress_context, bahasa, info, arena);
	if (err || !k.judul || k.bukan)
		return err;
	parents_settle(&k);
	*out = k.tabel;
	return ERR_OK;
}
