#include "app/bulan.h"

#include "app/fakta_bulan.h"
#include "app/pohon.h"

#include <assert.h>

const char *keadaan_name(Keadaan keadaan)
{
	static const char *const names[] = {"kosong", "draf", "diajukan", "diverifikasi", "disahkan", "dikembalikan"};
	return names[keadaan];
}

Keadaan keadaan_of(const BarisKeadaan *step)
{
	if (str_equal(step->aksi, "kembalikan"))
		return KEADAAN_DIKEMBALIKAN;
	if (str_equal(step->keadaan, "diajukan"))
		return KEADAAN_DIAJUKAN;
	if (str_equal(step->keadaan, "diverifikasi"))
		return KEADAAN_DIVERIFIKASI;
	return str_equal(step->keadaan, "disahkan") ? KEADAAN_DISAHKAN : KEADAAN_DRAF;
}

/* ---- the step of the cycle that the asked revision stands at ---- */

typedef struct {
	Konteks *k;
	Bulan *b;
	const BarisKeadaan *step; /* NULL: no step yet */
	ErrInfo *info;
	Arena *arena;
} Load;

static Err step_choose(Load *l, int revisi)
{
	Bulan *b = l->b;
	BarisKeadaan *rows;
	Err err = store_list_keadaan(l->k->store, l->arena, l->k->pemda.pemda, b->opd.opd, b->tahun, b->bulan, l->k->sampai, &rows, &b->n_langkah, l->info);
	if (err)
		return err;
	b->langkah = rows;
	b->sampai = l->k->sampai;
	b->revisi = b->n_langkah ? (int)rows[b->n_langkah - 1].revisi : 1;
	if (revisi > b->revisi || revisi < 0)
		return err_set(l->info, ERR_ABSENT, str_format(l->arena, teks(l->k->bahasa, "there is no revision %d of this month; the newest is %d"), revisi, b->revisi), NULL);
	if (revisi)
		b->revisi = revisi;
	for (size_t i = 0; i < b->n_langkah; i++)
		if (rows[i].revisi == b->revisi)
			l->step = &rows[i];
	b->keadaan = l->step ? keadaan_of(l->step) : KEADAAN_KOSONG;
	b->terkunci = l->step && l->step->terkunci;
	if (b->terkunci)
		b->sampai = l->step->id;
	return ERR_OK;
}

/* ---- plan and policy in force ---- */

static Tanggal month_end(int tahun, int bulan)
{
	Tanggal next = bulan == 12 ? (Tanggal){(int16_t)(tahun + 1), 1, 1} : (Tanggal){(int16_t)tahun, (uint8_t)(bulan + 1), 1};
	return tanggal_from_days(tanggal_days(next) - 1);
}

/* The newest version in force on the date; before the first one's date, the first. House rule. */
static Err plan_choose(Load *l, const char *date)
{
	BarisRencana *rows;
	size_t n;
	Bulan *b = l->b;
	Err err = store_list_rencana(l->k->store, l->arena, l->k->pemda.pemda, b->opd.opd, b->tahun, b->sampai, &rows, &n, l->info);
	if (err)
		return err;
	if (n == 0)
		return err_set(l->info, ERR_ABSENT, str_format(l->arena, teks(l->k->bahasa, "%s has no plan for %d"), b->opd.nama, b->tahun),
		               teks(l->k->bahasa, "import one: capaian plan import"));
	b->rencana = rows[0];
	for (size_t i = 1; i < n; i++)
		if (b->terkunci ? rows[i].versi == l->step->rencana : strcmp(rows[i].berlaku, date) <= 0)
			b->rencana = rows[i];
	return ERR_OK;
}

static Err policy_choose(Load *l)
{
	BarisKebijakan *rows;
	size_t n;
	Bulan *b = l->b;
	Err err = store_list_kebijakan(l->k->store, l->arena, l->k->pemda.pemda, b->tahun, b->sampai, &rows, &n, l->info);
	if (err)
		return err;
	const BarisKebijakan *chosen = n ? &rows[n - 1] : NULL;
	if (b->terkunci) {
		chosen = NULL;
		for (size_t i = 0; i < n; i++)
			if (rows[i].id == l->step->kebijakan)
				chosen = &rows[i];
	}
	b->kebijakan_id = chosen ? chosen->id : 0;
	return pohon_policy(&b->kebijakan, l->k, chosen, l->info);
}

