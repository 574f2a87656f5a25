#include "app/nomenklatur.h"

#include "app/tata.h"
#include "base/json.h"
#include "document/document.h"
#include "domain/rencana.h"

/* ---- editions ---- */

Err nomenklatur_list(Konteks *k, BarisNomenklaturEdisi **out, size_t *n, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = store_list_nomenklatur_edisi(k->store, k->arena, k->pemda.pemda, out, n, info);
	if (err)
		return err;
	size_t kept = 0;
	for (size_t i = 0; i < *n; i++)
		if ((*out)[i].id <= k->sampai)
			(*out)[kept++] = (*out)[i];
	*n = kept;
	return ERR_OK;
}

/* ---- import ---- */

static Err edition_valid(const Konteks *k, const char *edisi, ErrInfo *info)
{
	enum { EDISI_MAX = 40 };
	if (edisi && *edisi && strlen(edisi) <= EDISI_MAX && !str_blank(edisi))
		return ERR_OK;
	return err_set(info, ERR_USAGE, teks(k->bahasa, "an edition needs a name of at most 40 characters"), teks(k->bahasa, "give it by --edisi, mostly the year: 2026"));
}

/* *same: this very file is kept under this name. */
static Err edition_free(Konteks *k, const char *edisi, const char *hash, bool *same, ErrInfo *info)
{
	BarisNomenklaturEdisi *rows;
	size_t n;
	Err err = nomenklatur_list(k, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		if (!str_equal(rows[i].edisi, edisi))
			continue;
		*same = str_equal(rows[i].hash, hash);
		if (!*same)
			err = err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "edition %s is kept already, from %s"), edisi, rows[i].nama),
			              teks(k->bahasa, "an edition never changes; give the new list another name"));
	}
	return err;
}

static void levels_count(ImporNomenklatur *h)
{
	for (size_t i = 0; i < h->daftar.n; i++) {
		const EntriNomenklatur *e = &h->daftar.entri[i];
		Kode kode = {0};
		kode_parse(&kode, e->kode, NULL);
		h->n_bidang += kode.n_bagian <= 2;
		h->n_program += kode.n_bagian == 3;
		h->n_kegiatan += kode.n_bagian == 5;
		h->n_sub += kode.n_bagian == 6;
		h->n_sebelumnya += *e->sebelumnya != '\0';
	}
}

static const char *summary(Konteks *k, const ImporNomenklatur *h)
{
	StrBuf out = {.arena = k->arena};
	Json j = json_begin(&out, 0);
	json_object(&j);
	json_field(&j, "edisi", h->edisi);
	json_key(&j, "baris");
	json_int(&j, (int64_t)h->daftar.n_baris);
	json_key(&j, "kode");
	json_int(&j, (int64_t)h->daftar.n);
	json_end(&j);
	json_finish(&j);
	return str_trim(k->arena, strbuf_text(&out));
}

static Err entries_store(Konteks *k, const ImporNomenklatur *h, Kemajuan progress, ErrInfo *info)
{
	Err err = ERR_OK;
	for (size_t i = 0; !err && i < h->daftar.n; i++) {
		const EntriNomenklatur *e = &h->daftar.entri[i];
		err = store_add_nomenklatur(k->store, (BarisNomenklatur){.edisi = h->edisi, .kode = e->kode, .nama = e->nama, .indikator = e->indikator, .satuan = e->satuan, .sebelumnya = e->sebelumnya},
		                            NULL, info);
		if (progress.lapor)
			progress.lapor(progress.context, (int)i + 1, (int)h->daftar.n);
	}
	return err;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static Err keep(Konteks *k, ImporNomenklatur *h, Kemajuan progress, ErrInfo *info)
{
	const char *nama = base_name(h->berkas);
	k->sumber = "impor";
	Err err = konteks_begin(k, info);
	if (err)
		return err;
	err = edition_free(k, h->edisi, h->hash, &h->sama, info);
	if (!err && !h->sama)
		err = entries_store(k, h, progress, info);
	if (!err && !h->sama)
		err = store_add_nomenklatur_edisi(k->store, (BarisNomenklaturEdisi){.edisi = h->edisi, .nama = nama, .hash = h->hash, .jumlah = (int64_t)h->daftar.n}, NULL, info);
	if (!err && !h->sama)
		err = store_add_impor(k->store, (BarisImpor){.hash = h->hash, .nama = nama, .jenis = "nomenklatur", .ringkasan = summary(k, h)}, NULL, info);
	if (!err && !h->sama)
		err = store_commit(k->store, info);
	h->tersimpan = !err && !h->sama;
	if (!h->tersimpan)
		store_rollback(k->store);
	return err;
}

Err nomenklatur_import(ImporNomenklatur *out, Konteks *k, const char *berkas, const char *edisi, bool terapkan, Kemajuan kemajuan, ErrInfo *info)
{
	*out = (ImporNomenklatur){.berkas = berkas};
	Err err = konteks_may(k, terapkan ? AKSI_NOMENKLATUR : AKSI_REKAP, "", info);
	if (!err)
		err = edition_valid(k, edisi, info);
	if (err)
		return err;
	out->edisi = tata_line(k->arena, edisi);
	err = document_hash(&out->hash, k->arena, berkas, k->bahasa, info);
	if (!err)
		err = nomenklatur_read(&out->daftar, k->arena, berkas, str_equal(k->pemda.tingkat, "provinsi"), k->bahasa, info);
	if (!err)
		err = edition_free(k, out->edisi, out->hash, &out->sama, info);
	if (err)
		return err;
	levels_count(out);
	return terapkan && !out->sama ? keep(k, out, kemajuan, info) : ERR_OK;
}
