#include "app/jejak_app.h"

enum { SEKALI = 500, LANGKAH_MAX = 20 };

static Err take(Konteks *k, const SaringJejak *saring, const BarisJejak *row, EntriJejak *out, bool *fits, ErrInfo *info)
{
	*out = (EntriJejak){.entri = *row, .tentang = ""};
	Err err = store_entry_about(k->store, k->arena, row, &out->tentang, info);
	*fits = !err && (!*saring->opd || strstr(out->tentang, saring->opd));
	return err;
}

Err jejak_cari(Konteks *k, const SaringJejak *saring, size_t max, EntriJejak **out, size_t *n, int64_t *lanjut, ErrInfo *info)
{
	int64_t before = saring->sebelum > 0 ? saring->sebelum : k->sampai;
	if (k->sampai != STORE_KINI && before > k->sampai)
		before = k->sampai + 1;
	*n = 0;
	*lanjut = 0;
	Err err = konteks_may(k, AKSI_JEJAK, "", info);
	if (err)
		return err;
	*out = ARENA_ARRAY(k->arena, EntriJejak, max);
	for (int step = 0; !err && step < LANGKAH_MAX; step++) {
		BarisJejak *rows;
		size_t n_rows, batch = *saring->opd ? SEKALI : max - *n + 1;
		err = store_find_jejak(k->store, k->arena, k->pemda.pemda, before, saring->oleh, saring->tabel, (int64_t)batch, &rows, &n_rows, info);
		for (size_t i = 0; !err && i < n_rows; i++) {
			bool fits;
			*lanjut = before;
			if (*n == max)
				return ERR_OK;
			before = rows[i].id;
			err = take(k, saring, &rows[i], &(*out)[*n], &fits, info);
			*n += fits;
		}
		if (!err && n_rows < batch) {
			*lanjut = 0;
			return ERR_OK;
		}
	}
	*lanjut = before;
	return err;
}
