/* The API: a month as a whole - report, findings, steps; the plan behind it; the region's rekap and RFK. */
#include "app/sajian.h"
#include "app/siklus.h"
#include "app/unduhan.h"
#include "web/hal_api.h"

static Err month_of(Minta *m, AppBulan *out, ErrInfo *info)
{
	int64_t revision = 0;
	*out = (AppBulan){.opd = minta_bagian(m, "opd")};
	Err err = api_bulan(m, &out->tahun, &out->bulan, info);
	if (!err)
		err = api_angka(m, "revisi", 1, 9999, 0, &revision, info);
	out->revisi = (int)revision;
	return err;
}

/* ---- report ---- */

static Err laporan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	AppBulan month;
	Unduhan made;
	Err err = month_of(m, &month, info);
	if (!err)
		err = unduhan_bulan(&made, m->k, &month, "json", UKURAN_F4, info);
	if (err)
		return err;
	j->jenis = "application/json";
	j->bytes = made.bytes;
	j->n_bytes = made.n;
	return ERR_OK;
}

static void download(Minta *m, Jawab *j, const Unduhan *made, const char *bentuk)
{
	jawab_unduh(j, m->arena, made->jenis, made->bytes, made->n, made->nama);
	j->mampat = str_equal(bentuk, "pdf") || str_equal(bentuk, "xlsx");
}

static Err laporan_berkas_get(Minta *m, Jawab *j, ErrInfo *info)
{
	AppBulan month;
	Unduhan made;
	const char *bentuk = minta_bagian(m, "bentuk");
	Err err = month_of(m, &month, info);
	if (!err)
		err = unduhan_bulan(&made, m->k, &month, bentuk, UKURAN_F4, info);
	if (!err)
		download(m, j, &made, bentuk);
	return err;
}

static Err temuan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	AppBulan month;
	AppJumlah counts = {0};
	Err err = month_of(m, &month, info);
	if (!err)
		err = app_bulan_check(m->k, &(AppOptions){.bahasa = m->bahasa}, &month, NULL, 0, SAJIAN_JSON, &j->isi, &counts, info);
	j->jenis = err ? NULL : "application/json";
	return err;
}

/* ---- plan ---- */

