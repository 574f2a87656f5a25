/* hal_pekerjaan: what a person started and comes back to. */
#include "app/tangguh.h"
#include "web/pekerja.h"
#include "web/unsur.h"

static bool running(const BarisPekerjaan *row)
{
	return str_equal(row->keadaan, "antre") || str_equal(row->keadaan, "jalan");
}

static const char *state_text(Bahasa b, const BarisPekerjaan *row)
{
	return str_equal(row->keadaan, "antre") ? teks(b, "waiting") : str_equal(row->keadaan, "jalan") ? teks(b, "running") : str_equal(row->keadaan, "selesai") ? teks(b, "finished") : teks(b, "failed");
}

static void job(Html *h, Minta *m, const BarisPekerjaan *row)
{
	bool ok = str_equal(row->keadaan, "selesai"), bad = str_equal(row->keadaan, "gagal");
	html_open(h, "li");
	buka(h, "div", bad ? "c-job is-err" : ok ? "c-job is-ok" : "c-job");
	ikon(h, ok ? "circle-check" : bad ? "circle-x" : "hourglass");
	html_element(h, "span", "nm", row->judul);
	html_element(h, "span", "ket", str_format(m->arena, "%s · %s%s%s", teks_waktu(m, row->dibuat), state_text(m->bahasa, row), *row->pesan ? " · " : "", row->pesan));
	if (running(row)) {
		buka(h, "progress", "c-prog");
		html_attr_int(h, "max", PEKERJAAN_UTUH);
		html_attr_int(h, "value", (unsigned)row->kemajuan);
		html_attr(h, "aria-label", row->judul);
		html_close(h);
	}
	buka(h, "span", "c-act");
	if (ok && *row->hasil_nama)
		tombol_tautan(h, "btn-sm", "download", teks(m->bahasa, "Download"), str_format(m->arena, "/pekerjaan/%lld/hasil", (long long)row->id));
	tutup(h, 3);
}

static Err list_load(Minta *m, BarisPekerjaan **out, size_t *n, size_t *n_running, ErrInfo *info)
{
	BarisPekerjaan *rows;
	size_t all;
	*n = *n_running = 0;
	Err err = pekerjaan_daftar(m->k, &rows, &all, info);
	for (size_t i = 0; !err && i < all; i++) {
		if (tangguh_is(&rows[i]))
			continue;
		*n_running += running(&rows[i]);
		rows[(*n)++] = rows[i];
	}
	*out = rows;
	return err;
}

void pekerjaan_lencana(Html *h, Minta *m)
{
	BarisPekerjaan *rows;
	size_t n, n_running;
	ErrInfo ignored = {0};
	if (!m->sesi || !m->k || list_load(m, &rows, &n, &n_running, &ignored) || !n_running)
		return;
	buka(h, "a", "c-lencana");
	html_attr(h, "href", "/pekerjaan");
	ikon(h, "hourglass");
	html_text(h, str_format(m->arena, teks(m->bahasa, "jobs running: %zu"), n_running));
	html_close(h);
}

static void list_write(Html *h, Minta *m, const BarisPekerjaan *rows, size_t n, size_t n_running)
{
	buka(h, "section", "c-card");
	html_attr(h, "id", "daftar-kerja");
	if (n_running) {
		html_attr(h, "hx-get", "/pekerjaan");
		html_attr(h, "hx-trigger", "every 2s");
		html_attr(h, "hx-select", "#daftar-kerja");
		html_attr(h, "hx-swap", "outerHTML");
	}
	buka(h, "ul", "c-list");
	for (size_t i = 0; i < n; i++)
		job(h, m, &rows[i]);
	html_close(h);
	if (!n)
		kosong(h, "hourglass", teks(m->bahasa, "No jobs"), teks(m->bahasa, "Long work that you start - all reports as one file, copies, imports - is listed here with its result, also after you come back."), NULL, NULL);
	html_close(h);
}

