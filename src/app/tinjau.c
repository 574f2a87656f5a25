#include "app/tinjau.h"

/* ---- two months ---- */

static uint32_t node_find(const Bulan *b, const char *kode)
{
	for (uint32_t i = 0; b && i < b->snapshot.n_simpul; i++)
		if (str_equal(b->snapshot.simpul[i].kode_tertulis, kode))
			return i;
	return SIMPUL_NONE;
}

static IsiRupiah money_change(IsiRupiah lalu, IsiRupiah kini)
{
	Rupiah difference;
	if (lalu.isi == ISI_KOSONG || kini.isi == ISI_KOSONG || !rupiah_sub(&difference, kini.nilai, lalu.nilai))
		return (IsiRupiah){0};
	return isi_rupiah(difference);
}

static IsiDesimal figure_change(IsiDesimal lalu, IsiDesimal kini)
{
	Desimal difference;
	if (lalu.isi == ISI_KOSONG || kini.isi == ISI_KOSONG || !desimal_sub(&difference, kini.nilai, lalu.nilai))
		return (IsiDesimal){0};
	return isi_desimal(difference);
}

static void changes_fill(BarisTinjau *row)
{
	row->ubah_uang = money_change(row->lalu.realisasi, row->kini.realisasi);
	row->ubah_keuangan = figure_change(row->lalu.keuangan, row->kini.keuangan);
	row->ubah_keluaran = figure_change(row->lalu.keluaran, row->kini.keluaran);
	row->ubah_rata = figure_change(row->lalu.rata_rata, row->kini.rata_rata);
}

static bool full(IsiDesimal persen)
{
	return persen.isi != ISI_KOSONG && desimal_cmp(persen.nilai, (Desimal){100, 0}) >= 0;
}

static bool falls_money(IsiRupiah ubah)
{
	return ubah.isi == ISI_ADA && ubah.nilai.sen < 0;
}

static bool falls(IsiDesimal ubah)
{
	return ubah.isi == ISI_ADA && ubah.nilai.m < 0;
}

static unsigned movement(const BarisTinjau *row, bool has_before)
{
	unsigned causes = 0;
	bool moved = row->ubah_uang.isi == ISI_ADA || row->ubah_keluaran.isi == ISI_ADA || (row->lalu.realisasi.isi == ISI_KOSONG) != (row->kini.realisasi.isi == ISI_KOSONG) ||
	             (row->lalu.keluaran.isi == ISI_KOSONG) != (row->kini.keluaran.isi == ISI_KOSONG);
	if (!has_before)
		return row->kini.realisasi.isi != ISI_KOSONG || row->kini.keluaran.isi != ISI_KOSONG ? SEBAB_UBAH : 0;
	if (moved)
		causes |= SEBAB_UBAH;
	else if (!full(row->kini.keuangan) || !full(row->kini.keluaran))
		causes |= SEBAB_DIAM;
	if (row->ubah_keluaran.isi == ISI_ADA && desimal_cmp(row->ubah_keluaran.nilai, (Desimal){TINJAU_LONJAK, 0}) > 0)
		causes |= SEBAB_LONJAK;
	if (falls_money(row->ubah_uang) || falls(row->ubah_keluaran))
		causes |= SEBAB_TURUN;
	return causes;
}

/* ---- findings ---- */

static void findings_attach(Arena *arena, Tinjauan *t, BarisTinjau *row)
{
	const char *kode = t->ini->snapshot.simpul[row->simpul].kode_tertulis;
	size_t cap = 0;
	for (int level = LEVEL_ERROR; level <= LEVEL_NOTE; level++)
		for (size_t i = 0; i < t->periksa->daftar->n; i++)
			if ((int)t->periksa->baris[i].temuan->level == level && str_equal(t->periksa->baris[i].temuan->kode, kode))
				*ARENA_PUSH(arena, row->temuan, row->n_temuan, cap) = &t->periksa->baris[i];
	if (row->n_temuan)
		row->sebab |= SEBAB_TEMUAN;
}

