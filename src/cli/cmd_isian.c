#include "app/isian.h"
#include "app/riwayat.h"
#include "app/sajian.h"
#include "app/salin.h"
#include "base/json.h"
#include "cli/cmd_bulan.h"

#include <inttypes.h>

/* ---- set, narrative ---- */

static bool fact_number(const Permintaan *request, int64_t *out, bool *given, int *code)
{
	*given = request->opsi[OPSI_SEEN].n > 0;
	return !*given || cmd_number(request, OPSI_SEEN, 0, INT64_MAX, out, code);
}

/* Saves and prints the fact's number alone; what else there is to say goes to standard error. */
static int save(const Permintaan *request, Isian isian)
{
	Konteks *k;
	IsianHasil hasil;
	CmdBulan place;
	int code;
	if (!cmd_month(request, &place, &code) || !cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	isian.opd = place.opd;
	isian.tahun = place.tahun;
	isian.bulan = place.bulan;
	isian.asal = "";
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = isian_set(k, &isian, &hasil, &info);
	if (!err)
		strbuf_addf(&out, "%" PRId64 "\n", hasil.fakta);
	if (!err && hasil.catatan)
		fprintf(stderr, "capaian: %s\n", hasil.catatan);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_set(const Permintaan *request)
{
	int64_t indikator = 0;
	int code;
	Isian isian = {.jenis = ISIAN_UANG, .kode = request->argumen[0], .nilai = request->argumen[1], .alasan = spec_value(request, OPSI_REASON, "")};
	if (request->opsi[OPSI_INDIKATOR].n) {
		if (!cmd_number(request, OPSI_INDIKATOR, 1, 9999, &indikator, &code))
			return code;
		isian.jenis = ISIAN_VOLUME;
	}
	isian.indikator = indikator;
	return fact_number(request, &isian.dilihat, &isian.periksa_dilihat, &code) ? save(request, isian) : code;
}

int cmd_narrative(const Permintaan *request)
{
	return save(request, (Isian){.jenis = (JenisIsian)isian_jenis_from_name(request->argumen[0]), .kode = spec_value(request, OPSI_KODE, ""),
	                             .nilai = request->argumen[1], .alasan = ""});
}

/* ---- carry ---- */

static const char *cell_word(const Konteks *k, JenisIsian jenis, int64_t indikator)
{
	if (jenis == ISIAN_VOLUME)
		return str_format(k->arena, teks(k->bahasa, "indicator %lld"), (long long)indikator);
	return jenis == ISIAN_UANG ? teks(k->bahasa, "money") : isian_jenis_name(jenis);
}

static void carry_text(const Konteks *k, const UsulSalin *usul, size_t n, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "CELL"), false}, {teks(k->bahasa, "MONTH BEFORE"), true},
	                               {teks(k->bahasa, "NAME"), false}};
	Daftar d = daftar_begin(k->arena, columns, 4);
	for (size_t i = 0; i < n; i++)
		daftar_add(&d, (const char *const[]){usul[i].kode, cell_word(k, usul[i].jenis, usul[i].indikator), isian_print(k->arena, usul[i].jenis, usul[i].nilai),
		                                     str_squeeze(k->arena, usul[i].nama)});
	daftar_print(&d, out);
}

int cmd_carry(const Permintaan *request)
{
	bool apply = request->opsi[OPSI_APPLY].n > 0;
	Konteks *k;
	CmdBulan place;
	int code;
	if (!cmd_month(request, &place, &code) || !cmd_ledger(request, apply ? STORE_TULIS : STORE_BACA, &k, &code))
		return code;
	UsulSalin *usul;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = (apply ? salin_apply : salin_usul)(k, place.opd, place.tahun, place.bulan, &usul, &n, &info);
	if (!err && n)
		carry_text(k, usul, n, &out);
	if (!err && n == 0)
		strbuf_add(&out, teks(k->bahasa, "no blank cell had a value in the month before\n"));
	else if (!err)
		strbuf_addf(&out, apply ? teks(k->bahasa, "cells filled from the month before: %zu\n") : teks(k->bahasa, "cells that --apply would fill: %zu\n"), n);
	return cmd_close(request, k, &out, err, &info);
}

