#include "report/render.h"

#include "base/str.h"
#include "base/html.h"
#include "report/render_teks.h"
#include "report/xlsx_rumus.h"
#include "report/xlsx_ukur.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* A report of one program, one kegiatan and two sub kegiatan, with everything that a format could stumble over. */
typedef struct {
	Arena *arena;
	Snapshot snapshot;
	Simpul simpul[4];
	Indikator indikator[5];
	Kebijakan kebijakan;
} Contoh;

static IsiDesimal volume(int64_t m, uint8_t scale)
{
	return isi_desimal((Desimal){m, scale});
}

static IsiRupiah rupiah(int64_t whole)
{
	return isi_rupiah((Rupiah){whole * 100});
}

static Kode kode(uint8_t n)
{
	return (Kode){.n_bagian = n, .bagian = {2, 17, 1, n > 3 ? 2 : 0, n > 4 ? 1 : 0, n > 5 ? 1 : 0}, .lebar_sub = n > 5 ? 2 : 0};
}

static int setup(void **state)
{
	Contoh *c = calloc(1, sizeof *c);
	c->arena = arena_new();
	c->kebijakan = *kebijakan_default(c->arena);
	c->simpul[0] = (Simpul){TINGKAT_PROGRAM, kode(3), "2.17.1", "1", "Program <Penunjang> & lain", {0}, {0}, {0}, SIMPUL_NONE, 4, 0, 1};
	c->simpul[1] = (Simpul){TINGKAT_KEGIATAN, kode(5), "2.17.01.2.01", "1,1", "Kegiatan; \"Satu\"", {0}, {0}, {0}, 0, 4, 1, 0};
	c->simpul[2] = (Simpul){TINGKAT_SUB_KEGIATAN, kode(6), "2.17.01.2.01.01", "1.1.1", "Sub | a_b", rupiah(1000), rupiah(250), {0}, 1, 3, 1, 3};
	c->simpul[3] = (Simpul){TINGKAT_SUB_KEGIATAN, kode(6), "2.17.01.2.01.02", "1.1.2", "Sub dua", rupiah(3000), {0}, {0}, 1, 4, 4, 1};
	c->simpul[3].kode.bagian[5] = 2;
	c->indikator[0] = (Indikator){.nama = "Indeks", .satuan = "%", .target = volume(10000, 2), .realisasi = volume(5000, 2), .gema = true};
	c->indikator[1] = (Indikator){.nama = "=1+1", .satuan = "Unit", .target = volume(4, 0), .realisasi = volume(6507, 3)};
	c->indikator[2] = (Indikator){.nama = "-kurang", .satuan = "Orang", .target = volume(0, 0), .realisasi = volume(5, 0)};
	c->indikator[3] = (Indikator){.nama = "Opini", .satuan = "Opini", .target_teks = "WTP", .realisasi_teks = "WTP"};
	c->indikator[4] = (Indikator){.nama = "Bulan", .satuan = "Bulan", .target = volume(12, 0), .realisasi = volume(0, 0)};
	c->snapshot = (Snapshot){
		.kepala = {"", "2.17", "Urusan", "Dinas Contoh", 2023, 12, {2023, 12, 29}}, .n_simpul = 4, .simpul = c->simpul, .n_indikator = 5,
		.indikator = c->indikator, .narasi = {"@hambatan\nkedua", ""},
		.tanda_tangan = {"Singaraja", {2024, 1, 3}, "Kepala,", "Nama", "Pembina", "1970"}};
	*state = c;
	return 0;
}

static int teardown(void **state)
{
	Contoh *c = *state;
	arena_free(c->arena);
	free(c);
	return 0;
}

static const TabelForm *form(Contoh *c)
{
	return form_laporan_build(c->arena, rollup_run(c->arena, &c->snapshot, &c->kebijakan), NULL);
}

static const char *text(Contoh *c, Renderer renderer)
{
	Keluaran out = {0};
	assert_int_equal(renderer(&out, c->arena, form(c), KERTAS_F4, BAHASA_ID, NULL), ERR_OK);
	return str_dupn(c->arena, (const char *)out.bytes, out.n);
}

