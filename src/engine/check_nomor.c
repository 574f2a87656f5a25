/* Rules about the running number in front of the name: "1", "1.1", "1.1.1". */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"

enum { NOMOR_BAGIAN_MAX = 3 };

typedef struct {
	unsigned n;                     /* parts; 0: none, or not of digits */
	unsigned bagian[NOMOR_BAGIAN_MAX];
	bool titik, koma;               /* separators between parts */
} Nomor;

static Nomor read_number(const char *text)
{
	Nomor number = {0};
	while (*text) {
		unsigned value = 0, digits = 0;
		for (; *text >= '0' && *text <= '9' && digits < 5; text++, digits++)
			value = value * 10 + (unsigned)(*text - '0');
		if (!digits || number.n == NOMOR_BAGIAN_MAX)
			return (Nomor){0};
		number.bagian[number.n++] = value;
		if (*text != '.' && *text != ',')
			break;
		bool inner = text[1] >= '0' && text[1] <= '9';
		number.titik |= inner && *text == '.';
		number.koma |= inner && *text == ',';
		text++;
	}
	return *text ? (Nomor){0} : number;
}

static Nomor *read_numbers(const Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Nomor *all = ARENA_ARRAY(p->arena, Nomor, s->n_simpul);
	for (uint32_t i = 0; i < s->n_simpul; i++)
		all[i] = read_number(s->simpul[i].nomor);
	return all;
}

/* ---- nomor-gaya ---- */

static void tell_style(Pemeriksaan *p, const Kumpulan *minority, const char *custom)
{
	Anggota a = minority->anggota[0];
	check_report(p, "nomor-gaya", a.cell, a.simpul, p->draf->snapshot.simpul[a.simpul].nomor, NULL,
	             minority->n == 1
	                     ? str_format(p->arena, teks(p->bahasa, "Number %s is written unlike the others, as in %s."), a.label, custom)
	                     : str_format(p->arena, teks(p->bahasa, "%zu numbers are written unlike the others, as in %s: %s."), minority->n, custom,
	                                  kumpulan_daftar(minority, 6, p->bahasa)),
	             teks(p->bahasa, "Number the whole report in one style, preferably with dots: 1.1."));
}

void periksa_nomor_gaya(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	const Nomor *number = read_numbers(p);
	Kumpulan dots = {.arena = p->arena}, commas = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		if (number[i].koma)
			kumpulan_add(&commas, p->draf->simpul[i].nama, i, s->simpul[i].nomor);
		else if (number[i].titik)
			kumpulan_add(&dots, p->draf->simpul[i].nama, i, s->simpul[i].nomor);
	}
	if (!dots.n || !commas.n)
		return;
	if (commas.n <= dots.n)
		tell_style(p, &commas, dots.anggota[0].label);
	else
		tell_style(p, &dots, commas.anggota[0].label);
}

/* ---- nomor-urut ---- */

/* A level is judged when its rows are mostly numbered as the form has it: with as many parts as the level is deep. */
static void judged_levels(const Snapshot *s, const Nomor *number, bool judged[TINGKAT_SUB_KEGIATAN + 1])
{
	uint32_t all[TINGKAT_SUB_KEGIATAN + 1] = {0}, good[TINGKAT_SUB_KEGIATAN + 1] = {0};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		Tingkat level = s->simpul[i].tingkat;
		all[level]++;
		good[level] += number[i].n == (unsigned)level;
	}
	for (int level = TINGKAT_PROGRAM; level <= TINGKAT_SUB_KEGIATAN; level++)
		judged[level] = 2 * good[level] > all[level];
}

/* Offices that number a row by the last part of its code have gaps where the nomenclature has them. */
static bool numbered_by_code(const Snapshot *s, const Nomor *number, Tingkat level)
{
	uint32_t all = 0, same = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *n = &s->simpul[i];
		if (n->tingkat != level || !number[i].n || !n->kode.n_bagian)
			continue;
		all++;
		same += number[i].bagian[number[i].n - 1] == n->kode.bagian[n->kode.n_bagian - 1];
	}
	return all && 10 * same >= 9 * all;
}

