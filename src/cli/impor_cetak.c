#include "cli/impor_cetak.h"

#include "base/json.h"
#include "cli/buku.h"

enum { NAMA_LEBAR = 60 };

static const char *status_word(StatusGaris status, Bahasa b)
{
	static const char *const words[] = {TEKS("added"), TEKS("changed"), TEKS("same"), TEKS("left"), TEKS("UNMATCHED"), TEKS("REFUSED")};
	return teks(b, words[status]);
}

static const char *cell_word(Arena *arena, Bahasa b, const GarisImpor *g)
{
	if (g->jenis == ISIAN_VOLUME)
		return g->indikator ? str_format(arena, teks(b, "indicator %lld"), (long long)g->indikator) : teks(b, "volume");
	return g->jenis == ISIAN_UANG ? teks(b, "money") : isian_jenis_name(g->jenis);
}

static const char *shortened(Arena *arena, const char *text)
{
	const char *line = str_squeeze(arena, text), *p = line;
	for (int i = 0; i < NAMA_LEBAR && *p; i++)
		utf8_next(&p);
	return *p ? str_format(arena, "%s...", str_dupn(arena, line, (size_t)(p - line))) : line;
}

static const char *value(Arena *arena, const GarisImpor *g, NilaiIsian nilai)
{
	if (nilai.isi == ISI_KOSONG && !*nilai.teks)
		return "";
	return shortened(arena, isian_print(arena, g->jenis, nilai));
}

/* ---- lines ---- */

static void lines_print(StrBuf *out, Arena *arena, Bahasa b, const HasilImpor *h)
{
	const KolomDaftar columns[] = {{teks(b, "LINE"), true}, {"", false}, {teks(b, "CODE"), false}, {teks(b, "CELL"), false}, {teks(b, "LEDGER"), true},
	                               {teks(b, "FILE"), true}, {teks(b, "NAME"), false}};
	Daftar d = daftar_begin(arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < h->n; i++) {
		const GarisImpor *g = &h->garis[i];
		if (g->status != GARIS_SAMA)
			daftar_add(&d, (const char *const[]){g->baris ? str_format(arena, "%u", g->baris) : "", status_word(g->status, b), g->kode, cell_word(arena, b, g),
			                                     value(arena, g, g->lama), value(arena, g, g->baru), shortened(arena, g->nama)});
	}
	if (d.n)
		daftar_print(&d, out);
}

/* What has to be said of single lines, under the table. */
static void remarks_print(StrBuf *out, Arena *arena, Bahasa b, const HasilImpor *h)
{
	for (size_t i = 0; i < h->n; i++) {
		const GarisImpor *g = &h->garis[i];
		const char *place = g->baris ? str_format(arena, "%s:%u", h->berkas, g->baris) : h->berkas;
		if (g->sebab)
			strbuf_addf(out, "%s: %s: %s\n", place, status_word(g->status, b), g->sebab);
		for (size_t c = 0; c < g->n_calon; c++)
			strbuf_addf(out, "  %s: %s\n", teks(b, "near"), shortened(arena, g->calon[c]));
		if (g->turun)
			strbuf_addf(out, teks(b, "%s: %s falls: %s in the month before, %s now\n"), place, g->kode, isian_print(arena, g->jenis, g->bulan_lalu),
			            isian_print(arena, g->jenis, g->baru));
		if (g->catatan && (g->status != GARIS_SAMA || !isian_equal(g->baru, g->lama)))
			strbuf_addf(out, "%s: %s: %s\n", place, g->kode, g->catatan);
	}
}

/* ---- control totals ---- */

static void control_add(Daftar *d, Arena *arena, const char *kode, const char *nama, const KendaliImpor *c)
{
	bool written = c->tertulis.isi != ISI_KOSONG;
	Rupiah rest = {0};
	if (written)
		written = rupiah_sub(&rest, c->tertulis.nilai, c->berkas);
	daftar_add(d, (const char *const[]){kode, rupiah_print_id(arena, c->berkas), rupiah_print_id(arena, c->cocok), rupiah_print_id(arena, c->tak_cocok),
	                                    written ? rupiah_print_id(arena, c->tertulis.nilai) : "", written && rest.sen ? rupiah_print_id(arena, rest) : "", shortened(arena, nama)});
}

static void controls_print(StrBuf *out, Arena *arena, Bahasa b, const HasilImpor *h)
{
	const KolomDaftar columns[] = {{teks(b, "PROGRAM"), false}, {teks(b, "FILE"), true}, {teks(b, "MATCHED"), true}, {teks(b, "UNMATCHED"), true},
	                               {teks(b, "PRINTED"), true}, {teks(b, "DIFFERENCE"), true}, {teks(b, "NAME"), false}};
	Daftar d = daftar_begin(arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < h->n_program; i++)
		control_add(&d, arena, *h->program[i].kode ? h->program[i].kode : "-", h->program[i].nama, &h->program[i]);
	control_add(&d, arena, teks(b, "TOTAL"), "", &h->semua);
	strbuf_addc(out, '\n');
	daftar_print(&d, out);
}

/* ---- the whole ---- */

static void head_print(StrBuf *out, Bahasa b, const HasilImpor *h)
{
	strbuf_addf(out, "%s: %s, %s %d\n", h->berkas, h->opd.nama, bulan_name((uint8_t)h->bulan, b), h->tahun);
	if (h->rencana)
		strbuf_addf(out, teks(b, "no plan for %d in the ledger: the one in the file is kept with it (or import one first: capaian plan import)\n"), h->tahun);
	if (h->terdahulu)
		strbuf_addf(out, teks(b, "this file was imported before (entry %lld)\n"), (long long)h->terdahulu);
	if (h->n_galat || h->n_peringatan)
		strbuf_addf(out, teks(b, "the checks find %zu errors and %zu warnings in it: capaian check\n"), h->n_galat, h->n_peringatan);
	strbuf_addc(out, '\n');
}

