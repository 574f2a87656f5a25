#include "app/pengguna.h"

#include "app/sandi.h"
#include "app/tata.h"

Err pengguna_list(Konteks *k, BarisPengguna **out, size_t *n, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_JEJAK, "", info);
	if (!err)
		err = store_list_pengguna(k->store, k->arena, k->pemda.pemda, k->sampai, out, n, info);
	for (size_t i = 0; !err && i < *n; i++)
		(*out)[i].sandi = *(*out)[i].sandi ? "ada" : "";
	return err;
}

static bool name_valid(const char *nama)
{
	size_t n = strlen(nama);
	if (n < 2 || n > 32 || nama[0] < 'a' || nama[0] > 'z')
		return false;
	return strspn(nama, "abcdefghijklmnopqrstuvwxyz0123456789._-") == n;
}

/* Role known, scope fitting the role; row->opd becomes the whole code. */
static Err scope_settle(Konteks *k, BarisPengguna *row, ErrInfo *info)
{
	int peran = peran_from_name(row->peran);
	if (peran < 0 || peran == PERAN_PUBLIK)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is not a role of a user"), row->peran),
		               teks(k->bahasa, "choose one of: operator, kepala, verifikator, pimpinan, auditor, admin"));
	bool own = peran == PERAN_OPERATOR || peran == PERAN_KEPALA;
	if (own && str_blank(row->opd))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "role %s needs an agency"), row->peran), teks(k->bahasa, "name it with --opd"));
	if (!own && *row->opd)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "role %s works for the whole region, not for one agency"), row->peran),
		               teks(k->bahasa, "leave out --opd"));
	if (!own)
		return ERR_OK;
	BarisOpd opd;
	Err err = konteks_opd(k, row->opd, &opd, info);
	if (err)
		return err;
	if (!opd.aktif)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "agency %s is no longer active"), opd.opd), NULL);
	row->opd = opd.opd;
	return ERR_OK;
}

static Err password_settle(Konteks *k, BarisPengguna *row, const char *sandi, const char **made, ErrInfo *info)
{
	*made = sandi ? NULL : sandi_generate(k->arena);
	return sandi_hash(k->arena, sandi ? sandi : *made, k->bahasa, &row->sandi, info);
}

static Err find(Konteks *k, const char *pengguna, BarisPengguna *out, bool *found, ErrInfo *info)
{
	BarisPengguna *rows;
	size_t n;
	Err err = store_list_pengguna(k->store, k->arena, k->pemda.pemda, STORE_KINI, &rows, &n, info);
	*found = false;
	for (size_t i = 0; !err && i < n; i++) {
		if (str_equal(rows[i].pengguna, pengguna)) {
			*out = rows[i];
			*found = true;
		}
	}
	return err;
}

static Err write_row(Konteks *k, Err err, BarisPengguna row, ErrInfo *info)
{
	if (!err)
		err = store_add_pengguna(k->store, row, NULL, info);
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

Err pengguna_add(Konteks *k, BarisPengguna row, const char *sandi, const char **sandi_baru, ErrInfo *info)
{
	*sandi_baru = NULL;
	Err err = konteks_may(k, AKSI_KELOLA_PENGGUNA, "", info);
	if (err)
		return err;
	if (!name_valid(row.pengguna) || str_equal(row.pengguna, "sistem"))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' cannot be the name of a user"), row.pengguna),
		               teks(k->bahasa, "2 to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter"));
	row.nama = tata_line(k->arena, row.nama);
	if (str_blank(row.nama))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "user %s needs a full name"), row.pengguna), teks(k->bahasa, "give it by --nama"));
	row.aktif = 1;
	/* The slow work comes before the ledger is held. */
	err = password_settle(k, &row, sandi, sandi_baru, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	BarisPengguna before;
	bool found;
	err = scope_settle(k, &row, info);
	if (!err)
		err = find(k, row.pengguna, &before, &found, info);
	if (!err && found)
		err = err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "user %s exists already: %s"), row.pengguna, before.nama), NULL);
	return write_row(k, err, row, info);
}

/* Begins, and finds the user as he stands now. */
static Err begin_with(Konteks *k, const char *pengguna, BarisPengguna *row, ErrInfo *info)
{
	Err err = konteks_begin(k, info);
	if (err)
		return err;
	bool found;
	err = find(k, pengguna, row, &found, info);
	if (!err && !found)
		err = err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no user %s"), pengguna), teks(k->bahasa, "capaian user list shows all"));
	if (err)
		store_rollback(k->store);
	return err;
}

/* Would an active admin be left if this user were none? */
static Err another_admin(Konteks *k, const char *pengguna, ErrInfo *info)
{
	BarisPengguna *rows;
	size_t n;
	Err err = store_list_pengguna(k->store, k->arena, k->pemda.pemda, STORE_KINI, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++)
		if (rows[i].aktif && str_equal(rows[i].peran, "admin") && !str_equal(rows[i].pengguna, pengguna))
			return ERR_OK;
	return err ? err : err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "%s is the last active admin"), pengguna), teks(k->bahasa, "make another admin first"));
}

static bool active_admin(const BarisPengguna *row)
{
	return row->aktif && str_equal(row->peran, "admin");
}

Err pengguna_role(Konteks *k, const char *pengguna, const char *peran, const char *opd, ErrInfo *info)
{
	BarisPengguna row;
	Err err = konteks_may(k, AKSI_KELOLA_PENGGUNA, "", info);
	if (!err)
		err = begin_with(k, pengguna, &row, info);
	if (err)
		return err;
	if (active_admin(&row) && !str_equal(peran, "admin"))
		err = another_admin(k, pengguna, info);
	row.peran = peran;
	row.opd = opd ? opd : "";
	if (!err)
		err = scope_settle(k, &row, info);
	return write_row(k, err, row, info);
}

Err pengguna_enable(Konteks *k, const char *pengguna, bool aktif, ErrInfo *info)
{
	BarisPengguna row;
	Err err = konteks_may(k, AKSI_KELOLA_PENGGUNA, "", info);
	if (!err)
		err = begin_with(k, pengguna, &row, info);
	if (err)
		return err;
	if ((bool)row.aktif == aktif)
		err = err_set(info, ERR_USAGE, str_format(k->arena, aktif ? teks(k->bahasa, "user %s is active already") : teks(k->bahasa, "user %s is disabled already"), pengguna),
		              NULL);
	else if (!aktif && active_admin(&row))
		err = another_admin(k, pengguna, info);
	row.aktif = aktif;
	return write_row(k, err, row, info);
}

Err pengguna_reset(Konteks *k, const char *pengguna, const char *sandi, const char **sandi_baru, ErrInfo *info)
{
	BarisPengguna row = {0}, now;
	*sandi_baru = NULL;
	Err err = konteks_may(k, AKSI_KELOLA_PENGGUNA, "", info);
	if (!err)
		err = password_settle(k, &row, sandi, sandi_baru, info);
	if (!err)
		err = begin_with(k, pengguna, &now, info);
	if (err)
		return err;
	now.sandi = row.sandi;
	return write_row(k, err, now, info);
}
