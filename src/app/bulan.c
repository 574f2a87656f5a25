#include "app/bulan.h"

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
	if (!chosen) {
		b->kebijakan = kebijakan_default(l->arena);
		return ERR_OK;
	}
	DaftarTemuan faults = {.arena = l->arena};
	b->kebijakan_id = chosen->id;
	b->kebijakan = kebijakan_parse(l->arena, "kebijakan", chosen->teks, strlen(chosen->teks), l->k->bahasa, &faults);
	if (!b->kebijakan)
		return err_set(l->info, ERR_FORMAT, str_format(l->arena, teks(l->k->bahasa, "the policy of %d in the ledger cannot be read: %s"), b->tahun, faults.temuan[0].message), NULL);
	return ERR_OK;
}

/* ---- tree ---- */

static IsiDesimal number(int64_t isi, int64_t m, int64_t skala)
{
	return (IsiDesimal){(Isi)isi, {m, (uint8_t)skala}};
}

static void tree_link(Simpul *simpul, uint32_t n)
{
	uint32_t open[TINGKAT_SUB_KEGIATAN + 1] = {SIMPUL_NONE, SIMPUL_NONE, SIMPUL_NONE, SIMPUL_NONE};
	for (uint32_t i = 0; i < n; i++) {
		Tingkat t = simpul[i].tingkat;
		simpul[i].induk = SIMPUL_NONE;
		for (int up = t - 1; up >= TINGKAT_PROGRAM && simpul[i].induk == SIMPUL_NONE; up--)
			simpul[i].induk = open[up];
		open[t] = i;
		for (int down = t + 1; down <= TINGKAT_SUB_KEGIATAN; down++)
			open[down] = SIMPUL_NONE;
	}
	for (uint32_t i = 0; i < n; i++)
		simpul[i].akhir = i + 1;
	for (uint32_t i = n; i-- > 0;)
		if (simpul[i].induk != SIMPUL_NONE && simpul[simpul[i].induk].akhir < simpul[i].akhir)
			simpul[simpul[i].induk].akhir = simpul[i].akhir;
}

static Simpul simpul_of(const BarisRencanaSimpul *row)
{
	Simpul s = {.tingkat = (Tingkat)row->tingkat, .kode_tertulis = row->kode, .nomor = row->nomor, .nama = row->nama};
	kode_parse(&s.kode, row->kode, NULL);
	s.pagu = (IsiRupiah){(Isi)row->pagu_isi, {row->pagu}};
	s.bobot = number(row->bobot_isi, row->bobot_m, row->bobot_skala);
	return s;
}

static Indikator indikator_of(const BarisRencanaIndikator *row)
{
	static const struct {
		const char *nama;
		Arah arah;
	} directions[] = {{"naik", ARAH_NAIK}, {"turun-a", ARAH_TURUN_A}, {"turun-b", ARAH_TURUN_B}, {"rentang", ARAH_RENTANG}};
	Indikator i = {.nama = row->nama, .satuan = row->satuan, .gema = row->gema};
	i.target = number(row->target_isi, row->target_m, row->target_skala);
	i.target_teks = *row->target_teks ? row->target_teks : NULL;
	i.bobot = number(row->bobot_isi, row->bobot_m, row->bobot_skala);
	for (size_t d = 0; d < sizeof directions / sizeof *directions; d++) {
		if (str_equal(directions[d].nama, row->arah)) {
			i.ada_arah = true;
			i.arah = directions[d].arah;
		}
	}
	return i;
}

typedef struct {
	const char *kode;
	uint32_t simpul;
} Place;

static int by_code(const void *a, const void *b)
{
	return strcmp(((const Place *)a)->kode, ((const Place *)b)->kode);
}

/* Nodes by code, for the rows that name them. */
static Place *places_sorted(Arena *arena, const Simpul *simpul, uint32_t n)
{
	Place *places = ARENA_ARRAY(arena, Place, n);
	for (uint32_t i = 0; i < n; i++)
		places[i] = (Place){simpul[i].kode_tertulis, i};
	qsort(places, n, sizeof *places, by_code);
	return places;
}

static uint32_t place_find(const Place *places, uint32_t n, const char *kode)
{
	Place key = {kode, 0};
	const Place *found = n ? bsearch(&key, places, n, sizeof *places, by_code) : NULL;
	return found ? found->simpul : SIMPUL_NONE;
}

