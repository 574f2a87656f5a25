/* Any bytes as a workbook: rows that keep every promise of the grid, or a message.
 *
 * Input that begins with PK is the container itself. As a changed byte seldom gets past a zip's checksums, all other input is the parts of
 * a workbook, separated by the byte 0x1E: sheet, shared strings, styles, book, relationships; what is missing is plain. */
#include "fuzz.h"

#include "../unit/xlsx_pack.h"
#include "buku_check.h"

static Packed packed_parts(Arena *arena, const uint8_t *data, size_t size)
{
	Part parts[] = {
		{"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"},
		{"xl/sharedStrings.xml", "<sst/>"},
		{"xl/styles.xml", "<styleSheet/>"},
		{"xl/workbook.xml", "<workbook><sheets><sheet name='Data' id='a'/></sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels",
		 "<R><Relationship Id='a' Type='/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='/sharedStrings' Target='sharedStrings.xml'/>"
		 "<Relationship Id='c' Type='/styles' Target='styles.xml'/></R>"},
		{NULL, NULL},
	};
	for (size_t i = 0; i < 5 && size; i++) {
		const uint8_t *end = memchr(data, 0x1E, size);
		size_t n = end ? (size_t)(end - data) : size;
		if (n)
			parts[i].content = str_dupn(arena, (const char *)data, n);
		n += end != NULL;
		data += n;
		size -= n;
	}
	return pack_stored(arena, parts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	Packed packed = {(unsigned char *)data, size};
	if (size < 2 || memcmp(data, "PK", 2) != 0)
		packed = packed_parts(arena, data, size);
	Buku *buku = NULL;
	ErrInfo info = {0};
	Err err = reader_xlsx(&buku, arena, "fuzz.xlsx", packed.bytes, packed.n, BAHASA_EN, &info);
	if (err) {
		error_check(err, &info);
	} else {
		assert(buku->n_grid >= 1 && buku->format == FORMAT_XLSX);
		for (uint32_t i = 0; i < buku->n_grid; i++) {
			text_check(buku->grid[i].nama);
			grid_check(&buku->grid[i], BACA_BATAS_BARIS);
		}
	}
	arena_free(arena);
	return 0;
}
