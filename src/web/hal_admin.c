/* hal_admin: setting up the region - agencies, users, the calendar. */
#include "app/kalender.h"
#include "app/masuk.h"
#include "app/pengguna.h"
#include "app/tata.h"
#include "app/totp.h"
#include "web/unsur.h"

static const char *T(const Minta *m, const char *key) __attribute__((format_arg(2)));
static const char *T(const Minta *m, const char *key)
{
	return teks(m->bahasa, key);
}

/* A refusal is shown on the page that was filled in; other errors have pages of their own. */
static bool stays(Err err)
{
	return err == ERR_USAGE || err == ERR_CONFLICT || err == ERR_LIMIT;
}

/* ---- agencies ---- */

static const struct {
	const char *nama, *label;
	bool wajib;
	unsigned maks;
} KOLOM_OPD[] = {
	{"nama", TEKS("Name of the agency"), true, 200},
	{"kode_bidang", TEKS("Code of the bidang urusan"), false, 40},
	{"nama_bidang", TEKS("Name of the bidang urusan"), false, 200},
	{"tempat", TEKS("Place (above the signature)"), false, 80},
	{"kepala_jabatan", TEKS("Title of the head"), false, 120},
	{"kepala_nama", TEKS("Name of the head"), false, 120},
	{"kepala_pangkat", TEKS("Rank and grade"), false, 80},
	{"kepala_nip", TEKS("NIP"), false, 24},
};
enum { N_KOLOM_OPD = sizeof KOLOM_OPD / sizeof *KOLOM_OPD };

static const char *opd_value(const BarisOpd *o, size_t i)
{
	const char *const values[N_KOLOM_OPD] = {o->nama, o->kode_bidang, o->nama_bidang, o->tempat, o->kepala_jabatan, o->kepala_nama, o->kepala_pangkat, o->kepala_nip};
	return values[i];
}

static void opd_form(Html *h, Minta *m, const BarisOpd *o, bool baru)
{
	kartu_mulai(h, baru ? T(m, "New agency") : T(m, "Change the agency"), baru ? NULL : o->opd);
	form_mulai(h, m, "/admin/opd", "c-isi c-form", false);
	if (baru)
		medan_form(h, &(MedanForm){.label = T(m, "Organisation code"), .nama = "opd", .nilai = o->opd, .wajib = true, .maks = 40, .hint = T(m, "digits between dots, for example 2.17.0.00.0.00.01.0000")});
	else
		form_tersembunyi(h, "opd", o->opd);
	form_tersembunyi(h, "baru", baru ? "ya" : "");
	for (size_t i = 0; i < N_KOLOM_OPD; i++)
		medan_form(h, &(MedanForm){.label = T(m, KOLOM_OPD[i].label), .nama = KOLOM_OPD[i].nama, .nilai = opd_value(o, i), .wajib = KOLOM_OPD[i].wajib, .maks = KOLOM_OPD[i].maks});
	medan_centang(h, T(m, "Active: reports and counts"), "aktif", o->aktif != 0);
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "device-floppy", T(m, "Save"), NULL, NULL);
	tombol_tautan(h, "btn-ghost", NULL, T(m, "Cancel"), "/admin/opd");
	tutup(h, 3);
}

