#include "app/bukti.h"

typedef struct {
	const unsigned char *bytes;
	size_t n;
} Berkas;

static bool begins(Berkas f, size_t at, const char *magic, size_t length)
{
	return f.n >= at + length && memcmp(f.bytes + at, magic, length) == 0;
}

/* ---- packages: names of entries in the central directory of a ZIP ---- */

static uint32_t little(const unsigned char *p, int bytes)
{
	uint32_t value = 0;
	for (int i = bytes; i-- > 0;)
		value = value << 8 | p[i];
	return value;
}

enum { AKHIR_ZIP = 22, KOMENTAR_MAX = 65535, ISI_ZIP = 46, LOKAL_ZIP = 30 };

typedef struct {
	bool utuh;               /* the directory could be read to its end */
	bool jenis, lembar, naskah, makro; /* [Content_Types].xml, xl/workbook.xml, word/document.xml, a macro or a program */
} Paket;

static bool named(const unsigned char *name, size_t n, const char *wanted)
{
	return n == strlen(wanted) && memcmp(name, wanted, n) == 0;
}

static bool ends_fold(const unsigned char *name, size_t n, const char *tail)
{
	size_t length = strlen(tail);
	if (n < length)
		return false;
	for (size_t i = 0; i < length; i++) {
		unsigned char c = name[n - length + i];
		if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != (unsigned char)tail[i])
			return false;
	}
	return true;
}

