/* Start pages of the auditor and the administrator. */
#include "app/jejak_app.h"
#include "app/kebijakan_app.h"
#include "app/pengguna.h"
#include "web/beranda.h"
#include "web/unsur.h"

enum { TERBARU = 10, SETAHUN = 12 };

/* ---- auditor ---- */

static void event_list(Html *h, const Minta *m, const char *judul, const char *kosong, const StatusPeristiwa *list, size_t n)
{
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, judul);
	html_close(h);
	if (n == 0)
		html_element(h, "p", "cb c-2", kosong);
	html_open(h, "ol");
	html_attr(h, "class", "bl");
	for (size_t i = 0; i < n; i++) {
		const StatusPeristiwa *e = &list[i];
		html_open(h, "li");
		html_open(h, "a");
		html_attr(h, "href", str_format(m->arena, "/laporan/%s/%d/%d?rev=%d", e->baris.opd, (int)e->baris.tahun, (int)e->baris.bulan, (int)e->baris.revisi));
		html_open(h, "span");
		html_attr(h, "class", "tx");
		html_element(h, "b", NULL, str_format(m->arena, teks(m->bahasa, "%s - %s %d, revision %d"), e->nama, bulan_name((uint8_t)e->baris.bulan, m->bahasa), (int)e->baris.tahun, (int)e->baris.revisi));
		const char *who = str_format(m->arena, "%s, %s", e->oleh, teks_waktu(m, e->waktu));
		html_element(h, "span", NULL, *e->baris.alasan ? str_format(m->arena, "%s · “%s”", who, e->baris.alasan) : who);
		html_close(h);
		ikon(h, "chevron-right");
		html_close(h);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static void chain(Html *h, const Minta *m, int64_t id, const char *hash)
{
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card go");
	html_element(h, "h2", NULL, teks(b, "Audit chain"));
	html_element(h, "p", "c-2", str_format(m->arena, teks(b, "%lld entries; the last one has the fingerprint %.16s."), (long long)id, hash));
	html_element(h, "p", "c-s c-2", teks(b, "Note number and fingerprint outside the program: whoever changes anything before it cannot keep them."));
	tombol_tautan(h, "btn-primary big", "shield-check", teks(b, "Open the trail and verify the chain"), "/jejak");
	html_close(h);
}

Err beranda_auditor(Minta *m, Jawab *j, ErrInfo *info)
{
	Daerah d;
	StatusPeristiwa *approved, *reopened;
	size_t n_approved, n_reopened;
	int64_t id;
	const char *hash;
	Err err = daerah_pilih(&d, m, "/beranda", info);
	if (!err)
		err = status_peristiwa(m->k, d.tahun->tahun, "sahkan", TERBARU, &approved, &n_approved, info);
	if (!err)
		err = status_peristiwa(m->k, d.tahun->tahun, "buka", TERBARU, &reopened, &n_reopened, info);
	if (!err)
		err = jejak_anchor(m->k, &id, &hash, info);
	if (err)
		return err;
	Bahasa b = m->bahasa;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(b, "Approvals and changes of %d"), d.tahun->tahun), .sub = daerah_keadaan(m, &d), .menu = MENU_BERANDA});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	tombol_tautan(&h, NULL, "layout-grid", teks(b, "Board of agencies"), str_format(m->arena, "/papan/%d/%d", d.tahun->tahun, d.bulan));
	html_close(&h);
	halaman_isi(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-dua");
	event_list(&h, m, teks(b, "Newest approvals"), teks(b, "Nothing is approved yet this year."), approved, n_approved);
	html_open(&h, "div");
	html_attr(&h, "class", "c-tumpuk");
	chain(&h, m, id, hash);
	event_list(&h, m, teks(b, "Reopened months"), teks(b, "No month was reopened this year."), reopened, n_reopened);
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

/* ---- administrator ---- */

/* Agencies of the list that lack a user of the role. */
static uint32_t without_user(const RingkasTahun *y, const BarisPengguna *users, size_t n, const char *peran)
{
	uint32_t missing = 0;
	for (uint32_t i = 0; i < y->n_opd; i++) {
		bool found = false;
		for (size_t u = 0; u < n && !found; u++)
			found = users[u].aktif && str_equal(users[u].peran, peran) && str_equal(users[u].opd, y->opd[i]->opd.opd);
		missing += !found;
	}
	return missing;
}

static uint32_t without_plan(const RingkasTahun *y)
{
	uint32_t missing = 0;
	for (uint32_t i = 0; i < y->n_opd; i++)
		missing += !y->opd[i]->bulan[SETAHUN - 1].ada_rencana;
	return missing;
}

Err beranda_admin(Minta *m, Jawab *j, ErrInfo *info)
{
	const RingkasTahun *y;
	BarisPengguna *users;
	VersiKebijakan *policies;
	size_t n_users, n_policies;
	Bahasa b = m->bahasa;
	int year = daerah_hari(m).tahun;
	Err err = ringkas_year(&y, m->k, year, info);
	if (!err)
		err = pengguna_list(m->k, &users, &n_users, info);
	if (!err)
		err = kebijakan_list(m->k, year, &policies, &n_policies, info);
	if (err)
		return err;
	uint32_t operators = without_user(y, users, n_users, "operator"), heads = without_user(y, users, n_users, "kepala"), plans = without_plan(y);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(b, "What is not set up yet"), .sub = m->k->pemda.nama, .menu = MENU_BERANDA});
	halaman_isi(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-dua");
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_open(&h, "header");
	html_element(&h, "h2", NULL, str_format(m->arena, teks(b, "To do for %d"), year));
	html_close(&h);
	html_open(&h, "ol");
	html_attr(&h, "class", "bl");
	if (!y->n_opd)
		butir_tugas(&h, "err", "building", teks(b, "There are no agencies"), teks(b, "Add them, or import the list."), "/admin/opd");
	if (operators)
		butir_tugas(&h, "warn", "user-plus", str_format(m->arena, teks(b, "%u agencies have no operator"), operators), teks(b, "Nobody can enter their months."), "/admin/pengguna");
	if (heads)
		butir_tugas(&h, "warn", "signature", str_format(m->arena, teks(b, "%u agencies have no head"), heads), teks(b, "Nobody can sign their months."), "/admin/pengguna");
	if (plans)
		butir_tugas(&h, "warn", "list-tree", str_format(m->arena, teks(b, "%u agencies have no plan for %d"), plans, year), teks(b, "Operators import it, or copy last year's."), "/rencana");
	if (n_policies == 0)
		butir_tugas(&h, "note", "adjustments-horizontal", str_format(m->arena, teks(b, "No policy of its own for %d"), year), teks(b, "The built-in rules hold until one is published."), "/admin/kebijakan");
	html_close(&h);
	if (y->n_opd && !operators && !heads && !plans && n_policies)
		html_element(&h, "p", "cb c-2", teks(b, "Everything is set up."));
	html_close(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_open(&h, "header");
	html_element(&h, "h2", NULL, teks(b, "Look after"));
	html_close(&h);
	html_open(&h, "ol");
	html_attr(&h, "class", "bl");
	butir_tugas(&h, "note", "building", str_format(m->arena, teks(b, "%u agencies"), y->n_opd), teks(b, "Names, codes, heads"), "/admin/opd");
	butir_tugas(&h, "note", "users", str_format(m->arena, teks(b, "%zu users"), n_users), teks(b, "Roles, invitations, sessions"), "/admin/pengguna");
	butir_tugas(&h, "note", "calendar", teks(b, "Calendar"), teks(b, "Due days and holidays"), "/admin/kalender");
	butir_tugas(&h, "note", "hourglass", teks(b, "Jobs"), teks(b, "Imports and bulk printing, with their results"), "/pekerjaan");
	html_close(&h);
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}
