/* formulir: the official form of a month for the screen - the table that is printed, and which of its rows stand on which page of the PDF. */
#ifndef CAPAIAN_FORMULIR_H
#define CAPAIAN_FORMULIR_H
#include "app/app.h"
#include "app/bulan.h"
#include "report/tabel.h"

typedef struct {
	uint32_t awal, akhir;      /* rows of form->blok, one past the last; equal: none */
	bool kepala, kaki;         /* it has the title and head of the report; total, narrative, legend and signature */
} LembarFormulir;

typedef struct {
	const Bulan *bulan;
	const TabelForm *form;
	uint32_t n_lembar; LembarFormulir *lembar;
	double kolom[FORM_N_KOLOM]; /* widths in points */
	double ukuran;             /* of the type, in points */
	double lebar, tinggi;      /* of the sheet, in points */
} Formulir;

/* Of a month loaded for its reader (bulan_read). Where the machine lacks the form's type there is one sheet of F4 with all rows. */
Err formulir_build(Formulir *out, Konteks *k, const Bulan *bulan, Ukuran ukuran, ErrInfo *info);

#endif
