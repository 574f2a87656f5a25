#include "document/recognise_bagian.h"

/* The title block: lines of LABEL : value in any order, and the title itself. */

typedef enum {
	ISIAN_BUKAN, ISIAN_BIDANG, ISIAN_UNIT, ISIAN_BULAN, ISIAN_TAHUN, ISIAN_KONDISI, ISIAN_PROGRAM, ISIAN_KEGIATAN, ISIAN_SUB_KEGIATAN
} Isian;

/* Labels as letters only (str_letters). Longer ones may be cut off or misspelt. */
static const struct {
	const char *label;
	Isian isian;
} LABEL[] = {
	{"KODEBIDANGURUSAN", ISIAN_BIDANG},
	{"BIDANGURUSAN", ISIAN_BIDANG},
	{"KODEURUSAN", ISIAN_BIDANG},
	{"URUSAN", ISIAN_BIDANG},
	{"URUSANPEMERINTAHAN", ISIAN_BIDANG},
	{"UNITORGANISASI", ISIAN_UNIT},
	{"UNITKERJA", ISIAN_UNIT},
	{"ORGANISASI", ISIAN_UNIT},
	{"ORGANIZATION", ISIAN_UNIT},
	{"PERANGKATDAERAH", ISIAN_UNIT},
	{"NAMAPERANGKATDAERAH", ISIAN_UNIT},
	{"OPD", ISIAN_UNIT},
	{"NAMAOPD", ISIAN_UNIT},
	{"SKPD", ISIAN_UNIT},
	{"NAMASKPD", ISIAN_UNIT},
	{"LAPORANCAPAIANBULAN", ISIAN_BULAN},
	{"LAPORANBULAN", ISIAN_BULAN},
	{"BULANLAPORAN", ISIAN_BULAN},
	{"SAMPAIDENGANBULAN", ISIAN_BULAN},
	{"SDBULAN", ISIAN_BULAN},
	{"BULAN", ISIAN_BULAN},
	{"PERIODE", ISIAN_BULAN},
	{"MONTH", ISIAN_BULAN},
	{"RKADPATAHUNANGGARAN", ISIAN_TAHUN},
	{"DPATAHUNANGGARAN", ISIAN_TAHUN},
	{"TAHUNANGGARAN", ISIAN_TAHUN},
	{"TAHUN", ISIAN_TAHUN},
	{"TA", ISIAN_TAHUN},
	{"FISCALYEAR", ISIAN_TAHUN},
	{"YEAR", ISIAN_TAHUN},
	{"KONDISITERAKHIR", ISIAN_KONDISI},
	{"KONDISIPER", ISIAN_KONDISI},
	{"KONDISISAMPAIDENGAN", ISIAN_KONDISI},
	{"KEADAANTANGGAL", ISIAN_KONDISI},
	{"POSISIDATA", ISIAN_KONDISI},
	{"PERTANGGAL", ISIAN_KONDISI},
	{"ASOF", ISIAN_KONDISI},
	{"JUMLAHPROGRAM", ISIAN_PROGRAM},
	{"JUMLAHKEGIATAN", ISIAN_KEGIATAN},
	{"JUMLAHSUBKEGIATAN", ISIAN_SUB_KEGIATAN},
};

enum { LABEL_PANJANG_MAX = 60, LABEL_SALAH_MIN = 8, LABEL_POTONG_MIN = 7, KEPALA_BARIS_MAX = 200, KEPALA_INGAT_MAX = 40 };

/* The field a label names: spelt right, cut off after more than half ("LAPORAN CAPAIAN BU"), or with one or two letters wrong. */
static Isian label_find(Arena *arena, const char *text, size_t n)
{
	if (n == 0 || n > LABEL_PANJANG_MAX)
		return ISIAN_BUKAN;
	const char *letters = str_letters(arena, str_dupn(arena, text, n));
	size_t len = strlen(letters);
	unsigned best = 3;
	Isian found = ISIAN_BUKAN;
	for (size_t i = 0; i < sizeof LABEL / sizeof *LABEL; i++) {
		const char *label = LABEL[i].label;
		size_t full = strlen(label);
		unsigned distance = 3;
		if (str_equal(letters, label))
			return LABEL[i].isian;
		if (len >= LABEL_POTONG_MIN && len < full && len * 2 > full && strncmp(letters, label, len) == 0)
			distance = 1;
		else if (len >= LABEL_SALAH_MIN)
			distance = str_distance(letters, label, full >= 12 ? 2 : 1);
		if (distance < best && distance <= (full >= 12 ? 2u : 1u)) {
			best = distance;
			found = LABEL[i].isian;
		}
	}
	return found;
}

typedef struct {
	Isian isian;
	const char *isi;   /* value in the same cell, "" if none */
	bool titik_dua;    /* a colon ends the label */
	size_t panjang;    /* of the label */
} Label;

static const char *skip_colon(const char *p)
{
	while (*p == ' ' || *p == '\t' || *p == '\n' || *p == ':' || str_starts(p, "\xC2\xA0"))
		p += *p == '\xC2' ? 2 : 1;
	return p;
}

