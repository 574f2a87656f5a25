#include "app/ramal_app.h"
#include "base/json.h"
#include "cli/cmd_bulan.h"

static const Awas AWAS[AWAS_JUMLAH] = {AWAS_TAK_TERSERAP, AWAS_LEWAT_PAGU, AWAS_KELUARAN_PENUH, AWAS_DIAM};

/* ---- text ---- */

static const char *money_text(Arena *arena, IsiRupiah value)
{
	return value.isi == ISI_KOSONG ? "-" : rupiah_print_id(arena, value.nilai);
}

static const char *percent_text(Arena *arena, IsiDesimal value, uint8_t desimal)
{
	return value.isi == ISI_KOSONG ? "-" : desimal_print_id(arena, value.nilai, desimal);
}

static const char *range_text(Arena *arena, const char *low, const char *high)
{
	return str_equal(low, high) ? low : str_format(arena, "%s - %s", low, high);
}

static void row_add(Daftar *d, const Konteks *k, const Ramal *r, const BarisRamal *b, const char *kode)
{
	Arena *arena = k->arena;
	const char *cara = cara_name(b->cara);
	daftar_add(d, (const char *const[]){
		kode, money_text(arena, b->pagu), money_text(arena, b->realisasi), money_text(arena, b->perkiraan),
		range_text(arena, money_text(arena, b->rendah), money_text(arena, b->tinggi)), percent_text(arena, b->serapan, r->desimal), cara ? cara : "",
		percent_text(arena, b->keluaran, r->desimal), percent_text(arena, b->keluaran_perkiraan, r->desimal),
		range_text(arena, percent_text(arena, b->keluaran_rendah, r->desimal), percent_text(arena, b->keluaran_tinggi, r->desimal)), b->nama});
}

static const char *warning_text(const Konteks *k, const BarisRamal *b, const Ramal *r, Awas awas)
{
	switch (awas) {
	case AWAS_TAK_TERSERAP:
		return str_format(k->arena, teks(k->bahasa, "will not spend its pagu: about %s %% by the end of the year"), percent_text(k->arena, b->serapan, r->desimal));
	case AWAS_LEWAT_PAGU:
		return teks(k->bahasa, "will overspend: at this pace its pagu does not last until the end of the year");
	case AWAS_KELUARAN_PENUH:
		return teks(k->bahasa, "full output on little money: look at the volume, or at bills that are still to come");
	case AWAS_DIAM:
		return str_format(k->arena, teks(k->bahasa, "no progress for %d months"), b->diam);
	}
	return "";
}

static void warnings_print(const Konteks *k, const Ramal *r, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "ATTENTION"), false}, {teks(k->bahasa, "NAME"), false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < r->n; i++)
		for (int a = 0; a < AWAS_JUMLAH; a++)
			if (r->baris[i].awas & AWAS[a])
				daftar_add(&d, (const char *const[]){r->baris[i].kode, warning_text(k, &r->baris[i], r, AWAS[a]), r->baris[i].nama});
	strbuf_addc(out, '\n');
	daftar_print(&d, out);
}

static void forecast_text(const Konteks *k, const Ramal *r, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "PAGU (Rp)"), true}, {teks(k->bahasa, "REALISASI (Rp)"), true},
	                               {teks(k->bahasa, "FORECAST (Rp)"), true}, {teks(k->bahasa, "RANGE (Rp)"), true}, {teks(k->bahasa, "OF PAGU (%)"), true},
	                               {teks(k->bahasa, "METHOD"), false}, {teks(k->bahasa, "KELUARAN (%)"), true}, {teks(k->bahasa, "FORECAST (%)"), true},
	                               {teks(k->bahasa, "RANGE (%)"), true}, {teks(k->bahasa, "NAME"), false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < r->n; i++)
		row_add(&d, k, r, &r->baris[i], r->baris[i].kode);
	row_add(&d, k, r, &r->total, teks(k->bahasa, "TOTAL"));
	strbuf_addf(out, teks(k->bahasa, "%s: end of %d, seen from %s\n"), r->nama, r->tahun, bulan_name((uint8_t)r->bulan, k->bahasa));
	daftar_print(&d, out);
	if (r->n_awas)
		warnings_print(k, r, out);
}

/* ---- JSON ---- */

static void money_json(Json *j, const char *key, IsiRupiah value)
{
	json_key(j, key);
	json_rupiah(j, value);
}

static void percent_json(Json *j, const char *key, IsiDesimal value, uint8_t desimal)
{
	json_key(j, key);
	json_desimal(j, value, desimal);
}

static void spending_json(Json *j, const BarisRamal *b, uint8_t desimal)
{
	money_json(j, "pagu", b->pagu);
	money_json(j, "realisasi", b->realisasi);
	money_json(j, "perkiraan", b->perkiraan);
	money_json(j, "rendah", b->rendah);
	money_json(j, "tinggi", b->tinggi);
	percent_json(j, "serapan", b->serapan, desimal);
}

static void row_json(Json *j, const BarisRamal *b, uint8_t desimal)
{
	json_object(j);
	json_field(j, "kode", b->kode);
	json_field(j, "nama", b->nama);
	spending_json(j, b, desimal);
	json_field(j, "cara", cara_name(b->cara));
	json_key(j, "keluaran");
	json_object(j);
	percent_json(j, "kini", b->keluaran, desimal);
	percent_json(j, "perkiraan", b->keluaran_perkiraan, desimal);
	percent_json(j, "rendah", b->keluaran_rendah, desimal);
	percent_json(j, "tinggi", b->keluaran_tinggi, desimal);
	json_field(j, "cara", cara_name(b->cara_keluaran));
	json_end(j);
	json_key(j, "bulan_diam");
	json_int(j, b->diam);
	json_key(j, "peringatan");
	json_array(j);
	for (int a = 0; a < AWAS_JUMLAH; a++)
		if (b->awas & AWAS[a])
			json_text(j, awas_name(AWAS[a]));
	json_end(j);
	json_end(j);
}

static void forecast_json(const Ramal *r, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_field(&j, "opd", r->opd);
	json_field(&j, "nama", r->nama);
	json_key(&j, "tahun");
	json_int(&j, r->tahun);
	json_key(&j, "bulan");
	json_int(&j, r->bulan);
	json_key(&j, "tahun_lalu");
	json_int(&j, r->n_tahun_lalu);
	json_key(&j, "sub_kegiatan");
	json_array(&j);
	for (size_t i = 0; i < r->n; i++)
		row_json(&j, &r->baris[i], r->desimal);
	json_end(&j);
	json_key(&j, "total");
	json_object(&j);
	spending_json(&j, &r->total, r->desimal);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

int cmd_forecast(const Permintaan *request)
{
	Konteks *k;
	CmdBulan place;
	bool json;
	int code;
	if (!cmd_format(request, &json, &code) || !cmd_month(request, &place, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	Ramal *r;
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	Err err = ramal_agency(&r, k, place.opd, place.tahun, place.bulan, &info);
	if (!err && json)
		forecast_json(r, &out);
	else if (!err)
		forecast_text(k, r, &out);
	return cmd_close(request, k, &out, err, &info);
}
