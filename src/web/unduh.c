#include "web/unduh.h"

void unduh_tombol(Html *h, const Minta *m, const char *dasar)
{
	tombol_tautan(h, "btn-primary", "file-type-pdf", teks(m->bahasa, "Download PDF"), str_format(m->arena, "%s.pdf", dasar));
	static const char *const others[][2] = {{"XLSX", "xlsx"}, {"CSV", "csv"}, {"JSON", "json"}};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		tombol_tautan(h, "hp0", NULL, others[i][0], str_format(m->arena, "%s.%s", dasar, others[i][1]));
}

void unduh_kirim(Minta *m, Jawab *j, const Unduhan *u, bool tampil)
{
	bool packed = str_equal(u->jenis, "application/pdf") || str_starts(u->jenis, "application/vnd.");
	if (tampil) {
		j->jenis = u->jenis;
		j->bytes = u->bytes;
		j->n_bytes = u->n;
	} else {
		jawab_unduh(j, m->arena, u->jenis, u->bytes, u->n, u->nama);
	}
	j->mampat = packed;
}

void cetak_tombol(Html *h, const char *text)
{
	html_open(h, "button");
	html_attr(h, "type", "button");
	html_attr(h, "class", "btn hp0 js-saja");
	html_attr(h, "data-cetak", "");
	ikon(h, "printer");
	html_text(h, text);
	html_close(h);
}