static void entry_note(Paket *p, const unsigned char *name, size_t n)
{
	static const char *const dangerous[] = {"vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".sh", ".jar", ".scr", "/script-lc.xml"};
	p->jenis |= named(name, n, "[Content_Types].xml");
	p->lembar |= named(name, n, "xl/workbook.xml");
	p->naskah |= named(name, n, "word/document.xml");
	for (size_t i = 0; i < sizeof dangerous / sizeof *dangerous; i++)
		p->makro |= ends_fold(name, n, dangerous[i]);
}

static Paket package_read(Berkas f)
{
	Paket p = {0};
	size_t end = f.n < AKHIR_ZIP ? 0 : f.n - AKHIR_ZIP, lowest = end > KOMENTAR_MAX ? end - KOMENTAR_MAX : 0;
	while (end > lowest && !begins(f, end, "PK\5\6", 4))
		end--;
	if (!begins(f, end, "PK\5\6", 4))
		return p;
	size_t entries = little(f.bytes + end + 10, 2), at = little(f.bytes + end + 16, 4);
	for (size_t i = 0; i < entries; i++) {
		if (at > end || end - at < ISI_ZIP || !begins(f, at, "PK\1\2", 4))
			return p;
		size_t name = little(f.bytes + at + 28, 2), extra = little(f.bytes + at + 30, 2), comment = little(f.bytes + at + 32, 2);
		if (end - at - ISI_ZIP < name + extra + comment)
			return p;
		entry_note(&p, f.bytes + at + ISI_ZIP, name);
		at += ISI_ZIP + name + extra + comment;
	}
	p.utuh = entries > 0;
	return p;
}

/* An OpenDocument file begins with the stored entry "mimetype". */
static const char *open_document(Berkas f)
{
	static const char *const kinds[] = {"application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.text"};
	size_t at = LOKAL_ZIP + strlen("mimetype");
	if (f.n < at || !begins(f, LOKAL_ZIP, "mimetype", 8) || little(f.bytes + 26, 2) != 8 || little(f.bytes + 28, 2) != 0)
		return NULL;
	size_t length = little(f.bytes + 18, 4);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (length == strlen(kinds[i]) && begins(f, at, kinds[i], length))
			return kinds[i];
	return NULL;
}

static const char *package_kind(Berkas f, const char **why)
{
	Paket p = package_read(f);
	*why = p.makro ? TEKS("a package with macros or programs") : TEKS("an archive");
	if (!p.utuh || p.makro)
		return NULL;
	if (p.jenis && p.lembar)
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	if (p.jenis && p.naskah)
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
	return open_document(f);
}

/* ---- text ---- */

static bool holds_fold(Berkas f, const char *needle)
{
	size_t length = strlen(needle);
	for (size_t i = 0; i + length <= f.n; i++) {
		size_t k = 0;
		while (k < length && (f.bytes[i + k] >= 'A' && f.bytes[i + k] <= 'Z' ? f.bytes[i + k] + 32 : f.bytes[i + k]) == (unsigned char)needle[k])
			k++;
		if (k == length)
			return true;
	}
	return false;
}

static size_t separators(Berkas f, size_t *at, char separator)
{
	size_t n = 0;
	while (*at < f.n && f.bytes[*at] != '\n')
		n += f.bytes[(*at)++] == (unsigned char)separator;
	if (*at < f.n)
		(*at)++;
	return n;
}

/* Its first two lines have the same number of one separator. */
static bool tabular(Berkas f)
{
	for (const char *s = ",;\t"; *s; s++) {
		size_t at = 0, first = separators(f, &at, *s);
		if (first && at < f.n && separators(f, &at, *s) == first)
			return true;
	}
	return false;
}

static const char *text_kind(Berkas f, const char **why)
{
	static const char *const markup[] = {"<!doctype", "<html", "<svg", "<script", "<?xml", "<?php", "<iframe", "<body"};
	*why = TEKS("not a kind of file that is known");
	for (size_t i = 0; i < f.n; i++)
		if (f.bytes[i] < ' ' && !strchr("\t\r\n\f", f.bytes[i] ? f.bytes[i] : 1))
			return NULL;
	if (!utf8_valid((const char *)f.bytes, f.n))
		return NULL;
	*why = TEKS("a program script");
	if (begins(f, 0, "#!", 2))
		return NULL;
	*why = TEKS("a web page, drawing or script (HTML, SVG, XML)");
	for (size_t i = 0; i < sizeof markup / sizeof *markup; i++)
		if (holds_fold(f, markup[i]))
			return NULL;
	return tabular(f) ? "text/csv" : "text/plain";
}

const char *bukti_jenis(const void *bytes, size_t n, const char **why)
{
	Berkas f = {bytes, n};
	*why = TEKS("a program");
	if (begins(f, 0, "\x7f" "ELF", 4) || begins(f, 0, "MZ", 2) || begins(f, 0, "\xca\xfe\xba\xbe", 4))
		return NULL;
	if (begins(f, 0, "%PDF-1.", 7) || begins(f, 0, "%PDF-2.", 7))
		return "application/pdf";
	if (begins(f, 0, "\xff\xd8\xff", 3))
		return "image/jpeg";
	if (begins(f, 0, "\x89PNG\r\n\x1a\n", 8))
		return "image/png";
	if (begins(f, 0, "RIFF", 4) && begins(f, 8, "WEBP", 4))
		return "image/webp";
	if (begins(f, 0, "PK", 2))
		return package_kind(f, why);
	return text_kind(f, why);
}

/* ---- names ---- */

/* Marks that turn the direction of writing hide a name's real end. */
static bool invisible(uint32_t c)
{
	return c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

const char *bukti_nama(Arena *arena, const char *nama)
{
	enum { NAMA_MAX = 120 };
	StrBuf b = {.arena = arena};
	const char *p = nama;
	for (const char *c = nama; *c; c++)
		if (*c == '/' || *c == '\\')
			p = c + 1;
	for (int kept = 0; kept < NAMA_MAX;) {
		uint32_t c = utf8_next(&p);
		if (!c)
			break;
		if (invisible(c) || (c == '.' && kept == 0))
			continue;
		utf8_add(&b, strchr("<>:\"|?*", c < 128 ? (int)c : 'a') ? '_' : c);
		kept++;
	}
	const char *clean = str_trim(arena, strbuf_text(&b));
	return *clean ? clean : "bukti";
}
