/* render: TabelForm -> bytes of one format. The same table gives the same bytes: clock and ids are not used; a PDF's dates are the
 * report's own date. Each writes to memory; output.h puts the bytes in place safely. */
#ifndef CAPAIAN_RENDER_H
#define CAPAIAN_RENDER_H
#include "base/bahasa.h"
#include "base/err.h"
#include "report/tabel.h"

typedef enum { KERTAS_F4, KERTAS_A4, KERTAS_LEGAL } Kertas; /* landscape: 330 x 215, 297 x 210, 355.6 x 215.9 mm */

typedef struct { const unsigned char *bytes; size_t n; } Keluaran;

Err render_pdf(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err render_xlsx(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err render_html(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err render_csv(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err render_json(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err render_md(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info);

typedef Err (*Renderer)(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info);
/* By the extension of a path (.pdf .xlsx .html .csv .json .md, any case); NULL if unknown. */
Renderer render_by_name(const char *path);

#endif
