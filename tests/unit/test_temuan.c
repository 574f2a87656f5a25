#include "report/aturan_text.h"
#include "report/temuan.h"
#include "report/temuan_kutipan.h"
#include "report/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

/* A report of two rows made by hand, with its findings. */
typedef struct {
	Arena *arena;
	Buku buku;
	Grid grid;
	Draf draf;
	Hasil hasil;
	DaftarTemuan temuan;
	BerkasTemuan berkas;
} Contoh;

static Sel *cells(Arena *arena, const char *const *teks_sel, uint32_t n)
{
	Sel *sel = ARENA_ARRAY(arena, Sel, n);
	for (uint32_t i = 0; i < n; i++)
		sel[i] = (Sel){.teks = teks_sel[i], .jenis = *teks_sel[i] ? SEL_TEKS : SEL_KOSONG, .rentang_kolom = 1, .rentang_baris = 1};
	return sel;
}

static Contoh *make(Arena *arena)
{
	static const char *const program[] = {"2.17.1", "1 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
	                                      "9.627.340.537,00", "100,00", "", "99,92"};
	static const char *const total[] = {"JUMLAH TOTAL", "", "14.052.383.491,00", "100,00", "94,26", "99,89", "97,07"};
	Contoh *c = ARENA_NEW(arena, Contoh);
	c->arena = arena;
	Baris *baris = ARENA_ARRAY(arena, Baris, 2);
	baris[0] = (Baris){.nomor = 18, .n_sel = 6, .sel = cells(arena, program, 6)};
	baris[1] = (Baris){.nomor = 184, .n_sel = 7, .sel = cells(arena, total, 7)};
	c->grid = (Grid){.n_baris = 2, .baris = baris};
	c->buku = (Buku){.berkas = "laporan.tsv", .format = FORMAT_TSV, .pengodean = "UTF-8", .pemisah = '\t', .n_grid = 1, .grid = &c->grid};
	c->draf = (Draf){.buku = &c->buku, .grid = &c->grid, .ada_total = true};
	c->draf.snapshot.kepala = (Kepala){.unit_organisasi = "Dinas \"X\"", .tahun = 2023, .bulan = 12};
	c->draf.total.pagu.angka = (Angka){.status = ANGKA_NILAI, .nilai = {1405238349100, 2}};
	c->draf.total.rata_rata = (Tertulis){.teks = "97,07", .baris = 184, .kolom = 7, .angka = {.status = ANGKA_NILAI, .nilai = {9707, 2}}};
	c->hasil.snapshot = &c->draf.snapshot;
	c->hasil.total.rata_rata = isi_desimal((Desimal){9679, 2});
	c->temuan.arena = arena;
	c->berkas = (BerkasTemuan){.berkas = "laporan.tsv", .draf = &c->draf, .hasil = &c->hasil, .temuan = &c->temuan};
	return c;
}

static int32_t add(Contoh *c, const char *rule, LevelTemuan level, uint32_t baris, uint32_t kolom, const char *printed, const char *computed,
                   const char *message, const char *hint, int32_t cause)
{
	return temuan_add(&c->temuan, (Temuan){.rule = rule, .level = level, .posisi = {"laporan.tsv", NULL, baris, kolom}, .printed = printed,
	                                       .computed = computed, .message = message, .hint = hint, .cause = cause});
}

static const char *text(Contoh *c, unsigned width)
{
	StrBuf b = {.arena = c->arena};
	temuan_text(&b, &c->berkas, 1, false, width, BAHASA_EN);
	return strbuf_text(&b);
}

static void silent_without_findings(void **state)
{
	assert_string_equal(text(make(*state), 80), "");
}

