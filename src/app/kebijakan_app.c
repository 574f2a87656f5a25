#include "app/kebijakan_app.h"

#include "app/tata.h"
#include "document/document.h"
#include "domain/kebijakan.h"

enum { BERKAS_MAX = 1024 * 1024 };

/* Name, time and author of a version. */
static Err version_fill(Konteks *k, VersiKebijakan *v, ErrInfo *info)
{
	BarisJejak *entry;
	size_t n;
	DaftarTemuan faults = {.arena = k->arena};
	const Kebijakan *kebijakan = kebijakan_parse(k->arena, "", v->baris.teks, strlen(v->baris.teks), k->bahasa, &faults);
	v->nama = kebijakan ? kebijakan->nama : "";
	v->oleh = "";
	Err err = store_list_jejak(k->store, k->arena, k->pemda.pemda, v->baris.id, v->baris.id, &entry, &n, info);
	if (!err && n) {
		v->waktu = entry[0].waktu;
		v->oleh = entry[0].oleh;
	}
	return err;
}

Err kebijakan_list(Konteks *k, int tahun, VersiKebijakan **out, size_t *n, ErrInfo *info)
{
	BarisKebijakan *rows;
	*n = 0;
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = store_list_kebijakan(k->store, k->arena, k->pemda.pemda, tahun, k->sampai, &rows, n, info);
	if (err)
		return err;
	*out = ARENA_ARRAY(k->arena, VersiKebijakan, *n);
	for (size_t i = 0; !err && i < *n; i++) {
		(*out)[i].baris = rows[i];
		err = version_fill(k, &(*out)[i], info);
	}
	return err;
}

/* The file as a policy that fits region and year. */
static Err policy_judge(Konteks *k, int tahun, const char *berkas, const char *text, size_t n, const Kebijakan **out, DaftarTemuan *galat, ErrInfo *info)
{
	DaftarTemuan own = {.arena = k->arena}, *list = galat ? galat : &own;
	*out = kebijakan_parse(k->arena, berkas, text, n, k->bahasa, list);
	if (!*out)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s:%u: %s"), berkas, list->temuan[0].posisi.baris, list->temuan[0].message),
		               teks(k->bahasa, "capaian policy check names every error"));
	if (*(*out)->pemda && !str_equal((*out)->pemda, k->pemda.pemda))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s: this policy is of region %s, the ledger's is %s"), berkas, (*out)->pemda, k->pemda.pemda),
		               NULL);
	if ((*out)->tahun && (*out)->tahun != tahun)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s: this policy is of %d, not of %d"), berkas, (*out)->tahun, tahun), NULL);
	return ERR_OK;
}

/* Within the transaction: number of the next version. */
static Err version_next(Konteks *k, int tahun, const Kebijakan *kebijakan, const char *alasan, int64_t *versi, ErrInfo *info)
{
	BarisKebijakan *rows;
	size_t n;
	Err err = store_list_kebijakan(k->store, k->arena, k->pemda.pemda, tahun, STORE_KINI, &rows, &n, info);
	if (err)
		return err;
	if (n && str_equal(rows[n - 1].hash, kebijakan->hash))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "this is version %lld of the policy of %d already"), (long long)rows[n - 1].versi, tahun), NULL);
	if (n && str_blank(alasan))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%d has a policy; a change of it needs a reason"), tahun), teks(k->bahasa, "give it by --reason"));
	*versi = n ? rows[n - 1].versi + 1 : 1;
	return ERR_OK;
}

Err kebijakan_add(Konteks *k, int tahun, const char *berkas, const char *text, size_t n, const char *alasan, VersiKebijakan *out, DaftarTemuan *galat, ErrInfo *info)
{
	const Kebijakan *kebijakan;
	BarisKebijakan row = {.tahun = tahun, .alasan = tata_line(k->arena, alasan)};
	Err err = konteks_may(k, AKSI_KELOLA_KEBIJAKAN, "", info);
	if (!err)
		err = policy_judge(k, tahun, berkas, text, n, &kebijakan, galat, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	row.teks = kebijakan_print(k->arena, kebijakan, BAHASA_ID);
	row.hash = kebijakan->hash;
	err = version_next(k, tahun, kebijakan, row.alasan, &row.versi, info);
	if (!err)
		err = store_add_kebijakan(k->store, row, &row.id, info);
	if (err) {
		store_rollback(k->store);
		return err;
	}
	err = store_commit(k->store, info);
	*out = (VersiKebijakan){.baris = row};
	return err ? err : version_fill(k, out, info);
}

Err kebijakan_add_file(Konteks *k, int tahun, const char *path, const char *alasan, VersiKebijakan *out, DaftarTemuan *galat, ErrInfo *info)
{
	const char *text;
	size_t n;
	Err err = document_read_text(&text, &n, k->arena, path, BERKAS_MAX, k->bahasa, info);
	return err ? err : kebijakan_add(k, tahun, path, text, n, alasan, out, galat, info);
}
