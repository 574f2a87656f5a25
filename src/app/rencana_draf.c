#include "app/rencana_draf.h"

#include "base/angka.h"

static const char JENIS[] = "draf-rencana";

static Err refuse(const char *message, ErrInfo *info)
{
	return err_set(info, ERR_USAGE, message, NULL);
}

/* ---- values ---- */

static Err number_read(Konteks *k, const UbahRencana *u, IsiDesimal *out, ErrInfo *info)
{
	Angka a = angka_parse(u->nilai, NOTASI_ID);
	if (a.status == ANGKA_KOSONG || a.status == ANGKA_STRIP) {
		*out = (IsiDesimal){0};
		return ERR_OK;
	}
	if (a.status != ANGKA_NILAI || a.nilai.m < 0)
		return refuse(teks(k->bahasa, "this is not a number such as 1.250.000,00"), info);
	*out = isi_desimal(a.nilai);
	return ERR_OK;
}

static Err money_read(Konteks *k, const UbahRencana *u, IsiRupiah *out, ErrInfo *info)
{
	IsiDesimal number;
	Rupiah money = {0};
	Err err = number_read(k, u, &number, info);
	if (!err && !desimal_to_rupiah(&money, number.nilai))
		err = refuse(teks(k->bahasa, "money has at most two decimals"), info);
	if (!err)
		*out = number.isi == ISI_KOSONG ? (IsiRupiah){0} : isi_rupiah(money);
	return err;
}

static Err word_read(Konteks *k, const UbahRencana *u, const char *const *words, const char **out, ErrInfo *info)
{
	for (; *words; words++) {
		if (str_equal(*words, u->nilai)) {
			*out = *words;
			return ERR_OK;
		}
	}
	return refuse(teks(k->bahasa, "this choice is not known"), info);
}

/* ---- one change ---- */

static Err node_change(Konteks *k, SimpulRencana *s, const UbahRencana *u, ErrInfo *info)
{
	IsiRupiah money;
	if (str_equal(u->medan, "nama")) {
		if (str_blank(u->nilai))
			return refuse(teks(k->bahasa, "a name is needed"), info);
		s->nama = u->nilai;
		return ERR_OK;
	}
	if (str_equal(u->medan, "nomor")) {
		s->nomor = u->nilai;
		return ERR_OK;
	}
	if (str_equal(u->medan, "bobot"))
		return number_read(k, u, &s->bobot, info);
	if (s->tingkat != TINGKAT_SUB_KEGIATAN)
		return refuse(teks(k->bahasa, "money stands on sub kegiatan only"), info);
	if (str_equal(u->medan, "pagu"))
		return money_read(k, u, &s->pagu, info);
	int month = str_starts(u->medan, "kas") ? (int)strtol(u->medan + 3, NULL, 10) : 0;
	if (month < 1 || month > KAS_BULAN)
		return refuse(teks(k->bahasa, "this choice is not known"), info);
	Err err = money_read(k, u, &money, info);
	if (!err) {
		s->kas[month - 1] = money.nilai;
		s->ada_kas = true;
	}
	return err;
}

static Err indicator_change(Konteks *k, IndikatorRencana *i, const UbahRencana *u, ErrInfo *info)
{
	static const char *const directions[] = {"", "naik", "turun-a", "turun-b", "rentang", NULL}, *const behaviours[] = {"", "kumulatif", "jumlah", "terakhir", NULL};
	if (str_equal(u->medan, "nama")) {
		if (str_blank(u->nilai))
			return refuse(teks(k->bahasa, "a name is needed"), info);
		i->nama = u->nilai;
		return ERR_OK;
	}
	if (str_equal(u->medan, "satuan")) {
		i->satuan = u->nilai;
		return ERR_OK;
	}
	if (str_equal(u->medan, "target")) {
		Angka a = angka_parse(u->nilai, NOTASI_ID);
		bool text = a.status == ANGKA_BUKAN;
		i->target_teks = text ? u->nilai : "";
		i->target = (IsiDesimal){0};
		return text ? ERR_OK : number_read(k, u, &i->target, info);
	}
	if (str_equal(u->medan, "bobot"))
		return number_read(k, u, &i->bobot, info);
	if (str_equal(u->medan, "arah"))
		return word_read(k, u, directions, &i->arah, info);
	if (str_equal(u->medan, "perilaku"))
		return word_read(k, u, behaviours, &i->perilaku, info);
	return refuse(teks(k->bahasa, "this choice is not known"), info);
}

