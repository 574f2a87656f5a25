#include "app/nomenklatur_banding.h"
#include "cli/buku.h"
#include "cli/rencana_cetak.h"

#include <inttypes.h>

enum { TAHUN_MIN = 1900, TAHUN_MAX = 2999 };

/* ---- list ---- */

static void list_print(StrBuf *out, Konteks *k, const BarisNomenklaturEdisi *rows, size_t n, bool json)
{
	if (!json) {
		const KolomDaftar columns[] = {{teks(k->bahasa, "EDITION"), false}, {teks(k->bahasa, "CODES"), true}, {teks(k->bahasa, "FROM"), false}};
		Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
		for (size_t i = 0; i < n; i++)
			daftar_add(&d, (const char *const[]){rows[i].edisi, str_format(k->arena, "%" PRId64, rows[i].jumlah), rows[i].nama});
		if (n)
			daftar_print(&d, out);
		return;
	}
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "edisi");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_field(&j, "edisi", rows[i].edisi);
		json_field(&j, "nama", rows[i].nama);
		json_field(&j, "hash", rows[i].hash);
		json_key(&j, "jumlah");
		json_int(&j, rows[i].jumlah);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static int list(const Permintaan *request, bool json)
{
	Konteks *k;
	int code;
	if (!cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	BarisNomenklaturEdisi *rows;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = nomenklatur_list(k, &rows, &n, &info);
	if (!err)
		list_print(&out, k, rows, n, json);
	return cmd_close(request, k, &out, err, &info);
}

/* ---- import ---- */

static void import_json(StrBuf *out, const ImporNomenklatur *h)
{
	const struct {
		const char *key;
		size_t value;
	} numbers[] = {{"baris", h->daftar.n_baris}, {"kode", h->daftar.n}, {"bidang", h->n_bidang}, {"program", h->n_program}, {"kegiatan", h->n_kegiatan},
	               {"sub_kegiatan", h->n_sub}, {"sebelumnya", h->n_sebelumnya}, {"tingkat_lain", h->daftar.n_lain}, {"ditutup", h->daftar.n_tutup}};
	Json j = json_begin(out, 2);
	json_object(&j);
	json_field(&j, "edisi", h->edisi);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		json_key(&j, numbers[i].key);
		json_int(&j, (int64_t)numbers[i].value);
	}
	json_key(&j, "tersimpan");
	json_bool(&j, h->tersimpan);
	json_key(&j, "sudah_ada");
	json_bool(&j, h->sama);
	cetak_temuan_json(&j, &h->daftar.temuan);
	json_end(&j);
	json_finish(&j);
}

static void import_text(StrBuf *out, Konteks *k, const ImporNomenklatur *h)
{
	Bahasa b = k->bahasa;
	strbuf_addf(out, teks(b, "edition %s: %zu rows; %zu bidang, %zu program, %zu kegiatan, %zu sub kegiatan, %zu with a code before\n"), h->edisi, h->daftar.n_baris, h->n_bidang, h->n_program,
	            h->n_kegiatan, h->n_sub, h->n_sebelumnya);
	if (h->daftar.n_lain)
		strbuf_addf(out, teks(b, "%zu codes belong to the other level of government only\n"), h->daftar.n_lain);
	if (h->daftar.n_tutup)
		strbuf_addf(out, teks(b, "%zu names of the other level are left out: the own level uses their codes for something else\n"), h->daftar.n_tutup);
	cetak_temuan(out, k->arena, b, &h->daftar.temuan);
	strbuf_add(out, h->sama ? teks(b, "the edition is kept already, from this very file\n")
	                        : h->tersimpan ? teks(b, "kept\n") : teks(b, "dry run: nothing is kept yet; --apply keeps it\n"));
}

static int import(const Permintaan *request, bool json)
{
	if (request->n_argumen < 2)
		return cmd_wrong(request, teks(request->bahasa, "nomenclature import needs a FILE"), NULL);
	bool apply = request->opsi[OPSI_APPLY].n > 0;
	Konteks *k;
	int code;
	if (!cmd_ledger(request, apply ? STORE_TULIS : STORE_BACA, &k, &code))
		return code;
	ImporNomenklatur h;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = nomenklatur_import(&h, k, request->argumen[1], spec_value(request, OPSI_EDISI, NULL), apply, cmd_progress(request, teks(request->bahasa, "keeping the codes")), &info);
	if (!err && json)
		import_json(&out, &h);
	else if (!err)
		import_text(&out, k, &h);
	return cmd_close(request, k, &out, err, &info);
}

/* ---- check ---- */

static void entry_json(Json *j, const BarisNomenklatur *e)
{
	json_object(j);
	json_field(j, "kode", e->kode);
	json_field(j, "nama", e->nama);
	json_end(j);
}

static void count_json(Json *j, const char *key, size_t n)
{
	json_key(j, key);
	json_int(j, (int64_t)n);
}

static void check_json(StrBuf *out, const PeriksaNomenklatur *h)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_field(&j, "edisi", h->nomenklatur->edisi.edisi);
	count_json(&j, "sub_kegiatan", h->n_sub);
	count_json(&j, "kode_ada", h->n_kode);
	count_json(&j, "nama_sama", h->n_sama);
	count_json(&j, "nama_ejaan", h->n_ejaan);
	count_json(&j, "nama_lain", h->n_lain);
	cetak_temuan_json(&j, &h->temuan);
	json_end(&j);
	json_finish(&j);
}