const BarisPenjelasan *tinjau_penjelasan(const Tinjauan *t, const Temuan *temuan)
{
	const BarisPenjelasan *general = NULL;
	for (size_t i = 0; i < t->n_penjelasan; i++) {
		const BarisPenjelasan *p = &t->penjelasan[i];
		if (!str_equal(p->aturan, temuan->rule) || !*p->teks)
			continue;
		if (*p->kode && str_equal(p->kode, temuan->kode))
			return p;
		if (!*p->kode)
			general = p;
	}
	return general;
}

/* ---- who ---- */

Err tinjau_pengisi(Konteks *k, int64_t entri, const char **oleh, Saat *waktu, ErrInfo *info)
{
	BarisJejak *entry;
	size_t n;
	*oleh = "";
	*waktu = 0;
	Err err = entri ? store_list_jejak(k->store, k->arena, k->pemda.pemda, entri, entri, &entry, &n, info) : ERR_OK;
	if (!err && entri && n) {
		*oleh = entry[0].oleh;
		*waktu = entry[0].waktu;
	}
	return err;
}

/* Did the value replace one that somebody else had entered in the same month? */
static Err replaced_other(Konteks *k, const Bulan *b, const BarisFakta *fact, bool *other, ErrInfo *info)
{
	const char *now, *before;
	Saat when;
	BarisFakta *rows;
	size_t n;
	*other = false;
	if (!fact || !fact->ganti)
		return ERR_OK;
	Err err = tinjau_pengisi(k, fact->id, &now, &when, info);
	if (!err)
		err = tinjau_pengisi(k, fact->ganti, &before, &when, info);
	if (err || str_equal(now, before))
		return err;
	err = store_list_riwayat(k->store, k->arena, k->pemda.pemda, b->opd.opd, b->tahun, b->bulan, fact->kode, fact->indikator, fact->jenis, fact->id, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++)
		*other |= rows[i].id == fact->ganti && (rows[i].isi != ISI_KOSONG || *rows[i].teks) && (rows[i].m != fact->m || rows[i].skala != fact->skala);
	return err;
}

static Err conflict_find(Konteks *k, const Bulan *b, BarisTinjau *row, ErrInfo *info)
{
	const Simpul *s = &b->snapshot.simpul[row->simpul];
	bool other = false;
	Err err = replaced_other(k, b, b->uang[row->simpul], &other, info);
	for (uint32_t i = s->indikator_awal; !err && !other && i < s->indikator_awal + s->n_indikator; i++)
		err = replaced_other(k, b, b->volume[i], &other, info);
	if (other)
		row->sebab |= SEBAB_KONFLIK;
	return err;
}

/* ---- decisions ---- */

/* The newest entry of the agency about a row: value or explanation. */
static int64_t row_touched(const Tinjauan *t, uint32_t simpul)
{
	const Bulan *b = t->ini;
	const char *kode = b->snapshot.simpul[simpul].kode_tertulis;
	int64_t last = 0;
	for (size_t i = 0; i < b->n_fakta; i++)
		if (b->fakta[i].id > last && str_equal(b->fakta[i].kode, kode))
			last = b->fakta[i].id;
	for (size_t i = 0; i < t->n_penjelasan; i++)
		if (t->penjelasan[i].id > last && str_equal(t->penjelasan[i].kode, kode))
			last = t->penjelasan[i].id;
	return last;
}

static Err decision_take(Konteks *k, const Tinjauan *t, const BarisKomentar *rows, size_t n, BarisTinjau *row, ErrInfo *info)
{
	const char *kode = t->ini->snapshot.simpul[row->simpul].kode_tertulis;
	const BarisKomentar *note = NULL, *answer = NULL;
	PutusanBaris *p = &row->putusan;
	*p = (PutusanBaris){.teks = "", .oleh = "", .jawaban = "", .jawaban_oleh = ""};
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].kode, kode) && !rows[i].balas)
			note = &rows[i];
	if (!note)
		return ERR_OK;
	bool settled = note->selesai != 0;
	for (size_t i = 0; i < n; i++) {
		if (rows[i].balas != note->id)
			continue;
		settled = rows[i].selesai != 0;
		if (*rows[i].teks)
			answer = &rows[i];
	}
	p->komentar = note->id;
	p->teks = note->teks;
	if (note->id > row_touched(t, row->simpul))
		p->putusan = settled ? PUTUSAN_TERIMA : PUTUSAN_PERBAIKI;
	Saat when;
	Err err = tinjau_pengisi(k, note->id, &p->oleh, &p->waktu, info);
	if (!err && answer) {
		p->jawaban_id = answer->id;
		p->jawaban = answer->teks;
		err = tinjau_pengisi(k, answer->id, &p->jawaban_oleh, &when, info);
	}
	return err;
}

