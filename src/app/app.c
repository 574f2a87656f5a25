#include "app/app.h"

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

static Err rule_unknown(Arena *arena, const char *name, Bahasa bahasa, ErrInfo *info)
{
	const char *near = rule_nearest(arena, name);
	return err_set(info, ERR_USAGE, str_format(arena, teks(bahasa, "unknown rule '%s'"), name),
	               near ? str_format(arena, teks(bahasa, "did you mean '%s'?"), near) : teks(bahasa, "capaian rules lists all of them"));
}

Err app_check(Arena *arena, const AppOptions *options, const char *const *files, size_t n_files, const char *const *rules, size_t n_rules, Sajian sajian,
              StrBuf *out, AppJumlah *jumlah, StrBuf *trouble, ErrInfo *info)
{
	const Kebijakan *kebijakan;
	Err worst = policy_load(&kebijakan, arena, options, info);
	if (worst)
		return worst;
	for (size_t i = 0; i < n_rules; i++)
		if (!check_rule(rules[i]))
			return rule_unknown(arena, rules[i], options->bahasa, info);

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
		jumlah->error += temuan_count(list, LEVEL_ERROR);
		jumlah->warning += temuan_count(list, LEVEL_WARNING);
		jumlah->note += temuan_count(list, LEVEL_NOTE);
		checked[n++] = (BerkasTemuan){files[i], draf, hasil, list};
	}
	if (sajian == SAJIAN_JSON)
		temuan_json(out, checked, n, options->bahasa);
	else if (sajian == SAJIAN_SARIF)
		temuan_sarif(out, checked, n, CAPAIAN_VERSION, options->bahasa);
	else
		temuan_text(out, checked, n, options->warna, options->lebar, options->bahasa);
	return worst;
}

static Kertas paper_of(Ukuran ukuran)
{
	return ukuran == UKURAN_A4 ? KERTAS_A4 : ukuran == UKURAN_LEGAL ? KERTAS_LEGAL : KERTAS_F4;
}

Err app_report(Arena *arena, const AppOptions *options, const char *file, const char *const *outputs, size_t n_outputs, Ukuran ukuran, bool as_printed,
               ErrInfo *info)
{
	for (size_t i = 0; i < n_outputs; i++)
		if (!render_by_name(outputs[i]))
			return err_set(info, ERR_USAGE, str_format(arena, teks(options->bahasa, "%s: this form of report is not known"), outputs[i]),
			               teks(options->bahasa, "end the name in .pdf, .xlsx, .html, .csv, .json or .md"));
	const Kebijakan *kebijakan;
	Draf *draf;
	Err err = policy_load(&kebijakan, arena, options, info);
	if (!err)
		err = document_read(&draf, arena, file, options->bahasa, info);
	if (err)
		return err;
	const Hasil *hasil = rollup_run(arena, &draf->snapshot, kebijakan);
	const TabelForm *form = form_laporan_build(arena, hasil, as_printed ? draf : NULL);
	for (size_t i = 0; !err && i < n_outputs; i++) {
		Keluaran bytes;
		err = render_by_name(outputs[i])(&bytes, arena, form, paper_of(ukuran), options->bahasa, info);
		if (!err)
			err = output_write(outputs[i], bytes.bytes, bytes.n, options->bahasa, arena, info);
	}
	return err;
}

static JenisAngka figure_of(Besaran besaran)
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
	penjelasan_text(out, explain_run(arena, hasil, draf, simpul, figure_of(besaran), options->bahasa), options->warna, options->lebar, options->bahasa);
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
		return rule_unknown(arena, name, options->bahasa, info);
	aturan_text_one(out, check_rule(name), options->lebar, options->bahasa);
	return ERR_OK;
}
