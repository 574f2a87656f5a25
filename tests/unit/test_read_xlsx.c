#include "document/reader.h"
#include "document/xlsx_value.h"
#include "xlsx_pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <unistd.h>

static const char *const JENIS[] = {"kosong", "teks", "angka", "tanggal", "galat", "logika"};

/* One line a row: `3: A teks[x] B angka%[0.5]`; = formula, m covered by a merged area, 2x3 size of one, h hidden. */
static const char *dump(Arena *a, const Grid *grid)
{
	StrBuf b = {.arena = a};
	for (uint32_t i = 0; i < grid->n_baris; i++) {
		const Baris *row = &grid->baris[i];
		strbuf_addf(&b, "%u%s:", row->nomor, row->tersembunyi ? "h" : "");
		for (uint32_t k = 0; k < row->n_sel; k++) {
			const Sel *sel = &row->sel[k];
			strbuf_addf(&b, " %s%s%s%s[%s]", JENIS[sel->jenis], sel->persen ? "%" : "", sel->rumus ? "=" : "", sel->gabungan ? "m" : "", sel->teks);
			if (sel->rentang_kolom != 1 || sel->rentang_baris != 1)
				strbuf_addf(&b, "%ux%u", sel->rentang_kolom, sel->rentang_baris);
		}
		strbuf_addc(&b, '\n');
	}
	return strbuf_text(&b);
}

static Buku *read_packed(Arena *a, Packed packed)
{
	Buku *buku = NULL;
	ErrInfo info = {0};
	if (reader_xlsx(&buku, a, "t.xlsx", packed.bytes, packed.n, BAHASA_EN, &info) != ERR_OK)
		fail_msg("%s", info.message);
	return buku;
}

static const char *read_rows(Arena *a, const char *rows, const char *behind, const char *strings, const char *styles)
{
	return dump(a, &read_packed(a, pack_sheet(a, rows, behind, strings, styles))->grid[0]);
}

static void assert_fails(Arena *a, Packed packed, Err expected, const char *message)
{
	Buku *buku = NULL;
	ErrInfo info = {0};
	Err err = reader_xlsx(&buku, a, "t.xlsx", packed.bytes, packed.n, BAHASA_EN, &info);
	assert_null(buku);
	assert_string_equal(info.message, message);
	assert_int_equal(err, expected);
}

static void reads_every_type_of_cell(void **state)
{
	assert_string_equal(read_rows(*state,
	                              "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' t='inlineStr'><is><t>dua</t></is></c>"
	                              "<c r='C2' t='str'><f>A1</f><v>tiga</v></c><c r='D2'><v>4.50</v></c><c r='E2' t='b'><v>1</v></c>"
	                              "<c r='F2' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='G2' t='n'><v> -1E-3 </v></c>"
	                              "<c r='H2' t='d'><v>2023-12-29T00:00:00</v></c></row>",
	                              NULL, "<si><t>nol</t></si><si><t>satu</t></si>", NULL),
	                    "2: teks[satu] teks[dua] teks=[tiga] angka[4.50] logika[TRUE] galat=[#DIV/0!] angka[-1E-3] tanggal[2023-12-29]\n");
}

static void keeps_numbers_exactly(void **state)
{
	assert_string_equal(read_rows(*state,
	                              "<row><c><v>0.30000000000000004</v></c><c><v>92233720368547758.07</v></c><c><f>X1</f><v>1E+22</v></c>"
	                              "<c><v>007</v></c></row>",
	                              NULL, NULL, NULL),
	                    "1: angka[0.30000000000000004] angka[92233720368547758.07] angka=[1E+22] angka[007]\n");
}

static void knows_cells_and_rows_without_references(void **state)
{
	assert_string_equal(read_rows(*state,
	                              "<row><c><v>1</v></c><c r='D1'><v>4</v></c><c><v>5</v></c></row><row/>"
	                              "<row r='9'><c r='B9'><v>2</v></c></row><row><c><v>1</v></c></row>",
	                              NULL, NULL, NULL),
	                    "1: angka[1] kosong[] kosong[] angka[4] angka[5]\n9: kosong[] angka[2]\n10: angka[1]\n");
}

