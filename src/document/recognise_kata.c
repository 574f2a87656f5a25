#include "document/recognise_bagian.h"

/* The words of headings, Indonesian and English, sorted for the search. */
static const struct {
	const char *kata;
	uint32_t arti;
} KAMUS[] = {
	{"ACHIEVEMENT", ARTI_CAPAIAN},
	{"ACTION", ARTI_TINDAK},
	{"ACTIVITY", ARTI_SIMPUL},
	{"ACTUAL", ARTI_REALISASI},
	{"AKTUAL", ARTI_REALISASI},
	{"AND", ARTI_NETRAL},
	{"ANGGARAN", ARTI_UANG},
	{"ATAU", ARTI_NETRAL},
	{"AVERAGE", ARTI_RATA},
	{"BELANJA", ARTI_UANG},
	{"BIAYA", ARTI_UANG},
	{"BIDANG", ARTI_SIMPUL},
	{"BOBOT", ARTI_BOBOT},
	{"BUDGET", ARTI_UANG},
	{"BULAN", ARTI_NETRAL},
	{"CAPAIAN", ARTI_CAPAIAN},
	{"CODE", ARTI_KODE},
	{"DAERAH", ARTI_NETRAL},
	{"DALAM", ARTI_NETRAL},
	{"DAN", ARTI_NETRAL},
	{"DANA", ARTI_UANG},
	{"DENGAN", ARTI_NETRAL},
	{"DESCRIPTION", ARTI_NAMA},
	{"DEVIASI", ARTI_LAIN},
	{"DILAKUKAN", ARTI_NETRAL},
	{"EXPENDITURE", ARTI_UANG | ARTI_REALISASI},
	{"FAKTOR", ARTI_NETRAL},
	{"FINANCIAL", ARTI_UANG},
	{"FISIK", ARTI_VOLUME},
	{"FOLLOW", ARTI_TINDAK},
	{"HAMBATAN", ARTI_MASALAH},
	{"HASIL", ARTI_KELUARAN},
	{"IDR", ARTI_UANG | ARTI_RP},
	{"INDICATOR", ARTI_INDIKATOR},
	{"INDIKATOR", ARTI_INDIKATOR},
	{"INI", ARTI_NETRAL},
	{"ISSUE", ARTI_MASALAH},
	{"ISSUES", ARTI_MASALAH},
	{"JUMLAH", ARTI_NETRAL},
	{"KEBERHASILAN", ARTI_NETRAL},
	{"KEGIATAN", ARTI_SIMPUL},
	{"KELUARAN", ARTI_KELUARAN},
	{"KENDALA", ARTI_MASALAH},
	{"KETERANGAN", ARTI_LAIN},
	{"KEUANGAN", ARTI_UANG},
	{"KINERJA", ARTI_KINERJA},
	{"KODE", ARTI_KODE},
	{"KOEFISIEN", ARTI_VOLUME},
	{"KUANTITAS", ARTI_VOLUME},
	{"KUMULATIF", ARTI_SD},
	{"LALU", ARTI_LALU},
	{"LANJUT", ARTI_TINDAK},
	{"LOKASI", ARTI_LAIN},
	{"MASALAH", ARTI_MASALAH},
	{"NAMA", ARTI_NAMA},
	{"NAME", ARTI_NAMA},
	{"NO", ARTI_NOMOR},
	{"NOMENKLATUR", ARTI_NAMA},
	{"NOMOR", ARTI_NOMOR},
	{"NUMBER", ARTI_NOMOR},
	{"OF", ARTI_NETRAL},
	{"OUTCOME", ARTI_KELUARAN},
	{"OUTPUT", ARTI_KELUARAN},
	{"PADA", ARTI_NETRAL},
	{"PAGU", ARTI_UANG},
	{"PELAKSANAAN", ARTI_NETRAL},
	{"PENCAPAIAN", ARTI_CAPAIAN},
	{"PENGHAMBAT", ARTI_MASALAH},
	{"PENYERAPAN", ARTI_UANG | ARTI_REALISASI},
	{"PER", ARTI_NETRAL},
	{"PERANGKAT", ARTI_NETRAL},
	{"PERCENT", ARTI_PERSEN},
	{"PERCENTAGE", ARTI_PERSEN},
	{"PERFORMANCE", ARTI_KINERJA},
	{"PERMASALAHAN", ARTI_MASALAH},
	{"PERSEN", ARTI_PERSEN},
	{"PERSENTASE", ARTI_PERSEN},
	{"PHYSICAL", ARTI_VOLUME},
	{"PLAN", ARTI_TARGET},
	{"PLANNED", ARTI_TARGET},
	{"PREDIKAT", ARTI_LAIN},
	{"PROBLEM", ARTI_MASALAH},
	{"PROBLEMS", ARTI_MASALAH},
	{"PROGRAM", ARTI_SIMPUL},
	{"PROGRAMME", ARTI_SIMPUL},
	{"PROSENTASE", ARTI_PERSEN},
	{"QUANTITY", ARTI_VOLUME},
	{"RATA", ARTI_RATA},
	{"RATARATA", ARTI_RATA},
	{"REALISASI", ARTI_REALISASI},
	{"REALISATION", ARTI_REALISASI},
	{"REALISED", ARTI_REALISASI},
	{"REALIZATION", ARTI_REALISASI},
	{"REALIZED", ARTI_REALISASI},
	{"REKENING", ARTI_NETRAL},
	{"RENCANA", ARTI_TARGET},
	{"RERATA", ARTI_RATA},
	{"RP", ARTI_UANG | ARTI_RP},
	{"RUPIAH", ARTI_UANG | ARTI_RP},
	{"SAMPAI", ARTI_SD},
	{"SASARAN", ARTI_LAIN},
	{"SATUAN", ARTI_SATUAN},
	{"SELISIH", ARTI_LAIN},
	{"SERAPAN", ARTI_UANG | ARTI_REALISASI},
	{"SISA", ARTI_LAIN},
	{"SOLUSI", ARTI_TINDAK},
	{"SUB", ARTI_SIMPUL},
	{"SUBKEGIATAN", ARTI_SIMPUL},
	{"SUMBER", ARTI_LAIN},
	{"TAHUN", ARTI_NETRAL},
	{"TARGET", ARTI_TARGET},
	{"TELAH", ARTI_NETRAL},
	{"TINDAK", ARTI_TINDAK},
	{"TINGKAT", ARTI_NETRAL},
	{"TOLAK", ARTI_INDIKATOR},
	{"TOLOK", ARTI_INDIKATOR},
	{"TOTAL", ARTI_NETRAL},
	{"UKUR", ARTI_NETRAL},
	{"UNIT", ARTI_SATUAN},
	{"UPAYA", ARTI_TINDAK},
	{"URAIAN", ARTI_NAMA},
	{"URUSAN", ARTI_SIMPUL},
	{"URUT", ARTI_NOMOR},
	{"VOL", ARTI_VOLUME},
	{"VOLUME", ARTI_VOLUME},
	{"YANG", ARTI_NETRAL},
};

