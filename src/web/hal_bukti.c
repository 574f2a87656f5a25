/* hal_bukti: the evidence of a month by sub kegiatan - sending files, who put them there, a preview beside, taking them off. */
#include "app/bukti.h"
#include "app/siklus.h"
#include "app/tata.h"
#include "app/tinjau.h"
#include "web/unsur.h"

typedef struct {
	Minta *m;
	Html *h;
	PilihBulan p;
	const Bulan *bulan;
	BarisBukti *berkas; size_t n;
	const char *dasar;
	const char *kode;            /* the chosen row; "" the whole report */
	const BarisBukti *lihat;     /* in the preview; NULL */
	bool boleh;
} Lembar;

static const char *T(const Lembar *l, const char *key) __attribute__((format_arg(2)));
static const char *T(const Lembar *l, const char *key)
{
	return teks(l->m->bahasa, key);
}

static size_t count(const Lembar *l, const char *kode)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		n += str_equal(l->berkas[i].kode, kode);
	return n;
}

/* ---- the rows ---- */

static void row(Lembar *l, const char *kode, const char *nomor, const char *nama, const char *kelas)
{
	Html *h = l->h;
	size_t n = count(l, kode);
	bool chosen = str_equal(kode, l->kode);
	buka(h, "tr", chosen ? str_format(l->m->arena, "%s pilih", kelas) : kelas);
	if (chosen)
		html_attr(h, "aria-current", "true");
	sel(h, "kd", nomor);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	tautan(h, NULL, nama, str_format(l->m->arena, "%s?kode=%s#kirim", l->dasar, kode));
	html_close(h);
	sel(h, n ? "n c-b" : "n c-3", n ? str_format(l->m->arena, "%zu", n) : "-");
	html_close(h);
}

static void rows(Lembar *l)
{
	static const char *const levels[] = {"", "lv1", "lv2", "lv3"};
	Html *h = l->h;
	const Snapshot *s = &l->bulan->snapshot;
	kartu_mulai(h, T(l, "Sub kegiatan"), str_format(l->m->arena, T(l, "%zu files in this month"), l->n));
	buka(h, "div", "c-gulir");
	buka(h, "table", "c-t c-pohon");
	html_element(h, "caption", "c-vh", T(l, "Files by sub kegiatan"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "k64", T(l, "No"));
	kepala_kolom(h, NULL, T(l, "Name"));
	kepala_kolom(h, "n k72", T(l, "Files"));
	tutup(h, 2);
	html_open(h, "tbody");
	row(l, "", "", T(l, "The whole report"), "lv2");
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *node = &s->simpul[i];
		if (node->tingkat != TINGKAT_KEGIATAN || count(l, node->kode_tertulis))
			row(l, node->kode_tertulis, node->nomor, node->nama, levels[node->tingkat]);
	}
	tutup(h, 4);
}

/* ---- files of the chosen row ---- */

static const char *kind_icon(const char *jenis)
{
	return str_starts(jenis, "image/") ? "photo" : str_equal(jenis, "application/pdf") ? "file-type-pdf" : strstr(jenis, "sheet") || str_equal(jenis, "text/csv") ? "file-spreadsheet" : "file";
}

/* "PDF", "JPEG" */
static const char *kind_name(const char *jenis)
{
	static const struct {
		const char *jenis, *nama;
	} names[] = {{"application/pdf", "PDF"}, {"image/jpeg", "JPEG"}, {"image/png", "PNG"}, {"image/webp", "WebP"}, {"text/csv", "CSV"}, {"text/plain", "TXT"}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal(names[i].jenis, jenis))
			return names[i].nama;
	return strstr(jenis, "spreadsheetml") ? "XLSX" : strstr(jenis, "wordprocessingml") ? "DOCX" : strstr(jenis, "opendocument.spreadsheet") ? "ODS" : "ODT";
}

