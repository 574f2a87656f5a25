#include "app/masuk.h"

#include "app/rahasia.h"
#include "app/totp.h"

static Err mismatch(Bahasa bahasa, ErrInfo *info)
{
	return err_set(info, ERR_DENIED, teks(bahasa, "User name, password or code do not match."), teks(bahasa, "Try again, or ask your admin."));
}

/* Settles which region is meant; one that does not exist is as wrong as an unknown name, and as slow. */
static Err region_choose(Pintu *pintu, Arena *arena, const char *pemda, Bahasa bahasa, BarisPemda *out, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisPemda *rows;
	size_t n = 0;
	Kolam *kolam = pintu_kolam(pintu);
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, info);
	if (!err)
		err = store_list_pemda(borrowed.store, arena, &rows, &n, info);
	*out = (BarisPemda){.pemda = pemda, .nama = "", .tingkat = "", .zona = n ? rows[0].zona : 0};
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].pemda, pemda) || (n == 1 && !*pemda))
			*out = rows[i];
	return kolam_return(kolam, &borrowed, arena, err, info);
}

/* Who writes, at which moment of the region's ledger. */
static Err begin(Kolam *kolam, Store *store, Arena *arena, const char *pemda, const char *oleh, const char *sumber, Saat sekarang, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n = 0;
	Err err = store_list_pemda(store, arena, &rows, &n, info);
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].pemda, pemda))
			sekarang = kolam_waktu(kolam, &rows[i], sekarang);
	return err ? err : store_begin(store, (Pelaku){pemda, oleh, sumber, sekarang}, info);
}

typedef struct {
	BarisPengguna row;
	bool ada;                   /* known and active */
	bool perlu_kode;
} Akun;

static Err account_read(Store *store, Arena *arena, const char *pemda, const char *nama, Akun *out, ErrInfo *info)
{
	bool found;
	*out = (Akun){0};
	Err err = store_get_pengguna(store, arena, pemda, nama, &out->row, &found, info);
	if (!err)
		err = totp_perlu(store, arena, pemda, nama, &out->perlu_kode, info);
	out->ada = !err && found && out->row.aktif;
	return err;
}

static Err account_find(Pintu *pintu, Arena *arena, const char *pemda, const char *nama, Bahasa bahasa, Akun *out, ErrInfo *info)
{
	KolamPinjam borrowed;
	Kolam *kolam = pintu_kolam(pintu);
	*out = (Akun){0};
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, info);
	if (!err)
		err = account_read(borrowed.store, arena, pemda, nama, out, info);
	return kolam_return(kolam, &borrowed, arena, err, info);
}

static Err code_take(Pintu *pintu, Arena *arena, const char *pemda, const char *nama, const MasukMinta *minta, bool *right, ErrInfo *info)
{
	KolamPinjam borrowed;
	Kolam *kolam = pintu_kolam(pintu);
	*right = false;
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, minta->bahasa, &borrowed, info);
	if (!err)
		err = begin(kolam, borrowed.store, arena, pemda, nama, "entri", minta->sekarang, info);
	if (!err)
		err = totp_terima(borrowed.store, arena, pemda, nama, minta->kode, minta->sekarang, right, info);
	if (!err)
		err = store_commit(borrowed.store, info);
	*right = !err && *right;
	return kolam_return(kolam, &borrowed, arena, err, info);
}

static Err enter(Pintu *pintu, Arena *arena, const char *pemda, const char *nama, const MasukMinta *minta, Masuk *out, ErrInfo *info)
{
	const SesiBaru baru = {pemda, nama, minta->alamat, minta->agen};
	return sesi_buat(pintu_kolam(pintu), arena, &baru, minta->sekarang, minta->bahasa, &out->token, &out->sesi, info);
}

/* The password was right: a session, or a ticket for the code. */
static Err go_on(Pintu *pintu, Arena *arena, const Akun *akun, const MasukMinta *minta, const PintuCoba *coba, Masuk *out, ErrInfo *info)
{
	bool right = true;
	const BarisPengguna *row = &akun->row;
	if (akun->perlu_kode && str_blank(minta->kode)) {
		const PintuTiket tiket = {row->pemda, row->pengguna, rahasia_hash(arena, row->sandi)};
		out->tiket = pintu_tiket(pintu, arena, &tiket, minta->sekarang);
		pintu_batal(pintu, coba); /* the try goes on with the code, which counts by itself */
		return ERR_OK;
	}
	Err err = akun->perlu_kode ? code_take(pintu, arena, row->pemda, row->pengguna, minta, &right, info) : ERR_OK;
	if (!err && !right)
		return mismatch(minta->bahasa, info);
	if (!err)
		err = enter(pintu, arena, row->pemda, row->pengguna, minta, out, info);
	if (err)
		pintu_batal(pintu, coba);
	else
		pintu_berhasil(pintu, coba);
	return err;
}

