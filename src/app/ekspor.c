#include "app/ekspor.h"

#include "document/document.h"
#include "document/read_ekspor.h"
#include "report/output.h"
#include "store/salin.h"
#include <unistd.h>

Err ekspor_write(Konteks *k, int tahun, const char *path, Kemajuan kemajuan, ErrInfo *info)
{
	StrBuf out = {.arena = k->arena};
	Err err = konteks_may(k, AKSI_CADANGAN, "", info);
	if (!err)
		err = store_export(k->store, &out, k->pemda.pemda, tahun, k->sampai, kemajuan.lapor, kemajuan.context, info);
	if (!err)
		err = output_write(path, strbuf_text(&out), out.len, true, k->bahasa, k->arena, info);
	return err;
}

static Err text_read(const char **text, size_t *n, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	return document_read_text(text, n, arena, path, (size_t)EKSPOR_BATAS_MB * 1024 * 1024, bahasa, info);
}

bool ekspor_is(Arena *arena, const char *path, Bahasa bahasa)
{
	return read_ekspor_is(arena, path, bahasa);
}

static void tables_count(HasilEkspor *h, const Ekspor *x)
{
	const size_t most = sizeof h->tabel / sizeof *h->tabel;
	for (size_t i = 0; i < x->n; i++) {
		size_t t = 0;
		while (t < h->n_tabel && !str_equal(h->tabel[t].nama, x->baris[i].tabel))
			t++;
		if (t == most)
			continue;
		if (t == h->n_tabel)
			h->tabel[h->n_tabel++].nama = x->baris[i].tabel;
		h->tabel[t].n++;
	}
}

static Err ledger_open(Store **out, Arena *arena, const char *db, Bahasa bahasa, ErrInfo *info)
{
	return access(db, F_OK) == 0 ? store_open(out, arena, db, STORE_TULIS, bahasa, info) : store_create(out, arena, db, bahasa, info);
}

Err ekspor_import(HasilEkspor **out, Arena *arena, const char *path, const char *db, bool terapkan, Bahasa bahasa, ErrInfo *info)
{
	const char *text;
	size_t n;
	Ekspor *x;
	Err err = text_read(&text, &n, arena, path, bahasa, info);
	if (!err)
		err = read_ekspor(&x, arena, path, text, n, bahasa, info);
	if (err)
		return err;
	HasilEkspor *h = ARENA_NEW(arena, HasilEkspor);
	*h = (HasilEkspor){.pemda = x->pemda, .tahun = x->tahun, .n = x->n};
	tables_count(h, x);
	*out = h;
	if (!terapkan)
		return ERR_OK;
	Store *store;
	err = ledger_open(&store, arena, db, bahasa, info);
	if (!err)
		err = store_replay(store, arena, x->pemda, x->baris, x->n, info);
	return err;
}
