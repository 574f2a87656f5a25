/* kurva_html: the S-curve - plan, spending, forecast band - as SVG drawn by the server, with its table right below, column under month. */
#ifndef CAPAIAN_WEB_KURVA_HTML_H
#define CAPAIAN_WEB_KURVA_HTML_H
#include "web/daerah.h"

typedef struct {
	bool ada_rencana;
	IsiDesimal rencana[12], realisasi[12], deviasi[12]; /* one decimal; KOSONG: no value */
	int bulan;                 /* the month that was asked for */
	RamalDaerah ramal;         /* not `ada`: no band */
} KurvaHtml;

/* A card with heading, chart and table. */
void kurva_html(Html *h, const Minta *m, const KurvaHtml *kurva);

#endif