static void bundle_form(Html *h, Minta *m, int tahun, int bulan)
{
	Opsi months[12];
	for (int i = 0; i < 12; i++)
		months[i] = (Opsi){str_format(m->arena, "%d", i + 1), bulan_name((uint8_t)(i + 1), m->bahasa)};
	kartu_mulai(h, teks(m->bahasa, "All reports of a month as one file"), teks(m->bahasa, "a PDF an agency, in one ZIP"));
	form_mulai(h, m, "/pekerjaan/laporan", "c-saring", false);
	medan_pilih(h, teks(m->bahasa, "Month"), "bulan", str_format(m->arena, "%d", bulan), months, 12, NULL);
	medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Year"), .nama = "tahun", .nilai = str_format(m->arena, "%d", tahun), .masukan = "numeric", .maks = 4, .kelas = "pendek", .wajib = true});
	tombol(h, "btn-primary", "file-zip", teks(m->bahasa, "Make it"), NULL, NULL);
	tutup(h, 2);
}

static Err jobs_page(Minta *m, Jawab *j, ErrInfo *info)
{
	static const PesanOk done[] = {{"mulai", TEKS("The job is started; you may leave this page and come back.")}};
	BarisPekerjaan *rows;
	size_t n, n_running;
	int tahun, bulan;
	Err err = list_load(m, &rows, &n, &n_running, info);
	if (!err)
		err = bulan_terbaru(m, "", &tahun, &bulan, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Jobs"), .sub = m->k->pengguna.nama});
	halaman_isi(&h);
	pesan_ok(&h, m, done, 1);
	list_write(&h, m, rows, n, n_running);
	if (akses_allows(m->k->peran, m->k->pengguna.opd, AKSI_REKAP, ""))
		bundle_form(&h, m, tahun, bulan);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err result_get(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisPekerjaan row;
	BarisPekerjaanHasil result;
	Err err = pekerjaan_ambil(m->k, minta_angka(m, "id", 1, INT64_MAX, 0), &row, &result, info);
	if (!err && tangguh_is(&row))
		err = err_set(info, ERR_ABSENT, teks(m->bahasa, "there is no such job"), NULL);
	if (!err)
		jawab_unduh(j, m->arena, row.hasil_jenis, result.isi, (size_t)result.n_isi, row.hasil_nama);
	return err;
}

/* Started: on to the list. */
static Err started(Jawab *j, Err err)
{
	if (!err)
		jawab_alih(j, "/pekerjaan?ok=mulai");
	return err;
}

static Err bundle_post(Minta *m, Jawab *j, ErrInfo *info)
{
	int64_t id;
	int tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0), bulan = (int)minta_angka(m, "bulan", 1, 12, 0);
	if (!tahun || !bulan)
		return err_set(info, ERR_USAGE, teks(m->bahasa, "There is no such month."), NULL);
	Err err = konteks_may(m->k, AKSI_REKAP, "", info);
	if (!err)
		err = pekerja_mulai(m, "pdf-semua", str_format(m->arena, teks(m->bahasa, "Reports of all agencies, %s %d (ZIP)"), bulan_name((uint8_t)bulan, m->bahasa), tahun),
		                    str_format(m->arena, "%d %d", tahun, bulan), &id, info);
	return started(j, err);
}

static Err chain_post(Minta *m, Jawab *j, ErrInfo *info)
{
	int64_t id;
	Err err = konteks_may(m->k, AKSI_JEJAK, "", info);
	if (!err)
		err = pekerja_mulai(m, "periksa-rantai", teks(m->bahasa, "Check of the audit chain"), "", &id, info);
	return started(j, err);
}

const Rute RUTE_PEKERJAAN[] = {
	{METODE_GET, "/pekerjaan", jobs_page, 0},
	{METODE_GET, "/pekerjaan/{id}/hasil", result_get, 0},
	{METODE_POST, "/pekerjaan/laporan", bundle_post, 0},
	{METODE_POST, "/jejak/periksa", chain_post, 0},
	{METODE_GET, NULL, NULL, 0},
};
