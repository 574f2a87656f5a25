#include "base/str.h"
#include "engine/check_hitung.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* ---- a document written in code: one line a node, indicators on the node's line and below it ---- */

typedef struct {
	Arena *arena;
	Draf draf;
	Buku buku;
	Grid grid;
	Simpul *simpul;
	Indikator *indikator;
	TertulisSimpul *tertulis;
	TertulisIndikator *garis;
	uint32_t baris;
} Dokumen;

static Tertulis cell(const Dokumen *d, const char *text, Kolom kolom)
{
	Tertulis t = {.teks = text ? text : "", .n_bagian = 1};
	if (text) {
		t.baris = d->baris;
		t.kolom = (uint32_t)kolom + 1;
		t.angka = angka_parse(text, d->buku.format == FORMAT_XLSX ? NOTASI_MESIN : NOTASI_ID);
	}
	return t;
}

static IsiRupiah money_of(Tertulis t)
{
	Rupiah r = {0};
	if (t.angka.status != ANGKA_NILAI)
		return (IsiRupiah){0};
	assert_true(desimal_to_rupiah(&r, t.angka.nilai));
	return isi_rupiah(r);
}

static IsiDesimal volume_of(Tertulis t)
{
	return t.angka.status == ANGKA_NILAI ? isi_desimal(t.angka.nilai) : (IsiDesimal){0};
}

/* With room for `most` nodes and as many indicators. */
static Dokumen *large_document(Arena *arena, FormatBerkas format, size_t most)
{
	Dokumen *d = ARENA_NEW(arena, Dokumen);
	*d = (Dokumen){.arena = arena, .buku = {.berkas = "laporan", .format = format}, .baris = 10,
	               .simpul = ARENA_ARRAY(arena, Simpul, most), .indikator = ARENA_ARRAY(arena, Indikator, most),
	               .tertulis = ARENA_ARRAY(arena, TertulisSimpul, most), .garis = ARENA_ARRAY(arena, TertulisIndikator, most)};
	d->draf = (Draf){.buku = &d->buku, .grid = &d->grid, .simpul = d->tertulis, .indikator = d->garis};
	d->draf.snapshot = (Snapshot){.simpul = d->simpul, .indikator = d->indikator};
	d->draf.snapshot.kepala = (Kepala){.judul = "", .kode_bidang = "", .nama_bidang = "", .unit_organisasi = ""};
	d->draf.snapshot.narasi = (Narasi){"", ""};
	d->draf.snapshot.tanda_tangan = (TandaTangan){.tempat = "", .jabatan = "", .nama = "", .pangkat = "", .nip = ""};
	d->draf.temuan.arena = arena;
	return d;
}

static Dokumen *document(Arena *arena, FormatBerkas format)
{
	return large_document(arena, format, 64);
}

/* A node of the level its code says; its parent is the last node one level up. */
static void node(Dokumen *d, const char *kode, const char *pagu, const char *realisasi, const char *keuangan, const char *keluaran,
                 const char *rata_rata)
{
	uint32_t i = d->draf.snapshot.n_simpul++;
	Simpul *s = &d->simpul[i];
	d->baris++;
	*s = (Simpul){.kode_tertulis = kode, .nomor = "", .nama = "Nama", .induk = SIMPUL_NONE, .indikator_awal = d->draf.snapshot.n_indikator};
	assert_true(kode_parse(&s->kode, kode, NULL));
	assert_true(kode_tingkat(&s->tingkat, s->kode));
	for (uint32_t c = i; c-- > 0 && s->induk == SIMPUL_NONE;)
		if (d->simpul[c].tingkat < s->tingkat)
			s->induk = c;
	for (uint32_t c = s->induk; c != SIMPUL_NONE; c = d->simpul[c].induk)
		d->simpul[c].akhir = i + 1;
	s->akhir = i + 1;
	d->tertulis[i] = (TertulisSimpul){
		.kode = cell(d, kode, KOLOM_KODE), .nama = cell(d, "Nama", KOLOM_NAMA), .pagu = cell(d, pagu, KOLOM_PAGU),
		.realisasi = cell(d, realisasi, KOLOM_REALISASI), .keuangan = cell(d, keuangan, KOLOM_KEUANGAN),
		.keluaran = cell(d, keluaran, KOLOM_KELUARAN), .rata_rata = cell(d, rata_rata, KOLOM_RATA_RATA)};
	if (s->tingkat == TINGKAT_SUB_KEGIATAN) {
		s->pagu = money_of(d->tertulis[i].pagu);
		s->realisasi = money_of(d->tertulis[i].realisasi);
	}
}