static void joins_rich_text_and_skips_readings(void **state)
{
	assert_string_equal(read_rows(*state,
	                              "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><r><rPr><b/></rPr><t>a </t></r><r><t>b</t></r>"
	                              "<rPh sb='0' eb='1'><t>X</t></rPh></is></c></row>",
	                              NULL,
	                              "<si><r><t xml:space='preserve'>Program </t></r><r><rPr><sz val='9'/></rPr><t>Satu</t></r>"
	                              "<rPh sb='0' eb='1'><t>X</t></rPh><phoneticPr fontId='1'/></si>",
	                              NULL),
	                    "1: teks[Program Satu] teks[a b]\n");
}

static void decodes_texts(void **state)
{
	assert_string_equal(read_rows(*state,
	                              "<row><c t='inlineStr'><is><t>a&amp;b &lt;c&gt;&#10;d</t></is></c><c t='s'><v>0</v></c><c t='s'><v>1</v></c>"
	                              "<c t='str'><v>x_x0041_y</v></c><c t='inlineStr'><is><t>\xC2\x9B" "1m</t></is></c></row>",
	                              NULL, "<si><t>a_x000D_&#10;b_x000A_c&#13;d_x005F_x000D_</t></si><si><t>_x0007_ _x00zz_ _x_</t></si>", NULL),
	                    "1: teks[a&b <c>\nd] teks[a\nb\nc\nd_x000D_] teks[\xEF\xBF\xBD _x00zz_ _x_] teks[xAy] teks[\xEF\xBF\xBD" "1m]\n");
}

#define FORMATS "<numFmts><numFmt numFmtId='164' formatCode='[$-421]dd\\ mmmm\\ yyyy;@'/><numFmt numFmtId='165' formatCode='0.00\" %\"'/>" \
	"<numFmt numFmtId='166' formatCode='#,##0.00%'/><numFmt numFmtId='167' formatCode='[h]:mm'/></numFmts>"

static void tells_dates_and_percentages_by_style(void **state)
{
	const char *styles = FORMATS "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
	                             "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='10'/></cellXfs>"
	                             "<dxfs><dxf><numFmt numFmtId='164' formatCode='0'/></dxf></dxfs>";
	assert_string_equal(read_rows(*state,
	                              "<row><c s='0'><v>45289</v></c><c s='1'><v>45289</v></c><c s='2'><v>45289.75</v></c><c s='3'><v>99.5</v></c>"
	                              "<c s='4'><v>0.995</v></c><c s='5'><v>1.5</v></c><c s='6'><v>1</v></c><c s='99'><v>2</v></c></row>",
	                              NULL, NULL, styles),
	                    "1: angka[45289] tanggal[2023-12-29] tanggal[2023-12-29] angka[99.5] angka%[0.995] angka[1.5] angka%[1] angka[2]\n");
}

static const char *date(Arena *a, const char *serial, bool from_1904)
{
	char iso[11];
	return xlsx_serial_date(iso, serial, from_1904) ? str_dup(a, iso) : NULL;
}

static void counts_days_as_excel_does(void **state)
{
	Arena *a = *state;
	assert_string_equal(date(a, "1", false), "1900-01-01");
	assert_string_equal(date(a, "59", false), "1900-02-28");
	assert_null(date(a, "60", false)); /* 29 February 1900 never was */
	assert_string_equal(date(a, "61", false), "1900-03-01");
	assert_string_equal(date(a, "25569", false), "1970-01-01");
	assert_string_equal(date(a, "45289.999988", false), "2023-12-29");
	assert_string_equal(date(a, "0", true), "1904-01-01");
	assert_string_equal(date(a, "43827", true), "2023-12-29"); /* 45289 - 1462 */
	assert_null(date(a, "0", false));
	assert_null(date(a, "-5", false));
	assert_null(date(a, "4.5289E4", false));
	assert_null(date(a, "99999999999999999999", false));
}

