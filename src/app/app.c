#include "app/app.h"

#include "app/app_inti.h"
#include "document/document.h"
#include "engine/check.h"
#include "engine/explain.h"
#include "report/aturan_text.h"
#include "report/output.h"
#include "report/penjelasan_text.h"
#include "report/render.h"
#include "report/temuan.h"

enum { KEBIJAKAN_BERKAS_MAX = 1024 * 1024 };

/* The policy a request names, or the built-in one. A faulty file is refused with its first error and their number. */
static Err policy_load(const Kebijakan **out, Arena *arena, const AppOptions *options, ErrInfo *info)
{
	if (!options->kebijakan) {
		*out = kebijakan_default(arena);
		return ERR_OK;
	}
	const char *text;
	size_t n;
	Err err = document_read_text(&text, &n, arena, options->kebijakan, KEBIJAKAN_BERKAS_MAX, options->bahasa, info);
	if (err)
		return err;
	DaftarTemuan list = {.arena = arena};
	*out = kebijakan_parse(arena, options->kebijakan, text, n, options->bahasa, &list);
	if (*out)
		return ERR_OK;
	const Temuan *first = &list.temuan[0];
	return err_set(info, ERR_USAGE,
	               str_format(arena, teks(options->bahasa, "the policy file is not valid: %s:%u: %s"), options->kebijakan, first->posisi.baris, first->message),
	               str_format(arena, teks(options->bahasa, "all its errors (%zu): capaian policy check %s"), list.n, options->kebijakan));
}

static void trouble_add(StrBuf *trouble, const ErrInfo *info, Bahasa bahasa)
{
	strbuf_addf(trouble, "capaian: %s\n", info->message);
	if (info->hint)
		strbuf_addf(trouble, "  %s: %s\n", teks(bahasa, "hint"), info->hint);
}

static const char *rule_nearest(Arena *arena, const char *name)
{
	size_t n;
	const Aturan *const *rules = check_rules(arena, &n);
	const char *best = NULL;
	unsigned best_distance = 4;
	for (size_t i = 0; i < n; i++) {
		unsigned d = str_distance(name, rules[i]->nama, 3);
		if (d < best_distance) {
			best = rules[i]->nama;
			best_distance = d;
		}
	}
	return best;
}

Err app_rule_unknown(Arena *arena, const char *name, Bahasa bahasa, ErrInfo *info)
{
	const char *near = rule_nearest(arena, name);
	return err_set(info, ERR_USAGE, str_format(arena, teks(bahasa, "unknown rule '%s'"), name),
	               near ? str_format(arena, teks(bahasa, "did you mean '%s'?"), near) : teks(bahasa, "capaian rules lists all of them"));
}

Err app_rules_known(Arena *arena, const char *const *rules, size_t n_rules, Bahasa bahasa, ErrInfo *info)
{
	for (size_t i = 0; i < n_rules; i++)
		if (!check_rule(rules[i]))
			return app_rule_unknown(arena, rules[i], bahasa, info);
	return ERR_OK;
}

void app_findings_add(StrBuf *out, const BerkasTemuan *checked, size_t n, const AppOptions *options, Sajian sajian, AppJumlah *jumlah)
{
	for (size_t i = 0; i < n; i++) {
		jumlah->error += temuan_count(checked[i].temuan, LEVEL_ERROR);
		jumlah->warning += temuan_count(checked[i].temuan, LEVEL_WARNING);
		jumlah->note += temuan_count(checked[i].temuan, LEVEL_NOTE);
	}
	if (sajian == SAJIAN_JSON)
		temuan_json(out, checked, n, options->bahasa);
	else if (sajian == SAJIAN_SARIF)
		temuan_sarif(out, checked, n, CAPAIAN_VERSION, options->bahasa);
	else
		temuan_text(out, checked, n, options->warna, options->lebar, options->bahasa);
}

Err app_check(Arena *arena, const AppOptions *options, const char *const *files, size_t n_files, const char *const *rules, size_t n_rules, Sajian sajian,
              StrBuf *out, AppJumlah *jumlah, StrBuf *trouble, ErrInfo *info)
{
	const Kebijakan *kebijakan;
	Err worst = policy_load(&kebijakan, arena, options, info);
	if (worst)
		return worst;
	worst = app_rules_known(arena, rules, n_rules, options->bahasa, info);
	if (worst)
		return worst;

	BerkasTemuan *checked = ARENA_ARRAY(arena, BerkasTemuan, n_files);
	size_t n = 0;
	for (size_t i = 0; i < n_files; i++) {
		ErrInfo file_info = {0};
		Draf *draf;
		Err err = document_read(&draf, arena, files[i], options->bahasa, &file_info);
		if (err) {
			trouble_add(trouble, &file_info, options->bahasa);
			worst = err;
			continue;
		}
		DaftarTemuan *list = ARENA_NEW(arena, DaftarTemuan);
		list->arena = arena;
		const Hasil *hasil = rollup_run(arena, &draf->snapshot, kebijakan);
		check_run(arena, draf, kebijakan, hasil, options->bahasa, rules, n_rules, list);
		checked[n++] = (BerkasTemuan){files[i], draf, hasil, list};
	}
	app_findings_add(out, checked, n, options, sajian, jumlah);
	return worst;
}

