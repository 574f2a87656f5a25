#include "document/recognise_bagian.h"

/* Number texts are judged in portions, so that a document of a million rows needs no list of all of them; sixteen portions that agree are enough. */
enum { PORSI = 4096, PORSI_MAX = 16, BAGIAN_MAX = 64 };

static bool text_file(const Kenal *k)
{
	return k->buku->format == FORMAT_CSV || k->buku->format == FORMAT_TSV;
}

/* Our own CSV puts an apostrophe before texts a spreadsheet would run as a formula; taking one away gives the text back. */
static const char *without_guard(const char *text)
{
	if (*text != '\'')
		return text;
	const char *p = text + strspn(text, "'");
	return *p && strchr("=+-@\t\r", *p) ? text + 1 : text;
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static bool is_gap(char c)
{
	return is_break(c) || c == ' ' || c == '\t';
}

/* Most cells are tidy already: nothing to copy. */
static bool tidy(const char *text)
{
	size_t n = strlen(text);
	return n == 0 || (text[0] > ' ' && text[0] < 0x7F && text[n - 1] > ' ' && text[n - 1] < 0x7F);
}

const char *kenal_rapi(Arena *arena, const char *text)
{
	if (tidy(text) && !strpbrk(text, "\n\r"))
		return text;
	const char *trimmed = str_trim(arena, text);
	if (!strpbrk(trimmed, "\n\r"))
		return trimmed;
	StrBuf b = {.arena = arena};
	for (const char *p = trimmed; *p;) {
		const char *q = p;
		bool broken = false;
		for (; is_gap(*q); q++)
			broken |= is_break(*q);
		if (broken) {
			strbuf_addc(&b, ' ');
			p = q;
		} else {
			strbuf_addc(&b, *p++);
		}
	}
	return strbuf_text(&b);
}

Posisi kenal_posisi(const Kenal *k, uint32_t i, uint32_t kolom)
{
	return (Posisi){k->buku->berkas, k->grid->nama, i < k->grid->n_baris ? k->grid->baris[i].nomor : 0, kolom};
}

static Tertulis at(const Kenal *k, uint32_t i, uint32_t kolom, const char *teks)
{
	if (!kolom || i >= k->grid->n_baris)
		return (Tertulis){.teks = "", .n_bagian = 1};
	return (Tertulis){.teks = teks, .baris = k->grid->baris[i].nomor, .kolom = kolom, .n_bagian = 1};
}

static const char *raw(Kenal *k, uint32_t i, uint32_t kolom)
{
	const char *teks = grid_cell(k->grid, i, kolom)->teks;
	return text_file(k) ? without_guard(teks) : teks;
}

Tertulis kenal_teks(Kenal *k, uint32_t i, uint32_t kolom)
{
	return at(k, i, kolom, kolom ? kenal_rapi(k->arena, raw(k, i, kolom)) : "");
}

const char *kenal_isi(Kenal *k, uint32_t i, uint32_t kolom)
{
	const char *teks = raw(k, i, kolom);
	return tidy(teks) ? teks : str_trim(k->arena, teks);
}

uint32_t kenal_isi_pertama(const Grid *grid, uint32_t i, unsigned *n)
{
	uint32_t first = 0;
	const Baris *row = &grid->baris[i];
	*n = 0;
	for (uint32_t c = 0; c < row->n_sel; c++) {
		if (row->sel[c].jenis == SEL_KOSONG || str_blank(row->sel[c].teks))
			continue;
		if (!first)
			first = c + 1;
		++*n;
	}
	return first;
}

/* ---- one number ---- */

/* A percent format shows 100 x the stored value: the exponent says so without touching a digit. */
static const char *percent_shown(Arena *arena, const char *machine)
{
	const char *e = strpbrk(machine, "eE");
	if (!e)
		return str_format(arena, "%se2", machine);
	long long exponent = strtoll(e + 1, NULL, 10);
	return str_format(arena, "%.*se%lld", (int)(e - machine), machine, exponent > 1000 ? 1000 : exponent < -1000 ? -1000 : exponent + 2);
}

static void note_ambiguous(Kenal *k, Tertulis cell)
{
	if (!cell.angka.ambigu)
		return;
	if (k->n_ambigu++ == 0)
		k->ambigu_pertama = cell;
}

Tertulis kenal_angka(Kenal *k, const Sel *sel, const char *text, uint32_t baris, uint32_t kolom)
{
	Tertulis t = {.teks = text, .baris = baris, .kolom = kolom, .n_bagian = 1};
	switch (sel->jenis) {
	case SEL_ANGKA:
		t.angka = angka_parse(sel->persen ? percent_shown(k->arena, text) : text, NOTASI_MESIN);
		t.angka.persen = sel->persen;
		return t;
	case SEL_TANGGAL:
	case SEL_LOGIKA:
		t.angka.status = ANGKA_BUKAN;
		return t;
	case SEL_GALAT:
		t.angka.status = ANGKA_GALAT;
		return t;
	case SEL_KOSONG:
	case SEL_TEKS:
		break;
	}
	t.angka = angka_parse_lembar(text, k->draf->notasi);
	t.angka_teks = k->lembar_kerja && t.angka.status == ANGKA_NILAI;
	note_ambiguous(k, t);
	return t;
}

/* ---- several values in one cell ---- */

typedef struct {
	const char *awal[BAGIAN_MAX];
	size_t panjang[BAGIAN_MAX];
	size_t n;
} Potongan;

static size_t gap_at(const char *p)
{
	if (is_gap(*p))
		return 1;
	if (*p == '\xC2')
		return str_starts(p, "\xC2\xA0") ? 2 : 0;
	return *p == '\xE2' && str_starts(p, "\xE2\x80\xAF") ? 3 : 0;
}

static bool sticks(const char *p, size_t n)
{
	return (n == 1 && (*p == '%' || *p == ')')) || (n == 2 && (str_starts(p, ",-") || str_starts(p, ".-")));
}

static bool opens(const char *p, size_t n)
{
	return (n == 1 && (*p == '(')) || (n == 2 && str_starts_fold(p, "Rp")) || (n == 3 && (str_starts_fold(p, "Rp.") || str_starts_fold(p, "IDR")));
}

/* Pieces between blanks; a lone % belongs to the piece before, a lone Rp to the one behind. false: too many. */
static bool cut_blanks(const char *text, Potongan *out)
{
	out->n = 0;
	bool open = false;
	for (const char *p = text; *p;) {
		size_t gap = gap_at(p);
		if (gap) {
			p += gap;
			continue;
		}
		const char *start = p;
		while (*p && !gap_at(p))
			p++;
		size_t n = (size_t)(p - start);
		if (out->n && (open || sticks(start, n))) {
			out->panjang[out->n - 1] = (size_t)(p - out->awal[out->n - 1]);
		} else {
			if (out->n == BAGIAN_MAX)
				return false;
			out->awal[out->n] = start;
			out->panjang[out->n++] = n;
		}
		open = opens(start, n);
	}
	return true;
}

static bool cut_lines(const char *text, Potongan *out)
{
	out->n = 0;
	for (const char *p = text; *p;) {
		size_t n = strcspn(p, "\n\r");
		const char *line = p;
		p += n + (p[n] != '\0');
		size_t from = 0;
		while (from < n && gap_at(line + from))
			from++;
		if (from == n)
			continue;
		if (out->n == BAGIAN_MAX)
			return false;
		out->awal[out->n] = line + from;
		out->panjang[out->n++] = n - from;
	}
	return true;
}

static bool plain_digits(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] < '0' || p[i] > '9')
			return false;
	return n > 0;
}