/* An indicator of the last node; the first one shares its line and its keluaran cell. */
static void line(Dokumen *d, const char *target, const char *realisasi, const char *keluaran)
{
	uint32_t i = d->draf.snapshot.n_simpul - 1, j = d->draf.snapshot.n_indikator++;
	bool first = d->simpul[i].n_indikator++ == 0;
	if (!first)
		d->baris++;
	TertulisIndikator *t = &d->garis[j];
	*t = (TertulisIndikator){.nama = cell(d, "Jumlah Dokumen", KOLOM_INDIKATOR), .target = cell(d, target, KOLOM_TARGET),
	                         .realisasi = cell(d, realisasi, KOLOM_REALISASI_VOLUME), .satuan = cell(d, "Dokumen", KOLOM_SATUAN),
	                         .keluaran = first ? d->tertulis[i].keluaran : cell(d, keluaran, KOLOM_KELUARAN),
	                         .pagu = cell(d, NULL, KOLOM_PAGU), .uang = cell(d, NULL, KOLOM_REALISASI),
	                         .keuangan = first ? d->tertulis[i].keuangan : cell(d, NULL, KOLOM_KEUANGAN),
	                         .rata_rata = first ? d->tertulis[i].rata_rata : cell(d, NULL, KOLOM_RATA_RATA), .pasangan_pasti = true};
	d->indikator[j] = (Indikator){.nama = "Jumlah Dokumen", .satuan = "Dokumen", .target = volume_of(t->target), .realisasi = volume_of(t->realisasi)};
}

static void echo(Dokumen *d, const char *target, const char *realisasi)
{
	line(d, target, realisasi, NULL);
	d->indikator[d->draf.snapshot.n_indikator - 1].gema = true;
}

static void total(Dokumen *d, const char *pagu, const char *realisasi, const char *volume, const char *keuangan, const char *keluaran,
                  const char *rata_rata)
{
	d->baris++;
	d->draf.ada_total = true;
	d->draf.total.label = cell(d, "JUMLAH TOTAL", KOLOM_KODE);
	d->draf.total.pagu = cell(d, pagu, KOLOM_PAGU);
	d->draf.total.realisasi = cell(d, realisasi, KOLOM_REALISASI);
	d->draf.total.volume = cell(d, volume, KOLOM_REALISASI_VOLUME);
	d->draf.total.target = cell(d, NULL, KOLOM_TARGET);
	d->draf.total.satuan = cell(d, NULL, KOLOM_SATUAN);
	d->draf.total.keuangan = cell(d, keuangan, KOLOM_KEUANGAN);
	d->draf.total.keluaran = cell(d, keluaran, KOLOM_KELUARAN);
	d->draf.total.rata_rata = cell(d, rata_rata, KOLOM_RATA_RATA);
}

/* ---- the arithmetic findings of a document ---- */

static bool is_arithmetic(const char *rule)
{
	for (const Aturan *a = ATURAN_ANGKA; a->nama; a++)
		if (str_equal(a->nama, rule))
			return true;
	return false;
}