/* Plan rows of the tree as nodes and indicators, contiguous per node in pre-order. */
static Err tree_load(Load *l, Simpul **simpul_out, Indikator **indikator_out, Place **places_out)
{
	Bulan *b = l->b;
	const char *pemda = l->k->pemda.pemda;
	BarisRencanaSimpul *nodes;
	BarisRencanaIndikator *rows;
	size_t n, m;
	Err err = store_list_rencana_simpul(l->k->store, l->arena, pemda, b->opd.opd, b->tahun, b->rencana.versi, &nodes, &n, l->info);
	if (!err)
		err = store_list_rencana_indikator(l->k->store, l->arena, pemda, b->opd.opd, b->tahun, b->rencana.versi, &rows, &m, l->info);
	if (err)
		return err;
	Simpul *simpul = ARENA_ARRAY(l->arena, Simpul, n);
	for (size_t i = 0; i < n; i++)
		simpul[i] = simpul_of(&nodes[i]);
	tree_link(simpul, (uint32_t)n);
	Place *places = places_sorted(l->arena, simpul, (uint32_t)n);
	for (size_t i = 0; i < m; i++) {
		uint32_t at = place_find(places, (uint32_t)n, rows[i].kode);
		assert(at != SIMPUL_NONE);
		simpul[at].n_indikator++;
	}
	uint32_t next = 0;
	for (size_t i = 0; i < n; i++) {
		simpul[i].indikator_awal = next;
		next += simpul[i].n_indikator;
	}
	Indikator *indikator = ARENA_ARRAY(l->arena, Indikator, m);
	b->baris_indikator = ARENA_ARRAY(l->arena, const BarisRencanaIndikator *, m);
	for (size_t i = 0, within = 0; i < m; i++) {
		within = i && str_equal(rows[i - 1].kode, rows[i].kode) ? within + 1 : 0;
		uint32_t place = simpul[place_find(places, (uint32_t)n, rows[i].kode)].indikator_awal + (uint32_t)within;
		indikator[place] = indikator_of(&rows[i]);
		b->baris_indikator[place] = &rows[i];
	}
	b->snapshot.n_simpul = (uint32_t)n;
	b->snapshot.n_indikator = (uint32_t)m;
	*simpul_out = simpul;
	*indikator_out = indikator;
	*places_out = places;
	return ERR_OK;
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

/* One fact of an indicator joins what earlier months gave, by the indicator's behaviour in time. */
static void volume_take(Load *l, Indikator *indikator, uint32_t at, const BarisFakta *fact)
{
	Bulan *b = l->b;
	IsiDesimal value = number(fact->isi, fact->m, fact->skala), *now = &indikator[at].realisasi;
	bool this_month = fact->bulan == b->bulan;
	const char *perilaku = bulan_behaviour(l->b, at);
	if (this_month)
		b->volume[at] = fact;
	if (str_equal(perilaku, "kumulatif") && !this_month)
		return;
	if (value.isi == ISI_KOSONG && !*fact->teks)
		return;
	Desimal sum;
	if (str_equal(perilaku, "jumlah") && now->isi != ISI_KOSONG && desimal_add(&sum, now->nilai, value.nilai))
		value = isi_desimal(sum);
	*now = value;
	indikator[at].realisasi_teks = *fact->teks ? fact->teks : NULL;
}

static void fact_take(Load *l, Simpul *simpul, Indikator *indikator, const Place *places, const BarisFakta *fact)
{
	uint32_t at = place_find(places, l->b->snapshot.n_simpul, fact->kode);
	if (at == SIMPUL_NONE || fact->bulan > l->b->bulan)
		return;
	if (str_equal(fact->jenis, "uang") && fact->bulan == l->b->bulan) {
		simpul[at].realisasi = (IsiRupiah){(Isi)fact->isi, {fact->m}};
		l->b->uang[at] = fact;
	}
	for (uint32_t i = simpul[at].indikator_awal; str_equal(fact->jenis, "volume") && i < simpul[at].indikator_awal + simpul[at].n_indikator; i++)
		if (l->b->baris_indikator[i]->indikator == fact->indikator)
			volume_take(l, indikator, i, fact);
}

/* The narrative of one kind: the report's own text, then "nomor: text" of each node that has one. */
static const char *narrative(Load *l, const Simpul *simpul, const Place *places, const char *jenis)
{
	StrBuf text = {.arena = l->arena};
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t s = 0; s < (pass ? l->b->snapshot.n_simpul : 1); s++) {
			for (size_t i = 0; i < l->b->n_fakta; i++) {
				const BarisFakta *f = &l->b->fakta[i];
				if (!str_equal(f->jenis, jenis) || str_blank(f->teks))
					continue;
				bool general = !*f->kode;
				if (pass == 0 ? !general : general || place_find(places, l->b->snapshot.n_simpul, f->kode) != s)
					continue;
				if (text.len)
					strbuf_addc(&text, ' ');
				if (!general)
					strbuf_addf(&text, "%s: ", *simpul[s].nomor ? simpul[s].nomor : simpul[s].kode_tertulis);
				strbuf_add(&text, f->teks);
			}
		}
	}
	return strbuf_text(&text);
}

