/* render_teks: what the text formats (CSV, JSON, Markdown, HTML) share. */
#ifndef CAPAIAN_RENDER_TEKS_H
#define CAPAIAN_RENDER_TEKS_H
#include "base/str.h"
#include "report/render.h"

/* The text of a cell; with --as-printed the source's own figure follows in brackets: "91,60 (99,92)". */
const char *render_cell(Arena *arena, const SelForm *cell);

/* A finished text as the bytes of a file. */
Keluaran render_bytes(const StrBuf *text);

/* "Laporan Capaian Desember 2023 - Dinas X": name of the document, for titles and properties. */
const char *render_title(Arena *arena, const TabelForm *form);

/* A text as a field of CSV: quoted where it must be, and never taken for a formula (render_csv.c). */
void csv_add_text(StrBuf *out, const char *text);
/* A text as Markdown shows it as it is (render_md.c). */
void md_add_text(StrBuf *out, const char *text);

#endif