static const Temuan *finding(const DaftarTemuan *list, size_t i)
{
	for (size_t k = 0; k < list->n; k++)
		if (is_arithmetic(list->temuan[k].rule) && i-- == 0)
			return &list->temuan[k];
	return NULL;
}

static size_t count(const DaftarTemuan *list)
{
	size_t n = 0;
	while (finding(list, n))
		n++;
	return n;
}

static DaftarTemuan *judge_with(Dokumen *d, const Kebijakan *k)
{
	DaftarTemuan *list = ARENA_NEW(d->arena, DaftarTemuan);
	check_run(d->arena, &d->draf, k, rollup_run(d->arena, &d->draf.snapshot, k), BAHASA_EN, NULL, 0, list);
	return list;
}

static DaftarTemuan *judge(Dokumen *d)
{
	return judge_with(d, kebijakan_default(d->arena));
}

static void expect(const DaftarTemuan *list, size_t i, const char *rule, const char *kode, const char *printed, const char *computed)
{
	const Temuan *t = finding(list, i);
	assert_non_null(t);
	assert_string_equal(t->rule, rule);
	if (kode)
		assert_string_equal(t->kode, kode);
	else
		assert_null(t->kode);
	assert_string_equal(t->printed, printed);
	if (computed)
		assert_string_equal(t->computed, computed);
	else
		assert_null(t->computed);
}

static void says(const DaftarTemuan *list, size_t i, const char *part)
{
	const Temuan *t = finding(list, i);
	if (!strstr(t->message, part))
		fail_msg("'%s' lacks '%s'", t->message, part);
}

/* ---- the table ---- */

static void every_rule_is_named_once_and_explained(void **state)
{
	size_t n;
	const Aturan *const *all = check_rules(*state, &n);
	assert_true(n > 30);
	for (size_t i = 0; i < n; i++) {
		assert_true(check_rule(all[i]->nama) == all[i]); /* the first of its name is itself: no name stands twice */
		for (const char *c = all[i]->nama; *c; c++)
			assert_true((*c >= 'a' && *c <= 'z') || *c == '-');
		size_t sentences = 0;
		for (const char *c = all[i]->penjelasan; (c = strstr(c, ". ")) != NULL; c++)
			sentences++;
		assert_true(sentences >= 1); /* one that ends inside, one at the end */
		assert_true(all[i]->kalimat[strlen(all[i]->kalimat) - 1] == '.');
	}
	assert_null(check_rule("tidak-ada"));
}

/* ---- a right document ---- */

/* Two kegiatan of one program; 2.17.01.2.02 has two sub kegiatan. Right throughout. */
static Dokumen *right(Arena *a, FormatBerkas format)
{
	Dokumen *d = document(a, format);
	node(d, "2.17.01", "1.000,00", "750,00", "75,00", "81,25", "78,13"); /* (62,5 + 100)/2 = 81,25; (75 + 81,25)/2 = 78,125 */
	echo(d, "100,00", "81,25");
	node(d, "2.17.01.2.01", "600,00", "450,00", "75,00", "62,50", NULL);
	echo(d, "10,00", "62,50");
	node(d, "2.17.01.2.01.01", "600,00", "450,00", "75,00", "25,00", NULL);
	line(d, "4,00", "1,00", NULL);
	line(d, "12,00", "12,00", "100,00");
	node(d, "2.17.01.2.02", "400,00", "300,00", "75,00", "100,00", NULL);
	echo(d, "10,00", "100,00");
	node(d, "2.17.01.2.02.01", "300,00", "201,00", "67,00", "100,00", NULL);
	line(d, "3,00", "3,00", NULL);
	node(d, "2.17.01.2.02.02", "100,00", "99,00", "99,00", "100,00", NULL);
	line(d, "3,00", "3,00", NULL);
	total(d, "1.000,00", "750,00", "81,25", "75,00", "81,25", "78,13");
	return d;
}

static void a_right_document_is_silent(void **state)
{
	assert_int_equal(count(judge(right(*state, FORMAT_TSV))), 0);
}

