#include "app/tangguh.h"

#include "app/bukti.h"
#include "report/output.h"

#include <sys/stat.h>
#include <unistd.h>

static const char AWALAN[] = "tangguh:";

bool tangguh_is(const BarisPekerjaan *row)
{
	return str_starts(row->jenis, AWALAN);
}

static const char *kind(Konteks *k, const char *jenis)
{
	return str_format(k->arena, "%s%s", AWALAN, jenis);
}

static Err finish(Konteks *k, Err err, ErrInfo *info)
{
	if (!err)
		err = store_commit(k->store, info);
	if (err)
		store_rollback(k->store);
	return err;
}

static Err size_check(Konteks *k, size_t n, ErrInfo *info)
{
	if (n == 0)
		return err_set(info, ERR_USAGE, teks(k->bahasa, "the file is empty"), NULL);
	if (n > TANGGUH_MAX)
		return err_set(info, ERR_LIMIT, str_format(k->arena, teks(k->bahasa, "the file has %zu bytes; the limit is %d"), n, TANGGUH_MAX),
		               teks(k->bahasa, "divide it by program, or remove pictures"));
	return ERR_OK;
}

Err tangguh_simpan(Konteks *k, const char *jenis, const char *tentang, const char *nama, const void *bytes, size_t n, int64_t *id, ErrInfo *info)
{
	Saat now = waktu_now();
	Err err = size_check(k, n, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = store_drop_pekerjaan_lama(k->store, k->pemda.pemda, now, info);
	if (!err)
		err = store_add_pekerjaan(k->store,
		                          (BarisPekerjaan){.pemda = k->pemda.pemda, .pengguna = k->pengguna.pengguna, .jenis = kind(k, jenis), .judul = tentang, .keadaan = "selesai",
		                                           .pesan = "", .dibuat = now, .hasil_nama = bukti_nama(k->arena, nama), .hasil_jenis = "application/octet-stream",
		                                           .kedaluwarsa = now + TANGGUH_UMUR},
		                          id, info);
	if (!err)
		err = store_put_pekerjaan_hasil(k->store, (BarisPekerjaanHasil){k->pemda.pemda, *id, bytes, (int64_t)n}, info);
	return finish(k, err, info);
}

static Err absent(Konteks *k, ErrInfo *info)
{
	return err_set(info, ERR_ABSENT, teks(k->bahasa, "what you left here is gone: it is kept for one day"), teks(k->bahasa, "upload the file again"));
}

static Err fill(Konteks *k, const BarisPekerjaan *row, Tangguh *out, ErrInfo *info)
{
	BarisPekerjaanHasil bytes;
	bool found;
	Err err = store_get_pekerjaan_hasil(k->store, k->arena, k->pemda.pemda, row->id, &bytes, &found, info);
	if (!err && !found)
		err = absent(k, info);
	if (!err)
		*out = (Tangguh){.id = row->id, .jenis = row->jenis + strlen(AWALAN), .tentang = row->judul, .nama = row->hasil_nama, .dibuat = row->dibuat, .isi = bytes.isi,
		                 .n = (size_t)bytes.n_isi};
	return err;
}

static bool own(Konteks *k, const BarisPekerjaan *row, const char *jenis)
{
	return k->masuk && str_equal(row->pengguna, k->pengguna.pengguna) && str_equal(row->jenis, kind(k, jenis)) && row->kedaluwarsa > waktu_now();
}

Err tangguh_ambil(Konteks *k, int64_t id, const char *jenis, Tangguh *out, ErrInfo *info)
{
	BarisPekerjaan row;
	bool found;
	*out = (Tangguh){0};
	Err err = store_get_pekerjaan(k->store, k->arena, k->pemda.pemda, id, &row, &found, info);
	if (!err && (!found || !own(k, &row, jenis)))
		err = absent(k, info);
	return err ? err : fill(k, &row, out, info);
}

Err tangguh_cari(Konteks *k, const char *jenis, const char *tentang, Tangguh *out, ErrInfo *info)
{
	BarisPekerjaan *rows;
	size_t n;
	*out = (Tangguh){0};
	Err err = store_list_pekerjaan(k->store, k->arena, k->pemda.pemda, k->pengguna.pengguna, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++)
		if (own(k, &rows[i], jenis) && str_equal(rows[i].judul, tentang))
			return fill(k, &rows[i], out, info);
	return err;
}

Err tangguh_ganti(Konteks *k, const Tangguh *t, const void *bytes, size_t n, ErrInfo *info)
{
	Err err = size_check(k, n, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = store_put_pekerjaan_hasil(k->store, (BarisPekerjaanHasil){k->pemda.pemda, t->id, bytes, (int64_t)n}, info);
	return finish(k, err, info);
}

Err tangguh_buang(Konteks *k, const Tangguh *t, ErrInfo *info)
{
	BarisPekerjaan row;
	bool found;
	Err err = konteks_begin(k, info);
	if (err)
		return err;
	err = store_get_pekerjaan(k->store, k->arena, k->pemda.pemda, t->id, &row, &found, info);
	if (!err && found) {
		row.kedaluwarsa = waktu_now();
		err = store_put_pekerjaan(k->store, row, info);
	}
	return finish(k, err, info);
}

/* ---- as a file ---- */

typedef struct {
	const char *folder, *path;
} Salinan;

static void copy_remove(void *copy)
{
	unlink(((Salinan *)copy)->path);
	rmdir(((Salinan *)copy)->folder);
}

Err tangguh_berkas(Konteks *k, Tangguh *t, const char **path, ErrInfo *info)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = arena_alloc(k->arena, 512);
	int length = snprintf(folder, 512, "%s/capaian-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (length < 0 || length >= 512 || !mkdtemp(folder))
		return err_set(info, ERR_WRITE, teks(k->bahasa, "the program cannot make a folder for the file"), NULL);
	Salinan *copy = ARENA_NEW(k->arena, Salinan);
	*copy = (Salinan){folder, str_format(k->arena, "%s/%s", folder, bukti_nama(k->arena, t->nama))};
	arena_defer(k->arena, copy_remove, copy);
	t->folder = folder;
	*path = copy->path;
	return output_write(copy->path, t->isi, t->n, false, k->bahasa, k->arena, info);
}

const char *tangguh_teks(Arena *arena, const Tangguh *t, const char *message)
{
	StrBuf out = {.arena = arena};
	if (!message || !t->folder)
		return message;
	const char *prefix = str_format(arena, "%s/", t->folder);
	for (const char *at; (at = strstr(message, prefix)); message = at + strlen(prefix))
		strbuf_addn(&out, message, (size_t)(at - message));
	strbuf_add(&out, message);
	return strbuf_text(&out);
}
