#include "app/impor_inti.h"

#include "app/isian_lembar.h"

/* The program's own sheet as it comes back: cell by cell against the ledger. A row is known by its hidden id, wherever it stands now. */

typedef struct {
	Konteks *k;
	HasilImpor *h;
	BerkasImpor *file;
	const LembarIsian *lembar;
	bool *ada;               /* rows of the ledger's sheet that came back */
	const BarisFakta *tahun_ini; size_t n_tahun_ini;
	ErrInfo *info;
} Banding;

static const char *cell_name(const Banding *b, uint32_t kolom, uint32_t baris)
{
	return grid_cell_name(b->k->arena, kolom, baris);
}

static size_t row_find(const Banding *b, const IsianKembali *back)
{
	for (size_t i = 0; i < b->lembar->n; i++) {
		const BarisIsian *row = &b->lembar->baris[i];
		if (*row->jenis && row->indikator == back->indikator && str_equal(row->kode, back->kode) && str_equal(row->jenis, back->jenis))
			return i;
	}
	return b->lembar->n;
}

static GarisImpor *line_add(Banding *b, const IsianKembali *back)
{
	GarisImpor *g = ARENA_PUSH(b->k->arena, b->h->garis, b->h->n, b->h->cap);
	int jenis = isian_jenis_from_name(back->jenis);
	*g = (GarisImpor){.jenis = jenis < 0 ? ISIAN_UANG : (JenisIsian)jenis, .kode = back->kode, .nama = back->sel[ISIAN_KOLOM_NAMA]->teks, .indikator = back->indikator,
	                  .baru = {.teks = ""}, .lama = {.teks = ""}, .bulan_lalu = {.teks = ""}, .baris = back->baris, .kolom = ISIAN_KOLOM_NILAI};
	return g;
}

static void refuse(GarisImpor *g, const char *why)
{
	g->status = GARIS_TOLAK;
	g->sebab = why;
}

/* ---- protected cells ---- */

static bool same_text(Arena *arena, const char *a, const char *b)
{
	return str_equal(str_squeeze(arena, a), str_squeeze(arena, b));
}

static bool same_target(Arena *arena, const Sel *sel, const BarisIsian *row)
{
	if (*row->target_teks)
		return same_text(arena, sel->teks, row->target_teks);
	Angka a = angka_parse(sel->teks, sel->jenis == SEL_ANGKA ? NOTASI_MESIN : NOTASI_ID);
	return row->ada_target ? a.status == ANGKA_NILAI && desimal_cmp(a.nilai, row->target) == 0 : a.status == ANGKA_KOSONG;
}

/* "B12 was altered: 'x' in place of 'y'" for each locked cell that is not as the ledger has it; NULL when all are. */
static const char *altered(const Banding *b, const IsianKembali *back, const BarisIsian *row)
{
	Arena *arena = b->k->arena;
	StrBuf out = {.arena = arena};
	const char *code = str_equal(row->jenis, "uang") || !*row->satuan ? row->kode : "";
	const struct { uint32_t kolom; const char *harus; } locked[] = {{ISIAN_KOLOM_KODE, code}, {ISIAN_KOLOM_NAMA, row->nama}, {ISIAN_KOLOM_SATUAN, row->satuan}};
	for (size_t i = 0; i < sizeof locked / sizeof *locked; i++)
		if (!same_text(arena, back->sel[locked[i].kolom]->teks, locked[i].harus))
			strbuf_addf(&out, teks(b->k->bahasa, "%s%s was altered: '%s' in place of '%s'"), out.len ? "; " : "", cell_name(b, locked[i].kolom, back->baris),
			            str_squeeze(arena, back->sel[locked[i].kolom]->teks), str_squeeze(arena, locked[i].harus));
	if (!same_target(arena, back->sel[ISIAN_KOLOM_TARGET], row))
		strbuf_addf(&out, teks(b->k->bahasa, "%s%s was altered: '%s' in place of '%s'"), out.len ? "; " : "", cell_name(b, ISIAN_KOLOM_TARGET, back->baris),
		            back->sel[ISIAN_KOLOM_TARGET]->teks,
		            *row->target_teks ? row->target_teks : row->ada_target ? desimal_print_id(arena, row->target, row->target.scale) : "");
	return out.len ? strbuf_text(&out) : NULL;
}

/* ---- the entry ---- */