static void fewer_decimals_are_judged_as_printed(void **state)
{
	Dokumen *d = document(*state, FORMAT_TSV);
	node(d, "2.17.01", "3", "2", "66,7", "33", "50"); /* 66,667 and 33,333: 66,7; 33; 50,0 */
	node(d, "2.17.01.2.01", "3", "2", "67%", "33,3", NULL);
	node(d, "2.17.01.2.01.01", "3", "2", "66,67", "33,3333", NULL);
	line(d, "3", "1", NULL);
	assert_int_equal(count(judge(d)), 0);
	d->tertulis[0].keluaran = d->tertulis[1].rata_rata; /* none */
	d->baris = 12;
	d->tertulis[1].keluaran = cell(d, "33,4", KOLOM_KELUARAN);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "rata-kegiatan", "2.17.01.2.01", "33.4", "33.33");
}

static void typed_numbers_lose_their_zeros_and_hide_digits(void **state)
{
	Dokumen *d = document(*state, FORMAT_XLSX);
	node(d, "2.17.01", "3", "2", "66.666667", "33.3333", "50");
	node(d, "2.17.01.2.01", "3", "2", "66.67", "33.33", NULL);
	node(d, "2.17.01.2.01.01", "3", "2", "66.671234", "33.33", NULL); /* shows 66,67 */
	line(d, "3", "1", NULL);
	assert_int_equal(count(judge(d)), 0);
	/* "33" beside figures with two decimals is 33,00, not 33 rounded */
	d->baris = 12;
	d->tertulis[1].keluaran = cell(d, "33", KOLOM_KELUARAN);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "rata-kegiatan", "2.17.01.2.01", "33", "33.33");
	/* the same number stored as text says what it says: no decimals */
	d->tertulis[1].keluaran.angka_teks = true;
	assert_int_equal(count(judge(d)), 0);
}

/* ---- one slip is one error ---- */

/* The mistake of the real report, small: 2.17.01 leaves out the kegiatan whose money cell holds a dash. */
static void an_omission_is_named_and_carried_on(void **state)
{
	Dokumen *d = document(*state, FORMAT_TSV);
	node(d, "2.17.01", "300,00", "240,00", "80,00", "100,00", "90,00"); /* right: 75 and 77,5 */
	echo(d, "100,00", "100,00");
	node(d, "2.17.01.2.01", "200,00", "160,00", "80,00", "100,00", NULL);
	node(d, "2.17.01.2.01.01", "200,00", "160,00", "80,00", "100,00", NULL);
	line(d, "2,00", "2,00", NULL);
	node(d, "2.17.01.2.05", "100,00", "80,00", "-", "50,00", NULL);
	node(d, "2.17.01.2.05.01", "100,00", "80,00", "80,00", "50,00", NULL);
	line(d, "2,00", "1,00", NULL);
	node(d, "2.17.02", "100,00", "80,00", "80,00", "80,00", NULL);
	node(d, "2.17.02.2.01", "100,00", "80,00", "80,00", "80,00", NULL);
	node(d, "2.17.02.2.01.01", "100,00", "80,00", "80,00", "80,00", NULL);
	line(d, "10,00", "8,00", NULL);
	total(d, "400,00", "320,00", "90,00", "80,00", "90,00", "85,00"); /* right: 77,5 and 78,75 */
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 6);
	expect(list, 0, "gema-keluaran", "2.17.01", "100.00", "75.00");
	expect(list, 1, "rata-program", "2.17.01", "100.00", "75.00");
	says(list, 1, "the mean of 1 of the 2 kegiatan, without 2.17.01.2.05 (50,00), whose keuangan is only a dash.");
	expect(list, 2, "rata-rata", "2.17.01", "90.00", "77.50");
	expect(list, 3, "jumlah-total", NULL, "90.00", "77.50");
	expect(list, 4, "rata-total", NULL, "90.00", "77.50");
	says(list, 4, "90,00 -> 77,50");
	expect(list, 5, "rata-rata", NULL, "85.00", "78.75");
	const Temuan *root = finding(list, 1);
	for (size_t i = 0; i < 6; i++) {
		const Temuan *t = finding(list, i);
		assert_int_equal(t->level, t == root ? LEVEL_ERROR : LEVEL_NOTE);
		if (t != root)
			assert_true(&list->temuan[t->cause] == root);
		else
			assert_int_equal(t->cause, -1);
	}
}