static void opd_table(Html *h, Minta *m, const BarisOpd *rows, size_t n)
{
	kartu_mulai(h, T(m, "Agencies"), str_format(m->arena, "%zu", n));
	buka(h, "div", "c-gulir");
	buka(h, "table", "c-t");
	html_element(h, "caption", "c-vh", T(m, "Agencies"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "k200 hp0", T(m, "Code"));
	kepala_kolom(h, NULL, T(m, "Name"));
	kepala_kolom(h, "hp0", T(m, "Head"));
	kepala_kolom(h, "k112", T(m, "State"));
	tutup(h, 2);
	html_open(h, "tbody");
	for (size_t i = 0; i < n; i++) {
		buka(h, "tr", rows[i].aktif ? NULL : "mati");
		sel(h, "hp0 c-2", rows[i].opd);
		html_open(h, "th");
		html_attr(h, "scope", "row");
		tautan(h, "c-nw4", rows[i].nama, str_format(m->arena, "/admin/opd?ubah=%s#ubah", rows[i].opd));
		html_close(h);
		sel(h, "hp0", *rows[i].kepala_nama ? rows[i].kepala_nama : T(m, "not set"));
		html_open(h, "td");
		html_element(h, "span", rows[i].aktif ? "c-tag ok" : "c-tag", rows[i].aktif ? T(m, "active") : T(m, "not active"));
		tutup(h, 2);
	}
	tutup(h, 4);
}

static Err opd_show(Minta *m, Jawab *j, const BarisOpd *typed, bool baru, const ErrInfo *refused, ErrInfo *info)
{
	static const PesanOk done[] = {{"simpan", TEKS("The agency is saved.")}, {"sama", TEKS("Nothing differs; nothing was written.")}};
	BarisOpd *rows, chosen;
	size_t n;
	const char *wanted = minta_kueri(m, "ubah");
	Err err = konteks_may(m->k, AKSI_KELOLA_OPD, "", info);
	if (!err)
		err = tata_opd_list(m->k, &rows, &n, info);
	if (!err && !typed && *wanted)
		err = konteks_opd(m->k, wanted, &chosen, info);
	if (err)
		return err;
	if (!typed && *wanted)
		typed = &chosen;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = T(m, "Agencies"), .sub = m->k->pemda.nama, .menu = MENU_OPD});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, "btn-primary", "plus", T(m, "New agency"), "/admin/opd?baru=ya#ubah");
	html_close(&h);
	halaman_isi(&h);
	pesan_ok(&h, m, done, sizeof done / sizeof *done);
	pesan_tolak(&h, refused);
	bool form = typed || *minta_kueri(m, "baru");
	buka(&h, "div", form ? "c-split sedang" : NULL);
	opd_table(&h, m, rows, n);
	if (form) {
		BarisOpd blank = tata_opd_blank("", m->arena);
		html_open(&h, "div");
		html_attr(&h, "id", "ubah");
		opd_form(&h, m, typed ? typed : &blank, typed ? baru : true);
		html_close(&h);
	}
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err opd_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return opd_show(m, j, NULL, false, NULL, info);
}

static Err opd_post(Minta *m, Jawab *j, ErrInfo *info)
{
	bool baru = *minta_isi(m, "baru"), changed;
	BarisOpd row = tata_opd_blank(tata_line(m->arena, minta_isi(m, "opd")), m->arena);
	Err err = ERR_OK;
	for (size_t i = 0; !err && i < N_KOLOM_OPD; i++)
		if (!str_blank(minta_isi(m, KOLOM_OPD[i].nama)))
			err = tata_opd_field(m->k, &row, KOLOM_OPD[i].nama, minta_isi(m, KOLOM_OPD[i].nama), info);
	row.aktif = *minta_isi(m, "aktif") != '\0';
	if (!err)
		err = tata_opd_save(m->k, row, baru, &changed, info);
	if (stays(err)) {
		ErrInfo refused = *info;
		j->status = 422;
		return opd_show(m, j, &row, baru, &refused, info);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/admin/opd?ok=%s", changed ? "simpan" : "sama"));
	return err;
}

/* ---- users ---- */

static const char *const PERAN_PILIH[] = {"operator", "kepala", "verifikator", "pimpinan", "auditor", "admin"};
enum { N_PERAN = sizeof PERAN_PILIH / sizeof *PERAN_PILIH };

static const char *role_text(Minta *m, const char *peran)
{
	int role = peran_from_name(peran);
	return role < 0 ? peran : peran_teks(m->bahasa, (Peran)role);
}

static void role_fields(Html *h, Minta *m, const char *peran, const char *opd, const BarisOpd *agencies, size_t n)
{
	Opsi roles[N_PERAN], *options = ARENA_ARRAY(m->arena, Opsi, n + 1);
	for (size_t i = 0; i < N_PERAN; i++)
		roles[i] = (Opsi){PERAN_PILIH[i], role_text(m, PERAN_PILIH[i])};
	options[0] = (Opsi){"", T(m, "the whole region")};
	for (size_t i = 0; i < n; i++)
		options[i + 1] = (Opsi){agencies[i].opd, agencies[i].nama};
	medan_pilih(h, T(m, "Role"), "peran", peran, roles, N_PERAN, NULL);
	medan_pilih(h, T(m, "Agency"), "opd", opd, options, n + 1, T(m, "needed for operator and head of agency, left out for the others"));
}

static void user_new_form(Html *h, Minta *m, const BarisOpd *agencies, size_t n)
{
	kartu_mulai(h, T(m, "New user"), NULL);
	form_mulai(h, m, "/admin/pengguna", "c-isi c-form", false);
	medan_form(h, &(MedanForm){.label = T(m, "Name to sign in with"), .nama = "pengguna", .nilai = minta_isi(m, "pengguna"), .wajib = true, .maks = 32, .isi_otomatis = "off",
	                      .hint = T(m, "small letters, digits, dot, dash")});
	medan_form(h, &(MedanForm){.label = T(m, "Full name"), .nama = "nama", .nilai = minta_isi(m, "nama"), .wajib = true, .maks = 120, .isi_otomatis = "off"});
	role_fields(h, m, *minta_isi(m, "peran") ? minta_isi(m, "peran") : "operator", minta_isi(m, "opd"), agencies, n);
	html_element(h, "p", "c-hint", T(m, "A first password is made and shown once; hand it over in person."));
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "user-plus", T(m, "Add the user"), NULL, NULL);
	tombol_tautan(h, "btn-ghost", NULL, T(m, "Cancel"), "/admin/pengguna");
	tutup(h, 3);
}

