#include "app/terbit.h"

#include "app/pengaturan.h"
#include "base/json.h"

enum { SETAHUN = 12, TAHUN_CARI = 5 };

Err terbit_open(Konteks *k, ErrInfo *info)
{
	Pengaturan p;
	Err err = pengaturan_baca(k, &p, info);
	if (err || p.nilai[PENGATURAN_PORTAL_PUBLIK])
		return err;
	return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "%s does not publish its reports here."), k->pemda.nama), NULL);
}

uint32_t terbit_count(const RingkasTahun *y, int bulan)
{
	return y->daerah[bulan - 1].terbit.terlapor;
}

static int newest_month(const RingkasTahun *y)
{
	int month = SETAHUN;
	while (month >= 1 && !terbit_count(y, month))
		month--;
	return month;
}

Err terbit_newest(const RingkasTahun **tahun, int *bulan, Konteks *k, int tahun_ini, ErrInfo *info)
{
	const RingkasTahun *y;
	Err err = ringkas_published(tahun, k, tahun_ini, info);
	*bulan = err ? 0 : newest_month(*tahun);
	for (int back = 1; !err && !*bulan && back < TAHUN_CARI; back++) {
		err = ringkas_published(&y, k, tahun_ini - back, info);
		int month = err ? 0 : newest_month(y);
		if (month) {
			*tahun = y;
			*bulan = month;
		}
	}
	return err;
}

const char *terbit_alamat_rekap(Arena *arena, const char *pemda, int tahun, int bulan, const char *bentuk)
{
	return str_format(arena, "/publik/%s/data/%d/%d/rekap.%s", pemda, tahun, bulan, bentuk);
}

const char *terbit_alamat_laporan(Arena *arena, const char *pemda, const char *opd, int tahun, int bulan, const char *bentuk)
{
	return str_format(arena, "/publik/%s/data/%d/%d/%s/laporan.%s", pemda, tahun, bulan, opd, bentuk);
}

/* ---- one agency ---- */

Err terbit_laporan(Unduhan *out, Konteks *k, const char *opd, int tahun, int bulan, const char *bentuk, ErrInfo *info)
{
	const RingkasTahun *y;
	Err err = ringkas_published(&y, k, tahun, info);
	if (err)
		return err;
	const RingkasOpd *found = ringkas_find(y, opd);
	if (!found || !found->bulan[bulan - 1].terbit.ada)
		return err_set(info, ERR_ABSENT, teks(k->bahasa, "This report is not published."), NULL);
	const AppBulan asked = {found->opd.opd, tahun, bulan, found->bulan[bulan - 1].terbit.revisi};
	return unduhan_bulan(out, k, &asked, bentuk, UKURAN_F4, info);
}

/* ---- the region's month ---- */

typedef struct { const RingkasTahun *tahun; const RingkasOpd *opd; const RingkasBulan *bulan; int nomor; } BarisTerbit;

static const char *predicate(const BarisTerbit *r)
{
	int8_t p = r->bulan->terbit.angka.predikat;
	return p >= 0 && (size_t)p < r->tahun->kebijakan->n_pita && ringkas_judged(r->tahun->kebijakan, r->nomor) ? r->tahun->kebijakan->pita[p].nama : "";
}

/* Quoted where it must be; a text that a spreadsheet would take for a formula is marked as a text. */
static void csv_text(StrBuf *out, const char *text)
{
	if (strchr("=+-@\t", *text) && *text)
		strbuf_add(out, "\"'");
	else
		strbuf_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			strbuf_addc(out, '"');
		strbuf_addc(out, *text == '\n' || *text == '\r' ? ' ' : *text);
	}
	strbuf_addc(out, '"');
}

static const char *money(Arena *arena, IsiRupiah value)
{
	return value.isi == ISI_KOSONG ? "" : rupiah_print_plain(arena, value.nilai);
}

static const char *number(Arena *arena, IsiDesimal value, uint8_t decimals)
{
	return value.isi == ISI_KOSONG ? "" : desimal_print_plain(arena, value.nilai, decimals);
}

static void csv_row(StrBuf *out, const BarisTerbit *r)
{
	Arena *arena = out->arena;
	const AngkaRingkas *a = &r->bulan->terbit;
	uint8_t decimals = r->tahun->kebijakan->desimal;
	strbuf_addf(out, "%s,%d,%d,%s,", r->tahun->pemda, r->tahun->tahun, r->nomor, r->opd->opd.opd);
	csv_text(out, r->opd->opd.nama);
	strbuf_addf(out, ",%d,%s,%s,%s,%s,%s,%s,", a->revisi, tanggal_print_iso(arena, r->bulan->tanggal_sah), money(arena, a->angka.pagu), money(arena, a->angka.realisasi),
	            number(arena, a->angka.keuangan, decimals), number(arena, a->angka.keluaran, decimals), number(arena, a->angka.rata_rata, decimals));
	csv_text(out, predicate(r));
	strbuf_add(out, "\r\n");
}

