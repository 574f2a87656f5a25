/* Rules about the head and the foot of the report: headings, dates, NIP. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"
#include "engine/nip.h"

/* ---- judul-terpotong ---- */

/* Words that headings of this form and its kin are made of. */
static const char *const KATA[] = {
	"ANGGARAN", "BIDANG",    "BOBOT",       "BULAN",      "CAPAIAN",  "DEVIASI",   "FAKTOR",       "FISIK",  "HASIL",    "INDIKATOR",
	"JUMLAH",   "KEGIATAN",  "KELUARAN",    "KETERANGAN", "KEUANGAN", "KINERJA",   "KOEFISIEN",    "LANJUT", "LOKASI",   "NOMOR",
	"OUTCOME",  "OUTPUT",    "PELAKSANAAN", "PENGHAMBAT", "PERIODE",  "PERSEN",    "PERMASALAHAN", "PROGRAM", "RATARATA", "REALISASI",
	"RENCANA",  "SASARAN",   "SATUAN",      "SELISIH",    "SUMBER",   "TAHUN",     "TARGET",       "TINDAK", "TOLOK",    "UPAYA",
	"URAIAN",   "URUSAN",    "URUTAN",      "VOLUME",     NULL,
};

/* The word of the form the text is one slip away from; NULL if it is right, a longer or shorter form of a right word, or some other word. */
static const char *meant_word(const char *word)
{
	size_t n = strlen(word);
	if (n < 5)
		return NULL;
	const char *meant = NULL;
	for (const char *const *k = KATA; *k; k++) {
		if (str_starts(*k, word) || str_starts(word, *k))
			return NULL;
		unsigned limit = n >= 8 ? 2 : 1;
		if (!meant && str_distance(word, *k, limit) <= limit)
			meant = *k;
	}
	return meant;
}

/* Next run of letters, upper-cased; NULL at the end. */
static const char *next_word(Arena *arena, const char **text)
{
	const char *start = *text;
	while (*start && !((*start >= 'A' && *start <= 'Z') || (*start >= 'a' && *start <= 'z')))
		start++;
	const char *end = start;
	while ((*end >= 'A' && *end <= 'Z') || (*end >= 'a' && *end <= 'z'))
		end++;
	*text = end;
	return end > start ? str_letters(arena, str_dupn(arena, start, (size_t)(end - start))) : NULL;
}

static void add_misspelt(Kumpulan *k, const TertulisJudul *judul)
{
	const char *text = judul->teks;
	for (const char *word; (word = next_word(k->arena, &text));) {
		const char *meant = meant_word(word);
		if (!meant)
			continue;
		const char *label = str_format(k->arena, "%s (%s)", word, meant);
		bool known = false;
		for (size_t i = 0; i < k->n && !known; i++)
			known = str_equal(k->anggota[i].label, label);
		if (!known)
			kumpulan_add(k, (Tertulis){.teks = word, .baris = judul->baris, .kolom = judul->kolom, .n_bagian = 1}, SIMPUL_NONE, label);
	}
}

/* "LAPORAN CAPAIAN BU": the last word is cut off. */
static void check_month_label(Pemeriksaan *p)
{
	static const char FULL[] = "LAPORANCAPAIANBULAN";
	enum { WHOLE_WORDS = sizeof "LAPORANCAPAIAN" - 1 };
	Tertulis label = p->draf->kepala.label_bulan;
	if (!label.baris)
		return;
	const char *letters = str_letters(p->arena, label.teks);
	size_t n = strlen(letters);
	if (n <= WHOLE_WORDS || n >= sizeof FULL - 1 || !str_starts(FULL, letters))
		return;
	check_report(p, "judul-terpotong", label, SIMPUL_NONE, label.teks, "LAPORAN CAPAIAN BULAN",
	             str_format(p->arena, teks(p->bahasa, "The label \"%s\" in the head is cut off."), str_squeeze(p->arena, label.teks)),
	             teks(p->bahasa, "Write LAPORAN CAPAIAN BULAN."));
}

void periksa_judul_terpotong(Pemeriksaan *p)
{
	Kumpulan misspelt = {.arena = p->arena};
	check_month_label(p);
	for (size_t i = 0; i < p->draf->n_judul; i++)
		if (!p->draf->judul[i].persis)
			add_misspelt(&misspelt, &p->draf->judul[i]);
	if (!misspelt.n)
		return;
	Anggota a = misspelt.anggota[0];
	check_report(p, "judul-terpotong", a.cell, SIMPUL_NONE, NULL, NULL,
	             str_format(p->arena, teks(p->bahasa, "The table head is misspelt; in brackets the form's word: %s."),
	                        kumpulan_daftar(&misspelt, 6, p->bahasa)),
	             teks(p->bahasa, "Correct the head on every page."));
}

/* ---- tanggal-bulan ---- */

enum { TERLAMBAT_HARI = 92 }; /* a signature later than a quarter after the month */

static Tanggal month_end(int tahun, uint8_t bulan)
{
	Tanggal next = bulan == 12 ? (Tanggal){(int16_t)(tahun + 1), 1, 1} : (Tanggal){(int16_t)tahun, (uint8_t)(bulan + 1), 1};
	return tanggal_from_days(tanggal_days(next) - 1);
}

static const char *print_date(const Pemeriksaan *p, Tanggal t)
{
	if (p->bahasa == BAHASA_ID)
		return tanggal_print_id(p->arena, t);
	return str_format(p->arena, "%u %s %d", t.hari, bulan_name(t.bulan, p->bahasa), t.tahun);
}

static void report_date(Pemeriksaan *p, Tertulis cell, const char *message, const char *hint)
{
	check_report(p, "tanggal-bulan", cell, SIMPUL_NONE, NULL, NULL, message, hint);
}