enum { N_KAMUS = sizeof KAMUS / sizeof *KAMUS, KATA_PANJANG = 24, DEKAT_MIN = 5, GABUNG_MIN = 4, GABUNG_YAKIN = 7 };

static uint32_t find_exact(const char *kata)
{
	int low = 0, high = N_KAMUS - 1;
	while (low <= high) {
		int mid = (low + high) / 2, cmp = strcmp(kata, KAMUS[mid].kata);
		if (cmp == 0)
			return KAMUS[mid].arti;
		if (cmp < 0)
			high = mid - 1;
		else
			low = mid + 1;
	}
	return 0;
}

/* Of the first letters one is right, lost or doubled: what spares most words the distance. */
static bool begins_alike(const char *a, const char *b)
{
	return a[0] == b[0] || a[1] == b[1] || a[0] == b[1] || a[1] == b[0];
}

/* One edit, two in a long word, or the word cut off after at least five letters. */
static uint32_t find_misspelt(const char *kata, size_t n)
{
	unsigned limit = n >= 8 ? 2 : 1, best = limit + 1;
	uint32_t arti = 0;
	for (int i = 0; i < N_KAMUS; i++) {
		size_t m = strlen(KAMUS[i].kata);
		if (m < DEKAT_MIN)
			continue;
		if (n < m && strncmp(kata, KAMUS[i].kata, n) == 0)
			return KAMUS[i].arti;
		if (m + limit < n || n + limit < m || !begins_alike(kata, KAMUS[i].kata))
			continue;
		unsigned d = str_distance(kata, KAMUS[i].kata, limit);
		if (d < best) {
			best = d;
			arti = KAMUS[i].arti;
		}
	}
	return arti;
}