/* ?versi= a version of the year's plan; without it the newest. */
static Err rencana_get(Minta *m, Jawab *j, ErrInfo *info)
{
	RencanaVersi list;
	const BarisRencana *version;
	Rencana *plan;
	int tahun;
	Err err = api_tahun(m, &tahun, info);
	if (!err)
		err = rencana_list(&list, m->k, minta_bagian(m, "opd"), tahun, info);
	if (!err)
		err = rencana_choose(&version, m->k, &list, minta_kueri(m, "versi"), info);
	if (!err)
		err = rencana_load(&plan, m->k, list.opd.opd, tahun, version->versi, info);
	if (err)
		return err;
	Json json = api_json(j);
	json_object(&json);
	json_field(&json, "opd", list.opd.opd);
	json_field(&json, "nama", list.opd.nama);
	json_key(&json, "tahun");
	json_int(&json, tahun);
	json_key(&json, "n_versi");
	json_int(&json, (int64_t)list.n);
	sajian_versi(&json, version);
	sajian_rencana(&json, plan);
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

/* ---- steps ---- */

static Err steps_answer(Minta *m, Jawab *j, const AppBulan *month, ErrInfo *info)
{
	StatusRinci detail;
	Err err = status_bulan(m->k, month->opd, month->tahun, month->bulan, &detail, info);
	if (err)
		return err;
	Json json = api_json(j);
	sajian_langkah(&json, m->k, &detail, month->tahun, month->bulan);
	json_finish(&json);
	return ERR_OK;
}

static Err langkah_get(Minta *m, Jawab *j, ErrInfo *info)
{
	AppBulan month;
	Err err = month_of(m, &month, info);
	return err ? err : steps_answer(m, j, &month, info);
}

static Err step_named(Minta *m, const char *nama, Langkah *out, ErrInfo *info)
{
	StrBuf known = {.arena = m->arena};
	for (int i = 0; i < LANGKAH_JUMLAH; i++) {
		*out = (Langkah)i;
		if (str_equal(langkah_name(*out), nama))
			return ERR_OK;
		strbuf_addf(&known, "%s%s", i ? ", " : "", langkah_name(*out));
	}
	return err_set(info, ERR_USAGE, str_format(m->arena, teks(m->bahasa, "there is no step '%s'"), nama), str_format(m->arena, teks(m->bahasa, "known: %s"), strbuf_text(&known)));
}

static Err langkah_post(Minta *m, Jawab *j, ErrInfo *info)
{
	MedanBadan fields[] = {{.nama = "langkah", .wajib = true}, {.nama = "alasan"}, {.nama = "kondisi"}, {.nama = "tanggal"}};
	AppBulan month;
	PermintaanLangkah step = {0};
	Err err = month_of(m, &month, info);
	if (!err)
		err = api_badan(m, fields, sizeof fields / sizeof *fields, info);
	if (!err)
		err = step_named(m, fields[0].teks, &step.langkah, info);
	if (err)
		return err;
	step.alasan = fields[1].teks;
	step.kondisi = fields[2].teks;
	step.tanggal = fields[3].teks;
	err = siklus_step(m->k, month.opd, month.tahun, month.bulan, &step, NULL, info);
	return err ? err : steps_answer(m, j, &month, info);
}

static Err penjelasan_post(Minta *m, Jawab *j, ErrInfo *info)
{
	MedanBadan fields[] = {{.nama = "aturan", .wajib = true}, {.nama = "kode"}, {.nama = "teks", .wajib = true}};
	AppBulan month;
	Err err = month_of(m, &month, info);
	if (!err)
		err = api_badan(m, fields, sizeof fields / sizeof *fields, info);
	if (!err)
		err = siklus_justify(m->k, month.opd, month.tahun, month.bulan, fields[0].teks, fields[1].teks, fields[2].teks, info);
	j->status = err ? 0 : 204;
	return err;
}

/* ---- region ---- */

static Err rekap_get(Minta *m, Jawab *j, ErrInfo *info)
{
	int tahun, bulan;
	Err err = api_bulan(m, &tahun, &bulan, info);
	if (!err)
		err = app_rekap(m->k, tahun, bulan, &(AppKeluaran){.json = true}, &j->isi, info);
	j->jenis = err ? NULL : "application/json";
	return err;
}

/* Of one agency, or of the region where the path names none. */
static Err rfk_get(Minta *m, Jawab *j, ErrInfo *info)
{
	int tahun, bulan;
	Err err = api_bulan(m, &tahun, &bulan, info);
	if (!err)
		err = app_rfk(m->k, minta_bagian(m, "opd"), tahun, bulan, &(AppKeluaran){.json = true}, &j->isi, info);
	j->jenis = err ? NULL : "application/json";
	return err;
}

const Rute RUTE_API_BULAN[] = {
	{METODE_GET, "/api/v1/opd/{opd}/laporan/{tahun}/{bulan}", laporan_get, RUTE_API},
	{METODE_GET, "/api/v1/opd/{opd}/laporan/{tahun}/{bulan}/berkas.{bentuk}", laporan_berkas_get, RUTE_API | RUTE_BERAT},
	{METODE_GET, "/api/v1/opd/{opd}/temuan/{tahun}/{bulan}", temuan_get, RUTE_API},
	{METODE_GET, "/api/v1/opd/{opd}/rencana/{tahun}", rencana_get, RUTE_API},
	{METODE_GET, "/api/v1/opd/{opd}/langkah/{tahun}/{bulan}", langkah_get, RUTE_API},
	{METODE_POST, "/api/v1/opd/{opd}/langkah/{tahun}/{bulan}", langkah_post, RUTE_API},
	{METODE_POST, "/api/v1/opd/{opd}/penjelasan/{tahun}/{bulan}", penjelasan_post, RUTE_API},
	{METODE_GET, "/api/v1/opd/{opd}/rfk/{tahun}/{bulan}", rfk_get, RUTE_API},
	{METODE_GET, "/api/v1/rekap/{tahun}/{bulan}", rekap_get, RUTE_API},
	{METODE_GET, "/api/v1/rfk/{tahun}/{bulan}", rfk_get, RUTE_API},
	{0},
};