/* Where a value may begin without a colon: a digit or a month's name ("BULAN DESEMBER", "TAHUN ANGGARAN 2023"). */
static size_t value_start(Arena *arena, const char *text)
{
	for (const char *p = text; *p;) {
		size_t n = strcspn(p, " ");
		if ((*p >= '0' && *p <= '9') || (p > text && n > 2 && bulan_parse(str_dupn(arena, p, n)) && !(p[0] >= '0' && p[0] <= '9')))
			return (size_t)(p - text);
		p += n;
		p += strspn(p, " ");
	}
	return 0;
}

static Label label_read(Arena *arena, const char *text)
{
	Label l = {.isi = ""};
	const char *colon = strchr(text, ':');
	if (colon) {
		l.isian = label_find(arena, text, (size_t)(colon - text));
		l.isi = skip_colon(colon);
		l.titik_dua = true;
		l.panjang = (size_t)(colon - text);
		return l;
	}
	l.panjang = strlen(text);
	if ((l.isian = label_find(arena, text, l.panjang)))
		return l;
	size_t at = strlen(text) <= LABEL_PANJANG_MAX * 2 ? value_start(arena, text) : 0;
	if (!at)
		return l;
	l.isian = label_find(arena, text, at);
	if (l.isian == ISIAN_BIDANG || l.isian == ISIAN_UNIT)
		l.isian = ISIAN_BUKAN; /* a name that happens to begin so */
	l.isi = text + at;
	l.panjang = at;
	return l;
}

/* ---- values ---- */

static int year_in(const char *text)
{
	for (const char *p = text; *p; p++) {
		size_t n = strspn(p, "0123456789");
		if (n == 4 && (*p == '1' || *p == '2')) {
			int year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0');
			if (year >= 1900 && year <= 2999)
				return year;
		}
		if (n)
			p += n - 1;
	}
	return 0;
}

/* The last month named: "Januari s/d Desember 2023" is December. */
static uint8_t month_in(Arena *arena, const char *text)
{
	Tanggal t;
	if (tanggal_parse(&t, text, NULL))
		return t.bulan;
	uint8_t last = 0;
	for (const char *p = text; *p;) {
		size_t n = strcspn(p, " -/.,()");
		uint8_t month = n ? bulan_parse(str_dupn(arena, p, n)) : 0;
		if (month && !(*p >= '0' && *p <= '9'))
			last = month;
		p += n ? n : 1;
	}
	return last ? last : bulan_parse(text);
}

/* "2.17 Urusan Pemerintahan ...": code and name. */
static void split_bidang(Arena *arena, const char *text, Kepala *kepala)
{
	size_t n = strspn(text, "0123456789.xX");
	if (n && text[n] && text[n] != ' ' && text[n] != '\t' && text[n] != '-')
		n = 0;
	if (n && strspn(text, ".xX") == n)
		n = 0;
	kepala->kode_bidang = str_dupn(arena, text, n);
	kepala->nama_bidang = n ? str_trim(arena, text + n) : text;
}

static void take_value(Kenal *k, Isian isian, Tertulis value, Tertulis label)
{
	Draf *draf = k->draf;
	Kepala *kepala = &draf->snapshot.kepala;
	Tertulis *const slot[] = {
		[ISIAN_BIDANG] = &draf->kepala.kode_bidang, [ISIAN_UNIT] = &draf->kepala.unit_organisasi, [ISIAN_BULAN] = &draf->kepala.bulan,
		[ISIAN_TAHUN] = &draf->kepala.tahun, [ISIAN_KONDISI] = &draf->kepala.kondisi, [ISIAN_PROGRAM] = &draf->kepala.n_program,
		[ISIAN_KEGIATAN] = &draf->kepala.n_kegiatan, [ISIAN_SUB_KEGIATAN] = &draf->kepala.n_sub_kegiatan};
	if (slot[isian]->baris && *slot[isian]->teks)
		return; /* the first one counts: later pages repeat it */
	*slot[isian] = value;
	switch (isian) {
	case ISIAN_BIDANG:
		split_bidang(k->arena, value.teks, kepala);
		break;
	case ISIAN_UNIT:
		kepala->unit_organisasi = value.teks;
		break;
	case ISIAN_BULAN:
		kepala->bulan = month_in(k->arena, value.teks);
		draf->kepala.label_bulan = label;
		if (!kepala->tahun)
			kepala->tahun = year_in(value.teks);
		break;
	case ISIAN_TAHUN:
		kepala->tahun = year_in(value.teks);
		break;
	case ISIAN_KONDISI:
		if (!tanggal_parse(&kepala->kondisi, value.teks, NULL))
			kepala->kondisi = (Tanggal){0};
		break;
	case ISIAN_PROGRAM:
	case ISIAN_KEGIATAN:
	case ISIAN_SUB_KEGIATAN:
		slot[isian]->angka = angka_parse(value.teks, NOTASI_ID);
		break;
	case ISIAN_BUKAN:
		break;
	}
}

/* ---- rows ---- */