/* ---- the review ---- */

static Err before_load(Konteks *k, Tinjauan *t, ErrInfo *info)
{
	const Bulan *b = t->ini;
	Bulan *before;
	if (b->bulan == 1)
		return ERR_OK;
	t->bulan_lalu = b->bulan - 1;
	ErrInfo own = {0};
	Err err = bulan_load(&before, k, b->opd.opd, b->tahun, t->bulan_lalu, 0, &own);
	if (err && !err_refused(err)) {
		if (info)
			*info = own;
		return err;
	}
	if (!err && before->keadaan != KEADAAN_KOSONG)
		t->lalu = before;
	return ERR_OK;
}

static Err rows_make(Konteks *k, Tinjauan *t, ErrInfo *info)
{
	const Bulan *b = t->ini;
	BarisKomentar *notes;
	size_t n_notes;
	Err err = store_list_komentar(k->store, k->arena, k->pemda.pemda, b->opd.opd, b->tahun, b->bulan, k->sampai, &notes, &n_notes, info);
	t->n = b->snapshot.n_simpul;
	t->baris = ARENA_ARRAY(k->arena, BarisTinjau, t->n);
	for (uint32_t i = 0; !err && i < t->n; i++) {
		BarisTinjau *row = &t->baris[i];
		const Simpul *s = &b->snapshot.simpul[i];
		uint32_t before = node_find(t->lalu, s->kode_tertulis);
		*row = (BarisTinjau){.simpul = i, .daun = s->akhir == i + 1, .kini = b->hasil->simpul[i]};
		row->lalu.predikat = -1;
		if (before != SIMPUL_NONE)
			row->lalu = t->lalu->hasil->simpul[before];
		changes_fill(row);
		if (row->daun)
			row->sebab = movement(row, t->lalu != NULL);
		findings_attach(k->arena, t, row);
		err = conflict_find(k, b, row, info);
		if (!err)
			err = decision_take(k, t, notes, n_notes, row, info);
	}
	return err;
}

static void rows_count(Tinjauan *t)
{
	for (size_t i = 0; i < t->n; i++) {
		const BarisTinjau *row = &t->baris[i];
		bool look = (row->sebab & ~(unsigned)SEBAB_UBAH) != 0;
		t->n_daun += row->daun;
		t->n_ubah += row->daun && (row->sebab & SEBAB_UBAH);
		t->n_perlu += look;
		t->n_putus += look && row->putusan.putusan != PUTUSAN_BELUM;
	}
	t->n_galat = t->periksa->n_galat;
	t->n_tanpa_penjelasan = t->periksa->n_tanpa_penjelasan;
	t->n_peringatan = temuan_count(t->periksa->daftar, LEVEL_WARNING);
}

Err tinjau_run(Tinjauan **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	Tinjauan *t = ARENA_NEW(k->arena, Tinjauan);
	Bulan *now;
	PeriksaBulan *check;
	BarisPenjelasan *explained;
	Err err = bulan_read(&now, k, opd, tahun, bulan, 0, info);
	if (!err)
		err = siklus_check(&check, k, now, info);
	if (!err)
		err = store_list_penjelasan(k->store, k->arena, k->pemda.pemda, now->opd.opd, tahun, bulan, now->sampai, &explained, &t->n_penjelasan, info);
	if (err)
		return err;
	t->ini = now;
	t->periksa = check;
	t->penjelasan = explained;
	err = before_load(k, t, info);
	if (!err)
		err = rows_make(k, t, info);
	if (err)
		return err;
	t->total = (BarisTinjau){.simpul = SIMPUL_TOTAL, .kini = now->hasil->total};
	t->total.lalu.predikat = -1;
	if (t->lalu)
		t->total.lalu = t->lalu->hasil->total;
	changes_fill(&t->total);
	rows_count(t);
	*out = t;
	return ERR_OK;
}