static void act_button(Html *h, Minta *m, const char *pengguna, const char *aksi, const char *kelas, const char *icon, const char *text)
{
	form_mulai(h, m, str_format(m->arena, "/admin/pengguna/%s/%s", pengguna, aksi), NULL, false);
	tombol(h, kelas, icon, text, NULL, NULL);
	html_close(h);
}

static void user_card(Html *h, Minta *m, const BarisPengguna *u, const BarisOpd *agencies, size_t n)
{
	kartu_mulai(h, u->nama, u->pengguna);
	form_mulai(h, m, str_format(m->arena, "/admin/pengguna/%s/peran", u->pengguna), "c-isi c-form", false);
	role_fields(h, m, u->peran, u->opd, agencies, n);
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "device-floppy", T(m, "Save the role"), NULL, NULL);
	tutup(h, 2);
	buka(h, "div", "c-isi c-baris");
	act_button(h, m, u->pengguna, "undangan", NULL, "link", T(m, "Link for a new password"));
	act_button(h, m, u->pengguna, "sandi", NULL, "key", T(m, "New password"));
	act_button(h, m, u->pengguna, "tanpa-kode", NULL, "shield-lock", T(m, "Sign-in without a code"));
	act_button(h, m, u->pengguna, u->aktif ? "matikan" : "nyalakan", u->aktif ? "btn-bahaya" : NULL, u->aktif ? "lock" : "lock-open", u->aktif ? T(m, "Let in no more") : T(m, "Let in again"));
	tombol_tautan(h, NULL, "id-badge", T(m, "Sessions"), "/admin/sesi");
	tutup(h, 2);
}

static const char *agency_name(const BarisOpd *agencies, size_t n, const char *opd)
{
	for (size_t i = 0; i < n; i++)
		if (str_equal(agencies[i].opd, opd))
			return agencies[i].nama;
	return opd;
}

