#include "daerah.h"

#include "base/tanggal.h"

static const int RENCANA[12] = {4, 9, 15, 22, 30, 39, 48, 58, 68, 79, 90, 100}; /* per cent of the pagu, planned up to each month */

/* A number from 0 to n - 1 that depends on nothing but its arguments (splitmix64). */
static uint32_t pick(uint32_t n, int a, int b, int c, int d)
{
	uint64_t x = ((uint64_t)(uint32_t)a << 40) ^ ((uint64_t)(uint32_t)b << 26) ^ ((uint64_t)(uint32_t)c << 12) ^ (uint64_t)(uint32_t)d;
	x += 0x9e3779b97f4a7c15u;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return (uint32_t)((x ^ (x >> 31)) % n);
}

const char *daerah_opd(Arena *arena, int i)
{
	return str_format(arena, "%d.%02d.0.00.0.00.%02d.0000", 1 + i / 26, 1 + i % 26, 1 + i);
}

/* Kegiatan of a sub kegiatan, program of a kegiatan: in order, as evenly as can be. */
static int kegiatan_of(int sub) { return sub * DAERAH_KEGIATAN / DAERAH_SUB; }
static int program_of(int kegiatan) { return kegiatan * DAERAH_PROGRAM / DAERAH_KEGIATAN; }

static const char *program_code(Arena *arena, int opd, int p)
{
	return str_format(arena, "%d.%02d.%02d", 1 + opd / 26, 1 + opd % 26, 1 + p);
}

static const char *kegiatan_code(Arena *arena, int opd, int g)
{
	return str_format(arena, "%s.2.%02d", program_code(arena, opd, program_of(g)), 1 + g);
}

const char *daerah_sub(Arena *arena, int opd, int j)
{
	return str_format(arena, "%s.%04d", kegiatan_code(arena, opd, kegiatan_of(j)), 1 + j);
}

/* ---- figures ---- */

static int64_t pagu_of(int opd, int j, int tahun, int versi)
{
	int64_t pagu = (20 + (int64_t)pick(1500, opd, j, 0, 1)) * 1000000;
	return (pagu + (int64_t)pick(200, opd, j, tahun, 2) * 100000 + (versi == 2 ? (int64_t)pick(40, opd, j, tahun, 3) * 100000 : 0)) * 100;
}

/* Share of the money spent by a month, in 1/10.000 of the pagu. */
static int share_of(int opd, int j, int tahun, int bulan)
{
	enum { BERTAHAP = 0, MACET = 1 };
	int pace = 82 + (int)pick(19, opd, j, 0, 4), kind = (int)pick(20, opd, j, 0, 5), stop = kind == MACET ? 5 + (int)pick(4, opd, j, tahun, 6) : 12;
	int month = bulan < stop ? bulan : stop, share = 0;
	for (int m = 1; m <= month; m++) {
		int step = (RENCANA[m - 1] - (m > 1 ? RENCANA[m - 2] : 0)) * pace;
		share += step * (70 + (int)pick(61, opd, j, tahun, 16 + m)) / 100;
	}
	if (kind % 5 == BERTAHAP) { /* four bills a year, each for the months before it */
		int bill = month / 3 * 3;
		share = bill ? RENCANA[bill - 1] * pace : 0;
	}
	int settled = 9200 + (int)pick(780, opd, j, tahun, 7); /* what was delayed is settled in December */
	if (bulan == 12 && stop == 12 && share < settled)
		share = settled;
	return share < 9990 ? share : 9990;
}

int64_t daerah_uang(int opd, int j, int tahun, int bulan)
{
	return pagu_of(opd, j, tahun, 1) / 10000 * share_of(opd, j, tahun, bulan);
}

static int64_t target_of(int opd, int j, int i)
{
	return i == 2 ? 80 + pick(20, opd, j, i, 8) : 12 + pick(400, opd, j, i, 8);
}

/* Of the month alone for the indicator that is added up; so far for the others. Two decimals. */
static int64_t volume_of(int opd, int j, int i, int tahun, int bulan)
{
	int64_t whole = target_of(opd, j, i) * 100, far = share_of(opd, j, tahun, bulan);
	if (i == 0)
		return whole * far / 10000;
	if (i == 1)
		return whole * (far - (bulan > 1 ? share_of(opd, j, tahun, bulan - 1) : 0)) / 10000 / 100 * 100;
	return whole * (85 + (int64_t)pick(16, opd, j, tahun, 32 + bulan)) / 100;
}