static void check_data_date(Pemeriksaan *p)
{
	const Kepala *k = &p->draf->snapshot.kepala;
	bool other_month = k->bulan && k->kondisi.bulan != k->bulan, other_year = k->tahun && k->kondisi.tahun != k->tahun;
	if (!tanggal_valid(k->kondisi) || (!other_month && !other_year))
		return;
	Tertulis cell = p->draf->kepala.kondisi;
	const char *date = print_date(p, k->kondisi);
	const char *hint = teks(p->bahasa, "Correct the date of the data, or the month and year of the report.");
	if (k->bulan && k->tahun)
		report_date(p, cell,
		            str_format(p->arena, teks(p->bahasa, "The data are of %s, outside the month of the report, %s %d."), date,
		                       bulan_name(k->bulan, p->bahasa), k->tahun),
		            hint);
	else if (k->bulan)
		report_date(p, cell,
		            str_format(p->arena, teks(p->bahasa, "The data are of %s, outside the month of the report, %s."), date,
		                       bulan_name(k->bulan, p->bahasa)),
		            hint);
	else
		report_date(p, cell,
		            str_format(p->arena, teks(p->bahasa, "The data are of %s, outside the budget year %d."), date, k->tahun), hint);
}

static const char *next_year_hint(const Pemeriksaan *p, Tanggal signature, Tanggal data)
{
	Tanggal later = {(int16_t)(signature.tahun + 1), signature.bulan, signature.hari};
	bool fits = tanggal_valid(later) && tanggal_days(later) >= tanggal_days(data) && tanggal_days(later) - tanggal_days(data) <= TERLAMBAT_HARI;
	return fits ? str_format(p->arena, teks(p->bahasa, "Perhaps %s is meant."), print_date(p, later))
	            : teks(p->bahasa, "A report is signed after the day its figures stand at.");
}

static void check_signature_date(Pemeriksaan *p)
{
	const Kepala *k = &p->draf->snapshot.kepala;
	Tanggal signature = p->draf->snapshot.tanda_tangan.tanggal;
	Tertulis cell = p->draf->kaki.tempat_tanggal;
	if (!tanggal_valid(signature))
		return;
	bool dated = k->bulan && k->tahun;
	Tanggal data = k->kondisi;
	if (!tanggal_valid(data) && dated)
		data = (Tanggal){(int16_t)k->tahun, k->bulan, 1};
	if (tanggal_valid(data) && tanggal_cmp(signature, data) < 0) {
		report_date(p, cell,
		            str_format(p->arena, teks(p->bahasa, "The report is signed on %s, before its figures' date, %s."), print_date(p, signature),
		                       print_date(p, data)),
		            next_year_hint(p, signature, data));
		return;
	}
	if (dated && tanggal_days(signature) - tanggal_days(month_end(k->tahun, k->bulan)) > TERLAMBAT_HARI)
		report_date(p, cell,
		            str_format(p->arena, teks(p->bahasa, "The report of %s %d is signed on %s, more than three months after the month."),
		                       bulan_name(k->bulan, p->bahasa), k->tahun, print_date(p, signature)),
		            teks(p->bahasa, "Correct the date, or the month and year of the report."));
}

/* "31 November 2023": written as a date, but no such day. */
static void check_real_day(Pemeriksaan *p)
{
	Tertulis cell = p->draf->kepala.kondisi;
	if (!cell.baris || tanggal_valid(p->draf->snapshot.kepala.kondisi))
		return;
	const char *text = str_squeeze(p->arena, cell.teks);
	size_t digits = strspn(text, "0123456789");
	if (digits < 1 || digits > 2 || text[digits] != ' ')
		return;
	const char *month = text + digits + 1;
	size_t letters = strcspn(month, " ");
	if (!bulan_parse(str_dupn(p->arena, month, letters)) || strspn(month, "0123456789"))
		return;
	report_date(p, cell, str_format(p->arena, teks(p->bahasa, "\"%s\" is not a day of the calendar."), text),
	            teks(p->bahasa, "Correct the date of the data."));
}

void periksa_tanggal_bulan(Pemeriksaan *p)
{
	check_real_day(p);
	check_data_date(p);
	check_signature_date(p);
}

/* ---- nip-bentuk ---- */

static const char *nip_text(Bahasa bahasa, NipGalat fault)
{
	switch (fault) {
	case NIP_BUKAN_ANGKA:
		return teks(bahasa, "it holds something other than digits");
	case NIP_PANJANG:
		return teks(bahasa, "it does not have 18 digits");
	case NIP_LAHIR:
		return teks(bahasa, "its first eight digits are not a date of birth");
	case NIP_PENGANGKATAN:
		return teks(bahasa, "digits 9 to 14 are not a month of appointment");
	case NIP_KELAMIN:
		return teks(bahasa, "the fifteenth digit is neither 1 nor 2");
	default:
		return teks(bahasa, "its last three digits are 000");
	}
}

void periksa_nip_bentuk(Pemeriksaan *p)
{
	const TandaTangan *t = &p->draf->snapshot.tanda_tangan;
	int year = tanggal_valid(t->tanggal) ? t->tanggal.tahun : p->draf->snapshot.kepala.tahun;
	if (!t->nip || str_blank(t->nip))
		return;
	NipGalat fault = nip_check(t->nip, year);
	if (fault == NIP_BAIK)
		return;
	check_report(p, "nip-bentuk", p->draf->kaki.nip, SIMPUL_NONE, t->nip, NULL,
	             str_format(p->arena, teks(p->bahasa, "NIP %s cannot be right: %s."), str_squeeze(p->arena, t->nip), nip_text(p->bahasa, fault)),
	             teks(p->bahasa, "A NIP is date of birth (8 digits), month of appointment (6), sex (1 or 2) and a serial number (3)."));
}