static Err file_item(Lembar *l, const BarisBukti *b, ErrInfo *info)
{
	Html *h = l->h;
	const char *who;
	Saat when;
	Err err = tinjau_pengisi(l->m->k, b->id, &who, &when, info);
	if (err)
		return err;
	html_open(h, "li");
	ikon(h, kind_icon(b->jenis));
	buka(h, "span", "nm");
	tautan(h, NULL, b->nama, str_format(l->m->arena, "%s?kode=%s&lihat=%.16s#lihat", l->dasar, b->kode, b->hash));
	html_close(h);
	if (l->boleh) {
		form_mulai(h, l->m, str_format(l->m->arena, "%s/lepas", l->dasar), NULL, false);
		form_tersembunyi(h, "hash", b->hash);
		form_tersembunyi(h, "kode", b->kode);
		html_open(h, "button");
		html_attr(h, "class", "btn btn-sm btn-ghost");
		html_attr(h, "type", "submit");
		html_attr(h, "aria-label", str_format(l->m->arena, T(l, "Take off %s"), b->nama));
		html_text(h, T(l, "Take off"));
		tutup(h, 2);
	} else {
		html_element(h, "span", NULL, "");
	}
	html_element(h, "span", "ket",
	             str_format(l->m->arena, "%s · %s · %s, %s", kind_name(b->jenis), teks_ukuran(l->m->arena, b->ukuran), who, teks_waktu(l->m, when)));
	html_open(h, "span");
	html_attr(h, "class", "ket c-sidik");
	html_text(h, str_format(l->m->arena, T(l, "fingerprint %.16s..."), b->hash));
	html_close(h);
	html_close(h);
	return ERR_OK;
}

static const char *chosen_name(const Lembar *l)
{
	uint32_t at = *l->kode ? snapshot_lookup(&l->bulan->snapshot, l->kode) : SIMPUL_NONE;
	return at < l->bulan->snapshot.n_simpul ? l->bulan->snapshot.simpul[at].nama : T(l, "The whole report");
}

static void upload_form(Lembar *l)
{
	Html *h = l->h;
	form_unggah(h, l->m, l->dasar, "c-isi", BUKTI_MAX);
	form_tersembunyi(h, "kode", l->kode);
	buka(h, "label", "c-drop kecil");
	ikon(h, "camera");
	html_element(h, "b", NULL, T(l, "Drop files here, choose them, or take a picture"));
	html_element(h, "span", "c-s", T(l, "PDF, JPEG, PNG, WebP, XLSX, DOCX, ODS, ODT, CSV, text; up to 10 MB each"));
	html_open(h, "input");
	html_attr(h, "type", "file");
	html_attr(h, "name", "berkas");
	html_attr(h, "multiple", "");
	html_attr(h, "required", "");
	html_attr(h, "accept", ".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx,.ods,.odt,.csv,.txt,image/*");
	html_void_end(h);
	html_close(h);
	html_open(h, "noscript");
	tombol(h, "btn-primary", "upload", T(l, "Send"), NULL, NULL);
	tutup(h, 2);
}

static Err files(Lembar *l, ErrInfo *info)
{
	Html *h = l->h;
	Err err = ERR_OK;
	buka(h, "section", "c-card");
	html_attr(h, "id", "kirim");
	html_open(h, "header");
	html_element(h, "h2", NULL, chosen_name(l));
	html_close(h);
	if (l->boleh)
		upload_form(l);
	buka(h, "ul", "c-berkas");
	for (size_t i = 0; !err && i < l->n; i++)
		if (str_equal(l->berkas[i].kode, l->kode))
			err = file_item(l, &l->berkas[i], info);
	html_close(h);
	if (!count(l, l->kode) && !l->boleh)
		html_element(h, "p", "c-isi c-2", T(l, "No file is attached here."));
	html_close(h);
	return err;
}

