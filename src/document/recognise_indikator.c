#include "document/recognise_bagian.h"

#include <strings.h>

/* Splits a line that holds several indicators: "Jumlah SDM Bulan" with volumes "72,00 12,00" and units "Orang/Bulan Bulan". */

enum { KATA_MAX = 256, SATUAN_KATA_MAX = 24, SATUAN_PANJANG = 128, KAMUS_AWAL = 64 };

/* ---- units known to stand alone ---- */

struct KamusSatuan {
	Arena *arena;
	const char **slot; /* open addressing; NULL is free */
	size_t n, cap;
};

/* Units met in every region's reports; a document adds its own. Lower case. */
static const char *const UMUM[] = {
	"%", "bulan", "tahun", "hari", "jam", "minggu", "triwulan", "semester", "orang", "orang/bulan", "orang/hari", "orang bulan", "orang hari", "org", "ob",
	"oh", "ok", "dokumen", "laporan", "paket", "unit", "unit usaha", "buah", "kali", "kegiatan", "lembaga", "kelompok", "koperasi", "umkm", "ikm", "desa",
	"kelurahan", "kecamatan", "sekolah", "siswa", "keluarga", "kk", "jiwa", "rumah tangga", "pelaku usaha", "perusahaan", "lokasi", "titik", "m", "m2", "m3",
	"km", "ha", "hektar", "meter", "ton", "kg", "liter", "set", "stel", "eksemplar", "lembar", "berkas", "data", "aplikasi", "sistem", "peserta", "nilai",
	"indeks", "poin", "skor", "predikat", "rupiah", "rp", "ruas", "gedung", "ruang", "kendaraan", "ekor", "pohon", "batang", "bidang", "persen", "layanan",
	"rekomendasi", "peraturan", "perda", "perbup", "pasar", "uttp", "tdg",
};

static uint64_t hash_fold(const char *text)
{
	uint64_t h = 1469598103934665603u;
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 1099511628211u;
	}
	return h;
}

static const char **slot_of(const KamusSatuan *kamus, const char *satuan)
{
	size_t i = hash_fold(satuan) & (kamus->cap - 1);
	while (kamus->slot[i] && !str_equal_fold(kamus->slot[i], satuan))
		i = (i + 1) & (kamus->cap - 1);
	return &kamus->slot[i];
}

static void resize(KamusSatuan *kamus, size_t cap)
{
	KamusSatuan larger = {.arena = kamus->arena, .slot = ARENA_ARRAY(kamus->arena, const char *, cap), .cap = cap, .n = kamus->n};
	for (size_t i = 0; i < kamus->cap; i++)
		if (kamus->slot[i])
			*slot_of(&larger, kamus->slot[i]) = kamus->slot[i];
	*kamus = larger;
}

void kamus_add(KamusSatuan *kamus, const char *satuan)
{
	if (str_blank(satuan))
		return;
	const char **slot = slot_of(kamus, satuan);
	if (*slot)
		return;
	*slot = satuan;
	if (++kamus->n * 2 > kamus->cap)
		resize(kamus, kamus->cap * 2);
}

bool kamus_has(const KamusSatuan *kamus, const char *satuan)
{
	return *slot_of(kamus, satuan) != NULL;
}

KamusSatuan *kamus_new(Arena *arena)
{
	KamusSatuan *kamus = ARENA_NEW(arena, KamusSatuan);
	kamus->arena = arena;
	resize(kamus, KAMUS_AWAL);
	for (size_t i = 0; i < sizeof UMUM / sizeof *UMUM; i++)
		kamus_add(kamus, UMUM[i]);
	return kamus;
}

/* ---- words ---- */

typedef struct {
	const char *awal;
	size_t panjang;
	bool baris_baru; /* a line break stands before it */
} KataTeks;

static size_t cut_words(const char *text, KataTeks *out, size_t max)
{
	size_t n = 0;
	bool broken = false;
	for (const char *p = text; *p;) {
		if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r' || str_starts(p, "\xC2\xA0")) {
			broken |= *p == '\n' || *p == '\r';
			p += *p == '\xC2' ? 2 : 1;
			continue;
		}
		if (n == max)
			return max + 1;
		const char *start = p;
		while (*p && *p != ' ' && *p != '\t' && *p != '\n' && *p != '\r' && !str_starts(p, "\xC2\xA0"))
			p++;
		out[n] = (KataTeks){start, (size_t)(p - start), broken && n > 0};
		n++;
		broken = false;
	}
	return n;
}

static const char *join_words(Arena *arena, const KataTeks *kata, size_t from, size_t to)
{
	StrBuf b = {.arena = arena};
	for (size_t i = from; i < to; i++) {
		if (i > from)
			strbuf_addc(&b, ' ');
		strbuf_addn(&b, kata[i].awal, kata[i].panjang);
	}
	return strbuf_text(&b);
}

static bool word_is(KataTeks kata, const char *word)
{
	return strlen(word) == kata.panjang && strncasecmp(kata.awal, word, kata.panjang) == 0;
}

