#include "engine/rollup.h"

#include "engine/rollup_indikator.h"
#include "engine/rollup_kolom.h"

#include <assert.h>

/* The columns of a snapshot while they are filled: node 0 is the OPD, node i + 1 is simpul[i]. */
typedef struct {
	uint32_t n_indikator;
	uint8_t *dalam, *sifat, *khusus;
	int64_t *pagu, *realisasi, *pembilang, *penyebut;
	IsiDesimal *bobot, *bobot_indikator;
	uint32_t *awal;
	const Pecahan **luar;
} Isian;

static Isian columns_new(Arena *arena, const Snapshot *s)
{
	size_t n = (size_t)s->n_simpul + 1, m = s->n_indikator;
	return (Isian){.dalam = arena_alloc(arena, n), .sifat = arena_alloc(arena, n), .khusus = arena_alloc(arena, m),
	               .pagu = ARENA_ARRAY(arena, int64_t, n), .realisasi = ARENA_ARRAY(arena, int64_t, n),
	               .pembilang = ARENA_ARRAY(arena, int64_t, m), .penyebut = ARENA_ARRAY(arena, int64_t, m),
	               .bobot = ARENA_ARRAY(arena, IsiDesimal, n), .bobot_indikator = ARENA_ARRAY(arena, IsiDesimal, m),
	               .awal = ARENA_ARRAY(arena, uint32_t, n + 1), .luar = ARENA_ARRAY(arena, const Pecahan *, m)};
}

static void fill_leaf_money(Isian *k, uint32_t i, const Simpul *p)
{
	if (p->pagu.isi != ISI_KOSONG) {
		k->sifat[i] |= KOLOM_PAGU;
		k->pagu[i] = p->pagu.nilai.sen;
	}
	if (p->realisasi.isi != ISI_KOSONG) {
		k->sifat[i] |= KOLOM_REALISASI;
		k->realisasi[i] = p->realisasi.nilai.sen;
	}
}

static void fill_indicator(Arena *arena, Isian *k, const Kebijakan *kebijakan, const Indikator *indikator)
{
	uint32_t j = k->n_indikator++;
	Nisbah nisbah = rollup_nisbah(kebijakan, indikator);
	k->bobot_indikator[j] = indikator->bobot;
	switch (nisbah.jenis) {
	case NISBAH_ADA:
		k->pembilang[j] = nisbah.pembilang;
		k->penyebut[j] = nisbah.penyebut;
		break;
	case NISBAH_TANPA:
		k->khusus[j] = KOLOM_TANPA;
		break;
	case NISBAH_NOL:
		k->khusus[j] = KOLOM_NOL;
		break;
	case NISBAH_BUKAN:
		k->khusus[j] = KOLOM_BUKAN;
		break;
	case NISBAH_LUAR:
		k->khusus[j] = KOLOM_LUAR;
		k->luar[j] = rollup_capaian(arena, kebijakan, indikator);
		break;
	}
}

static void fill_node(Arena *arena, Isian *k, const Snapshot *s, const Kebijakan *kebijakan, uint32_t i)
{
	const Simpul *p = &s->simpul[i];
	k->dalam[i + 1] = p->induk == SIMPUL_NONE ? 1 : (uint8_t)(k->dalam[p->induk + 1] + 1);
	k->bobot[i + 1] = p->bobot;
	k->awal[i + 1] = k->n_indikator;
	if (p->akhir == i + 1)
		fill_leaf_money(k, i + 1, p);
	else if (kebijakan->induk == INDUK_SENDIRI)
		k->sifat[i + 1] |= KOLOM_SENDIRI;
	assert(p->indikator_awal == k->n_indikator || p->n_indikator == 0);
	for (uint32_t j = 0; j < p->n_indikator; j++)
		fill_indicator(arena, k, kebijakan, &s->indikator[p->indikator_awal + j]);
}

