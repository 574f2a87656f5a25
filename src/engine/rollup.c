#include "engine/rollup.h"

#include "engine/rollup_indikator.h"
#include "engine/rollup_kolom.h"

#include <assert.h>

/* The columns of a snapshot while they are filled: node 0 is the OPD, node i + 1 is simpul[i]. */
typedef struct {
	Arena *arena;
	const Snapshot *s;
	const Kebijakan *kebijakan;
	uint32_t n_indikator;
	uint8_t *sifat;
	int64_t *pagu, *realisasi, *pembilang, *penyebut;
	IsiDesimal *bobot, *bobot_indikator;
	uint32_t *awal;
	const Pecahan **luar;
} Isian;

static Isian columns_new(Arena *arena, const Snapshot *s, const Kebijakan *kebijakan)
{
	size_t n = (size_t)s->n_simpul + 1, m = s->n_indikator;
	return (Isian){.arena = arena, .s = s, .kebijakan = kebijakan, .sifat = arena_alloc(arena, n),
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

static void fill_indicator(Isian *k, const Indikator *indikator)
{
	uint32_t j = k->n_indikator++;
	Nisbah nisbah = rollup_nisbah(k->kebijakan, indikator);
	k->bobot_indikator[j] = indikator->bobot;
	k->pembilang[j] = nisbah.pembilang;
	k->penyebut[j] = nisbah.penyebut;
	if (nisbah.jenis == NISBAH_NOL)
		k->penyebut[j] = 1;
	if (nisbah.jenis == NISBAH_LUAR) {
		k->pembilang[j] = 1;
		k->luar[j] = rollup_capaian(k->arena, k->kebijakan, indikator);
	}
}

static void fill_node(Isian *k, uint32_t i)
{
	const Simpul *p = &k->s->simpul[i];
	unsigned depth = p->induk == SIMPUL_NONE ? 1 : (k->sifat[p->induk + 1] >> KOLOM_DALAM) + 1u;
	assert(depth <= KOLOM_DALAM_MAX);
	k->sifat[i + 1] = (uint8_t)(depth << KOLOM_DALAM);
	k->bobot[i + 1] = p->bobot;
	k->awal[i + 1] = k->n_indikator;
	if (p->akhir == i + 1)
		fill_leaf_money(k, i + 1, p);
	else if (k->kebijakan->induk == INDUK_SENDIRI)
		k->sifat[i + 1] |= KOLOM_SENDIRI;
	assert(p->indikator_awal == k->n_indikator || p->n_indikator == 0);
	for (uint32_t j = 0; j < p->n_indikator; j++)
		fill_indicator(k, &k->s->indikator[p->indikator_awal + j]);
}

static Kolom columns_build(Arena *arena, const Snapshot *s, const Kebijakan *kebijakan)
{
	Isian k = columns_new(arena, s, kebijakan);
	for (uint32_t i = 0; i < s->n_simpul; i++)
		fill_node(&k, i);
	k.awal[s->n_simpul + 1] = k.n_indikator;
	return (Kolom){.n = s->n_simpul + 1, .sifat = k.sifat, .pagu = k.pagu, .realisasi = k.realisasi, .bobot = k.bobot,
	               .indikator_awal = k.awal, .pembilang = k.pembilang, .penyebut = k.penyebut,
	               .bobot_indikator = k.bobot_indikator, .luar = k.luar};
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
	const KolomAngka *a = &h->angka[i];
	const KolomRinci *r = &h->rinci[i];
	unsigned status = a->status;
	return (Capaian){.pagu = money(status & STATUS_PAGU, r->pagu), .realisasi = money(status & STATUS_REALISASI, r->realisasi),
	                 .keuangan = percent(k, status & STATUS_KEUANGAN, a->keuangan),
	                 .keluaran = percent(k, status & STATUS_KELUARAN, a->keluaran),
	                 .rata_rata = percent(k, status & STATUS_RATA_RATA, a->rata_rata),
	                 .keluaran_anak = percent(k, status & STATUS_ANAK, r->anak),
	                 .keluaran_sendiri = percent(k, status & STATUS_SENDIRI, r->sendiri),
	                 .predikat = a->predikat, .luapan = (status & STATUS_LUAPAN) != 0};
}

/* The operands of a sub kegiatan are its indicators: it has no figure beside that. */
static void indicators_are_children(Capaian *c)
{
	c->keluaran_anak = c->keluaran_sendiri;
	c->keluaran_sendiri = (IsiDesimal){0};
}

static void count_indicators(Hasil *h, uint32_t i)
{
	const Simpul *p = &h->snapshot->simpul[i];
	Capaian *c = &h->simpul[i];
	for (uint32_t j = p->indikator_awal; j < p->indikator_awal + p->n_indikator; j++) {
		JenisNisbah jenis = rollup_nisbah(h->kebijakan, &h->snapshot->indikator[j]).jenis;
		c->seluruh += jenis != NISBAH_BUKAN;
		c->terlapor += jenis == NISBAH_ADA || jenis == NISBAH_LUAR;
	}
}

/* Children are counted before their parent: a child reports when something below it does. */
static void count_operands(Hasil *h)
{
	for (uint32_t i = h->snapshot->n_simpul; i-- > 0;) {
		const Simpul *p = &h->snapshot->simpul[i];
		Capaian *c = &h->simpul[i], *induk = p->induk == SIMPUL_NONE ? &h->total : &h->simpul[p->induk];
		bool leaf = p->akhir == i + 1;
		if (!leaf && h->kebijakan->induk == INDUK_SENDIRI)
			c->terlapor = c->seluruh = 0;
		if (leaf || h->kebijakan->induk == INDUK_SENDIRI)
			count_indicators(h, i);
		induk->seluruh++;
		induk->terlapor += c->terlapor > 0;
	}
}

const Hasil *rollup_run(Arena *arena, const Snapshot *snapshot, const Kebijakan *kebijakan)
{
	Kolom kolom = columns_build(arena, snapshot, kebijakan);
	uint32_t n_indikator = kolom.indikator_awal[kolom.n];
	KolomHasil h = {.angka = ARENA_ARRAY(arena, KolomAngka, kolom.n), .rinci = ARENA_ARRAY(arena, KolomRinci, kolom.n),
	                .indikator = ARENA_ARRAY(arena, KolomIndikator, n_indikator)};
	kolom_hitung(&kolom, resep_build(arena, kebijakan), &h);

	Hasil *hasil = ARENA_NEW(arena, Hasil);
	*hasil = (Hasil){.snapshot = snapshot, .kebijakan = kebijakan, .simpul = ARENA_ARRAY(arena, Capaian, snapshot->n_simpul),
	                 .indikator = ARENA_ARRAY(arena, IsiDesimal, snapshot->n_indikator), .total = node_result(kebijakan, &h, 0),
	                 .n_eksak = h.n_ulang};
	for (uint32_t i = 0; i < snapshot->n_simpul; i++) {
		hasil->simpul[i] = node_result(kebijakan, &h, i + 1);
		if (snapshot->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN)
			indicators_are_children(&hasil->simpul[i]);
	}
	for (uint32_t j = 0; j < n_indikator; j++)
		hasil->indikator[j] = percent(kebijakan, h.indikator[j].status & STATUS_KELUARAN, h.indikator[j].capaian);
	count_operands(hasil);
	return hasil;
}
