#include "app/unduhan.h"

#include "app/app_inti.h"
#include "app/baca.h"

static const struct { const char *bentuk, *jenis; } BENTUK[] = {
	{"pdf", "application/pdf"}, {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, {"csv", "text/csv; charset=utf-8"},
	{"json", "application/json; charset=utf-8"}, {"html", "text/html; charset=utf-8"}, {"md", "text/markdown; charset=utf-8"},
};

/* Its media type; NULL: not known. */
static const char *kind_of(const char *bentuk)
{
	for (size_t i = 0; i < sizeof BENTUK / sizeof *BENTUK; i++)
		if (str_equal(BENTUK[i].bentuk, bentuk))
			return BENTUK[i].jenis;
	return NULL;
}

static Err kind_known(Konteks *k, const char *bentuk, ErrInfo *info)
{
	return kind_of(bentuk) ? ERR_OK
	                       : err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "%s: this form of report is not known"), bentuk), NULL);
}

static Unduhan made(const Keluaran *bytes, const char *bentuk, const char *nama)
{
	return (Unduhan){bytes->bytes, bytes->n, kind_of(bentuk), nama};
}

Err unduhan_bulan(Unduhan *out, Konteks *k, const AppBulan *bulan, const char *bentuk, Ukuran ukuran, ErrInfo *info)
{
	Bulan *b;
	const TabelForm *form;
	Keluaran bytes;
	Err err = kind_known(k, bentuk, info);
	if (!err)
		err = bulan_read(&b, k, bulan->opd, bulan->tahun, bulan->bulan, bulan->revisi, info);
	if (!err)
		err = app_bulan_form(&form, k, b, info);
	if (!err)
		err = render_by_name(str_format(k->arena, ".%s", bentuk))(&bytes, k->arena, form, app_paper(ukuran), k->bahasa, info);
	if (!err)
		*out = made(&bytes, bentuk, str_format(k->arena, "laporan-%s-%d-%02d.%s", b->opd.opd, bulan->tahun, bulan->bulan, bentuk));
	return err;
}

static Err tables_made(Unduhan *out, Konteks *k, const TabelUmum *tabel, const char *bentuk, Ukuran ukuran, const char *nama, ErrInfo *info)
{
	Keluaran bytes;
	Err err = umum_by_name(str_format(k->arena, ".%s", bentuk))(&bytes, k->arena, tabel, app_paper(ukuran), k->bahasa, info);
	if (!err)
		*out = made(&bytes, bentuk, nama);
	return err;
}

Err unduhan_rekap(Unduhan *out, Konteks *k, int tahun, int bulan, const char *bentuk, Ukuran ukuran, ErrInfo *info)
{
	const Rekap *rekap;
	Err err = kind_known(k, bentuk, info);
	if (!err)
		err = baca_rekap(&rekap, k, tahun, bulan, info);
	if (err)
		return err;
	const char *nama = str_format(k->arena, "rekap-%s-%d-%02d.%s", k->pemda.pemda, tahun, bulan, bentuk);
	return tables_made(out, k, form_rekap_build(k->arena, rekap), bentuk, ukuran, nama, info);
}

Err unduhan_rfk(Unduhan *out, Konteks *k, const char *opd, int tahun, int bulan, const char *bentuk, Ukuran ukuran, ErrInfo *info)
{
	const Rfk *rfk;
	Err err = kind_known(k, bentuk, info);
	if (!err)
		err = baca_rfk(&rfk, k, opd, tahun, bulan, info);
	if (err)
		return err;
	const char *nama = str_format(k->arena, "rfk-%s-%d-%02d.%s", *opd ? opd : k->pemda.pemda, tahun, bulan, bentuk);
	return tables_made(out, k, form_rfk_build(k->arena, rfk), bentuk, ukuran, nama, info);
}