static void json_row(Json *j, const BarisTerbit *r)
{
	const AngkaRingkas *a = &r->bulan->terbit;
	uint8_t decimals = r->tahun->kebijakan->desimal;
	json_object(j);
	json_field(j, "opd", r->opd->opd.opd);
	json_field(j, "nama", r->opd->opd.nama);
	json_key(j, "revisi");
	json_int(j, a->revisi);
	json_field(j, "tanggal_sah", r->bulan->tanggal_sah.tahun ? tanggal_print_iso(j->out->arena, r->bulan->tanggal_sah) : NULL);
	json_key(j, "pagu");
	json_rupiah(j, a->angka.pagu);
	json_key(j, "realisasi");
	json_rupiah(j, a->angka.realisasi);
	json_key(j, "keuangan");
	json_desimal(j, a->angka.keuangan, decimals);
	json_key(j, "keluaran");
	json_desimal(j, a->angka.keluaran, decimals);
	json_key(j, "rata_rata");
	json_desimal(j, a->angka.rata_rata, decimals);
	json_field(j, "predikat", *predicate(r) ? predicate(r) : NULL);
	json_end(j);
}

static BarisTerbit *rows_of(Arena *arena, const RingkasTahun *y, int bulan, size_t *n)
{
	BarisTerbit *rows = ARENA_ARRAY(arena, BarisTerbit, y->n_opd);
	*n = 0;
	for (uint32_t i = 0; i < y->n_opd; i++)
		if (y->opd[i]->bulan[bulan - 1].terbit.ada)
			rows[(*n)++] = (BarisTerbit){y, y->opd[i], &y->opd[i]->bulan[bulan - 1], bulan};
	return rows;
}

Err terbit_rekap(Unduhan *out, Konteks *k, int tahun, int bulan, const char *bentuk, ErrInfo *info)
{
	const RingkasTahun *y;
	size_t n;
	StrBuf text = {.arena = k->arena};
	bool csv = str_equal(bentuk, "csv");
	if (!csv && !str_equal(bentuk, "json"))
		return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "%s: this form of report is not known"), bentuk), NULL);
	Err err = ringkas_published(&y, k, tahun, info);
	if (err)
		return err;
	const BarisTerbit *rows = rows_of(k->arena, y, bulan, &n);
	if (csv) {
		strbuf_add(&text, "pemda,tahun,bulan,opd,nama,revisi,tanggal_sah,pagu,realisasi,keuangan,keluaran,rata_rata,predikat\r\n");
		for (size_t i = 0; i < n; i++)
			csv_row(&text, &rows[i]);
	} else {
		Json j = json_begin(&text, 2);
		json_object(&j);
		json_field(&j, "pemda", y->pemda);
		json_field(&j, "nama_pemda", k->pemda.nama);
		json_key(&j, "tahun");
		json_int(&j, tahun);
		json_key(&j, "bulan");
		json_int(&j, bulan);
		json_field(&j, "lisensi", TERBIT_LISENSI);
		json_key(&j, "opd");
		json_array(&j);
		for (size_t i = 0; i < n; i++)
			json_row(&j, &rows[i]);
		json_end(&j);
		json_end(&j);
		json_finish(&j);
	}
	*out = (Unduhan){(const unsigned char *)strbuf_text(&text), text.len, csv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
	                 str_format(k->arena, "rekap-%s-%d-%02d.%s", y->pemda, tahun, bulan, bentuk)};
	return ERR_OK;
}

/* ---- catalogue ---- */

typedef struct {
	Json *j;
	Konteks *k;
	const char *dasar;
	const RingkasTahun *y;
} Katalog;

static void reference(Json *j, const char *key, const char *iri)
{
	json_key(j, key);
	json_object(j);
	json_field(j, "@id", iri);
	json_end(j);
}

static void in_language(Json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_object(j);
	json_field(j, "@language", "id");
	json_field(j, "@value", text);
	json_end(j);
}

static void distribution(const Katalog *w, const char *path, const char *format, const char *media, const char *judul)
{
	json_object(w->j);
	json_field(w->j, "@type", "dcat:Distribution");
	in_language(w->j, "dct:title", judul);
	reference(w->j, "dcat:downloadURL", str_format(w->k->arena, "%s%s", w->dasar, path));
	reference(w->j, "dcat:accessURL", str_format(w->k->arena, "%s%s", w->dasar, path));
	json_field(w->j, "dct:format", format);
	reference(w->j, "dcat:mediaType", str_format(w->k->arena, "https://www.iana.org/assignments/media-types/%s", media));
	reference(w->j, "dct:license", TERBIT_LISENSI);
	json_end(w->j);
}