#define CONTAINS(text, part) \
	do { \
		if (!strstr((text), (part))) \
			fail_msg("missing: %s\nin:\n%s", (part), (text)); \
	} while (0)

static void the_name_chooses_the_format(void **state)
{
	(void)state;
	assert_ptr_equal(render_by_name("a/b.c/laporan.PDF"), render_pdf);
	assert_ptr_equal(render_by_name("laporan.xlsx"), render_xlsx);
	assert_ptr_equal(render_by_name("x.Html"), render_html);
	assert_ptr_equal(render_by_name("x.csv"), render_csv);
	assert_ptr_equal(render_by_name("x.json"), render_json);
	assert_ptr_equal(render_by_name(".md"), render_md);
	assert_null(render_by_name("laporan"));
	assert_null(render_by_name("laporan.doc"));
	assert_null(render_by_name("laporan.csv/isi"));
}

/* Figures by hand: 6,507 / 4 = 162,675 %, a tie, prints 162,68; the keluaran of 1.1.1 is that alone (target 0 and the text have no capaian), of 1.1.2 zero: the
 * kegiatan (162,675 + 0) / 2 = 81,3375. Money: 250 / 4000 = 6,25 %; 1.1.2 has no realisasi, so no keuangan. */
static void csv_is_the_form_line_by_line(void **state)
{
	const char *csv = text(*state, render_csv);
	assert_true(str_starts(csv, "\xEF\xBB\xBFLAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN;;;;;;;;;;\r\n"));
	CONTAINS(csv, "\r\nKODE BIDANG URUSAN;2.17 Urusan;;;;;;;;;\r\n");
	CONTAINS(csv, "\r\nJUMLAH SUB KEGIATAN;2;;;;;;;;;\r\n");
	CONTAINS(csv, "\r\n(1);(2);(3);(4);;(5);;(6);(7) = (5)/(4) x 100;;(8)\r\n"
	              "2.17.01;1 Program <Penunjang> & lain;Indeks;4.000,00;100,00;250,00;81,34;%;6,25;81,34;43,79\r\n"
	              "2.17.01.2.01;\"1.1 Kegiatan; \"\"Satu\"\"\";;4.000,00;;250,00;;;6,25;81,34;43,79\r\n"
	              "2.17.01.2.01.01;1.1.1 Sub | a_b;'=1+1;1.000,00;4,00;250,00;6,507;Unit;25,00;162,68;93,84\r\n"
	              ";;'-kurang;;0,00;;5,00;Orang;;-;\r\n"
	              ";;Opini;;WTP;;WTP;Opini;;-;\r\n"
	              "2.17.01.2.01.02;1.1.2 Sub dua;Bulan;3.000,00;12,00;;0,00;Bulan;-;0,00;-\r\n"
	              "JUMLAH TOTAL;;;4.000,00;100,00;250,00;81,34;%;6,25;81,34;43,79\r\n");
	CONTAINS(csv, "KINERJA :;\"'@hambatan\nkedua\";;;;;;;;;\r\n");
	CONTAINS(csv, "\r\n\"Singaraja, 3 Januari 2024\";;;;;;;;;;\r\n\"Kepala,\";");
}

static void csv_lines_all_have_eleven_columns(void **state)
{
	const char *csv = text(*state, render_csv);
	unsigned semicolons = 0;
	bool quoted = false;
	for (; *csv; csv++) {
		quoted ^= *csv == '"';
		semicolons += *csv == ';' && !quoted;
		if (*csv != '\n' || quoted)
			continue;
		assert_int_equal(semicolons, FORM_N_KOLOM - 1);
		semicolons = 0;
	}
}