static void preview(Lembar *l)
{
	const BarisBukti *b = l->lihat;
	Html *h = l->h;
	if (!b)
		return;
	const char *url = str_format(l->m->arena, "%s/%s", l->dasar, b->hash);
	buka(h, "section", "c-card");
	html_attr(h, "id", "lihat");
	html_open(h, "header");
	html_element(h, "h2", NULL, b->nama);
	buka(h, "div", "c-act");
	tombol_tautan(h, "btn-sm", "download", T(l, "Download"), str_format(l->m->arena, "%s?unduh=ya", url));
	tutup(h, 2);
	buka(h, "div", "c-isi");
	if (str_starts(b->jenis, "image/")) {
		html_open(h, "img");
		html_attr(h, "class", "c-pratinjau");
		html_attr(h, "src", url);
		html_attr(h, "alt", str_format(l->m->arena, T(l, "Preview of %s"), b->nama));
		html_void_end(h);
	} else {
		html_element(h, "p", "c-2", T(l, "This kind of file is not shown inside the page; download it to look at it."));
	}
	buka(h, "dl", "c-dl");
	rinci(h, T(l, "Kind"), b->jenis);
	rinci(h, T(l, "Size"), teks_ukuran(l->m->arena, b->ukuran));
	html_element(h, "dt", NULL, T(l, "Fingerprint (SHA-256)"));
	html_element(h, "dd", "c-mono", b->hash);
	tutup(h, 3);
}

/* ---- the page ---- */

static Err month_load(Minta *m, Lembar *l, ErrInfo *info)
{
	Bulan *b;
	*l = (Lembar){.m = m};
	Err err = pilih_bulan(m, &l->p, info);
	if (!err)
		err = bukti_list(m->k, l->p.opd.opd, l->p.tahun, l->p.bulan, &l->berkas, &l->n, info);
	if (!err)
		err = bulan_frame(&b, m->k, l->p.opd.opd, l->p.tahun, l->p.bulan, info);
	if (err)
		return err;
	ErrInfo ignored = {0};
	l->bulan = b;
	l->dasar = str_format(m->arena, "/bukti/%s/%d/%d", l->p.opd.opd, l->p.tahun, l->p.bulan);
	l->boleh = akses_allows(m->k->peran, m->k->pengguna.opd, AKSI_BUKTI, l->p.opd.opd) && siklus_open_for_entry(m->k, b, &ignored) == ERR_OK;
	return ERR_OK;
}

static Err month_show(Minta *m, Jawab *j, const char *kode, const ErrInfo *refused, ErrInfo *info)
{
	static const PesanOk done[] = {{"kirim", TEKS("The file is attached.")}, {"lepas", TEKS("The file is taken off; its history stays.")}};
	Lembar l;
	StatusOpd *status;
	size_t n;
	Err err = month_load(m, &l, info);
	if (!err)
		err = status_tahun(m->k, l.p.opd.opd, l.p.tahun, &status, &n, info);
	if (err)
		return err;
	l.kode = kode;
	const char *seen = minta_kueri(m, "lihat");
	for (size_t i = 0; i < l.n && strlen(seen) >= 8; i++)
		if (str_starts(l.berkas[i].hash, seen))
			l.lihat = &l.berkas[i];
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Evidence %s %d"), bulan_name((uint8_t)l.p.bulan, m->bahasa), l.p.tahun), .sub = l.p.opd.nama,
	                                        .menu = MENU_BUKTI});
	l.h = &h;
	buka(&h, "div", "c-ket");
	cip_keadaan(&h, m, l.bulan->keadaan, false);
	html_close(&h);
	halaman_isi(&h);
	if (n) {
		buka(&h, "div", "c-tools");
		strip_bulan(&h, m, &status[0], l.p.tahun, l.p.bulan, str_format(m->arena, "/bukti/%s", l.p.opd.opd), "");
		html_close(&h);
	}
	pesan_ok(&h, m, done, sizeof done / sizeof *done);
	pesan_tolak(&h, refused);
	if (!l.boleh)
		pesan(&h, "is-note", T(&l, "Evidence can be read here; only the agency adds to it, while the month is open."), NULL);
	buka(&h, "div", "c-split sedang");
	rows(&l);
	html_open(&h, "div");
	err = files(&l, info);
	preview(&l);
	tutup(&h, 2);
	if (err)
		return err;
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err month_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return month_show(m, j, minta_kueri(m, "kode"), NULL, info);
}

