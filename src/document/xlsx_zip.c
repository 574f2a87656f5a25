#include "document/xlsx_zip.h"

#include "base/pustaka.h"
#include "base/str.h"
#include "document/reader.h"

#include <string.h>
#include <zip.h>

#define ZIP_FUNCTIONS(F) \
	F(zip_discard) F(zip_error_code_zip) F(zip_error_fini) F(zip_error_init) F(zip_fclose) F(zip_fopen_index) F(zip_fread) F(zip_get_error) F(zip_name_locate) \
	F(zip_open_from_source) F(zip_source_buffer_create) F(zip_source_filep_create) F(zip_source_free) F(zip_stat_index)
struct PustakaZip { ZIP_FUNCTIONS(PUSTAKA_ANGGOTA) };

enum { EOCD_SIZE = 22, EOCD_TAIL = EOCD_SIZE + 65535, RATIO_FROM = 1024 * 1024 };

Err xlsx_part_error(const XlsxZip *zip, const char *path, Err err, const char *what)
{
	return err_set(zip->info, err, str_format(zip->arena, teks(zip->bahasa, "%s: part %s: %s"), zip->name, path, what),
	               err == ERR_FORMAT ? teks(zip->bahasa, "Open the file in Excel or LibreOffice, save it anew as .xlsx, and try again.") : NULL);
}

static Err damaged(const XlsxZip *zip)
{
	return err_set(zip->info, ERR_FORMAT,
	               str_format(zip->arena, teks(zip->bahasa, "%s: the workbook is cut off or damaged; a complete XLSX file was expected"), zip->name),
	               teks(zip->bahasa, "Copy or download the file again."));
}

/* Largest number of parts that any end record in the last 64 KB claims: whichever one libzip believes, it is no larger. */
static unsigned claimed_parts(const unsigned char *tail, size_t n)
{
	unsigned most = 0;
	for (size_t i = 0; tail && i + EOCD_SIZE <= n; i++)
		if (memcmp(tail + i, "PK\5\6", 4) == 0) {
			unsigned parts = tail[i + 10] | (unsigned)tail[i + 11] << 8;
			most = parts > most ? parts : most;
		}
	return most;
}

/* libzip allocates for every directory entry at once; so the number is looked at first. 65535 stands for a ZIP64 number. */
static Err check_parts(const XlsxZip *zip, const XlsxSource *source)
{
	size_t n = source->n < EOCD_TAIL ? source->n : EOCD_TAIL;
	const unsigned char *tail = source->bytes ? source->bytes + (source->n - n) : NULL;
	if (source->file) {
		unsigned char *read = arena_alloc(zip->arena, n);
		if (fseek(source->file, (long)(source->n - n), SEEK_SET) != 0 || fread(read, 1, n, source->file) != n ||
		    fseek(source->file, 0, SEEK_SET) != 0)
			return damaged(zip);
		tail = read;
	}
	if (claimed_parts(tail, n) <= BACA_BATAS_BAGIAN)
		return ERR_OK;
	return err_set(zip->info, ERR_LIMIT,
	               str_format(zip->arena, teks(zip->bahasa, "%s: the packed file has more than %u parts; a workbook has far fewer"), zip->name,
	                          (unsigned)BACA_BATAS_BAGIAN),
	               NULL);
}

static const char *zip_load(struct PustakaZip *l)
{
	PUSTAKA_BUKA(handle, "libzip.so.4")
	ZIP_FUNCTIONS(PUSTAKA_CARI)
	return NULL;
}

