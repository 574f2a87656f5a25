#include "app/sajian.h"
#include "cli/buku.h"
#include "cli/rencana_cetak.h"

enum { TAHUN_MIN = 1900, TAHUN_MAX = 2999 };

/* --opd and --tahun, which every word of the command needs. */
static bool scope(const Permintaan *request, const char **opd, int *tahun, int *code)
{
	int64_t year;
	*opd = spec_value(request, OPSI_OPD, NULL);
	if (!*opd) {
		*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --%s"), request->perintah->nama, "opd"), NULL);
		return false;
	}
	if (!cmd_number(request, OPSI_TAHUN, TAHUN_MIN, TAHUN_MAX, &year, code))
		return false;
	*tahun = (int)year;
	return true;
}

static Json json_open(StrBuf *out, const RencanaVersi *list)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_field(&j, "opd", list->opd.opd);
	json_field(&j, "nama", list->opd.nama);
	json_key(&j, "tahun");
	json_int(&j, list->tahun);
	return j;
}

static void json_close(Json *j)
{
	json_end(j);
	json_finish(j);
}

/* "pergeseran 12/2023", or the kind alone. */
static const char *document_name(Arena *arena, const BarisRencana *versi)
{
	return *versi->nomor ? str_format(arena, "%s %s", versi->jenis, versi->nomor) : versi->jenis;
}

/* ---- list ---- */

