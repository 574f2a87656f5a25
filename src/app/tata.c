#include "app/tata.h"

#include "app/wilayah.h"
#include "engine/nip.h"
#include <unistd.h>

const char *tata_line(Arena *arena, const char *text)
{
	StrBuf b = {.arena = arena};
	for (const char *p = text ? text : ""; *p; p++)
		strbuf_addc(&b, (unsigned char)*p < ' ' || *p == 0x7f ? ' ' : *p);
	return str_squeeze(arena, strbuf_text(&b));
}

/* ---- init ---- */

static const char *level_of(const char *kode, const char *nama)
{
	if (str_starts_fold(nama, "provinsi ") || kode[2] == '\0')
		return "provinsi";
	return str_starts_fold(nama, "kota ") ? "kota" : "kabupaten";
}

/* The row of the region, from the list or from what was given. */
static Err region_settle(Arena *arena, const TataBaru *baru, Bahasa b, BarisPemda *row, ErrInfo *info)
{
	Wilayah w;
	const char *nama = tata_line(arena, baru->nama);
	*row = (BarisPemda){.nama = nama, .latihan = baru->latihan};
	if (wilayah_find(arena, baru->pemda, &w)) {
		row->tingkat = w.tingkat;
		if (!*nama)
			row->nama = w.nama;
	} else {
		const char *near = wilayah_near(arena, baru->pemda);
		if (!wilayah_kode_valid(baru->pemda))
			return err_set(info, ERR_USAGE, str_format(arena, teks(b, "'%s' is not the code of a region"), baru->pemda),
			               *near ? str_format(arena, teks(b, "near: %s"), near) : teks(b, "for example 51.08, or 51 for a province"));
		if (!baru->latihan || !*nama)
			return err_set(info, ERR_USAGE, str_format(arena, teks(b, "no region has the code %s"), baru->pemda),
			               *near && !baru->latihan ? str_format(arena, teks(b, "near: %s"), near) : teks(b, "a region that does not exist needs --nama and --training"));
		row->tingkat = level_of(baru->pemda, nama);
	}
	row->zona = wilayah_zona(baru->pemda);
	return ERR_OK;
}

static Err clock_settle(Arena *arena, const TataBaru *baru, int64_t zona, Bahasa b, Saat *sekarang, ErrInfo *info)
{
	*sekarang = waktu_now();
	if (!baru->pada)
		return ERR_OK;
	if (!baru->latihan)
		return err_set(info, ERR_USAGE, teks(b, "--at is allowed in a training ledger only"), teks(b, "capaian init --training makes one"));
	if (!waktu_parse(sekarang, baru->pada, zona))
		return err_set(info, ERR_USAGE, str_format(arena, teks(b, "'%s' is not a time"), baru->pada), teks(b, "write 2023-12-29 or 2023-12-29T12:00"));
	return ERR_OK;
}

static Err region_add(Store *store, Arena *arena, const TataBaru *baru, BarisPemda row, Saat sekarang, Bahasa b, ErrInfo *info)
{
	static const BarisPengguna admin = {.pengguna = "admin", .nama = "Administrator", .peran = "admin", .opd = "", .sandi = "", .aktif = 1};
	Err err = store_begin(store, (Pelaku){baru->pemda, "sistem", "sistem", sekarang}, info);
	if (err)
		return err;
	BarisPemda *rows;
	size_t n;
	err = store_list_pemda(store, arena, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++)
		if (str_equal(rows[i].pemda, baru->pemda))
			err = err_set(info, ERR_USAGE, str_format(arena, teks(b, "%s holds %s %s already"), baru->db, rows[i].pemda, rows[i].nama),
			              teks(b, "choose another file or another --pemda; nothing was changed"));
	if (!err)
		err = store_add_pemda(store, row, NULL, info);
	if (!err)
		err = store_add_pengguna(store, admin, NULL, info);
	if (!err)
		return store_commit(store, info);
	store_rollback(store);
	return err;
}

Err tata_init(Arena *arena, const TataBaru *baru, Bahasa bahasa, BarisPemda *out, ErrInfo *info)
{
	Store *store;
	Saat sekarang;
	Err err = region_settle(arena, baru, bahasa, out, info);
	if (!err)
		err = clock_settle(arena, baru, out->zona, bahasa, &sekarang, info);
	if (err)
		return err;
	bool fresh = access(baru->db, F_OK) != 0;
	err = fresh ? store_create(&store, arena, baru->db, bahasa, info) : store_open(&store, arena, baru->db, STORE_TULIS, bahasa, info);
	if (err)
		return err;
	err = region_add(store, arena, baru, *out, sekarang, bahasa, info);
	store_close(store);
	if (err && fresh)
		unlink(baru->db);
	out->pemda = str_dup(arena, baru->pemda);
	return err;
}

/* ---- agencies ---- */

Err tata_opd_list(Konteks *k, BarisOpd **out, size_t *n, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	return err ? err : store_list_opd(k->store, k->arena, k->pemda.pemda, k->sampai, out, n, info);
}