static void json_keeps_facts_as_written_and_absence_as_null(void **state)
{
	const char *json = text(*state, render_json);
	CONTAINS(json, "\"bulan\": 12,");
	CONTAINS(json, "\"kondisi\": \"2023-12-29\"");
	CONTAINS(json, "\"count\": {\n      \"program\": 1,\n      \"kegiatan\": 1,\n      \"sub_kegiatan\": 2,\n      \"indikator\": 5\n    }");
	CONTAINS(json, "\"kode\": \"2.17.01\",\n      \"kode_as_written\": \"2.17.1\"");
	CONTAINS(json, "\"nomor\": \"1,1\"");
	CONTAINS(json, "\"nama\": \"Kegiatan; \\\"Satu\\\"\"");
	CONTAINS(json, "\"target\": \"4\",\n          \"realisasi\": \"6.507\",\n          \"capaian\": \"162.68\"");
	CONTAINS(json, "\"target\": \"12\",\n          \"realisasi\": \"0\",\n          \"capaian\": \"0.00\"");
	CONTAINS(json, "\"target\": null,\n          \"realisasi\": null,\n          \"capaian\": null,\n          \"target_teks\": \"WTP\",\n          \"realisasi_teks\": \"WTP\"");
	CONTAINS(json, "\"realisasi\": \"81.34\",\n          \"capaian\": null,\n          \"gema\": true");
	CONTAINS(json, "\"pagu\": \"3000.00\",\n      \"realisasi\": null,\n      \"keuangan\": null,\n      \"keluaran\": \"0.00\",\n      \"rata_rata\": null,\n      \"predikat\": null");
	CONTAINS(json, "\"permasalahan\": \"@hambatan\\nkedua\",\n    \"tindak_lanjut\": null");
	CONTAINS(json, "\"tanggal\": \"2024-01-03\"");
	assert_null(strstr(json, "bobot"));
	assert_null(strstr(json, "tercetak"));
}

static void json_of_an_empty_head_has_nulls(void **state)
{
	Contoh *c = *state;
	c->snapshot.kepala = (Kepala){"", "", "", "", 0, 0, {0, 0, 0}};
	const char *json = text(c, render_json);
	CONTAINS(json, "\"kode_bidang\": null,\n    \"nama_bidang\": null,\n    \"unit_organisasi\": null,\n    \"bulan\": null,\n    \"tahun\": null,\n    \"kondisi\": null");
}

static void json_shows_weights_where_there_are_some(void **state)
{
	Contoh *c = *state;
	c->simpul[2].bobot = volume(25, 1);
	c->indikator[1].bobot = volume(3, 0);
	const char *json = text(c, render_json);
	CONTAINS(json, "\"bobot\": \"2.5\"");
	CONTAINS(json, "\"bobot\": \"3\"");
}

static void markdown_escapes_what_would_be_markup(void **state)
{
	const char *md = text(*state, render_md);
	CONTAINS(md, "| **2.17.01** | **1 Program &lt;Penunjang\\> &amp; lain** | **Indeks** | **4.000,00** | **100,00** | **250,00** | **81,34** |");
	CONTAINS(md, "| 2.17.01.2.01.01 | 1.1.1 Sub \\| a\\_b | =1+1 | 1.000,00 | 4,00 | 250,00 | 6,507 | Unit | 25,00 | 162,68 | 93,84 |\n");
	CONTAINS(md, "| | | -kurang | | 0,00 | | 5,00 | Orang | | - | |\n");
	CONTAINS(md, "| | | *Rata-rata keluaran (1 dari 3 indikator terlapor)* | | | | | | | *162,68* | |\n");
	CONTAINS(md, "&#64;hambatan<br>kedua");
}

static void html_escapes_and_tells_the_row_heads(void **state)
{
	const char *html = text(*state, render_html);
	assert_true(str_starts(html, "<!DOCTYPE html>\n<html lang=\"id\">"));
	assert_null(strstr(html, "<script"));
	assert_null(strstr(html, "<Penunjang>"));
	assert_null(strstr(html, "http"));
	CONTAINS(html, "<title>Laporan Capaian Desember 2023 – Dinas Contoh</title>");
	CONTAINS(html, "<th scope=\"colgroup\" colspan=\"2\">TARGET KINERJA</th>");
	CONTAINS(html, "<th scope=\"col\" rowspan=\"2\">SATUAN</th>");
	CONTAINS(html, "<th scope=\"row\" class=\"nama\">1 Program &lt;Penunjang&gt; &amp; lain</th>");
	/* three indicators and the note on their mean */
	CONTAINS(html, "<th scope=\"rowgroup\" class=\"kode\" rowspan=\"4\">2.17.01.2.01.01</th>");
	CONTAINS(html, "<td class=\"angka\" rowspan=\"4\">1.000,00</td>");
	CONTAINS(html, "<td class=\"angka\">162,68</td>");
	CONTAINS(html, "@page{size:330mm 215mm");
	CONTAINS(html, "<p>@hambatan<br>kedua</p>");
}

