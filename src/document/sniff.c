#include "document/sniff.h"

#include "base/str.h"

#include <string.h>

typedef struct {
	const char *magic;
	size_t at, n;
	const char *what;
} Magic;

static const Magic FOREIGN[] = {
	{"%PDF-", 0, 5, TEKS("a PDF document")},
	{"\x89PNG", 0, 4, TEKS("a picture (PNG)")},
	{"\xFF\xD8\xFF", 0, 3, TEKS("a picture (JPEG)")},
	{"GIF8", 0, 4, TEKS("a picture (GIF)")},
	{"II*\0", 0, 4, TEKS("a picture (TIFF)")},
	{"MM\0*", 0, 4, TEKS("a picture (TIFF)")},
	{"WEBP", 8, 4, TEKS("a picture (WebP)")},
	{"\x1F\x8B", 0, 2, TEKS("a gzip archive")},
	{"Rar!", 0, 4, TEKS("a RAR archive")},
	{"7z\xBC\xAF\x27\x1C", 0, 6, TEKS("a 7z archive")},
	{"{\\rtf", 0, 5, TEKS("a rich text document (RTF)")},
	{"\x7F" "ELF", 0, 4, TEKS("a program")},
	{"MZ\x90", 0, 3, TEKS("a program")},
	{"SQLite format 3", 0, 15, TEKS("a SQLite database")},
	{"\x09\x08\x10\0\0\x06", 0, 6, TEKS("an old Excel workbook (.xls)")},
};

static bool holds(const unsigned char *bytes, size_t n, const char *needle, size_t length)
{
	return memmem(bytes, n, needle, length) != NULL;
}

static const char *markup(const unsigned char *bytes, size_t n)
{
	char head[SNIFF_BYTES + 1];
	size_t length = n < SNIFF_BYTES ? n : SNIFF_BYTES;
	memcpy(head, bytes, length);
	head[length] = '\0';
	if (str_find_fold(head, "urn:schemas-microsoft-com:office:spreadsheet"))
		return TEKS("an Excel 2003 XML spreadsheet");
	if (str_find_fold(head, "<html") || str_find_fold(head, "<table") || str_find_fold(head, "<!doctype html"))
		return TEKS("a web page (HTML), as some systems save under the name .xls");
	return TEKS("an XML document");
}

Sniff sniff_bytes(const unsigned char *bytes, size_t n, const char **what)
{
	*what = "";
	if (n >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0))
		return SNIFF_ZIP;
	if (n >= 8 && memcmp(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
		return SNIFF_OLE2;
	for (size_t i = 0; i < sizeof FOREIGN / sizeof *FOREIGN; i++)
		if (n >= FOREIGN[i].at + FOREIGN[i].n && memcmp(bytes + FOREIGN[i].at, FOREIGN[i].magic, FOREIGN[i].n) == 0) {
			*what = FOREIGN[i].what;
			return SNIFF_FOREIGN;
		}

	size_t i = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	while (i < n && strchr(" \t\r\n", bytes[i]) && bytes[i])
		i++;
	if (i + 1 < n && bytes[i] == '<' && (strchr("!?", bytes[i + 1]) || (bytes[i + 1] | 0x20) >= 'a') && bytes[i + 1]) {
		*what = markup(bytes + i, n - i);
		return SNIFF_FOREIGN;
	}
	if (i < n && (bytes[i] == '{' || bytes[i] == '[')) {
		size_t j = i + 1;
		while (j < n && strchr(" \t\r\n", bytes[j]) && bytes[j])
			j++;
		if (j < n && (bytes[i] == '{' ? bytes[j] == '"' || bytes[j] == '}' : bytes[j] == '{' || bytes[j] == ']'))
			return SNIFF_JSON;
	}
	return SNIFF_TEXT;
}

const char *sniff_ole2(const unsigned char *bytes, size_t n)
{
	/* names of streams stand in the directory as UTF-16LE */
	if (holds(bytes, n, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32))
		return TEKS("an Office document protected with a password");
	if (holds(bytes, n, "W\0o\0r\0k\0b\0o\0o\0k\0", 16) || holds(bytes, n, "\5\0B\0o\0o\0k\0", 10))
		return TEKS("an old Excel workbook (.xls)");
	if (holds(bytes, n, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24))
		return TEKS("an old Word document (.doc)");
	return TEKS("an old Office document");
}

const char *sniff_hint(Bahasa bahasa)
{
	return teks(bahasa, "CSV, TSV, XLSX and the JSON of this program are read: save the sheet as .xlsx or .csv, without a password.");
}
