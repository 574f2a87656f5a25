/* buku_check: what every reader promises of a book it accepts, and of the message when it does not. */
#ifndef CAPAIAN_FUZZ_BUKU_CHECK_H
#define CAPAIAN_FUZZ_BUKU_CHECK_H
#include "base/err.h"
#include "base/grid.h"
#include "base/str.h"
#include "document/encoding.h"
#include "document/reader.h"

#include <assert.h>
#include <string.h>

static inline void text_check(const char *text)
{
	assert(text && utf8_valid(text, strlen(text)));
	for (const char *p = text; *p;)
		assert(!encoding_is_control(utf8_next(&p)));
}

static inline void cell_check(const Sel *sel)
{
	Tanggal t;
	text_check(sel->teks);
	assert(sel->rentang_kolom >= 1 && sel->rentang_baris >= 1);
	assert((sel->jenis == SEL_KOSONG) == (*sel->teks == '\0') && (sel->jenis == SEL_KOSONG || !str_blank(sel->teks)));
	assert(!sel->gabungan || (sel->jenis == SEL_KOSONG && sel->rentang_kolom == 1 && sel->rentang_baris == 1));
	assert(!sel->persen || sel->jenis == SEL_ANGKA);
	if (sel->jenis == SEL_ANGKA)
		assert(sel->teks[strspn(sel->teks, "0123456789.+-eE")] == '\0');
	if (sel->jenis == SEL_TANGGAL)
		assert(strlen(sel->teks) == 10 && tanggal_parse(&t, sel->teks, NULL) && tanggal_valid(t));
	if (sel->jenis == SEL_LOGIKA)
		assert(str_equal(sel->teks, "TRUE") || str_equal(sel->teks, "FALSE"));
}

static inline void grid_check(const Grid *grid, uint32_t last)
{
	uint32_t before = 0;
	for (uint32_t i = 0; i < grid->n_baris; i++) {
		const Baris *row = &grid->baris[i];
		assert(row->nomor > before && row->nomor <= last && row->n_sel >= 1 && row->n_sel <= BACA_BATAS_KOLOM);
		before = row->nomor;
		for (uint32_t k = 0; k < row->n_sel; k++)
			cell_check(&row->sel[k]);
		const Sel *end = &row->sel[row->n_sel - 1];
		assert(end->jenis != SEL_KOSONG || end->rumus || end->gabungan);
	}
}

static inline void error_check(Err err, const ErrInfo *info)
{
	assert(err == ERR_FORMAT || err == ERR_LIMIT);
	assert(info->message && utf8_valid(info->message, strlen(info->message)) && !strchr(info->message, '\n'));
}

#endif