/* The cell as a person would type it; NULL when it is nothing to enter, and *why says what it is. */
static const char *typed(const Banding *b, const Sel *sel, JenisIsian jenis, const char **why)
{
	Konteks *k = b->k;
	if (str_blank(sel->teks) && sel->jenis != SEL_GALAT)
		return "";
	if (sel->jenis == SEL_ANGKA && sel->persen)
		*why = teks(k->bahasa, "the cell is formatted as a percentage: format it as a number");
	else if (sel->jenis == SEL_TANGGAL || sel->jenis == SEL_GALAT || sel->jenis == SEL_LOGIKA)
		*why = str_format(k->arena, teks(k->bahasa, "'%s' is not a number"), sel->teks);
	if (*why)
		return NULL;
	if (sel->jenis != SEL_ANGKA)
		return sel->teks;
	Angka a = angka_parse(sel->teks, NOTASI_MESIN);
	Desimal trimmed = desimal_trim(a.nilai);
	if (a.status != ANGKA_NILAI || (jenis == ISIAN_UANG && trimmed.scale > 2)) {
		*why = str_format(k->arena, teks(k->bahasa, "'%s' is not an amount in rupiah and sen"), sel->teks);
		return NULL;
	}
	return desimal_print_id(k->arena, trimmed, trimmed.scale);
}

static bool entry_read(const Banding *b, const IsianKembali *back, const BarisIsian *row, GarisImpor *g)
{
	const Sel *sel = back->sel[ISIAN_KOLOM_NILAI];
	const char *why = NULL, *note = NULL, *text = typed(b, sel, g->jenis, &why);
	ErrInfo wrong = {0};
	if (text && str_blank(text))
		return true;
	if (text && isian_parse(b->k, g->jenis, row->satuan, row->target_teks, text, &g->baru, &note, &wrong))
		why = wrong.message;
	if (!why && g->jenis == ISIAN_VOLUME && g->baru.angka.m < 0)
		why = str_format(b->k->arena, teks(b->k->bahasa, "'%s' is below zero"), text);
	if (why) {
		g->baru = (NilaiIsian){.teks = ""};
		refuse(g, str_format(b->k->arena, "%s: %s", cell_name(b, ISIAN_KOLOM_NILAI, back->baris), why));
		return false;
	}
	if (sel->jenis == SEL_TEKS && !*g->baru.teks)
		g->catatan = note ? note : str_format(b->k->arena, teks(b->k->bahasa, "the text '%s' was read as %s"), sel->teks, isian_print(b->k->arena, g->jenis, g->baru));
	return true;
}

static const BarisFakta *fact_now(const Banding *b, const BarisIsian *row)
{
	for (size_t i = 0; i < b->n_tahun_ini; i++)
		if (b->tahun_ini[i].id == row->fakta)
			return &b->tahun_ini[i];
	return NULL;
}

/* The value that the sheet showed: blank when there was none. */
static Err value_seen(const Banding *b, const IsianKembali *back, NilaiIsian *out)
{
	BarisFakta *rows;
	size_t n;
	*out = (NilaiIsian){.teks = ""};
	Err err = store_list_riwayat(b->k->store, b->k->arena, b->k->pemda.pemda, b->h->opd.opd, b->h->tahun, b->h->bulan, back->kode, back->indikator, back->jenis, b->k->sampai, &rows, &n,
	                             b->info);
	for (size_t i = 0; !err && i < n; i++)
		if (rows[i].id == back->fakta)
			*out = isian_nilai(&rows[i]);
	return err;
}

/* Somebody saved since the sheet was made: nothing is lost when both mean the same, or when the cell was not touched. */
static Err meanwhile(const Banding *b, const IsianKembali *back, GarisImpor *g)
{
	NilaiIsian seen;
	BarisJejak *entry = NULL;
	size_t n = 0;
	Konteks *k = b->k;
	Err err = value_seen(b, back, &seen);
	if (!err && isian_equal(g->baru, seen)) {
		g->status = GARIS_SAMA;
		g->catatan = str_format(k->arena, teks(k->bahasa, "the ledger holds %s since the sheet was made: it stays"), isian_print(k->arena, g->jenis, g->lama));
		return ERR_OK;
	}
	if (!err && g->sebelum)
		err = store_list_jejak(k->store, k->arena, k->pemda.pemda, g->sebelum->id, g->sebelum->id, &entry, &n, b->info);
	if (!err)
		refuse(g, str_format(k->arena, teks(k->bahasa, "%s was changed in the ledger since the sheet was made: it holds %s (fact %lld, by %s), the sheet saw %s and has %s"),
		                     cell_name(b, ISIAN_KOLOM_NILAI, back->baris), isian_print(k->arena, g->jenis, g->lama), (long long)(g->sebelum ? g->sebelum->id : 0),
		                     n ? entry[0].oleh : "-", isian_print(k->arena, g->jenis, seen), isian_print(k->arena, g->jenis, g->baru)));
	return err;
}