static void reads_format_codes(void **state)
{
	(void)state;
	static const struct { const char *code; Tampil shows; } CASES[] = {
		{"General", TAMPIL_ANGKA}, {"0.00", TAMPIL_ANGKA}, {"#,##0;[Red]-#,##0", TAMPIL_ANGKA}, {"0.00E+00", TAMPIL_ANGKA},
		{"\"Hari\" 0", TAMPIL_ANGKA}, {"0\\d", TAMPIL_ANGKA}, {"_-\"Rp\"* #,##0_-;-\"Rp\"* #,##0_-", TAMPIL_ANGKA}, {"[Magenta]0", TAMPIL_ANGKA},
		{"[$Rp-421]#,##0", TAMPIL_ANGKA}, {"hh:mm:ss", TAMPIL_ANGKA}, {"mm:ss", TAMPIL_ANGKA}, {"[mm]:ss", TAMPIL_ANGKA}, {"@", TAMPIL_ANGKA},
		{"0%", TAMPIL_PERSEN}, {"#.##0,00%;[Red]-0%", TAMPIL_PERSEN}, {"0\"%\"", TAMPIL_ANGKA}, {"0\\%", TAMPIL_ANGKA},
		{"yyyy-mm-dd", TAMPIL_TANGGAL}, {"d/m/yy h:mm", TAMPIL_TANGGAL}, {"MMMM", TAMPIL_TANGGAL}, {"[$-421]dddd, dd mmmm yyyy", TAMPIL_TANGGAL},
		{"mmm\"-\"yy;@", TAMPIL_TANGGAL}, {"\"unclosed", TAMPIL_ANGKA}, {"[unclosed", TAMPIL_ANGKA}, {"\\", TAMPIL_ANGKA}, {"", TAMPIL_ANGKA},
		{"0;dd", TAMPIL_ANGKA}, /* only the first section shows positive numbers */
	};
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
		if (xlsx_format_shows(CASES[i].code) != CASES[i].shows)
			fail_msg("%s", CASES[i].code);
}

static void knows_numbers(void **state)
{
	(void)state;
	assert_true(xlsx_is_number("-1.5E+3") && xlsx_is_number("0") && xlsx_is_number(".5") && xlsx_is_number("5."));
	assert_false(xlsx_is_number("") || xlsx_is_number("-") || xlsx_is_number(".") || xlsx_is_number("1,5") || xlsx_is_number("1e") ||
	             xlsx_is_number("1 2") || xlsx_is_number("NaN") || xlsx_is_number("0x10"));
	assert_string_equal(read_rows(*state, "<row><c><v>1,5</v></c><c><v>abc</v></c></row>", NULL, NULL, NULL), "1: teks[1,5] teks[abc]\n");
}

static void a_formula_without_value_is_empty_but_seen(void **state)
{
	assert_string_equal(read_rows(*state, "<row><c><v>1</v></c><c><f>A1*2</f></c><c><f>A1</f><v></v></c></row>", NULL, NULL, NULL),
	                    "1: angka[1] kosong=[] kosong=[]\n");
}

static void drops_blank_cells_and_rows(void **state)
{
	assert_string_equal(read_rows(*state,
	                              "<row><c s='1'/><c t='s'><v>0</v></c></row><row><c/><c t='inlineStr'><is><t>\xC2\xA0</t></is></c><c><v>3</v></c>"
	                              "<c t='s'><v>0</v></c></row>",
	                              NULL, "<si><t xml:space='preserve'>  </t></si>", NULL),
	                    "2: kosong[] kosong[] angka[3]\n");
}

static void the_last_of_two_cells_in_one_place_stands(void **state)
{
	assert_string_equal(read_rows(*state, "<row><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c><c r='B1' t='b'><v>0</v></c></row>", NULL, NULL, NULL),
	                    "1: angka[2] logika[FALSE]\n");
}

static void marks_merged_areas(void **state)
{
	assert_string_equal(
		read_rows(*state,
	              "<row><c t='str'><v>TARGET</v></c><c/><c t='str'><v>SATUAN</v></c></row>"
	              "<row><c t='str'><v>Rp</v></c><c t='str'><v>Vol</v></c><c t='str'><v>lama</v></c></row>",
	              "<mergeCells count='4'><mergeCell ref='A1:B1'/><mergeCell ref='C1:C2'/><mergeCell ref='H1:J9'/><mergeCell ref='x'/></mergeCells>", NULL,
	              NULL),
		"1: teks[TARGET]2x1 kosongm[] teks[SATUAN]1x2\n2: teks[Rp] teks[Vol] kosongm[]\n");
	/* over the whole width of a sheet: only as far as the table reaches */
	assert_string_equal(read_rows(*state, "<row><c t='str'><v>JUDUL</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>",
	                              "<mergeCells><mergeCell ref='A1:XFD1'/></mergeCells>", NULL, NULL),
	                    "1: teks[JUDUL]16384x1 kosongm[]\n2: angka[1] angka[2]\n");
}