static void html_closes_what_it_opens(void **state)
{
	Contoh *c = *state;
	StrBuf b = {.arena = c->arena};
	Html h = html_begin(&b);
	html_open(&h, "p");
	html_attr(&h, "title", "a\"b<c&'d\n\x01");
	html_attr_int(&h, "data-n", 7);
	html_text(&h, "<\x02tab\there\n&");
	html_void(&h, "br", NULL, NULL);
	html_element(&h, "b", "k", "");
	HTML_RAW(&h, "<i></i>");
	html_close(&h);
	html_finish(&h);
	assert_string_equal(strbuf_text(&b), "<p title=\"a&quot;b&lt;c&amp;&#39;d&#10;\" data-n=\"7\">&lt;tab here<br>&amp;<br><b class=\"k\"></b><i></i></p>");
}

static void as_printed_stands_in_brackets(void **state)
{
	Contoh *c = *state;
	const SelForm differs = {.jenis = ISI_SEL_PERSEN, .teks = "91,60", .isi = ISI_ADA, .nilai = {9160, 2}, .tercetak = "99,92"};
	const SelForm nothing = {.teks = "", .tercetak = "5"}, same = {.teks = "-"};
	assert_string_equal(render_cell(c->arena, &differs), "91,60 (99,92)");
	assert_string_equal(render_cell(c->arena, &nothing), "(5)");
	assert_string_equal(render_cell(c->arena, &same), "-");
}

/* ---- the worksheet ---- */

typedef struct { const TabelForm *form; const TataXlsx *tata; RumusLembar rumus; } Lembar;

static Lembar sheet(Contoh *c)
{
	Lembar l = {.form = form(c)};
	l.tata = xlsx_layout(c->arena, l.form, KERTAS_F4);
	l.rumus = rumus_begin(c->arena, l.form, l.tata);
	return l;
}

/* The body starts on row 13: program 13, kegiatan 14, sub kegiatan 15 to 17 and 18, total 19. */
static void formulas_name_the_cells_of_their_operands(void **state)
{
	Contoh *c = *state;
	Lembar l = sheet(c);
	assert_int_equal(l.tata->isi, 12);
	assert_int_equal(l.tata->total, 18);
	assert_string_equal(rumus_jumlah(&l.rumus, 1, XLSX_KOLOM_PAGU), "=IF(COUNT(D15,D18)=0,\"-\",SUM(D15,D18))");
	assert_string_equal(rumus_jumlah(&l.rumus, 0, XLSX_KOLOM_REALISASI), "=IF(COUNT(F14)=0,\"-\",SUM(F14))");
	assert_string_equal(rumus_jumlah(&l.rumus, SIMPUL_TOTAL, XLSX_KOLOM_PAGU), "=IF(COUNT(D13)=0,\"-\",SUM(D13))");
	assert_null(rumus_jumlah(&l.rumus, 2, XLSX_KOLOM_PAGU));
	assert_string_equal(rumus_keuangan(&l.rumus, 14), "=IF(OR(N(D15)=0,NOT(ISNUMBER(F15))),\"-\",ROUND(F15/D15*100,10))");
	assert_string_equal(rumus_capaian(&l.rumus, &c->indikator[1], 14), "=IF(OR(N(E15)=0,NOT(ISNUMBER(G15))),\"-\",ROUND(G15/E15*100,10))");
	assert_null(rumus_capaian(&l.rumus, &c->indikator[0], 12));
	assert_string_equal(rumus_rata_baris(&l.rumus, &l.form->blok[2]), "=IF(COUNT(J15:J17)=0,\"-\",AVERAGE(J15:J17))");
	assert_string_equal(rumus_rata_baris(&l.rumus, &l.form->blok[3]), "=J18");
	assert_string_equal(rumus_rata_anak(&l.rumus, 1), "=IF(COUNT(L15,L18)=0,\"-\",AVERAGE(L15,L18))");
	assert_string_equal(rumus_keluaran(&l.rumus, 13), "=IF(ISNUMBER(L14),ROUND(L14,10),\"-\")");
	assert_string_equal(rumus_rata_rata(&l.rumus, 13), "=IF(AND(ISNUMBER(I14),ISNUMBER(L14)),ROUND((I14+L14)/2,10),\"-\")");
	assert_false(l.rumus.bantu[XLSX_BANTU_DALAM]);
}

