#include "web/hal_isian.h"

#include "base/angka.h"

#include <stdlib.h>
#include <string.h>

static const char HURUF_JENIS[] = {'u', 'v', 'p', 't', 'f'}; /* by JenisIsian */

const char *sel_kunci(Arena *arena, JenisIsian jenis, const char *kode, int64_t indikator)
{
	return str_format(arena, "%c|%s|%lld", HURUF_JENIS[jenis], kode, (long long)indikator);
}

const char *sel_nama(Arena *arena, const KisiSel *sel)
{
	return str_format(arena, "%s|%lld", sel_kunci(arena, sel->jenis, sel->kode, sel->indikator), (long long)sel->fakta);
}

static bool number_take(const char **at, int64_t *out)
{
	char *end;
	if (**at < '0' || **at > '9')
		return false;
	*out = strtoll(*at, &end, 10);
	*at = end;
	return true;
}

bool sel_parse(Arena *arena, const char *nama, Isian *out)
{
	const char *kind = *nama ? memchr(HURUF_JENIS, *nama, sizeof HURUF_JENIS) : NULL;
	const char *code = kind && nama[1] == '|' ? nama + 2 : NULL, *bar = code ? strchr(code, '|') : NULL;
	if (!bar || bar - code > 40)
		return false;
	*out = (Isian){.jenis = (JenisIsian)(kind - HURUF_JENIS), .kode = str_dupn(arena, code, (size_t)(bar - code)), .nilai = "", .alasan = "", .asal = ""};
	const char *at = bar + 1;
	if (!number_take(&at, &out->indikator))
		return false;
	if (*at == '|') {
		at++;
		out->periksa_dilihat = true;
		if (!number_take(&at, &out->dilihat))
			return false;
	}
	return !*at;
}

const char *volume_teks(Arena *arena, IsiDesimal volume)
{
	if (volume.isi == ISI_KOSONG)
		return "";
	Desimal v = desimal_trim(volume.nilai);
	const char *text = desimal_print_id(arena, v, v.scale < 2 ? 2 : v.scale);
	return *text == '-' ? str_format(arena, "−%s", text + 1) : text;
}

const char *kisi_teks(Arena *arena, JenisIsian jenis, NilaiIsian nilai)
{
	if (nilai.isi == ISI_KOSONG && !*nilai.teks)
		return "";
	if (jenis != ISIAN_VOLUME || *nilai.teks || nilai.isi == ISI_NIHIL)
		return isian_print(arena, jenis, nilai);
	Desimal v = desimal_trim(nilai.angka);
	return desimal_print_id(arena, v, v.scale < 2 ? 2 : v.scale);
}

const char *sel_kelas(Arena *arena, const KisiSel *sel, bool terbuka)
{
	static const char *const levels[] = {" is-err", " is-warn", " is-note"};
	return str_format(arena, "e%s%s%s", !kisi_filled(sel) ? " kosong" : sel->nilai.isi == ISI_NIHIL && !*sel->nilai.teks ? " nihil" : "",
	                  sel->ada_temuan ? levels[sel->level] : "", terbuka ? "" : " is-lock");
}

const char *sel_ikon(const KisiSel *sel)
{
	static const char *const marks[] = {"alert-octagon", "alert-triangle", "info-circle"};
	return sel->ada_temuan ? marks[sel->level] : NULL;
}

const char *sel_saat(const Minta *m, Saat waktu)
{
	Tanggal t = waktu_date(waktu, m->k->pemda.zona);
	const char *iso = waktu_print_iso(m->arena, waktu, m->k->pemda.zona); /* yyyy-mm-ddThh:mm:ss+zz:zz */
	return str_format(m->arena, "%d %s %.2s.%.2s", t.hari, bulan_pendek(t.bulan, m->bahasa), iso + 11, iso + 14);
}

const char *ketik_kalimat(Arena *arena, const char *text)
{
	size_t n = strlen(text);
	if (!n)
		return text;
	char first = text[0] >= 'a' && text[0] <= 'z' ? (char)(text[0] - 'a' + 'A') : text[0];
	return str_format(arena, "%c%s%s", first, text + 1, strchr(".?!", text[n - 1]) ? "" : ".");
}

const char *sel_oleh(const Lembar *l, const KisiSel *sel)
{
	if (!*sel->oleh)
		return "";
	const char *copied = sel->disalin ? teks(l->m->bahasa, " (copied)") : "";
	return str_format(l->m->arena, "%s · %s%s", sel_saat(l->m, sel->waktu), sel->oleh, copied);
}

const char *kisi_id(Arena *arena, const Lembar *l, size_t baris)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	const Simpul *node = &l->kisi->bulan->snapshot.simpul[row->simpul];
	int64_t number = row->indikator == SIMPUL_NONE ? 0 : l->kisi->bulan->baris_indikator[row->indikator]->indikator;
	return str_format(arena, "%s-%lld", node->kode_tertulis, (long long)number);
}

bool ketik_strip(const char *typed)
{
	return angka_parse(typed, NOTASI_ID).status == ANGKA_STRIP;
}

const char *ketik_nilai(const char *typed)
{
	return str_blank(typed) ? "kosong" : typed;
}

static size_t count(const char *text, char c)
{
	size_t n = 0;
	for (; *text; text++)
		n += *text == c;
	return n;
}

void ketik_alasan(const Minta *m, const char *typed, ErrInfo *info)
{
	const char *text = str_trim(m->arena, typed);
	if (*text == '=') {
		*info = (ErrInfo){teks(m->bahasa, "Formulas are not computed here."), teks(m->bahasa, "Type the result.")};
		return;
	}
	if (ketik_strip(text)) {
		*info = (ErrInfo){teks(m->bahasa, "Zero, or not reported?"), teks(m->bahasa, "Write nihil when zero is reported; leave the cell blank when nothing is reported yet.")};
		return;
	}
	StatusAngka status = angka_parse(text, NOTASI_ID).status;
	if (status == ANGKA_BUKAN || status == ANGKA_GALAT || count(text, ',') > 1)
		*info = (ErrInfo){teks(m->bahasa, "Only numbers."), teks(m->bahasa, "Example: 1.250.000,00")};
}