/* The value in the cells to the right of a label, up to the next label; *next receives the first cell not taken. */
static Tertulis value_right(Kenal *k, uint32_t i, uint32_t from, uint32_t *next)
{
	Tertulis value = kenal_teks(k, i, from);
	value.teks = "";
	const Baris *row = &k->grid->baris[i];
	uint32_t c = from;
	for (; c <= row->n_sel; c++) {
		Tertulis cell = kenal_teks(k, i, c);
		cell.teks = skip_colon(cell.teks);
		if (!*cell.teks)
			continue;
		Isian label = label_read(k->arena, cell.teks).isian;
		if (label >= ISIAN_PROGRAM || (label != ISIAN_BUKAN && *value.teks)) /* a count's label is never a value: the value before it is empty */
			break;
		if (*value.teks) {
			value.teks = str_format(k->arena, "%s %s", value.teks, cell.teks);
		} else {
			value = cell;
		}
	}
	*next = c;
	return value;
}

/* "... BULAN DESEMBER TAHUN ANGGARAN 2023" in the title says what no line of its own may say. */
static void title_take(Kenal *k, Tertulis cell)
{
	Draf *draf = k->draf;
	Kepala *kepala = &draf->snapshot.kepala;
	bool better = str_find_fold(cell.teks, "capaian") && !str_find_fold(draf->kepala.judul.teks, "capaian");
	if (!draf->kepala.judul.baris || better) {
		draf->kepala.judul = cell;
		kepala->judul = cell.teks;
	}
	const char *bulan = str_find_fold(cell.teks, "bulan ");
	uint8_t month = bulan && !kepala->bulan ? month_in(k->arena, bulan) : 0;
	if (month && !draf->kepala.bulan.baris) {
		kepala->bulan = month;
		draf->kepala.bulan = cell;
		draf->kepala.bulan.teks = bulan + strlen("bulan ");
		draf->kepala.label_bulan = cell;
		draf->kepala.label_bulan.teks = str_trim(k->arena, str_dupn(k->arena, cell.teks, (size_t)(bulan - cell.teks) + strlen("bulan")));
	}
	if (!kepala->tahun && (month || str_find_fold(cell.teks, "tahun")))
		kepala->tahun = year_in(cell.teks);
}

/* One line of a cell: a label with its value, or a title. *next: the first column not taken; `last` allows the value to stand to the right. */
static void line_read(Kenal *k, uint32_t i, Tertulis cell, bool last, uint32_t *next)
{
	Label label = label_read(k->arena, cell.teks);
	if (label.isian == ISIAN_BUKAN) {
		if (!label.titik_dua)
			title_take(k, cell);
		return;
	}
	Tertulis written = cell, value = cell;
	written.teks = str_trim(k->arena, str_dupn(k->arena, cell.teks, label.panjang));
	value.teks = label.isi;
	if (!*value.teks && last)
		value = value_right(k, i, *next, next);
	if (*value.teks || label.titik_dua || label.isian != ISIAN_UNIT)
		take_value(k, label.isian, value, written);
}

static void row_read(Kenal *k, uint32_t i)
{
	const Baris *row = &k->grid->baris[i];
	for (uint32_t c = 1; c <= row->n_sel;) {
		Tertulis cell = kenal_teks(k, i, c++);
		const char *lines = kenal_isi(k, i, c - 1);
		while (*lines) { /* the whole title block may stand in one merged cell */
			size_t n = strcspn(lines, "\n\r");
			cell.teks = str_trim(k->arena, str_dupn(k->arena, lines, n));
			lines += n + (lines[n] != '\0');
			if (*cell.teks)
				line_read(k, i, cell, !*lines, &c);
		}
	}
}

static void remember_row(Kenal *k, uint32_t i)
{
	StrBuf b = {.arena = k->arena};
	for (uint32_t c = 1; c <= k->grid->baris[i].n_sel; c++)
		strbuf_add(&b, kenal_teks(k, i, c).teks);
	if (b.len)
		*ARENA_PUSH(k->arena, k->judul_ulang, k->n_judul_ulang, k->cap_judul_ulang) = strbuf_text(&b);
}

void kenal_kepala(Kenal *k, uint32_t akhir)
{
	Draf *draf = k->draf;
	Tertulis none = {.teks = "", .n_bagian = 1};
	draf->kepala.judul = draf->kepala.kode_bidang = draf->kepala.unit_organisasi = draf->kepala.bulan = draf->kepala.tahun = draf->kepala.kondisi = none;
	draf->kepala.n_program = draf->kepala.n_kegiatan = draf->kepala.n_sub_kegiatan = draf->kepala.label_bulan = none;
	draf->snapshot.kepala = (Kepala){.judul = "", .kode_bidang = "", .nama_bidang = "", .unit_organisasi = ""};
	for (uint32_t i = akhir > KEPALA_BARIS_MAX ? akhir - KEPALA_BARIS_MAX : 0; i < akhir; i++) {
		row_read(k, i);
		if (k->n_judul_ulang < KEPALA_INGAT_MAX)
			remember_row(k, i);
	}
}
