/* Pieces that many pages share (halaman.h). */
#include "web/halaman.h"

#include "base/tanggal.h"

/* ---- forms and links ---- */

void form_tersembunyi(Html *h, const char *nama, const char *nilai)
{
	html_open(h, "input");
	html_attr(h, "type", "hidden");
	html_attr(h, "name", nama);
	html_attr(h, "value", nilai);
	html_void_end(h);
}

void form_mulai(Html *h, const Minta *m, const char *aksi, const char *kelas, bool berkas)
{
	html_open(h, "form");
	html_attr(h, "method", "post");
	html_attr(h, "action", aksi);
	if (kelas)
		html_attr(h, "class", kelas);
	if (berkas) {
		html_attr(h, "enctype", "multipart/form-data");
		html_attr(h, "data-unggah", ""); /* with scripts: dropping files, their names, the progress of sending them */
		html_attr_int(h, "data-maks", UNGGAH_MAX);
	}
	if (m->sesi)
		form_tersembunyi(h, "csrf", m->sesi->csrf);
}

void tombol(Html *h, const char *kelas, const char *nama_ikon, const char *teks_tombol, const char *nama, const char *nilai)
{
	html_open(h, "button");
	html_attr(h, "type", "submit");
	html_attr(h, "class", str_format(h->out->arena, "btn%s%s", kelas ? " " : "", kelas ? kelas : ""));
	if (nama) {
		html_attr(h, "name", nama);
		html_attr(h, "value", nilai ? nilai : "");
	}
	if (nama_ikon)
		ikon(h, nama_ikon);
	html_text(h, teks_tombol);
	html_close(h);
}

void tombol_tautan(Html *h, const char *kelas, const char *nama_ikon, const char *teks_tautan, const char *jalur)
{
	html_open(h, "a");
	html_attr(h, "class", str_format(h->out->arena, "btn%s%s", kelas ? " " : "", kelas ? kelas : ""));
	html_attr(h, "href", jalur);
	if (nama_ikon)
		ikon(h, nama_ikon);
	html_text(h, teks_tautan);
	html_close(h);
}

void tautan(Html *h, const char *kelas, const char *teks_tautan, const char *jalur)
{
	html_open(h, "a");
	if (kelas)
		html_attr(h, "class", kelas);
	html_attr(h, "href", jalur);
	html_text(h, teks_tautan);
	html_close(h);
}

void pesan(Html *h, const char *kelas, const char *text, const char *petunjuk)
{
	bool wrong = str_equal(kelas, "is-err"), warning = str_equal(kelas, "is-warn"), good = str_equal(kelas, "is-ok");
	html_open(h, "div");
	html_attr(h, "class", str_format(h->out->arena, "c-banner %s", kelas));
	html_attr(h, "role", wrong ? "alert" : "status");
	ikon(h, wrong ? "alert-octagon" : warning ? "alert-triangle" : good ? "check" : "info-circle");
	html_open(h, "div");
	html_element(h, "b", NULL, text);
	if (petunjuk) {
		html_text(h, " ");
		html_element(h, "span", NULL, petunjuk);
	}
	html_close(h);
	html_close(h);
}

/* ---- states ---- */

static const struct { const char *teks, *ikon; } KEADAAN[] = {
	[KEADAAN_KOSONG] = {TEKS("No entries yet"), "minus"},
	[KEADAAN_DRAF] = {TEKS("Draft"), "pencil"},
	[KEADAAN_DIAJUKAN] = {TEKS("Submitted"), "send"},
	[KEADAAN_DIVERIFIKASI] = {TEKS("Verified"), "check"},
	[KEADAAN_DISAHKAN] = {TEKS("Approved"), "lock"},
	[KEADAAN_DIKEMBALIKAN] = {TEKS("Returned"), "arrow-back-up"},
};

const char *keadaan_ikon(Keadaan keadaan)
{
	return KEADAAN[keadaan].ikon;
}

const char *keadaan_teks(Bahasa bahasa, Keadaan keadaan)
{
	return teks(bahasa, KEADAAN[keadaan].teks);
}

void cip_keadaan(Html *h, const Minta *m, Keadaan keadaan, bool terlambat)
{
	html_open(h, "span");
	html_attr(h, "class", str_format(m->arena, "c-chip st-%s", keadaan_name(keadaan)));
	ikon_kecil(h, keadaan_ikon(keadaan));
	html_text(h, keadaan_teks(m->bahasa, keadaan));
	html_close(h);
	if (!terlambat)
		return;
	html_open(h, "span");
	html_attr(h, "class", "c-chip st-terlambat");
	ikon_kecil(h, "clock");
	html_text(h, teks(m->bahasa, "Late"));
	html_close(h);
}

static const char *const PERAN_TEKS[PERAN_JUMLAH] = {TEKS("Operator"), TEKS("Head of agency"), TEKS("Verifier"), TEKS("Leader"), TEKS("Auditor"), TEKS("Administrator"), TEKS("Public")};