Err masuk_coba(Pintu *pintu, Arena *arena, const MasukMinta *minta, Masuk *out, ErrInfo *info)
{
	BarisPemda pemda;
	PintuCoba coba;
	Akun akun;
	bool right;
	*out = (Masuk){0};
	const char *nama = pintu_nama(arena, minta->pengguna);
	Err err = region_choose(pintu, arena, minta->pemda, minta->bahasa, &pemda, info);
	if (!err)
		err = pintu_mulai(pintu, arena, &pemda, nama, minta->alamat, minta->sekarang, minta->bahasa, &coba, info);
	if (err)
		return err;
	err = account_find(pintu, arena, pemda.pemda, nama, minta->bahasa, &akun, info);
	if (!err)
		err = pintu_sandi_check(pintu, akun.ada ? akun.row.sandi : NULL, minta->sandi, minta->bahasa, &right, info);
	if (err) {
		pintu_batal(pintu, &coba);
		return err;
	}
	return right ? go_on(pintu, arena, &akun, minta, &coba, out, info) : mismatch(minta->bahasa, info);
}

Err masuk_kode(Pintu *pintu, Arena *arena, const char *token, const MasukMinta *minta, Masuk *out, ErrInfo *info)
{
	PintuTiket tiket;
	BarisPemda pemda;
	PintuCoba coba;
	Akun akun;
	bool right = false;
	*out = (Masuk){0};
	if (!pintu_tiket_lihat(pintu, arena, token, minta->sekarang, &tiket))
		return err_set(info, ERR_ABSENT, teks(minta->bahasa, "This took too long."), teks(minta->bahasa, "Sign in again with name and password."));
	Err err = region_choose(pintu, arena, tiket.pemda, minta->bahasa, &pemda, info);
	if (!err)
		err = pintu_mulai(pintu, arena, &pemda, tiket.pengguna, minta->alamat, minta->sekarang, minta->bahasa, &coba, info);
	if (err)
		return err;
	err = account_find(pintu, arena, tiket.pemda, tiket.pengguna, minta->bahasa, &akun, info);
	bool same = !err && akun.ada && akun.perlu_kode && str_equal(tiket.sandi, rahasia_hash(arena, akun.row.sandi));
	if (same)
		err = code_take(pintu, arena, tiket.pemda, tiket.pengguna, minta, &right, info);
	if (!err && right)
		err = enter(pintu, arena, tiket.pemda, tiket.pengguna, minta, out, info);
	if (err) {
		pintu_batal(pintu, &coba);
		return err;
	}
	if (!right)
		return mismatch(minta->bahasa, info);
	pintu_berhasil(pintu, &coba);
	pintu_tiket_hapus(pintu, arena, token);
	return ERR_OK;
}

/* ---- another password ---- */

/* Within a transaction: the next version of the user's row, if he still is as he was seen. */
static Err password_write(Store *store, Arena *arena, const BarisPengguna *seen, const char *sandi, const char *nomor, Bahasa bahasa, ErrInfo *info)
{
	BarisPengguna now;
	bool found;
	Err err = store_get_pengguna(store, arena, seen->pemda, seen->pengguna, &now, &found, info);
	if (!err && (!found || !now.aktif || !str_equal(now.sandi, seen->sandi)))
		err = err_set(info, ERR_CONFLICT, teks(bahasa, "The account was changed meanwhile."), teks(bahasa, "Sign in again with name and password."));
	now.sandi = sandi;
	if (!err)
		err = store_add_pengguna(store, now, NULL, info);
	return err ? err : sesi_sandi_baru(store, arena, seen->pemda, seen->pengguna, sandi, nomor, info);
}

static Err password_save(Pintu *pintu, Arena *arena, const BarisPengguna *seen, const char *sandi, const MasukSiapa *siapa, ErrInfo *info)
{
	KolamPinjam borrowed;
	Kolam *kolam = pintu_kolam(pintu);
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, siapa->bahasa, &borrowed, info);
	if (!err)
		err = begin(kolam, borrowed.store, arena, seen->pemda, seen->pengguna, "entri", siapa->sekarang, info);
	if (!err)
		err = password_write(borrowed.store, arena, seen, sandi, siapa->nomor, siapa->bahasa, info);
	if (!err)
		err = store_commit(borrowed.store, info);
	return kolam_return(kolam, &borrowed, arena, err, info);
}