static void tells_hidden_rows(void **state)
{
	assert_string_equal(read_rows(*state, "<row hidden='1'><c><v>1</v></c></row><row hidden='false'><c><v>2</v></c></row>", NULL, NULL, NULL),
	                    "1h: angka[1]\n2: angka[2]\n");
}

#define STRICT_NS "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define STRICT_REL "http://purl.oclc.org/ooxml/officeDocument/relationships"

static const Part STRICT[] = {
	{"_rels/.rels", "<p:Relationships xmlns:p='urn:x'><p:Relationship Id='a' Type='" STRICT_REL "/officeDocument' Target='/book/wb.xml'/></p:Relationships>"},
	{"book/wb.xml",
     "<x:workbook xmlns:x='" STRICT_NS "' xmlns:q='" STRICT_REL "'><x:workbookPr date1904='true'/><x:sheets>"
     "<x:sheet name='Sembunyi' sheetId='4' state='hidden' q:id='s1'/><x:sheet name='Grafik' sheetId='5' q:id='g'/>"
     "<x:sheet name='Laporan &amp;&#10;Lampiran' sheetId='7' q:id='s2'/><x:sheet name='Gaib' sheetId='8' state='veryHidden' q:id='s1'/>"
     "<x:sheet name='Dua' sheetId='9' q:id='s1'/></x:sheets></x:workbook>"},
	{"book/_rels/wb.xml.rels",
     "<Relationships><Relationship Id='s1' Type='" STRICT_REL "/worksheet' Target='../sheets/./one.xml'/>"
     "<Relationship Id='s2' Type='" STRICT_REL "/worksheet' Target='TWO.xml'/><Relationship Id='g' Type='" STRICT_REL "/chartsheet' Target='c.xml'/>"
     "<Relationship Id='st' Type='" STRICT_REL "/styles' Target='st.xml'/></Relationships>"},
	{"sheets/one.xml", "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>"},
	{"book/two.xml",
     "<x:worksheet xmlns:x='" STRICT_NS "'><x:sheetData><x:row r='3'><x:c r='B3' s='1'><x:f>TODAY()</x:f><x:v>43827</x:v></x:c></x:row></x:sheetData></x:worksheet>"},
	{"book/st.xml", "<x:styleSheet xmlns:x='" STRICT_NS "'><x:cellXfs count='2'><x:xf/><x:xf numFmtId='14'/></x:cellXfs></x:styleSheet>"},
	{NULL, NULL},
};

static void reads_the_strict_form_prefixes_and_several_sheets(void **state)
{
	Buku *buku = read_packed(*state, pack(*state, STRICT));
	assert_int_equal(buku->n_grid, 4); /* the chart is none */
	assert_string_equal(buku->grid[0].nama, "Sembunyi");
	assert_true(buku->grid[0].tersembunyi);
	assert_string_equal(buku->grid[1].nama, "Laporan & Lampiran");
	assert_false(buku->grid[1].tersembunyi);
	assert_string_equal(dump(*state, &buku->grid[1]), "3: kosong[] tanggal=[2023-12-29]\n");
	assert_true(buku->grid[2].tersembunyi);
	assert_string_equal(buku->grid[3].nama, "Dua");
	assert_string_equal(dump(*state, &buku->grid[3]), "1: angka[1]\n");
}

static const char *on_disk(Arena *a, Packed packed)
{
	const char *path = str_format(a, "%s/capaian-test-%d.xlsx", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp", (int)getpid());
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(packed.bytes, 1, packed.n, file), packed.n);
	fclose(file);
	return path;
}

typedef struct { StrBuf seen; unsigned left; } Seen;

static bool see(void *context, const Baris *row)
{
	Seen *s = context;
	strbuf_addf(&s->seen, "%u:%s ", row->nomor, row->sel[row->n_sel - 1].teks);
	return --s->left > 0;
}