Kertas app_paper(Ukuran ukuran)
{
	return ukuran == UKURAN_A4 ? KERTAS_A4 : ukuran == UKURAN_LEGAL ? KERTAS_LEGAL : KERTAS_F4;
}

Err app_outputs_known(Arena *arena, const char *const *outputs, size_t n_outputs, Bahasa bahasa, ErrInfo *info)
{
	for (size_t i = 0; i < n_outputs; i++)
		if (!render_by_name(outputs[i]))
			return err_set(info, ERR_USAGE, str_format(arena, teks(bahasa, "%s: this form of report is not known"), outputs[i]),
			               teks(bahasa, "end the name in .pdf, .xlsx, .html, .csv, .json or .md"));
	return ERR_OK;
}

Err app_form_write(Arena *arena, const TabelForm *form, const char *const *outputs, size_t n_outputs, Ukuran ukuran, Bahasa bahasa, ErrInfo *info)
{
	Err err = ERR_OK;
	for (size_t i = 0; !err && i < n_outputs; i++) {
		Keluaran bytes;
		err = render_by_name(outputs[i])(&bytes, arena, form, app_paper(ukuran), bahasa, info);
		if (!err)
			err = output_write(outputs[i], bytes.bytes, bytes.n, false, bahasa, arena, info);
	}
	return err;
}

Err app_report(Arena *arena, const AppOptions *options, const char *file, const char *const *outputs, size_t n_outputs, Ukuran ukuran, bool as_printed,
               ErrInfo *info)
{
	const Kebijakan *kebijakan;
	Draf *draf;
	Err err = app_outputs_known(arena, outputs, n_outputs, options->bahasa, info);
	if (!err)
		err = policy_load(&kebijakan, arena, options, info);
	if (!err)
		err = document_read(&draf, arena, file, options->bahasa, info);
	if (err)
		return err;
	const Hasil *hasil = rollup_run(arena, &draf->snapshot, kebijakan);
	const TabelForm *form = form_laporan_build(arena, hasil, as_printed ? draf : NULL);
	return app_form_write(arena, form, outputs, n_outputs, ukuran, options->bahasa, info);
}

JenisAngka app_figure(Besaran besaran)
{
	return besaran == BESARAN_KEUANGAN ? ANGKA_KEUANGAN : besaran == BESARAN_KELUARAN ? ANGKA_KELUARAN : ANGKA_RATA_RATA;
}

Err app_explain(Arena *arena, const AppOptions *options, const char *file, const char *node, Besaran besaran, StrBuf *out, ErrInfo *info)
{
	const Kebijakan *kebijakan;
	Draf *draf;
	Err err = policy_load(&kebijakan, arena, options, info);
	if (!err)
		err = document_read(&draf, arena, file, options->bahasa, info);
	if (err)
		return err;
	uint32_t simpul = snapshot_lookup(&draf->snapshot, node);
	if (simpul == SIMPUL_NONE)
		return err_set(info, ERR_USAGE, str_format(arena, teks(options->bahasa, "%s has no program, kegiatan or sub kegiatan '%s'"), file, node),
		               teks(options->bahasa, "give a code (2.17.01), a number (12.1.1) or total"));
	const Hasil *hasil = rollup_run(arena, &draf->snapshot, kebijakan);
	penjelasan_text(out, explain_run(arena, hasil, draf, simpul, app_figure(besaran), options->bahasa), options->warna, options->lebar, options->bahasa);
	return ERR_OK;
}

Err app_policy_show(Arena *arena, const AppOptions *options, StrBuf *out, ErrInfo *info)
{
	const Kebijakan *kebijakan;
	Err err = policy_load(&kebijakan, arena, options, info);
	if (!err)
		strbuf_addf(out, "%s\n# SHA-256 %s\n", kebijakan_print(arena, kebijakan, options->bahasa), kebijakan->hash);
	return err;
}

Err app_policy_check(Arena *arena, const AppOptions *options, const char *file, StrBuf *out, AppJumlah *jumlah, ErrInfo *info)
{
	const char *text;
	size_t n;
	Err err = document_read_text(&text, &n, arena, file, KEBIJAKAN_BERKAS_MAX, options->bahasa, info);
	if (err)
		return err;
	DaftarTemuan list = {.arena = arena};
	kebijakan_parse(arena, file, text, n, options->bahasa, &list);
	for (size_t i = 0; i < list.n; i++) {
		const Temuan *t = &list.temuan[i];
		strbuf_addf(out, "%s:%u:%u: %s: %s\n", file, t->posisi.baris, t->posisi.kolom, teks(options->bahasa, "error"), t->message);
		if (t->hint)
			strbuf_addf(out, "  %s: %s\n", teks(options->bahasa, "hint"), t->hint);
	}
	jumlah->error = list.n;
	return ERR_OK;
}

Err app_rules(Arena *arena, const AppOptions *options, const char *name, StrBuf *out, ErrInfo *info)
{
	if (!name) {
		size_t n;
		const Aturan *const *rules = check_rules(arena, &n);
		aturan_text_list(out, rules, n, options->lebar, options->bahasa);
		return ERR_OK;
	}
	if (!check_rule(name))
		return app_rule_unknown(arena, name, options->bahasa, info);
	aturan_text_one(out, check_rule(name), options->lebar, options->bahasa);
	return ERR_OK;
}
