#include "app/formulir.h"

#include "app/app_inti.h"
#include "report/huruf.h"
#include "report/page.h"

static bool is_row(const Unsur *u)
{
	return u->jenis == UNSUR_TEKS && u->blok != PAGE_BUKAN_BLOK;
}

/* A row belongs to the page where it begins. */
static void rows_place(Formulir *f, const TataLetak *layout)
{
	uint32_t next = 0;
	for (size_t p = 0; p < layout->n_halaman; p++) {
		const Halaman *page = &layout->halaman[p];
		LembarFormulir *sheet = &f->lembar[p];
		*sheet = (LembarFormulir){.awal = next, .kepala = p == 0};
		for (size_t i = 0; i < page->n_unsur; i++)
			if (is_row(&page->unsur[i]) && page->unsur[i].blok >= next)
				next = page->unsur[i].blok + 1;
		sheet->akhir = next;
	}
	for (size_t p = layout->n_halaman; p-- > 0;) { /* the foot: on the first page after, or with, the last row */
		if (f->lembar[p].akhir < f->form->n_blok)
			break;
		f->n_lembar = (uint32_t)p + 1;
	}
	bool alone = f->n_lembar < layout->n_halaman;
	f->n_lembar += alone;
	f->lembar[f->n_lembar - 1].kaki = true;
}

static void single_sheet(Formulir *f, Arena *arena)
{
	static const double columns[FORM_N_KOLOM] = {69, 174, 148, 74, 44, 74, 44, 54, 46, 46, 46};
	f->lembar = ARENA_NEW(arena, LembarFormulir);
	*f->lembar = (LembarFormulir){0, f->form->n_blok, true, true};
	f->n_lembar = 1;
	for (int i = 0; i < FORM_N_KOLOM; i++)
		f->kolom[i] = columns[i];
	f->ukuran = 8;
	f->lebar = 935.4;
	f->tinggi = 609.4;
}

Err formulir_build(Formulir *out, Konteks *k, const Bulan *bulan, Ukuran ukuran, ErrInfo *info)
{
	Huruf *huruf;
	*out = (Formulir){.bulan = bulan};
	Err err = app_bulan_form(&out->form, k, bulan, info);
	if (err)
		return err;
	if (huruf_open(&huruf, k->arena, k->bahasa, NULL)) {
		single_sheet(out, k->arena);
		return ERR_OK;
	}
	const Pengukur measure = {huruf, huruf_kata};
	const TataLetak *layout = page_layout(k->arena, out->form, app_paper(ukuran), &measure);
	out->lembar = ARENA_ARRAY(k->arena, LembarFormulir, layout->n_halaman);
	for (int i = 0; i < FORM_N_KOLOM; i++)
		out->kolom[i] = layout->kolom_x[i + 1] - layout->kolom_x[i];
	out->ukuran = layout->ukuran;
	out->lebar = layout->lebar;
	out->tinggi = layout->tinggi;
	rows_place(out, layout);
	huruf_close(huruf);
	return ERR_OK;
}