static void marks_the_cell_and_puts_consequences_under_their_cause(void **state)
{
	Contoh *c = make(*state);
	add(c, "mean-program", LEVEL_ERROR, 18, 6, "99.92", "91.60", "Program 1 leaves out a kegiatan.", "Take the mean of all six.", -1);
	add(c, "mean-total", LEVEL_ERROR, 184, 6, "99.89", "99.33", "The total follows.", NULL, 0);
	add(c, "rata-rata", LEVEL_ERROR, 184, 7, "97.07", "96.79", "The average follows.", NULL, 1);
	assert_string_equal(text(c, 100),
	                    "laporan.tsv:18:6: error[mean-program]: Program 1 leaves out a kegiatan.\n"
	                    "   |\n"
	                    "18 | 2.17.1 | 1 Program Penunjang Urusan Pe\xE2\x80\xA6 | 9.627.340.537,00 | 100,00 |  | 99,92\n"
	                    "   |                                                                          ^^^^^\n"
	                    "   = printed 99,92, computed 91,60\n"
	                    "   = help: Take the mean of all six.\n"
	                    "   -> 184:6 [mean-total]: The total follows.\n"
	                    "      -> 184:7 [rata-rata]: The average follows.\n"
	                    "\n"
	                    "laporan.tsv: errors: 3, warnings: 0, notes: 0; overall average printed 97,07, should be 96,79\n");
}

static void narrow_terminal_keeps_the_place_and_every_digit(void **state)
{
	Contoh *c = make(*state);
	add(c, "r", LEVEL_NOTE, 18, 3, NULL, NULL, "M.", NULL, -1);
	assert_string_equal(text(c, 40), "laporan.tsv:18:3: note[r]: M.\n"
	                                 "   |\n"
	                                 "18 | \xE2\x80\xA6 | 9.627.340.537,00 | 100,00 | \xE2\x80\xA6\n"
	                                 "   |     ^^^^^^^^^^^^^^^^\n"
	                                 "\n"
	                                 "laporan.tsv: errors: 0, warnings: 0, notes: 1\n");
}

static void empty_cell_and_cell_beyond_the_row_are_marked(void **state)
{
	Contoh *c = make(*state);
	add(c, "r", LEVEL_WARNING, 18, 5, NULL, NULL, "M.", NULL, -1);
	add(c, "r", LEVEL_WARNING, 18, 8, NULL, NULL, "M.", NULL, -1);
	const char *out = text(c, 60);
	assert_non_null(strstr(out, "18 | \xE2\x80\xA6 | 9.627.340.537,00 | 100,00 |     | 99,92\n"
	                            "   |                                 ^^^\n"));
	assert_non_null(strstr(out, "100,00 |  | 99,92 |  |    \n"));
}

static void part_of_a_cell_is_marked_when_it_is_quoted(void **state)
{
	Contoh *c = make(*state);
	static const char *const row[] = {"98,86 100,00", "Jumlah Kendaraan Dinas Operasional"};
	c->grid.baris[0].sel = cells(*state, row, 2);
	c->grid.baris[0].n_sel = 2;
	StrBuf b = {.arena = *state};
	Temuan t = {.rule = "r", .posisi = {"f", NULL, 18, 1}, .printed = "100.00", .message = "m", .cause = -1};
	kutipan_add(&b, &c->grid, &t, 80, (Corak){"", "", ""});
	assert_non_null(strstr(strbuf_text(&b), "\n   |       ^^^^^^\n"));
	b = (StrBuf){.arena = *state};
	t.posisi.kolom = 2;
	t.printed = "Operasional"; /* beyond the cut: the cell is shown from there */
	kutipan_add(&b, &c->grid, &t, 50, (Corak){"", "", ""});
	assert_string_equal(strbuf_text(&b), "   |\n"
	                                     "18 | 98,86 100,00 | \xE2\x80\xA6" "aan Dinas Operasional\n"
	                                     "   |                           ^^^^^^^^^^^\n");
}

static void sheet_place_and_numbers_are_those_people_see(void **state)
{
	Contoh *c = make(*state);
	c->grid.nama = "Des 23";
	c->grid.baris[0].sel[3] = (Sel){.teks = "0.9626", .jenis = SEL_ANGKA, .persen = true, .rentang_kolom = 1, .rentang_baris = 1};
	c->grid.baris[0].sel[5] = (Sel){.teks = "9627340537.5", .jenis = SEL_ANGKA, .rentang_kolom = 1, .rentang_baris = 1};
	add(c, "r", LEVEL_ERROR, 18, 6, NULL, NULL, "M.", NULL, -1);
	c->temuan.temuan[0].posisi.lembar = "Des 23";
	const char *out = text(c, 120);
	assert_true(str_starts(out, "laporan.tsv:Des 23!F18: error[r]: M.\n"));
	assert_non_null(strstr(out, "96,26% |  | 9.627.340.537,5\n"));
}

