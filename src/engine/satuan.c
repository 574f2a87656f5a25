#include "engine/satuan.h"

#include "base/str.h"

enum {
	J_ORANG = 1,    /* people */
	J_NASKAH = 2,   /* documents */
	J_WAKTU = 4,
	J_PERSEN = 8,
	J_BARANG = 16,  /* things */
	J_LEMBAGA = 32, /* bodies and businesses */
};

typedef struct {
	const char *kata;
	unsigned jenis; /* 0: known, of no clear kind */
} KataSatuan;

/* Words of units in official use. */
static const KataSatuan SATUAN[] = {
	{"orang", J_ORANG}, {"org", J_ORANG}, {"ob", J_ORANG | J_WAKTU}, {"oh", J_ORANG | J_WAKTU}, {"oj", J_ORANG | J_WAKTU},
	{"jiwa", J_ORANG}, {"pegawai", J_ORANG}, {"aparatur", J_ORANG}, {"asn", J_ORANG}, {"pns", J_ORANG}, {"sdm", J_ORANG},
	{"peserta", J_ORANG}, {"siswa", J_ORANG}, {"murid", J_ORANG}, {"mahasiswa", J_ORANG}, {"guru", J_ORANG}, {"kader", J_ORANG},
	{"petugas", J_ORANG}, {"petani", J_ORANG}, {"nelayan", J_ORANG}, {"peternak", J_ORANG}, {"pedagang", J_ORANG | J_LEMBAGA},
	{"pelaku", J_ORANG | J_LEMBAGA}, {"perajin", J_ORANG | J_LEMBAGA}, {"pengrajin", J_ORANG | J_LEMBAGA}, {"pasien", J_ORANG},
	{"penduduk", J_ORANG}, {"warga", J_ORANG}, {"bayi", J_ORANG}, {"balita", J_ORANG}, {"anak", J_ORANG}, {"lansia", J_ORANG},
	{"wisatawan", J_ORANG}, {"bidan", J_ORANG}, {"dokter", J_ORANG}, {"perawat", J_ORANG}, {"pelanggan", J_ORANG | J_LEMBAGA},

	{"dokumen", J_NASKAH}, {"dok", J_NASKAH}, {"laporan", J_NASKAH}, {"berkas", J_NASKAH}, {"naskah", J_NASKAH}, {"buku", J_NASKAH},
	{"eksemplar", J_NASKAH}, {"surat", J_NASKAH}, {"sertifikat", J_NASKAH}, {"rekomendasi", J_NASKAH}, {"kajian", J_NASKAH},
	{"peraturan", J_NASKAH}, {"keputusan", J_NASKAH}, {"raperda", J_NASKAH}, {"perda", J_NASKAH}, {"perbup", J_NASKAH},
	{"lembar", J_NASKAH | J_BARANG}, {"izin", J_NASKAH}, {"peta", J_NASKAH},

	{"bulan", J_WAKTU}, {"tahun", J_WAKTU}, {"hari", J_WAKTU}, {"jam", J_WAKTU}, {"menit", J_WAKTU}, {"minggu", J_WAKTU},
	{"triwulan", J_WAKTU}, {"semester", J_WAKTU},

	{"persen", J_PERSEN}, {"persentase", J_PERSEN}, {"prosentase", J_PERSEN},

	{"unit", J_BARANG | J_LEMBAGA}, {"paket", J_BARANG}, {"buah", J_BARANG}, {"set", J_BARANG}, {"stel", J_BARANG}, {"pasang", J_BARANG},
	{"keping", J_BARANG}, {"batang", J_BARANG}, {"ekor", J_BARANG}, {"pohon", J_BARANG}, {"butir", J_BARANG}, {"kilogram", J_BARANG},
	{"gram", J_BARANG}, {"kuintal", J_BARANG}, {"liter", J_BARANG}, {"meter", J_BARANG}, {"kilometer", J_BARANG}, {"hektar", J_BARANG},
	{"hektare", J_BARANG}, {"gedung", J_BARANG}, {"kendaraan", J_BARANG}, {"alat", J_BARANG}, {"botol", J_BARANG}, {"tabung", J_BARANG},
	{"karung", J_BARANG}, {"kotak", J_BARANG}, {"kantong", J_BARANG}, {"dosis", J_BARANG}, {"kapal", J_BARANG}, {"perahu", J_BARANG},

	{"koperasi", J_LEMBAGA}, {"ksp", J_LEMBAGA}, {"usp", J_LEMBAGA}, {"umkm", J_LEMBAGA}, {"ukm", J_LEMBAGA}, {"ikm", J_LEMBAGA},
	{"usaha", J_LEMBAGA}, {"perusahaan", J_LEMBAGA}, {"industri", J_LEMBAGA}, {"badan", J_LEMBAGA}, {"lembaga", J_LEMBAGA},
	{"organisasi", J_LEMBAGA}, {"desa", J_LEMBAGA}, {"kelurahan", J_LEMBAGA}, {"kecamatan", J_LEMBAGA}, {"sekolah", J_LEMBAGA},
	{"puskesmas", J_LEMBAGA}, {"opd", J_LEMBAGA}, {"skpd", J_LEMBAGA},

	{"kelompok", 0}, {"keluarga", 0}, {"kepala", 0}, {"kabupaten", 0}, {"kota", 0}, {"provinsi", 0}, {"kelas", 0}, {"klinik", 0}, {"pasar", 0},
	{"toko", 0}, {"kios", 0}, {"warung", 0}, {"ruas", 0}, {"titik", 0}, {"lokasi", 0}, {"ruang", 0}, {"ruangan", 0}, {"rumah", 0},
	{"bangunan", 0}, {"sampel", 0}, {"spesimen", 0}, {"kasus", 0}, {"perkara", 0}, {"kali", 0}, {"kegiatan", 0}, {"event", 0}, {"acara", 0},
	{"sesi", 0}, {"rapat", 0}, {"pertemuan", 0}, {"layanan", 0}, {"pelayanan", 0}, {"perizinan", 0}, {"produk", 0}, {"jenis", 0},
	{"komoditas", 0}, {"poin", 0}, {"nilai", 0}, {"skor", 0}, {"indeks", 0}, {"angka", 0}, {"rupiah", 0}, {"juta", 0}, {"ribu", 0},
	{"bidang", 0}, {"persil", 0}, {"sambungan", 0}, {"jaringan", 0}, {"aplikasi", 0}, {"sistem", 0}, {"data", 0}, {"media", 0}, {"konten", 0},
	{"berita", 0}, {"wilayah", 0}, {"kawasan", 0}, {"objek", 0}, {"destinasi", 0}, {"daerah", 0}, {"embung", 0}, {"jembatan", 0}, {"jalan", 0},
	{"saluran", 0}, {"kebun", 0}, {"lahan", 0}, {"sawah", 0}, {"hutan", 0}, {"tenaga", 0}, {"kerja", 0}, {"porsi", 0}, {"kejadian", 0},
	{"operasi", 0}, {"permohonan", 0}, {"pengaduan", 0}, {"panti", 0}, {"posyandu", 0}, {"partai", 0}, {"cabang", 0}, {"atlet", 0},
	{"medali", 0}, {"sanggar", 0}, {"karya", 0}, {"situs", 0}, {"banjar", 0}, {"dusun", 0}, {"nagari", 0}, {"kampung", 0},
	{"barang", 0}, {"mobil", 0}, {"motor", 0}, {"meja", 0}, {"kursi", 0}, {"karyawan", 0}, {"pekerja", 0}, {"penyuluh", 0}, {"tempat", 0},
	{"pusat", 0}, {"tahap", 0}, {"modul", 0}, {"judul", 0}, {"film", 0}, {"video", 0}, {"lomba", 0}, {"cetak", 0}, {"salinan", 0}, {"arsip", 0},
	{"perumahan", 0}, {"varietas", 0}, {"bibit", 0}, {"benih", 0}, {"ikan", 0}, {"ternak", 0}, {"kolam", 0}, {"sumur", 0}, {"pompa", 0},
	{"lampu", 0}, {"rambu", 0}, {"halte", 0}, {"terminal", 0}, {"trayek", 0}, {"armada", 0}, {"regu", 0}, {"kloter", 0},
};
enum { N_SATUAN = sizeof SATUAN / sizeof *SATUAN };