/* ---- facts ---- */

const char *bulan_behaviour(const Bulan *bulan, uint32_t indikator)
{
	const BarisRencanaIndikator *row = bulan->baris_indikator[indikator];
	if (*row->perilaku)
		return row->perilaku;
	AturanIndikator rule = kebijakan_aturan(bulan->kebijakan, row->nama, row->satuan);
	return rule.waktu == WAKTU_JUMLAH ? "jumlah" : rule.waktu == WAKTU_TERAKHIR ? "terakhir" : "kumulatif";
}

/* The snapshot's tree, to be filled. */
typedef struct {
	Load *l;
	const Pohon *pohon;
	Simpul *simpul;
	Indikator *indikator;
	const char **perilaku;   /* [n_indikator] */
	const char *kode;        /* the code that was looked up last, and its node: facts of one node follow each other, and share its text */
	uint32_t simpul_kode;
} Pengisian;

/* The indicator that a fact speaks of; SIMPUL_NONE. */
static uint32_t indicator_find(const Pohon *p, uint32_t simpul, int64_t number)
{
	const Simpul *node = &p->simpul[simpul];
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++)
		if (p->baris[i]->indikator == number)
			return i;
	return SIMPUL_NONE;
}

static uint32_t node_find(Pengisian *f, const char *kode)
{
	if (kode != f->kode) {
		f->kode = kode;
		f->simpul_kode = pohon_find(f->pohon, kode);
	}
	return f->simpul_kode;
}

/* Places the facts of the month at their cells. */
static void month_place(Pengisian *f)
{
	Bulan *b = f->l->b;
	for (size_t i = 0; i < b->n_fakta; i++) {
		const BarisFakta *fact = &b->fakta[i];
		uint32_t node = node_find(f, fact->kode), at;
		if (node == SIMPUL_NONE)
			continue;
		if (str_equal(fact->jenis, "uang")) {
			f->simpul[node].realisasi = (IsiRupiah){(Isi)fact->isi, {fact->m}};
			b->uang[node] = fact;
		} else if (str_equal(fact->jenis, "volume") && (at = indicator_find(f->pohon, node, fact->indikator)) != SIMPUL_NONE) {
			b->volume[at] = fact;
		}
	}
}

/* Does the figure of some indicator rest on earlier months? */
static bool earlier_needed(const Pengisian *f)
{
	const Bulan *b = f->l->b;
	for (uint32_t i = 0; i < f->pohon->n_indikator; i++) {
		const BarisFakta *fact = b->volume[i];
		bool blank = !fact || (fact->isi == ISI_KOSONG && !*fact->teks);
		if (str_equal(f->perilaku[i], "jumlah") || (blank && str_equal(f->perilaku[i], "terakhir")))
			return true;
	}
	return false;
}

static Err earlier_take(Pengisian *f)
{
	Load *l = f->l;
	const FaktaLalu *earlier;
	Err err = fakta_lalu_load(&earlier, l->k, l->b->opd.opd, l->b->tahun, l->b->bulan, l->b->sampai, l->info);
	for (size_t i = 0; !err && i < earlier->n; i++) {
		const VolumeLalu *v = &earlier->volume[i];
		uint32_t node = node_find(f, v->kode), at = node == SIMPUL_NONE ? SIMPUL_NONE : indicator_find(f->pohon, node, v->indikator);
		if (at == SIMPUL_NONE || str_equal(f->perilaku[at], "kumulatif"))
			continue;
		bool sums = str_equal(f->perilaku[at], "jumlah");
		f->indikator[at].realisasi = sums ? v->jumlah : v->terakhir;
		f->indikator[at].realisasi_teks = sums ? v->teks_jumlah : v->teks_terakhir;
	}
	return err;
}