static void formulas_follow_the_direction_of_the_policy(void **state)
{
	Contoh *c = *state;
	c->kebijakan.arah = ARAH_TURUN_A;
	Lembar l = sheet(c);
	assert_string_equal(rumus_capaian(&l.rumus, &c->indikator[1], 14), "=IF(OR(N(E15)=0,NOT(ISNUMBER(G15))),\"-\",ROUND((2*E15-G15)/E15*100,10))");
	c->kebijakan.arah = ARAH_TURUN_B;
	assert_string_equal(rumus_capaian(&l.rumus, &c->indikator[1], 14),
	                    "=IF(OR(N(E15)=0,NOT(ISNUMBER(G15))),\"-\",ROUND(IF(G15=0,100,E15/G15*100),10))");
	c->kebijakan.arah = ARAH_RENTANG;
	assert_string_equal(rumus_capaian(&l.rumus, &c->indikator[1], 14),
	                    "=IF(OR(N(E15)<=0,NOT(ISNUMBER(G15))),\"-\",IF(G15<E15,ROUND(G15/E15*100,10),IF(G15>E15,ROUND((2*E15-G15)/E15*100,10),ROUND(100,10))))");
	c->indikator[3].target_teks = "5-10";
	assert_string_equal(rumus_capaian(&l.rumus, &c->indikator[3], 16),
	                    "=IF(OR(NOT(ISNUMBER(G17))),\"-\",IF(G17<5,ROUND(G17/5*100,10),IF(G17>10,ROUND((2*10-G17)/10*100,10),ROUND(100,10))))");
}

static void formulas_follow_cap_floor_blanks_and_rounding(void **state)
{
	Contoh *c = *state;
	c->kebijakan.ada_maksimum = c->kebijakan.ada_minimum = true;
	c->kebijakan.maksimum = (Desimal){1000, 1};
	c->kebijakan.minimum = (Desimal){125, 1};
	c->kebijakan.kosong = KOSONG_NOL;
	c->kebijakan.pembulatan = BULAT_POTONG;
	Lembar l = sheet(c);
	assert_string_equal(rumus_capaian(&l.rumus, &c->indikator[1], 14),
	                    "=IF(OR(N(E15)=0,ISTEXT(G15)),\"-\",IF(ISBLANK(G15),0,MIN(100,MAX(12.5,G15/E15*100))))");
	assert_string_equal(rumus_keuangan(&l.rumus, 14), "=IF(N(D15)=0,\"-\",N(F15)/D15*100)");
	assert_int_equal(rumus_kolom_tepat(&l.rumus, XLSX_KOLOM_KELUARAN), XLSX_BANTU_CAPAIAN);
	assert_string_equal(rumus_bulat(&l.rumus, XLSX_BANTU_CAPAIAN, 14), "=IF(ISNUMBER(P15),TRUNC(ROUND(P15,10),2),\"-\")");
	assert_string_equal(rumus_rata_rata(&l.rumus, 13), "=IF(AND(ISNUMBER(Q14),ISNUMBER(L14)),(Q14+L14)/2,\"-\")");
	c->kebijakan.pembulatan = BULAT_GENAP;
	assert_string_equal(rumus_bulat(&l.rumus, XLSX_BANTU_CAPAIAN, 14),
	                    "=IF(ISNUMBER(P15),ROUND(ROUND(P15,10),2)-SIGN(P15)*(ROUND(MOD(ABS(P15)*10^2,2),7)=0.5)/10^2,\"-\")");
}