static Err upload_post(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan p;
	BarisBukti row;
	bool fresh;
	const char *kode = minta_isi(m, "kode");
	Err err = pilih_bulan(m, &p, info);
	if (!err && !m->n_unggahan)
		err = err_set(info, ERR_USAGE, teks(m->bahasa, "Choose a file first."), NULL);
	for (size_t i = 0; !err && i < m->n_unggahan; i++)
		err = bukti_add(m->k, p.opd.opd, p.tahun, p.bulan, kode, m->unggahan[i].nama, m->unggahan[i].isi, m->unggahan[i].n, &row, &fresh, info);
	if (err == ERR_USAGE || err == ERR_LIMIT || err == ERR_FORMAT) {
		ErrInfo refused = *info;
		j->status = 422;
		return month_show(m, j, kode, &refused, info);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/bukti/%s/%d/%d?kode=%s&ok=kirim", p.opd.opd, p.tahun, p.bulan, url_encode(m->arena, kode)));
	return err;
}

static Err detach_post(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan p;
	size_t n;
	const char *kode = minta_isi(m, "kode");
	Err err = pilih_bulan(m, &p, info);
	if (!err)
		err = bukti_remove(m->k, p.opd.opd, p.tahun, p.bulan, minta_isi(m, "hash"), kode, &n, info);
	if (err == ERR_USAGE) {
		ErrInfo refused = *info;
		j->status = 422;
		return month_show(m, j, kode, &refused, info);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/bukti/%s/%d/%d?kode=%s&ok=lepas", p.opd.opd, p.tahun, p.bulan, url_encode(m->arena, kode)));
	return err;
}

/* The bytes as they are: pictures to be shown, everything else to be kept. Nothing in them can run: the type is what the content said when it came, it is not
 * guessed again, and the answer is a sandbox. */
static Err file_get(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan p;
	BarisBukti row;
	BarisBuktiIsi bytes;
	Err err = pilih_bulan(m, &p, info);
	if (!err)
		err = bukti_get(m->k, p.opd.opd, p.tahun, p.bulan, minta_bagian(m, "hash"), &row, &bytes, info);
	if (err)
		return err;
	jawab_kepala(j, "Content-Security-Policy", "sandbox; default-src 'none'; object-src 'none'; frame-ancestors 'none'");
	if (!str_starts(row.jenis, "image/") || *minta_kueri(m, "unduh")) {
		jawab_unduh(j, m->arena, row.jenis, bytes.isi, (size_t)bytes.n_isi, row.nama);
		return ERR_OK;
	}
	j->jenis = row.jenis;
	j->bytes = bytes.isi;
	j->n_bytes = (size_t)bytes.n_isi;
	j->mampat = true;
	jawab_kepala(j, "Content-Disposition", "inline");
	return ERR_OK;
}

static Err choose_page(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisOpd *rows_opd;
	size_t n;
	const char *opd = *minta_kueri(m, "opd") ? minta_kueri(m, "opd") : m->k->pengguna.opd;
	int tahun, bulan;
	Err err = bulan_terbaru(m, opd, &tahun, &bulan, info);
	if (!err && *opd) {
		jawab_alih(j, str_format(m->arena, "/bukti/%s/%d/%d", url_encode(m->arena, opd), tahun, bulan));
		return ERR_OK;
	}
	if (!err)
		err = tata_opd_list(m->k, &rows_opd, &n, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Evidence"), .sub = m->k->pemda.nama, .menu = MENU_BUKTI});
	halaman_isi(&h);
	kartu_mulai(&h, teks(m->bahasa, "Choose an agency"), NULL);
	buka(&h, "ul", "c-list");
	for (size_t i = 0; i < n; i++) {
		html_open(&h, "li");
		tautan(&h, NULL, rows_opd[i].nama, str_format(m->arena, "/bukti/%s/%d/%d", rows_opd[i].opd, tahun, bulan));
		html_close(&h);
	}
	tutup(&h, 2);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_BUKTI[] = {
	{METODE_GET, "/bukti", choose_page, 0},
	{METODE_GET, "/bukti/{opd}/{tahun}/{bulan}", month_page, 0},
	{METODE_POST, "/bukti/{opd}/{tahun}/{bulan}", upload_post, RUTE_UNGGAH},
	{METODE_POST, "/bukti/{opd}/{tahun}/{bulan}/lepas", detach_post, 0},
	{METODE_GET, "/bukti/{opd}/{tahun}/{bulan}/{hash}", file_get, 0},
	{METODE_GET, NULL, NULL, 0},
};