static void user_table(Html *h, Minta *m, const BarisPengguna *rows, size_t n, const BarisOpd *agencies, size_t n_opd)
{
	kartu_mulai(h, T(m, "Users"), str_format(m->arena, "%zu", n));
	buka(h, "div", "c-gulir");
	buka(h, "table", "c-t");
	html_element(h, "caption", "c-vh", T(m, "Users"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "k144", T(m, "Name to sign in with"));
	kepala_kolom(h, "hp0", T(m, "Full name"));
	kepala_kolom(h, "k144", T(m, "Role"));
	kepala_kolom(h, "hp0", T(m, "Agency"));
	kepala_kolom(h, "k112 hp0", T(m, "State"));
	tutup(h, 2);
	html_open(h, "tbody");
	for (size_t i = 0; i < n; i++) {
		const BarisPengguna *u = &rows[i];
		buka(h, "tr", u->aktif ? NULL : "mati");
		html_open(h, "th");
		html_attr(h, "scope", "row");
		tautan(h, NULL, u->pengguna, str_format(m->arena, "/admin/pengguna?ubah=%s#ubah", u->pengguna));
		html_close(h);
		sel(h, "hp0", u->nama);
		sel(h, NULL, role_text(m, u->peran));
		sel(h, "hp0 c-2", *u->opd ? agency_name(agencies, n_opd, u->opd) : "");
		html_open(h, "td");
		html_attr(h, "class", "hp0");
		html_element(h, "span", !u->aktif ? "c-tag" : *u->sandi ? "c-tag ok" : "c-tag warn", !u->aktif ? T(m, "disabled") : *u->sandi ? T(m, "active") : T(m, "no password yet"));
		tutup(h, 2);
	}
	tutup(h, 4);
}

/* What is shown this once: a password, a link. */
typedef struct {
	const char *kalimat, *isi;
} Sekali;

static Err user_show(Minta *m, Jawab *j, const char *chosen, const Sekali *sekali, const ErrInfo *refused, ErrInfo *info)
{
	static const PesanOk done[] = {{"peran", TEKS("The role is saved.")}, {"matikan", TEKS("The user is let in no more; open sessions end at once.")}, {"nyalakan", TEKS("The user is let in again.")},
	                               {"tanpa-kode", TEKS("The user signs in without a code again.")}};
	BarisPengguna *rows;
	BarisOpd *agencies;
	size_t n, n_opd;
	Err err = konteks_may(m->k, AKSI_KELOLA_PENGGUNA, "", info);
	if (!err)
		err = pengguna_list(m->k, &rows, &n, info);
	if (!err)
		err = tata_opd_list(m->k, &agencies, &n_opd, info);
	if (err)
		return err;
	const BarisPengguna *user = NULL;
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].pengguna, chosen))
			user = &rows[i];
	bool fresh = !user && (*minta_kueri(m, "baru") || refused);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = T(m, "Users"), .sub = m->k->pemda.nama, .menu = MENU_PENGGUNA});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, "btn-primary", "user-plus", T(m, "New user"), "/admin/pengguna?baru=ya#ubah");
	html_close(&h);
	halaman_isi(&h);
	pesan_ok(&h, m, done, sizeof done / sizeof *done);
	pesan_tolak(&h, refused);
	if (sekali) {
		buka(&h, "section", "c-card");
		buka(&h, "div", "c-isi");
		html_element(&h, "p", NULL, sekali->kalimat);
		html_element(&h, "code", "c-rahasia", sekali->isi);
		tutup(&h, 2);
	}
	buka(&h, "div", user || fresh ? "c-split sempit" : NULL);
	user_table(&h, m, rows, n, agencies, n_opd);
	if (user || fresh) {
		html_open(&h, "div");
		html_attr(&h, "id", "ubah");
		if (user)
			user_card(&h, m, user, agencies, n_opd);
		else
			user_new_form(&h, m, agencies, n_opd);
		html_close(&h);
	}
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err user_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return user_show(m, j, minta_kueri(m, "ubah"), NULL, NULL, info);
}

/* The page after an act: refused, or with what was made. */
static Err user_after(Minta *m, Jawab *j, Err err, const char *pengguna, const Sekali *sekali, const char *ok, ErrInfo *info)
{
	ErrInfo refused = err ? *info : (ErrInfo){0};
	if (err && !stays(err))
		return err;
	if (err)
		j->status = 422;
	if (err || sekali)
		return user_show(m, j, pengguna, err ? NULL : sekali, err ? &refused : NULL, info);
	jawab_alih(j, str_format(m->arena, "/admin/pengguna?ubah=%s&ok=%s", pengguna, ok));
	return ERR_OK;
}

static Err user_add(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *sandi = NULL;
	BarisPengguna row = {.pengguna = minta_isi(m, "pengguna"), .nama = minta_isi(m, "nama"), .peran = minta_isi(m, "peran"), .opd = minta_isi(m, "opd"), .sandi = ""};
	Err err = pengguna_add(m->k, row, NULL, &sandi, info);
	return user_after(m, j, err, err ? "" : row.pengguna, &(Sekali){str_format(m->arena, T(m, "The password of %s, shown this once:"), row.pengguna), sandi}, "", info);
}

static Err user_role(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *who = minta_bagian(m, "pengguna");
	return user_after(m, j, pengguna_role(m->k, who, minta_isi(m, "peran"), minta_isi(m, "opd"), info), who, NULL, "peran", info);
}

static Err user_password(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *who = minta_bagian(m, "pengguna"), *sandi = NULL;
	Err err = pengguna_reset(m->k, who, NULL, &sandi, info);
	return user_after(m, j, err, who, &(Sekali){str_format(m->arena, T(m, "The password of %s, shown this once:"), who), sandi}, "", info);
}

/* The address as this browser calls the server. */
static Err user_invite(Minta *m, Jawab *j, ErrInfo *info)
{
	Undangan link;
	const char *who = minta_bagian(m, "pengguna"), *host = m->kepala(m->sambungan, "Host");
	Err err = undangan_buat(m->k, who, &link, info);
	const char *address = err ? "" : str_format(m->arena, "%s://%s/undangan/%s", m->aman ? "https" : "http", host ? host : "", link.token);
	return user_after(m, j, err, who, &(Sekali){str_format(m->arena, T(m, "With this link %s sets a password, once, within 24 hours. It is shown only now:"), who), address}, "", info);
}