const char *peran_teks(Bahasa bahasa, Peran peran)
{
	return teks(bahasa, PERAN_TEKS[peran]);
}

const char *bulan_pendek(int bulan, Bahasa bahasa)
{
	static const char *const names[2][12] = {{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	                                         {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"}};
	return names[bahasa == BAHASA_ID][bulan - 1];
}

void strip_bulan(Html *h, const Minta *m, const StatusOpd *status, int tahun, int bulan, const char *dasar, const char *ekor)
{
	html_open(h, "nav");
	html_attr(h, "class", "c-months");
	html_attr(h, "aria-label", teks(m->bahasa, "Month"));
	for (int i = 1; i <= 12; i++) {
		Keadaan keadaan = status->bulan[i - 1].keadaan;
		html_open(h, "a");
		html_attr(h, "href", str_format(m->arena, "%s/%d/%d%s", dasar, tahun, i, ekor));
		html_attr(h, "class", str_format(m->arena, "st-%s", keadaan_name(keadaan)));
		html_attr(h, "title", str_format(m->arena, "%s %d: %s", bulan_name((uint8_t)i, m->bahasa), tahun, keadaan_teks(m->bahasa, keadaan)));
		if (i == bulan)
			html_attr(h, "aria-current", "page");
		ikon_berlabel(h, keadaan_ikon(keadaan), keadaan_teks(m->bahasa, keadaan));
		html_text(h, bulan_pendek(i, m->bahasa));
		html_close(h);
	}
	html_close(h);
}

/* ---- choosing agency and month ---- */

Err pilih_bulan(Minta *m, PilihBulan *out, ErrInfo *info)
{
	*out = (PilihBulan){.tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0), .bulan = (int)minta_angka(m, "bulan", 1, 12, 0)};
	if (!out->tahun || !out->bulan)
		return err_set(info, ERR_ABSENT, teks(m->bahasa, "There is no such month."), NULL);
	return konteks_opd(m->k, minta_bagian(m, "opd"), &out->opd, info);
}

Err bulan_terbaru(Minta *m, const char *opd, int *tahun, int *bulan, ErrInfo *info)
{
	Tanggal today = waktu_date(m->k->per, m->k->pemda.zona);
	*tahun = today.tahun;
	*bulan = today.bulan;
	for (int y = today.tahun; y > today.tahun - 5; y--) {
		StatusOpd *status;
		size_t n;
		Err err = status_tahun(m->k, opd, y, &status, &n, info);
		if (err)
			return err;
		for (int i = 12; i >= 1; i--) {
			for (size_t k = 0; k < n; k++) {
				if (status[k].bulan[i - 1].keadaan == KEADAAN_KOSONG)
					continue;
				*tahun = y;
				*bulan = i;
				return ERR_OK;
			}
		}
	}
	return ERR_OK;
}

Err pilih_opd(Html *h, Minta *m, const char *jalur, const char *terpilih, ErrInfo *info)
{
	BarisOpd *rows;
	size_t n;
	Err err = tata_opd_list(m->k, &rows, &n, info);
	if (err)
		return err;
	html_open(h, "form");
	html_attr(h, "method", "get");
	html_attr(h, "action", jalur);
	html_attr(h, "class", "c-baris");
	html_attr(h, "data-otomatis", "");
	html_open(h, "label");
	html_element(h, "span", "c-vh", teks(m->bahasa, "Agency"));
	html_open(h, "select");
	html_attr(h, "name", "opd");
	html_attr(h, "class", "form-select");
	for (size_t i = 0; i < n; i++) {
		if (!rows[i].aktif && !str_equal(rows[i].opd, terpilih))
			continue;
		html_open(h, "option");
		html_attr(h, "value", rows[i].opd);
		if (str_equal(rows[i].opd, terpilih))
			html_attr(h, "selected", "");
		html_text(h, rows[i].nama);
		html_close(h);
	}
	html_close(h);
	html_close(h);
	tombol(h, "tanpa-js", NULL, teks(m->bahasa, "Open"), NULL, NULL);
	html_close(h);
	return ERR_OK;
}

/* ---- numbers ---- */

/* The minus of typography, which is as wide as a digit. */
static const char *with_minus(Arena *arena, const char *number)
{
	return number[0] == '-' ? str_format(arena, "−%s", number + 1) : number;
}

const char *teks_uang(Arena *arena, IsiRupiah uang)
{
	return uang.isi == ISI_KOSONG ? "-" : with_minus(arena, rupiah_print_id(arena, uang.nilai));
}

const char *teks_persen(Arena *arena, IsiDesimal persen, uint8_t desimal)
{
	return persen.isi == ISI_KOSONG ? "-" : with_minus(arena, desimal_print_id(arena, persen.nilai, desimal));
}

const char *teks_volume(Arena *arena, IsiDesimal volume)
{
	enum { DESIMAL_LAZIM = 2 };
	if (volume.isi == ISI_KOSONG)
		return "-";
	Desimal plain = desimal_trim(volume.nilai);
	return with_minus(arena, desimal_print_id(arena, volume.nilai, plain.scale > DESIMAL_LAZIM ? plain.scale : DESIMAL_LAZIM));
}

typedef struct { int64_t dari; const char *panjang, *pendek; } Satuan;
static const Satuan SATUAN[] = {
	{INT64_C(1000000000000), TEKS("trillion"), TEKS("T")}, {INT64_C(1000000000), TEKS("billion"), TEKS("B")},
	{INT64_C(1000000), TEKS("million"), TEKS("M")}, {INT64_C(1000), TEKS("thousand"), TEKS("K")},
};
enum { N_SATUAN = sizeof SATUAN / sizeof *SATUAN, SEN = 100 };

/* The amount in the largest unit that it fills, with two decimals, half away from zero. */
static const char *shortened(Arena *arena, int64_t sen, Bahasa b, bool brief)
{
	uint64_t amount = sen < 0 ? 0 - (uint64_t)sen : (uint64_t)sen;
	for (int i = 0; i < N_SATUAN; i++) {
		uint64_t unit = (uint64_t)SATUAN[i].dari * SEN, hundredth = unit / 100;
		if (amount < unit - hundredth / 2)
			continue;
		uint64_t hundredths = (amount + hundredth / 2) / hundredth;
		const char *number = desimal_print_id(arena, (Desimal){(int64_t)hundredths, 2}, 2);
		return str_format(arena, "%s %s", number, teks(b, brief ? SATUAN[i].pendek : SATUAN[i].panjang));
	}
	return rupiah_print_id(arena, (Rupiah){(int64_t)amount});
}

const char *teks_uang_ringkas(Arena *arena, Rupiah uang, Bahasa bahasa)
{
	return str_format(arena, "%sRp%s", uang.sen < 0 ? "−" : "", shortened(arena, uang.sen, bahasa, false));
}

const char *teks_ubah_ringkas(Arena *arena, Rupiah ubah, Bahasa bahasa)
{
	if (ubah.sen == 0)
		return teks(bahasa, "unchanged");
	return str_format(arena, "%s%s", ubah.sen < 0 ? "−" : "+", shortened(arena, ubah.sen, bahasa, true));
}

const char *teks_tanggal(Arena *arena, Tanggal t, Bahasa bahasa)
{
	return t.tahun ? str_format(arena, "%d %s %d", t.hari, bulan_name(t.bulan, bahasa), t.tahun) : "";
}

const char *teks_waktu(const Minta *m, Saat waktu)
{
	const char *iso = waktu_print_iso(m->arena, waktu, m->k->pemda.zona); /* yyyy-mm-ddThh:mm:ss+zz:zz */
	return str_format(m->arena, "%s %.2s.%.2s", teks_tanggal(m->arena, waktu_date(waktu, m->k->pemda.zona), m->bahasa), iso + 11, iso + 14);
}

void angka_kenapa(Html *h, const char *text, const char *jalur)
{
	html_open(h, "a");
	html_attr(h, "class", "c-why");
	html_attr(h, "href", jalur);
	html_attr(h, "data-penjelasan", "");
	html_text(h, text);
	html_close(h);
}

/* ---- predicate ---- */

enum { BATANG = 5, WARNA = 6 };

/* Six colours from the top; the band above 100, where the policy has one, takes the first. House rule. */
static int predicate_colour(const Kebijakan *kebijakan, int8_t predikat)
{
	bool above = kebijakan->n_pita && desimal_cmp(kebijakan->pita[0].batas, (Desimal){100, 0}) >= 0;
	int colour = WARNA - (above ? 0 : 1) - predikat;
	return colour < 1 ? 1 : colour;
}

void predikat_cip(Html *h, const Minta *m, const Kebijakan *kebijakan, int8_t predikat, bool quiet)
{
	if (predikat < 0)
		return;
	int colour = predicate_colour(kebijakan, predikat), full = colour > BATANG ? BATANG : colour;
	html_open(h, "span");
	html_attr(h, "class", str_format(m->arena, "c-p c-p%d%s", colour, quiet ? " c-pq" : ""));
	html_open(h, "svg");
	html_attr(h, "class", "c-pip");
	html_attr(h, "viewBox", "0 0 16 11");
	html_attr(h, "aria-hidden", "true");
	for (int i = 0; i < BATANG; i++) {
		html_open(h, "rect");
		if (i < full)
			html_attr(h, "class", "f");
		html_attr_int(h, "x", (unsigned)(i * 3));
		html_attr_int(h, "y", (unsigned)(8 - i * 2));
		html_attr(h, "width", "2");
		html_attr_int(h, "height", (unsigned)(3 + i * 2));
		html_close(h);
	}
	html_close(h);
	html_text(h, kebijakan->pita[predikat].nama);
	html_close(h);
}
