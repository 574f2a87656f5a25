/* The start page of each role. */
#include "web/beranda.h"
#include "web/unduh.h"

static Err beranda_pimpinan(Minta *m, Jawab *j, ErrInfo *info)
{
	enum { PERHATIAN = 6 };
	Daerah d;
	Bahasa b = m->bahasa;
	Err err = daerah_pilih(&d, m, "/beranda", info);
	if (err)
		return err;
	const char *judul = str_format(m->arena, teks(b, "Performance of %s up to %s %d"), m->k->pemda.nama, bulan_name((uint8_t)d.bulan, b), d.tahun->tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = daerah_keadaan(m, &d), .menu = MENU_BERANDA});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	daerah_bulan(&h, m, &d, "/beranda");
	cetak_tombol(&h, teks(b, "Print the page"));
	tombol_tautan(&h, "hp0", "download", teks(b, "Summary"), str_format(m->arena, "/rekap/%d/%d", d.tahun->tahun, d.bulan));
	html_close(&h);
	halaman_isi(&h);
	daerah_angka(&h, m, &d);
	html_open(&h, "div");
	html_attr(&h, "class", "r2");
	daerah_kurva(&h, m, &d);
	daerah_perhatian(&h, m, &d, PERHATIAN);
	html_close(&h);
	daerah_papan(&h, m, &d);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err beranda_get(Minta *m, Jawab *j, ErrInfo *info)
{
	switch (m->k->peran) {
	case PERAN_OPERATOR:
		return beranda_operator(m, j, info);
	case PERAN_KEPALA:
		return beranda_kepala(m, j, info);
	case PERAN_VERIFIKATOR:
		return beranda_verifikator(m, j, info);
	case PERAN_AUDITOR:
		return beranda_auditor(m, j, info);
	case PERAN_ADMIN:
		return beranda_admin(m, j, info);
	case PERAN_PIMPINAN:
	case PERAN_PUBLIK:
	case PERAN_JUMLAH:
		break;
	}
	return beranda_pimpinan(m, j, info);
}

const Rute RUTE_BERANDA[] = {
	{METODE_GET, "/", beranda_get, RUTE_SIMPAN},
	{METODE_GET, "/beranda", beranda_get, RUTE_SIMPAN},
	{METODE_GET, "/beranda/{tahun}/{bulan}", beranda_get, RUTE_SIMPAN},
	{0},
};