static void weighted_means_ask_for_the_rows_of_the_right_depth(void **state)
{
	Contoh *c = *state;
	c->kebijakan.gulung = GULUNG_PAGU;
	Lembar l = sheet(c);
	assert_true(l.rumus.bantu[XLSX_BANTU_DALAM]);
	assert_int_equal(l.rumus.dalam[2], 2);
	const char *formula = rumus_rata_anak(&l.rumus, 1);
	CONTAINS(formula, "SUMPRODUCT(((M15:M18=2)*ISNUMBER(L15:L18)),L15:L18,D15:D18)");
	c->kebijakan.gulung_indikator = GULUNG_BOBOT;
	CONTAINS(rumus_rata_baris(&l.rumus, &l.form->blok[2]), "SUMPRODUCT((1*ISNUMBER(J15:J17)),J15:J17,O15:O17)");
}

static void rows_are_high_enough_and_within_bounds(void **state)
{
	Contoh *c = *state;
	char *long_name = arena_alloc(c->arena, 3001);
	memset(long_name, 'n', 3000);
	for (int i = 7; i < 3000; i += 8)
		long_name[i] = ' ';
	c->simpul[2].nama = long_name;
	Lembar l = sheet(c);
	double height = 0, need = ukur_tinggi(ukur_baris(long_name, XLSX_HURUF, false, l.tata->lebar[1] - 6 - 18), XLSX_HURUF);
	for (uint32_t i = 0; i < l.tata->n_baris; i++)
		assert_true(l.tata->tinggi[i] > 0 && l.tata->tinggi[i] <= 409);
	for (uint32_t i = l.tata->blok[2]; i < l.tata->blok[3]; i++)
		height += l.tata->tinggi[i];
	assert_true(height >= need);
	for (uint32_t k = 0; k < FORM_N_KOLOM; k++)
		assert_true(l.tata->lebar[k] > 20);
}

/* 6 nodes a page would be cut between a kegiatan and its sub kegiatan; the break must come before the program that heads them. */
static void pages_break_before_what_heads_the_rows(void **state)
{
	Contoh *c = *state;
	enum { N = 90 };
	Simpul *simpul = ARENA_ARRAY(c->arena, Simpul, N);
	for (uint32_t i = 0; i < N; i += 3) {
		simpul[i] = c->simpul[0];
		simpul[i + 1] = c->simpul[1];
		simpul[i + 2] = c->simpul[3];
		for (uint32_t j = 0; j < 3; j++)
			simpul[i + j].indikator_awal = simpul[i + j].n_indikator = 0;
		simpul[i].akhir = simpul[i + 1].akhir = simpul[i + 2].akhir = i + 3;
		simpul[i + 1].induk = i;
		simpul[i + 2].induk = i + 1;
	}
	c->snapshot.simpul = simpul;
	c->snapshot.n_indikator = 0;
	for (uint32_t n = 3; n <= N; n += 3) {
		c->snapshot.n_simpul = n;
		Lembar l = sheet(c);
		assert_true(n < N || l.tata->n_putus >= 1);
		for (size_t i = 0; i < l.tata->n_putus; i++) {
			uint32_t row = l.tata->putus[i];
			assert_true(row < l.tata->total); /* total, narrative, legend and signature end a page of rows: none of them starts one */
			assert_int_equal((row - l.tata->isi) % 3, 0);
		}
	}
}

/* A last node so high that nothing fits below it: the total row leads the last page. */
static void the_total_leads_the_signature_when_no_node_can(void **state)
{
	Contoh *c = *state;
	char *long_name = arena_alloc(c->arena, 5001);
	memset(long_name, 'n', 5000);
	for (int i = 7; i < 5000; i += 8)
		long_name[i] = ' ';
	c->simpul[c->snapshot.n_simpul - 1].nama = long_name;
	Lembar l = sheet(c);
	assert_true(l.tata->n_putus >= 1);
	assert_int_equal(l.tata->putus[l.tata->n_putus - 1], l.tata->total);
}