/* What the noun after "Jumlah" is counted in. */
static const KataSatuan BENDA[] = {
	{"sdm", J_ORANG}, {"orang", J_ORANG}, {"pegawai", J_ORANG}, {"asn", J_ORANG}, {"aparatur", J_ORANG}, {"peserta", J_ORANG},
	{"pengurus", J_ORANG}, {"siswa", J_ORANG}, {"dokumen", J_NASKAH}, {"laporan", J_NASKAH}, {"paket", J_BARANG}, {"kendaraan", J_BARANG},
	{"koperasi", J_LEMBAGA | J_BARANG}, {"unit", J_BARANG | J_LEMBAGA}, {"bulan", J_WAKTU},
};
enum { N_BENDA = sizeof BENDA / sizeof *BENDA };

enum { KATA_MAX = 40 };

static bool letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Next run of ASCII letters, lower-cased, into `out`; false at the end. A longer word is cut: it is then in no table. */
static bool next_word(const char **text, char out[KATA_MAX])
{
	const char *p = *text;
	while (*p && !letter(*p))
		p++;
	size_t n = 0;
	for (; letter(*p); p++)
		if (n + 1 < KATA_MAX)
			out[n++] = *p >= 'a' ? *p : (char)(*p - 'A' + 'a');
	out[n] = '\0';
	*text = p;
	return n > 0;
}