static Err facts_load(Load *l, Simpul *simpul, Indikator *indikator, const Place *places)
{
	Bulan *b = l->b;
	bool whole_year = false;
	for (uint32_t i = 0; i < b->snapshot.n_indikator; i++)
		whole_year |= !str_equal(bulan_behaviour(l->b, i), "kumulatif");
	BarisFakta *rows;
	size_t n;
	Err err = store_list_fakta(l->k->store, l->arena, l->k->pemda.pemda, b->opd.opd, b->tahun, whole_year ? 0 : b->bulan, b->sampai, &rows, &n, l->info);
	if (err)
		return err;
	b->uang = ARENA_ARRAY(l->arena, const BarisFakta *, b->snapshot.n_simpul);
	b->volume = ARENA_ARRAY(l->arena, const BarisFakta *, b->snapshot.n_indikator);
	for (size_t i = 0; i < n; i++)
		fact_take(l, simpul, indikator, places, &rows[i]);
	size_t first = 0;
	while (first < n && rows[first].bulan < b->bulan)
		first++;
	b->fakta = rows + first;
	while (first + b->n_fakta < n && rows[first + b->n_fakta].bulan == b->bulan)
		b->n_fakta++;
	if (b->keadaan == KEADAAN_KOSONG && b->n_fakta)
		b->keadaan = KEADAAN_DRAF;
	b->snapshot.narasi = (Narasi){narrative(l, simpul, places, "permasalahan"), narrative(l, simpul, places, "tindak-lanjut")};
	return ERR_OK;
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
	BarisOpd *rows;
	size_t n;
	Err err = store_list_opd(l->k->store, l->arena, l->k->pemda.pemda, l->b->sampai, &rows, &n, l->info);
	for (size_t i = 0; !err && i < n; i++)
		if (str_equal(rows[i].opd, l->b->opd.opd))
			l->b->opd = rows[i];
	return err;
}

/* State, agency, plan and tree: all but the facts. */
static Err frame_load(Load *l, const char *opd, int revisi, Simpul **simpul, Indikator **indikator, Place **places)
{
	Bulan *b = l->b;
	Err err = konteks_opd(l->k, opd, &b->opd, l->info);
	if (!err)
		err = step_choose(l, revisi);
	if (!err && b->terkunci)
		err = agency_choose(l);
	if (err)
		return err;
	const char *date = l->step && *l->step->kondisi ? l->step->kondisi : tanggal_print_iso(l->arena, month_end(b->tahun, b->bulan));
	err = plan_choose(l, date);
	if (!err)
		err = policy_choose(l);
	if (!err)
		err = tree_load(l, simpul, indikator, places);
	if (err)
		return err;
	b->snapshot.simpul = *simpul;
	b->snapshot.indikator = *indikator;
	return ERR_OK;
}

Err bulan_frame(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	Bulan *b = ARENA_NEW(k->arena, Bulan);
	Load l = {.k = k, .b = b, .info = info, .arena = k->arena};
	b->bahasa = k->bahasa;
	b->tahun = tahun;
	b->bulan = bulan;
	Simpul *simpul;
	Indikator *indikator;
	Place *places;
	*out = b;
	return frame_load(&l, opd, 0, &simpul, &indikator, &places);
}

Err bulan_load(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, ErrInfo *info)
{
	Bulan *b = ARENA_NEW(k->arena, Bulan);
	Load l = {.k = k, .b = b, .info = info, .arena = k->arena};
	b->bahasa = k->bahasa;
	b->tahun = tahun;
	b->bulan = bulan;
	Simpul *simpul;
	Indikator *indikator;
	Place *places;
	Err err = frame_load(&l, opd, revisi, &simpul, &indikator, &places);
	if (!err)
		err = facts_load(&l, simpul, indikator, places);
	if (err)
		return err;
	frame_fill(&l);
	b->hasil = rollup_run(k->arena, &b->snapshot, b->kebijakan);
	*out = b;
	return ERR_OK;
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
