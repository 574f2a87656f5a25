#include "acak.h"

#include "base/str.h"
#include <string.h>

uint64_t acak_next(Acak *acak) /* splitmix64 */
{
	uint64_t z = acak->keadaan += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

uint32_t acak_below(Acak *acak, uint32_t n)
{
	return (uint32_t)(acak_next(acak) % n);
}

bool acak_chance(Acak *acak, uint32_t percent)
{
	return acak_below(acak, 100) < percent;
}

typedef struct {
	Arena *arena;
	Acak *acak;
	Snapshot *snapshot;
	unsigned pilihan;
	size_t n_simpul, cap_simpul, n_indikator, cap_indikator;
	Simpul *simpul;
	Indikator *indikator;
} Pabrik;

static const char *pick(Pabrik *p, const char *const *from, size_t n)
{
	return from[acak_below(p->acak, (uint32_t)n)];
}
#define PICK(p, from) pick((p), (from), sizeof(from) / sizeof *(from))

/* Words of such reports, and characters that mean something to one format or another. */
static const char *const KATA[] = {
	"Penyediaan", "Jasa", "Pemeliharaan", "Gedung", "Kantor", "Koperasi,", "Usaha", "Mikro", "dan", "Pajak;", "Perizinan", "\"Dinas\"", "atau", "Lapangan",
	"(satu)", "Kabupaten/Kota", "& Lainnya", "<b>", "50%", "d'Aceh", "é", "Ñusa", "–", "\xF0\x9F\x8C\xBE", "|", "a_b", "*", "#1", "@dinas", "=1+1", "C:\\x",
	"$5", "`ls`", "[x]", "{y}", "\xE6\x97\xA5\xE6\x9C\xAC", "Rp", "PAD", "Tera;", "'",
};

static const char *words(Pabrik *p, uint32_t n)
{
	StrBuf b = {.arena = p->arena};
	for (uint32_t i = 0; i < n; i++)
		strbuf_addf(&b, "%s%s", i ? " " : "", PICK(p, KATA));
	return strbuf_text(&b);
}

/* A text that starts with a word, as every name of law does; now and then long. */
static const char *phrase(Pabrik *p, const char *first)
{
	uint32_t n = acak_chance(p->acak, 5) ? 60 + acak_below(p->acak, 60) : 1 + acak_below(p->acak, 9);
	const char *between = p->pilihan & ACAK_MENTAH && acak_chance(p->acak, 20) ? "\n  " : " ";
	return str_format(p->arena, "%s%s%s", first, between, words(p, n));
}

/* What begins like a formula: only where nothing else stands in front. */
static const char *indicator_name(Pabrik *p)
{
	static const char *const AWAL[] = {"Jumlah", "Persentase", "=SUM(A1)", "+62", "-tanda", "@nilai", "'=x", "''+y", "Indeks"};
	return phrase(p, PICK(p, AWAL));
}

static IsiRupiah money(Pabrik *p)
{
	if (acak_chance(p->acak, 5))
		return (IsiRupiah){0};
	if (acak_chance(p->acak, 5))
		return isi_rupiah((Rupiah){0});
	int64_t most = acak_chance(p->acak, 10) ? INT64_C(9000000000000) : INT64_C(90000000000);
	int64_t sen = (int64_t)(acak_next(p->acak) % (uint64_t)most) + 1;
	return isi_rupiah((Rupiah){acak_chance(p->acak, 70) ? sen / 100 * 100 + 100 : sen});
}

static IsiDesimal volume(Pabrik *p)
{
	if (acak_chance(p->acak, 8))
		return (IsiDesimal){0};
	if (acak_chance(p->acak, 8))
		return isi_desimal((Desimal){0, 2});
	uint8_t scale = acak_chance(p->acak, 75) ? 2 : (uint8_t)acak_below(p->acak, 7);
	int64_t unit = 1, size = 1; /* from a tenth to some ten thousands, small ones as often as large ones */
	for (uint8_t i = 0; i < scale; i++)
		unit *= 10;
	for (uint32_t i = acak_below(p->acak, 5); i; i--)
		size *= 10;
	return isi_desimal((Desimal){unit * size / 10 + 1 + (int64_t)(acak_next(p->acak) % (uint64_t)(unit * size)), scale});
}

static IsiDesimal weight(Pabrik *p)
{
	if (!(p->pilihan & ACAK_BOBOT) || acak_chance(p->acak, 3))
		return (IsiDesimal){0};
	return isi_desimal((Desimal){(int64_t)acak_below(p->acak, 4000), 2});
}

static void add_indicator(Pabrik *p, bool induk)
{
	static const char *const SATUAN[] = {"Dokumen", "Orang/Bulan", "%", "Unit", "Laporan", "Bulan", "Paket", "kg", "m2", "Unit Usaha"};
	static const char *const TEKS[] = {"WTP", "BB", "A", "Sangat Baik"};
	Indikator ind = {.nama = indicator_name(p), .satuan = PICK(p, SATUAN), .target = volume(p), .realisasi = volume(p), .bobot = weight(p)};
	if (induk && ind.realisasi.isi != ISI_KOSONG) /* four decimals: never by chance the outcome as printed, which would read as an echo */
		ind.realisasi = isi_desimal((Desimal){(int64_t)acak_below(p->acak, 20000) * 100 + 37, 4});
	if (!induk && acak_chance(p->acak, 4)) {
		ind.target = ind.realisasi = (IsiDesimal){0};
		ind.satuan = "Predikat";
		ind.target_teks = PICK(p, TEKS);
		ind.realisasi_teks = PICK(p, TEKS);
	}
	if (induk && ind.target.isi == ISI_ADA && acak_chance(p->acak, 60))
		ind.gema = true;
	*ARENA_PUSH(p->arena, p->indikator, p->n_indikator, p->cap_indikator) = ind;
}

static const char *code_written(Pabrik *p, Kode kode)
{
	const char *text = kode_print(p->arena, kode);
	bool raw = p->pilihan & ACAK_MENTAH && kode.n_bagian == 3 && kode.bagian[2] < 10;
	return raw ? str_format(p->arena, "%u.%u.%u", kode.bagian[0], kode.bagian[1], kode.bagian[2]) : text;
}

static const char *number_written(Pabrik *p, const char *nomor)
{
	char *text = arena_grow(p->arena, nomor, strlen(nomor) + 1, strlen(nomor) + 1);
	for (char *c = text; p->pilihan & ACAK_MENTAH && *c; c++)
		*c = *c == '.' ? ',' : *c;
	return text;
}

static uint32_t add_node(Pabrik *p, Tingkat tingkat, Kode kode, const char *nomor, uint32_t induk)
{
	static const char *const AWAL[] = {"", "Program", "Kegiatan", "Sub Kegiatan"};
	Simpul simpul = {.tingkat = tingkat, .kode = kode, .kode_tertulis = code_written(p, kode), .nomor = number_written(p, nomor), .nama = phrase(p, AWAL[tingkat]),
	                 .induk = induk, .indikator_awal = (uint32_t)p->n_indikator, .bobot = weight(p)};
	bool parent = tingkat != TINGKAT_SUB_KEGIATAN;
	uint32_t n = parent ? acak_below(p->acak, 3) : 1 + acak_below(p->acak, 4);
	for (uint32_t i = 0; i < n; i++)
		add_indicator(p, parent);
	simpul.n_indikator = n;
	if (!parent) {
		simpul.pagu = money(p);
		simpul.realisasi = money(p);
	}
	*ARENA_PUSH(p->arena, p->simpul, p->n_simpul, p->cap_simpul) = simpul;
	return (uint32_t)p->n_simpul - 1;
}

static void add_sub(Pabrik *p, Kode kode, const char *nomor, uint32_t induk, uint32_t i, bool wide)
{
	kode.n_bagian = 6;
	kode.lebar_sub = wide ? 4 : 2;
	kode.bagian[5] = (uint16_t)(i + 1);
	uint32_t at = add_node(p, TINGKAT_SUB_KEGIATAN, kode, str_format(p->arena, "%s.%u", nomor, i + 1), induk);
	p->simpul[at].akhir = at + 1;
}

static void add_kegiatan(Pabrik *p, Kode kode, const char *nomor, uint32_t induk, uint32_t i, bool wide)
{
	kode.n_bagian = 5;
	kode.bagian[3] = 2;
	kode.bagian[4] = (uint16_t)(i + 1);
	const char *own = str_format(p->arena, "%s.%u", nomor, i + 1);
	uint32_t at = add_node(p, TINGKAT_KEGIATAN, kode, own, induk), n = 1 + acak_below(p->acak, 4);
	if (p->pilihan & ACAK_LEBAR && p->n_simpul == 2)
		n = 61 + acak_below(p->acak, 38);
	for (uint32_t j = 0; j < n; j++)
		add_sub(p, kode, own, at, j, wide);
	p->simpul[at].akhir = (uint32_t)p->n_simpul;
}

static void add_program(Pabrik *p, uint32_t i, bool wide)
{
	Kode kode = {.n_bagian = 3, .bagian = {2, 17, (uint16_t)(i + 1)}};
	const char *nomor = str_format(p->arena, "%u", i + 1);
	uint32_t at = add_node(p, TINGKAT_PROGRAM, kode, nomor, SIMPUL_NONE), n = 1 + acak_below(p->acak, 3);
	for (uint32_t j = 0; j < n; j++)
		add_kegiatan(p, kode, nomor, at, j, wide);
	p->simpul[at].akhir = (uint32_t)p->n_simpul;
}

static bool has_value(const Pabrik *p, uint32_t simpul)
{
	const Simpul *s = &p->simpul[simpul];
	for (uint32_t i = 0; s->tingkat == TINGKAT_SUB_KEGIATAN && i < s->n_indikator; i++) {
		const Indikator *ind = &p->indikator[s->indikator_awal + i];
		if (ind->target.isi == ISI_ADA && ind->realisasi.isi != ISI_KOSONG)
			return true;
	}
	return false;
}

/* An echo repeats a figure: where nothing below reports, there is none to repeat. */
static void settle_echoes(Pabrik *p)
{
	for (uint32_t i = 0; i < p->n_simpul; i++) {
		bool value = false;
		for (uint32_t j = i + 1; !value && j < p->simpul[i].akhir; j++)
			value = has_value(p, j);
		for (uint32_t j = 0; !value && j < p->simpul[i].n_indikator; j++)
			p->indikator[p->simpul[i].indikator_awal + j].gema = false;
	}
}

static Tanggal date(Pabrik *p, int tahun)
{
	return (Tanggal){(int16_t)tahun, (uint8_t)(1 + acak_below(p->acak, 12)), (uint8_t)(1 + acak_below(p->acak, 28))};
}

/* Now and then a head or foot field is empty. */
static const char *or_empty(Pabrik *p, const char *text)
{
	return acak_chance(p->acak, 8) ? "" : text;
}

static const char *story(Pabrik *p, const char *first)
{
	if (acak_chance(p->acak, 40))
		return "";
	const char *text = phrase(p, first);
	return acak_chance(p->acak, 70) ? text : str_format(p->arena, "%s\n%s\n- %s", text, phrase(p, "Kedua"), words(p, 3));
}

static void add_frame(Pabrik *p)
{
	static const char *const PANGKAT[] = {"Pembina Tk. I (IV/b)", "Pembina Utama Muda", "Penata Tk. I (III/d)"};
	static const char *const NAMA[] = {"Nama Kepala Dinas, M.Si", "Dr. I Gede Contoh, S.T., M.T.", "Contoh"};
	Snapshot *s = p->snapshot;
	int tahun = 2015 + (int)acak_below(p->acak, 15);
	s->kepala = (Kepala){.judul = "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN PERANGKAT DAERAH", .kode_bidang = or_empty(p, "2.17"),
	                     .nama_bidang = or_empty(p, phrase(p, "Urusan Pemerintahan Bidang")), .unit_organisasi = or_empty(p, phrase(p, "Dinas"))};
	if (!acak_chance(p->acak, 8))
		s->kepala.tahun = tahun;
	if (!acak_chance(p->acak, 8))
		s->kepala.bulan = (uint8_t)(1 + acak_below(p->acak, 12));
	if (!acak_chance(p->acak, 8))
		s->kepala.kondisi = date(p, tahun);
	s->narasi = (Narasi){story(p, "Keterlambatan"), story(p, "Percepatan")};
	s->tanda_tangan = (TandaTangan){"Singaraja", date(p, tahun + 1), "Kepala Perangkat Daerah,", PICK(p, NAMA), PICK(p, PANGKAT), "19700101 199503 1 001"};
}

const Snapshot *acak_snapshot(Arena *arena, Acak *acak, uint32_t n_program, unsigned pilihan)
{
	Pabrik p = {.arena = arena, .acak = acak, .pilihan = pilihan, .snapshot = ARENA_NEW(arena, Snapshot)};
	bool wide = acak_chance(acak, 50);
	uint32_t n = 1 + acak_below(acak, n_program);
	for (uint32_t i = 0; i < n; i++)
		add_program(&p, i, wide);
	settle_echoes(&p);
	p.snapshot->n_simpul = (uint32_t)p.n_simpul;
	p.snapshot->simpul = p.simpul;
	p.snapshot->n_indikator = (uint32_t)p.n_indikator;
	p.snapshot->indikator = p.indikator;
	add_frame(&p);
	return p.snapshot;
}

static void add_rule(Kebijakan *k, Arena *arena, const char *pola, Arah arah)
{
	AturanIndikator *more = arena_grow(arena, k->indikator, k->n_indikator * sizeof *more, (k->n_indikator + 1) * sizeof *more);
	bool bounds = arah == ARAH_RENTANG && k->n_indikator == 0;
	more[k->n_indikator] = (AturanIndikator){.pola = pola, .arah = arah, .waktu = k->waktu, .satuan = "", .ada_rentang = bounds,
	                                         .rentang_bawah = {50, 0}, .rentang_atas = {100000, 2}};
	k->indikator = more;
	k->n_indikator++;
}

const Kebijakan *acak_kebijakan(Arena *arena, Acak *acak)
{
	Kebijakan *k = ARENA_NEW(arena, Kebijakan);
	*k = *kebijakan_default(arena);
	k->arah = (Arah)acak_below(acak, 4);
	if (acak_chance(acak, 50))
		add_rule(k, arena, "Indeks", ARAH_TURUN_A);
	if (acak_chance(acak, 50))
		add_rule(k, arena, "Persentase", ARAH_RENTANG);
	if (acak_chance(acak, 50))
		add_rule(k, arena, "Jumlah", ARAH_TURUN_B);
	k->ada_maksimum = acak_chance(acak, 50);
	k->maksimum = (Desimal){100 + acak_below(acak, 100), 0};
	k->ada_minimum = acak_chance(acak, 50);
	k->minimum = (Desimal){acak_below(acak, 500), 1};
	k->gulung = (Gulung)acak_below(acak, 3);
	k->gulung_indikator = acak_chance(acak, 50) ? GULUNG_BOBOT : GULUNG_RATA;
	k->induk = acak_chance(acak, 30) ? INDUK_SENDIRI : INDUK_ANAK;
	k->kosong = acak_chance(acak, 50) ? KOSONG_NOL : KOSONG_ABAIKAN;
	k->desimal = (uint8_t)acak_below(acak, 5);
	k->pembulatan = (Pembulatan)acak_below(acak, 3);
	k->predikat_dari_cetak = acak_chance(acak, 50);
	return k;
}
