#include "app/jejak_app.h"
#include "app/sajian.h"
#include "base/json.h"
#include "cli/buku.h"

/* ---- audit verify ---- */

static void chain_text(const Permintaan *request, const PeriksaRantai *r, StrBuf *out)
{
	Bahasa b = request->bahasa;
	const HasilJejak *h = &r->hasil;
	if (!h->pertama_rusak) {
		strbuf_addf(out, teks(b, "%s %s: %lld entries, whole\n"), r->pemda, r->nama, (long long)h->jumlah);
	} else {
		const char *who = r->ada_entri ? str_format(request->arena, teks(b, " (%s, by %s)"), waktu_print_id(request->arena, r->entri.waktu, r->zona), r->entri.oleh) : "";
		strbuf_addf(out, teks(b, "%s %s: entry %lld%s: %s\n"), r->pemda, r->nama, (long long)h->pertama_rusak, who, h->sebab);
	}
	if (*r->jangkar)
		strbuf_addf(out, "%s %s: %s\n", r->pemda, r->nama, r->jangkar);
}

static void verify_text(const Permintaan *request, const PeriksaBuku *p, StrBuf *out)
{
	const char *db = spec_value(request, OPSI_DB, "");
	if (*p->berkas)
		strbuf_addf(out, "%s%s%s\n", str_starts(p->berkas, db) ? "" : db, str_starts(p->berkas, db) ? "" : ": ", p->berkas);
	for (size_t i = 0; i < p->n; i++)
		chain_text(request, &p->rantai[i], out);
	if (p->utuh && p->n_jangkar)
		strbuf_addf(out, teks(request->bahasa, "anchors that hold: %zu\n"), p->n_jangkar);
}