Err tinjau_tahun(Konteks *k, const Tinjauan *t, uint32_t simpul, IsiRupiah out[12], ErrInfo *info)
{
	const Bulan *b = t->ini;
	BarisFakta *rows;
	size_t n;
	uint32_t end = b->snapshot.simpul[simpul].akhir;
	for (int m = 0; m < 12; m++)
		out[m] = (IsiRupiah){0};
	Err err = store_list_fakta(k->store, k->arena, k->pemda.pemda, b->opd.opd, b->tahun, 0, k->sampai, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		if (!str_equal(rows[i].jenis, "uang") || rows[i].isi == ISI_KOSONG || rows[i].bulan < 1 || rows[i].bulan > b->bulan)
			continue;
		IsiRupiah *month = &out[rows[i].bulan - 1];
		Rupiah sum;
		for (uint32_t s = simpul; s < end; s++)
			if (str_equal(b->snapshot.simpul[s].kode_tertulis, rows[i].kode) && rupiah_add(&sum, month->nilai, (Rupiah){rows[i].m}))
				*month = isi_rupiah(sum);
	}
	return err;
}

/* ---- deciding ---- */

static Err decision_judge(Konteks *k, const Bulan *b, const char **kode, Putusan putusan, const char *text, ErrInfo *info)
{
	if (b->terkunci || (b->keadaan != KEADAAN_DIAJUKAN && b->keadaan != KEADAAN_DISAHKAN && b->keadaan != KEADAAN_DIVERIFIKASI))
		return err_set(info, ERR_USAGE, teks(k->bahasa, "this month does not wait for verification, so nothing can be decided about its rows"), NULL);
	if (putusan == PUTUSAN_PERBAIKI && str_blank(text))
		return err_set(info, ERR_USAGE, teks(k->bahasa, "say what has to be corrected"), teks(k->bahasa, "the note is read by the agency"));
	if (!**kode)
		return ERR_OK;
	uint32_t simpul = snapshot_lookup(&b->snapshot, *kode);
	if (simpul >= b->snapshot.n_simpul)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the plan has no program, kegiatan or sub kegiatan '%s'"), *kode), NULL);
	*kode = b->snapshot.simpul[simpul].kode_tertulis;
	return ERR_OK;
}

