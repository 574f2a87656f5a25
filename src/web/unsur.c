#include "web/unsur.h"

void buka(Html *h, const char *element, const char *kelas)
{
	html_open(h, element);
	if (kelas)
		html_attr(h, "class", kelas);
}

void tutup(Html *h, int n)
{
	while (n-- > 0)
		html_close(h);
}

void kepala_kolom(Html *h, const char *kelas, const char *text)
{
	buka(h, "th", kelas);
	html_attr(h, "scope", "col");
	html_text(h, text);
	html_close(h);
}

const char *ikon_level(LevelTemuan level)
{
	return level == LEVEL_ERROR ? "alert-octagon" : level == LEVEL_WARNING ? "alert-triangle" : "info-circle";
}

void butir_tugas(Html *h, const char *kelas, const char *nama_ikon, const char *apa, const char *bagaimana, const char *jalur)
{
	html_open(h, "li");
	html_attr(h, "class", kelas);
	html_open(h, "a");
	html_attr(h, "href", jalur);
	html_open(h, "span");
	html_attr(h, "class", "ib");
	ikon(h, nama_ikon);
	html_close(h);
	html_open(h, "span");
	html_attr(h, "class", "tx");
	html_element(h, "b", NULL, apa);
	html_element(h, "span", NULL, bagaimana);
	html_close(h);
	ikon(h, "chevron-right");
	html_close(h);
	html_close(h);
}

void sel(Html *h, const char *kelas, const char *text)
{
	html_element(h, "td", kelas, text);
}

void rinci(Html *h, const char *nama, const char *nilai)
{
	html_element(h, "dt", NULL, nama);
	html_element(h, "dd", NULL, nilai);
}

void kartu_mulai(Html *h, const char *judul, const char *kecil)
{
	buka(h, "section", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, judul);
	if (kecil)
		html_element(h, "span", "c-s c-2", kecil);
	html_close(h);
}

void kosong(Html *h, const char *nama_ikon, const char *judul, const char *text, const char *aksi, const char *jalur)
{
	buka(h, "div", "c-empty");
	ikon(h, nama_ikon);
	html_element(h, "h2", NULL, judul);
	html_element(h, "p", NULL, text);
	if (aksi) {
		buka(h, "div", "c-aksi");
		tombol_tautan(h, "btn-primary", NULL, aksi, jalur);
		html_close(h);
	}
	html_close(h);
}

/* ---- fields ---- */

static void label(Html *h, const char *nama, const char *text, bool wajib)
{
	buka(h, "label", wajib ? "c-wajib" : NULL);
	html_attr(h, "for", str_format(h->out->arena, "m-%s", nama));
	html_text(h, text);
	html_close(h);
}

static const char *hint_id(Html *h, const char *nama)
{
	return str_format(h->out->arena, "k-%s", nama);
}

static void hint_write(Html *h, const char *nama, const char *hint)
{
	if (!hint)
		return;
	buka(h, "span", "c-hint");
	html_attr(h, "id", hint_id(h, nama));
	html_text(h, hint);
	html_close(h);
}

static const char *refusal_id(Html *h, const char *nama)
{
	return str_format(h->out->arena, "g-%s", nama);
}

static void refusal_write(Html *h, const char *nama, const char *galat)
{
	if (!galat)
		return;
	buka(h, "span", "c-galat");
	html_attr(h, "id", refusal_id(h, nama));
	ikon(h, "alert-octagon");
	html_text(h, galat);
	html_close(h);
}

static void control_attributes(Html *h, const MedanForm *f)
{
	html_attr(h, "class", f->kelas ? str_format(h->out->arena, "form-control %s", f->kelas) : "form-control");
	html_attr(h, "id", str_format(h->out->arena, "m-%s", f->nama));
	html_attr(h, "name", f->nama);
	if (f->galat) {
		html_attr(h, "aria-invalid", "true");
		html_attr(h, "aria-describedby", f->hint ? str_format(h->out->arena, "%s %s", refusal_id(h, f->nama), hint_id(h, f->nama)) : refusal_id(h, f->nama));
	} else if (f->hint) {
		html_attr(h, "aria-describedby", hint_id(h, f->nama));
	}
	if (f->wajib)
		html_attr(h, "required", "");
	if (f->mati)
		html_attr(h, "readonly", "");
	if (f->maks)
		html_attr_int(h, "maxlength", f->maks);
}

void medan_form(Html *h, const MedanForm *f)
{
	buka(h, "div", "c-field");
	label(h, f->nama, f->label, f->wajib);
	if (f->baris) {
		html_open(h, "textarea");
		control_attributes(h, f);
		html_attr_int(h, "rows", f->baris);
		html_lines(h, f->nilai ? f->nilai : "");
		html_close(h);
	} else {
		html_open(h, "input");
		html_attr(h, "type", f->jenis ? f->jenis : "text");
		control_attributes(h, f);
		if (f->masukan)
			html_attr(h, "inputmode", f->masukan);
		if (f->isi_otomatis)
			html_attr(h, "autocomplete", f->isi_otomatis);
		html_attr(h, "value", f->nilai ? f->nilai : "");
		html_void_end(h);
	}
	refusal_write(h, f->nama, f->galat);
	hint_write(h, f->nama, f->hint);
	html_close(h);
}