/* The new password as it is kept, once the old one has proven right. */
static Err password_prove(Pintu *pintu, Arena *arena, const BarisPengguna *row, const char *lama, const char *baru, Bahasa bahasa, const char **kept, bool *right, ErrInfo *info)
{
	Err err = pintu_sandi_check(pintu, row->sandi, lama, bahasa, right, info);
	if (err || !*right)
		return err;
	if (str_equal(lama, baru))
		return err_set(info, ERR_USAGE, teks(bahasa, "The new password is the present one."), teks(bahasa, "Choose another one."));
	return pintu_sandi_hash(pintu, arena, baru, bahasa, kept, info);
}

Err masuk_ganti_sandi(Pintu *pintu, Arena *arena, const MasukSiapa *siapa, const char *lama, const char *baru, ErrInfo *info)
{
	BarisPemda pemda;
	PintuCoba coba;
	Akun akun;
	const char *kept = NULL;
	bool right = false;
	Err err = region_choose(pintu, arena, siapa->pemda, siapa->bahasa, &pemda, info);
	if (!err)
		err = pintu_mulai(pintu, arena, &pemda, siapa->pengguna, siapa->alamat, siapa->sekarang, siapa->bahasa, &coba, info);
	if (err)
		return err;
	err = account_find(pintu, arena, siapa->pemda, siapa->pengguna, siapa->bahasa, &akun, info);
	if (!err && akun.ada)
		err = password_prove(pintu, arena, &akun.row, lama, baru, siapa->bahasa, &kept, &right, info);
	if (!err && right)
		err = password_save(pintu, arena, &akun.row, kept, siapa, info);
	if (err)
		pintu_batal(pintu, &coba);
	else if (right)
		pintu_berhasil(pintu, &coba);
	else
		err = err_set(info, ERR_DENIED, teks(siapa->bahasa, "The present password is not right."), NULL);
	return err;
}

/* ---- links ---- */

static const char UNDANGAN[] = "undangan", ADMIN_PERTAMA[] = "admin-pertama";

static Err link_add(Store *store, Arena *arena, const BarisPengguna *user, const char *jenis, Saat sekarang, Undangan *out, ErrInfo *info)
{
	*out = (Undangan){.pemda = user->pemda, .nama_pemda = "", .pengguna = user->pengguna, .nama = user->nama, .token = rahasia_new(arena), .sampai = sekarang + UNDANGAN_UMUR};
	Err err = store_drop_undangan_pengguna(store, user->pemda, user->pengguna, jenis, info);
	if (!err)
		err = store_drop_undangan_lama(store, sekarang, info);
	if (!err)
		err = store_put_undangan(store, (BarisUndangan){rahasia_hash(arena, out->token), user->pemda, user->pengguna, jenis, sekarang, out->sampai, 0}, info);
	if (!err)
		err = store_add_peristiwa(store, (BarisPeristiwa){.jenis = "undangan", .tentang = user->pengguna, .teks = jenis}, NULL, info);
	return err;
}

Err undangan_buat(Konteks *k, const char *pengguna, Undangan *out, ErrInfo *info)
{
	BarisPengguna user;
	bool found;
	Err err = konteks_may(k, AKSI_KELOLA_PENGGUNA, "", info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = store_get_pengguna(k->store, k->arena, k->pemda.pemda, pengguna, &user, &found, info);
	if (!err && !found)
		err = err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no user %s"), pengguna), teks(k->bahasa, "capaian user list shows all"));
	else if (!err && !user.aktif)
		err = err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "user %s is disabled"), pengguna), NULL);
	if (!err)
		err = link_add(k->store, k->arena, &user, UNDANGAN, k->mesin, out, info);
	if (!err)
		err = store_commit(k->store, info);
	out->nama_pemda = k->pemda.nama;
	if (err)
		store_rollback(k->store);
	return err;
}

/* The first active admin of a region in which none has a password. */
static Err admin_without(Store *store, Arena *arena, const char *pemda, BarisPengguna *out, bool *found, ErrInfo *info)
{
	BarisPengguna *rows;
	size_t n;
	Err err = store_list_pengguna(store, arena, pemda, STORE_KINI, &rows, &n, info);
	*found = false;
	for (size_t i = 0; !err && i < n; i++) {
		if (!rows[i].aktif || !str_equal(rows[i].peran, peran_name(PERAN_ADMIN)))
			continue;
		if (*rows[i].sandi) {
			*found = false;
			return ERR_OK;
		}
		if (!*found)
			*out = rows[i];
		*found = true;
	}
	return err;
}

static Err first_admin(Kolam *kolam, Store *store, Arena *arena, const BarisPemda *pemda, Saat sekarang, Undangan *out, bool *found, ErrInfo *info)
{
	BarisPengguna admin;
	Err err = admin_without(store, arena, pemda->pemda, &admin, found, info);
	if (err || !*found)
		return err;
	err = begin(kolam, store, arena, pemda->pemda, "sistem", "sistem", sekarang, info);
	if (!err)
		err = admin_without(store, arena, pemda->pemda, &admin, found, info);
	if (!err && *found)
		err = link_add(store, arena, &admin, ADMIN_PERTAMA, sekarang, out, info);
	if (!err)
		err = store_commit(store, info);
	out->nama_pemda = pemda->nama;
	if (err)
		store_rollback(store);
	return err;
}