static void streams_the_visible_sheets_and_stops_when_told(void **state)
{
	Arena *a = *state;
	ErrInfo info = {0};
	const char *path = on_disk(a, pack(a, STRICT));
	Seen seen = {.seen = {.arena = a}, .left = 9};
	assert_int_equal(reader_xlsx_stream(path, 0, see, &seen, BAHASA_EN, &info, a), ERR_OK);
	assert_string_equal(strbuf_text(&seen.seen), "3:2023-12-29 ");
	assert_int_equal(reader_xlsx_stream(path, 1, see, &seen, BAHASA_EN, &info, a), ERR_OK);
	assert_string_equal(strbuf_text(&seen.seen), "3:2023-12-29 1:1 ");
	assert_int_equal(reader_xlsx_stream(path, 2, see, &seen, BAHASA_EN, &info, a), ERR_USAGE);
	assert_string_equal(info.message, str_format(a, "%s: the workbook has no sheet number 3", path));

	path = on_disk(a, pack_sheet(a, "<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c t='s'><v>5</v></c></row>", NULL, NULL, NULL));
	seen = (Seen){.seen = {.arena = a}, .left = 2};
	assert_int_equal(reader_xlsx_stream(path, 0, see, &seen, BAHASA_EN, &info, a), ERR_OK); /* the bad third row is not reached */
	assert_string_equal(strbuf_text(&seen.seen), "1:1 2:2 ");
	Buku *buku = NULL;
	assert_int_equal(reader_open(&buku, a, path, BAHASA_EN, &info), ERR_FORMAT);
	unlink(path);
}

static bool ignore(void *context, const Baris *row)
{
	uint64_t *n = context;
	n[0]++;
	n[1] += row->n_sel;
	return true;
}

static void streaming_does_not_grow_with_the_rows(void **state)
{
	Arena *a = *state;
	size_t used[2];
	for (int large = 0; large < 2; large++) {
		StrBuf rows = {.arena = a};
		unsigned n = large ? 20000 : 200;
		for (unsigned i = 0; i < n; i++)
			strbuf_addf(&rows, "<row><c t='inlineStr'><is><t>Kegiatan %u</t></is></c><c s='1'><v>%u</v></c><c t='str'><v>a_x000A_b</v></c></row>", i, i + 1);
		const char *path = on_disk(a, pack_sheet(a, strbuf_text(&rows), NULL, NULL, "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"));
		Arena *own = arena_new();
		uint64_t seen[2] = {0, 0};
		assert_int_equal(reader_xlsx_stream(path, 0, ignore, seen, BAHASA_EN, NULL, own), ERR_OK);
		assert_int_equal(seen[0], n);
		assert_int_equal(seen[1], 3 * n);
		used[large] = arena_used(own);
		arena_free(own);
		unlink(path);
	}
	assert_true(used[1] <= used[0] + 65536); /* the tail of a larger file is looked at for its end record */
}

static void refuses_damaged_containers(void **state)
{
	Arena *a = *state;
	Packed whole = pack_sheet(a, "<row><c><v>1</v></c></row>", NULL, NULL, NULL);
	const char *cut = "t.xlsx: the workbook is cut off or damaged; a complete XLSX file was expected";
	for (size_t n = 4; n < whole.n; n += 97)
		assert_fails(a, (Packed){whole.bytes, n}, ERR_FORMAT, cut);
	assert_fails(a, (Packed){whole.bytes, whole.n - 1}, ERR_FORMAT, cut);

	/* one packed byte of the sheet changed: the checksum tells */
	StrBuf rows = {.arena = a};
	for (unsigned i = 0; i < 500; i++)
		strbuf_addf(&rows, "<row><c><v>%u</v></c></row>", i * 7919 % 1000);
	Packed damaged = pack_sheet(a, strbuf_text(&rows), NULL, NULL, NULL);
	unsigned char *name = memmem(damaged.bytes, damaged.n, "xl/worksheets/sheet1.xml", 24);
	assert_non_null(name);
	name[24 + 600] ^= 0x40;
	Buku *buku = NULL;
	ErrInfo info = {0};
	assert_int_equal(reader_xlsx(&buku, a, "t.xlsx", damaged.bytes, damaged.n, BAHASA_EN, &info), ERR_FORMAT);
	assert_true(str_starts(info.message, "t.xlsx: part xl/worksheets/sheet1.xml: "));
}

static void names_other_packed_documents(void **state)
{
	static const struct { const char *path, *what; } CASES[] = {
		{"word/document.xml", "a Word document (.docx)"}, {"xl/workbook.bin", "a binary Excel workbook (.xlsb)"},
		{"ppt/presentation.xml", "a PowerPoint presentation (.pptx)"}, {"META-INF/manifest.xml", "an OpenDocument file (.ods, .odt)"},
		{"photo.jpg", "a ZIP archive without a workbook"},
	};
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		const Part parts[] = {{CASES[i].path, "x"}, {NULL, NULL}};
		assert_fails(*state, pack(*state, parts), ERR_FORMAT, str_format(*state, "t.xlsx: this is %s; a table (CSV, TSV, XLSX) was expected", CASES[i].what));
	}
}