static void indicators_shift(Rencana *r, uint32_t from_node, int by)
{
	for (uint32_t i = from_node; i < r->n_simpul; i++)
		r->simpul[i].indikator_awal += (uint32_t)by;
}

static void indicator_drop(Rencana *r, uint32_t node, uint32_t at)
{
	memmove(r->indikator + at, r->indikator + at + 1, (r->n_indikator - at - 1) * sizeof *r->indikator);
	r->n_indikator--;
	r->simpul[node].n_indikator--;
	indicators_shift(r, node + 1, -1);
}

/* Numbers of a draft's own indicators: negative, so that no change of it meets one of the ledger, and never one that another of the node has. */
static int64_t indicator_number(const Rencana *r, uint32_t node)
{
	const SimpulRencana *s = &r->simpul[node];
	int64_t number = -(int64_t)(s->n_indikator + 1);
	for (uint32_t i = s->indikator_awal; i < s->indikator_awal + s->n_indikator; i++)
		if (r->indikator[i].nomor <= number)
			number = r->indikator[i].nomor - 1;
	return number;
}

static void indicator_add(Konteks *k, Rencana *r, uint32_t node, const char *nama)
{
	uint32_t at = r->simpul[node].indikator_awal + r->simpul[node].n_indikator;
	IndikatorRencana *grown = ARENA_ARRAY(k->arena, IndikatorRencana, r->n_indikator + 1);
	memcpy(grown, r->indikator, at * sizeof *grown);
	memcpy(grown + at + 1, r->indikator + at, (r->n_indikator - at) * sizeof *grown);
	grown[at] = (IndikatorRencana){.nomor = indicator_number(r, node), .nama = nama, .satuan = "", .target_teks = "", .arah = "", .perilaku = ""};
	r->indikator = grown;
	r->n_indikator++;
	r->simpul[node].n_indikator++;
	indicators_shift(r, node + 1, 1);
}

static void node_drop(Rencana *r, uint32_t node)
{
	uint32_t end = rencana_end(r, node), first = r->simpul[node].indikator_awal, n_ind = 0;
	for (uint32_t i = node; i < end; i++)
		n_ind += r->simpul[i].n_indikator;
	memmove(r->indikator + first, r->indikator + first + n_ind, (r->n_indikator - first - n_ind) * sizeof *r->indikator);
	memmove(r->simpul + node, r->simpul + end, (r->n_simpul - end) * sizeof *r->simpul);
	r->n_indikator -= n_ind;
	r->n_simpul -= end - node;
	indicators_shift(r, node, -(int)n_ind);
}

/* Where a row of this code stands among those under its parent: before the first with a greater code. */
static uint32_t node_place(const Rencana *r, uint32_t parent, Tingkat tingkat, Kode kode)
{
	uint32_t i = parent == RENCANA_NONE ? 0 : parent + 1, end = parent == RENCANA_NONE ? r->n_simpul : rencana_end(r, parent);
	for (; i < end; i++) {
		Kode other;
		if (r->simpul[i].tingkat == tingkat && kode_parse(&other, r->simpul[i].kode, NULL) && kode_cmp(other, kode) > 0)
			break;
	}
	return i;
}

static void node_insert(Konteks *k, Rencana *r, uint32_t at, SimpulRencana node)
{
	SimpulRencana *grown = ARENA_ARRAY(k->arena, SimpulRencana, r->n_simpul + 1);
	memcpy(grown, r->simpul, at * sizeof *grown);
	memcpy(grown + at + 1, r->simpul + at, (r->n_simpul - at) * sizeof *grown);
	node.indikator_awal = at ? grown[at - 1].indikator_awal + grown[at - 1].n_indikator : 0;
	grown[at] = node;
	r->simpul = grown;
	r->n_simpul++;
}

