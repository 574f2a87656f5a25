/* The API: the cells of a month, one by one. A cell's entity tag is the number of its newest fact ("0": it never held anything), so that a program that saves
 * with If-Match never overwrites what it has not seen. Numbers are texts with a decimal point; null is "not reported", "0" is "reported: zero". */
#include "app/riwayat.h"
#include "app/sajian.h"
#include "web/hal_api.h"

typedef struct {
	const char *kode;            /* "" the whole report */
	JenisIsian jenis;
	int64_t indikator;           /* 0 but for volumes */
	const char *nama, *satuan;   /* of the node, or of the indicator */
	const BarisFakta *fakta;     /* NULL: it never held anything */
} SelApi;

typedef struct {
	Arena *arena;
	SelApi *sel;
	size_t n, cap;
} DaftarSel;

/* ---- all cells ---- */

static void add(DaftarSel *list, SelApi sel)
{
	*ARENA_PUSH(list->arena, list->sel, list->n, list->cap) = sel;
}

static const BarisFakta *narrative(const Bulan *b, const char *kode, JenisIsian jenis)
{
	for (size_t i = 0; i < b->n_fakta; i++)
		if (str_equal(b->fakta[i].kode, kode) && str_equal(b->fakta[i].jenis, isian_jenis_name(jenis)))
			return &b->fakta[i];
	return NULL;
}

/* The report's own narrative always; that of a node where there is one. */
static void narratives_add(DaftarSel *list, const Bulan *b, const char *kode, const char *nama)
{
	for (int t = ISIAN_PERMASALAHAN; t <= ISIAN_FAKTOR_PENDORONG; t++) {
		const BarisFakta *fact = narrative(b, kode, (JenisIsian)t);
		if (fact || !*kode)
			add(list, (SelApi){kode, (JenisIsian)t, 0, nama, "", fact});
	}
}

static void node_add(DaftarSel *list, const Bulan *b, uint32_t i)
{
	const Simpul *node = &b->snapshot.simpul[i];
	if (node->akhir == i + 1)
		add(list, (SelApi){node->kode_tertulis, ISIAN_UANG, 0, node->nama, "Rp", b->uang[i]});
	for (uint32_t n = node->indikator_awal; n < node->indikator_awal + node->n_indikator; n++) {
		const Indikator *indicator = &b->snapshot.indikator[n];
		if (!indicator->gema)
			add(list, (SelApi){node->kode_tertulis, ISIAN_VOLUME, b->baris_indikator[n]->indikator, indicator->nama, indicator->satuan, b->volume[n]});
	}
	narratives_add(list, b, node->kode_tertulis, node->nama);
}

static Err cells_load(Minta *m, Bulan **month, DaftarSel *list, ErrInfo *info)
{
	int tahun, bulan;
	*list = (DaftarSel){.arena = m->arena};
	Err err = api_bulan(m, &tahun, &bulan, info);
	if (!err)
		err = bulan_read(month, m->k, minta_bagian(m, "opd"), tahun, bulan, 0, info);
	if (err)
		return err;
	narratives_add(list, *month, "", (*month)->opd.nama);
	for (uint32_t i = 0; i < (*month)->snapshot.n_simpul; i++)
		node_add(list, *month, i);
	return ERR_OK;
}

static void number_or_null(Json *json, const char *key, int64_t value)
{
	json_key(json, key);
	if (value)
		json_int(json, value);
	else
		json_null(json);
}

static const NilaiIsian NOTHING = {.teks = ""};

static void cell_place(Json *json, const char *kode, JenisIsian jenis, int64_t indikator)
{
	json_field(json, "kode", *kode ? kode : NULL);
	json_field(json, "jenis", isian_jenis_name(jenis));
	number_or_null(json, "indikator", indikator);
}

static void cell_value(Json *json, NilaiIsian value, int64_t fakta)
{
	sajian_nilai(json, value);
	json_key(json, "fakta");
	json_int(json, fakta);
}

static void cell_json(Json *json, const SelApi *sel)
{
	json_object(json);
	cell_place(json, sel->kode, sel->jenis, sel->indikator);
	json_field(json, "nama", sel->nama);
	json_field(json, "satuan", *sel->satuan ? sel->satuan : NULL);
	cell_value(json, sel->fakta ? isian_nilai(sel->fakta) : NOTHING, sel->fakta ? sel->fakta->id : 0);
	json_end(json);
}

