#include "cli/spec.h"

static const char *option_left(Arena *arena, const Opsi *opsi)
{
	StrBuf b = {.arena = arena};
	if (opsi->pendek)
		strbuf_addf(&b, "-%c, ", opsi->pendek);
	strbuf_addf(&b, "--%s", opsi->panjang);
	if (opsi->nilai && opsi->pilihan)
		for (size_t i = 0; opsi->pilihan[i]; i++)
			strbuf_addf(&b, "%c%s", i ? '|' : ' ', opsi->pilihan[i]);
	else if (opsi->nilai)
		strbuf_addf(&b, " %s", opsi->nilai);
	return strbuf_text(&b);
}

enum { WIDTH = 80, INDENT = 2, BESIDE = 24 };

/* Words of text, wrapped; the first line continues at column `at`, the others start at `indent`. */
static void wrapped(StrBuf *out, const char *text, size_t at, size_t indent)
{
	while (*text) {
		size_t n = strcspn(text, " \n");
		size_t width = utf8_count(str_dupn(out->arena, text, n));
		if (at > indent && at + 1 + width > WIDTH) {
			strbuf_addf(out, "\n%*s", (int)indent, "");
			at = indent;
		} else if (at > indent) {
			strbuf_addc(out, ' ');
			at++;
		}
		strbuf_addn(out, text, n);
		at += width;
		text += n;
		if (str_starts(text, "\n\n")) {
			strbuf_addf(out, "\n\n%*s", (int)indent, "");
			at = indent;
		}
		text += strspn(text, " \n");
	}
	strbuf_addc(out, '\n');
}

static void beside(StrBuf *out, const char *left, const char *right)
{
	size_t width = utf8_count(left);
	strbuf_addf(out, "%*s%s", INDENT, "", left);
	if (INDENT + width + 2 > BESIDE)
		strbuf_addf(out, "\n%*s", BESIDE, "");
	else
		strbuf_addf(out, "%*s", (int)(BESIDE - INDENT - width), "");
	wrapped(out, right, BESIDE, BESIDE);
}

static void options(StrBuf *out, const Perintah *perintah, Bahasa bahasa)
{
	strbuf_addf(out, "\n%s\n", teks(bahasa, "Options:"));
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (perintah_takes(perintah, (OpsiId)id))
			beside(out, option_left(out->arena, &OPSI[id]), teks(bahasa, OPSI[id].bantuan));
}

void help_text(StrBuf *out, const Perintah *perintah, Bahasa bahasa)
{
	if (!perintah) {
		strbuf_addf(out, "capaian - %s\n\n", teks(bahasa, "Laporan Capaian Pelaksanaan Program/Kegiatan: exact, explained, checked, printed"));
		strbuf_addf(out, "%s capaian %s\n\n%s\n", teks(bahasa, "Usage:"), teks(bahasa, "COMMAND [OPTION]... [ARGUMENT]..."), teks(bahasa, "Commands:"));
		for (size_t i = 0; i < N_PERINTAH; i++)
			beside(out, PERINTAH[i].nama, teks(bahasa, PERINTAH[i].ringkas));
		options(out, NULL, bahasa);
		strbuf_addf(out, "\n%s\n", teks(bahasa, "More on a command: capaian help COMMAND"));
		return;
	}
	strbuf_addf(out, "%s capaian %s %s\n\n", teks(bahasa, "Usage:"), perintah->nama, perintah->argumen);
	wrapped(out, teks(bahasa, perintah->uraian), 0, 0);
	options(out, perintah, bahasa);
	strbuf_addf(out, "\n%s\n", teks(bahasa, "Examples:"));
	for (const char *p = perintah->contoh; *p;) {
		size_t n = strcspn(p, "\n");
		strbuf_addf(out, "  %.*s\n", (int)n, p);
		p += n + (p[n] == '\n');
	}
}

/* Text as roff: backslashes, leading dots and hyphens escaped. */
static void roff(StrBuf *out, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (*p == '\\')
			strbuf_add(out, "\\e");
		else if (*p == '-')
			strbuf_add(out, "\\-");
		else if (str_starts(p, "\n\n"))
			strbuf_add(out, "\n.PP\n"), p++;
		else if ((*p == '.' || *p == '\'') && (p == text || p[-1] == '\n'))
			strbuf_addf(out, "\\&%c", *p);
		else
			strbuf_addc(out, *p);
	}
	strbuf_addc(out, '\n');
}

static void man_option(StrBuf *out, const Opsi *opsi, Bahasa bahasa)
{
	strbuf_add(out, ".TP\n.B ");
	roff(out, option_left(out->arena, opsi));
	roff(out, teks(bahasa, opsi->bantuan));
}