static void verify_json(const Permintaan *request, const PeriksaBuku *p, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "utuh");
	json_bool(&j, p->utuh);
	json_field(&j, "berkas", *p->berkas ? p->berkas : NULL);
	json_key(&j, "pemda");
	json_array(&j);
	for (size_t i = 0; i < p->n; i++) {
		const PeriksaRantai *r = &p->rantai[i];
		json_object(&j);
		json_field(&j, "pemda", r->pemda);
		json_key(&j, "jumlah");
		json_int(&j, r->hasil.jumlah);
		json_field(&j, "hash", r->hasil.hash);
		json_key(&j, "rusak");
		if (r->hasil.pertama_rusak) {
			json_object(&j);
			json_key(&j, "id");
			json_int(&j, r->hasil.pertama_rusak);
			json_field(&j, "sebab", r->hasil.sebab);
			json_field(&j, "waktu", r->ada_entri ? waktu_print_iso(request->arena, r->entri.waktu, r->zona) : NULL);
			json_field(&j, "oleh", r->ada_entri ? r->entri.oleh : NULL);
			json_end(&j);
		} else {
			json_null(&j);
		}
		json_field(&j, "jangkar", *r->jangkar ? r->jangkar : NULL);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

/* Commands on the whole ledger, whichever regions it holds. */
static bool whole_options(const Permintaan *request, KonteksOptions *out, int *code)
{
	*out = (KonteksOptions){
		.db = spec_value(request, OPSI_DB, NULL),
		.pemda = spec_value(request, OPSI_PEMDA, NULL),
		.sebagai = spec_value(request, OPSI_AS, NULL),
	};
	if (!out->db)
		*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --db LEDGER"), request->perintah->nama), NULL);
	return out->db;
}

static int audit_verify(const Permintaan *request, bool json)
{
	if (request->opsi[OPSI_AS_OF].n)
		return cmd_wrong(request, teks(request->bahasa, "audit verify looks at the whole ledger; it takes no --as-of"), NULL);
	KonteksOptions options;
	int code;
	if (!whole_options(request, &options, &code))
		return code;
	PeriksaBuku p;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = jejak_periksa(request->arena, &options, spec_value(request, OPSI_ANCHOR, NULL), cmd_progress(request, teks(request->bahasa, "verifying")),
	                        request->bahasa, &p, &info);
	if (!err && json)
		verify_json(request, &p, &out);
	else if (!err)
		verify_text(request, &p, &out);
	code = cmd_finish(request, &out, err, &info);
	return err == ERR_DAMAGED || (code == EXIT_CLEAN && !p.utuh) ? EXIT_FINDINGS : code;
}

/* ---- audit list ---- */

static void entry_text(StrBuf *out, const Konteks *k, const EntriJejak *e)
{
	strbuf_addf(out, "%8lld  %s  %-12s  %-6s  %-18s  %s\n", (long long)e->entri.id, waktu_print_iso(k->arena, e->entri.waktu, k->pemda.zona), e->entri.oleh,
	            e->entri.sumber, e->entri.tabel, e->tentang);
}

/* Page by page, so that memory does not grow with the ledger. */
static Err list_pages(const Konteks *k, bool json, ErrInfo *info)
{
	enum { PAGE = 500 };
	Arena *whole = arena_new();
	StrBuf out = {.arena = whole};
	Json j = json_begin(&out, 0);
	Err err = ERR_OK;
	size_t n = 1;
	if (json) {
		json_object(&j);
		json_field(&j, "pemda", k->pemda.pemda);
		json_key(&j, "jejak");
		json_array(&j);
	}
	for (int64_t from = 1; !err && n && from <= k->sampai; from += PAGE) {
		EntriJejak *rows;
		Konteks page = *k;
		page.arena = arena_new();
		err = jejak_list(&page, from, from + PAGE - 1, &rows, &n, info);
		for (size_t i = 0; !err && i < n; i++) {
			if (json)
				sajian_entri(&j, &page, &rows[i]);
			else
				entry_text(&out, &page, &rows[i]);
		}
		arena_free(page.arena);
		fwrite(strbuf_text(&out), 1, out.len, stdout);
		out.len = 0;
	}
	if (!err && json) {
		json_end(&j);
		json_end(&j);
		json_finish(&j);
		fwrite(strbuf_text(&out), 1, out.len, stdout);
	}
	arena_free(whole);
	return err;
}

static int audit_list(const Permintaan *request, Konteks *k, bool json)
{
	ErrInfo info = {0};
	StrBuf nothing = {.arena = request->arena};
	Err err = list_pages(k, json, &info);
	if (ferror(stdout))
		err = err_set(&info, ERR_WRITE, teks(request->bahasa, "cannot write to standard output"), NULL);
	return cmd_close(request, k, err ? NULL : &nothing, err, &info);
}

static int audit_anchor(const Permintaan *request, Konteks *k, bool json)
{
	int64_t id;
	const char *hash;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = jejak_anchor(k, &id, &hash, &info);
	if (!err && json) {
		Json j = json_begin(&out, 0);
		json_object(&j);
		json_field(&j, "pemda", k->pemda.pemda);
		json_key(&j, "id");
		json_int(&j, id);
		json_field(&j, "hash", hash);
		json_end(&j);
		json_finish(&j);
	} else if (!err) {
		strbuf_addf(&out, "%s %lld %s\n", k->pemda.pemda, (long long)id, hash);
	}
	return cmd_close(request, k, &out, err, &info);
}

int cmd_audit(const Permintaan *request)
{
	const char *word = request->argumen[0];
	bool json;
	Konteks *k;
	int code;
	if (!cmd_format(request, &json, &code))
		return code;
	if (str_equal(word, "verify"))
		return audit_verify(request, json);
	if (request->opsi[OPSI_ANCHOR].n)
		return cmd_wrong(request, teks(request->bahasa, "--anchor belongs to audit verify"), NULL);
	if (!cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	return str_equal(word, "list") ? audit_list(request, k, json) : audit_anchor(request, k, json);
}

/* ---- copies ---- */

static Kemajuan copy_progress(const Permintaan *request)
{
	return cmd_progress(request, teks(request->bahasa, "copying and verifying"));
}

int cmd_backup(const Permintaan *request)
{
	KonteksOptions options;
	int code;
	if (!whole_options(request, &options, &code))
		return code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = cadangan_buat(request->arena, &options, request->argumen[0], copy_progress(request), request->bahasa, &info);
	if (!err)
		strbuf_addf(&out, teks(request->bahasa, "%s: copied and verified\n"), request->argumen[0]);
	return cmd_finish(request, &out, err, &info);
}

int cmd_restore(const Permintaan *request)
{
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = cadangan_pulihkan(request->arena, request->argumen[0], request->argumen[1], copy_progress(request), request->bahasa, &info);
	if (!err)
		strbuf_addf(&out, teks(request->bahasa, "%s: copied and verified\n"), request->argumen[1]);
	return cmd_finish(request, &out, err, &info);
}