static Err semua_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Bulan *month;
	DaftarSel list;
	ApiBagian part;
	Err err = cells_load(m, &month, &list, info);
	if (!err)
		err = api_bagian(m, list.n, &part, info);
	if (err)
		return err;
	Json json = api_daftar(j);
	for (size_t i = part.awal; i < part.akhir; i++)
		cell_json(&json, &list.sel[i]);
	api_daftar_selesai(m, j, &json, &part);
	return ERR_OK;
}

/* ---- one cell ---- */

/* {kode} "-" is the whole report; {indikator} 0 for what is no volume. */
static Err cell_of(Minta *m, Isian *out, ErrInfo *info)
{
	int jenis = isian_jenis_from_name(minta_bagian(m, "jenis"));
	const char *kode = minta_bagian(m, "kode");
	*out = (Isian){.opd = minta_bagian(m, "opd"), .kode = str_equal(kode, "-") ? "" : kode, .nilai = "", .alasan = "", .asal = ""};
	Err err = api_bulan(m, &out->tahun, &out->bulan, info);
	out->indikator = minta_angka(m, "indikator", 0, 9999, -1);
	if (!err && (jenis < 0 || out->indikator < 0 || (jenis == ISIAN_VOLUME) != (out->indikator > 0)))
		err = err_set(info, ERR_ABSENT, teks(m->bahasa, "there is no such cell"), teks(m->bahasa, "a volume has the number of its indicator, everything else has 0"));
	out->jenis = jenis < 0 ? ISIAN_UANG : (JenisIsian)jenis;
	return err;
}

static void etag_set(Minta *m, Jawab *j, int64_t fakta)
{
	jawab_kepala(j, "ETag", str_format(m->arena, "\"%lld\"", (long long)fakta));
}

static Err history_load(Minta *m, Isian *cell, Riwayat *out, ErrInfo *info)
{
	Err err = cell_of(m, cell, info);
	if (err)
		return err;
	err = riwayat_list(m->k, cell->opd, cell->tahun, cell->bulan, cell->jenis, cell->kode, cell->indikator, out, info);
	if (err == ERR_USAGE) /* the plan in force has no such node, and nothing was ever entered */
		return ERR_ABSENT;
	if (!err && cell->jenis == ISIAN_VOLUME && !*out->indikator && out->n == 0)
		return err_set(info, ERR_ABSENT, teks(m->bahasa, "there is no such cell"), NULL);
	return err;
}

static Err riwayat_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Isian cell;
	Riwayat history;
	Err err = history_load(m, &cell, &history, info);
	if (err)
		return err;
	Json json = api_json(j);
	sajian_riwayat(&json, m->k, &history, cell.jenis, cell.tahun, cell.bulan, cell.indikator);
	json_finish(&json);
	return ERR_OK;
}

static Err sel_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Isian cell;
	Riwayat history;
	Err err = history_load(m, &cell, &history, info);
	if (err)
		return err;
	const LangkahNilai *last = history.n ? &history.langkah[history.n - 1] : NULL;
	etag_set(m, j, last ? last->fakta : 0);
	Json json = api_json(j);
	json_object(&json);
	cell_place(&json, history.kode, cell.jenis, cell.indikator);
	cell_value(&json, last ? last->nilai : NOTHING, last ? last->fakta : 0);
	json_field(&json, "oleh", last ? last->oleh : NULL);
	json_field(&json, "waktu", last ? waktu_print_iso(m->arena, last->waktu, m->k->pemda.zona) : NULL);
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

/* ---- saving ---- */

/* "-12345.678": digits, at most one point with digits on both sides. */
static bool machine_number(const char *text)
{
	text += *text == '-';
	size_t whole = strspn(text, "0123456789");
	if (whole == 0 || !text[whole])
		return whole > 0;
	size_t part = text[whole] == '.' ? strspn(text + whole + 1, "0123456789") : 0;
	return part > 0 && !text[whole + 1 + part];
}

/* The number as it is typed here: with a comma, and in a way that has one reading only (three decimals might be a group of thousands). */
static const char *number_typed(Arena *arena, const char *text)
{
	size_t whole = strcspn(text, ".");
	if (!text[whole])
		return text;
	return str_format(arena, "%.*s,%s%s", (int)whole, text, text + whole + 1, strlen(text + whole + 1) == 3 ? "0" : "");
}