static void outcome_print(StrBuf *out, Bahasa b, const HasilImpor *h, bool apply)
{
	const uint32_t *n = h->jumlah;
	strbuf_addc(out, '\n');
	strbuf_addf(out, teks(b, "%u added, %u changed, %u same, %u left in the ledger only, %u unmatched, %u refused\n"), n[GARIS_TAMBAH], n[GARIS_UBAH], n[GARIS_SAMA], n[GARIS_SISA],
	            n[GARIS_TAK_COCOK], n[GARIS_TOLAK]);
	if (h->n_gema)
		strbuf_addf(out, teks(b, "%u cells only repeat a computed percentage and are no entries\n"), h->n_gema);
	for (size_t i = 0; !apply && i < h->n_halangan; i++)
		strbuf_addf(out, teks(b, "not reconciled: %s\n"), h->halangan[i]);
	if (h->tersimpan)
		strbuf_add(out, teks(b, "imported\n"));
	else if (h->kosong && (apply || h->terdahulu || !h->n_halangan))
		strbuf_add(out, teks(b, "the ledger says all of it already: nothing to do\n"));
	else if (!apply && h->n_halangan)
		strbuf_add(out, h->wajib ? teks(b, "dry run: nothing was written, and --apply will refuse it\n") : teks(b, "dry run: nothing was written; --apply needs a --reason\n"));
	else if (!apply)
		strbuf_add(out, teks(b, "dry run: nothing was written; --apply does it\n"));
}

void cetak_impor(StrBuf *out, Arena *arena, Bahasa b, const HasilImpor *h, bool apply)
{
	head_print(out, b, h);
	lines_print(out, arena, b, h);
	remarks_print(out, arena, b, h);
	controls_print(out, arena, b, h);
	outcome_print(out, b, h, apply);
}

/* ---- JSON ---- */

static void json_value(Json *j, Arena *arena, const char *key, const GarisImpor *g, NilaiIsian nilai)
{
	json_key(j, key);
	if (*nilai.teks)
		json_text(j, nilai.teks);
	else if (nilai.isi == ISI_KOSONG)
		json_null(j);
	else
		json_text(j, desimal_print_plain(arena, nilai.angka, g->jenis == ISIAN_UANG ? 2 : nilai.angka.scale));
}

static void json_line(Json *j, Arena *arena, const GarisImpor *g)
{
	json_object(j);
	json_field(j, "status", garis_status_name(g->status));
	json_field(j, "jenis", isian_jenis_name(g->jenis));
	json_field(j, "kode", g->kode);
	json_key(j, "indikator");
	json_int(j, g->indikator);
	json_field(j, "nama", g->nama);
	json_key(j, "baris");
	json_int(j, g->baris);
	json_key(j, "kolom");
	json_int(j, g->kolom);
	json_value(j, arena, "lama", g, g->lama);
	json_value(j, arena, "baru", g, g->baru);
	json_field(j, "sebab", g->sebab);
	json_field(j, "catatan", g->catatan);
	json_key(j, "turun");
	json_bool(j, g->turun);
	json_key(j, "calon");
	json_array(j);
	for (size_t i = 0; i < g->n_calon; i++)
		json_text(j, g->calon[i]);
	json_end(j);
	json_end(j);
}

static void json_control(Json *j, const KendaliImpor *c)
{
	json_object(j);
	json_field(j, "kode", c->kode);
	json_key(j, "berkas");
	json_rupiah(j, isi_rupiah(c->berkas));
	json_key(j, "cocok");
	json_rupiah(j, isi_rupiah(c->cocok));
	json_key(j, "tak_cocok");
	json_rupiah(j, isi_rupiah(c->tak_cocok));
	json_key(j, "tertulis");
	json_rupiah(j, c->tertulis);
	json_end(j);
}

static void json_head(Json *j, const HasilImpor *h)
{
	json_field(j, "berkas", h->berkas);
	json_field(j, "hash", h->hash);
	json_field(j, "jenis", h->jenis);
	json_field(j, "opd", h->opd.opd);
	json_key(j, "tahun");
	json_int(j, h->tahun);
	json_key(j, "bulan");
	json_int(j, h->bulan);
	json_key(j, "rencana_baru");
	json_bool(j, h->rencana != NULL);
	json_key(j, "tersimpan");
	json_bool(j, h->tersimpan);
	json_key(j, "sudah_ada");
	json_bool(j, h->kosong);
	json_key(j, "jumlah");
	json_object(j);
	for (int s = 0; s < GARIS_JUMLAH; s++) {
		json_key(j, garis_status_name((StatusGaris)s));
		json_int(j, h->jumlah[s]);
	}
	json_end(j);
}

void cetak_impor_json(StrBuf *out, Arena *arena, const HasilImpor *h)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_head(&j, h);
	json_key(&j, "kendali");
	json_control(&j, &h->semua);
	json_key(&j, "program");
	json_array(&j);
	for (size_t i = 0; i < h->n_program; i++)
		json_control(&j, &h->program[i]);
	json_end(&j);
	json_key(&j, "halangan");
	json_array(&j);
	for (size_t i = 0; i < h->n_halangan; i++)
		json_text(&j, h->halangan[i]);
	json_end(&j);
	json_key(&j, "garis");
	json_array(&j);
	for (size_t i = 0; i < h->n; i++)
		json_line(&j, arena, &h->garis[i]);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}
