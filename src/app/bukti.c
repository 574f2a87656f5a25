#include "app/bukti.h"

#include "app/siklus.h"
#include "base/hash.h"

/* The month and, unless "", the node; within the transaction for those that write. */
static Err place_find(Konteks *k, const char *opd, int tahun, int bulan_ke, const char **kode, Bulan **bulan, ErrInfo *info)
{
	Err err = bulan_frame(bulan, k, opd, tahun, bulan_ke, info);
	if (err || !*kode || !**kode)
		return err;
	uint32_t at = snapshot_lookup(&(*bulan)->snapshot, *kode);
	if (at >= (*bulan)->snapshot.n_simpul)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the plan has no program, kegiatan or sub kegiatan '%s'"), *kode), NULL);
	*kode = (*bulan)->snapshot.simpul[at].kode_tertulis;
	return ERR_OK;
}

static Err may(Konteks *k, Aksi aksi, const char *opd, BarisOpd *row, ErrInfo *info)
{
	Err err = konteks_opd(k, opd, row, info);
	return err ? err : konteks_may(k, aksi, row->opd, info);
}

/* ---- add ---- */

static Err kind_check(Konteks *k, const char *nama, const void *bytes, size_t n, const char **jenis, ErrInfo *info)
{
	if (n == 0)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s is empty"), nama), NULL);
	if (n > BUKTI_MAX)
		return err_set(info, ERR_LIMIT, str_format(k->arena, teks(k->bahasa, "%s is larger than %d MiB"), nama, BUKTI_MAX / 1024 / 1024), NULL);
	const char *why;
	*jenis = bukti_jenis(bytes, n, &why);
	if (*jenis)
		return ERR_OK;
	return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s cannot be evidence: it is %s"), nama, teks(k->bahasa, why)),
	               teks(k->bahasa, "PDF, JPEG, PNG, WebP, XLSX, DOCX, ODS, ODT, CSV and plain text are taken"));
}

static Err attach(Konteks *k, BarisBukti *row, const void *bytes, bool *baru, ErrInfo *info)
{
	BarisBukti *rows;
	BarisBuktiIsi isi;
	size_t n;
	bool stored;
	Err err = store_list_bukti(k->store, k->arena, k->pemda.pemda, row->opd, row->tahun, row->bulan, STORE_KINI, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		if (rows[i].aktif && str_equal(rows[i].hash, row->hash) && str_equal(rows[i].kode, row->kode)) {
			*row = rows[i];
			return ERR_OK;
		}
	}
	if (!err)
		err = store_get_bukti_isi(k->store, k->arena, k->pemda.pemda, row->hash, &isi, &stored, info);
	if (!err && !stored)
		err = store_add_bukti_isi(k->store, (BarisBuktiIsi){.hash = row->hash, .isi = bytes, .n_isi = row->ukuran}, NULL, info);
	if (!err)
		err = store_add_bukti(k->store, *row, &row->id, info);
	*baru = !err;
	return err;
}

