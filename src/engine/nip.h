/* nip: the number of a civil servant, YYYYMMDD YYYYMM G NNN: birth, month of appointment, sex (1 man, 2 woman), serial number (regulation of the
 * head of BKN 22/2007). For PPPK the month of appointment is 21. Blanks and dots between the groups are allowed. */
#ifndef CAPAIAN_NIP_H
#define CAPAIAN_NIP_H

typedef enum {
	NIP_BAIK,
	NIP_BUKAN_ANGKA,   /* something other than digits */
	NIP_PANJANG,       /* not 18 digits */
	NIP_LAHIR,         /* no date of birth of a person of working age */
	NIP_PENGANGKATAN,  /* no month of appointment, or one before the age of 15 or after the report */
	NIP_KELAMIN,
	NIP_URUT,          /* serial number 000 */
} NipGalat;

/* `tahun` is the year of the report; 0: not known, ages are then not judged. */
NipGalat nip_check(const char *text, int tahun);

#endif
