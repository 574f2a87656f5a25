#include "report/pdfa_xmp.h"

static const char PEMBUAT[] = "capaian " CAPAIAN_VERSION;

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

void pdfa_xmp_add(StrBuf *out, const PdfaMeta *meta)
{
	const char *date = meta->tanggal.tahun ? str_format(out->arena, "%sT00:00:00Z", tanggal_print_iso(out->arena, meta->tanggal)) : "";
	strbuf_add(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	                "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
	                "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n</rdf:Description>\n"
	                "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:format>application/pdf</dc:format>\n");
	xmp_entry(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->judul, "</rdf:li></rdf:Alt></dc:title>\n");
	xmp_entry(out, "<dc:creator><rdf:Seq><rdf:li>", meta->pembuat, "</rdf:li></rdf:Seq></dc:creator>\n");
	xmp_entry(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->subjek, "</rdf:li></rdf:Alt></dc:description>\n");
	xmp_entry(out, "<dc:language><rdf:Bag><rdf:li>", meta->bahasa_isi, "</rdf:li></rdf:Bag></dc:language>\n");
	strbuf_add(out, "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
	xmp_entry(out, "<xmp:CreatorTool>", PEMBUAT, "</xmp:CreatorTool>\n");
	xmp_entry(out, "<xmp:CreateDate>", date, "</xmp:CreateDate>\n");
	xmp_entry(out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n");
	strbuf_add(out, "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
	xmp_entry(out, "<pdf:Producer>", PEMBUAT, "</pdf:Producer>\n");
	strbuf_add(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

static void utf16_unit(StrBuf *out, uint32_t unit)
{
	strbuf_addf(out, "%04X", unit);
}

/* A text string: UTF-16BE with its mark, in hex, so that no byte of it can be mistaken. */
static void info_entry(StrBuf *out, const char *key, const char *text)
{
	if (!*text)
		return;
	strbuf_addf(out, "\n   /%s <FEFF", key);
	while (*text) {
		uint32_t c = utf8_next(&text);
		if (c < ' ')
			c = ' ';
		if (c >= 0x10000) {
			utf16_unit(out, 0xD800 + ((c - 0x10000) >> 10));
			c = 0xDC00 + ((c - 0x10000) & 0x3FF);
		}
		utf16_unit(out, c);
	}
	strbuf_add(out, ">");
}

void pdfa_info_add(StrBuf *out, const PdfaMeta *meta)
{
	strbuf_add(out, "<<");
	info_entry(out, "Title", meta->judul);
	info_entry(out, "Author", meta->pembuat);
	info_entry(out, "Subject", meta->subjek);
	info_entry(out, "Creator", PEMBUAT);
	info_entry(out, "Producer", PEMBUAT);
	Tanggal t = meta->tanggal;
	if (t.tahun) {
		const char *date = str_format(out->arena, "D:%04d%02d%02d000000Z", t.tahun, t.bulan, t.hari);
		strbuf_addf(out, "\n   /CreationDate (%s)\n   /ModDate (%s)", date, date);
	}
	strbuf_add(out, "\n>>");
}