/* "2.17" of "2.17.3.30.3.31.01.0000": the agency's first bidang. */
static const char *bidang_of(Arena *arena, const char *kode)
{
	const char *dot = strchr(kode, '.');
	size_t n = dot ? (size_t)(dot + 1 - kode) + strcspn(dot + 1, ".") : strlen(kode);
	return str_dupn(arena, kode, n);
}

BarisOpd tata_opd_blank(const char *kode, Arena *arena)
{
	return (BarisOpd){.opd = kode, .nama = "", .kode_bidang = bidang_of(arena, kode), .nama_bidang = "", .tempat = "", .kepala_jabatan = "", .kepala_nama = "",
	                  .kepala_pangkat = "", .kepala_nip = "", .aktif = 1};
}

static Err active_parse(const Konteks *k, const char *value, int64_t *out, ErrInfo *info)
{
	bool yes = str_equal_fold(value, "ya") || str_equal(value, "1"), no = str_equal_fold(value, "tidak") || str_equal(value, "0");
	if (!yes && !no)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "aktif: '%s' is neither ya nor tidak"), value), NULL);
	*out = yes;
	return ERR_OK;
}

Err tata_opd_field(const Konteks *k, BarisOpd *row, const char *field, const char *value, ErrInfo *info)
{
	if (str_equal(field, "aktif"))
		return active_parse(k, value, &row->aktif, info);
	const struct {
		const char *name;
		const char **slot;
	} fields[] = {
		{"nama", &row->nama},
		{"kode_bidang", &row->kode_bidang},
		{"nama_bidang", &row->nama_bidang},
		{"tempat", &row->tempat},
		{"kepala_jabatan", &row->kepala_jabatan},
		{"kepala_nama", &row->kepala_nama},
		{"kepala_pangkat", &row->kepala_pangkat},
		{"kepala_nip", &row->kepala_nip},
	};
	StrBuf names = {.arena = k->arena};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (str_equal(field, fields[i].name)) {
			*fields[i].slot = tata_line(k->arena, value);
			return ERR_OK;
		}
		strbuf_addf(&names, "%s, ", fields[i].name);
	}
	return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "an agency has no field '%s'"), field),
	               str_format(k->arena, teks(k->bahasa, "choose one of: %saktif"), strbuf_text(&names)));
}

/* Digits in groups between single dots, at least two groups. */
static bool opd_code_valid(const char *kode)
{
	enum { LENGTH_MAX = 40 };
	bool dot = false;
	for (const char *p = kode; *p; p++) {
		bool separator = *p == '.';
		if (!separator && (*p < '0' || *p > '9'))
			return false;
		if (separator && (p == kode || p[1] == '.' || p[1] == '\0'))
			return false;
		dot |= separator;
	}
	return dot && strlen(kode) <= LENGTH_MAX;
}

static Err row_validate(const Konteks *k, const BarisOpd *row, ErrInfo *info)
{
	if (!opd_code_valid(row->opd))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is not an organisation code"), row->opd),
		               teks(k->bahasa, "digits between dots, for example 2.17.0.00.0.00.01.0000"));
	if (str_blank(row->nama))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "agency %s needs a name"), row->opd), teks(k->bahasa, "give it by --set nama=..."));
	if (*row->kepala_nip && nip_check(row->kepala_nip, 0) != NIP_BAIK)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is not a NIP"), row->kepala_nip),
		               teks(k->bahasa, "18 digits: date of birth, month of appointment, 1 or 2, serial number"));
	return ERR_OK;
}

static bool same(const BarisOpd *a, const BarisOpd *b)
{
	return str_equal(a->nama, b->nama) && str_equal(a->kode_bidang, b->kode_bidang) && str_equal(a->nama_bidang, b->nama_bidang) &&
	       str_equal(a->tempat, b->tempat) && str_equal(a->kepala_jabatan, b->kepala_jabatan) && str_equal(a->kepala_nama, b->kepala_nama) &&
	       str_equal(a->kepala_pangkat, b->kepala_pangkat) && str_equal(a->kepala_nip, b->kepala_nip) && a->aktif == b->aktif;
}

/* Within the transaction: does the present state allow it? */
static Err row_place(Konteks *k, const BarisOpd *row, bool baru, bool *changed, ErrInfo *info)
{
	BarisOpd *rows;
	size_t n, at = 0;
	Err err = store_list_opd(k->store, k->arena, k->pemda.pemda, STORE_KINI, &rows, &n, info);
	if (err)
		return err;
	while (at < n && !str_equal(rows[at].opd, row->opd))
		at++;
	if (baru && at < n)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "agency %s exists already: %s"), row->opd, rows[at].nama),
		               teks(k->bahasa, "capaian opd set changes it"));
	if (!baru && at == n)
		return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no agency %s"), row->opd), teks(k->bahasa, "capaian opd list shows all"));
	*changed = baru || !same(row, &rows[at]);
	return ERR_OK;
}

Err tata_opd_save(Konteks *k, BarisOpd row, bool baru, bool *changed, ErrInfo *info)
{
	*changed = false;
	Err err = konteks_may(k, AKSI_KELOLA_OPD, "", info);
	if (!err)
		err = row_validate(k, &row, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = row_place(k, &row, baru, changed, info);
	if (!err && *changed)
		err = store_add_opd(k->store, row, NULL, info);
	if (!err && *changed)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}