static void a_wrong_percentage_alone_changes_nothing_above(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->baris = d->tertulis[4].nama.baris;
	d->tertulis[4].keuangan = cell(d, "76,00", KOLOM_KEUANGAN);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "persen-keuangan", "2.17.01.2.02.01", "76.00", "67.00");
	says(list, 0, "two digits are transposed");
}

static void a_mistyped_volume_carries_its_consequences(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	/* 1 of 4 was meant (25 %), 2 is written: the means above still follow the 25 */
	d->indikator[2].realisasi = isi_desimal((Desimal){200, 2});
	d->garis[2].realisasi.angka.nilai = (Desimal){200, 2};
	DaftarTemuan *list = judge(d);
	expect(list, count(list) - 1, "rata-rata", NULL, "78.13", "81.25");
	size_t errors = 0;
	for (size_t i = 0; i < count(list); i++)
		if (finding(list, i)->level == LEVEL_ERROR) {
			errors++;
			expect(list, i, "persen-indikator", "2.17.01.2.01.01", "25.00", "50.00");
		}
	assert_int_equal(errors, 1);
	assert_int_equal(count(list), 9); /* the indicator; kegiatan, program, total keluaran; three echoes; two rata-rata */
}

static void money_mistyped_below_is_found_below(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	/* 201 written as 210: its 67,00 % and the 300 of the kegiatan both need 201 */
	d->baris = d->tertulis[4].nama.baris;
	d->tertulis[4].realisasi = cell(d, "210,00", KOLOM_REALISASI);
	d->simpul[4].realisasi = isi_rupiah((Rupiah){21000});
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "jumlah-realisasi", "2.17.01.2.02.01", "210.00", "201.00");
	says(list, 0, "two digits are transposed");
}

static void a_wrong_sum_is_the_parents_error(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->baris = d->tertulis[3].nama.baris;
	d->tertulis[3].pagu = cell(d, "300,00", KOLOM_PAGU); /* without the second sub kegiatan, or its realisasi: both give 300 */
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "jumlah-pagu", "2.17.01.2.02", "300.00", "400.00");
	d->tertulis[3].pagu = cell(d, "100,00", KOLOM_PAGU);
	list = judge(d);
	expect(list, 0, "jumlah-pagu", "2.17.01.2.02", "100.00", "400.00");
	says(list, 0, "the sum of 1 of the 2 sub kegiatan, without 2.17.01.2.02.01 (300,00)");
}

static void a_wrong_sum_carried_up_is_one_error(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->baris = d->tertulis[3].nama.baris;
	d->tertulis[3].pagu = cell(d, "100,00", KOLOM_PAGU);
	d->tertulis[3].keuangan = cell(d, "300,00", KOLOM_KEUANGAN); /* 300 of 100 */
	d->baris = d->tertulis[0].nama.baris;
	d->tertulis[0].pagu = cell(d, "700,00", KOLOM_PAGU);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 3);
	expect(list, 0, "jumlah-pagu", "2.17.01", "700.00", "1000.00");
	expect(list, 1, "jumlah-pagu", "2.17.01.2.02", "100.00", "400.00");
	expect(list, 2, "persen-keuangan", "2.17.01.2.02", "300.00", "75.00");
	assert_true(&list->temuan[finding(list, 0)->cause] == finding(list, 1));
	assert_true(&list->temuan[finding(list, 2)->cause] == finding(list, 1));
}

