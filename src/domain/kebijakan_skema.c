#include "domain/kebijakan_skema.h"

#include "base/str.h"

/* Enums are read and written through unsigned int. */
_Static_assert(sizeof(Arah) == sizeof(unsigned) && sizeof(Waktu) == sizeof(unsigned) && sizeof(Gulung) == sizeof(unsigned) &&
	               sizeof(SumberInduk) == sizeof(unsigned) && sizeof(UrutanSiklus) == sizeof(unsigned) && sizeof(KosongPerlakuan) == sizeof(unsigned) &&
	               sizeof(Pembulatan) == sizeof(unsigned),
               "an enum of the policy is not as wide as an int");

static const Pilihan PILIHAN_ARAH[] = {
	{"naik", ARAH_NAIK}, {"turun-a", ARAH_TURUN_A}, {"turun-b", ARAH_TURUN_B}, {"rentang", ARAH_RENTANG}, {NULL, 0}};
static const Pilihan PILIHAN_WAKTU[] = {{"kumulatif", WAKTU_KUMULATIF}, {"jumlah", WAKTU_JUMLAH}, {"terakhir", WAKTU_TERAKHIR}, {NULL, 0}};
static const Pilihan PILIHAN_GULUNG[] = {{"rata", GULUNG_RATA}, {"pagu", GULUNG_PAGU}, {"bobot", GULUNG_BOBOT}, {NULL, 0}};
static const Pilihan PILIHAN_GULUNG_INDIKATOR[] = {{"rata", GULUNG_RATA}, {"bobot", GULUNG_BOBOT}, {NULL, 0}};
static const Pilihan PILIHAN_GULUNG_DAERAH[] = {{"rata", GULUNG_RATA}, {"pagu", GULUNG_PAGU}, {NULL, 0}};
static const Pilihan PILIHAN_URUTAN[] = {{"verifikasi-dulu", URUTAN_VERIFIKASI_DULU}, {"sahkan-dulu", URUTAN_SAHKAN_DULU}, {NULL, 0}};
static const Pilihan PILIHAN_INDUK[] = {{"anak", INDUK_ANAK}, {"sendiri", INDUK_SENDIRI}, {NULL, 0}};
static const Pilihan PILIHAN_KOSONG[] = {{"abaikan", KOSONG_ABAIKAN}, {"nol", KOSONG_NOL}, {NULL, 0}};
static const Pilihan PILIHAN_BULAT[] = {{"jauh-nol", BULAT_JAUH_NOL}, {"genap", BULAT_GENAP}, {"potong", BULAT_POTONG}, {NULL, 0}};

#define VOLUME_MAX 1000000000000 /* with 6 decimals still within 64 bits */
#define KOMENTAR_ARAH                                                                                                                     \
	TEKS("Direction of an indicator, T target, R realisasi: naik R/T; turun-a (2T-R)/T; turun-b T/R, R=0 gives 100;\n"                       \
	     "rentang: 100 inside two bounds, R/lower below, (2 upper-R)/upper above.")
#define KOMENTAR_WAKTU                                                                                                                    \
	TEKS("Behaviour over the months: kumulatif (each month holds the sum so far), jumlah (months are added), terakhir (the last\n"           \
	     "value holds).")
#define AT(field) offsetof(Kebijakan, field)
#define AT_ATURAN(field) offsetof(AturanIndikator, field)

