#include "base/str.h"
#include "document/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <csv.h>
#include <sys/stat.h>
#include <unistd.h>

/* One line a row: "3: [a] [b]"; empty cells as []. */
static const char *dump(Arena *a, const Grid *grid)
{
	StrBuf b = {.arena = a};
	for (uint32_t i = 0; i < grid->n_baris; i++) {
		strbuf_addf(&b, "%u:", grid->baris[i].nomor);
		for (uint32_t k = 0; k < grid->baris[i].n_sel; k++)
			strbuf_addf(&b, " [%s]", grid->baris[i].sel[k].teks);
		strbuf_addc(&b, '\n');
	}
	return strbuf_text(&b);
}

static Buku *read_bytes(Arena *a, const char *name, const void *bytes, size_t n)
{
	Buku *buku = NULL;
	ErrInfo info = {0};
	Err err = reader_csv(&buku, a, name, bytes, n, BAHASA_EN, &info);
	if (err)
		fail_msg("%s", info.message);
	return buku;
}

static Buku *read_text(Arena *a, const char *text)
{
	return read_bytes(a, "t.csv", text, strlen(text));
}

static void assert_rows(Arena *a, const char *text, char separator, const char *expected)
{
	Buku *buku = read_text(a, text);
	assert_int_equal(buku->pemisah, separator);
	assert_string_equal(dump(a, &buku->grid[0]), expected);
}