static Err check(const Permintaan *request, Konteks *k, int tahun, bool json, StrBuf *out, int *found, ErrInfo *info)
{
	PeriksaNomenklatur *h;
	const char *versi = request->n_argumen > 1 ? request->argumen[1] : NULL;
	Err err = nomenklatur_check(&h, k, spec_value(request, OPSI_OPD, NULL), tahun, versi, spec_value(request, OPSI_EDISI, NULL), info);
	if (err)
		return err;
	*found = temuan_count(&h->temuan, LEVEL_ERROR) ? EXIT_FINDINGS : EXIT_CLEAN;
	if (json) {
		check_json(out, h);
		return ERR_OK;
	}
	cetak_temuan(out, k->arena, k->bahasa, &h->temuan);
	strbuf_addf(out, teks(k->bahasa, "edition %s: of %zu sub kegiatan %zu have a known code: %zu with the same name, %zu spelt otherwise, %zu with another name; %zu unknown\n"),
	            h->nomenklatur->edisi.edisi, h->n_sub, h->n_kode, h->n_sama, h->n_ejaan, h->n_lain, h->n_sub - h->n_kode);
	return ERR_OK;
}

/* ---- migrate ---- */

static const char *kind_key(JenisPindah jenis)
{
	static const char *const keys[] = {"sebelumnya", "tetap", "ejaan", "nama", "tidak"};
	return keys[jenis];
}

static const char *kind_text(JenisPindah jenis, Bahasa b)
{
	switch (jenis) {
	case PINDAH_SEBELUMNYA:
		return teks(b, "replaced");
	case PINDAH_TETAP:
		return teks(b, "as before");
	case PINDAH_EJAAN:
		return teks(b, "as before, spelt otherwise");
	case PINDAH_NAMA:
		return teks(b, "renumbered");
	case PINDAH_TIDAK:
		break;
	}
	return teks(b, "none; nearest");
}

static void migrate_json(StrBuf *out, const PindahNomenklatur *h)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_field(&j, "edisi", h->nomenklatur->edisi.edisi);
	for (int i = 0; i <= PINDAH_TIDAK; i++)
		count_json(&j, kind_key((JenisPindah)i), h->jumlah[i]);
	json_key(&j, "sub_kegiatan");
	json_array(&j);
	for (size_t i = 0; i < h->n; i++) {
		json_object(&j);
		json_field(&j, "kode", h->simpul[i].simpul->kode);
		json_field(&j, "nama", h->simpul[i].simpul->nama);
		json_field(&j, "jenis", kind_key(h->simpul[i].jenis));
		json_key(&j, "tujuan");
		json_array(&j);
		for (size_t t = 0; t < h->simpul[i].n_tujuan; t++)
			entry_json(&j, h->simpul[i].tujuan[t]);
		json_end(&j);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void migrate_text(StrBuf *out, Konteks *k, const PindahNomenklatur *h)
{
	for (size_t i = 0; i < h->n; i++) {
		const PindahSimpul *row = &h->simpul[i];
		strbuf_addf(out, "%s %s\n  %s:", row->simpul->kode, row->simpul->nama, kind_text(row->jenis, k->bahasa));
		for (size_t t = 0; t < row->n_tujuan; t++)
			strbuf_addf(out, "%s %s %s", t ? ";" : "", row->tujuan[t]->kode, row->tujuan[t]->nama);
		strbuf_add(out, row->n_tujuan ? "\n" : " -\n");
	}
	strbuf_addf(out, teks(k->bahasa, "edition %s, %zu sub kegiatan: %zu as before, %zu spelt otherwise, %zu replaced, %zu renumbered, %zu without a successor\n"), h->nomenklatur->edisi.edisi, h->n,
	            h->jumlah[PINDAH_TETAP], h->jumlah[PINDAH_EJAAN], h->jumlah[PINDAH_SEBELUMNYA], h->jumlah[PINDAH_NAMA], h->jumlah[PINDAH_TIDAK]);
}

static Err migrate(const Permintaan *request, Konteks *k, int tahun, bool json, StrBuf *out, ErrInfo *info)
{
	PindahNomenklatur *h;
	const char *versi = request->n_argumen > 1 ? request->argumen[1] : NULL;
	Err err = nomenklatur_migrate(&h, k, spec_value(request, OPSI_OPD, NULL), tahun, versi, spec_value(request, OPSI_EDISI, NULL), info);
	if (!err && json)
		migrate_json(out, h);
	else if (!err)
		migrate_text(out, k, h);
	return err;
}

int cmd_nomenclature(const Permintaan *request)
{
	const char *word = request->argumen[0];
	int64_t tahun;
	int code, found = EXIT_CLEAN;
	bool json;
	Konteks *k;
	if (!cmd_format(request, &json, &code))
		return code;
	if (str_equal(word, "list"))
		return list(request, json);
	if (str_equal(word, "import"))
		return import(request, json);
	if (!spec_value(request, OPSI_OPD, NULL))
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --%s"), request->perintah->nama, "opd"), NULL);
	if (!cmd_number(request, OPSI_TAHUN, TAHUN_MIN, TAHUN_MAX, &tahun, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = str_equal(word, "migrate") ? migrate(request, k, (int)tahun, json, &out, &info) : check(request, k, (int)tahun, json, &out, &found, &info);
	code = cmd_close(request, k, &out, err, &info);
	return code == EXIT_CLEAN ? found : code;
}