static Err user_without_code(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *who = minta_bagian(m, "pengguna");
	return user_after(m, j, totp_matikan_untuk(m->k, who, info), who, NULL, "tanpa-kode", info);
}

static Err user_disable(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *who = minta_bagian(m, "pengguna");
	return user_after(m, j, pengguna_enable(m->k, who, false, info), who, NULL, "matikan", info);
}

static Err user_enable(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *who = minta_bagian(m, "pengguna");
	return user_after(m, j, pengguna_enable(m->k, who, true, info), who, NULL, "nyalakan", info);
}

/* ---- calendar ---- */

static void due_table(Html *h, Minta *m, const Kalender *c, int tahun)
{
	kartu_mulai(h, T(m, "Due days"), T(m, "without a fixed day: the 10th of the next month, or the next working day"));
	buka(h, "table", "c-t");
	html_element(h, "caption", "c-vh", T(m, "Due days"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, NULL, T(m, "Month"));
	kepala_kolom(h, NULL, T(m, "Due"));
	kepala_kolom(h, "k320", T(m, "Fix another day"));
	tutup(h, 2);
	html_open(h, "tbody");
	for (int b = 1; b <= 12; b++) {
		const TenggatBulan *t = &c->tenggat[b - 1];
		html_open(h, "tr");
		html_open(h, "th");
		html_attr(h, "scope", "row");
		html_text(h, str_format(m->arena, "%s %d", bulan_name((uint8_t)b, m->bahasa), tahun));
		html_close(h);
		html_open(h, "td");
		html_text(h, teks_tanggal(m->arena, t->tanggal, m->bahasa));
		html_text(h, " ");
		html_element(h, "span", t->ditetapkan ? "c-tag note" : "c-tag", t->ditetapkan ? T(m, "fixed") : T(m, "by the rule"));
		html_close(h);
		html_open(h, "td");
		form_mulai(h, m, "/admin/kalender/tenggat", "c-baris", false);
		form_tersembunyi(h, "tahun", str_format(m->arena, "%d", tahun));
		form_tersembunyi(h, "bulan", str_format(m->arena, "%d", b));
		html_open(h, "input");
		html_attr(h, "class", "form-control");
		html_attr(h, "type", "date");
		html_attr(h, "name", "tanggal");
		html_attr(h, "aria-label", str_format(m->arena, T(m, "Due day of %s"), bulan_name((uint8_t)b, m->bahasa)));
		html_attr(h, "value", t->ditetapkan ? tanggal_print_iso(m->arena, t->tanggal) : "");
		html_void_end(h);
		tombol(h, "btn-sm", NULL, T(m, "Save"), NULL, NULL);
		tutup(h, 3);
	}
	tutup(h, 3);
}

static void holidays(Html *h, Minta *m, const Kalender *c, int tahun)
{
	kartu_mulai(h, T(m, "Holidays"), str_format(m->arena, T(m, "%d, and January after it"), tahun));
	buka(h, "ul", "c-list");
	for (size_t i = 0; i < c->n_libur; i++) {
		Tanggal day = {0};
		tanggal_parse(&day, c->libur[i].tanggal, NULL);
		html_open(h, "li");
		buka(h, "div", "r");
		html_element(h, "span", "c-b", teks_tanggal(m->arena, day, m->bahasa));
		html_element(h, "span", NULL, c->libur[i].nama);
		form_mulai(h, m, "/admin/kalender/libur", "c-kanan", false);
		form_tersembunyi(h, "tahun", str_format(m->arena, "%d", tahun));
		form_tersembunyi(h, "tanggal", c->libur[i].tanggal);
		html_open(h, "button");
		html_attr(h, "class", "btn btn-sm btn-ghost");
		html_attr(h, "type", "submit");
		html_attr(h, "name", "hapus");
		html_attr(h, "value", "ya");
		html_attr(h, "aria-label", str_format(m->arena, T(m, "Take back %s"), c->libur[i].nama));
		html_text(h, T(m, "Take back"));
		tutup(h, 4);
	}
	html_close(h);
	if (!c->n_libur)
		html_element(h, "p", "c-isi c-2", T(m, "No holiday yet; Saturdays and Sundays need none."));
	form_mulai(h, m, "/admin/kalender/libur", "c-isi c-form", false);
	form_tersembunyi(h, "tahun", str_format(m->arena, "%d", tahun));
	medan_form(h, &(MedanForm){.label = T(m, "Day"), .nama = "tanggal", .jenis = "date", .kelas = "pendek", .wajib = true});
	medan_form(h, &(MedanForm){.label = T(m, "Name of the holiday"), .nama = "nama", .wajib = true, .maks = 120});
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "plus", T(m, "Add"), NULL, NULL);
	tutup(h, 3);
}

