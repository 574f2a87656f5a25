#include "app/app_inti.h"
#include "app/bulan.h"
#include "app/pohon.h"
#include "engine/explain.h"
#include "report/penjelasan_text.h"

static Err month_read(Bulan **out, Konteks *k, const AppBulan *bulan, ErrInfo *info)
{
	return bulan_read(out, k, bulan->opd, bulan->tahun, bulan->bulan, bulan->revisi, info);
}

Err app_bulan_check(Konteks *k, const AppOptions *options, const AppBulan *bulan, const char *const *rules, size_t n_rules, Sajian sajian, StrBuf *out,
                    AppJumlah *jumlah, ErrInfo *info)
{
	Bulan *b;
	Err err = app_rules_known(k->arena, rules, n_rules, k->bahasa, info);
	if (!err)
		err = month_read(&b, k, bulan, info);
	if (err)
		return err;
	const Draf *draf = bulan_draf(k->arena, b);
	DaftarTemuan list = {.arena = k->arena};
	check_run(k->arena, draf, b->kebijakan, b->hasil, k->bahasa, rules, n_rules, &list);
	const BerkasTemuan checked = {draf->buku->berkas, draf, b->hasil, &list};
	app_findings_add(out, &checked, 1, options, sajian, jumlah);
	return ERR_OK;
}

static Err origin_of(AsalForm *out, Konteks *k, const Bulan *b, ErrInfo *info)
{
	bool asked = k->sampai != STORE_KINI;
	*out = (AsalForm){
		.pemda = k->pemda.pemda, .revisi = b->revisi, .keadaan = keadaan_name(b->keadaan), .terkunci = b->terkunci,
		.per = asked ? waktu_print_iso(k->arena, k->per, k->pemda.zona) : NULL,
		.per_teks = asked ? waktu_print_id(k->arena, k->per, k->pemda.zona) : NULL,
	};
	return b->terkunci ? bulan_anchor(k, b, &out->entri, &out->hash, info) : ERR_OK;
}

Err app_bulan_form(const TabelForm **out, Konteks *k, const Bulan *bulan, ErrInfo *info)
{
	AsalForm *asal = ARENA_NEW(k->arena, AsalForm); /* the form points at it */
	Err err = origin_of(asal, k, bulan, info);
	if (!err)
		*out = form_laporan_build_ledger(k->arena, bulan->hasil, asal);
	return err;
}

Err app_bulan_report(Konteks *k, const AppBulan *bulan, const char *const *outputs, size_t n_outputs, Ukuran ukuran, ErrInfo *info)
{
	Bulan *b;
	const TabelForm *form;
	Err err = app_outputs_known(k->arena, outputs, n_outputs, k->bahasa, info);
	if (!err)
		err = month_read(&b, k, bulan, info);
	if (!err)
		err = app_bulan_form(&form, k, b, info);
	return err ? err : app_form_write(k->arena, form, outputs, n_outputs, ukuran, k->bahasa, info);
}

Err app_bulan_explain(Konteks *k, const AppOptions *options, const AppBulan *bulan, const char *node, Besaran besaran, StrBuf *out, ErrInfo *info)
{
	Bulan *b;
	Err err = month_read(&b, k, bulan, info);
	if (err)
		return err;
	uint32_t simpul = snapshot_lookup(&b->snapshot, node);
	if (simpul == SIMPUL_NONE)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s has no program, kegiatan or sub kegiatan '%s'"), b->opd.nama, node),
		               teks(k->bahasa, "give a code (2.17.01), a number (12.1.1) or total"));
	const Draf *draf = bulan_draf(k->arena, b);
	penjelasan_text(out, explain_run(k->arena, b->hasil, draf, simpul, app_figure(besaran), k->bahasa), options->warna, options->lebar, k->bahasa);
	return ERR_OK;
}

Err app_policy_of_year(const Kebijakan **out, Konteks *k, int tahun, ErrInfo *info)
{
	BarisKebijakan *rows;
	size_t n;
	Err err = store_list_kebijakan(k->store, k->arena, k->pemda.pemda, tahun, k->sampai, &rows, &n, info);
	if (err)
		return err;
	return pohon_policy(out, k, n ? &rows[n - 1] : NULL, info);
}

Err app_tahun_policy(Konteks *k, int tahun, StrBuf *out, ErrInfo *info)
{
	const Kebijakan *kebijakan;
	Err err = konteks_may(k, AKSI_BACA_TERBIT, "", info);
	if (!err)
		err = app_policy_of_year(&kebijakan, k, tahun, info);
	if (!err)
		strbuf_addf(out, "%s\n# SHA-256 %s\n", kebijakan_print(k->arena, kebijakan, k->bahasa), kebijakan->hash);
	return err;
}
