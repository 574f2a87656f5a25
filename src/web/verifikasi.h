/* verifikasi: one month under verification as its page sees it; what the page (hal_verifikasi.c) and the panel of a chosen row (verifikasi_panel.c) share. */
#ifndef CAPAIAN_WEB_VERIFIKASI_H
#define CAPAIAN_WEB_VERIFIKASI_H
#include "app/tinjau.h"
#include "web/tinjau_web.h"

typedef struct {
	Minta *m;
	Html *h;
	PilihBulan p;
	const Tinjauan *t;
	const char *dasar;           /* "/verifikasi/2.17.../2023/12" */
	const char *saring;          /* perlu | ubah | semua */
	uint32_t pilih;              /* the row in the panel; SIMPUL_NONE */
	bool memutus;                /* this user may decide about rows now */
	bool boleh[LANGKAH_JUMLAH];
	const char *sebelum, *sesudah; /* addresses of the neighbours in the queue; NULL */
	size_t urut, n_antre;        /* place in the queue, from 1; 0: not in it */
} Lembar;

static inline const char *T(const Lembar *l, const char *key) __attribute__((format_arg(2)));
static inline const char *T(const Lembar *l, const char *key)
{
	return teks(l->m->bahasa, key);
}

static inline const Simpul *node(const Lembar *l, uint32_t i)
{
	return &l->t->ini->snapshot.simpul[i];
}

static inline const char *number_of(const Lembar *l, uint32_t i)
{
	const Simpul *s = node(l, i);
	return *s->nomor ? s->nomor : s->kode_tertulis;
}

static inline uint8_t decimals(const Lembar *l)
{
	return l->t->ini->kebijakan->desimal;
}

static inline const char *percent(const Lembar *l, IsiDesimal value)
{
	return teks_persen(l->m->arena, value, decimals(l));
}

static inline const char *explanation_url(const Lembar *l, const char *kode, const char *kolom)
{
	return str_format(l->m->arena, "/penjelasan/%s/%d/%d/%s/%s", l->p.opd.opd, l->p.tahun, l->p.bulan, kode, kolom);
}

static inline bool worth(const BarisTinjau *row)
{
	return (row->sebab & ~(unsigned)SEBAB_UBAH) != 0;
}

/* The chosen row beside the month before: figures, money by month, findings with their explanations, evidence, the decision. */
Err verifikasi_panel(Lembar *l, ErrInfo *info);

#endif