static Err calendar_show(Minta *m, Jawab *j, const ErrInfo *refused, ErrInfo *info)
{
	static const PesanOk done[] = {{"simpan", TEKS("The calendar is saved.")}};
	Kalender c;
	int tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0), bulan;
	Err err = konteks_may(m->k, AKSI_KELOLA_KALENDER, "", info);
	if (!err && !tahun)
		err = bulan_terbaru(m, "", &tahun, &bulan, info);
	if (!err)
		err = kalender_show(m->k, tahun, &c, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, T(m, "Calendar %d"), tahun), .sub = m->k->pemda.nama, .menu = MENU_KALENDER});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, "chevron-left", str_format(m->arena, "%d", tahun - 1), str_format(m->arena, "/admin/kalender?tahun=%d", tahun - 1));
	tombol_tautan(&h, NULL, "chevron-right", str_format(m->arena, "%d", tahun + 1), str_format(m->arena, "/admin/kalender?tahun=%d", tahun + 1));
	html_close(&h);
	halaman_isi(&h);
	pesan_ok(&h, m, done, 1);
	pesan_tolak(&h, refused);
	buka(&h, "div", "c-split sedang");
	due_table(&h, m, &c, tahun);
	holidays(&h, m, &c, tahun);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err calendar_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return calendar_show(m, j, NULL, info);
}

static Err calendar_after(Minta *m, Jawab *j, Err err, ErrInfo *info)
{
	if (stays(err)) {
		ErrInfo refused = *info;
		j->status = 422;
		return calendar_show(m, j, &refused, info);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/admin/kalender?tahun=%s&ok=simpan", url_encode(m->arena, minta_isi(m, "tahun"))));
	return err;
}

static Err date_field(Minta *m, bool wajib, Tanggal *out, ErrInfo *info)
{
	const char *text = minta_isi(m, "tanggal");
	*out = (Tanggal){0};
	if (!*text && !wajib)
		return ERR_OK;
	if (tanggal_parse(out, text, NULL) && tanggal_valid(*out))
		return ERR_OK;
	return err_set(info, ERR_USAGE, str_format(m->arena, T(m, "'%s' is not a date"), text), NULL);
}

static Err due_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Tanggal day;
	Err err = date_field(m, false, &day, info);
	if (!err)
		err = kalender_due(m->k, (int)minta_angka(m, "tahun", 1900, 2999, 1900), (int)minta_angka(m, "bulan", 1, 12, 1), day, info);
	return calendar_after(m, j, err, info);
}

static Err holiday_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Tanggal day;
	Err err = date_field(m, true, &day, info);
	if (!err)
		err = kalender_holiday(m->k, day, *minta_isi(m, "hapus") ? "" : minta_isi(m, "nama"), info);
	return calendar_after(m, j, err, info);
}

const Rute RUTE_ADMIN[] = {
	{METODE_GET, "/admin/opd", opd_page, 0},
	{METODE_POST, "/admin/opd", opd_post, 0},
	{METODE_GET, "/admin/pengguna", user_page, 0},
	{METODE_POST, "/admin/pengguna", user_add, RUTE_BERAT},
	{METODE_POST, "/admin/pengguna/{pengguna}/peran", user_role, 0},
	{METODE_POST, "/admin/pengguna/{pengguna}/sandi", user_password, RUTE_BERAT},
	{METODE_POST, "/admin/pengguna/{pengguna}/undangan", user_invite, 0},
	{METODE_POST, "/admin/pengguna/{pengguna}/tanpa-kode", user_without_code, 0},
	{METODE_POST, "/admin/pengguna/{pengguna}/matikan", user_disable, 0},
	{METODE_POST, "/admin/pengguna/{pengguna}/nyalakan", user_enable, 0},
	{METODE_GET, "/admin/kalender", calendar_page, 0},
	{METODE_POST, "/admin/kalender/tenggat", due_post, 0},
	{METODE_POST, "/admin/kalender/libur", holiday_post, 0},
	{METODE_GET, NULL, NULL, 0},
};