static Kolom columns_build(Arena *arena, const Snapshot *s, const Kebijakan *kebijakan)
{
	Isian k = columns_new(arena, s);
	for (uint32_t i = 0; i < s->n_simpul; i++)
		fill_node(arena, &k, s, kebijakan, i);
	k.awal[s->n_simpul + 1] = k.n_indikator;
	return (Kolom){.n = s->n_simpul + 1, .dalam = k.dalam, .sifat = k.sifat, .pagu = k.pagu, .realisasi = k.realisasi,
	               .bobot = k.bobot, .indikator_awal = k.awal, .pembilang = k.pembilang, .penyebut = k.penyebut,
	               .khusus = k.khusus, .bobot_indikator = k.bobot_indikator, .luar = k.luar};
}

static KolomHasil results_new(Arena *arena, const Kolom *k)
{
	size_t n = k->n, m = k->indikator_awal[n];
	return (KolomHasil){.status = ARENA_ARRAY(arena, uint16_t, n), .keuangan = ARENA_ARRAY(arena, int64_t, n),
	                    .keluaran = ARENA_ARRAY(arena, int64_t, n), .rata_rata = ARENA_ARRAY(arena, int64_t, n),
	                    .predikat = arena_alloc(arena, n), .rinci = ARENA_ARRAY(arena, KolomRinci, n),
	                    .indikator = ARENA_ARRAY(arena, int64_t, m), .indikator_status = ARENA_ARRAY(arena, uint16_t, m)};
}

static IsiDesimal percent(const Kebijakan *k, unsigned present, int64_t m)
{
	return present ? isi_desimal((Desimal){m, k->desimal}) : (IsiDesimal){0};
}

static IsiRupiah money(unsigned present, int64_t sen)
{
	return present ? isi_rupiah((Rupiah){sen}) : (IsiRupiah){0};
}

static Capaian node_result(const Kebijakan *k, const KolomHasil *h, uint32_t i)
{
	unsigned status = h->status[i];
	const KolomRinci *r = &h->rinci[i];
	return (Capaian){.pagu = money(status & STATUS_PAGU, r->pagu), .realisasi = money(status & STATUS_REALISASI, r->realisasi),
	                 .keuangan = percent(k, status & STATUS_KEUANGAN, h->keuangan[i]),
	                 .keluaran = percent(k, status & STATUS_KELUARAN, h->keluaran[i]),
	                 .rata_rata = percent(k, status & STATUS_RATA_RATA, h->rata_rata[i]),
	                 .keluaran_anak = percent(k, status & STATUS_ANAK, r->anak),
	                 .keluaran_sendiri = percent(k, status & STATUS_SENDIRI, r->sendiri),
	                 .predikat = h->predikat[i], .luapan = (status & STATUS_LUAPAN) != 0, .terlapor = r->terlapor, .seluruh = r->seluruh};
}

/* The operands of a sub kegiatan are its indicators: it has no figure beside that. */
static void indicators_are_children(Capaian *c)
{
	c->keluaran_anak = c->keluaran_sendiri;
	c->keluaran_sendiri = (IsiDesimal){0};
}

const Hasil *rollup_run(Arena *arena, const Snapshot *snapshot, const Kebijakan *kebijakan)
{
	Resep resep = resep_build(kebijakan);
	Kolom kolom = columns_build(arena, snapshot, kebijakan);
	KolomHasil h = results_new(arena, &kolom);
	kolom_hitung(&kolom, &resep, &h);

	Hasil *hasil = ARENA_NEW(arena, Hasil);
	*hasil = (Hasil){.snapshot = snapshot, .kebijakan = kebijakan, .simpul = ARENA_ARRAY(arena, Capaian, snapshot->n_simpul),
	                 .indikator = ARENA_ARRAY(arena, IsiDesimal, snapshot->n_indikator), .total = node_result(kebijakan, &h, 0),
	                 .n_eksak = h.n_ulang};
	for (uint32_t i = 0; i < snapshot->n_simpul; i++) {
		hasil->simpul[i] = node_result(kebijakan, &h, i + 1);
		if (snapshot->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN)
			indicators_are_children(&hasil->simpul[i]);
	}
	for (uint32_t j = 0; j < kolom.indikator_awal[kolom.n]; j++)
		hasil->indikator[j] = percent(kebijakan, h.indikator_status[j] & STATUS_KELUARAN, h.indikator[j]);
	return hasil;
}
