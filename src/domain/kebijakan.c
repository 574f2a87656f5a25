#include "domain/kebijakan.h"

#include "base/angka.h"
#include "base/hash.h"
#include "base/str.h"
#include "domain/kebijakan_skema.h"

#include <string.h>

/* Bands of Permendagri 86/2017 as regions' software has them; the bounds of the checks are house rules. */
static const Kebijakan BAWAAN = {
	.nama = "Bawaan",
	.pemda = "",
	.versi = 1,
	.arah = ARAH_NAIK,
	.waktu = WAKTU_KUMULATIF,
	.persen_tak_dijumlah = true,
	.maksimum = {100, 0},
	.gulung = GULUNG_RATA,
	.gulung_indikator = GULUNG_RATA,
	.induk = INDUK_ANAK,
	.kosong = KOSONG_ABAIKAN,
	.desimal = 2,
	.pembulatan = BULAT_JAUH_NOL,
	.predikat_dari_cetak = true,
	.n_pita = 5,
	.pita = {{"Sangat Tinggi", {91, 0}, true}, {"Tinggi", {76, 0}, true}, {"Sedang", {66, 0}, true}, {"Rendah", {51, 0}, true},
	         {"Sangat Rendah", {0, 0}, true}},
	.serapan_rendah = {50, 0},
	.lambat_keuangan = {75, 0},
	.lambat_keluaran = {90, 0},
};

const Kebijakan *kebijakan_seal(Arena *arena, const Kebijakan *kebijakan)
{
	Kebijakan *k = ARENA_NEW(arena, Kebijakan);
	*k = *kebijakan;
	const char *text = kebijakan_canonical(arena, k, false, BAHASA_ID);
	k->hash = hash_sha256_hex(arena, text, strlen(text));
	return k;
}

const Kebijakan *kebijakan_default(Arena *arena)
{
	return kebijakan_seal(arena, &BAWAAN);
}

int kebijakan_pita(const Kebijakan *kebijakan, Desimal nilai)
{
	for (size_t i = 0; i + 1 < kebijakan->n_pita; i++) {
		int order = desimal_cmp(nilai, kebijakan->pita[i].batas);
		if (order > 0 || (order == 0 && kebijakan->pita[i].inklusif))
			return (int)i;
	}
	return (int)kebijakan->n_pita - 1;
}

/* The text of a unit: from its first to behind its last character that is not ASCII blank or U+00A0. */
static const char *unit_trim(const char *unit, size_t *n)
{
	const char *start = unit, *end = unit;
	for (const char *p = unit, *here = p; *p; here = p) {
		uint32_t c = utf8_next(&p);
		if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0)
			continue;
		if (end == unit)
			start = here;
		end = p;
	}
	*n = end > start ? (size_t)(end - start) : 0;
	return start;
}

static bool unit_equal(const char *a, const char *b)
{
	size_t na, nb;
	a = unit_trim(a, &na);
	b = unit_trim(b, &nb);
	if (na != nb)
		return false;
	for (size_t i = 0; i < na; i++) {
		char x = a[i] >= 'A' && a[i] <= 'Z' ? (char)(a[i] + 32) : a[i], y = b[i] >= 'A' && b[i] <= 'Z' ? (char)(b[i] + 32) : b[i];
		if (x != y)
			return false;
	}
	return true;
}

bool satuan_persen(const char *satuan)
{
	static const char *const NAMA[] = {"%", "persen", "persentase", "prosentase", "prosen", "percent", "percentage", "persen (%)", "(%)", "% (persen)"};
	for (size_t i = 0; i < sizeof NAMA / sizeof *NAMA; i++)
		if (unit_equal(satuan ? satuan : "", NAMA[i]))
			return true;
	return false;
}

AturanIndikator kebijakan_aturan(const Kebijakan *kebijakan, const char *nama, const char *satuan)
{
	AturanIndikator rule = {.pola = "", .satuan = "", .arah = kebijakan->arah, .waktu = kebijakan->waktu};
	for (size_t i = 0; i < kebijakan->n_indikator; i++) {
		const AturanIndikator *a = &kebijakan->indikator[i];
		if (str_find_fold(nama ? nama : "", a->pola) && (!*a->satuan || unit_equal(satuan ? satuan : "", a->satuan))) {
			rule = *a;
			break;
		}
	}
	if (kebijakan->persen_tak_dijumlah && rule.waktu == WAKTU_JUMLAH && satuan_persen(satuan))
		rule.waktu = WAKTU_TERAKHIR;
	return rule;
}

/* ---- bounds of a range ---- */

enum { ANGKA_TEKS_MAX = 64 }; /* bytes of a bound written in a target */

static bool bound_parse(Desimal *out, const char *text, size_t n)
{
	char copy[ANGKA_TEKS_MAX];
	if (n >= sizeof copy)
		return false;
	memcpy(copy, text, n);
	copy[n] = '\0';
	Angka a = angka_parse(copy, NOTASI_ID);
	if (a.status != ANGKA_NILAI || a.nilai.m < 0)
		return false;
	*out = a.nilai;
	return true;
}

/* Length of the words between two bounds at p; 0 if none. */
static size_t between_at(const char *p)
{
	static const char *const ANTARA[] = {"s/d", "s.d.", "s.d", "sd", "sampai dengan", "sampai", "hingga", "-", "\xE2\x80\x93", "\xE2\x80\x94"};
	for (size_t i = 0; i < sizeof ANTARA / sizeof *ANTARA; i++)
		if (str_starts_fold(p, ANTARA[i]))
			return strlen(ANTARA[i]);
	return 0;
}

static bool range_parse(Desimal *low, Desimal *high, const char *text)
{
	for (const char *p = text; *p; p++) {
		size_t n = between_at(p);
		if (n)
			return bound_parse(low, text, (size_t)(p - text)) && bound_parse(high, p + n, strlen(p + n));
	}
	return false;
}

bool kebijakan_rentang(const AturanIndikator *aturan, IsiDesimal target, const char *target_teks, Desimal *bawah, Desimal *atas)
{
	Desimal low = {0}, high = {0};
	if (aturan->ada_rentang) {
		low = aturan->rentang_bawah;
		high = aturan->rentang_atas;
	} else if (target.isi != ISI_KOSONG) {
		low = high = target.nilai;
	} else if (!target_teks || !range_parse(&low, &high, target_teks)) {
		return false;
	}
	if (low.m < 0 || high.m <= 0 || desimal_cmp(low, high) > 0)
		return false;
	*bawah = low;
	*atas = high;
	return true;
}
