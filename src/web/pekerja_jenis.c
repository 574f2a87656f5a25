/* pekerja_jenis: the kinds of jobs. */
#include "app/cadangan.h"
#include "app/impor.h"
#include "app/nomenklatur.h"
#include "app/tangguh.h"
#include "app/tata.h"
#include "app/unduhan.h"
#include "base/bundel.h"
#include "web/pekerja.h"

static Err take(Tugas *t, Arena *arena, StoreMode mode, Konteks **k, ErrInfo *info)
{
	return kolam_take(t->kolam, arena, &(KolamMinta){.pemda = t->pemda, .pengguna = t->pengguna, .mode = mode, .bahasa = t->bahasa}, k, info);
}

/* The next word of the parameters. */
static const char *word(Arena *arena, const char **p)
{
	size_t n = strcspn(*p, " ");
	const char *text = str_dupn(arena, *p, n);
	*p += n + ((*p)[n] == ' ');
	return text;
}

static int number(Arena *arena, const char **p)
{
	return (int)strtol(word(arena, p), NULL, 10);
}

/* ---- the report of every agency, as PDF in one ZIP: "2023 12" ---- */

/* One agency on memory of its own, so that the whole needs no more than its bytes. *added false: it has no plan, or nothing that this user may see. */
static Err report_add(Tugas *t, Bundel *zip, const BarisOpd *opd, int tahun, int bulan, bool *added, ErrInfo *info)
{
	Arena *arena = arena_new();
	Konteks *k;
	Unduhan pdf;
	ErrInfo own = {0};
	Err err = take(t, arena, STORE_BACA, &k, &own);
	if (!err) {
		err = unduhan_bulan(&pdf, k, &(AppBulan){.opd = opd->opd, .tahun = tahun, .bulan = bulan}, "pdf", UKURAN_F4, &own);
		if (!err)
			bundel_add(zip, pdf.nama, pdf.bytes, pdf.n);
		kolam_give(t->kolam, k);
	}
	*added = !err;
	if (err && !err_refused(err))
		err_set(info, err, str_dup(t->arena, own.message ? own.message : ""), NULL);
	arena_free(arena);
	return err && err_refused(err) ? ERR_OK : err;
}

static Err reports_bundle(Tugas *t, ErrInfo *info)
{
	const char *p = t->parameter;
	int tahun = number(t->arena, &p), bulan = number(t->arena, &p);
	Konteks *k;
	BarisOpd *opd;
	size_t n, n_added = 0;
	Bundel zip = bundel_new(t->arena);
	Err err = take(t, t->arena, STORE_BACA, &k, info);
	if (err)
		return err;
	err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = tata_opd_list(k, &opd, &n, info);
	kolam_give(t->kolam, k);
	for (size_t i = 0; !err && i < n; i++) {
		bool added;
		tugas_maju(t, (int64_t)i, (int64_t)n, opd[i].nama);
		err = report_add(t, &zip, &opd[i], tahun, bulan, &added, info);
		n_added += !err && added;
	}
	if (!err && !n_added)
		err = err_set(info, ERR_ABSENT, teks(t->bahasa, "No agency has a report for this month."), NULL);
	if (err)
		return err;
	t->pesan = str_format(t->arena, teks(t->bahasa, "%zu reports of %zu agencies"), n_added, n);
	t->nama = str_format(t->arena, "laporan-%s-%d-%02d.zip", t->pemda, tahun, bulan);
	t->jenis = "application/zip";
	bundel_finish(&zip, &t->bytes, &t->n);
	return ERR_OK;
}

/* ---- a copy of the ledger ---- */

static Err ledger_copy(Tugas *t, ErrInfo *info)
{
	Konteks *k;
	const char *name;
	Err err = take(t, t->arena, STORE_BACA, &k, info);
	if (err)
		return err;
	err = konteks_may(k, AKSI_CADANGAN, "", info);
	Saat now = k->sekarang;
	kolam_give(t->kolam, k);
	if (!err)
		err = cadangan_baru(t->arena, kolam_path(t->kolam), now, t->kemajuan, t->bahasa, &name, info);
	if (!err)
		t->pesan = str_format(t->arena, teks(t->bahasa, "%s is made and verified"), name);
	return err;
}

/* ---- the whole chain ---- */

static void chain_text(Tugas *t, StrBuf *out, const PeriksaBuku *p)
{
	if (*p->berkas)
		strbuf_addf(out, "%s: %s\n", teks(t->bahasa, "file"), p->berkas);
	for (size_t i = 0; i < p->n; i++) {
		const PeriksaRantai *r = &p->rantai[i];
		strbuf_addf(out, "%s %s\n", r->pemda, r->nama);
		strbuf_addf(out, teks(t->bahasa, "entries checked: %lld\n"), (long long)r->hasil.jumlah);
		if (r->hasil.pertama_rusak)
			strbuf_addf(out, teks(t->bahasa, "first bad entry: %lld, %s\n"), (long long)r->hasil.pertama_rusak, r->hasil.sebab);
		else
			strbuf_addf(out, "%s %lld %s\n", r->pemda, (long long)r->hasil.jumlah, r->hasil.hash);
	}
}

