#include "base/str.h"
#include "report/huruf.h"
#include "report/pdfa.h"
#include "report/render.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

/* The PDF as qpdf, which had no part in making it, reads it. */

static IsiDesimal dua(int64_t hundredths)
{
	return isi_desimal((Desimal){hundredths, 2});
}

static SelForm text_cell(const char *text)
{
	return (SelForm){.jenis = ISI_SEL_TEKS, .teks = text};
}

static SelForm number_cell(JenisSelForm kind, const char *text)
{
	return (SelForm){.jenis = kind, .teks = text, .isi = ISI_ADA, .nilai = dua(100).nilai};
}

typedef struct {
	Arena *arena;
	Snapshot snapshot;
	BlokForm blok[2];
	BarisForm baris[3];
	TabelForm form;
} Contoh;

static BarisForm line(const char *name)
{
	return (BarisForm){text_cell(name), number_cell(ISI_SEL_VOLUME, "10.000,00"), number_cell(ISI_SEL_VOLUME, "9.014,00"), text_cell("unit"),
	                   number_cell(ISI_SEL_PERSEN, "90,14"), 0, false};
}

static void block(BlokForm *b, Tingkat tingkat, const char *code, const char *name, BarisForm *lines, uint32_t n)
{
	*b = (BlokForm){.tingkat = tingkat, .kode = text_cell(code), .nama = text_cell(name), .pagu = number_cell(ISI_SEL_UANG, "14.052.383.491,00"),
	                .realisasi = number_cell(ISI_SEL_UANG, "13.245.552.743,00"), .keuangan = number_cell(ISI_SEL_PERSEN, "94,26"),
	                .rata_rata = number_cell(ISI_SEL_PERSEN, "96,79"), .keluaran = number_cell(ISI_SEL_PERSEN, "99,33"), .predikat = "",
	                .keluaran_per_baris = tingkat == TINGKAT_SUB_KEGIATAN, .n_baris = n, .baris = lines};
}

static int setup(void **state)
{
	Contoh *c = test_calloc(1, sizeof *c);
	*c = (Contoh){.arena = arena_new()};
	c->snapshot = (Snapshot){.kepala = {"", "2.17", "Koperasi", "Dinas Koperasi & UKM <Buleleng>", 2023, 12, {2023, 12, 29}}};
	for (int i = 0; i < 3; i++)
		c->baris[i] = line("Jumlah alat ukur");
	block(&c->blok[0], TINGKAT_PROGRAM, "2.17.01", "1 Program Penunjang", c->baris, 1);
	block(&c->blok[1], TINGKAT_SUB_KEGIATAN, "2.17.01.2.01.01", "1.1.1 Sub Kegiatan Pelaksanaan Metrologi", c->baris + 1, 2);
	TabelForm *f = &c->form;
	*f = (TabelForm){.judul = {"LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN", "PERANGKAT DAERAH"}, .n_blok = 2, .blok = c->blok,
	                 .label_permasalahan = "PERMASALAHAN", .permasalahan = "", .label_tindak_lanjut = "UPAYA", .tindak_lanjut = "",
	                 .judul_keterangan = "KETERANGAN :", .tempat_tanggal = "", .jabatan = "", .nama = "", .pangkat = "", .nip = "",
	                 .kaki_kebijakan = "Kebijakan Bawaan versi 1", .kaki_data = "data 29 Desember 2023", .snapshot = &c->snapshot};
	for (int i = 0; i < 9; i++)
		f->keterangan[i] = "Kolom (1) : diisi kode";
	for (int i = 0; i < 5; i++)
		f->kepala[i] = (PasanganForm){"UNIT ORGANISASI", "Dinas"};
	for (int i = 0; i < 3; i++)
		f->jumlah[i] = (PasanganForm){"JUMLAH", "3"};
	f->total.pagu = f->total.realisasi = number_cell(ISI_SEL_UANG, "14.052.383.491,00");
	f->total.target = f->total.volume = f->total.keuangan = f->total.keluaran = f->total.rata_rata = number_cell(ISI_SEL_PERSEN, "100,00");
	f->total.satuan = text_cell("%");
	*state = c;
	return 0;
}

static int teardown(void **state)
{
	Contoh *c = *state;
	arena_free(c->arena);
	test_free(c);
	return 0;
}

static Keluaran render(Contoh *c)
{
	Keluaran out = {0};
	ErrInfo info = {0};
	Err err = render_pdf(&out, c->arena, &c->form, KERTAS_F4, BAHASA_EN, &info);
	if (err != ERR_OK)
		print_message("%s\n", info.message);
	assert_int_equal(err, ERR_OK);
	return out;
}

static qpdf_data qpdf_open(const Keluaran *pdf)
{
	qpdf_data q = qpdf_init();
	qpdf_silence_errors(q);
	assert_int_equal(qpdf_read_memory(q, "report", (const char *)pdf->bytes, pdf->n, NULL), QPDF_SUCCESS);
	return q;
}