/* "1 234 567,00": blanks that group digits, every further group of three; only the last may go on with decimals. */
static bool grouped_by_blanks(const Potongan *cut)
{
	if (cut->n < 2 || !plain_digits(cut->awal[0], cut->panjang[0]) || cut->panjang[0] > 3)
		return false;
	for (size_t i = 1; i < cut->n; i++) {
		if (cut->panjang[i] < 3 || !plain_digits(cut->awal[i], 3))
			return false;
		if (cut->panjang[i] > 3 && (i + 1 < cut->n || (cut->awal[i][3] != ',' && cut->awal[i][3] != '.')))
			return false;
	}
	return true;
}

static bool number_or_dash(Angka a)
{
	return a.status == ANGKA_NILAI || a.status == ANGKA_STRIP || a.status == ANGKA_LUAPAN || a.status == ANGKA_GALAT;
}

static bool all_numbers(Kenal *k, const Potongan *cut)
{
	for (size_t i = 0; i < cut->n; i++)
		if (!number_or_dash(angka_parse(str_dupn(k->arena, cut->awal[i], cut->panjang[i]), k->draf->notasi)))
			return false;
	return true;
}

/* Are these pieces several values, and not one number or one text? Lines as many as the indicator's text has part values even when one is a word
 * ("WTP"); else a word below a number is its unit. */
static bool several(Kenal *k, const char *text, Ukur ukur, size_t n_baris, Potongan *cut)
{
	if (cut_lines(text, cut) && cut->n > 1 && (cut->n == n_baris || all_numbers(k, cut)))
		return true;
	if (!cut_blanks(text, cut) || cut->n < 2 || !all_numbers(k, cut))
		return false;
	if (ukur != UKUR_PERSEN && grouped_by_blanks(cut))
		return false;
	bool value = false; /* "- -" is a dash, "- 5" a negative number */
	for (size_t i = 0; i < cut->n; i++)
		value |= cut->panjang[i] > 1 || (*cut->awal[i] >= '0' && *cut->awal[i] <= '9');
	return value && !(cut->n == 2 && cut->panjang[0] == 1 && cut->awal[0][0] == '-');
}