Err bukti_add(Konteks *k, const char *opd, int tahun, int bulan_ke, const char *kode, const char *nama, const void *bytes, size_t n, BarisBukti *out, bool *baru,
              ErrInfo *info)
{
	BarisOpd agency;
	Bulan *bulan;
	const char *jenis;
	*baru = false;
	nama = bukti_nama(k->arena, nama);
	Err err = may(k, AKSI_BUKTI, opd, &agency, info);
	if (!err)
		err = kind_check(k, nama, bytes, n, &jenis, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = place_find(k, agency.opd, tahun, bulan_ke, &kode, &bulan, info);
	if (!err)
		err = siklus_open_for_entry(k, bulan, info);
	if (!err) {
		*out = (BarisBukti){.pemda = k->pemda.pemda, .opd = agency.opd, .tahun = tahun, .bulan = bulan_ke, .kode = kode, .nama = nama, .jenis = jenis,
		                    .ukuran = (int64_t)n, .hash = hash_sha256_hex(k->arena, bytes, n), .aktif = 1};
		err = attach(k, out, bytes, baru, info);
	}
	if (!err && *baru)
		err = store_commit(k->store, info);
	if (err || !*baru)
		store_rollback(k->store);
	return err;
}

/* ---- reading ---- */

static Err list(Konteks *k, const char *opd, int tahun, int bulan, int64_t sampai, BarisBukti **out, size_t *n, ErrInfo *info)
{
	BarisBukti *rows;
	size_t all;
	*n = 0;
	Err err = store_list_bukti(k->store, k->arena, k->pemda.pemda, opd, tahun, bulan, sampai, &rows, &all, info);
	for (size_t i = 0; !err && i < all; i++)
		if (rows[i].aktif)
			rows[(*n)++] = rows[i];
	*out = rows;
	return err;
}

Err bukti_list(Konteks *k, const char *opd, int tahun, int bulan, BarisBukti **out, size_t *n, ErrInfo *info)
{
	BarisOpd agency;
	*n = 0;
	Err err = may(k, AKSI_BACA, opd, &agency, info);
	return err ? err : list(k, agency.opd, tahun, bulan, k->sampai, out, n, info);
}

/* Those whose hash begins so move to the front. Two files that begin alike are none. */
static Err hash_choose(Konteks *k, const char *hash, BarisBukti *rows, size_t *n, ErrInfo *info)
{
	enum { HASH_MIN = 8 };
	size_t found = 0;
	for (size_t i = 0; strlen(hash) >= HASH_MIN && i < *n; i++)
		if (str_starts_fold(rows[i].hash, hash))
			rows[found++] = rows[i];
	*n = found;
	for (size_t i = 1; i < found; i++)
		if (!str_equal(rows[i].hash, rows[0].hash))
			return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "several files have a hash that begins with %s"), hash), NULL);
	if (found)
		return ERR_OK;
	return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the month has no evidence with hash %s"), hash),
	               teks(k->bahasa, "capaian evidence list shows all; at least 8 digits are needed"));
}

Err bukti_get(Konteks *k, const char *opd, int tahun, int bulan, const char *hash, BarisBukti *out, BarisBuktiIsi *isi, ErrInfo *info)
{
	BarisBukti *rows;
	size_t n;
	bool found;
	Err err = bukti_list(k, opd, tahun, bulan, &rows, &n, info);
	if (!err)
		err = hash_choose(k, hash, rows, &n, info);
	if (err)
		return err;
	*out = rows[0];
	err = store_get_bukti_isi(k->store, k->arena, k->pemda.pemda, out->hash, isi, &found, info);
	if (err || (found && str_equal(hash_sha256_hex(k->arena, isi->isi, (size_t)isi->n_isi), out->hash)))
		return err;
	return err_set(info, ERR_DAMAGED, str_format(k->arena, teks(k->bahasa, "the content of %s in the ledger is not what was stored"), out->nama),
	               teks(k->bahasa, "capaian audit verify shows what is wrong"));
}

/* ---- remove ---- */

static Err detach(Konteks *k, const char *opd, int tahun, int bulan, const char *hash, const char *kode, size_t *n, ErrInfo *info)
{
	BarisBukti *rows;
	size_t all;
	Err err = list(k, opd, tahun, bulan, STORE_KINI, &rows, &all, info);
	if (!err)
		err = hash_choose(k, hash, rows, &all, info);
	for (size_t i = 0; !err && i < all; i++) {
		if (kode && !str_equal(rows[i].kode, kode))
			continue;
		rows[i].aktif = 0;
		err = store_add_bukti(k->store, rows[i], NULL, info);
		(*n)++;
	}
	if (!err && *n == 0)
		err = err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "the file is not attached to %s"), *kode ? kode : teks(k->bahasa, "the whole report")), NULL);
	return err;
}

Err bukti_remove(Konteks *k, const char *opd, int tahun, int bulan_ke, const char *hash, const char *kode, size_t *n, ErrInfo *info)
{
	BarisOpd agency;
	Bulan *bulan;
	*n = 0;
	Err err = may(k, AKSI_BUKTI, opd, &agency, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = place_find(k, agency.opd, tahun, bulan_ke, &kode, &bulan, info);
	if (!err)
		err = siklus_open_for_entry(k, bulan, info);
	if (!err)
		err = detach(k, agency.opd, tahun, bulan_ke, hash, kode, n, info);
	if (!err)
		err = store_commit(k->store, info);
	if (err)
		store_rollback(k->store);
	return err;
}