static qpdf_oh key(qpdf_data q, qpdf_oh object, const char *path)
{
	return qpdf_oh_get_key(q, object, path);
}

static void the_same_form_gives_the_same_bytes(void **state)
{
	Keluaran a = render(*state), b = render(*state);
	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.bytes, b.bytes, a.n);
}

static void qpdf_finds_nothing_wrong(void **state)
{
	Keluaran pdf = render(*state);
	qpdf_data q = qpdf_open(&pdf);
	assert_int_equal(qpdf_check_pdf(q), QPDF_SUCCESS);
	assert_false(qpdf_more_warnings(q));
	assert_string_equal(qpdf_get_pdf_version(q), "1.4");
	assert_int_equal(qpdf_get_num_pages(q), 1);
	assert_false(qpdf_oh_has_key(q, qpdf_get_page_n(q, 0), "/Group"));
	qpdf_cleanup(&q);
}

static void the_catalogue_has_what_archives_want(void **state)
{
	Contoh *c = *state;
	Keluaran pdf = render(c);
	qpdf_data q = qpdf_open(&pdf);
	qpdf_oh root = qpdf_get_root(q), trailer = qpdf_get_trailer(q);
	assert_string_equal(qpdf_oh_get_string_value(q, key(q, root, "/Lang")), "id");
	assert_true(qpdf_oh_get_bool_value(q, key(q, key(q, root, "/MarkInfo"), "/Marked")));
	qpdf_oh intent = qpdf_oh_get_array_item(q, key(q, root, "/OutputIntents"), 0);
	assert_string_equal(qpdf_oh_get_name(q, key(q, intent, "/S")), "/GTS_PDFA1");
	assert_int_equal(qpdf_oh_get_array_n_items(q, key(q, trailer, "/ID")), 2);
	assert_false(qpdf_oh_has_key(q, qpdf_oh_get_dict(q, key(q, root, "/Metadata")), "/Filter"));

	unsigned char *xmp;
	size_t n;
	QPDF_BOOL filtered;
	assert_int_equal(qpdf_oh_get_stream_data(q, key(q, root, "/Metadata"), qpdf_dl_all, &filtered, &xmp, &n), QPDF_SUCCESS);
	const char *text = str_dupn(c->arena, (const char *)xmp, n);
	free(xmp);
	assert_non_null(strstr(text, "<pdfaid:conformance>B<"));
	assert_non_null(strstr(text, "Dinas Koperasi &amp; UKM &lt;Buleleng&gt;"));
	assert_non_null(strstr(text, "<xmp:CreateDate>2023-12-29T00:00:00Z<"));
	qpdf_oh info = key(q, trailer, "/Info");
	assert_string_equal(qpdf_oh_get_utf8_value(q, key(q, info, "/Author")), "Dinas Koperasi & UKM <Buleleng>");
	assert_string_equal(qpdf_oh_get_utf8_value(q, key(q, info, "/CreationDate")), "D:20231229000000Z");
	qpdf_cleanup(&q);
}

typedef struct { int th, td, tr, scope, rowspan2; } Struktur;

static void structure_count(qpdf_data q, qpdf_oh element, Struktur *s)
{
	if (!qpdf_oh_is_dictionary(q, element))
		return;
	const char *kind = qpdf_oh_is_name(q, key(q, element, "/S")) ? qpdf_oh_get_name(q, key(q, element, "/S")) : "";
	s->th += str_equal(kind, "/TH");
	s->td += str_equal(kind, "/TD");
	s->tr += str_equal(kind, "/TR");
	qpdf_oh a = key(q, element, "/A");
	if (qpdf_oh_is_dictionary(q, a)) {
		s->scope += qpdf_oh_has_key(q, a, "/Scope");
		s->rowspan2 += qpdf_oh_has_key(q, a, "/RowSpan") && qpdf_oh_get_int_value(q, key(q, a, "/RowSpan")) == 2;
	}
	qpdf_oh kids = key(q, element, "/K");
	if (qpdf_oh_is_dictionary(q, kids))
		structure_count(q, kids, s);
	for (int i = 0; qpdf_oh_is_array(q, kids) && i < qpdf_oh_get_array_n_items(q, kids); i++)
		structure_count(q, qpdf_oh_get_array_item(q, kids, i), s);
}

static void the_table_is_tagged(void **state)
{
	Keluaran pdf = render(*state);
	qpdf_data q = qpdf_open(&pdf);
	Struktur s = {0};
	structure_count(q, key(q, qpdf_get_root(q), "/StructTreeRoot"), &s);
	assert_int_equal(s.tr, 3 + 1 + 2 + 1 + 2);           /* head, program, two lines of a sub kegiatan, total, narrative */
	assert_int_equal(s.th, (int)FORM_N_JUDUL + 2 + 1);   /* headings, a code a node, JUMLAH TOTAL */
	assert_int_equal(s.scope, s.th);
	assert_int_equal(s.td, 10 + 10 + 5 + 8 + 2);
	assert_int_equal(s.rowspan2, 5 + 6);                 /* headings over two rows; code, name, two sums, keuangan and rata-rata over two lines */
	qpdf_cleanup(&q);
}