static void the_total_row_may_add_several_levels(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->draf.total.pagu = cell(d, "3.000,00", KOLOM_PAGU);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "jumlah-total", NULL, "3000.00", "1000.00");
	says(list, 0, "rows of 3 levels");
}

static void hidden_sen_are_a_warning(void **state)
{
	Dokumen *d = document(*state, FORMAT_TSV);
	node(d, "2.17.01", "301", NULL, NULL, NULL, NULL);
	node(d, "2.17.01.2.01", "301", NULL, NULL, NULL, NULL);
	for (int i = 1; i <= 3; i++)
		node(d, str_format(*state, "2.17.01.2.01.0%d", i), "100", NULL, NULL, NULL, NULL); /* 100,40 each was meant */
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 2);
	assert_int_equal(finding(list, 1)->level, LEVEL_WARNING);
	assert_int_equal(finding(list, 0)->level, LEVEL_NOTE);
	d->tertulis[1].pagu.angka.nilai.m = 302; /* more than three halves */
	list = judge(d);
	assert_int_equal(finding(list, 0)->level, LEVEL_WARNING);
	assert_int_equal(finding(list, 1)->level, LEVEL_ERROR);
}

static void sums_that_outgrow_the_program_are_said(void **state)
{
	Dokumen *d = document(*state, FORMAT_TSV);
	node(d, "2.17.01", "1,00", NULL, NULL, NULL, NULL);
	node(d, "2.17.01.2.01", "1,00", NULL, NULL, NULL, NULL);
	node(d, "2.17.01.2.01.01", "92.233.720.368.547.758,07", NULL, NULL, NULL, NULL);
	node(d, "2.17.01.2.01.02", "0,01", NULL, NULL, NULL, NULL);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "luapan", "2.17.01.2.01", "1.00", NULL);
}

/* ---- lines of indicators ---- */

static void the_mean_on_the_first_line_is_a_warning(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->baris = d->tertulis[2].nama.baris;
	d->tertulis[2].keluaran = d->garis[2].keluaran = cell(d, "62,50", KOLOM_KELUARAN);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "rata-di-baris-indikator", "2.17.01.2.01.01", "62.50", "25.00");
	assert_int_equal(finding(list, 0)->level, LEVEL_WARNING);
	/* with no percentage on the further lines the first line prints the sub kegiatan's keluaran */
	d->garis[3].keluaran = cell(d, NULL, KOLOM_KELUARAN);
	assert_int_equal(count(judge(d)), 0);
	d->tertulis[2].keluaran = d->garis[2].keluaran = cell(d, "65,20", KOLOM_KELUARAN);
	list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "rata-sub-kegiatan", "2.17.01.2.01.01", "65.20", "62.50");
}

static void column_eight_repeats_a_neighbour(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->baris = d->tertulis[3].nama.baris;
	d->tertulis[3].rata_rata = cell(d, "100,00", KOLOM_RATA_RATA);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "rata-rata", "2.17.01.2.02", "100.00", "87.50");
	says(list, 0, "the printed figure repeats that of the column keluaran");
}

static void a_mean_of_rounded_figures_is_said_to_be_one(void **state)
{
	Dokumen *d = document(*state, FORMAT_TSV);
	node(d, "2.17.01", "10.000.000,00", "9.425.840,00", "94,26", "99,89", "97,08"); /* exactly 94,2584 and 99,885: 97,0717 */
	node(d, "2.17.01.2.01", "10.000.000,00", "9.425.840,00", "94,26", "99,89", NULL);
	node(d, "2.17.01.2.01.01", "10.000.000,00", "9.425.840,00", "94,26", "99,89", NULL);
	line(d, "100.000,00", "99.885,00", NULL);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "rata-rata", "2.17.01", "97.08", "97.07");
	says(list, 0, "others already rounded");
}