/* 2.17.01.2.01.01 and 2.17.01.2.01.0001 are one code. */
static bool code_taken(const Rencana *r, Kode kode)
{
	for (uint32_t i = 0; i < r->n_simpul; i++) {
		Kode other;
		if (!kode_parse(&other, r->simpul[i].kode, NULL))
			continue;
		other.lebar_sub = kode.lebar_sub;
		if (other.n_bagian == kode.n_bagian && kode_equal(other, kode))
			return true;
	}
	return false;
}

static Err node_add(Konteks *k, Rencana *r, const UbahRencana *u, ErrInfo *info)
{
	Kode kode;
	Tingkat tingkat;
	uint32_t parent = RENCANA_NONE;
	if (!kode_parse(&kode, u->kode, NULL) || !kode_tingkat(&tingkat, kode) || !str_equal(kode_print(k->arena, kode), u->kode))
		return refuse(teks(k->bahasa, "this is not the code of a program, kegiatan or sub kegiatan"), info);
	if (code_taken(r, kode))
		return refuse(teks(k->bahasa, "the plan has this code already"), info);
	if (tingkat != TINGKAT_PROGRAM) {
		const char *above = kode_print(k->arena, kode_parent(kode));
		parent = rencana_find(r, above);
		if (parent == RENCANA_NONE)
			return refuse(str_format(k->arena, teks(k->bahasa, "the plan does not have %s, under which it would stand"), above), info);
	}
	if (str_blank(u->nilai))
		return refuse(teks(k->bahasa, "a name is needed"), info);
	node_insert(k, r, node_place(r, parent, tingkat, kode), (SimpulRencana){.tingkat = tingkat, .kode = u->kode, .nomor = "", .nama = u->nilai});
	return ERR_OK;
}

Err rencana_ubah(Konteks *k, Rencana *r, const UbahRencana *u, ErrInfo *info)
{
	if (str_equal(u->medan, "baru") && !u->indikator)
		return node_add(k, r, u, info);
	uint32_t node = rencana_find(r, u->kode);
	if (node == RENCANA_NONE)
		return refuse(teks(k->bahasa, "the plan does not have this code"), info);
	if (!u->indikator) {
		if (str_equal(u->medan, "hapus"))
			node_drop(r, node);
		else if (str_equal(u->medan, "tambah") && str_blank(u->nilai))
			return refuse(teks(k->bahasa, "a name is needed"), info);
		else if (str_equal(u->medan, "tambah"))
			indicator_add(k, r, node, u->nilai);
		else
			return node_change(k, &r->simpul[node], u, info);
		return ERR_OK;
	}
	for (uint32_t i = r->simpul[node].indikator_awal; i < r->simpul[node].indikator_awal + r->simpul[node].n_indikator; i++) {
		if (r->indikator[i].nomor != u->indikator)
			continue;
		if (!str_equal(u->medan, "hapus"))
			return indicator_change(k, &r->indikator[i], u, info);
		indicator_drop(r, node, i);
		return ERR_OK;
	}
	return refuse(teks(k->bahasa, "the node does not have this indicator"), info);
}

/* The refusal names the change that it is about. */
static Err change_named(Konteks *k, Rencana *r, const UbahRencana *u, ErrInfo *info)
{
	ErrInfo refused = {0};
	Err err = rencana_ubah(k, r, u, &refused);
	return err ? err_set(info, err, str_format(k->arena, "%s %s: %s", u->kode, u->nilai, refused.message), NULL) : ERR_OK;
}

/* ---- the list of changes as text: one line each, parts divided by tabs ---- */

static const char *one_line(Arena *arena, const char *text)
{
	return str_squeeze(arena, text);
}