/* Length without the comma or semicolon that parts it from the next. */
static size_t bare_length(KataTeks kata)
{
	size_t n = kata.panjang;
	while (n > 1 && (kata.awal[n - 1] == ',' || kata.awal[n - 1] == ';'))
		n--;
	return n;
}

/* ---- units ---- */

/* Are the words [from, to) one known unit? A single word may carry a parting comma. */
static bool known_unit(const KamusSatuan *kamus, const KataTeks *kata, size_t from, size_t to)
{
	char unit[SATUAN_PANJANG];
	size_t len = 0;
	for (size_t i = from; i < to; i++) {
		size_t n = i + 1 == to ? bare_length(kata[i]) : kata[i].panjang;
		if (len + n + 2 > sizeof unit)
			return false;
		if (i > from)
			unit[len++] = ' ';
		memcpy(unit + len, kata[i].awal, n);
		len += n;
	}
	unit[len] = '\0';
	return kamus_has(kamus, unit);
}

/* Ways to part n words into exactly `want` known units of at most three words, counted up to 2; cut[] receives the ends of the parts of one way. */
static unsigned part_units(const KamusSatuan *kamus, const KataTeks *kata, size_t n, size_t want, size_t *cut)
{
	unsigned char ways[SATUAN_KATA_MAX + 1][SATUAN_KATA_MAX + 1] = {{0}}, last[SATUAN_KATA_MAX + 1][SATUAN_KATA_MAX + 1] = {{0}};
	ways[0][0] = 1;
	for (size_t to = 1; to <= n; to++)
		for (size_t m = 1; m <= 3 && m <= to; m++) {
			if (!known_unit(kamus, kata, to - m, to))
				continue;
			for (size_t part = 1; part <= want && part <= to; part++) {
				if (!ways[to - m][part - 1])
					continue;
				unsigned sum = ways[to][part] + ways[to - m][part - 1];
				ways[to][part] = (unsigned char)(sum > 2 ? 2 : sum);
				last[to][part] = (unsigned char)m;
			}
		}
	if (want > n || !ways[n][want])
		return 0;
	for (size_t to = n, part = want; part > 0; to -= last[to][part], part--)
		cut[part - 1] = to;
	return ways[n][want];
}

/* The unit cell as one known unit, perhaps of several words, such as "Unit Usaha". */
static bool whole_unit(const KamusSatuan *kamus, const KataTeks *kata, size_t n)
{
	return n == 1 || known_unit(kamus, kata, 0, n);
}

/* How many units the words make when each is the longest known one, or a single word. */
static size_t count_units(const KamusSatuan *kamus, const KataTeks *kata, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; count++) {
		size_t best = 1;
		for (size_t m = 2; m <= 3 && i + m <= n; m++)
			if (known_unit(kamus, kata, i, i + m))
				best = m;
		i += best;
	}
	return count;
}

static const char *unit_text(Arena *arena, const KataTeks *kata, size_t from, size_t to, bool last)
{
	if (to - from == 1 && !last)
		return str_dupn(arena, kata[from].awal, bare_length(kata[from]));
	return join_words(arena, kata, from, to);
}

static bool split_units(Arena *arena, const KamusSatuan *kamus, const char *satuan, size_t n, Belahan *out)
{
	KataTeks kata[SATUAN_KATA_MAX];
	size_t n_kata = cut_words(satuan, kata, SATUAN_KATA_MAX), cut[SATUAN_KATA_MAX];
	for (size_t i = 0; i < n; i++)
		out->satuan[i] = "";
	if (n_kata == 0)
		return true; /* no unit is written: nothing to pair */
	out->satuan[0] = kenal_rapi(arena, satuan);
	out->n_satuan = 1;
	if (n_kata > SATUAN_KATA_MAX || n > SATUAN_KATA_MAX)
		return false;
	unsigned ways = part_units(kamus, kata, n_kata, n, cut);
	if (!ways && n_kata == n && !whole_unit(kamus, kata, n_kata)) { /* unknown words, but as many as volumes */
		for (size_t i = 0; i < n; i++)
			cut[i] = i + 1;
		ways = 1;
	}
	if (!ways) {
		out->n_satuan = whole_unit(kamus, kata, n_kata) ? 1 : count_units(kamus, kata, n_kata);
		return false;
	}
	out->n_satuan = n;
	for (size_t i = 0, from = 0; i < n; from = cut[i++])
		out->satuan[i] = unit_text(arena, kata, from, cut[i], i + 1 == n);
	return ways == 1;
}

/* ---- texts ---- */