static void control_characters_cannot_steer_the_terminal(void **state)
{
	Contoh *c = make(*state);
	add(c, "r", LEVEL_ERROR, 18, 1, NULL, NULL, "bad \033[2J text", "bad \033[2J hint", -1);
	assert_null(strchr(text(c, 80), '\033'));
}

static void colour_is_ansi_and_readable_without(void **state)
{
	Contoh *c = make(*state);
	add(c, "r", LEVEL_ERROR, 18, 1, NULL, NULL, "M.", "H.", -1);
	StrBuf b = {.arena = *state}, plain = {.arena = *state};
	temuan_text(&b, &c->berkas, 1, true, 80, BAHASA_EN);
	assert_non_null(strstr(strbuf_text(&b), "\033[1;31merror[r]\033[0m"));
	for (const char *p = strbuf_text(&b); *p; p++) {
		if (*p == '\033')
			p += strcspn(p, "m");
		else
			strbuf_addc(&plain, *p);
	}
	assert_string_equal(strbuf_text(&plain), text(c, 80));
}

static void a_ring_of_causes_is_still_told(void **state)
{
	Contoh *c = make(*state);
	add(c, "a", LEVEL_ERROR, 18, 1, NULL, NULL, "First.", NULL, 1);
	add(c, "b", LEVEL_ERROR, 18, 2, NULL, NULL, "Second.", NULL, 0);
	const char *out = text(c, 80);
	assert_non_null(strstr(out, "First."));
	assert_non_null(strstr(out, "Second."));
}

static void json_is_the_contract(void **state)
{
	Contoh *c = make(*state);
	add(c, "mean-program", LEVEL_ERROR, 18, 6, "99.92", "91.60", "m", "h", -1);
	add(c, "mean-total", LEVEL_WARNING, 184, 6, NULL, NULL, "n", NULL, 0);
	c->temuan.temuan[0].kode = "2.17.01";
	c->temuan.temuan[0].posisi.lembar = "Sheet1";
	StrBuf b = {.arena = *state};
	temuan_json(&b, &c->berkas, 1, BAHASA_EN);
	assert_string_equal(strbuf_text(&b),
	                    "{\n  \"files\": [\n    {\n"
	                    "      \"file\": \"laporan.tsv\",\n"
	                    "      \"form\": \"laporan-capaian\",\n"
	                    "      \"opd\": \"Dinas \\\"X\\\"\",\n"
	                    "      \"tahun\": 2023,\n"
	                    "      \"bulan\": 12,\n"
	                    "      \"count\": {\n        \"program\": 0,\n        \"kegiatan\": 0,\n        \"sub_kegiatan\": 0,\n"
	                    "        \"indikator\": 0\n      },\n"
	                    "      \"printed\": {\n        \"pagu\": \"14052383491.00\",\n        \"realisasi\": null,\n"
	                    "        \"keuangan\": null,\n        \"keluaran\": null,\n        \"rata_rata\": \"97.07\"\n      },\n"
	                    "      \"computed\": {\n        \"pagu\": null,\n        \"realisasi\": null,\n        \"keuangan\": null,\n"
	                    "        \"keluaran\": null,\n        \"rata_rata\": \"96.79\"\n      },\n"
	                    "      \"findings\": [\n"
	                    "        {\n          \"rule\": \"mean-program\",\n          \"level\": \"error\",\n          \"line\": 18,\n"
	                    "          \"column\": 6,\n          \"cell\": \"F18\",\n          \"kode\": \"2.17.01\",\n"
	                    "          \"printed\": \"99.92\",\n          \"computed\": \"91.60\",\n          \"message\": \"m\",\n"
	                    "          \"hint\": \"h\",\n          \"cause\": null\n        },\n"
	                    "        {\n          \"rule\": \"mean-total\",\n          \"level\": \"warning\",\n          \"line\": 184,\n"
	                    "          \"column\": 6,\n          \"cell\": null,\n          \"kode\": null,\n"
	                    "          \"printed\": null,\n          \"computed\": null,\n          \"message\": \"n\",\n"
	                    "          \"hint\": null,\n          \"cause\": 0\n        }\n"
	                    "      ]\n    }\n  ],\n"
	                    "  \"summary\": {\n    \"error\": 1,\n    \"warning\": 1,\n    \"note\": 0\n  }\n}\n");
}