/* What the month itself gave joins what the earlier ones did. */
static void volumes_take(Pengisian *f)
{
	for (uint32_t i = 0; i < f->pohon->n_indikator; i++) {
		const BarisFakta *fact = f->l->b->volume[i];
		IsiDesimal alone = {0}, *sum = str_equal(f->perilaku[i], "jumlah") ? &f->indikator[i].realisasi : &alone;
		if (!fact)
			continue;
		volume_join(sum, &f->indikator[i].realisasi_teks, fact);
		if (alone.isi != ISI_KOSONG || *fact->teks)
			f->indikator[i].realisasi = *sum;
	}
}

/* The narrative of one kind: the report's own text, then "nomor: text" of each node that has one. */
static const char *narrative(const Pengisian *f, const char *jenis)
{
	const Bulan *b = f->l->b;
	StrBuf text = {.arena = f->l->arena};
	const BarisFakta **at = ARENA_ARRAY(f->l->arena, const BarisFakta *, (size_t)b->snapshot.n_simpul + 1);
	for (size_t i = 0; i < b->n_fakta; i++) {
		const BarisFakta *fact = &b->fakta[i];
		if (!str_equal(fact->jenis, jenis) || str_blank(fact->teks))
			continue;
		uint32_t node = *fact->kode ? pohon_find(f->pohon, fact->kode) : 0;
		if (node != SIMPUL_NONE)
			at[*fact->kode ? node + 1 : 0] = fact;
	}
	for (uint32_t i = 0; i <= b->snapshot.n_simpul; i++) {
		if (!at[i])
			continue;
		const Simpul *node = i ? &f->simpul[i - 1] : NULL;
		if (text.len)
			strbuf_addc(&text, ' ');
		if (node)
			strbuf_addf(&text, "%s: ", *node->nomor ? node->nomor : node->kode_tertulis);
		strbuf_add(&text, at[i]->teks);
	}
	return strbuf_text(&text);
}

static Err facts_load(Pengisian *f)
{
	Load *l = f->l;
	Bulan *b = l->b;
	const FaktaBulan *facts;
	Err err = fakta_bulan_load(&facts, l->k, b->opd.opd, b->tahun, b->bulan, b->sampai, l->info);
	if (err)
		return err;
	b->fakta = facts->fakta;
	b->n_fakta = facts->n;
	b->uang = ARENA_ARRAY(l->arena, const BarisFakta *, b->snapshot.n_simpul);
	b->volume = ARENA_ARRAY(l->arena, const BarisFakta *, b->snapshot.n_indikator);
	f->perilaku = ARENA_ARRAY(l->arena, const char *, b->snapshot.n_indikator);
	for (uint32_t i = 0; i < b->snapshot.n_indikator; i++)
		f->perilaku[i] = bulan_behaviour(b, i);
	month_place(f);
	if (earlier_needed(f))
		err = earlier_take(f);
	volumes_take(f);
	if (b->keadaan == KEADAAN_KOSONG && b->n_fakta)
		b->keadaan = KEADAAN_DRAF;
	b->snapshot.narasi = (Narasi){narrative(f, "permasalahan"), narrative(f, "tindak-lanjut")};
	return err;
}

static void frame_fill(Load *l)
{
	Bulan *b = l->b;
	Tanggal kondisi = month_end(b->tahun, b->bulan), signed_on = {0};
	if (l->step)
		tanggal_parse(&kondisi, l->step->kondisi, NULL);
	if (l->step)
		tanggal_parse(&signed_on, l->step->tanggal, NULL);
	b->snapshot.kepala = (Kepala){.judul = "", .kode_bidang = b->opd.kode_bidang, .nama_bidang = b->opd.nama_bidang, .unit_organisasi = b->opd.nama,
	                              .tahun = b->tahun, .bulan = (uint8_t)b->bulan, .kondisi = kondisi};
	b->snapshot.tanda_tangan = (TandaTangan){.tempat = b->opd.tempat, .tanggal = signed_on, .jabatan = b->opd.kepala_jabatan, .nama = b->opd.kepala_nama,
	                                         .pangkat = b->opd.kepala_pangkat, .nip = b->opd.kepala_nip};
}

