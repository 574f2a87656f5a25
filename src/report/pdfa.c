#include "report/pdfa.h"

#include "base/str.h"
#include "report/icc.h"

#include <qpdf/qpdf-c.h>

typedef struct {
	qpdf_data q;
	Arena *arena;
	const PdfaMeta *meta;
	size_t next_attribute;
} Pdf;

static qpdf_oh parse(Pdf *p, const char *object)
{
	return qpdf_oh_parse(p->q, object);
}

static qpdf_oh indirect(Pdf *p, qpdf_oh object)
{
	return qpdf_make_indirect_object(p->q, object);
}

/* A stream without filter. */
static qpdf_oh plain_stream(Pdf *p, const void *bytes, size_t n, const char *const keys[][2], size_t n_keys)
{
	qpdf_oh stream = qpdf_oh_new_stream(p->q), none = qpdf_oh_new_null(p->q);
	qpdf_oh_replace_stream_data(p->q, stream, bytes, n, none, none);
	qpdf_oh dict = qpdf_oh_get_dict(p->q, stream);
	for (size_t i = 0; i < n_keys; i++)
		qpdf_oh_replace_key(p->q, dict, keys[i][0], parse(p, keys[i][1]));
	return stream;
}

static void xml_add(StrBuf *b, const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			strbuf_add(b, "&lt;");
		else if (*text == '>')
			strbuf_add(b, "&gt;");
		else if (*text == '&')
			strbuf_add(b, "&amp;");
		else
			strbuf_addc(b, (unsigned char)*text < ' ' ? ' ' : *text);
	}
}

static void xmp_entry(StrBuf *b, const char *before, const char *text, const char *after)
{
	if (!*text)
		return;
	strbuf_add(b, before);
	xml_add(b, text);
	strbuf_add(b, after);
}

static const char PEMBUAT[] = "capaian " CAPAIAN_VERSION;

static const char *xmp_date(const Pdf *p)
{
	return p->meta->tanggal.tahun ? str_format(p->arena, "%sT00:00:00Z", tanggal_print_iso(p->arena, p->meta->tanggal)) : "";
}