static void line_write(StrBuf *out, const UbahRencana *u)
{
	strbuf_addf(out, "%s\t%lld\t%s\t%s\n", u->kode, (long long)u->indikator, u->medan, one_line(out->arena, u->nilai));
}

static const char *part(Arena *arena, const char **p, const char *end, char stop)
{
	const char *from = *p;
	while (*p < end && **p != stop)
		(*p)++;
	const char *text = str_dupn(arena, from, (size_t)(*p - from));
	if (*p < end)
		(*p)++;
	return text;
}

static UbahRencana line_read(Arena *arena, const char **p, const char *end)
{
	UbahRencana u;
	u.kode = part(arena, p, end, '\t');
	u.indikator = strtoll(part(arena, p, end, '\t'), NULL, 10);
	u.medan = part(arena, p, end, '\t');
	u.nilai = part(arena, p, end, '\n');
	return u;
}

/* ---- the draft ---- */

static const char *about(Konteks *k, const DrafRencana *d)
{
	return str_format(k->arena, "%s %d %lld", d->opd.opd, d->tahun, (long long)d->dasar->versi);
}

static Err draft_load(DrafRencana *d, Konteks *k, const char *opd, int tahun, ErrInfo *info)
{
	RencanaVersi list;
	Err err = rencana_list(&list, k, opd, tahun, info);
	if (!err)
		err = rencana_choose(&d->dasar, k, &list, NULL, info);
	if (err)
		return err;
	d->opd = list.opd;
	d->tahun = tahun;
	err = rencana_load(&d->rencana, k, list.opd.opd, tahun, d->dasar->versi, info);
	if (!err && k->masuk)
		err = tangguh_cari(k, JENIS, about(k, d), &d->tangguh, info);
	for (size_t i = 0; !err && !d->tangguh.id && i + 1 < list.n; i++) {
		Tangguh old;
		err = tangguh_cari(k, JENIS, str_format(k->arena, "%s %d %lld", list.opd.opd, tahun, (long long)list.versi[i].versi), &old, info);
		d->usang |= !err && old.id;
	}
	return err;
}

Err rencana_draf(DrafRencana *out, Konteks *k, const char *opd, int tahun, ErrInfo *info)
{
	*out = (DrafRencana){0};
	Err err = draft_load(out, k, opd, tahun, info);
	const char *p = out->tangguh.isi, *end = p ? p + out->tangguh.n : p;
	while (!err && p < end) {
		UbahRencana u = line_read(k->arena, &p, end);
		err = change_named(k, out->rencana, &u, info);
		out->n_ubah++;
	}
	return err;
}

/* Would it change anything? Compared through the printed form of the plan's own value. */
static bool differs(const Rencana *r, const UbahRencana *u)
{
	uint32_t node = rencana_find(r, u->kode);
	if (node == RENCANA_NONE || str_equal(u->medan, "hapus") || str_equal(u->medan, "tambah") || str_equal(u->medan, "baru"))
		return true;
	const SimpulRencana *s = &r->simpul[node];
	Angka a = angka_parse(u->nilai, NOTASI_ID);
	bool number = a.status == ANGKA_NILAI, blank = str_blank(u->nilai);
	IsiDesimal has = {0};
	const char *text = NULL;
	if (!u->indikator) {
		if (str_equal(u->medan, "nama"))
			text = s->nama;
		else if (str_equal(u->medan, "nomor"))
			text = s->nomor;
		else if (str_equal(u->medan, "bobot"))
			has = s->bobot;
		else if (str_equal(u->medan, "pagu"))
			has = (IsiDesimal){s->pagu.isi, desimal_from_rupiah(s->pagu.nilai)};
		else if (str_starts(u->medan, "kas")) {
			int month = (int)strtol(u->medan + 3, NULL, 10);
			if (month < 1 || month > KAS_BULAN)
				return true;
			has = s->ada_kas ? isi_desimal(desimal_from_rupiah(s->kas[month - 1])) : (IsiDesimal){0};
		}
	}
	for (uint32_t i = s->indikator_awal; u->indikator && i < s->indikator_awal + s->n_indikator; i++) {
		const IndikatorRencana *ind = &r->indikator[i];
		if (ind->nomor != u->indikator)
			continue;
		if (str_equal(u->medan, "target") && *ind->target_teks)
			text = ind->target_teks;
		else if (str_equal(u->medan, "target"))
			has = ind->target;
		else if (str_equal(u->medan, "bobot"))
			has = ind->bobot;
		else
			text = str_equal(u->medan, "nama") ? ind->nama : str_equal(u->medan, "satuan") ? ind->satuan : str_equal(u->medan, "arah") ? ind->arah : ind->perilaku;
	}
	if (text)
		return !str_equal(text, u->nilai);
	return blank ? has.isi != ISI_KOSONG : !number || has.isi == ISI_KOSONG || desimal_cmp(has.nilai, a.nilai) != 0;
}