Nilai kenal_nilai(Kenal *k, uint32_t i, uint32_t kolom, Ukur ukur, size_t n_baris)
{
	const Sel *sel = grid_cell(k->grid, i, kolom);
	Nilai v = {.sel = at(k, i, kolom, kolom ? kenal_isi(k, i, kolom) : "")};
	if (!*v.sel.teks)
		return v;
	Potongan cut;
	if (sel->jenis == SEL_TEKS && strpbrk(v.sel.teks, " \n\r\t\xC2\xE2") && several(k, v.sel.teks, ukur, n_baris, &cut)) {
		v.n = cut.n;
		v.bagian = ARENA_ARRAY(k->arena, Tertulis, v.n);
		v.angka = true;
		for (size_t j = 0; j < v.n; j++) {
			const char *teks = str_trim(k->arena, str_dupn(k->arena, cut.awal[j], cut.panjang[j]));
			v.bagian[j] = kenal_angka(k, sel, teks, v.sel.baris, v.sel.kolom);
			v.bagian[j].angka_teks = false; /* several values in a cell is the finding, not that they are text */
			v.bagian[j].bagian = (uint8_t)j;
			v.bagian[j].n_bagian = (uint8_t)v.n;
			v.angka &= number_or_dash(v.bagian[j].angka);
		}
		v.sel = v.bagian[0];
		return v;
	}
	v.n = 1;
	v.sel = kenal_angka(k, sel, kenal_rapi(k->arena, v.sel.teks), v.sel.baris, v.sel.kolom);
	v.angka = number_or_dash(v.sel.angka);
	return v;
}

/* ---- notation ---- */

typedef struct {
	const char *teks[PORSI];
	size_t n, id, en;
} Pemilih;

static void vote(Pemilih *p)
{
	Notasi notasi = angka_guess(p->teks, p->n);
	p->id += notasi == NOTASI_ID;
	p->en += notasi == NOTASI_EN;
	p->n = 0;
}

static void offer(Kenal *k, Pemilih *p, const Sel *sel)
{
	if (sel->jenis != SEL_TEKS)
		return;
	Potongan cut;
	if (!strpbrk(sel->teks, " \n\t\xC2\xE2")) {
		p->teks[p->n++] = sel->teks;
	} else if (cut_blanks(sel->teks, &cut) && !grouped_by_blanks(&cut)) {
		for (size_t i = 0; i < cut.n; i++) {
			p->teks[p->n++] = str_dupn(k->arena, cut.awal[i], cut.panjang[i]);
			if (p->n == PORSI)
				vote(p);
		}
	} else {
		p->teks[p->n++] = sel->teks;
	}
	if (p->n == PORSI)
		vote(p);
}

static bool decided(const Pemilih *p)
{
	return p->id + p->en >= PORSI_MAX && (p->id == 0 || p->en == 0);
}

void kenal_notasi(Kenal *k)
{
	static const Kolom NUMBERS[] = {KOLOM_PAGU, KOLOM_REALISASI, KOLOM_TARGET, KOLOM_REALISASI_VOLUME, KOLOM_KEUANGAN, KOLOM_KELUARAN, KOLOM_RATA_RATA};
	Pemilih *p = ARENA_NEW(k->arena, Pemilih);
	for (size_t g = 0; g < k->n_garis && !decided(p); g++) {
		const Peta *peta = &k->peta[k->garis[g].peta];
		for (size_t c = 0; c < sizeof NUMBERS / sizeof *NUMBERS; c++)
			if (peta->kolom[NUMBERS[c]])
				offer(k, p, grid_cell(k->grid, k->garis[g].baris, peta->kolom[NUMBERS[c]]));
	}
	if (p->n)
		vote(p);
	k->draf->notasi = p->id > p->en ? NOTASI_ID : p->en > p->id ? NOTASI_EN : NOTASI_TAK_TENTU;
}

/* ---- findings ---- */

void kenal_lapor(Kenal *k, const char *rule, LevelTemuan level, Posisi posisi, const char *kode, const char *printed, const char *message,
                 const char *hint)
{
	temuan_add(&k->draf->temuan, (Temuan){.rule = rule, .level = level, .posisi = posisi, .kode = kode && *kode ? kode : NULL, .printed = printed,
	                                      .message = message, .hint = hint, .cause = -1});
}

void kenal_lapor_angka(Kenal *k, Tertulis cell, const char *kode)
{
	Posisi posisi = {k->buku->berkas, k->grid->nama, cell.baris, cell.kolom};
	if (cell.angka.status == ANGKA_LUAPAN)
		kenal_lapor(k, "angka-luapan", LEVEL_ERROR, posisi, kode, cell.teks,
		            str_format(k->arena, teks(k->bahasa, "The number \"%s\" is too large or has too many decimals."), cell.teks),
		            teks(k->bahasa, "Write it with at most six decimals (money: two) and no more than 18 digits."));
	else if (cell.angka.status == ANGKA_BUKAN)
		kenal_lapor(k, "teks-bukan-angka", LEVEL_ERROR, posisi, kode, cell.teks,
		            str_format(k->arena, teks(k->bahasa, "\"%s\" stands where a number is due."), cell.teks),
		            teks(k->bahasa, "Write the number alone; words belong to the indicator or the narrative."));
}
