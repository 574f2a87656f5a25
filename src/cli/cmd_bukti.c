#include "app/bukti.h"
#include "base/json.h"
#include "cli/cmd_bulan.h"

static void list_json(const BarisBukti *rows, size_t n, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "bukti");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_field(&j, "hash", rows[i].hash);
		json_field(&j, "kode", *rows[i].kode ? rows[i].kode : NULL);
		json_field(&j, "nama", rows[i].nama);
		json_field(&j, "jenis", rows[i].jenis);
		json_key(&j, "ukuran");
		json_int(&j, rows[i].ukuran);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void list_text(const Konteks *k, const BarisBukti *rows, size_t n, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "HASH"), false}, {teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "NAME"), false}, {teks(k->bahasa, "KIND"), false},
	                               {teks(k->bahasa, "BYTES"), true}};
	Daftar d = daftar_begin(k->arena, columns, 5);
	for (size_t i = 0; i < n; i++)
		daftar_add(&d, (const char *const[]){str_dupn(k->arena, rows[i].hash, 16), rows[i].kode, rows[i].nama, rows[i].jenis,
		                                     desimal_print_id(k->arena, (Desimal){rows[i].ukuran, 0}, 0)});
	daftar_print(&d, out);
}

static int list(const Permintaan *request, Konteks *k, CmdBulan place, bool json)
{
	BarisBukti *rows;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = bukti_list(k, place.opd, place.tahun, place.bulan, &rows, &n, &info);
	if (!err && json)
		list_json(rows, n, &out);
	else if (!err && n)
		list_text(k, rows, n, &out);
	return cmd_close(request, k, &out, err, &info);
}

static int add(const Permintaan *request, Konteks *k, CmdBulan place)
{
	BarisBukti row;
	bool baru;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = bukti_add_file(k, place.opd, place.tahun, place.bulan, spec_value(request, OPSI_KODE, ""), request->argumen[1], &row, &baru, &info);
	if (!err)
		strbuf_addf(&out, baru ? teks(request->bahasa, "%s %s (%s): attached\n") : teks(request->bahasa, "%s %s (%s): attached already\n"),
		            str_dupn(request->arena, row.hash, 16), row.nama, row.jenis);
	return cmd_close(request, k, &out, err, &info);
}

static int get(const Permintaan *request, Konteks *k, CmdBulan place)
{
	BarisBukti row;
	ErrInfo info = {0};
	const char *path = spec_value(request, OPSI_OUTPUT, "");
	Err err = bukti_get_file(k, place.opd, place.tahun, place.bulan, request->argumen[1], path, &row, &info);
	return cmd_close(request, k, NULL, err, &info);
}

static int detach(const Permintaan *request, Konteks *k, CmdBulan place)
{
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = bukti_remove(k, place.opd, place.tahun, place.bulan, request->argumen[1], spec_value(request, OPSI_KODE, NULL), &n, &info);
	if (!err)
		strbuf_addf(&out, teks(request->bahasa, "detached in %zu places; its content and history stay\n"), n);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_evidence(const Permintaan *request)
{
	const char *word = request->argumen[0];
	bool listing = str_equal(word, "list"), reads = listing || str_equal(word, "get"), json;
	CmdBulan place;
	Konteks *k;
	int code;
	if (!listing && request->n_argumen < 2)
		return cmd_wrong(request,
		                 str_equal(word, "add") ? teks(request->bahasa, "evidence add needs a FILE")
		                                        : str_format(request->arena, teks(request->bahasa, "evidence %s needs the HASH of the file"), word),
		                 NULL);
	if (str_equal(word, "get") && !request->opsi[OPSI_OUTPUT].n)
		return cmd_wrong(request, teks(request->bahasa, "evidence get needs -o FILE"), NULL);
	if (!cmd_format(request, &json, &code) || !cmd_month(request, &place, &code) || !cmd_ledger(request, reads ? STORE_BACA : STORE_TULIS, &k, &code))
		return code;
	return listing ? list(request, k, place, json) : str_equal(word, "add") ? add(request, k, place) : reads ? get(request, k, place) : detach(request, k, place);
}