/* ---- the policy decides ---- */

static void weights_and_tolerance_are_the_policys(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	Kebijakan *k = ARENA_NEW(*state, Kebijakan);
	*k = *kebijakan_default(*state);
	k->gulung = GULUNG_PAGU; /* (600 x 62,5 + 400 x 100)/1000 = 77,5 */
	DaftarTemuan *list = judge_with(d, k);
	assert_int_equal(finding(list, 0)->level, LEVEL_NOTE);
	expect(list, 1, "rata-program", "2.17.01", "81.25", "77.50");
	says(list, 1, "the plain mean, but the policy wants weights");

	*k = *kebijakan_default(*state);
	k->selisih_cetak = (Desimal){5, 1}; /* 62,50 may be printed up to 63,00 */
	d->baris = d->tertulis[1].nama.baris;
	d->tertulis[1].keluaran = cell(d, "63,00", KOLOM_KELUARAN);
	assert_int_equal(count(judge_with(d, k)), 0);
	d->tertulis[1].keluaran = cell(d, "63,01", KOLOM_KELUARAN);
	assert_int_equal(count(judge_with(d, k)), 1);
}

static void the_other_source_of_keluaran_is_a_warning(void **state)
{
	Dokumen *d = document(*state, FORMAT_TSV);
	node(d, "2.17.01", "100,00", "80,00", "80,00", "90,00", NULL); /* own 90 of 100; below: 80 */
	line(d, "100,00", "90,00", NULL);
	node(d, "2.17.01.2.01", "100,00", "80,00", "80,00", "80,00", NULL);
	line(d, "50,00", "40,00", NULL);
	node(d, "2.17.01.2.01.01", "100,00", "80,00", "80,00", "80,00", NULL);
	line(d, "10,00", "8,00", NULL);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "sumber-keluaran", "2.17.01", "90.00", "80.00");
	assert_int_equal(finding(list, 0)->level, LEVEL_WARNING);
	Kebijakan *k = ARENA_NEW(*state, Kebijakan);
	*k = *kebijakan_default(*state);
	k->induk = INDUK_SENDIRI;
	assert_int_equal(count(judge_with(d, k)), 0);
	d->baris = d->tertulis[0].nama.baris;
	d->tertulis[0].keluaran = d->garis[0].keluaran = cell(d, "80,00", KOLOM_KELUARAN);
	list = judge_with(d, k);
	assert_int_equal(count(list), 1);
	expect(list, 0, "sumber-keluaran", "2.17.01", "80.00", "90.00");
}

static void blanks_are_not_zero(void **state)
{
	Dokumen *d = document(*state, FORMAT_TSV);
	node(d, "2.17.01", NULL, NULL, NULL, "80,00", NULL);
	node(d, "2.17.01.2.01", NULL, NULL, NULL, "80,00", NULL);
	node(d, "2.17.01.2.01.01", NULL, NULL, NULL, "80,00", NULL);
	line(d, "10,00", "8,00", NULL);
	node(d, "2.17.01.2.01.02", NULL, NULL, NULL, NULL, NULL);
	line(d, "10,00", NULL, NULL);
	assert_int_equal(count(judge(d)), 0);
	d->baris = d->tertulis[1].nama.baris;
	d->tertulis[1].keluaran = cell(d, "40,00", KOLOM_KELUARAN);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "rata-kegiatan", "2.17.01.2.01", "40.00", "80.00");
	says(list, 0, "2.17.01.2.01.02, which has no report, was counted as zero");
}