/* Two neighbouring letters swapped: STAUAN. */
static uint32_t find_swapped(const char *kata, size_t n)
{
	char swapped[KATA_PANJANG + 1];
	memcpy(swapped, kata, n + 1);
	for (size_t i = 0; i + 1 < n; i++) {
		swapped[i] = kata[i + 1];
		swapped[i + 1] = kata[i];
		uint32_t arti = find_exact(swapped);
		if (arti)
			return arti;
		swapped[i] = kata[i];
		swapped[i + 1] = kata[i + 1];
	}
	return 0;
}

/* Words run together: ANGGARANKEUANGAN; a long word may have rubbish before or behind it. */
static uint32_t find_glued(const char *kata, size_t n)
{
	uint32_t first = 0, last = 0;
	size_t longest = 0;
	bool last_long = false;
	for (int i = 0; i < N_KAMUS; i++) {
		size_t m = strlen(KAMUS[i].kata);
		if (m < GABUNG_MIN || m >= n)
			continue;
		if (strncmp(kata, KAMUS[i].kata, m) == 0 && m > longest) {
			first = KAMUS[i].arti;
			longest = m;
		}
		if (strcmp(kata + n - m, KAMUS[i].kata) == 0) {
			last |= KAMUS[i].arti;
			last_long |= m >= DEKAT_MIN + 1;
		}
	}
	return (first && last) || longest >= GABUNG_YAKIN ? first | last : last_long ? last : 0;
}

static uint32_t find_near(const char *kata)
{
	size_t n = strlen(kata);
	if (n < DEKAT_MIN)
		return 0;
	uint32_t arti = find_swapped(kata, n);
	if (!arti)
		arti = find_misspelt(kata, n);
	return arti || n < 2 * GABUNG_MIN ? arti : find_glued(kata, n);
}

static bool letter(unsigned char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

static void take(Kata *k, uint32_t arti)
{
	k->n_kata++;
	if (!arti)
		return;
	k->n_kenal++;
	k->arti |= arti;
	if (!k->pertama && arti != ARTI_NETRAL)
		k->pertama = arti;
}

/* "K" alone heads a volume column ("K | Rp"), "s/d" and "s.d." mean cumulative. */
static uint32_t find_short(const char *kata, const char *text, const char *after)
{
	if (strcmp(kata, "K") == 0 && str_blank(after) && strlen(text) <= 3)
		return ARTI_VOLUME;
	if (strcmp(kata, "S") == 0 && (*after == '/' || *after == '.') && (after[1] == 'd' || after[1] == 'D') && !letter((unsigned char)after[2]))
		return ARTI_SD;
	if (strcmp(kata, "SD") == 0)
		return ARTI_SD;
	return strcmp(kata, "D") == 0 ? ARTI_NETRAL : 0;
}

Kata kenal_kata(const char *text, bool dekat)
{
	Kata k = {.persis = true};
	for (const char *p = text; *p;) {
		if (*p == '%') {
			take(&k, ARTI_PERSEN);
			p++;
			continue;
		}
		if (!letter((unsigned char)*p)) {
			p++;
			continue;
		}
		char kata[KATA_PANJANG + 1] = "";
		size_t n = 0;
		for (; letter((unsigned char)*p); p++, n++)
			if (n < KATA_PANJANG)
				kata[n] = (char)(*p >= 'a' && *p <= 'z' ? *p - 'a' + 'A' : *p);
		kata[n < KATA_PANJANG ? n : KATA_PANJANG] = '\0';
		uint32_t arti = find_exact(kata);
		if (!arti && n <= 2)
			arti = find_short(kata, text, p);
		if (!arti && dekat && n <= KATA_PANJANG && (arti = find_near(kata)))
			k.persis = false;
		if (arti || n > 1) /* a stray letter is no word */
			take(&k, arti);
	}
	return k;
}