static void refuses_broken_references(void **state)
{
	Arena *a = *state;
	const char *strings = "<si><t>a</t></si>";
	assert_fails(a, pack_sheet(a, "<row r='7'><c r='F7' t='s'><v>1</v></c></row>", NULL, strings, NULL), ERR_FORMAT,
	             "t.xlsx:Data!F7: the cell refers to a text that the workbook does not have");
	assert_fails(a, pack_sheet(a, "<row r='7'><c t='s'><v>x</v></c></row>", NULL, NULL, NULL), ERR_FORMAT,
	             "t.xlsx:Data!A7: the cell refers to a text that the workbook does not have");
	assert_fails(a, pack_sheet(a, "<row r='7'/><row r='7'/>", NULL, NULL, NULL), ERR_FORMAT,
	             "t.xlsx:Data!row 7: the rows of the sheet are out of order; ascending numbers were expected");
	assert_fails(a, pack_sheet(a, "<row r='1048577'/>", NULL, NULL, NULL), ERR_LIMIT, "t.xlsx:Data!row 1: more than 1048576 rows");
	assert_fails(a, pack_sheet(a, "<row><c r='XFE1'><v>1</v></c></row>", NULL, NULL, NULL), ERR_FORMAT,
	             "t.xlsx:Data!row 1: a cell without a valid column; A to XFD (16384) were expected");
	const Part missing[] = {
		{"xl/workbook.xml", "<workbook><sheets><sheet name='Data' id='1'/></sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels", "<R><Relationship Id='1' Type='/worksheet' Target='s.xml'/></R>"}, {NULL, NULL}};
	assert_fails(a, pack(a, missing), ERR_FORMAT, "t.xlsx: part xl/s.xml: it is missing in the workbook");
	const Part empty[] = {{"xl/workbook.xml", "<workbook><sheets/></workbook>"}, {NULL, NULL}};
	assert_fails(a, pack(a, empty), ERR_FORMAT, "t.xlsx: part xl/workbook.xml: the workbook has no worksheet");
}

static void refuses_hostile_xml(void **state)
{
	Arena *a = *state;
	Part parts[] = {
		{"xl/workbook.xml", "<workbook><sheets><sheet name='Data' id='1'/></sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels", "<R><Relationship Id='1' Type='/worksheet' Target='s.xml'/></R>"}, {"xl/s.xml", ""}, {NULL, NULL}};
	const char *prefix = "t.xlsx: part xl/s.xml: XML line 1: ";

	parts[2].content = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><w>&b;</w>";
	assert_fails(a, pack(a, parts), ERR_FORMAT, str_format(a, "%sa document type declaration, which no workbook has; refused", prefix));

	StrBuf deep = {.arena = a};
	for (int i = 0; i < 65; i++)
		strbuf_add(&deep, "<d>");
	parts[2].content = strbuf_text(&deep);
	assert_fails(a, pack(a, parts), ERR_LIMIT, str_format(a, "%selements nested more than 64 deep", prefix));

	StrBuf names = {.arena = a};
	strbuf_add(&names, "<w>");
	for (int i = 0; i < 3000; i++)
		strbuf_addf(&names, "<n%d/>", i);
	parts[2].content = strbuf_text(&names);
	assert_fails(a, pack(a, parts), ERR_LIMIT, str_format(a, "%sfar more element names than a workbook has", prefix));

	StrBuf tag = {.arena = a};
	strbuf_add(&tag, "<w a='");
	for (uint32_t i = 0, seed = 1; i < 1500000; i++, seed = seed * 1664525u + 1013904223u)
		strbuf_addc(&tag, (char)('a' + (seed >> 24) % 26)); /* hardly packs, so that the ratio does not speak first */
	parts[2].content = strbuf_text(&tag);
	assert_fails(a, pack(a, parts), ERR_LIMIT, str_format(a, "%sa single tag of more than 1 MB", prefix));

	parts[2].content = "<w><sheetData><row><c><v>1</v></c></ro";
	assert_fails(a, pack(a, parts), ERR_FORMAT, str_format(a, "%sthe XML is damaged", prefix));
	parts[2].content = "<w>\n<sheetData></w>";
	assert_fails(a, pack(a, parts), ERR_FORMAT, "t.xlsx: part xl/s.xml: XML line 2: the XML is damaged");
}