Err xlsx_zip_open(XlsxZip *out, Arena *arena, XlsxSource source, Bahasa bahasa, ErrInfo *info)
{
	*out = (XlsxZip){.arena = arena, .name = source.name, .bahasa = bahasa, .info = info, .size = source.n};
	struct PustakaZip *l = ARENA_NEW(arena, struct PustakaZip);
	out->l = l;
	const char *missing = zip_load(l);
	if (missing) {
		if (source.file)
			fclose(source.file);
		return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "a workbook cannot be read: %s is missing"), missing), teks(bahasa, "install the package libzip4"));
	}
	zip_error_t error;
	l->zip_error_init(&error);
	zip_source_t *from = NULL;
	Err err = check_parts(out, &source);
	if (err) {
		if (source.file)
			fclose(source.file);
		goto done;
	}
	from = source.file ? l->zip_source_filep_create(source.file, 0, -1, &error) : l->zip_source_buffer_create(source.bytes, source.n, 0, &error);
	if (!from) {
		if (source.file)
			fclose(source.file);
		err = damaged(out);
		goto done;
	}
	out->zip = l->zip_open_from_source(from, ZIP_RDONLY, &error);
	if (!out->zip) {
		l->zip_source_free(from);
		err = damaged(out);
	}
done:
	l->zip_error_fini(&error);
	return err;
}

void xlsx_zip_close(XlsxZip *zip)
{
	if (zip->zip)
		zip->l->zip_discard(zip->zip);
	zip->zip = NULL;
}

static zip_int64_t locate(XlsxZip *zip, const char *path)
{
	zip_int64_t index = zip->l->zip_name_locate(zip->zip, path, 0);
	return index >= 0 ? index : zip->l->zip_name_locate(zip->zip, path, ZIP_FL_NOCASE);
}

bool xlsx_zip_has(XlsxZip *zip, const char *path)
{
	return locate(zip, path) >= 0;
}

Err xlsx_part_open(XlsxPart *out, XlsxZip *zip, const char *path)
{
	*out = (XlsxPart){.zip = zip, .path = path};
	zip_int64_t index = locate(zip, path);
	zip_stat_t st;
	if (index < 0 || zip->l->zip_stat_index(zip->zip, (zip_uint64_t)index, 0, &st) != 0)
		return xlsx_part_error(zip, path, ERR_FORMAT, teks(zip->bahasa, "it is missing in the workbook"));
	/* a packed size beyond the file itself is a lie that would soften the ratio */
	out->packed = (st.valid & ZIP_STAT_COMP_SIZE) && st.comp_size < zip->size ? st.comp_size : zip->size;
	out->file = zip->l->zip_fopen_index(zip->zip, (zip_uint64_t)index, 0);
	if (out->file)
		return ERR_OK;
	int code = zip->l->zip_error_code_zip(zip->l->zip_get_error(zip->zip));
	if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP)
		return xlsx_part_error(zip, path, ERR_FORMAT, teks(zip->bahasa, "it is protected with a password"));
	if (code == ZIP_ER_COMPNOTSUPP)
		return xlsx_part_error(zip, path, ERR_FORMAT, teks(zip->bahasa, "it is packed in a way that is not read here"));
	return xlsx_part_error(zip, path, ERR_FORMAT, teks(zip->bahasa, "it is cut off or damaged"));
}

Err xlsx_part_read(XlsxPart *part, void *bytes, size_t size, size_t *got)
{
	XlsxZip *zip = part->zip;
	zip_int64_t n = part->zip->l->zip_fread(part->file, bytes, size);
	if (n < 0)
		return xlsx_part_error(zip, part->path, ERR_FORMAT, teks(zip->bahasa, "it is cut off or damaged"));
	*got = (size_t)n;
	part->unpacked += *got;
	zip->unpacked += *got;
	if (zip->unpacked > (uint64_t)BACA_BATAS_ISI_MB * 1024 * 1024)
		return xlsx_part_error(zip, part->path, ERR_LIMIT,
		                       str_format(zip->arena, teks(zip->bahasa, "the workbook unpacks to more than %u MB"), (unsigned)BACA_BATAS_ISI_MB));
	if (part->unpacked > RATIO_FROM && part->unpacked / BACA_BATAS_RASIO > part->packed)
		return xlsx_part_error(zip, part->path, ERR_LIMIT,
		                       str_format(zip->arena, teks(zip->bahasa, "it unpacks to more than %u times its size, as no real sheet does"),
		                                  (unsigned)BACA_BATAS_RASIO));
	return ERR_OK;
}

void xlsx_part_close(XlsxPart *part)
{
	if (part->file)
		part->zip->l->zip_fclose(part->file);
	part->file = NULL;
}