/* ---- rows ---- */

typedef struct {
	Store *store;
	Arena *arena;            /* of one agency's month or plan */
	UkuranDaerah ukuran;
	int opd, tahun;
	const char *kode;        /* of the agency */
	Saat waktu;
	ErrInfo *info;
} Kerja;

static Saat moment(int tahun, int bulan, int hari, int jam)
{
	while (bulan > 12) {
		tahun++;
		bulan -= 12;
	}
	Tanggal date = {(int16_t)tahun, (uint8_t)bulan, (uint8_t)hari};
	return (tanggal_days(date) * 24 + jam) * 3600 * (Saat)1000000;
}

static Err begin(Kerja *w, const char *oleh, int bulan, int hari)
{
	Saat waktu = moment(w->tahun, bulan, hari, 2);
	w->arena = arena_new();
	return store_begin(w->store, (Pelaku){DAERAH_PEMDA, oleh, "entri", waktu}, w->info);
}

static Err end(Kerja *w, Err err)
{
	if (!err)
		err = store_commit(w->store, w->info);
	else
		store_rollback(w->store);
	arena_free(w->arena);
	return err;
}

static const char *user_of(Kerja *w, const char *role)
{
	return str_format(w->arena, "%s%02d", role, w->opd + 1);
}

static Err agency_add(Kerja *w)
{
	static const char *const nama[] = {"Dinas Pendidikan, Kepemudaan dan Olah Raga", "Dinas Pekerjaan Umum dan Penataan Ruang", "Badan Pengelola Keuangan dan Pendapatan Daerah",
	                                   "Dinas Perdagangan, Perindustrian, Koperasi dan UKM", "Kecamatan"};
	const char *kode = daerah_opd(w->arena, w->opd);
	Err err = store_add_opd(w->store,
	                        (BarisOpd){.opd = kode, .nama = str_format(w->arena, "%s %d", nama[w->opd % 5], w->opd + 1), .kode_bidang = str_dupn(w->arena, kode, 4),
	                                   .nama_bidang = "Urusan Rekaan", .tempat = "Contoh", .kepala_jabatan = "Kepala", .kepala_nama = "Tanpa Nama", .kepala_pangkat = "Pembina",
	                                   .kepala_nip = "", .aktif = 1},
	                        NULL, w->info);
	for (int i = 0; !err && i < 2; i++)
		err = store_add_pengguna(w->store,
		                         (BarisPengguna){.pengguna = user_of(w, i ? "kepala" : "operator"), .nama = "Rekaan", .peran = i ? "kepala" : "operator", .opd = kode,
		                                         .sandi = "", .aktif = 1},
		                         NULL, w->info);
	return err;
}

static Err region_add(Kerja *w)
{
	w->tahun = DAERAH_TAHUN_AWAL;
	Err err = begin(w, "admin", 1, 1);
	if (!err)
		err = store_add_pemda(w->store, (BarisPemda){.nama = "Kabupaten Rekaan", .tingkat = "kabupaten", .zona = 420, .latihan = 1}, NULL, w->info);
	for (int i = 0; !err && i < 2; i++)
		err = store_add_pengguna(w->store,
		                         (BarisPengguna){.pengguna = i ? "verifikator" : "admin", .nama = "Rekaan", .peran = i ? "verifikator" : "admin", .opd = "", .sandi = "", .aktif = 1},
		                         NULL, w->info);
	for (w->opd = 0; !err && w->opd < w->ukuran.opd; w->opd++)
		err = agency_add(w);
	return end(w, err);
}

static Err node_add(Kerja *w, int versi, int *urut, int tingkat, const char *kode, const char *nomor, const char *nama, int64_t pagu)
{
	return store_add_rencana_simpul(w->store,
	                                (BarisRencanaSimpul){.opd = w->kode, .tahun = w->tahun, .versi = versi, .urut = (*urut)++, .tingkat = tingkat, .kode = kode, .nomor = nomor,
	                                                     .nama = nama, .pagu_isi = tingkat == 3 ? 2 : 0, .pagu = pagu},
	                                NULL, w->info);
}

