#include "xlsx_pack.h"

#include <assert.h>
#include <string.h>
#include <zip.h>

#define NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static Packed pack_by(Arena *arena, const Part *parts, zip_int32_t method)
{
	zip_error_t error;
	zip_error_init(&error);
	zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_source_keep(target);
	zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
	for (; parts->path; parts++) {
		zip_source_t *content = zip_source_buffer(zip, parts->content, strlen(parts->content), 0);
		zip_int64_t index = zip_file_add(zip, parts->path, content, ZIP_FL_ENC_UTF_8);
		assert(index >= 0);
		zip_set_file_compression(zip, (zip_uint64_t)index, method, 0);
	}
	int closed = zip_close(zip);
	assert(closed == 0);
	zip_stat_t st;
	zip_source_stat(target, &st);
	Packed packed = {arena_alloc(arena, st.size), st.size};
	zip_source_open(target);
	zip_int64_t got = zip_source_read(target, packed.bytes, packed.n);
	assert(got == (zip_int64_t)packed.n);
	zip_source_close(target);
	zip_source_free(target);
	zip_error_fini(&error);
	return packed;
}

Packed pack(Arena *arena, const Part *parts)
{
	return pack_by(arena, parts, ZIP_CM_DEFLATE);
}

Packed pack_stored(Arena *arena, const Part *parts)
{
	return pack_by(arena, parts, ZIP_CM_STORE);
}

Packed pack_sheet(Arena *arena, const char *rows, const char *behind, const char *strings, const char *styles)
{
	Part parts[8];
	size_t n = 0;
	parts[n++] = (Part){"_rels/.rels", "<Relationships xmlns='" RELS "'><Relationship Id='rId1' Type='" OFFICE
	                                   "/officeDocument' Target='xl/workbook.xml'/></Relationships>"};
	parts[n++] = (Part){"xl/workbook.xml", "<workbook xmlns='" NS "' xmlns:r='" OFFICE
	                                       "'><sheets><sheet name='Data' sheetId='1' r:id='rId1'/></sheets></workbook>"};
	parts[n++] = (Part){"xl/_rels/workbook.xml.rels",
	                    str_format(arena,
	                               "<Relationships xmlns='" RELS "'><Relationship Id='rId1' Type='" OFFICE
	                               "/worksheet' Target='worksheets/sheet1.xml'/>%s%s</Relationships>",
	                               strings ? "<Relationship Id='rId2' Type='" OFFICE "/sharedStrings' Target='sharedStrings.xml'/>" : "",
	                               styles ? "<Relationship Id='rId3' Type='" OFFICE "/styles' Target='/xl/styles.xml'/>" : "")};
	parts[n++] = (Part){"xl/worksheets/sheet1.xml",
	                    str_format(arena, "<?xml version='1.0'?><worksheet xmlns='" NS "'><sheetData>%s</sheetData>%s</worksheet>", rows,
	                               behind ? behind : "")};
	if (strings)
		parts[n++] = (Part){"xl/sharedStrings.xml", str_format(arena, "<sst xmlns='" NS "'>%s</sst>", strings)};
	if (styles)
		parts[n++] = (Part){"xl/styles.xml", str_format(arena, "<styleSheet xmlns='" NS "'>%s</styleSheet>", styles)};
	parts[n] = (Part){NULL, NULL};
	return pack(arena, parts);
}
