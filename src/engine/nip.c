#include "engine/nip.h"

#include "base/str.h"
#include "base/tanggal.h"

enum {
	NIP_DIGIT = 18,
	UMUR_KERJA_MIN = 15,
	UMUR_KERJA_MAX = 75,
	BULAN_PPPK = 21,
};

static int number(const char *digits, int n)
{
	int value = 0;
	while (n--)
		value = value * 10 + (*digits++ - '0');
	return value;
}

/* The digits of the text; false when something else stands between them. */
static bool digits_only(const char *text, char out[NIP_DIGIT + 1], unsigned *n)
{
	*n = 0;
	for (uint32_t c; (c = utf8_next(&text));) {
		if (c >= '0' && c <= '9') {
			if (*n < NIP_DIGIT)
				out[*n] = (char)c;
			++*n;
		} else if (c != ' ' && c != '.' && c != 0xA0) {
			return false;
		}
	}
	return true;
}

NipGalat nip_check(const char *text, int tahun)
{
	char d[NIP_DIGIT + 1];
	unsigned n;
	if (!digits_only(text, d, &n))
		return NIP_BUKAN_ANGKA;
	if (n != NIP_DIGIT)
		return NIP_PANJANG;
	Tanggal birth = {(int16_t)number(d, 4), (uint8_t)number(d + 4, 2), (uint8_t)number(d + 6, 2)};
	int appointed = number(d + 8, 4), month = number(d + 12, 2);
	if (!tanggal_valid(birth) || (tahun && (tahun - birth.tahun < UMUR_KERJA_MIN || tahun - birth.tahun > UMUR_KERJA_MAX)))
		return NIP_LAHIR;
	if (month < 1 || (month > 12 && month != BULAN_PPPK) || appointed - birth.tahun < UMUR_KERJA_MIN || appointed - birth.tahun > UMUR_KERJA_MAX ||
	    (tahun && appointed > tahun))
		return NIP_PENGANGKATAN;
	if (d[14] != '1' && d[14] != '2')
		return NIP_KELAMIN;
	return number(d + 15, 3) == 0 ? NIP_URUT : NIP_BAIK;
}
