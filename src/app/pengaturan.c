#include "app/pengaturan.h"

const UraianPengaturan PENGATURAN[PENGATURAN_JUMLAH] = {
	[PENGATURAN_PERIKSA_PUBLIK] = {"periksa-publik", TEKS("Everybody may check files, without signing in."), true, 0, 0, 1},
	[PENGATURAN_PORTAL_PUBLIK] = {"portal-publik", TEKS("Approved reports and open data are published."), true, 1, 0, 1},
	[PENGATURAN_BATAS_UNGGAH] = {"batas-unggah", TEKS("Largest file that may be uploaded, in MiB."), false, 20, 1, 20},
};

static int key_find(const char *kunci)
{
	for (int i = 0; i < PENGATURAN_JUMLAH; i++)
		if (str_equal(PENGATURAN[i].kunci, kunci))
			return i;
	return -1;
}

static bool value_parse(const UraianPengaturan *u, const char *text, int64_t *out)
{
	enum { ANGKA_MAX = 9 };
	if (u->ya_tidak && (str_equal_fold(text, "ya") || str_equal_fold(text, "tidak"))) {
		*out = str_equal_fold(text, "ya");
		return true;
	}
	size_t n = strlen(text);
	if (n == 0 || n > ANGKA_MAX || strspn(text, "0123456789") != n)
		return false;
	*out = strtoll(text, NULL, 10);
	return *out >= u->min && *out <= u->max;
}

Err pengaturan_baca(Konteks *k, Pengaturan *out, ErrInfo *info)
{
	BarisPengaturan *rows;
	size_t n = 0;
	Err err = store_list_pengaturan(k->store, k->arena, k->pemda.pemda, k->sampai, &rows, &n, info);
	for (int i = 0; i < PENGATURAN_JUMLAH; i++)
		out->nilai[i] = PENGATURAN[i].bawaan;
	for (size_t i = 0; !err && i < n; i++) {
		int key = key_find(rows[i].kunci);
		int64_t value;
		if (key >= 0 && value_parse(&PENGATURAN[key], rows[i].nilai, &value))
			out->nilai[key] = value;
	}
	return err;
}

static Err key_unknown(const Konteks *k, const char *kunci, ErrInfo *info)
{
	StrBuf names = {.arena = k->arena};
	for (int i = 0; i < PENGATURAN_JUMLAH; i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", PENGATURAN[i].kunci);
	return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "there is no setting '%s'"), kunci),
	               str_format(k->arena, teks(k->bahasa, "there are: %s"), strbuf_text(&names)));
}

static Err value_wrong(const Konteks *k, const UraianPengaturan *u, const char *nilai, ErrInfo *info)
{
	return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is no value of %s"), nilai, u->kunci),
	               u->ya_tidak ? teks(k->bahasa, "write ya or tidak") : str_format(k->arena, teks(k->bahasa, "write a number from %lld to %lld"), (long long)u->min, (long long)u->max));
}

Err pengaturan_tulis(Konteks *k, const char *kunci, const char *nilai, bool *changed, ErrInfo *info)
{
	int key = key_find(kunci);
	int64_t value = key >= 0 ? PENGATURAN[key].bawaan : 0;
	Pengaturan now;
	*changed = false;
	Err err = konteks_may(k, AKSI_PENGATURAN, "", info);
	if (err)
		return err;
	if (key < 0)
		return key_unknown(k, kunci, info);
	if (*nilai && !value_parse(&PENGATURAN[key], nilai, &value))
		return value_wrong(k, &PENGATURAN[key], nilai, info);
	err = konteks_begin(k, info);
	if (err)
		return err;
	err = pengaturan_baca(k, &now, info);
	*changed = !err && now.nilai[key] != value;
	if (*changed)
		err = store_add_pengaturan(k->store, (BarisPengaturan){.kunci = PENGATURAN[key].kunci, .nilai = *nilai ? str_format(k->arena, "%lld", (long long)value) : ""}, NULL, info);
	if (!err && *changed)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}