static const KataSatuan *find_word(const KataSatuan *table, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (str_equal(table[i].kata, word))
			return &table[i];
	return NULL;
}

/* Kinds of all words of a unit; 0 when one is not known. */
static unsigned unit_kinds(const char *satuan)
{
	unsigned kinds = strchr(satuan, '%') ? J_PERSEN : 0;
	char word[KATA_MAX];
	while (next_word(&satuan, word)) {
		const KataSatuan *known = find_word(SATUAN, N_SATUAN, word);
		if (!known || !known->jenis)
			return 0;
		kinds |= known->jenis;
	}
	return kinds;
}

/* "Persentase", and the ways it is misspelt. */
static bool percentage_word(const char *word)
{
	return str_starts(word, "persen") || str_starts(word, "prosen") || str_starts(word, "presen");
}

bool satuan_bulan(const char *satuan)
{
	char word[KATA_MAX];
	return next_word(&satuan, word) && str_equal(word, "bulan") && !next_word(&satuan, word);
}

static bool mentions_percentage(const char *text)
{
	return str_find_fold(text, "persen") || str_find_fold(text, "prosen") || strchr(text, '%');
}

Cocok satuan_cocok(const char *indikator, const char *satuan)
{
	unsigned kinds = unit_kinds(satuan);
	char first[KATA_MAX], noun[KATA_MAX];
	const char *text = indikator;
	if (!kinds || !next_word(&text, first))
		return COCOK_TAK_TENTU;
	if (percentage_word(first))
		return kinds & J_PERSEN ? COCOK_YA : COCOK_TIDAK;
	bool counted = str_equal(first, "jumlah"), bare = !counted && str_equal(first, "bulan") && !next_word(&text, noun);
	if (!counted && !bare)
		return COCOK_TAK_TENTU;
	if (counted && !next_word(&text, noun))
		return COCOK_TAK_TENTU;
	if (kinds == J_PERSEN)
		return mentions_percentage(indikator) ? COCOK_TAK_TENTU : COCOK_TIDAK;
	const KataSatuan *known = find_word(BENDA, N_BENDA, counted ? noun : first);
	if (!known)
		return COCOK_TAK_TENTU;
	return known->jenis & kinds ? COCOK_YA : COCOK_TIDAK;
}

/* The known word one slip away from this one; a short word has too many neighbours to be judged. */
static const char *near_word(const char *word)
{
	size_t n = strlen(word);
	for (size_t i = 0; n >= 4 && i < N_SATUAN; i++)
		if (strlen(SATUAN[i].kata) >= 4 && SATUAN[i].kata[0] == word[0] && str_distance(word, SATUAN[i].kata, 1) <= 1)
			return SATUAN[i].kata;
	return NULL;
}

const char *satuan_maksud(Arena *arena, const char *satuan)
{
	StrBuf meant = {.arena = arena};
	char word[KATA_MAX];
	const char *text = satuan;
	bool changed = false;
	for (const char *at = satuan; next_word(&text, word); at = text) {
		const char *start = text - strlen(word);
		const char *near = find_word(SATUAN, N_SATUAN, word) ? NULL : near_word(word);
		strbuf_addn(&meant, at, (size_t)(start - at));
		if (!near) {
			strbuf_addn(&meant, start, (size_t)(text - start));
			continue;
		}
		changed = true;
		strbuf_addc(&meant, (char)(near[0] - 'a' + 'A'));
		strbuf_add(&meant, near + 1);
	}
	strbuf_add(&meant, text);
	return changed ? strbuf_text(&meant) : NULL;
}