/* Characters beyond Windows-1252 are embedded another way, with duties of its own. */
static void rare_characters_keep_the_rules(void **state)
{
	Contoh *c = *state;
	c->baris[0].indikator.teks = "Tingkat \xE2\x89\xA5 5 \xCE\xA9 \xC5\x82 \xD0\x96";
	Keluaran pdf = render(c);
	qpdf_data q = qpdf_open(&pdf);
	assert_int_equal(qpdf_check_pdf(q), QPDF_SUCCESS);
	int cid = 0, n = (int)qpdf_oh_get_int_value(q, key(q, qpdf_get_trailer(q), "/Size"));
	for (int i = 1; i < n; i++) {
		qpdf_oh font = qpdf_get_object_by_id(q, i, 0);
		if (!qpdf_oh_is_dictionary_of_type(q, font, "/Font", "/CIDFontType2"))
			continue;
		cid++;
		assert_string_equal(qpdf_oh_get_name(q, key(q, font, "/CIDToGIDMap")), "/Identity");
		assert_true(qpdf_oh_is_stream(q, key(q, key(q, font, "/FontDescriptor"), "/CIDSet")));
	}
	assert_true(cid > 0);
	qpdf_cleanup(&q);
}

/* Widths of Liberation Sans (those of Arial): a digit 1139, a comma 569, A 1366, V 1366 of 2048 units; A and V are kerned, figures are not. */
static void words_have_the_widths_of_the_font(void **state)
{
	Contoh *c = *state;
	Huruf *h;
	assert_int_equal(huruf_open(&h, c->arena, BAHASA_EN, NULL), ERR_OK);
	Gaya gaya = {false, 8};
	const Kata *ones = huruf_kata(h, "11,11 ", 6, gaya), *zeros = huruf_kata(h, "00,00 ", 6, gaya);
	assert_float_equal(ones->tampak, 8.0 * (4 * 1139 + 569) / 2048, 0.0001);
	assert_float_equal(ones->lebar, 8.0 * (4 * 1139 + 2 * 569) / 2048, 0.0001);
	assert_float_equal(zeros->lebar, ones->lebar, 0.0001);
	assert_true(huruf_kata(h, "AVA", 3, gaya)->lebar < 8.0 * 3 * 1366 / 2048 - 0.1);
	assert_ptr_equal(huruf_kata(h, "AVA", 3, gaya), huruf_kata(h, "AVA", 3, gaya));
	assert_float_equal(huruf_kata(h, "AVA", 3, (Gaya){false, 16})->lebar, 2 * huruf_kata(h, "AVA", 3, gaya)->lebar, 0.0001);
	assert_true(huruf_kata(h, "AVA", 3, (Gaya){true, 8})->lebar > huruf_kata(h, "AVA", 3, gaya)->lebar);
	assert_int_equal(huruf_bentuk(ones)->n_glif, 6);
	huruf_close(h);
}

static void what_cairo_did_not_write_is_refused(void **state)
{
	Contoh *c = *state;
	Keluaran pdf = render(c), out;
	PdfaMeta meta = {.judul = "", .pembuat = "", .subjek = "", .bahasa_isi = "id"};
	ErrInfo info = {0};
	for (size_t n = 0; n < pdf.n; n += 1 + pdf.n / 60) {
		info = (ErrInfo){0};
		assert_int_equal(pdfa_convert(&out, c->arena, pdf.bytes, n, &meta, BAHASA_EN, &info), ERR_FORMAT);
		assert_non_null(info.message);
	}
	unsigned char *bytes = arena_alloc(c->arena, pdf.n);
	for (unsigned seed = 1; seed < 300; seed++) { /* damaged anywhere: refused or converted, never a crash */
		memcpy(bytes, pdf.bytes, pdf.n);
		for (unsigned k = 0, r = seed * 2654435761u; k < 8; k++, r = r * 1103515245u + 12345u)
			bytes[k < 4 ? pdf.n - 1 - r % 4000 : r % pdf.n] = (unsigned char)(r >> 11);
		(void)pdfa_convert(&out, c->arena, bytes, pdf.n, &meta, BAHASA_EN, &info);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_form_gives_the_same_bytes, setup, teardown),
		cmocka_unit_test_setup_teardown(qpdf_finds_nothing_wrong, setup, teardown),
		cmocka_unit_test_setup_teardown(the_catalogue_has_what_archives_want, setup, teardown),
		cmocka_unit_test_setup_teardown(the_table_is_tagged, setup, teardown),
		cmocka_unit_test_setup_teardown(rare_characters_keep_the_rules, setup, teardown),
		cmocka_unit_test_setup_teardown(words_have_the_widths_of_the_font, setup, teardown),
		cmocka_unit_test_setup_teardown(what_cairo_did_not_write_is_refused, setup, teardown),
	};
	return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