static void list_print(StrBuf *out, Konteks *k, const RencanaVersi *list, bool json)
{
	if (json) {
		Json j = json_open(out, list);
		json_key(&j, "rencana");
		json_array(&j);
		for (size_t i = 0; i < list->n; i++) {
			json_object(&j);
			sajian_versi(&j, &list->versi[i]);
			json_end(&j);
		}
		json_end(&j);
		json_close(&j);
		return;
	}
	const KolomDaftar columns[] = {{teks(k->bahasa, "VERSION"), true}, {teks(k->bahasa, "KIND"), false}, {teks(k->bahasa, "IN FORCE"), false}, {teks(k->bahasa, "DOCUMENT"), false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < list->n; i++)
		daftar_add(&d, (const char *const[]){str_format(k->arena, "%d", (int)list->versi[i].versi), list->versi[i].jenis, list->versi[i].berlaku, list->versi[i].nomor});
	if (list->n)
		daftar_print(&d, out);
}

/* ---- show ---- */

static Err show(StrBuf *out, Konteks *k, const RencanaVersi *list, const char *wanted, bool json, ErrInfo *info)
{
	const BarisRencana *versi;
	Rencana *rencana;
	Err err = rencana_choose(&versi, k, list, wanted, info);
	if (!err)
		err = rencana_load(&rencana, k, list->opd.opd, list->tahun, versi->versi, info);
	if (err)
		return err;
	if (json) {
		Json j = json_open(out, list);
		sajian_versi(&j, versi);
		sajian_rencana(&j, rencana);
		json_close(&j);
		return ERR_OK;
	}
	strbuf_addf(out, teks(k->bahasa, "%s, %d: version %d, %s, in force from %s\n"), list->opd.nama, list->tahun, (int)versi->versi, document_name(k->arena, versi), versi->berlaku);
	strbuf_addc(out, '\n');
	cetak_rencana(out, k->arena, k->bahasa, rencana);
	return ERR_OK;
}

/* ---- diff ---- */

static Err diff(StrBuf *out, Konteks *k, const RencanaVersi *list, const char *from, const char *to, bool json, ErrInfo *info)
{
	const BarisRencana *a, *b;
	Rencana *lama, *baru;
	Err err = rencana_choose(&a, k, list, from, info);
	if (!err)
		err = rencana_choose(&b, k, list, to, info);
	if (!err)
		err = rencana_load(&lama, k, list->opd.opd, list->tahun, a->versi, info);
	if (!err)
		err = rencana_load(&baru, k, list->opd.opd, list->tahun, b->versi, info);
	if (err)
		return err;
	const BandingRencana *banding = rencana_compare(k->arena, lama, baru);
	if (json) {
		Json j = json_open(out, list);
		json_key(&j, "dari");
		json_int(&j, a->versi);
		json_key(&j, "ke");
		json_int(&j, b->versi);
		cetak_banding_json(&j, banding);
		json_close(&j);
		return ERR_OK;
	}
	strbuf_addf(out, teks(k->bahasa, "version %d (%s from %s) -> version %d (%s from %s)\n\n"), (int)a->versi, a->jenis, a->berlaku, (int)b->versi, b->jenis, b->berlaku);
	cetak_banding(out, k->arena, k->bahasa, banding);
	return ERR_OK;
}

/* ---- import ---- */

static void outcome_print(StrBuf *out, Konteks *k, const HasilRencana *h, bool apply)
{
	Bahasa b = k->bahasa;
	if (h->n_galat)
		strbuf_addf(out, teks(b, "%zu errors: nothing is kept\n"), h->n_galat);
	else if (h->sama)
		strbuf_addf(out, teks(b, "version %d says the same already: nothing to keep\n"), (int)h->versi.versi);
	else if (h->tersimpan)
		strbuf_addf(out, teks(b, "kept as version %d\n"), (int)h->versi.versi);
	else if (!apply)
		strbuf_add(out, teks(b, "dry run: nothing is kept yet; --apply keeps it\n"));
}

static void import_print(StrBuf *out, Konteks *k, const HasilRencana *h, bool apply)
{
	Bahasa b = k->bahasa;
	const Rencana *r = h->rencana;
	strbuf_addf(out, teks(b, "%s, %d: version %d, %s, in force from %s\n"), h->sebelum.opd.nama, h->sebelum.tahun, (int)h->versi.versi, document_name(k->arena, &h->versi),
	            h->versi.berlaku);
	strbuf_addf(out, teks(b, "%u program, %u kegiatan, %u sub kegiatan, %u indicators\n"), rencana_count(r, TINGKAT_PROGRAM), rencana_count(r, TINGKAT_KEGIATAN),
	            rencana_count(r, TINGKAT_SUB_KEGIATAN), r->n_indikator);
	if (h->n_kas_ambil)
		strbuf_addf(out, teks(b, "anggaran kas of %u sub kegiatan taken over from the version before\n"), h->n_kas_ambil);
	strbuf_addc(out, '\n');
	if (h->banding)
		cetak_banding(out, k->arena, b, h->banding);
	cetak_temuan(out, k->arena, b, &h->temuan);
	outcome_print(out, k, h, apply);
}

static void import_json(StrBuf *out, const HasilRencana *h)
{
	Json j = json_open(out, &h->sebelum);
	sajian_versi(&j, &h->versi);
	json_key(&j, "tersimpan");
	json_bool(&j, h->tersimpan);
	json_key(&j, "sudah_ada");
	json_bool(&j, h->sama);
	if (h->banding)
		cetak_banding_json(&j, h->banding);
	cetak_temuan_json(&j, &h->temuan);
	json_close(&j);
}

static int import(const Permintaan *request, const char *opd, int tahun, bool json)
{
	bool apply = request->opsi[OPSI_APPLY].n > 0;
	Konteks *k;
	int code;
	if (!cmd_ledger(request, apply ? STORE_TULIS : STORE_BACA, &k, &code))
		return code;
	const PermintaanRencana wanted = {.opd = opd, .tahun = tahun, .jenis = spec_value(request, OPSI_JENIS, NULL), .nomor = spec_value(request, OPSI_NOMOR, NULL),
	                                  .berlaku = spec_value(request, OPSI_TANGGAL, NULL)};
	HasilRencana *h = NULL;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = rencana_import(&h, k, &wanted, request->argumen[1], apply, &info);
	if (!err && json)
		import_json(&out, h);
	else if (!err)
		import_print(&out, k, h, apply);
	code = cmd_close(request, k, &out, err, &info);
	return code == EXIT_CLEAN && h->n_galat ? EXIT_FINDINGS : code;
}

/* ---- the command ---- */

static Err read_word(const Permintaan *request, Konteks *k, const char *opd, int tahun, bool json, StrBuf *out, ErrInfo *info)
{
	const char *word = request->argumen[0];
	RencanaVersi list;
	Err err = rencana_list(&list, k, opd, tahun, info);
	if (err)
		return err;
	if (str_equal(word, "show"))
		return show(out, k, &list, request->n_argumen > 1 ? request->argumen[1] : NULL, json, info);
	if (str_equal(word, "diff"))
		return diff(out, k, &list, request->argumen[1], request->argumen[2], json, info);
	list_print(out, k, &list, json);
	return ERR_OK;
}

static bool arguments_fit(const Permintaan *request, int *code)
{
	const char *word = request->argumen[0];
	size_t n = request->n_argumen - 1, min = str_equal(word, "import") ? 1 : str_equal(word, "diff") ? 2 : 0, max = min ? min : str_equal(word, "show") ? 1 : 0;
	if (n >= min && n <= max)
		return true;
	const char *hint = str_equal(word, "import") ? teks(request->bahasa, "plan import FILE") : str_equal(word, "diff") ? teks(request->bahasa, "plan diff A B: the numbers of two versions") : NULL;
	*code = cmd_wrong(request, str_format(request->arena, n < min ? teks(request->bahasa, "plan %s needs more") : teks(request->bahasa, "plan %s does not take so much"), word), hint);
	return false;
}

int cmd_plan(const Permintaan *request)
{
	const char *opd, *word = request->argumen[0];
	int tahun, code;
	bool json;
	if (str_equal(word, "check"))
		return cmd_nomenclature(request);
	if (!arguments_fit(request, &code) || !cmd_format(request, &json, &code) || !scope(request, &opd, &tahun, &code))
		return code;
	if (str_equal(word, "import"))
		return import(request, opd, tahun, json);
	Konteks *k;
	if (!cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = read_word(request, k, opd, tahun, json, &out, &info);
	return cmd_close(request, k, &out, err, &info);
}
