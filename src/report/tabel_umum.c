#include "report/tabel_umum.h"

SelForm sel_teks(const char *text)
{
	return (SelForm){.jenis = ISI_SEL_TEKS, .teks = text};
}

SelForm sel_bilangan(Arena *arena, int64_t value)
{
	const Desimal d = {value, 0};
	return (SelForm){.jenis = ISI_SEL_VOLUME, .teks = desimal_print_id(arena, d, 0), .isi = value ? ISI_ADA : ISI_NIHIL, .nilai = d};
}

SelForm sel_uang(Arena *arena, IsiRupiah value)
{
	if (value.isi == ISI_KOSONG)
		return (SelForm){.jenis = ISI_SEL_UANG, .teks = "-"};
	return (SelForm){.jenis = ISI_SEL_UANG, .teks = rupiah_print_id(arena, value.nilai), .isi = value.isi, .nilai = desimal_from_rupiah(value.nilai)};
}

SelForm sel_persen(Arena *arena, IsiDesimal value, uint8_t desimal)
{
	if (value.isi == ISI_KOSONG)
		return (SelForm){.jenis = ISI_SEL_PERSEN, .teks = "-"};
	return (SelForm){.jenis = ISI_SEL_PERSEN, .teks = desimal_print_id(arena, value.nilai, desimal), .isi = value.isi, .nilai = value.nilai};
}

RendererUmum umum_by_name(const char *path)
{
	static const struct { Renderer form; RendererUmum umum; } PAIR[] = {
		{render_pdf, umum_pdf}, {render_xlsx, umum_xlsx}, {render_html, umum_html}, {render_csv, umum_csv}, {render_json, umum_json}, {render_md, umum_md},
	};
	Renderer form = render_by_name(path);
	for (size_t i = 0; i < sizeof PAIR / sizeof *PAIR; i++)
		if (PAIR[i].form == form)
			return PAIR[i].umum;
	return NULL;
}