static Err indicator_add(Kerja *w, int versi, const char *kode, int i, const char *nama, const char *satuan, int64_t target, bool gema)
{
	static const char *const perilaku[DAERAH_INDIKATOR] = {"kumulatif", "jumlah", "terakhir"};
	return store_add_rencana_indikator(w->store,
	                                   (BarisRencanaIndikator){.opd = w->kode, .tahun = w->tahun, .versi = versi, .kode = kode, .indikator = i + 1, .urut = i, .nama = nama,
	                                                           .satuan = satuan, .target_isi = 2, .target_m = target, .target_teks = "", .arah = "",
	                                                           .perilaku = gema ? "" : perilaku[i], .gema = gema},
	                                   NULL, w->info);
}

static Err sub_add(Kerja *w, int versi, int *urut, int j, const char *nomor)
{
	static const char *const satuan[] = {"Dokumen", "Orang", "%"};
	static const char *const kerja[] = {"Penyusunan dan Pemutakhiran Data", "Pembinaan dan Pendampingan Pelaku Usaha", "Pemeliharaan Sarana dan Prasarana Gedung Kantor",
	                                    "Koordinasi dan Sinkronisasi Pelaksanaan Kebijakan", "Penyediaan Jasa Administrasi dan Tenaga Pendukung"};
	const char *kode = daerah_sub(w->arena, w->opd, j);
	int64_t pagu = pagu_of(w->opd, j, w->tahun, versi), left = pagu;
	Err err = node_add(w, versi, urut, 3, kode, nomor, str_format(w->arena, "Sub Kegiatan %s Tahap %d", kerja[j % 5], j + 1), pagu);
	for (int i = 0; !err && i < DAERAH_INDIKATOR; i++)
		err = indicator_add(w, versi, kode, i, str_format(w->arena, "Jumlah Keluaran %s yang Diselesaikan (%d)", kerja[(j + i) % 5], i + 1), satuan[i],
		                    target_of(w->opd, j, i), false);
	for (int m = 1; !err && m <= 12; m++) {
		int64_t sen = m == 12 ? left : pagu / 10000 * (RENCANA[m - 1] - (m > 1 ? RENCANA[m - 2] : 0)) * 100;
		left -= sen;
		err = store_add_anggaran_kas(w->store, (BarisAnggaranKas){.opd = w->kode, .tahun = w->tahun, .versi = versi, .kode = kode, .bulan = m, .sen = sen}, NULL, w->info);
	}
	return err;
}

static Err plan_rows(Kerja *w, int versi)
{
	Err err = ERR_OK;
	int urut = 0, p = 0, g = 0, s = 0;
	for (int j = 0; !err && j < DAERAH_SUB; j++) {
		int kegiatan = kegiatan_of(j), program = program_of(kegiatan);
		bool first_of_g = j == 0 || kegiatan_of(j - 1) != kegiatan, first_of_p = first_of_g && (kegiatan == 0 || program_of(kegiatan - 1) != program);
		if (first_of_p) {
			const char *kode = program_code(w->arena, w->opd, program);
			g = 0;
			p++;
			err = node_add(w, versi, &urut, 1, kode, str_format(w->arena, "%d", p), str_format(w->arena, "Program Penyelenggaraan Urusan %d", p), 0);
			err = err ? err : indicator_add(w, versi, kode, 0, "Persentase layanan yang memenuhi standar", "%", 100, true);
		}
		if (!err && first_of_g) {
			const char *kode = kegiatan_code(w->arena, w->opd, kegiatan);
			s = 0;
			g++;
			err = node_add(w, versi, &urut, 2, kode, str_format(w->arena, "%d.%d", p, g), str_format(w->arena, "Kegiatan Pelaksanaan Layanan %d.%d", p, g), 0);
			err = err ? err : indicator_add(w, versi, kode, 0, "Persentase kegiatan yang terlaksana", "%", 100, true);
		}
		if (!err)
			err = sub_add(w, versi, &urut, j, str_format(w->arena, "%d.%d.%d", p, g, ++s));
	}
	return err;
}

static Err plan_add(Kerja *w, int versi)
{
	Err err = begin(w, "admin", versi == 1 ? 1 : 9, 2);
	w->kode = daerah_opd(w->arena, w->opd);
	if (!err)
		err = plan_rows(w, versi);
	if (!err)
		err = store_add_rencana(w->store,
		                        (BarisRencana){.opd = w->kode, .tahun = w->tahun, .versi = versi, .jenis = versi == 1 ? "murni" : "perubahan",
		                                       .nomor = str_format(w->arena, "DP%sA/%02d/%d", versi == 1 ? "" : "P", w->opd + 1, w->tahun),
		                                       .berlaku = str_format(w->arena, "%d-%s", w->tahun, versi == 1 ? "01-02" : "09-15")},
		                        NULL, w->info);
	return end(w, err);
}