static Err chain_verify(Tugas *t, ErrInfo *info)
{
	PeriksaBuku p;
	StrBuf text = {.arena = t->arena};
	Err err = jejak_periksa(t->arena, &(KonteksOptions){.db = kolam_path(t->kolam), .pemda = t->pemda, .sebagai = t->pengguna, .mode = STORE_BACA}, NULL, t->kemajuan, t->bahasa, &p, info);
	if (err)
		return err;
	chain_text(t, &text, &p);
	const PeriksaRantai *r = p.n ? &p.rantai[0] : NULL;
	if (p.utuh && r)
		t->pesan = str_format(t->arena, teks(t->bahasa, "The chain is whole: %lld entries, the last one %.12s"), (long long)r->hasil.jumlah, r->hasil.hash);
	else
		t->pesan = r && r->hasil.pertama_rusak ? str_format(t->arena, teks(t->bahasa, "The chain is BROKEN at entry %lld: %s"), (long long)r->hasil.pertama_rusak, r->hasil.sebab)
		                                       : str_format(t->arena, teks(t->bahasa, "The ledger is DAMAGED: %s"), p.berkas);
	t->nama = "periksa-rantai.txt";
	t->jenis = "text/plain; charset=utf-8";
	t->bytes = strbuf_text(&text);
	t->n = text.len;
	return ERR_OK;
}

/* ---- an edition of the nomenclature: "17 2026" ---- */

static Err edition_import(Tugas *t, ErrInfo *info)
{
	const char *p = t->parameter, *path;
	int64_t id = number(t->arena, &p);
	const char *edition = word(t->arena, &p);
	Konteks *k;
	Tangguh file = {0};
	ImporNomenklatur h;
	Err err = take(t, t->arena, STORE_TULIS, &k, info);
	if (err)
		return err;
	err = tangguh_ambil(k, id, "nomenklatur", &file, info);
	if (!err)
		err = tangguh_berkas(k, &file, &path, info);
	/* progress is written by another store, which this transaction would keep waiting: it is told before and after only */
	if (!err)
		err = nomenklatur_import(&h, k, path, edition, true, (Kemajuan){0}, info);
	if (err)
		info->message = tangguh_teks(t->arena, &file, info->message);
	else
		t->pesan = h.sama ? teks(t->bahasa, "This edition is there already, from this very file.")
		                  : str_format(t->arena, teks(t->bahasa, "Edition %s: %zu program, %zu kegiatan, %zu sub kegiatan"), edition, h.n_program, h.n_kegiatan, h.n_sub);
	kolam_give(t->kolam, k);
	return err;
}

/* ---- a file into a month: "17 2.17.01.0000 2023 12 why the rest may stay out"; "-" and 0: as the file says ---- */

static Err month_import(Tugas *t, ErrInfo *info)
{
	const char *p = t->parameter, *path;
	int64_t id = number(t->arena, &p);
	const char *opd = word(t->arena, &p);
	int tahun = number(t->arena, &p), bulan = number(t->arena, &p);
	Konteks *k;
	Tangguh file = {0};
	HasilImpor *h;
	Err err = take(t, t->arena, STORE_TULIS, &k, info);
	if (err)
		return err;
	err = tangguh_ambil(k, id, "berkas-bulan", &file, info);
	if (!err)
		err = tangguh_berkas(k, &file, &path, info);
	if (!err)
		err = impor_run(&h, k, &(PermintaanImpor){.berkas = path, .opd = str_equal(opd, "-") ? NULL : opd, .tahun = tahun, .bulan = bulan, .alasan = p, .terapkan = true}, info);
	if (err)
		info->message = tangguh_teks(t->arena, &file, info->message);
	else
		t->pesan = str_format(t->arena, teks(t->bahasa, "%s, %s %d: %u added, %u changed, %u the same"), h->opd.nama, bulan_name((uint8_t)h->bulan, t->bahasa), h->tahun,
		                      h->jumlah[GARIS_TAMBAH], h->jumlah[GARIS_UBAH], h->jumlah[GARIS_SAMA]);
	kolam_give(t->kolam, k);
	return err;
}

const JenisPekerjaan JENIS_PEKERJAAN[] = {
	{"pdf-semua", reports_bundle}, {"cadangan", ledger_copy}, {"periksa-rantai", chain_verify}, {"nomenklatur", edition_import}, {"impor", month_import}, {NULL, NULL},
};
