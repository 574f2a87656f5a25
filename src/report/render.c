#include "report/render.h"

#include "base/tanggal.h"
#include "report/render_teks.h"

Renderer render_by_name(const char *path)
{
	static const struct { const char *suffix; Renderer renderer; } FORMAT[] = {
		{".pdf", render_pdf}, {".xlsx", render_xlsx}, {".html", render_html}, {".csv", render_csv}, {".json", render_json}, {".md", render_md},
	};
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *suffix = strrchr(name, '.');
	for (size_t i = 0; suffix && i < sizeof FORMAT / sizeof *FORMAT; i++)
		if (str_equal_fold(suffix, FORMAT[i].suffix))
			return FORMAT[i].renderer;
	return NULL;
}

const char *render_cell(Arena *arena, const SelForm *cell)
{
	if (!cell->tercetak)
		return cell->teks;
	return str_format(arena, "%s%s(%s)", cell->teks, *cell->teks ? " " : "", cell->tercetak);
}

Keluaran render_bytes(const StrBuf *text)
{
	return (Keluaran){(const unsigned char *)strbuf_text(text), text->len};
}

const char *render_title(Arena *arena, const TabelForm *form)
{
	const Kepala *kepala = &form->snapshot->kepala;
	StrBuf b = {.arena = arena};
	strbuf_add(&b, "Laporan Capaian");
	if (kepala->bulan)
		strbuf_addf(&b, " %s", bulan_name(kepala->bulan, BAHASA_ID));
	if (kepala->tahun)
		strbuf_addf(&b, " %d", kepala->tahun);
	if (*kepala->unit_organisasi)
		strbuf_addf(&b, " – %s", str_squeeze(arena, kepala->unit_organisasi));
	return strbuf_text(&b);
}