const Kunci KUNCI[] = {
	{"kebijakan", "nama", NILAI_TEKS, AT(nama), 0, 1, 80, NULL, TEKS("Name of the policy; it stands on every report.")},
	{"kebijakan", "pemda", NILAI_TEKS, AT(pemda), 0, 0, 80, NULL, TEKS("Code of the region it holds for; empty: any.")},
	{"kebijakan", "tahun", NILAI_BULAT, AT(tahun), 0, 0, 2999, NULL, TEKS("Budget year it holds for; 0: any.")},
	{"kebijakan", "versi", NILAI_BULAT, AT(versi), 0, 1, 1000000, NULL, TEKS("Version: count up with every change.")},

	{GRUP_INDIKATOR, "arah", NILAI_PILIHAN, AT(arah), 0, 0, 0, PILIHAN_ARAH, KOMENTAR_ARAH},
	{GRUP_INDIKATOR, "waktu", NILAI_PILIHAN, AT(waktu), 0, 0, 0, PILIHAN_WAKTU, KOMENTAR_WAKTU},
	{GRUP_INDIKATOR, "persen_tak_dijumlah", NILAI_YA, AT(persen_tak_dijumlah), 0, 0, 0, NULL,
	 TEKS("ya: an indicator whose unit is per cent is never added over months; its last value holds.")},
	{GRUP_INDIKATOR, "maksimum", NILAI_DESIMAL_OPSI, AT(maksimum), AT(ada_maksimum), 1, BATAS_MAX, NULL,
	 TEKS("Cap of an indicator's capaian, per cent; tidak: none.")},
	{GRUP_INDIKATOR, "minimum", NILAI_DESIMAL_OPSI, AT(minimum), AT(ada_minimum), -BATAS_MAX, BATAS_MAX, NULL,
	 TEKS("Floor of an indicator's capaian, per cent; tidak: none.")},

	{"gulung", "simpul", NILAI_PILIHAN, AT(gulung), 0, 0, 0, PILIHAN_GULUNG,
	 TEKS("Roll-up of keluaran from sub kegiatan upwards: rata (plain mean), pagu (weighted by pagu), bobot (weighted by bobot).")},
	{"gulung", "indikator", NILAI_PILIHAN, AT(gulung_indikator), 0, 0, 0, PILIHAN_GULUNG_INDIKATOR,
	 TEKS("Roll-up of the indicators of one sub kegiatan: rata, bobot.")},
	{"gulung", "daerah", NILAI_PILIHAN, AT(gulung_daerah), 0, 0, 0, PILIHAN_GULUNG_DAERAH,
	 TEKS("Keluaran of the region from its agencies: rata (plain mean), pagu (weighted by pagu).")},
	{"gulung", "induk", NILAI_PILIHAN, AT(induk), 0, 0, 0, PILIHAN_INDUK,
	 TEKS("Keluaran of kegiatan and program: anak (from the children), sendiri (from its own indicators). Both are kept.")},
	{"gulung", "kosong", NILAI_PILIHAN, AT(kosong), 0, 0, 0, PILIHAN_KOSONG,
	 TEKS("An indicator not reported: abaikan (left out of the mean, counted in the open), nol (counts as zero).")},

	{"cetak", "desimal", NILAI_BULAT_KECIL, AT(desimal), 0, 0, KEBIJAKAN_DESIMAL_MAX, NULL, TEKS("Decimals of printed percentages, 0 to 4.")},
	{"cetak", "pembulatan", NILAI_PILIHAN, AT(pembulatan), 0, 0, 0, PILIHAN_BULAT,
	 TEKS("The one rounding, at print: jauh-nol (half away from zero), genap (half to even), potong (cut).")},

	{GRUP_PREDIKAT, "dari_cetak", NILAI_YA, AT(predikat_dari_cetak), 0, 0, 0, NULL,
	 TEKS("ya: the bands test the printed value (90,995 prints as 91,00 and is 91); tidak: the exact one.")},

	{"periksa", "serapan_rendah", NILAI_DESIMAL, AT(serapan_rendah), 0, 0, 100, NULL,
	 TEKS("Full output on keuangan below this, per cent, is doubted.")},
	{"periksa", "lambat_keuangan", NILAI_DESIMAL, AT(lambat_keuangan), 0, 0, 100, NULL,
	 TEKS("A narrative is due where keuangan at the end of the year is below this, per cent; earlier in proportion to the month.")},
	{"periksa", "lambat_keluaran", NILAI_DESIMAL, AT(lambat_keluaran), 0, 0, 100, NULL, TEKS("The same for keluaran.")},
	{"periksa", "selisih_cetak", NILAI_DESIMAL, AT(selisih_cetak), 0, 0, 100, NULL,
	 TEKS("How far a printed percentage may lie from the computed one, in points; 0: equal to the last digit.")},

	{"siklus", "urutan", NILAI_PILIHAN, AT(urutan), 0, 0, 0, PILIHAN_URUTAN,
	 TEKS("Order of a month after it is submitted: verifikasi-dulu (verified, then approved by the head), sahkan-dulu (approved, then\n"
	      "verified). The last step locks the month.")},
	{0},
};
_Static_assert(sizeof KUNCI / sizeof *KUNCI == KUNCI_JUMLAH + 1, "KUNCI_JUMLAH counts the keys");

const Kunci KUNCI_INDIKATOR[] = {
	{NULL, "pola", NILAI_TEKS, AT_ATURAN(pola), 0, 0, 200, NULL, TEKS("Text the indicator's name contains; empty: any.")},
	{NULL, "satuan", NILAI_TEKS, AT_ATURAN(satuan), 0, 0, 80, NULL, TEKS("Its whole unit; empty: any.")},
	{NULL, "arah", NILAI_PILIHAN, AT_ATURAN(arah), 0, 0, 0, PILIHAN_ARAH, KOMENTAR_ARAH},
	{NULL, "waktu", NILAI_PILIHAN, AT_ATURAN(waktu), 0, 0, 0, PILIHAN_WAKTU, KOMENTAR_WAKTU},
	{NULL, "rentang_bawah", NILAI_DESIMAL, AT_ATURAN(rentang_bawah), 0, 0, VOLUME_MAX, NULL,
	 TEKS("Bounds of a range, in the indicator's unit; without them the target says them (\"5-10\").")},
	{NULL, "rentang_atas", NILAI_DESIMAL, AT_ATURAN(rentang_atas), 0, 0, VOLUME_MAX, NULL, TEKS("Upper bound.")},
	{0},
};
_Static_assert(sizeof KUNCI_INDIKATOR / sizeof *KUNCI_INDIKATOR == KUNCI_INDIKATOR_JUMLAH + 1, "KUNCI_INDIKATOR_JUMLAH counts the keys");

const char *const KOMENTAR_KEPALA =
	TEKS("Policy of capaian: the rules by which every figure is computed. Lines that begin with # are comments.\n"
         "Numbers take a decimal comma and no groups. What is left out is as in the built-in policy.");
const char *const KOMENTAR_ATURAN =
	TEKS("Indicators with rules of their own stand in groups [indikator.1], [indikator.2], ...; the first that fits holds. Keys: pola (text\n"
         "in the name), satuan (the whole unit), arah, waktu, rentang_bawah, rentang_atas.");
const char *const KOMENTAR_PITA =
	TEKS("Bands of the predikat, from the highest: pita_1 = >= 91 Name (or > 91 Name), ...; the last takes the rest: Name alone.\n"
         "At most 12; bounds above 100 are allowed; pita = tidak: no bands.");