static void dataset_open(const Katalog *w, const char *id, const char *judul, const char *uraian)
{
	Json *j = w->j;
	json_object(j);
	json_field(j, "@id", str_format(w->k->arena, "%s/publik/%s/data#%s", w->dasar, w->y->pemda, id));
	json_field(j, "@type", "dcat:Dataset");
	in_language(j, "dct:title", judul);
	in_language(j, "dct:description", uraian);
	json_field(j, "dct:identifier", str_format(w->k->arena, "%s-%s", w->y->pemda, id));
	json_field(j, "dct:language", "id");
	json_field(j, "dct:accrualPeriodicity", "http://publications.europa.eu/resource/authority/frequency/MONTHLY");
	reference(j, "dct:license", TERBIT_LISENSI);
	json_key(j, "dct:temporal");
	json_object(j);
	json_field(j, "@type", "dct:PeriodOfTime");
	json_field(j, "dcat:startDate", str_format(w->k->arena, "%d-01-01", w->y->tahun));
	json_field(j, "dcat:endDate", str_format(w->k->arena, "%d-12-31", w->y->tahun));
	json_end(j);
	json_key(j, "dcat:distribution");
	json_array(j);
}

static void dataset_close(const Katalog *w)
{
	json_end(w->j);
	json_end(w->j);
}

static const char *month_label(const Katalog *w, int bulan)
{
	return str_format(w->k->arena, "%s %d", bulan_name((uint8_t)bulan, BAHASA_ID), w->y->tahun);
}

static void region_dataset(const Katalog *w)
{
	Arena *arena = w->k->arena;
	dataset_open(w, str_format(arena, "rekap-%d", w->y->tahun), str_format(arena, "Capaian perangkat daerah %s %d", w->k->pemda.nama, w->y->tahun),
	             "Satu baris per perangkat daerah dan bulan yang disahkan: pagu, realisasi, keuangan, keluaran, rata-rata.");
	for (int m = 1; m <= SETAHUN; m++) {
		if (!terbit_count(w->y, m))
			continue;
		distribution(w, terbit_alamat_rekap(arena, w->y->pemda, w->y->tahun, m, "csv"), "CSV", "text/csv", month_label(w, m));
		distribution(w, terbit_alamat_rekap(arena, w->y->pemda, w->y->tahun, m, "json"), "JSON", "application/json", month_label(w, m));
	}
	dataset_close(w);
}

static void agency_dataset(const Katalog *w, const RingkasOpd *opd)
{
	Arena *arena = w->k->arena;
	bool any = false;
	for (int m = 0; m < SETAHUN; m++)
		any |= opd->bulan[m].terbit.ada;
	if (!any)
		return;
	dataset_open(w, str_format(arena, "%s-%d", opd->opd.opd, w->y->tahun), str_format(arena, "Laporan capaian %s %d", opd->opd.nama, w->y->tahun),
	             "Laporan Capaian Pelaksanaan Program/Kegiatan yang disahkan, per bulan: program, kegiatan, sub kegiatan, indikator.");
	for (int m = 1; m <= SETAHUN; m++) {
		if (!opd->bulan[m - 1].terbit.ada)
			continue;
		distribution(w, terbit_alamat_laporan(arena, w->y->pemda, opd->opd.opd, w->y->tahun, m, "csv"), "CSV", "text/csv", month_label(w, m));
		distribution(w, terbit_alamat_laporan(arena, w->y->pemda, opd->opd.opd, w->y->tahun, m, "json"), "JSON", "application/json", month_label(w, m));
	}
	dataset_close(w);
}

static void context(Json *j)
{
	json_key(j, "@context");
	json_object(j);
	json_field(j, "dcat", "http://www.w3.org/ns/dcat#");
	json_field(j, "dct", "http://purl.org/dc/terms/");
	json_field(j, "foaf", "http://xmlns.com/foaf/0.1/");
	json_end(j);
}

Err terbit_katalog(StrBuf *out, Konteks *k, const char *dasar, int tahun_ini, ErrInfo *info)
{
	Json json = json_begin(out, 0), *j = &json;
	json_object(j);
	context(j);
	json_field(j, "@id", str_format(k->arena, "%s/publik/%s/katalog.json", dasar, k->pemda.pemda));
	json_field(j, "@type", "dcat:Catalog");
	in_language(j, "dct:title", str_format(k->arena, "Data capaian %s", k->pemda.nama));
	in_language(j, "dct:description", "Laporan capaian program dan kegiatan perangkat daerah yang sudah disahkan.");
	json_field(j, "dct:language", "id");
	json_key(j, "dct:publisher");
	json_object(j);
	json_field(j, "@type", "foaf:Organization");
	json_field(j, "foaf:name", k->pemda.nama);
	json_end(j);
	reference(j, "dct:license", TERBIT_LISENSI);
	json_key(j, "dcat:dataset");
	json_array(j);
	Err err = ERR_OK;
	for (int back = 0; !err && back < TAHUN_CARI; back++) {
		const RingkasTahun *y;
		err = ringkas_published(&y, k, tahun_ini - back, info);
		if (err || !newest_month(y))
			continue;
		const Katalog w = {j, k, dasar, y};
		region_dataset(&w);
		for (uint32_t i = 0; i < y->n_opd; i++)
			agency_dataset(&w, y->opd[i]);
	}
	json_end(j);
	json_end(j);
	json_finish(j);
	return err;
}
