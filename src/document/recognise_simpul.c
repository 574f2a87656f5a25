#include "document/recognise_bagian.h"

/* ---- number at the start of a name ---- */

size_t kenal_nomor(const char *text, unsigned *n_bagian, size_t *panjang)
{
	const char *p = text;
	unsigned parts = 0;
	for (;;) {
		size_t n = strspn(p, "0123456789");
		if (n == 0 || n > 3)
			break;
		parts++;
		p += n;
		if (*p != '.' && *p != ',' && *p != ')')
			break;
		p++;
		if (p[-1] == ')')
			break;
	}
	if (!parts || parts > 3 || p == text)
		return 0;
	size_t length = (size_t)(p - text);
	const char *rest = p;
	while (*rest == ' ' || *rest == '\t' || str_starts(rest, "\xC2\xA0"))
		rest += *rest == ' ' || *rest == '\t' ? 1 : 2;
	if (rest == p && *p)
		return 0;
	*n_bagian = parts;
	*panjang = length;
	return (size_t)(rest - text);
}

static bool word_ends(const char *p)
{
	return !((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z'));
}

Tingkat kenal_tingkat_kata(const char *nama)
{
	static const struct { const char *kata; Tingkat tingkat; } KATA[] = {
		{"Sub Kegiatan", TINGKAT_SUB_KEGIATAN}, {"Subkegiatan", TINGKAT_SUB_KEGIATAN}, {"Sub-Kegiatan", TINGKAT_SUB_KEGIATAN},
		{"Kegiatan", TINGKAT_KEGIATAN}, {"Program", TINGKAT_PROGRAM},
	};
	for (size_t i = 0; i < sizeof KATA / sizeof *KATA; i++)
		if (str_starts_fold(nama, KATA[i].kata) && word_ends(nama + strlen(KATA[i].kata)))
			return KATA[i].tingkat;
	return TINGKAT_OPD;
}

/* ---- code ---- */

/* One part a column: numbers lose their leading zeros in a spreadsheet, so they are written out to the width of their place. */
static const char *padded_part(Arena *arena, const Sel *sel, const char *teks, unsigned place)
{
	static const int LEBAR[6] = {1, 2, 2, 1, 2, 2};
	if (sel->jenis != SEL_ANGKA || place >= 6 || strspn(teks, "0123456789") != strlen(teks) || (int)strlen(teks) >= LEBAR[place])
		return teks;
	return str_format(arena, "%.*s%s", LEBAR[place] - (int)strlen(teks), "00", teks);
}

static bool single_part(const char *teks)
{
	size_t n = strspn(teks, "0123456789");
	return n > 0 && n <= 4 && teks[n] == '\0';
}

/* The code of a row from all its code columns: the last whole code, or the parts joined by dots. */
static Tertulis read_code(Kenal *k, uint32_t i, const Peta *peta)
{
	if (!peta->n_kode)
		return (Tertulis){.teks = "", .n_bagian = 1};
	Tertulis first = kenal_teks(k, i, peta->kode[0]);
	if (peta->n_kode == 1 || (*first.teks && !single_part(first.teks)))
		return first;
	StrBuf joined = {.arena = k->arena};
	unsigned place = 0;
	for (uint32_t c = 0; c < peta->n_kode; c++) {
		Tertulis part = kenal_teks(k, i, peta->kode[c]);
		if (!*part.teks)
			continue;
		if (!single_part(part.teks)) {
			first = part;
			joined.len = 0;
			place = 0;
			continue;
		}
		if (place)
			strbuf_addc(&joined, '.');
		else
			first = part;
		strbuf_add(&joined, padded_part(k->arena, grid_cell(k->grid, i, peta->kode[c]), part.teks, place++));
	}
	if (place)
		first.teks = strbuf_text(&joined);
	return first;
}

static Tertulis read_name(Kenal *k, uint32_t i, const Peta *peta)
{
	Tertulis name = kenal_teks(k, i, peta->kolom[KOLOM_NAMA]);
	for (uint32_t c = 1; c < peta->n_nama; c++) {
		Tertulis more = kenal_teks(k, i, peta->nama[c]);
		if (!*more.teks)
			continue;
		if (peta->nama_sambung && *name.teks)
			name.teks = str_format(k->arena, "%s %s", name.teks, more.teks);
		else
			name = more;
	}
	return name;
}

/* "2.17.01 Program ...": a well-formed code at the start of the name cell. */
static size_t leading_code(Arena *arena, const char *name, const char **code)
{
	size_t n = strspn(name, "0123456789.Xx");
	if (n < 7 || (name[n] != ' ' && name[n] != '\t'))
		return 0;
	Kode parsed;
	unsigned bentuk;
	Tingkat tingkat;
	const char *teks = str_dupn(arena, name, n);
	if (!kode_parse(&parsed, teks, &bentuk) || bentuk != KODE_BENTUK_BAIK || !kode_tingkat(&tingkat, parsed))
		return 0;
	*code = teks;
	return n + strspn(name + n, " \t-:");
}

/* ---- level ---- */

/* The code speaks first; only when number and word agree against it is it the code that is wrong. */
static Tingkat decide_level(Kode kode, unsigned n_nomor, Tingkat kata)
{
	Tingkat by_code = TINGKAT_OPD, by_number = n_nomor >= 1 && n_nomor <= 3 ? (Tingkat)n_nomor : TINGKAT_OPD;
	bool coded = kode_tingkat(&by_code, kode);
	if (coded && by_number != TINGKAT_OPD && by_number == kata && kata != by_code)
		return kata;
	if (coded)
		return by_code;
	return by_number != TINGKAT_OPD ? by_number : kata;
}

typedef struct {
	const char *nomor, *nama;
	unsigned n_nomor;
} NamaUrai;

/* Splits "1.1 Kegiatan ..." when the number has as many parts as the level, or a level word follows: "3 Pilar" is a name. */
static NamaUrai split_name(Arena *arena, const char *name, Tingkat by_code)
{
	NamaUrai r = {"", name, 0};
	unsigned parts;
	size_t length, skip = kenal_nomor(name, &parts, &length);
	if (!skip)
		return r;
	if (by_code != TINGKAT_OPD && parts != (unsigned)by_code && kenal_tingkat_kata(name + skip) == TINGKAT_OPD)
		return r;
	return (NamaUrai){str_dupn(arena, name, length), name + skip, parts};
}

/* "1", "1.1", "1.1.1" in the code column beside "Program", "Kegiatan", "Sub Kegiatan": a number, whatever the column is called. */
static bool number_for_code(Kode kode, unsigned bentuk, Tingkat kata)
{
	return kata != TINGKAT_OPD && kode.n_bagian == (unsigned)kata && (kode.n_bagian < 3 || bentuk & KODE_BENTUK_PADDING);
}

bool kenal_simpul(Kenal *k, uint32_t i, const Peta *peta, Simpul *out, TertulisSimpul *tertulis, bool *bidang)
{
	*bidang = false;
	Tertulis code = read_code(k, i, peta), name = read_name(k, i, peta);
	const char *nama = name.teks, *in_name;
	size_t skip;
	if (peta->kode_dalam_nama && !*code.teks && (skip = leading_code(k->arena, nama, &in_name))) {
		code = name;
		code.teks = in_name;
		nama += skip;
	}
	Kode kode = {0};
	unsigned bentuk = KODE_BENTUK_BAIK;
	if (*code.teks && !kode_parse(&kode, code.teks, &bentuk))
		kode = (Kode){0};
	Tingkat by_code = TINGKAT_OPD;
	kode_tingkat(&by_code, kode);

	NamaUrai urai = split_name(k->arena, nama, by_code);
	Tertulis nomor = kenal_teks(k, i, peta->kolom[PERAN_NOMOR]);
	unsigned parts;
	size_t length;
	if (*nomor.teks && !*urai.nomor && kenal_nomor(nomor.teks, &parts, &length) == strlen(nomor.teks) && *nama)
		urai = (NamaUrai){nomor.teks, nama, parts};

	Tingkat kata = kenal_tingkat_kata(urai.nama);
	if (!urai.n_nomor && number_for_code(kode, bentuk, kata)) {
		urai = (NamaUrai){code.teks, urai.nama, kode.n_bagian};
		kode = (Kode){0};
		by_code = TINGKAT_OPD;
	}
	if (by_code == TINGKAT_OPD && kode.n_bagian && kata == TINGKAT_OPD && !urai.n_nomor) {
		*bidang = true;
		return false;
	}
	if (by_code == TINGKAT_OPD && (!*urai.nama || (*urai.nomor == '\0' && kata == TINGKAT_OPD)))
		return false;
	Tingkat level = decide_level(kode, urai.n_nomor, kata);
	if (level == TINGKAT_OPD)
		return false;
	if (by_code == TINGKAT_OPD)
		kode = (Kode){0}; /* one or two parts are no node's code; as written it stays in kode_tertulis */

	*out = (Simpul){.tingkat = level, .kode = kode, .kode_tertulis = code.teks, .nomor = urai.nomor, .nama = urai.nama, .induk = SIMPUL_NONE};
	*tertulis = (TertulisSimpul){.kode = code, .nama = name, .kode_bentuk = bentuk};
	return true;
}

/* ---- the tree ---- */

static bool code_fits(Kode parent, Kode child)
{
	if (parent.n_bagian >= child.n_bagian)
		return false;
	for (int i = 0; i < parent.n_bagian; i++)
		if (parent.bagian[i] != child.bagian[i])
			return false;
	return true;
}

/* Is the parent's number the beginning of the child's: 1 and "1,1", 1.1 and "1.1.2"? */
static bool number_fits(const char *parent, const char *child)
{
	for (;;) {
		char *p_end, *c_end;
		unsigned long p = strtoul(parent, &p_end, 10), c = strtoul(child, &c_end, 10);
		if (p_end == parent)
			return c_end != child; /* the child has a part more */
		if (c_end == child || p != c)
			return false;
		parent = *p_end == '.' || *p_end == ',' ? p_end + 1 : p_end;
		child = *c_end == '.' || *c_end == ',' ? c_end + 1 : c_end;
	}
}

/* What code and number say about a possible parent. Without evidence the place on the page counts. */
static bool fits(const Simpul *parent, const Simpul *child)
{
	bool codes = parent->kode.n_bagian && child->kode.n_bagian, numbers = *parent->nomor && *child->nomor;
	if (codes && code_fits(parent->kode, child->kode))
		return true;
	if (numbers && number_fits(parent->nomor, child->nomor))
		return true;
	return !codes && !numbers;
}

/* A child that fits nowhere between children that do is a slip of the pen, not the rest of a lost parent. */
static bool next_fits(const Simpul *simpul, uint32_t n, uint32_t child, const Simpul *parent)
{
	for (uint32_t j = child + 1; j < n; j++) {
		if (simpul[j].tingkat > simpul[child].tingkat)
			continue;
		return simpul[j].tingkat == simpul[child].tingkat && fits(parent, &simpul[j]);
	}
	return false;
}

static uint32_t find_parent(const Simpul *simpul, uint32_t n, uint32_t i, const uint32_t open[4])
{
	for (int level = (int)simpul[i].tingkat - 1; level >= TINGKAT_PROGRAM; level--) {
		uint32_t candidate = open[level];
		if (candidate == SIMPUL_NONE)
			continue;
		if (fits(&simpul[candidate], &simpul[i]) || next_fits(simpul, n, i, &simpul[candidate]))
			return candidate;
	}
	return SIMPUL_NONE;
}

void kenal_pohon(Simpul *simpul, uint32_t n)
{
	uint32_t open[4] = {SIMPUL_NONE, SIMPUL_NONE, SIMPUL_NONE, SIMPUL_NONE};
	for (uint32_t i = 0; i < n; i++) {
		uint32_t parent = find_parent(simpul, n, i, open);
		simpul[i].induk = parent;
		int from = parent == SIMPUL_NONE ? TINGKAT_PROGRAM : (int)simpul[parent].tingkat + 1;
		for (int level = from; level <= TINGKAT_SUB_KEGIATAN; level++)
			open[level] = SIMPUL_NONE;
		open[simpul[i].tingkat] = i;
	}
	for (uint32_t i = n; i-- > 0;) {
		if (simpul[i].akhir < i + 1)
			simpul[i].akhir = i + 1;
		uint32_t parent = simpul[i].induk;
		if (parent != SIMPUL_NONE && simpul[parent].akhir < simpul[i].akhir)
			simpul[parent].akhir = simpul[i].akhir;
	}
}