static Err fact_add(Kerja *w, int bulan, const char *kode, int indikator, int64_t value)
{
	return store_add_fakta(w->store,
	                       (BarisFakta){.opd = w->kode, .tahun = w->tahun, .bulan = bulan, .kode = kode, .indikator = indikator, .jenis = indikator ? "volume" : "uang",
	                                    .isi = value ? 2 : 1, .m = value, .skala = 2, .teks = "", .asal = "", .alasan = ""},
	                       NULL, w->info);
}

static Err facts_add(Kerja *w, int bulan, int n_sub)
{
	Err err = begin(w, "sistem", bulan + 1, 3);
	w->kode = daerah_opd(w->arena, w->opd);
	for (int j = 0; !err && j < n_sub; j++) {
		const char *kode = daerah_sub(w->arena, w->opd, j);
		err = fact_add(w, bulan, kode, 0, daerah_uang(w->opd, j, w->tahun, bulan));
		for (int i = 0; !err && i < DAERAH_INDIKATOR; i++)
			err = fact_add(w, bulan, kode, i + 1, volume_of(w->opd, j, i, w->tahun, bulan));
	}
	if (!err)
		err = store_add_fakta(w->store,
		                      (BarisFakta){.opd = w->kode, .tahun = w->tahun, .bulan = bulan, .kode = "", .jenis = "permasalahan", .teks = "Pengadaan menunggu penetapan harga.",
		                                   .asal = "", .alasan = ""},
		                      NULL, w->info);
	return end(w, err);
}

static Err step_add(Kerja *w, int bulan, int hari, const char *aksi, const char *keadaan, bool kunci)
{
	Err err = begin(w, "sistem", bulan + 1, hari);
	w->kode = daerah_opd(w->arena, w->opd);
	if (!err)
		err = store_add_keadaan(w->store,
		                        (BarisKeadaan){.opd = w->kode, .tahun = w->tahun, .bulan = bulan, .revisi = 1, .keadaan = keadaan, .aksi = aksi, .terkunci = kunci, .alasan = "",
		                                       .rencana = bulan < 9 ? 1 : 2, .kondisi = "", .tanggal = kunci ? str_format(w->arena, "%d-01-08", w->tahun + 1) : ""},
		                        NULL, w->info);
	return end(w, err);
}

/* A month of every agency, in the order in which it would happen: entries, then the cycle. */
static Err month_add(Kerja *w, int bulan)
{
	bool open = bulan == 12 && w->tahun == daerah_tahun_akhir(w->ukuran);
	Err err = ERR_OK;
	for (w->opd = 0; !err && w->opd < w->ukuran.opd; w->opd++)
		err = facts_add(w, bulan, open ? DAERAH_SUB / 2 : DAERAH_SUB);
	for (w->opd = 0; !open && !err && w->opd < w->ukuran.opd; w->opd++) {
		err = step_add(w, bulan, 5, "ajukan", "diajukan", false);
		if (!err)
			err = step_add(w, bulan, 6, "verifikasi", "diverifikasi", false);
		if (!err)
			err = step_add(w, bulan, 8, "sahkan", "disahkan", true);
	}
	return err;
}

static Err year_add(Kerja *w)
{
	Err err = ERR_OK;
	for (int bulan = 1; !err && bulan <= 12; bulan++) {
		for (w->opd = 0; !err && (bulan == 1 || bulan == 9) && w->opd < w->ukuran.opd; w->opd++)
			err = plan_add(w, bulan == 1 ? 1 : 2);
		if (!err)
			err = month_add(w, bulan);
	}
	return err;
}

Err daerah_make(const char *path, UkuranDaerah ukuran, ErrInfo *info)
{
	Arena *arena = arena_new();
	Kerja w = {.ukuran = ukuran, .info = info};
	Err err = store_create(&w.store, arena, path, BAHASA_EN, info);
	if (!err)
		err = region_add(&w);
	for (int year = 0; !err && year < ukuran.tahun; year++) {
		w.tahun = DAERAH_TAHUN_AWAL + year;
		err = year_add(&w);
	}
	if (!err)
		store_close(w.store);
	arena_free(arena);
	return err;
}