static bool prefix_fits(const Nomor *own, const Nomor *parent)
{
	for (unsigned i = 0; i < parent->n; i++)
		if (own->bagian[i] != parent->bagian[i])
			return false;
	return true;
}

static const char *print_number(Arena *arena, Nomor number, unsigned last)
{
	StrBuf b = {.arena = arena};
	for (unsigned i = 0; i + 1 < number.n; i++)
		strbuf_addf(&b, "%u.", number.bagian[i]);
	strbuf_addf(&b, "%u", last);
	return strbuf_text(&b);
}

static void report_number(Pemeriksaan *p, DaftarUsul *wrong, uint32_t i, const char *message, const char *hint)
{
	const char *own = p->draf->snapshot.simpul[i].nomor;
	usul_add(wrong, (Usul){.label = str_blank(own) ? bantu_nomor(p, i) : own, .cell = p->draf->simpul[i].nama, .simpul = i, .printed = own,
	                       .message = message, .hint = hint});
}

static void tell_gap(Pemeriksaan *p, DaftarUsul *wrong, uint32_t i, Nomor number, unsigned before)
{
	Arena *arena = p->arena;
	unsigned last = number.bagian[number.n - 1];
	const char *first = print_number(arena, number, before + 1), *until = print_number(arena, number, last - 1);
	const char *message;
	if (before + 2 == last)
		message = str_format(arena, teks(p->bahasa, "Number %s is missing before %s."), first, print_number(arena, number, last));
	else
		message = str_format(arena, teks(p->bahasa, "Numbers %s to %s are missing before %s."), first, until, print_number(arena, number, last));
	report_number(p, wrong, i, message, teks(p->bahasa, "Add the row if it was left out; otherwise number the rows anew."));
}

static void tell_order(Pemeriksaan *p, DaftarUsul *wrong, uint32_t i, Nomor number, unsigned before)
{
	const char *own = print_number(p->arena, number, number.bagian[number.n - 1]);
	const char *message = number.bagian[number.n - 1] == before
	                              ? str_format(p->arena, teks(p->bahasa, "Number %s occurs twice."), own)
	                              : str_format(p->arena, teks(p->bahasa, "Number %s stands after %s."), own, print_number(p->arena, number, before));
	report_number(p, wrong, i, message, teks(p->bahasa, "Number the rows in the order in which they stand."));
}

static bool same_bidang(const Simpul *a, const Simpul *b)
{
	return a->kode.bagian[0] == b->kode.bagian[0] && a->kode.bagian[1] == b->kode.bagian[1];
}

static void tell_typo(Pemeriksaan *p, DaftarUsul *wrong, uint32_t i, Nomor number, unsigned before)
{
	unsigned last = number.bagian[number.n - 1];
	report_number(p, wrong, i,
	              str_format(p->arena, teks(p->bahasa, "Number %s stands where %s is expected, before %s."), print_number(p->arena, number, last),
	                         print_number(p->arena, number, before + 1), print_number(p->arena, number, before + 2)),
	              str_format(p->arena, teks(p->bahasa, "Write %s."), print_number(p->arena, number, before + 1)));
}

typedef struct {
	Pemeriksaan *p;
	DaftarUsul *wrong;
	Nomor *number; /* a number told as a slip is replaced by the one expected, so that the next row is not blamed */
	bool judged[TINGKAT_SUB_KEGIATAN + 1], by_code[TINGKAT_SUB_KEGIATAN + 1];
} Urutan;

/* The next row goes on as if this one bore the number expected of it. */
static bool is_slip(const Urutan *u, uint32_t i, unsigned before)
{
	uint32_t next = bantu_anak_berikut(&u->p->draf->snapshot, i);
	Nomor own = u->number[i];
	return next != SIMPUL_NONE && u->number[next].n == own.n && u->number[next].bagian[own.n - 1] == before + 2;
}