Err rencana_draf_ubah(Konteks *k, const char *opd, int tahun, const UbahRencana *ubah, size_t n, size_t *n_baru, ErrInfo *info)
{
	DrafRencana d;
	StrBuf text = {.arena = k->arena};
	*n_baru = 0;
	Err err = rencana_draf(&d, k, opd, tahun, info);
	if (!err)
		err = konteks_may(k, AKSI_RENCANA, d.opd.opd, info);
	if (!err && d.tangguh.id)
		strbuf_addn(&text, d.tangguh.isi, d.tangguh.n);
	for (size_t i = 0; !err && i < n; i++) {
		UbahRencana u = ubah[i];
		u.nilai = one_line(k->arena, u.nilai);
		if (!differs(d.rencana, &u))
			continue;
		err = change_named(k, d.rencana, &u, info);
		line_write(&text, &u);
		(*n_baru)++;
	}
	if (err || !*n_baru)
		return err;
	if (d.tangguh.id)
		return tangguh_ganti(k, &d.tangguh, text.str, text.len, info);
	return tangguh_simpan(k, JENIS, about(k, &d), "draf-rencana.txt", text.str, text.len, &d.tangguh.id, info);
}

Err rencana_draf_buang(Konteks *k, const char *opd, int tahun, ErrInfo *info)
{
	DrafRencana d = {0};
	Err err = draft_load(&d, k, opd, tahun, info);
	if (!err)
		err = konteks_may(k, AKSI_RENCANA, d.opd.opd, info);
	return err || !d.tangguh.id ? err : tangguh_buang(k, &d.tangguh, info);
}

/* ---- as a version ---- */

/* Indicators of the draft get their numbers with the others. */
static void numbers_settle(Rencana *r)
{
	for (uint32_t i = 0; i < r->n_indikator; i++)
		if (r->indikator[i].nomor < 0)
			r->indikator[i].nomor = 0;
}

Err rencana_draf_simpan(HasilRencana **out, Konteks *k, const PermintaanRencana *request, bool terapkan, ErrInfo *info)
{
	DrafRencana d;
	Err err = rencana_draf(&d, k, request->opd, request->tahun, info);
	if (!err)
		err = konteks_may(k, AKSI_RENCANA, d.opd.opd, info);
	if (!err && !d.n_ubah)
		err = err_set(info, ERR_USAGE, teks(k->bahasa, "nothing was changed yet"), NULL);
	if (err)
		return err;
	numbers_settle(d.rencana);
	if (!terapkan)
		return rencana_prepare(out, k, request, d.rencana, NULL, info);
	err = konteks_begin(k, info);
	if (err)
		return err;
	err = rencana_prepare(out, k, request, d.rencana, NULL, info);
	if (!err && !(*out)->n_galat && !(*out)->sama)
		err = rencana_store(k, *out, info);
	if (!err && (*out)->tersimpan)
		err = store_commit(k->store, info);
	if (err || !(*out)->tersimpan) {
		store_rollback(k->store);
		return err;
	}
	return tangguh_buang(k, &d.tangguh, info);
}