static void man_command(StrBuf *out, const Perintah *perintah, Bahasa bahasa)
{
	strbuf_add(out, ".SS ");
	roff(out, str_format(out->arena, "capaian %s %s", perintah->nama, perintah->argumen));
	roff(out, teks(bahasa, perintah->uraian));
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (perintah->opsi >> id & 1)
			man_option(out, &OPSI[id], bahasa);
	strbuf_add(out, ".PP\n.nf\n");
	roff(out, perintah->contoh);
	strbuf_add(out, ".fi\n");
}

void help_man(StrBuf *out, Bahasa bahasa)
{
	strbuf_addf(out, ".TH CAPAIAN 1 \"\" \"capaian %s\"\n.SH %s\n", CAPAIAN_VERSION, teks(bahasa, "NAME"));
	roff(out, str_format(out->arena, "capaian - %s",
	                     teks(bahasa, "Laporan Capaian Pelaksanaan Program/Kegiatan: exact, explained, checked, printed")));
	strbuf_addf(out, ".SH %s\n.B capaian\n", teks(bahasa, "SYNOPSIS"));
	roff(out, teks(bahasa, "COMMAND [OPTION]... [ARGUMENT]..."));
	strbuf_addf(out, ".SH %s\n", teks(bahasa, "COMMANDS"));
	for (size_t i = 0; i < N_PERINTAH; i++)
		man_command(out, &PERINTAH[i], bahasa);
	strbuf_addf(out, ".SH %s\n", teks(bahasa, "OPTIONS OF EVERY COMMAND"));
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (perintah_takes(NULL, (OpsiId)id))
			man_option(out, &OPSI[id], bahasa);
	strbuf_addf(out, ".SH %s\n", teks(bahasa, "EXIT STATUS"));
	roff(out, teks(bahasa, "0 clean; 1 findings; 2 wrong use; 3 the environment failed (a file cannot be read or written); 70 a fault of the program."));
}

static void bash_words(StrBuf *out, const Perintah *perintah)
{
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (perintah_takes(perintah, (OpsiId)id))
			strbuf_addf(out, " --%s", OPSI[id].panjang);
	if (perintah && perintah->kata)
		for (size_t i = 0; perintah->kata[i]; i++)
			strbuf_addf(out, " %s", perintah->kata[i]);
}

/* The shell asks the program itself: rules belong to another part of it. */
#define RULE_NAMES "$(capaian rules 2>/dev/null | sed -n 's/^\\([a-z][a-z-]*\\) .*/\\1/p')"

static void bash_values(StrBuf *out, const Opsi *opsi)
{
	strbuf_addf(out, "\t\t--%s", opsi->panjang);
	if (opsi->pendek)
		strbuf_addf(out, "|-%c", opsi->pendek);
	strbuf_add(out, ")\n\t\t\t");
	if (opsi->pilihan) {
		strbuf_add(out, "COMPREPLY=($(compgen -W '");
		for (size_t i = 0; opsi->pilihan[i]; i++)
			strbuf_addf(out, "%s%s", i ? " " : "", opsi->pilihan[i]);
		strbuf_add(out, "' -- \"$word\"))\n");
	} else if (opsi == &OPSI[OPSI_RULE]) {
		strbuf_add(out, "COMPREPLY=($(compgen -W \"" RULE_NAMES "\" -- \"$word\"))\n");
	} else {
		strbuf_addf(out, "COMPREPLY=(%s)\n", opsi->berkas ? "$(compgen -f -- \"$word\")" : "");
	}
	strbuf_add(out, "\t\t\treturn ;;\n");
}

void help_bash(StrBuf *out)
{
	strbuf_add(out, "# bash completion of capaian, made from its table of commands\n"
	                "_capaian() {\n"
	                "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words\n"
	                "\tcase $before in\n");
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (OPSI[id].nilai)
			bash_values(out, &OPSI[id]);
	strbuf_add(out, "\tesac\n\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\twords='");
	for (size_t i = 0; i < N_PERINTAH; i++)
		strbuf_addf(out, "%s ", PERINTAH[i].nama);
	bash_words(out, NULL);
	strbuf_add(out, "'\n\telse\n\t\tcase $command in\n");
	for (size_t i = 0; i < N_PERINTAH; i++) {
		strbuf_addf(out, "\t\t%s) words='", PERINTAH[i].nama);
		if (str_equal(PERINTAH[i].nama, "help"))
			for (size_t j = 0; j < N_PERINTAH; j++)
				strbuf_addf(out, "%s ", PERINTAH[j].nama);
		bash_words(out, &PERINTAH[i]);
		strbuf_addf(out, "'%s ;;\n", str_equal(PERINTAH[i].nama, "rules") ? "\" " RULE_NAMES "\"" : "");
	}
	strbuf_add(out, "\t\t*) words='' ;;\n\t\tesac\n\tfi\n"
	                "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\") $(compgen -f -- \"$word\"))\n"
	                "}\ncomplete -o filenames -F _capaian capaian\n");
}