static void refuses_a_bomb_by_what_comes_out(void **state)
{
	Arena *a = *state;
	size_t n = 8 * 1024 * 1024;
	char *zeros = arena_alloc(a, n + 1);
	memset(zeros, ' ', n);
	memcpy(zeros, "<w>", 3);
	const Part parts[] = {
		{"xl/workbook.xml", "<workbook><sheets><sheet name='Data' id='1'/></sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels", "<R><Relationship Id='1' Type='/worksheet' Target='s.xml'/></R>"}, {"xl/s.xml", zeros}, {NULL, NULL}};
	Packed bomb = pack(a, parts);
	assert_fails(a, bomb, ERR_LIMIT, "t.xlsx: part xl/s.xml: it unpacks to more than 200 times its size, as no real sheet does");

	/* the same with headers that lie about the packed size: libzip or the ratio stops it, never the memory */
	for (size_t i = 0; i + 46 < bomb.n; i++)
		if (memcmp(bomb.bytes + i, "PK\1\2", 4) == 0)
			memset(bomb.bytes + i + 20, 0x7F, 4);
	Buku *buku = NULL;
	assert_int_not_equal(reader_xlsx(&buku, a, "t.xlsx", bomb.bytes, bomb.n, BAHASA_EN, NULL), ERR_OK);
}

static void refuses_too_many_parts_before_the_directory_is_read(void **state)
{
	unsigned char end[] = "PK\5\6\0\0\0\0\1\x10\1\x10\0\0\0\0\0\0\0\0\0\0"; /* 4097 parts claimed */
	assert_fails(*state, (Packed){end, sizeof end - 1}, ERR_LIMIT, "t.xlsx: the packed file has more than 4096 parts; a workbook has far fewer");
}

static void bounds_cells_and_merged_areas(void **state)
{
	Arena *a = *state;
	StrBuf rows = {.arena = a};
	for (int i = 0; i < 611; i++) /* 611 x 16384 = 10.010.624 cells, gaps counted */
		strbuf_addf(&rows, "<row><c r='XFD%d'><v>%u</v></c></row>", i + 1, (unsigned)i * 2654435761u);
	assert_fails(a, pack_sheet(a, strbuf_text(&rows), NULL, NULL, NULL), ERR_LIMIT, "t.xlsx: sheet Data: more than 10000000 cells or 256 MB of text");

	/* many areas over the same wide table: the work is bounded, not only the number */
	StrBuf merges = {.arena = a};
	strbuf_add(&merges, "<mergeCells>");
	for (int i = 0; i < 2000; i++)
		strbuf_addf(&merges, "<mergeCell ref='A1:XFC%d'/>", 2 + i);
	strbuf_add(&merges, "</mergeCells>");
	assert_fails(a, pack_sheet(a, "<row><c><v>1</v></c><c r='XFD1'><v>2</v></c></row>", strbuf_text(&merges), NULL, NULL), ERR_LIMIT,
	             "t.xlsx: sheet Data: more than 10000000 cells or 256 MB of text");
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
		TEST(reads_every_type_of_cell),
		TEST(keeps_numbers_exactly),
		TEST(knows_cells_and_rows_without_references),
		TEST(joins_rich_text_and_skips_readings),
		TEST(decodes_texts),
		TEST(tells_dates_and_percentages_by_style),
		TEST(counts_days_as_excel_does),
		TEST(reads_format_codes),
		TEST(knows_numbers),
		TEST(a_formula_without_value_is_empty_but_seen),
		TEST(drops_blank_cells_and_rows),
		TEST(the_last_of_two_cells_in_one_place_stands),
		TEST(marks_merged_areas),
		TEST(tells_hidden_rows),
		TEST(reads_the_strict_form_prefixes_and_several_sheets),
		TEST(streams_the_visible_sheets_and_stops_when_told),
		TEST(streaming_does_not_grow_with_the_rows),
		TEST(refuses_damaged_containers),
		TEST(names_other_packed_documents),
		TEST(refuses_broken_references),
		TEST(refuses_hostile_xml),
		TEST(refuses_a_bomb_by_what_comes_out),
		TEST(refuses_too_many_parts_before_the_directory_is_read),
		TEST(bounds_cells_and_merged_areas),
	};
	return cmocka_run_group_tests_name("read_xlsx", tests, NULL, NULL);
}