static void finds_the_separator(void **state)
{
	Arena *a = *state;
	assert_rows(a, "a\tb\n1,5\t2,5\n", '\t', "1: [a] [b]\n2: [1,5] [2,5]\n");
	assert_rows(a, "a,b,c\n1,2,3\n", ',', "1: [a] [b] [c]\n2: [1] [2] [3]\n");
	/* Excel with Indonesian settings: semicolons between, commas for decimals in every column */
	assert_rows(a, "kode;pagu;persen\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ';', "1: [kode] [pagu] [persen]\n2: [1,5] [2,5] [3,5]\n3: [4,5] [5,5] [6,5]\n");
	assert_rows(a, "a|b\n1,2|3,4\n", '|', "1: [a] [b]\n2: [1,2] [3,4]\n");
	/* a title without separators, prose with commas */
	assert_rows(a, "Laporan, bulan Desember, tahun 2023\n\nkode\tnama\n1\tSatu, dua, dan tiga\n2\tEmpat\n", '\t',
	            "1: [Laporan, bulan Desember, tahun 2023]\n3: [kode] [nama]\n4: [1] [Satu, dua, dan tiga]\n5: [2] [Empat]\n");
	/* en-US amounts are quoted where a comma separates */
	assert_rows(a, "kode,pagu\n1,\"9,627.00\"\n2,\"1,000.00\"\n", ',', "1: [kode] [pagu]\n2: [1] [9,627.00]\n3: [2] [1,000.00]\n");
}

static void obeys_a_declared_separator(void **state)
{
	assert_rows(*state, "sep=;\na;b,c\n", ';', "2: [a] [b,c]\n");
	assert_rows(*state, "sep=|\r\na,b,c|d\r\n", '|', "2: [a,b,c] [d]\n");
}

static void one_column_takes_the_separator_of_its_name(void **state)
{
	assert_int_equal(read_bytes(*state, "x.csv", "a\nb\n", 4)->pemisah, ',');
	assert_int_equal(read_bytes(*state, "x.csv", "a\nb\n", 4)->format, FORMAT_CSV);
	assert_int_equal(read_bytes(*state, "x.tsv", "a\nb\n", 4)->format, FORMAT_TSV);
	assert_int_equal(read_bytes(*state, "x.csv", "a\tb\n", 4)->format, FORMAT_TSV);
}

static void unquotes(void **state)
{
	Arena *a = *state;
	assert_rows(a, "a,\"b,\"\"c\"\"\",d\n", ',', "1: [a] [b,\"c\"] [d]\n");
	assert_rows(a, "\"a\",\"\",x\n", ',', "1: [a] [] [x]\n");
	assert_rows(a, "\"a\", \"b, c\" ,d\n", ',', "1: [a] [b, c] [d]\n");
	/* a line break inside; the record is numbered by the line it starts on */
	assert_rows(a, "a,\"b\r\nc\",d\r\ne,f,g\r\n", ',', "1: [a] [b\nc] [d]\n3: [e] [f] [g]\n");
	assert_rows(a, "a,b\n\n\"x\n\ny\",z\nc,d", ',', "1: [a] [b]\n3: [x\n\ny] [z]\n6: [c] [d]\n");
}

static void a_stray_quote_is_an_ordinary_character(void **state)
{
	Arena *a = *state;
	assert_rows(a, "pipa 3\" besi\tx\n\"y\tz\nb\tc\n", '\t', "1: [pipa 3\" besi] [x]\n2: [\"y] [z]\n3: [b] [c]\n");
	assert_rows(a, "\"Bulan\" dan\tx\na\tb\n", '\t', "1: [\"Bulan\" dan] [x]\n2: [a] [b]\n");
	/* an opening quote, and far below a closing one: the table rows between are not one cell */
	assert_rows(a, "a\t\"b\tc\nd\te\tf\ng\th\ti 17\"\nj\tk\tl\n", '\t',
	            "1: [a] [\"b] [c]\n2: [d] [e] [f]\n3: [g] [h] [i 17\"]\n4: [j] [k] [l]\n");
	assert_rows(a, "a,\"b\nc,d\n", ',', "1: [a] [\"b]\n2: [c] [d]\n");
	assert_rows(a, "a,b\nc,\"", ',', "1: [a] [b]\n2: [c] [\"]\n");
}

static void numbers_physical_lines_for_every_line_end(void **state)
{
	assert_rows(*state, "a,b\r\n\r\nc,d\r\n", ',', "1: [a] [b]\n3: [c] [d]\n");
	assert_rows(*state, "a,b\r\rc,d\r", ',', "1: [a] [b]\n3: [c] [d]\n");
	assert_rows(*state, "a,b\n\n\nc,d", ',', "1: [a] [b]\n4: [c] [d]\n");
	assert_rows(*state, ",,\n \t ,\nx,y\n", ',', "3: [x] [y]\n");
}

static void drops_trailing_empty_cells_and_keeps_inner_ones(void **state)
{
	Buku *buku = read_text(*state, "a,,b,,\n,c, ,\n");
	assert_string_equal(dump(*state, &buku->grid[0]), "1: [a] [] [b]\n2: [] [c]\n");
	assert_int_equal(buku->grid[0].baris[0].sel[1].jenis, SEL_KOSONG);
	assert_int_equal(buku->grid[0].baris[0].sel[0].jenis, SEL_TEKS);
	assert_int_equal(buku->grid[0].baris[0].sel[0].rentang_kolom, 1);
	assert_null(buku->grid[0].nama);
}

static void assert_encoding(Arena *a, const void *bytes, size_t n, const char *name, const char *expected)
{
	Buku *buku = read_bytes(a, "t.csv", bytes, n);
	assert_string_equal(buku->pengodean, name);
	assert_string_equal(dump(a, &buku->grid[0]), expected);
}

#define BYTES(text) text, sizeof text - 1

static void reads_every_encoding(void **state)
{
	Arena *a = *state;
	const char *expected = "1: [\xC3\xA9] [\xE2\x80\x93]\n2: [x] [y]\n"; /* é, en dash */
	assert_encoding(a, BYTES("\xC3\xA9,\xE2\x80\x93\nx,y\n"), "UTF-8", expected);
	assert_encoding(a, BYTES("\xEF\xBB\xBF\xC3\xA9,\xE2\x80\x93\nx,y\n"), "UTF-8 BOM", expected);
	assert_encoding(a, BYTES("\xE9,\x96\nx,y\n"), "Windows-1252", expected);
	assert_encoding(a, BYTES("\xFF\xFE\xE9\0,\0\x13\x20\n\0x\0,\0y\0\n\0"), "UTF-16LE", expected);
	assert_encoding(a, BYTES("\xFE\xFF\0\xE9\0,\x20\x13\0\n\0x\0,\0y\0\n"), "UTF-16BE", expected);
	/* without a mark, by the zeros of Latin text */
	assert_encoding(a, BYTES("k\0o\0d\0e\0,\0n\0a\0m\0a\0\n\0"), "UTF-16LE", "1: [kode] [nama]\n");
	assert_encoding(a, BYTES("\0k\0o\0d\0e\0,\0n\0a\0m\0a\0\n"), "UTF-16BE", "1: [kode] [nama]\n");
	/* a character beyond the first plane, and half of one */
	assert_encoding(a, BYTES("\xFF\xFE\x3D\xD8\x00\xDE,\0\x3D\xD8\n\0"), "UTF-16LE", "1: [\xF0\x9F\x98\x80] [\xEF\xBF\xBD]\n");
}

static void keeps_utf8_with_a_few_bad_bytes(void **state)
{
	assert_encoding(*state, BYTES("\xE2\x80\x93\xE2\x80\x93\xE2\x80\x93\xE2\x80\x93\xE2\x80\x93,b\xE9\n"), "UTF-8",
	                "1: [\xE2\x80\x93\xE2\x80\x93\xE2\x80\x93\xE2\x80\x93\xE2\x80\x93] [b\xEF\xBF\xBD]\n");
}

static void cleans_control_characters(void **state)
{
	assert_encoding(*state, BYTES("a\x1B[31m,b\x7F\n\x0C" "c\x0B" "d,e\x1A"), "UTF-8",
	                "1: [a\xEF\xBF\xBD[31m] [b\xEF\xBF\xBD]\n2: [ c d] [e]\n");
	assert_encoding(*state, BYTES("a,\xC2\x9B" "1m\n"), "UTF-8", "1: [a] [\xEF\xBF\xBD" "1m]\n"); /* C1: a terminal would obey */
}

static void assert_refused(Arena *a, const void *bytes, size_t n, Err expected, const char *message)
{
	Buku *buku = NULL;
	ErrInfo info = {0};
	assert_int_equal(reader_csv(&buku, a, "t.csv", bytes, n, BAHASA_EN, &info), expected);
	assert_null(buku);
	assert_string_equal(info.message, message);
}

static void refuses_what_is_no_table(void **state)
{
	const char *binary = "t.csv: binary data; a table as text (CSV, TSV) or a workbook (XLSX) was expected";
	assert_refused(*state, BYTES("abc\0def,ghi\n"), ERR_FORMAT, binary);
	assert_refused(*state, BYTES("\1\2\3\4\5\6abcdef"), ERR_FORMAT, binary);
	assert_refused(*state, BYTES("\xFF\xFE\0\0a\0\0\0"), ERR_FORMAT, binary); /* UTF-32 */
	assert_refused(*state, BYTES(""), ERR_FORMAT, "t.csv: the file is empty; a report was expected");
	assert_refused(*state, BYTES("\xEF\xBB\xBF \r\n\t\n"), ERR_FORMAT, "t.csv: the file is empty; a report was expected");
}

static void bounds_columns_and_rows(void **state)
{
	Arena *a = *state;
	size_t n = BACA_BATAS_KOLOM;
	char *wide = arena_alloc(a, n + 4);
	memset(wide, ',', n - 1);
	wide[n - 1] = 'x';
	Buku *buku = read_bytes(a, "t.csv", wide, n);
	assert_int_equal(buku->grid[0].baris[0].n_sel, BACA_BATAS_KOLOM);
	wide[n - 1] = ',';
	wide[n] = 'x';
	assert_refused(a, wide, n + 1, ERR_LIMIT, "t.csv:1: more than 16384 columns");

	size_t rows = BACA_BATAS_BARIS + 1;
	char *tall = arena_alloc(a, rows * 2);
	for (size_t i = 0; i < rows; i++)
		memcpy(tall + 2 * i, "x\n", 2);
	assert_refused(a, tall, rows * 2, ERR_LIMIT, "t.csv:1048577: more than 1048576 rows");
}

static void reads_the_real_report(void **state)
{
	Buku *buku = NULL;
	ErrInfo info = {0};
	const char *path = str_format(*state, "%s/examples/laporan-capaian-2023-12.tsv", getenv("CAPAIAN_SOURCE"));
	assert_int_equal(reader_open(&buku, *state, path, BAHASA_EN, &info), ERR_OK);
	assert_int_equal(buku->format, FORMAT_TSV);
	assert_int_equal(buku->n_grid, 1);
	/* lines counted in an editor */
	const Grid *grid = &buku->grid[0];
	uint32_t row = 0;
	while (row < grid->n_baris && grid->baris[row].nomor < 19)
		row++;
	assert_int_equal(grid->baris[row].nomor, 19);
	assert_string_equal(grid_cell(grid, row, 1)->teks, "2.17.01.2.01");
	assert_string_equal(grid_cell(grid, row, 4)->teks, "496.951.897,00");
	assert_string_equal(grid_cell(grid, row, 9)->teks, "85,32");
	assert_string_equal(grid_cell(grid, grid->n_baris - 1, 1)->teks, " NIP 19700101 199503 1 001");
}

/* ---- against libcsv, on well-formed tables of random content ---- */

typedef struct {
	StrBuf out;
	size_t kept, n;
} Theirs;

static void their_field(void *bytes, size_t n, void *context)
{
	Theirs *t = context;
	t->n++;
	strbuf_addf(&t->out, "[%.*s]", (int)n, n ? (const char *)bytes : "");
}

static void their_row(int last, void *context)
{
	(void)last;
	strbuf_addc(&((Theirs *)context)->out, '\n');
}

static int no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static const char *random_table(Arena *a, uint32_t *seed)
{
	static const char alphabet[] = "ab,\"\n;x";
	StrBuf b = {.arena = a};
	unsigned rows = 1 + next_random(seed) % 5, columns = 2 + next_random(seed) % 4;
	for (unsigned i = 0; i < rows; i++)
		for (unsigned k = 0; k < columns; k++) {
			strbuf_add(&b, "\"k"); /* never blank, so that neither side drops it */
			for (unsigned n = next_random(seed) % 6; n; n--) {
				char c = alphabet[next_random(seed) % (sizeof alphabet - 1)];
				strbuf_add(&b, c == '"' ? "\"\"" : (char[]){c, 0});
			}
			strbuf_add(&b, k + 1 < columns ? "\"," : "\"\n");
		}
	return strbuf_text(&b);
}

static void agrees_with_libcsv(void **state)
{
	(void)state;
	uint32_t seed = 7;
	for (int round = 0; round < 3000; round++) {
		Arena *a = arena_new();
		const char *text = str_format(a, "sep=,\n%s", random_table(a, &seed));
		Theirs theirs = {.out = {.arena = a}};
		struct csv_parser parser;
		csv_init(&parser, 0);
		csv_set_space_func(&parser, no_blank);
		csv_parse(&parser, text + 6, strlen(text + 6), their_field, their_row, &theirs);
		csv_fini(&parser, their_field, their_row, &theirs);
		csv_free(&parser);

		StrBuf ours = {.arena = a};
		const Grid *grid = &read_text(a, text)->grid[0];
		for (uint32_t i = 0; i < grid->n_baris; i++) {
			for (uint32_t k = 0; k < grid->baris[i].n_sel; k++)
				strbuf_addf(&ours, "[%s]", grid->baris[i].sel[k].teks);
			strbuf_addc(&ours, '\n');
		}
		assert_string_equal(strbuf_text(&ours), strbuf_text(&theirs.out));
		arena_free(a);
	}
}

/* ---- files ---- */

static void assert_open_fails(Arena *a, const char *path, Err expected, const char *ending)
{
	Buku *buku = NULL;
	ErrInfo info = {0};
	assert_int_equal(reader_open(&buku, a, path, BAHASA_EN, &info), expected);
	assert_string_equal(info.message, str_format(a, "%s: %s", path, ending));
}

static const char *temporary(Arena *a, const char *name, const void *bytes, size_t n)
{
	const char *path = str_format(a, "%s/capaian-test-%d-%s", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp", (int)getpid(), name);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	fclose(file);
	return path;
}

static void opens_only_ordinary_files(void **state)
{
	Arena *a = *state;
	assert_open_fails(a, "/", ERR_OPEN, "this is a directory; a file was expected");
	assert_open_fails(a, "/dev/null", ERR_OPEN, "this is a pipe or a device; an ordinary file was expected");
	assert_open_fails(a, "/tidak/ada.csv", ERR_OPEN, "there is no such file");

	const char *fifo = temporary(a, "fifo", "", 0);
	unlink(fifo);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_open_fails(a, fifo, ERR_OPEN, "this is a pipe or a device; an ordinary file was expected");
	unlink(fifo);

	const char *huge = temporary(a, "huge.csv", "a,b\n", 4);
	assert_int_equal(truncate(huge, 10LL * 1024 * 1024 * 1024), 0);
	assert_open_fails(a, huge, ERR_LIMIT, "the file has 10240 MB; at most 64 MB are read");
	unlink(huge);

	if (geteuid() != 0) {
		const char *closed = temporary(a, "closed.csv", "a,b\n", 4);
		chmod(closed, 0);
		assert_open_fails(a, closed, ERR_OPEN, "no permission to read this file");
		unlink(closed);
	}
}

static void names_what_a_foreign_file_is(void **state)
{
	static const struct { const char *bytes; size_t n; const char *what; } CASES[] = {
		{BYTES("%PDF-1.7\n"), "a PDF document"},
		{BYTES("\x89PNG\r\n\x1A\n"), "a picture (PNG)"},
		{BYTES("\xFF\xD8\xFF\xE0"), "a picture (JPEG)"},
		{BYTES("Rar!\x1A\7\1\0"), "a RAR archive"},
		{BYTES("  <html><body><table>"), "a web page (HTML), as some systems save under the name .xls"},
		{BYTES("\xEF\xBB\xBF<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>"), "an Excel 2003 XML spreadsheet"},
		{BYTES("<?xml version='1.0'?><a/>"), "an XML document"},
		{BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0k\0b\0o\0o\0k\0"), "an old Excel workbook (.xls)"},
		{BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "an Office document protected with a password"},
	};
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		const char *path = temporary(*state, "foreign.xlsx", CASES[i].bytes, CASES[i].n);
		assert_open_fails(*state, path, ERR_FORMAT, str_format(*state, "this is %s; a table (CSV, TSV, XLSX) was expected", CASES[i].what));
		unlink(path);
	}
}

static void leaves_json_to_its_own_reader(void **state)
{
	const char *path = temporary(*state, "x.json", BYTES("\n {\n\"policy\": {}}"));
	Buku *buku = NULL;
	assert_int_equal(reader_open(&buku, *state, path, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(buku->format, FORMAT_JSON);
	assert_int_equal(buku->n_grid, 0);
	unlink(path);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(finds_the_separator),
		TEST(obeys_a_declared_separator),
		TEST(one_column_takes_the_separator_of_its_name),
		TEST(unquotes),
		TEST(a_stray_quote_is_an_ordinary_character),
		TEST(numbers_physical_lines_for_every_line_end),
		TEST(drops_trailing_empty_cells_and_keeps_inner_ones),
		TEST(reads_every_encoding),
		TEST(keeps_utf8_with_a_few_bad_bytes),
		TEST(cleans_control_characters),
		TEST(refuses_what_is_no_table),
		TEST(bounds_columns_and_rows),
		TEST(reads_the_real_report),
		TEST(agrees_with_libcsv),
		TEST(opens_only_ordinary_files),
		TEST(names_what_a_foreign_file_is),
		TEST(leaves_json_to_its_own_reader),
	};
	return cmocka_run_group_tests_name("read_csv", tests, NULL, NULL);
}
