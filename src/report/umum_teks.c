#include "report/render_teks.h"
#include "report/tabel_umum.h"

/* CSV, Markdown, JSON and plain text of a document of tables; the forms of single cells are those of the official form. */

static Err done(Keluaran *out, const StrBuf *text)
{
	*out = render_bytes(text);
	return ERR_OK;
}

static bool is_number(const SelForm *cell)
{
	return cell->jenis != ISI_SEL_TEKS && cell->isi != ISI_KOSONG;
}

/* "Realisasi: Rp" - one row of headings, for formats that have no spans. */
static const char *heading(Arena *arena, const KolomUmum *kolom)
{
	return kolom->grup ? str_format(arena, "%s: %s", kolom->grup, kolom->judul) : kolom->judul;
}

/* ---- CSV ---- */

static void csv_line(StrBuf *b, const char *const *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i)
			strbuf_addc(b, ';');
		csv_add_text(b, text[i]);
	}
	strbuf_add(b, "\r\n");
}

static void csv_row(StrBuf *b, const BagianUmum *bagian, const BarisUmum *baris)
{
	for (uint8_t k = 0; k < bagian->n_kolom; k++) {
		if (k)
			strbuf_addc(b, ';');
		if (is_number(&baris->sel[k]))
			strbuf_add(b, baris->sel[k].teks);
		else
			csv_add_text(b, baris->sel[k].teks);
	}
	strbuf_add(b, "\r\n");
}

static void csv_part(StrBuf *b, const BagianUmum *bagian)
{
	const char *head[UMUM_KOLOM_MAX];
	strbuf_add(b, "\r\n");
	if (*bagian->judul)
		csv_line(b, &bagian->judul, 1);
	for (uint8_t k = 0; k < bagian->n_kolom; k++)
		head[k] = heading(b->arena, &bagian->kolom[k]);
	csv_line(b, head, bagian->n_kolom);
	for (uint32_t i = 0; i < bagian->n_baris; i++)
		csv_row(b, bagian, &bagian->baris[i]);
	for (uint32_t i = 0; i < bagian->n_catatan; i++)
		csv_line(b, &bagian->catatan[i], 1);
}

Err umum_csv(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)kertas, (void)bahasa, (void)info;
	StrBuf b = {.arena = arena};
	strbuf_add(&b, "\xEF\xBB\xBF");
	for (int i = 0; i < 2; i++)
		csv_line(&b, &tabel->judul[i], 1);
	for (uint32_t i = 0; i < tabel->n_kepala; i++)
		csv_line(&b, (const char *const[]){tabel->kepala[i].label, tabel->kepala[i].isi}, 2);
	for (uint32_t i = 0; i < tabel->n_bagian; i++)
		csv_part(&b, &tabel->bagian[i]);
	strbuf_add(&b, "\r\n");
	csv_line(&b, &tabel->kaki, 1);
	return done(out, &b);
}

/* ---- Markdown ---- */

static void md_cell(StrBuf *b, const char *mark, const char *text)
{
	strbuf_add(b, "| ");
	if (!*text)
		return;
	strbuf_add(b, mark);
	md_add_text(b, text);
	strbuf_addf(b, "%s ", mark);
}

static void md_part(StrBuf *b, const BagianUmum *bagian)
{
	static const char *const rule[] = {[KOLOM_UMUM_KIRI] = "| :--- ", [KOLOM_UMUM_TENGAH] = "| :---: ", [KOLOM_UMUM_KANAN] = "| ---: "};
	if (*bagian->judul) {
		strbuf_add(b, "\n### ");
		md_add_text(b, bagian->judul);
		strbuf_addc(b, '\n');
	}
	strbuf_addc(b, '\n');
	for (uint8_t k = 0; k < bagian->n_kolom; k++)
		md_cell(b, "", heading(b->arena, &bagian->kolom[k]));
	strbuf_add(b, "|\n");
	for (uint8_t k = 0; k < bagian->n_kolom; k++)
		strbuf_add(b, rule[bagian->kolom[k].rata]);
	strbuf_add(b, "|\n");
	for (uint32_t i = 0; i < bagian->n_baris; i++) {
		const BarisUmum *baris = &bagian->baris[i];
		for (uint8_t k = 0; k < bagian->n_kolom; k++)
			md_cell(b, baris->nada == NADA_UMUM_TOTAL || baris->nada == NADA_UMUM_TINGKAT_1 ? "**" : "", baris->sel[k].teks);
		strbuf_add(b, "|\n");
	}
	for (uint32_t i = 0; i < bagian->n_catatan; i++) {
		strbuf_addc(b, '\n');
		md_add_text(b, bagian->catatan[i]);
		strbuf_addc(b, '\n');
	}
}

Err umum_md(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)kertas, (void)bahasa, (void)info;
	StrBuf b = {.arena = arena};
	strbuf_add(&b, "## ");
	md_add_text(&b, str_format(arena, "%s %s", tabel->judul[0], tabel->judul[1]));
	strbuf_add(&b, "\n\n");
	for (uint32_t i = 0; i < tabel->n_kepala; i++) {
		strbuf_add(&b, "- ");
		md_add_text(&b, tabel->kepala[i].label);
		strbuf_add(&b, ": ");
		md_add_text(&b, tabel->kepala[i].isi);
		strbuf_addc(&b, '\n');
	}
	for (uint32_t i = 0; i < tabel->n_bagian; i++)
		md_part(&b, &tabel->bagian[i]);
	strbuf_add(&b, "\n<sub>");
	md_add_text(&b, tabel->kaki);
	strbuf_add(&b, "</sub>\n");
	return done(out, &b);
}