static Err value_of(Minta *m, Isian *cell, const char *text, ErrInfo *info)
{
	bool number = cell->jenis <= ISIAN_VOLUME;
	if (!text)
		cell->nilai = number ? "kosong" : "";
	else if (!number)
		cell->nilai = text;
	else if (machine_number(text))
		cell->nilai = number_typed(m->arena, text);
	else if (cell->jenis == ISIAN_UANG || strspn(text, "0123456789.,%- +") == strlen(text))
		return err_set(info, ERR_USAGE, str_format(m->arena, teks(m->bahasa, "field 'nilai': '%s' is not a number"), text),
		               teks(m->bahasa, "write \"246396436.00\": digits, a point, no groups; null for not reported"));
	else
		cell->nilai = text; /* for an indicator whose target is a text */
	return ERR_OK;
}

/* If-Match: the tag of the cell as it was seen. */
static Err condition_of(Minta *m, Isian *cell, ErrInfo *info)
{
	const char *tag = api_etag(m, "If-Match");
	if (!tag || str_equal(tag, "*"))
		return ERR_OK;
	if (!*tag || strspn(tag, "0123456789") != strlen(tag) || strlen(tag) > 18)
		return err_set(info, ERR_USAGE, teks(m->bahasa, "If-Match must name one entity tag, as the cell's ETag gave it"), NULL);
	cell->periksa_dilihat = true;
	cell->dilihat = strtoll(tag, NULL, 10);
	return ERR_OK;
}

static void conflict_value(Json *json, const char *key, NilaiIsian value)
{
	json_key(json, key);
	json_object(json);
	sajian_nilai(json, value);
	json_end(json);
}

/* 412: both values, so that nobody has to ask again. */
static void conflict_answer(Minta *m, Jawab *j, const KonflikIsian *c, const ErrInfo *info)
{
	Json json = layanan_problem_mulai(m, j, 412, teks(m->bahasa, "Somebody else changed it meanwhile."), info->message);
	conflict_value(&json, "milik_anda", c->saya);
	conflict_value(&json, "tersimpan", c->mereka);
	json_key(&json, "fakta");
	json_int(&json, c->fakta);
	json_field(&json, "oleh", c->oleh);
	json_field(&json, "waktu", waktu_print_iso(m->arena, c->waktu, m->k->pemda.zona));
	layanan_problem_selesai(&json);
	etag_set(m, j, c->fakta);
}

static Err sel_put(Minta *m, Jawab *j, ErrInfo *info)
{
	MedanBadan fields[] = {{.nama = "nilai", .wajib = true, .boleh_null = true}, {.nama = "alasan"}};
	Isian cell;
	IsianHasil saved;
	Err err = cell_of(m, &cell, info);
	if (!err)
		err = api_badan(m, fields, sizeof fields / sizeof *fields, info);
	if (!err)
		err = value_of(m, &cell, fields[0].teks, info);
	if (!err)
		err = condition_of(m, &cell, info);
	if (err)
		return err;
	cell.alasan = fields[1].teks;
	err = isian_set(m->k, &cell, &saved, info);
	if (err == ERR_CONFLICT && saved.konflik) {
		conflict_answer(m, j, saved.konflik, info);
		return ERR_OK;
	}
	if (err)
		return err;
	etag_set(m, j, saved.fakta);
	Json json = api_json(j);
	json_object(&json);
	cell_place(&json, saved.kode, cell.jenis, cell.indikator);
	cell_value(&json, saved.nilai, saved.fakta);
	json_key(&json, "baru");
	json_bool(&json, saved.baru);
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

const Rute RUTE_API_SEL[] = {
	{METODE_GET, "/api/v1/opd/{opd}/sel/{tahun}/{bulan}", semua_get, RUTE_API},
	{METODE_GET, "/api/v1/opd/{opd}/sel/{tahun}/{bulan}/{kode}/{jenis}/{indikator}", sel_get, RUTE_API},
	{METODE_PUT, "/api/v1/opd/{opd}/sel/{tahun}/{bulan}/{kode}/{jenis}/{indikator}", sel_put, RUTE_API | RUTE_KELOMPOK},
	{METODE_GET, "/api/v1/opd/{opd}/sel/{tahun}/{bulan}/{kode}/{jenis}/{indikator}/riwayat", riwayat_get, RUTE_API},
	{0},
};