static void sarif_counts_columns_in_characters(void **state)
{
	Contoh *c = make(*state);
	add(c, "r", LEVEL_ERROR, 18, 3, NULL, NULL, "m", "h", -1);
	c->berkas.berkas = "lap oran/Desember 50%.tsv";
	StrBuf b = {.arena = *state};
	temuan_sarif(&b, &c->berkas, 1, "1.2.3", BAHASA_EN);
	const char *out = strbuf_text(&b);
	assert_non_null(strstr(out, "\"version\": \"2.1.0\""));
	assert_non_null(strstr(out, "\"uri\": \"lap%20oran/Desember%2050%25.tsv\""));
	assert_non_null(strstr(out, "\"startLine\": 18"));
	/* "2.17.1" and a tab are 7 characters, the name of 61 and a tab 62: the third field begins at 70. */
	assert_non_null(strstr(out, "\"startColumn\": 70"));
	assert_non_null(strstr(out, "\"text\": \"m h\""));
}

static void several_files_end_with_a_sum(void **state)
{
	Contoh *a = make(*state), *b = make(*state);
	add(a, "r", LEVEL_ERROR, 18, 1, NULL, NULL, "M.", NULL, -1);
	add(b, "r", LEVEL_NOTE, 18, 1, NULL, NULL, "M.", NULL, -1);
	BerkasTemuan both[] = {a->berkas, b->berkas};
	StrBuf out = {.arena = *state};
	temuan_text(&out, both, 2, false, 80, BAHASA_EN);
	assert_non_null(strstr(strbuf_text(&out), "\n2 of 2 files have findings; errors: 1, warnings: 0, notes: 1\n"));
}

static void wraps_at_the_width(void **state)
{
	StrBuf b = {.arena = *state};
	wrap_add(&b, "satu dua tiga\nempat  lima", 12, 4, 2);
	assert_string_equal(strbuf_text(&b), "satu dua\n  tiga\n  empat lima\n");
}

static void rules_are_listed_and_told_in_full(void **state)
{
	static const Aturan one = {"kode-ganda", LEVEL_ERROR, "A code stands once.", "Two rows with one code\ncannot both be right.", NULL};
	static const Aturan two = {"nomor-gaya", LEVEL_NOTE, "Numbers are written alike.", "x", NULL};
	const Aturan *const both[] = {&one, &two};
	StrBuf b = {.arena = *state};
	aturan_text_list(&b, both, 2, 36, BAHASA_EN);
	assert_string_equal(strbuf_text(&b), "kode-ganda  error    A code stands\n"
	                                     "                     once.\n"
	                                     "nomor-gaya  note     Numbers are\n"
	                                     "                     written alike.\n");
	b = (StrBuf){.arena = *state};
	aturan_text_one(&b, &one, 80, BAHASA_EN);
	assert_string_equal(strbuf_text(&b), "kode-ganda (error)\nA code stands once.\n\nTwo rows with one code\ncannot both be right.\n");
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
		TEST(silent_without_findings),
		TEST(marks_the_cell_and_puts_consequences_under_their_cause),
		TEST(narrow_terminal_keeps_the_place_and_every_digit),
		TEST(empty_cell_and_cell_beyond_the_row_are_marked),
		TEST(part_of_a_cell_is_marked_when_it_is_quoted),
		TEST(sheet_place_and_numbers_are_those_people_see),
		TEST(control_characters_cannot_steer_the_terminal),
		TEST(colour_is_ansi_and_readable_without),
		TEST(a_ring_of_causes_is_still_told),
		TEST(json_is_the_contract),
		TEST(sarif_counts_columns_in_characters),
		TEST(several_files_end_with_a_sum),
		TEST(wraps_at_the_width),
		TEST(rules_are_listed_and_told_in_full),
	};
	return cmocka_run_group_tests_name("temuan", tests, NULL, NULL);
}