/* ---- JSON ---- */

Err umum_json(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)arena, (void)kertas, (void)bahasa, (void)info;
	*out = (Keluaran){(const unsigned char *)tabel->json, strlen(tabel->json)};
	return ERR_OK;
}

/* ---- terminal ---- */

enum { TEKS_LENTUR_MIN = 24, SELA_KOLOM = 2 };

typedef struct { size_t lebar[UMUM_KOLOM_MAX]; } LebarTeks;

static void blanks(StrBuf *out, size_t n)
{
	while (n-- > 0)
		strbuf_addc(out, ' ');
}

static LebarTeks text_widths(const BagianUmum *bagian, unsigned screen)
{
	LebarTeks w = {0};
	size_t sum = 0;
	for (uint8_t k = 0; k < bagian->n_kolom; k++) {
		w.lebar[k] = utf8_count(bagian->kolom[k].judul);
		for (uint32_t i = 0; i < bagian->n_baris; i++) {
			size_t n = utf8_count(bagian->baris[i].sel[k].teks);
			if (n > w.lebar[k])
				w.lebar[k] = n;
		}
		sum += w.lebar[k] + SELA_KOLOM;
	}
	for (uint8_t k = 0; k < bagian->n_kolom && sum > screen; k++) {
		size_t over = sum - screen, spare = w.lebar[k] > TEKS_LENTUR_MIN ? w.lebar[k] - TEKS_LENTUR_MIN : 0, cut = over < spare ? over : spare;
		if (!bagian->kolom[k].lentur)
			continue;
		w.lebar[k] -= cut;
		sum -= cut;
	}
	return w;
}

/* At most n code points; a cut text ends in an ellipsis. */
static const char *shortened(Arena *arena, const char *text, size_t n)
{
	if (utf8_count(text) <= n)
		return text;
	const char *p = text;
	for (size_t i = 0; i + 1 < n; i++)
		utf8_next(&p);
	return str_format(arena, "%.*s…", (int)(p - text), text);
}

static void text_line(StrBuf *out, const BagianUmum *bagian, const LebarTeks *w, const char *const *text)
{
	size_t owed = 0;
	for (uint8_t k = 0; k < bagian->n_kolom; k++) {
		const char *cell = shortened(out->arena, text[k], w->lebar[k]);
		size_t n = utf8_count(cell), rest = w->lebar[k] > n ? w->lebar[k] - n : 0;
		bool right = bagian->kolom[k].rata == KOLOM_UMUM_KANAN;
		if (n) {
			blanks(out, owed + (right ? rest : 0));
			strbuf_add(out, cell);
			owed = 0;
		} else if (right) {
			owed += rest;
		}
		owed += (right ? 0 : rest) + SELA_KOLOM;
	}
	strbuf_addc(out, '\n');
}

/* The line of group headings, each over its columns; cut where they are narrower. */
static void text_groups(StrBuf *out, const BagianUmum *bagian, const LebarTeks *w)
{
	size_t owed = 0;
	bool any = false;
	for (uint8_t k = 0; k < bagian->n_kolom; k++)
		any |= bagian->kolom[k].grup != NULL;
	for (uint8_t k = 0, end; any && k < bagian->n_kolom; k = end) {
		const char *grup = bagian->kolom[k].grup;
		size_t width = w->lebar[k];
		for (end = k + 1; grup && end < bagian->n_kolom && str_equal(bagian->kolom[end].grup, grup); end++)
			width += SELA_KOLOM + w->lebar[end];
		const char *text = grup ? shortened(out->arena, grup, width) : "";
		if (*text) {
			blanks(out, owed);
			strbuf_add(out, text);
			owed = 0;
		}
		owed += width - utf8_count(text) + SELA_KOLOM;
	}
	if (any)
		strbuf_addc(out, '\n');
}

void umum_text(StrBuf *out, const TabelUmum *tabel, unsigned lebar)
{
	strbuf_addf(out, "%s\n%s\n", tabel->judul[0], tabel->judul[1]);
	for (uint32_t i = 0; i < tabel->n_kepala; i++)
		strbuf_addf(out, "%s: %s\n", tabel->kepala[i].label, tabel->kepala[i].isi);
	for (uint32_t p = 0; p < tabel->n_bagian; p++) {
		const BagianUmum *bagian = &tabel->bagian[p];
		const LebarTeks w = text_widths(bagian, lebar);
		const char *text[UMUM_KOLOM_MAX];
		strbuf_addf(out, "\n%s%s", bagian->judul, *bagian->judul ? "\n" : "");
		for (uint8_t k = 0; k < bagian->n_kolom; k++)
			text[k] = bagian->kolom[k].judul;
		text_groups(out, bagian, &w);
		text_line(out, bagian, &w, text);
		for (uint32_t i = 0; i < bagian->n_baris; i++) {
			for (uint8_t k = 0; k < bagian->n_kolom; k++)
				text[k] = bagian->baris[i].sel[k].teks;
			text_line(out, bagian, &w, text);
		}
		for (uint32_t i = 0; i < bagian->n_catatan; i++)
			strbuf_addf(out, "%s\n", bagian->catatan[i]);
	}
}