/* One row against its elder sibling (`elder` SIMPUL_NONE: it is the first). */
static void check_place(const Urutan *u, uint32_t i, uint32_t elder)
{
	Pemeriksaan *p = u->p;
	const Snapshot *s = &p->draf->snapshot;
	const Simpul *n = &s->simpul[i];
	Nomor own = u->number[i];
	if (own.n != (unsigned)n->tingkat) {
		report_number(p, u->wrong, i,
		              own.n || !str_blank(n->nomor)
		                      ? str_format(p->arena, teks(p->bahasa, "Number %s does not fit a %s."), n->nomor, bantu_tingkat(n->tingkat))
		                      : str_format(p->arena, teks(p->bahasa, "A %s has no number although the others have one."), bantu_tingkat(n->tingkat)),
		              str_format(p->arena, teks(p->bahasa, "The number of a %s has %u parts."), bantu_tingkat(n->tingkat), (unsigned)n->tingkat));
		return;
	}
	const Nomor *parent = n->induk == SIMPUL_NONE ? NULL : &u->number[n->induk];
	if (parent && parent->n + 1 == own.n && !prefix_fits(&own, parent)) {
		report_number(p, u->wrong, i,
		              str_format(p->arena, teks(p->bahasa, "Number %s does not begin with %s, the number of its %s."), bantu_nomor(p, i),
		                         bantu_nomor(p, n->induk), bantu_tingkat(n->tingkat - 1)),
		              teks(p->bahasa, "Correct the number, or move the row to where it belongs."));
		return;
	}
	unsigned last = own.bagian[own.n - 1], before = 0;
	if (elder != SIMPUL_NONE) {
		if (u->number[elder].n != own.n)
			return; /* told already, and nothing to compare with */
		before = u->number[elder].bagian[own.n - 1];
		if (n->tingkat == TINGKAT_PROGRAM && last == 1 && !same_bidang(n, &s->simpul[elder]))
			return; /* a new bidang may begin anew */
	}
	if (elder == SIMPUL_NONE && n->tingkat == TINGKAT_PROGRAM)
		return; /* a part of a report may begin at any program */
	if (last == before + 1 || (last > before && u->by_code[n->tingkat]))
		return;
	if (is_slip(u, i, before)) {
		tell_typo(p, u->wrong, i, own, before);
		u->number[i].bagian[own.n - 1] = before + 1;
	} else if (last <= before) {
		tell_order(p, u->wrong, i, own, before);
	} else {
		tell_gap(p, u->wrong, i, own, before);
	}
}

void periksa_nomor_urut(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	DaftarUsul wrong = {.arena = p->arena};
	Urutan u = {.p = p, .wrong = &wrong, .number = read_numbers(p)};
	judged_levels(s, u.number, u.judged);
	for (int level = TINGKAT_PROGRAM; level <= TINGKAT_SUB_KEGIATAN; level++)
		u.by_code[level] = numbered_by_code(s, u.number, (Tingkat)level);
	uint32_t *elder = ARENA_ARRAY(p->arena, uint32_t, s->n_simpul); /* last child seen of each node */
	uint32_t last_program = SIMPUL_NONE;
	for (uint32_t i = 0; i < s->n_simpul; i++)
		elder[i] = SIMPUL_NONE;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		uint32_t induk = s->simpul[i].induk;
		uint32_t *slot = induk == SIMPUL_NONE ? &last_program : &elder[induk];
		if (u.judged[s->simpul[i].tingkat])
			check_place(&u, i, *slot);
		*slot = i;
	}
	usul_tell(p, &wrong, "nomor-urut",
	          str_format(p->arena, teks(p->bahasa, "%zu numbers are missing, out of order or unfit for their row; look at %s."), wrong.n,
	                     usul_daftar(&wrong, 5, p->bahasa)),
	          teks(p->bahasa, "Number the rows in the order in which they stand."));
}