/* The packet says the same as the document information, entry by entry, as the standard demands. */
static const char *xmp_packet(const Pdf *p, size_t *n)
{
	StrBuf b = {.arena = p->arena};
	const char *date = xmp_date(p);
	strbuf_add(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	               "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
	               "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n</rdf:Description>\n"
	               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:format>application/pdf</dc:format>\n");
	xmp_entry(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", p->meta->judul, "</rdf:li></rdf:Alt></dc:title>\n");
	xmp_entry(&b, "<dc:creator><rdf:Seq><rdf:li>", p->meta->pembuat, "</rdf:li></rdf:Seq></dc:creator>\n");
	xmp_entry(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", p->meta->subjek, "</rdf:li></rdf:Alt></dc:description>\n");
	xmp_entry(&b, "<dc:language><rdf:Bag><rdf:li>", p->meta->bahasa_isi, "</rdf:li></rdf:Bag></dc:language>\n");
	strbuf_add(&b, "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
	xmp_entry(&b, "<xmp:CreatorTool>", PEMBUAT, "</xmp:CreatorTool>\n");
	xmp_entry(&b, "<xmp:CreateDate>", date, "</xmp:CreateDate>\n");
	xmp_entry(&b, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n");
	strbuf_add(&b, "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
	xmp_entry(&b, "<pdf:Producer>", PEMBUAT, "</pdf:Producer>\n");
	strbuf_add(&b, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
	*n = b.len;
	return strbuf_text(&b);
}

static void info_text(Pdf *p, qpdf_oh info, const char *key, const char *text)
{
	if (*text)
		qpdf_oh_replace_key(p->q, info, key, qpdf_oh_new_unicode_string(p->q, text));
}

static void information_set(Pdf *p)
{
	qpdf_oh info = qpdf_oh_new_dictionary(p->q);
	info_text(p, info, "/Title", p->meta->judul);
	info_text(p, info, "/Author", p->meta->pembuat);
	info_text(p, info, "/Subject", p->meta->subjek);
	info_text(p, info, "/Creator", PEMBUAT);
	info_text(p, info, "/Producer", PEMBUAT);
	Tanggal t = p->meta->tanggal;
	if (t.tahun) {
		const char *date = str_format(p->arena, "D:%04d%02d%02d000000Z", t.tahun, t.bulan, t.hari);
		info_text(p, info, "/CreationDate", date);
		info_text(p, info, "/ModDate", date);
	}
	qpdf_oh_replace_key(p->q, qpdf_get_trailer(p->q), "/Info", indirect(p, info));
}

static void catalogue_set(Pdf *p)
{
	qpdf_oh root = qpdf_get_root(p->q);
	size_t n;
	const char *packet = xmp_packet(p, &n);
	static const char *const XMP_KEYS[][2] = {{"/Type", "/Metadata"}, {"/Subtype", "/XML"}};
	qpdf_oh_replace_key(p->q, root, "/Metadata", plain_stream(p, packet, n, XMP_KEYS, 2));

	StrBuf profile = {.arena = p->arena};
	icc_srgb_add(&profile);
	static const char *const ICC_KEYS[][2] = {{"/N", "3"}};
	qpdf_oh intent = parse(p, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) >>");
	qpdf_oh_replace_key(p->q, intent, "/DestOutputProfile", plain_stream(p, profile.str, profile.len, ICC_KEYS, 1));
	qpdf_oh_replace_key(p->q, root, "/OutputIntents", qpdf_oh_wrap_in_array(p->q, indirect(p, intent)));

	qpdf_oh_replace_key(p->q, root, "/Lang", qpdf_oh_new_string(p->q, p->meta->bahasa_isi));
	qpdf_oh_replace_key(p->q, root, "/ViewerPreferences", parse(p, "<< /DisplayDocTitle true >>"));
}

static void groups_remove(Pdf *p)
{
	int n = qpdf_get_num_pages(p->q);
	for (int i = 0; i < n; i++)
		qpdf_oh_remove_key(p->q, qpdf_get_page_n(p->q, (size_t)i), "/Group");
}

static unsigned be16_at(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 8 | bytes[1];
}

/* Glyphs of a TrueType font file: numGlyphs of its maxp table; 0 if the file is not understood. */
static unsigned truetype_glyphs(const unsigned char *font, size_t n)
{
	if (n < 12)
		return 0;
	for (size_t i = 0, tables = be16_at(font + 4); i < tables; i++) {
		const unsigned char *entry = font + 12 + 16 * i;
		if (12 + 16 * (i + 1) > n)
			return 0;
		size_t at = (size_t)be16_at(entry + 8) << 16 | be16_at(entry + 10);
		if (memcmp(entry, "maxp", 4) == 0)
			return at + 6 <= n ? be16_at(font + at + 4) : 0;
	}
	return 0;
}

/* Every glyph of the subset is in use: cairo numbers them 0 to n - 1 without gaps. */
static void cidset_add(Pdf *p, qpdf_oh descriptor)
{
	unsigned char *font = NULL;
	size_t n = 0;
	QPDF_BOOL filtered;
	qpdf_oh file = qpdf_oh_get_key(p->q, descriptor, "/FontFile2");
	if (!qpdf_oh_is_stream(p->q, file) || qpdf_oh_get_stream_data(p->q, file, qpdf_dl_generalized, &filtered, &font, &n) & QPDF_ERRORS)
		return;
	unsigned glyphs = truetype_glyphs(font, n);
	free(font);
	size_t size = (glyphs + 7) / 8;
	unsigned char *bits = arena_alloc(p->arena, size);
	for (unsigned i = 0; i < glyphs; i++)
		bits[i / 8] |= (unsigned char)(0x80 >> i % 8);
	if (glyphs)
		qpdf_oh_replace_key(p->q, descriptor, "/CIDSet", plain_stream(p, bits, size, NULL, 0));
}

static void fonts_complete(Pdf *p)
{
	int n = qpdf_oh_get_int_value_as_int(p->q, qpdf_oh_get_key(p->q, qpdf_get_trailer(p->q), "/Size"));
	for (int id = 1; id < n; id++) {
		qpdf_oh font = qpdf_get_object_by_id(p->q, id, 0);
		if (qpdf_oh_is_dictionary_of_type(p->q, font, "/Font", "/CIDFontType2")) {
			qpdf_oh_replace_key(p->q, font, "/CIDToGIDMap", qpdf_oh_new_name(p->q, "/Identity"));
			cidset_add(p, qpdf_oh_get_key(p->q, font, "/FontDescriptor"));
		}
		qpdf_oh_release(p->q, font);
	}
}

static void attributes_set(Pdf *p, qpdf_oh element)
{
	qpdf_oh kind = qpdf_oh_get_key(p->q, element, "/S");
	if (qpdf_oh_is_name_and_equals(p->q, kind, "/TH") || qpdf_oh_is_name_and_equals(p->q, kind, "/TD")) {
		const char *atribut = p->next_attribute < p->meta->n_atribut ? p->meta->atribut[p->next_attribute] : NULL;
		p->next_attribute++;
		if (atribut)
			qpdf_oh_replace_key(p->q, element, "/A", parse(p, atribut));
	}
}

/* Structure elements in order of the document. Cairo's tree is as deep as the tags were nested: Document, Table, TR, TD. */
static void structure_walk(Pdf *p, qpdf_oh element)
{
	attributes_set(p, element);
	qpdf_oh kids = qpdf_oh_get_key(p->q, element, "/K");
	if (qpdf_oh_is_dictionary(p->q, kids)) {
		structure_walk(p, kids);
	} else if (qpdf_oh_is_array(p->q, kids)) {
		int n = qpdf_oh_get_array_n_items(p->q, kids);
		for (int i = 0; i < n; i++) {
			qpdf_oh kid = qpdf_oh_get_array_item(p->q, kids, i);
			if (qpdf_oh_is_dictionary(p->q, kid))
				structure_walk(p, kid);
			qpdf_oh_release(p->q, kid);
		}
	}
	qpdf_oh_release(p->q, kids);
}

static bool write_out(Pdf *p, Keluaran *out)
{
	if (qpdf_init_write_memory(p->q) & QPDF_ERRORS)
		return false;
	qpdf_set_object_stream_mode(p->q, qpdf_o_disable);
	qpdf_set_stream_data_mode(p->q, qpdf_s_preserve);
	qpdf_set_compress_streams(p->q, QPDF_FALSE);
	qpdf_set_newline_before_endstream(p->q, QPDF_TRUE);
	qpdf_set_deterministic_ID(p->q, QPDF_TRUE);
	qpdf_force_pdf_version(p->q, "1.4");
	if (qpdf_write(p->q) & QPDF_ERRORS)
		return false;
	out->n = qpdf_get_buffer_length(p->q);
	unsigned char *bytes = arena_alloc(p->arena, out->n);
	memcpy(bytes, qpdf_get_buffer(p->q), out->n);
	out->bytes = bytes;
	return true;
}

static bool convert(Pdf *p, Keluaran *out, const void *pdf, size_t n)
{
	qpdf_silence_errors(p->q);
	qpdf_set_suppress_warnings(p->q, QPDF_TRUE);
	if (qpdf_read_memory(p->q, "laporan.pdf", pdf, n, NULL) & QPDF_ERRORS)
		return false;
	information_set(p);
	catalogue_set(p);
	groups_remove(p);
	fonts_complete(p);
	structure_walk(p, qpdf_oh_get_key(p->q, qpdf_get_root(p->q), "/StructTreeRoot"));
	return write_out(p, out);
}

Err pdfa_convert(Keluaran *out, Arena *arena, const void *pdf, size_t n, const PdfaMeta *meta, Bahasa bahasa, ErrInfo *info)
{
	Pdf p = {.q = qpdf_init(), .arena = arena, .meta = meta};
	Err err = ERR_OK;
	if (!convert(&p, out, pdf, n)) {
		const char *why = qpdf_has_error(p.q) ? qpdf_get_error_full_text(p.q, qpdf_get_error(p.q)) : "";
		err = err_set(info, ERR_WRITE, str_format(arena, teks(bahasa, "cannot complete the PDF as PDF/A-1b: %s"), why), NULL);
	}
	qpdf_cleanup(&p.q);
	return err;
}