Err undangan_admin_pertama(Kolam *kolam, Arena *arena, Saat sekarang, Bahasa bahasa, Undangan **out, size_t *n, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisPemda *rows;
	size_t n_rows = 0;
	*n = 0;
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, info);
	if (!err)
		err = store_list_pemda(borrowed.store, arena, &rows, &n_rows, info);
	*out = ARENA_ARRAY(arena, Undangan, n_rows);
	for (size_t i = 0; !err && i < n_rows; i++) {
		bool found;
		err = first_admin(kolam, borrowed.store, arena, &rows[i], sekarang, &(*out)[*n], &found, info);
		*n += !err && found;
	}
	return kolam_return(kolam, &borrowed, arena, err, info);
}

/* The link with its user, if it still opens anything. */
static Err link_read(Store *store, Arena *arena, const char *token, Saat sekarang, BarisUndangan *link, BarisPengguna *user, bool *found, ErrInfo *info)
{
	BarisPengguna admin;
	bool waits = true;
	Err err = store_get_undangan(store, arena, rahasia_hash(arena, token), link, found, info);
	if (!err && *found)
		err = store_get_pengguna(store, arena, link->pemda, link->pengguna, user, found, info);
	if (!err && *found && str_equal(link->jenis, ADMIN_PERTAMA))
		err = admin_without(store, arena, link->pemda, &admin, &waits, info);
	*found = !err && *found && waits && !link->dipakai && sekarang < link->kedaluwarsa && user->aktif;
	return err;
}

static const char *region_name(const BarisPemda *rows, size_t n, const char *pemda)
{
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].pemda, pemda))
			return rows[i].nama;
	return "";
}

Err undangan_lihat(Kolam *kolam, Arena *arena, const char *token, Saat sekarang, Bahasa bahasa, Undangan *out, bool *found, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisUndangan link;
	BarisPengguna user;
	BarisPemda *rows;
	size_t n;
	*found = false;
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, info);
	if (!err)
		err = link_read(borrowed.store, arena, token, sekarang, &link, &user, found, info);
	if (!err && *found)
		err = store_list_pemda(borrowed.store, arena, &rows, &n, info);
	if (!err && *found)
		*out = (Undangan){link.pemda, region_name(rows, n, link.pemda), user.pengguna, user.nama, NULL, link.kedaluwarsa};
	return kolam_return(kolam, &borrowed, arena, err, info);
}

static Err gone(Bahasa bahasa, ErrInfo *info)
{
	return err_set(info, ERR_ABSENT, teks(bahasa, "This link was used already, or is too old."), teks(bahasa, "Ask your admin for a new one."));
}

static Err link_use(Kolam *kolam, Store *store, Arena *arena, const char *token, const char *sandi, Saat sekarang, Bahasa bahasa, ErrInfo *info)
{
	BarisUndangan link;
	BarisPengguna user;
	bool found;
	Err err = link_read(store, arena, token, sekarang, &link, &user, &found, info);
	if (!err && !found)
		err = gone(bahasa, info);
	if (!err)
		err = begin(kolam, store, arena, link.pemda, link.pengguna, "entri", sekarang, info);
	/* Once more, now that nobody can use it in between. */
	if (!err)
		err = link_read(store, arena, token, sekarang, &link, &user, &found, info);
	if (!err && !found)
		err = gone(bahasa, info);
	if (!err)
		err = password_write(store, arena, &user, sandi, "", bahasa, info);
	link.dipakai = sekarang;
	if (!err)
		err = store_put_undangan(store, link, info);
	return err ? err : store_commit(store, info);
}

Err undangan_pakai(Pintu *pintu, Arena *arena, const char *token, const char *sandi, Saat sekarang, Bahasa bahasa, ErrInfo *info)
{
	KolamPinjam borrowed;
	Undangan link;
	const char *kept;
	bool found;
	Kolam *kolam = pintu_kolam(pintu);
	Err err = undangan_lihat(kolam, arena, token, sekarang, bahasa, &link, &found, info);
	if (!err && !found)
		err = gone(bahasa, info);
	if (!err)
		err = pintu_sandi_hash(pintu, arena, sandi, bahasa, &kept, info);
	if (err)
		return err;
	err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, info);
	if (!err)
		err = link_use(kolam, borrowed.store, arena, token, kept, sekarang, bahasa, info);
	return kolam_return(kolam, &borrowed, arena, err, info);
}