/* ---- log ---- */

/* "11 -> entry carried from November", "laporan.xlsx, row 14". */
static const char *origin(const Konteks *k, const LangkahNilai *step)
{
	if (str_starts(step->asal, "salin:"))
		return str_format(k->arena, teks(k->bahasa, "carried from %s"), bulan_name(bulan_parse(step->asal + strlen("salin:")), k->bahasa));
	const char *colon = strchr(step->asal, ':');
	if (colon)
		return str_format(k->arena, teks(k->bahasa, "%s, row %s"), *step->berkas ? step->berkas : str_dupn(k->arena, step->asal, 12), colon + 1);
	return str_equal(step->sumber, "entri") ? teks(k->bahasa, "entry") : str_equal(step->sumber, "impor") ? teks(k->bahasa, "import") : step->sumber;
}

static void log_text(const Konteks *k, const Riwayat *r, JenisIsian jenis, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "FACT"), true}, {teks(k->bahasa, "VALUE"), true}, {teks(k->bahasa, "WHO"), false}, {teks(k->bahasa, "WHEN"), false},
	                               {teks(k->bahasa, "FROM"), false}, {teks(k->bahasa, "REPLACED BY"), true}, {teks(k->bahasa, "REASON"), false}};
	strbuf_addf(out, "%s %s%s%s\n", *r->kode ? r->kode : teks(k->bahasa, "whole report"), str_squeeze(k->arena, r->nama), *r->indikator ? ": " : "",
	            str_squeeze(k->arena, r->indikator));
	if (r->n == 0) {
		strbuf_add(out, teks(k->bahasa, "nothing was ever entered here\n"));
		return;
	}
	Daftar d = daftar_begin(k->arena, columns, 7);
	for (size_t i = 0; i < r->n; i++) {
		const LangkahNilai *s = &r->langkah[i];
		daftar_add(&d, (const char *const[]){str_format(k->arena, "%" PRId64, s->fakta), str_squeeze(k->arena, isian_print(k->arena, jenis, s->nilai)), s->oleh,
		                                     waktu_print_id(k->arena, s->waktu, k->pemda.zona), origin(k, s),
		                                     s->diganti ? str_format(k->arena, "%" PRId64, s->diganti) : "", s->alasan});
	}
	daftar_print(&d, out);
}

static void log_json(const Konteks *k, const Riwayat *r, JenisIsian jenis, CmdBulan place, int64_t indikator, StrBuf *out)
{
	Json j = json_begin(out, 2);
	sajian_riwayat(&j, k, r, jenis, place.tahun, place.bulan, indikator);
	json_finish(&j);
}

/* "permasalahan" and its kin name the narrative of the whole report; with --kode that of a node. */
int cmd_log(const Permintaan *request)
{
	int64_t indikator = 0;
	int jenis = isian_jenis_from_name(request->argumen[0]), code;
	const char *kode = jenis >= ISIAN_PERMASALAHAN ? spec_value(request, OPSI_KODE, "") : request->argumen[0];
	CmdBulan place;
	bool json;
	Konteks *k;
	if (request->opsi[OPSI_INDIKATOR].n && !cmd_number(request, OPSI_INDIKATOR, 1, 9999, &indikator, &code))
		return code;
	if (jenis < ISIAN_PERMASALAHAN)
		jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG;
	if (!cmd_format(request, &json, &code) || !cmd_month(request, &place, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	Riwayat riwayat;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = riwayat_list(k, place.opd, place.tahun, place.bulan, (JenisIsian)jenis, kode, indikator, &riwayat, &info);
	if (!err && json)
		log_json(k, &riwayat, (JenisIsian)jenis, place, indikator, &out);
	else if (!err)
		log_text(k, &riwayat, (JenisIsian)jenis, &out);
	return cmd_close(request, k, &out, err, &info);
}