/* Words an indicator's text begins with. */
static bool is_starter(KataTeks kata)
{
	static const char *const AWAL[] = {"Jumlah", "Jml", "Persentase", "Prosentase", "Presentase", "Persen", "Tingkat", "Nilai", "Cakupan", "Rasio", "Indeks",
	                                   "Rata-rata", "Rerata", "Angka", "Luas", "Panjang", "Terlaksananya", "Tersedianya", "Terwujudnya", "Terpenuhinya",
	                                   "Terselenggaranya", "Meningkatnya", "Tersusunnya"};
	for (size_t i = 0; i < sizeof AWAL / sizeof *AWAL; i++)
		if (kata.panjang == strlen(AWAL[i]) && memcmp(kata.awal, AWAL[i], kata.panjang) == 0)
			return true;
	return false;
}

/* Words after which a text goes on: "dan Jumlah" is no new indicator. */
static bool goes_on(KataTeks kata)
{
	static const char *const SAMBUNG[] = {"dan", "atau", "serta", "dengan", "dari", "atas", "terhadap", "untuk", "pada", "dalam", "per", "yang", "sesuai",
	                                      "menurut", "berdasarkan", "di", "ke", "oleh", "tentang", "setiap", "tiap", "&", "dan/atau"};
	for (size_t i = 0; i < sizeof SAMBUNG / sizeof *SAMBUNG; i++)
		if (word_is(kata, SAMBUNG[i]))
			return true;
	char last = kata.awal[kata.panjang - 1];
	return last == ',' || last == '/';
}

typedef struct {
	size_t at[KATA_MAX + 1]; /* word index each part begins with; at[0] is 0 */
	size_t n;
} Potong;

static void cut_starters(const KataTeks *kata, size_t n, Potong *out)
{
	out->n = 0;
	out->at[out->n++] = 0;
	for (size_t i = 1; i < n; i++)
		if (is_starter(kata[i]) && !goes_on(kata[i - 1]))
			out->at[out->n++] = i;
}

static void cut_breaks(const KataTeks *kata, size_t n, Potong *out)
{
	out->n = 0;
	out->at[out->n++] = 0;
	for (size_t i = 1; i < n; i++)
		if (kata[i].baris_baru)
			out->at[out->n++] = i;
}

static void insert_cut(Potong *p, size_t part, size_t at)
{
	memmove(&p->at[part + 1], &p->at[part], (p->n - part) * sizeof *p->at);
	p->at[part] = at;
	p->n++;
}

static bool is_time(KataTeks kata)
{
	return word_is(kata, "Bulan") || word_is(kata, "Tahun") || word_is(kata, "Hari");
}

/* A stand-alone unit word at the end of a part ("... yang Disediakan Bulan") is an indicator named by its unit. With the units known, it must be the
 * unit of its own place; without them only a word of time will do. */
static void cut_trailing_units(const KataTeks *kata, size_t n_kata, size_t want, const char *const *satuan, Potong *p)
{
	for (size_t part = 0; part < p->n && p->n < want; part++) {
		size_t end = part + 1 < p->n ? p->at[part + 1] : n_kata;
		if (end - p->at[part] < 2)
			continue;
		bool unit = satuan ? part + 1 < want && word_is(kata[end - 1], satuan[part + 1]) : is_time(kata[end - 1]);
		if (!unit || goes_on(kata[end - 2]))
			continue;
		insert_cut(p, part + 1, end - 1);
		part++;
	}
}

static void take_texts(Arena *arena, const KataTeks *kata, size_t n_kata, const Potong *p, Belahan *out)
{
	for (size_t i = 0; i < p->n; i++)
		out->nama[i] = join_words(arena, kata, p->at[i], i + 1 < p->n ? p->at[i + 1] : n_kata);
}

static bool split_texts(Arena *arena, const char *nama, size_t n, const char *const *satuan, Belahan *out)
{
	KataTeks kata[KATA_MAX];
	Potong p, lines;
	size_t n_kata = cut_words(nama, kata, KATA_MAX);
	for (size_t i = 0; i < n; i++)
		out->nama[i] = "";
	out->nama[0] = kenal_rapi(arena, nama);
	out->n_nama = n_kata > 0;
	if (n_kata == 0 || n_kata > KATA_MAX)
		return false;
	cut_starters(kata, n_kata, &p);
	cut_trailing_units(kata, n_kata, n, satuan, &p);
	out->n_nama = p.n;
	if (p.n == n) {
		take_texts(arena, kata, n_kata, &p, out);
		return true;
	}
	cut_breaks(kata, n_kata, &lines); /* a break may as well be a wrapped line: never sure */
	if (lines.n == n) {
		out->n_nama = n;
		take_texts(arena, kata, n_kata, &lines, out);
	}
	return false;
}

Belahan kenal_belah(Arena *arena, const KamusSatuan *kamus, const char *nama, const char *satuan, size_t n)
{
	Belahan b = {.n = n, .nama = ARENA_ARRAY(arena, const char *, n), .satuan = ARENA_ARRAY(arena, const char *, n)};
	bool units = split_units(arena, kamus, satuan, n, &b);
	bool texts = split_texts(arena, nama, n, units && b.n_satuan == n ? b.satuan : NULL, &b);
	b.pasti = units && texts;
	return b;
}