static bool blank(NilaiIsian v)
{
	return v.isi == ISI_KOSONG && !*v.teks;
}

static Err entry_settle(const Banding *b, const IsianKembali *back, const BarisIsian *row, GarisImpor *g)
{
	g->sebelum = fact_now(b, row);
	if (g->sebelum)
		g->lama = isian_nilai(g->sebelum);
	if (isian_equal(g->baru, g->lama)) {
		g->status = GARIS_SAMA;
		return ERR_OK;
	}
	if (back->fakta != row->fakta)
		return meanwhile(b, back, g);
	g->status = blank(g->lama) ? GARIS_TAMBAH : GARIS_UBAH;
	impor_periksa_turun(g, b->h->lembar, b->tahun_ini, b->n_tahun_ini);
	return ERR_OK;
}

/* Why the row as a whole is not taken; NULL. */
static const char *row_fault(const Banding *b, const IsianKembali *back, size_t at)
{
	Konteks *k = b->k;
	if (!back->ada_id)
		return str_format(k->arena, teks(k->bahasa, "row %u is not of this sheet: it has no mark of a cell ('%s')"), back->baris, back->sel[ISIAN_KOLOM_NILAI]->teks);
	if (at == b->lembar->n)
		return str_format(k->arena, teks(k->bahasa, "row %u: the plan has no such cell (any more)"), back->baris);
	if (b->ada[at])
		return str_format(k->arena, teks(k->bahasa, "row %u stands in the sheet twice"), back->baris);
	return altered(b, back, &b->lembar->baris[at]);
}

static Err row_take(Banding *b, const IsianKembali *back)
{
	static const BarisIsian none = {.kode = "", .jenis = "", .nama = "", .satuan = "", .target_teks = "", .teks = "", .cara = ""};
	GarisImpor *g = line_add(b, back);
	size_t at = back->ada_id ? row_find(b, back) : b->lembar->n;
	const BarisIsian *row = at < b->lembar->n ? &b->lembar->baris[at] : &none;
	bool good = back->ada_id && entry_read(b, back, row, g);
	const char *fault = row_fault(b, back, at);
	if (row != &none)
		g->nama = row->nama;
	if (g->jenis == ISIAN_UANG)
		impor_jumlahkan(b->file, (Rupiah){g->baru.angka.m});
	if (fault)
		refuse(g, fault);
	if (at < b->lembar->n)
		b->ada[at] = true;
	return fault || !good ? ERR_OK : entry_settle(b, back, row, g);
}

/* Cells whose rows were taken out of the sheet stay as they are. */
static void missing_list(Banding *b)
{
	for (size_t i = 0; i < b->lembar->n; i++) {
		const BarisIsian *row = &b->lembar->baris[i];
		const BarisFakta *fact = fact_now(b, row);
		if (b->ada[i] || !*row->jenis || !fact || blank(isian_nilai(fact)))
			continue;
		*ARENA_PUSH(b->k->arena, b->h->garis, b->h->n, b->h->cap) =
			(GarisImpor){.status = GARIS_SISA, .jenis = (JenisIsian)isian_jenis_from_name(row->jenis), .kode = row->kode, .nama = row->nama, .indikator = row->indikator,
		                 .lama = isian_nilai(fact), .baru = {.teks = ""}, .bulan_lalu = {.teks = ""}, .sebelum = fact};
	}
}

BerkasImpor *impor_isian(Konteks *k, const LembarKembali *isian)
{
	BerkasImpor *b = ARENA_NEW(k->arena, BerkasImpor);
	*b = (BerkasImpor){.jenis = "isian", .opd_nama = "", .opd_bidang = "", .opd_kode = isian->opd, .tahun = isian->tahun, .bulan = isian->bulan, .isian = isian};
	return b;
}

Err impor_isian_padankan(HasilImpor *h, Konteks *k, BerkasImpor *berkas, const BarisFakta *tahun_ini, size_t n, ErrInfo *info)
{
	Banding b = {.k = k, .h = h, .file = berkas, .lembar = isian_lembar(k, h->lembar, tahun_ini, n), .tahun_ini = tahun_ini, .n_tahun_ini = n, .info = info};
	Err err = ERR_OK;
	if (!str_equal(berkas->isian->pemda, k->pemda.pemda))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s is a sheet of region %s, not of %s"), berkas->nama, berkas->isian->pemda, k->pemda.pemda), NULL);
	b.ada = ARENA_ARRAY(k->arena, bool, b.lembar->n);
	for (size_t i = 0; !err && i < berkas->isian->n; i++)
		err = row_take(&b, &berkas->isian->baris[i]);
	if (err)
		return err;
	missing_list(&b);
	return impor_kendali(h, k, berkas, info);
}