static void the_width_of_text_is_that_of_arial(void **state)
{
	(void)state;
	/* "Kode" in Helvetica: 667 + 556 + 556 + 556 thousandths; 4 % of room */
	assert_true(ukur_lebar("Kode", 10, false) > 23.35 && ukur_lebar("Kode", 10, false) < 24.5);
	assert_true(ukur_lebar("Kode\nKodeKode", 10, false) > 46);
	assert_true(ukur_kata("a bbbb c", 10, false) < ukur_lebar("bbbbb", 10, false));
	assert_int_equal(ukur_baris("", 10, false, 100), 1);
	assert_int_equal(ukur_baris("nnnn nnnn nnnn", 10, false, 50), 2);
	assert_int_equal(ukur_baris("nnnn\nnnnn\nn", 10, false, 500), 3);
	assert_int_equal(ukur_baris("nnnnnnnnnnnnnnnnnnnn", 10, false, 60), 2); /* a word wider than the column is cut: 10 letters a line */
}

static void a_text_too_long_for_a_cell_is_an_error(void **state)
{
	Contoh *c = *state;
	char *text = arena_alloc(c->arena, 40001);
	memset(text, 'n', 40000);
	c->snapshot.narasi.permasalahan = text;
	Keluaran out = {0};
	ErrInfo info = {0};
	assert_int_equal(render_xlsx(&out, c->arena, form(c), KERTAS_F4, BAHASA_EN, &info), ERR_LIMIT);
	assert_string_equal(info.message, "XLSX: a text is longer than the 32767 characters a cell can hold");
	assert_non_null(info.hint);
}

static void the_workbook_is_a_zip_and_repeatable(void **state)
{
	Contoh *c = *state;
	Keluaran a = {0}, b = {0};
	assert_int_equal(render_xlsx(&a, c->arena, form(c), KERTAS_A4, BAHASA_ID, NULL), ERR_OK);
	assert_int_equal(render_xlsx(&b, c->arena, form(c), KERTAS_A4, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.bytes, "PK\3\4", 4);
	assert_memory_equal(a.bytes, b.bytes, a.n);
}

static void an_empty_report_is_written_in_every_format(void **state)
{
	Contoh *c = *state;
	static const Renderer ALL[] = {render_csv, render_json, render_md, render_html, render_xlsx};
	c->snapshot.n_simpul = c->snapshot.n_indikator = 0;
	c->snapshot.kepala = (Kepala){"", "", "", "", 0, 0, {0, 0, 0}};
	c->snapshot.tanda_tangan = (TandaTangan){"", {0, 0, 0}, "", "", "", ""};
	for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
		Keluaran out = {0};
		assert_int_equal(ALL[i](&out, c->arena, form(c), KERTAS_LEGAL, BAHASA_ID, NULL), ERR_OK);
		assert_true(out.n > 100);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_name_chooses_the_format),
		TEST(csv_is_the_form_line_by_line),
		TEST(csv_lines_all_have_eleven_columns),
		TEST(json_keeps_facts_as_written_and_absence_as_null),
		TEST(json_of_an_empty_head_has_nulls),
		TEST(json_shows_weights_where_there_are_some),
		TEST(markdown_escapes_what_would_be_markup),
		TEST(html_escapes_and_tells_the_row_heads),
		TEST(html_closes_what_it_opens),
		TEST(as_printed_stands_in_brackets),
		TEST(formulas_name_the_cells_of_their_operands),
		TEST(formulas_follow_the_direction_of_the_policy),
		TEST(formulas_follow_cap_floor_blanks_and_rounding),
		TEST(weighted_means_ask_for_the_rows_of_the_right_depth),
		TEST(rows_are_high_enough_and_within_bounds),
		TEST(pages_break_before_what_heads_the_rows),
		TEST(the_total_leads_the_signature_when_no_node_can),
		TEST(the_width_of_text_is_that_of_arial),
		TEST(a_text_too_long_for_a_cell_is_an_error),
		TEST(the_workbook_is_a_zip_and_repeatable),
		TEST(an_empty_report_is_written_in_every_format),
	};
	return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