Err tinjau_putuskan(Konteks *k, const char *opd, int tahun, int bulan, const char *kode, Putusan putusan, const char *catatan, ErrInfo *info)
{
	BarisOpd agency;
	Bulan *b;
	Err err = konteks_opd(k, opd, &agency, info);
	if (!err)
		err = konteks_may(k, AKSI_VERIFIKASI, agency.opd, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = bulan_frame(&b, k, agency.opd, tahun, bulan, info);
	if (!err)
		err = decision_judge(k, b, &kode, putusan, catatan, info);
	if (!err)
		err = store_add_komentar(k->store,
		                         (BarisKomentar){.opd = agency.opd, .tahun = tahun, .bulan = bulan, .kode = kode, .jenis = "catatan",
		                                         .teks = str_blank(catatan) ? teks(k->bahasa, "Accepted.") : str_trim(k->arena, catatan), .selesai = putusan == PUTUSAN_TERIMA},
		                         NULL, info);
	if (!err)
		err = store_commit(k->store, info);
	if (err)
		store_rollback(k->store);
	return err;
}

/* ---- what waits ---- */

typedef struct {
	AntreBaris *row; size_t n, cap;
} Antrean;

static int older_first(const void *a, const void *b)
{
	const AntreBaris *x = a, *y = b;
	return x->waktu < y->waktu ? -1 : x->waktu > y->waktu;
}

static int newer_first(const void *a, const void *b)
{
	return older_first(b, a);
}

static Langkah step_of(const char *aksi)
{
	for (int l = 0; l < LANGKAH_JUMLAH; l++)
		if (str_equal(langkah_name((Langkah)l), aksi))
			return (Langkah)l;
	return LANGKAH_AJUKAN;
}

static Err waiting_row(Konteks *k, const BarisOpd *opd, const BarisKeadaan *step, AntreBaris *out, ErrInfo *info)
{
	*out = (AntreBaris){.opd = *opd, .tahun = (int)step->tahun, .bulan = (int)step->bulan, .revisi = (int)step->revisi, .keadaan = keadaan_of(step),
	                    .terkunci = step->terkunci != 0, .alasan = step->alasan, .langkah = step_of(step->aksi)};
	return tinjau_pengisi(k, step->id, &out->oleh, &out->waktu, info);
}

/* Is the month's next step the user's? */
static bool mine(const Konteks *k, const BarisKeadaan *step, UrutanSiklus order)
{
	Keadaan state = keadaan_of(step);
	bool verify_first = order == URUTAN_VERIFIKASI_DULU;
	if (step->terkunci)
		return false;
	if (akses_allows(k->peran, k->pengguna.opd, AKSI_VERIFIKASI, step->opd))
		return state == (verify_first ? KEADAAN_DIAJUKAN : KEADAAN_DISAHKAN);
	if (akses_allows(k->peran, k->pengguna.opd, AKSI_SAHKAN, step->opd))
		return state == (verify_first ? KEADAAN_DIVERIFIKASI : KEADAAN_DIAJUKAN);
	return false;
}

static Err order_of_year(Konteks *k, int tahun, UrutanSiklus *order, ErrInfo *info)
{
	BarisKebijakan *rows;
	size_t n;
	DaftarTemuan faults = {.arena = k->arena};
	*order = URUTAN_VERIFIKASI_DULU;
	Err err = store_list_kebijakan(k->store, k->arena, k->pemda.pemda, tahun, k->sampai, &rows, &n, info);
	const Kebijakan *policy = !err && n ? kebijakan_parse(k->arena, "kebijakan", rows[n - 1].teks, strlen(rows[n - 1].teks), k->bahasa, &faults) : NULL;
	if (policy)
		*order = policy->urutan;
	return err;
}

static const BarisOpd *agency_find(const BarisOpd *rows, size_t n, const char *opd)
{
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].opd, opd))
			return &rows[i];
	return NULL;
}

Err antre_list(Konteks *k, int tahun, AntreBaris **out, size_t *n, AntreBaris **lain, size_t *n_lain, size_t *n_selesai, ErrInfo *info)
{
	BarisKeadaan *steps;
	BarisOpd *agencies;
	size_t n_steps, n_agencies;
	UrutanSiklus order;
	Antrean wait = {0}, rest = {0};
	*n_selesai = 0;
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = store_list_opd(k->store, k->arena, k->pemda.pemda, k->sampai, &agencies, &n_agencies, info);
	if (!err)
		err = store_list_keadaan(k->store, k->arena, k->pemda.pemda, "", tahun, 0, k->sampai, &steps, &n_steps, info);
	if (!err)
		err = order_of_year(k, tahun, &order, info);
	for (size_t i = 0; !err && i < n_steps; i++) {
		const BarisKeadaan *step = &steps[i], *next = i + 1 < n_steps ? &steps[i + 1] : NULL;
		const BarisOpd *opd = agency_find(agencies, n_agencies, step->opd);
		if ((next && next->bulan == step->bulan && str_equal(next->opd, step->opd)) || !opd || !akses_allows(k->peran, k->pengguna.opd, AKSI_BACA, step->opd))
			continue;
		*n_selesai += step->terkunci != 0;
		if (step->terkunci)
			continue;
		Antrean *to = mine(k, step, order) ? &wait : &rest;
		err = waiting_row(k, opd, step, ARENA_PUSH(k->arena, to->row, to->n, to->cap), info);
	}
	if (err)
		return err;
	if (wait.n)
		qsort(wait.row, wait.n, sizeof *wait.row, older_first);
	if (rest.n)
		qsort(rest.row, rest.n, sizeof *rest.row, newer_first);
	*out = wait.row;
	*n = wait.n;
	*lain = rest.row;
	*n_lain = rest.n;
	return ERR_OK;
}