/* The agency as it was known at the lock. */
static Err agency_choose(Load *l)
{
	bool found;
	return store_get_opd(l->k->store, l->arena, l->k->pemda.pemda, l->b->opd.opd, l->b->sampai, &l->b->opd, &found, l->info);
}

static void *copy_of(Arena *arena, const void *rows, size_t n, size_t size)
{
	return arena_grow(arena, rows, n * size, n * size);
}

/* State, agency, plan and tree: all but the facts. */
static Err frame_load(Pengisian *f, const char *opd, int revisi)
{
	Load *l = f->l;
	Bulan *b = l->b;
	Err err = konteks_opd(l->k, opd, &b->opd, l->info);
	if (!err)
		err = step_choose(l, revisi);
	assert(err || l->step || !b->terkunci);
	if (!err && b->terkunci)
		err = agency_choose(l);
	if (err)
		return err;
	const char *date = l->step && *l->step->kondisi ? l->step->kondisi : tanggal_print_iso(l->arena, month_end(b->tahun, b->bulan));
	err = plan_choose(l, date);
	if (!err)
		err = policy_choose(l);
	if (!err)
		err = pohon_load(&f->pohon, l->k, b->opd.opd, b->tahun, b->rencana.versi, l->info);
	if (err)
		return err;
	const Pohon *p = f->pohon;
	f->simpul = copy_of(l->arena, p->simpul, p->n_simpul, sizeof *p->simpul);
	f->indikator = copy_of(l->arena, p->indikator, p->n_indikator, sizeof *p->indikator);
	b->baris_indikator = p->baris;
	b->snapshot.n_simpul = p->n_simpul;
	b->snapshot.simpul = f->simpul;
	b->snapshot.n_indikator = p->n_indikator;
	b->snapshot.indikator = f->indikator;
	return ERR_OK;
}

static Bulan *bulan_new(Konteks *k, int tahun, int bulan)
{
	Bulan *b = ARENA_NEW(k->arena, Bulan);
	b->bahasa = k->bahasa;
	b->tahun = tahun;
	b->bulan = bulan;
	return b;
}

Err bulan_frame(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	*out = bulan_new(k, tahun, bulan);
	Load l = {.k = k, .b = *out, .info = info, .arena = k->arena};
	return frame_load(&(Pengisian){.l = &l}, opd, 0);
}

Err bulan_load_under(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, const Kebijakan *kebijakan, ErrInfo *info)
{
	Bulan *b = bulan_new(k, tahun, bulan);
	Load l = {.k = k, .b = b, .info = info, .arena = k->arena};
	Pengisian f = {.l = &l};
	Err err = frame_load(&f, opd, revisi);
	if (!err && kebijakan) {
		b->kebijakan = kebijakan;
		b->kebijakan_id = 0;
	}
	if (!err)
		err = facts_load(&f);
	if (err)
		return err;
	frame_fill(&l);
	b->hasil = rollup_run(k->arena, &b->snapshot, b->kebijakan);
	*out = b;
	return ERR_OK;
}

Err bulan_load(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, ErrInfo *info)
{
	return bulan_load_under(out, k, opd, tahun, bulan, revisi, NULL, info);
}

Err bulan_read(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, ErrInfo *info)
{
	Err err = bulan_load(out, k, opd, tahun, bulan, revisi, info);
	return err ? err : konteks_may(k, (*out)->terkunci ? AKSI_BACA_TERBIT : AKSI_BACA, (*out)->opd.opd, info);
}

Err bulan_anchor(Konteks *k, const Bulan *bulan, int64_t *id, const char **hash, ErrInfo *info)
{
	*id = bulan->sampai;
	if (*id == STORE_KINI) {
		Err err = store_entry_at(k->store, k->arena, k->pemda.pemda, STORE_KINI, id, info);
		if (err)
			return err;
	}
	return store_hash_at(k->store, k->arena, k->pemda.pemda, *id, hash, info);
}