static void a_document_wrong_throughout_is_not_listed_to_the_end(void **state)
{
	enum { MANY = HITUNG_BATAS + 500 };
	Dokumen *d = large_document(*state, FORMAT_TSV, MANY + 2);
	node(d, "2.17.01", NULL, NULL, NULL, NULL, NULL);
	node(d, "2.17.01.2.01", NULL, NULL, NULL, NULL, NULL);
	d->simpul[0].akhir = d->simpul[1].akhir = MANY + 2;
	for (uint32_t i = 2; i < MANY + 2; i++) {
		d->baris++;
		d->simpul[i] = (Simpul){.tingkat = TINGKAT_SUB_KEGIATAN, .kode_tertulis = "", .nomor = "", .nama = "", .induk = 1, .akhir = i + 1,
		                        .pagu = isi_rupiah((Rupiah){300}), .realisasi = isi_rupiah((Rupiah){200})};
		d->tertulis[i] = d->tertulis[0];
		d->tertulis[i].nama = cell(d, "Nama", KOLOM_NAMA);
		d->tertulis[i].keuangan = cell(d, "66,66", KOLOM_KEUANGAN);
	}
	d->draf.snapshot.n_simpul = MANY + 2;
	DaftarTemuan *list = judge(d);
	size_t n = 0;
	const Temuan *last = NULL;
	for (size_t i = 0; i < list->n; i++)
		if (str_equal(list->temuan[i].rule, "persen-keuangan")) {
			last = &list->temuan[i];
			n++;
		}
	assert_int_equal(n, HITUNG_BATAS);
	assert_non_null(strstr(last->hint, "the rest was not judged"));
}

/* ---- choosing rules ---- */

static void a_choice_of_rules_keeps_the_causes(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->baris = d->tertulis[3].nama.baris;
	d->tertulis[3].pagu = cell(d, "100,00", KOLOM_PAGU);
	d->tertulis[3].keuangan = cell(d, "300,00", KOLOM_KEUANGAN);
	const char *const nama[] = {"persen-keuangan"};
	const Kebijakan *k = kebijakan_default(*state);
	DaftarTemuan list;
	check_run(*state, &d->draf, k, rollup_run(*state, &d->draf.snapshot, k), BAHASA_EN, nama, 1, &list);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.temuan[0].rule, "jumlah-pagu");
	assert_string_equal(list.temuan[1].rule, "persen-keuangan");
	assert_int_equal(list.temuan[1].cause, 0);
}

static void the_head_must_count_what_is_there(void **state)
{
	Dokumen *d = right(*state, FORMAT_TSV);
	d->baris = 3;
	d->draf.kepala.n_program = cell(d, "1", KOLOM_NAMA);
	d->draf.kepala.n_kegiatan = cell(d, "3", KOLOM_NAMA);
	DaftarTemuan *list = judge(d);
	assert_int_equal(count(list), 1);
	expect(list, 0, "jumlah-kepala", NULL, "3", "2");
}

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_rule_is_named_once_and_explained),
		TEST(a_right_document_is_silent),
		TEST(fewer_decimals_are_judged_as_printed),
		TEST(typed_numbers_lose_their_zeros_and_hide_digits),
		TEST(an_omission_is_named_and_carried_on),
		TEST(a_wrong_percentage_alone_changes_nothing_above),
		TEST(a_mistyped_volume_carries_its_consequences),
		TEST(money_mistyped_below_is_found_below),
		TEST(a_wrong_sum_is_the_parents_error),
		TEST(a_wrong_sum_carried_up_is_one_error),
		TEST(the_total_row_may_add_several_levels),
		TEST(hidden_sen_are_a_warning),
		TEST(sums_that_outgrow_the_program_are_said),
		TEST(the_mean_on_the_first_line_is_a_warning),
		TEST(column_eight_repeats_a_neighbour),
		TEST(a_mean_of_rounded_figures_is_said_to_be_one),
		TEST(weights_and_tolerance_are_the_policys),
		TEST(the_other_source_of_keluaran_is_a_warning),
		TEST(blanks_are_not_zero),
		TEST(a_document_wrong_throughout_is_not_listed_to_the_end),
		TEST(a_choice_of_rules_keeps_the_causes),
		TEST(the_head_must_count_what_is_there),
	};
	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