void medan_pilih(Html *h, const char *text, const char *nama, const char *nilai, const Opsi *opsi, size_t n, const char *hint)
{
	buka(h, "div", "c-field");
	label(h, nama, text, false);
	buka(h, "select", "form-select");
	html_attr(h, "id", str_format(h->out->arena, "m-%s", nama));
	html_attr(h, "name", nama);
	if (hint)
		html_attr(h, "aria-describedby", hint_id(h, nama));
	for (size_t i = 0; i < n; i++) {
		html_open(h, "option");
		html_attr(h, "value", opsi[i].nilai);
		if (str_equal(opsi[i].nilai, nilai))
			html_attr(h, "selected", "");
		html_text(h, opsi[i].teks);
		html_close(h);
	}
	html_close(h);
	hint_write(h, nama, hint);
	html_close(h);
}

static void choice(Html *h, const char *kelas, const char *jenis, const char *text, const char *nama, const char *nilai, bool dipilih)
{
	buka(h, "label", kelas);
	html_open(h, "input");
	html_attr(h, "type", jenis);
	html_attr(h, "name", nama);
	html_attr(h, "value", nilai);
	if (dipilih)
		html_attr(h, "checked", "");
	html_void_end(h);
	html_element(h, "span", NULL, text);
	html_close(h);
}

void medan_centang(Html *h, const char *text, const char *nama, bool dipilih)
{
	choice(h, "form-check", "checkbox", text, nama, "ya", dipilih);
}

void medan_radio(Html *h, const char *text, const char *nama, const char *nilai, bool dipilih)
{
	choice(h, "ra", "radio", text, nama, nilai, dipilih);
}

void form_unggah(Html *h, const Minta *m, const char *aksi, const char *kelas, unsigned maks)
{
	buka(h, "form", kelas);
	html_attr(h, "method", "post");
	html_attr(h, "action", aksi);
	html_attr(h, "enctype", "multipart/form-data");
	html_attr(h, "data-unggah", "segera");
	html_attr_int(h, "data-maks", maks);
	if (m->sesi)
		form_tersembunyi(h, "csrf", m->sesi->csrf);
}

/* ---- messages ---- */

void pesan_ok(Html *h, const Minta *m, const PesanOk *table, size_t n)
{
	const char *key = minta_kueri(m, "ok");
	for (size_t i = 0; *key && i < n; i++)
		if (str_equal(table[i].kunci, key))
			pesan(h, "is-ok", teks(m->bahasa, table[i].teks), NULL);
}

/* A hint that names a command or an option helps at the terminal only. */
static const char *hint_here(const char *hint)
{
	return hint && (strstr(hint, "--") || strstr(hint, "capaian ")) ? NULL : hint;
}

void pesan_tolak(Html *h, const ErrInfo *info)
{
	if (info && info->message)
		pesan(h, "is-err", info->message, hint_here(info->hint));
}

/* ---- texts ---- */

const char *teks_jumlah(Arena *arena, size_t n)
{
	return desimal_print_id(arena, (Desimal){(int64_t)n, 0}, 0);
}

const char *teks_ukuran(Arena *arena, int64_t bytes)
{
	if (bytes < 1000)
		return str_format(arena, "%lld B", (long long)bytes);
	if (bytes < 1000 * 1000)
		return str_format(arena, "%lld KB", (long long)((bytes + 500) / 1000));
	return str_format(arena, "%s MB", desimal_print_id(arena, (Desimal){(bytes + 50000) / 100000, 1}, 1));
}

const char *teks_pendek(Arena *arena, const char *text, size_t n)
{
	const char *p = text;
	for (size_t i = 0; i < n && *p; i++)
		utf8_next(&p);
	return *p ? str_format(arena, "%s…", str_dupn(arena, text, (size_t)(p - text))) : text;
}

const char *teks_ubah_persen(Arena *arena, IsiDesimal ubah, uint8_t desimal, Bahasa bahasa)
{
	if (ubah.isi == ISI_KOSONG)
		return "";
	if (ubah.nilai.m == 0)
		return teks(bahasa, "unchanged");
	Desimal size = {ubah.nilai.m < 0 ? -ubah.nilai.m : ubah.nilai.m, ubah.nilai.scale};
	uint8_t decimals = size.scale > desimal ? size.scale : desimal;
	return str_format(arena, "%s%s", ubah.nilai.m < 0 ? "−" : "+", desimal_print_id(arena, size, decimals));
}
