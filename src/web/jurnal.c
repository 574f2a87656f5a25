#include "web/jurnal.h"

#include "base/json.h"
#include <unistd.h>

static const char *const METODE[] = {"GET", "POST", "PUT", "DELETE", "-"};

/* One write a line, so that lines of several threads never mix. */
static void line_write(const StrBuf *line)
{
	ssize_t written = write(STDERR_FILENO, strbuf_text(line), line->len);
	(void)written; /* nobody is there to be told */
}

void jurnal_mulai(const Peladen *p)
{
	const PeladenOptions *o = p->options;
	StrBuf out = {.arena = p->arena};
	strbuf_addf(&out, teks(o->bahasa, "capaian serves %s at %s://%s/ - stop it with Ctrl+C"), o->db, o->sertifikat ? "https" : "http", o->alamat);
	printf("%s\n", strbuf_text(&out));
	fflush(stdout);
}

void jurnal_sebagai_root(const PeladenOptions *o)
{
	fprintf(stderr, "%s\n", teks(o->bahasa, "capaian serves as root; on a server that others reach, give it an account of its own with --user"));
}

void jurnal_berhenti(const Peladen *p)
{
	printf("%s\n", teks(p->options->bahasa, "capaian stops; requests at work are finished first"));
	fflush(stdout);
}

void jurnal_permintaan(const Minta *m, const Jawab *j, int64_t mikrodetik, bool utuh)
{
	StrBuf line = {.arena = m->arena};
	Json json = json_begin(&line, 0);
	json_object(&json);
	json_field(&json, "waktu", waktu_print_iso(m->arena, waktu_now(), 0));
	json_field(&json, "nomor", m->nomor);
	json_field(&json, "metode", METODE[m->metode]);
	json_field(&json, "rute", m->rute ? m->rute->pola : "-");
	json_key(&json, "status");
	json_int(&json, j->status);
	json_key(&json, "bytes");
	json_int(&json, (int64_t)j->n_bytes);
	json_key(&json, "mikrodetik");
	json_int(&json, mikrodetik);
	if (!utuh)
		json_field(&json, "akhir", "terputus");
	json_end(&json);
	json_finish(&json);
	line_write(&line);
}
