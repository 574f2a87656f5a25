#include "app/konteks.h"

#include <time.h>

enum { DETIK = 1000000, MENIT_SEHARI = 24 * 60 };

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Exactly n digits. */
static bool digits(const char **p, int n, int *out)
{
	*out = 0;
	for (int i = 0; i < n; i++, (*p)++) {
		if (**p < '0' || **p > '9')
			return false;
		*out = *out * 10 + (**p - '0');
	}
	return true;
}

static bool literal(const char **p, char c)
{
	if (**p != c)
		return false;
	(*p)++;
	return true;
}

/* "Z", "+08:00", "-03:30" or nothing (then `zona` stays). */
static bool zone_parse(const char **p, int64_t *zona)
{
	if (literal(p, 'Z')) {
		*zona = 0;
		return true;
	}
	if (**p != '+' && **p != '-')
		return true;
	int sign = *(*p)++ == '-' ? -1 : 1, hours, minutes;
	if (!digits(p, 2, &hours) || !literal(p, ':') || !digits(p, 2, &minutes) || hours > 14 || minutes > 59)
		return false;
	*zona = sign * (hours * 60 + minutes);
	return true;
}

bool waktu_parse(Saat *out, const char *text, int64_t zona)
{
	const char *p = text;
	int tahun, bulan, hari, hour = 23, minute = 59, second = 59;
	bool whole_day = true;
	if (!digits(&p, 4, &tahun) || !literal(&p, '-') || !digits(&p, 2, &bulan) || !literal(&p, '-') || !digits(&p, 2, &hari))
		return false;
	Tanggal date = {(int16_t)tahun, (uint8_t)bulan, (uint8_t)hari};
	if (!tanggal_valid(date))
		return false;
	if (literal(&p, 'T') || literal(&p, ' ')) {
		whole_day = false;
		second = 0;
		if (!digits(&p, 2, &hour) || !literal(&p, ':') || !digits(&p, 2, &minute) || (literal(&p, ':') && !digits(&p, 2, &second)))
			return false;
		if (hour > 23 || minute > 59 || second > 59)
			return false;
	}
	if (!zone_parse(&p, &zona) || *p)
		return false;
	int64_t minutes = tanggal_days(date) * MENIT_SEHARI + hour * 60 + minute - zona;
	*out = (minutes * 60 + second) * DETIK + (whole_day ? DETIK - 1 : 0);
	return true;
}

typedef struct {
	Tanggal date;
	int hour, minute, second;
} Clock;

static Clock clock_of(Saat waktu, int64_t zona)
{
	int64_t seconds = floor_div(waktu, DETIK) + zona * 60, days = floor_div(seconds, 86400), rest = seconds - days * 86400;
	return (Clock){tanggal_from_days(days), (int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60)};
}

Tanggal waktu_date(Saat waktu, int64_t zona)
{
	return clock_of(waktu, zona).date;
}

const char *waktu_print_iso(Arena *arena, Saat waktu, int64_t zona)
{
	Clock c = clock_of(waktu, zona);
	return str_format(arena, "%sT%02d:%02d:%02d%c%02d:%02d", tanggal_print_iso(arena, c.date), c.hour, c.minute, c.second, zona < 0 ? '-' : '+',
	                  (int)(llabs(zona) / 60), (int)(llabs(zona) % 60));
}

const char *waktu_print_id(Arena *arena, Saat waktu, int64_t zona)
{
	Clock c = clock_of(waktu, zona);
	return str_format(arena, "%s %02d.%02d", tanggal_print_id(arena, c.date), c.hour, c.minute);
}

const char *waktu_print_jam(Arena *arena, Saat waktu, int64_t zona)
{
	Clock c = clock_of(waktu, zona);
	return str_format(arena, "%02d.%02d", c.hour, c.minute);
}

Saat waktu_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	return (Saat)now.tv_sec * DETIK + now.tv_nsec / 1000;
}

static Err pemda_choose(Konteks *k, const char *wanted, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n;
	Err err = store_list_pemda(k->store, k->arena, &rows, &n, info);
	if (err)
		return err;
	if (!wanted && n == 1) {
		k->pemda = rows[0];
		return ERR_OK;
	}
	StrBuf codes = {.arena = k->arena};
	for (size_t i = 0; i < n; i++) {
		if (wanted && str_equal(rows[i].pemda, wanted)) {
			k->pemda = rows[i];
			return ERR_OK;
		}
		strbuf_addf(&codes, "%s%s", i ? ", " : "", rows[i].pemda);
	}
	if (!wanted)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the ledger holds several pemda: %s"), strbuf_text(&codes)),
		               teks(k->bahasa, "choose one with --pemda"));
	return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "the ledger does not hold pemda %s"), wanted),
	               str_format(k->arena, teks(k->bahasa, "it holds: %s"), strbuf_text(&codes)));
}

static Err user_choose(Konteks *k, const char *name, ErrInfo *info)
{
	if (!name)
		return ERR_OK;
	BarisPengguna *rows;
	size_t n;
	Err err = store_list_pengguna(k->store, k->arena, k->pemda.pemda, STORE_KINI, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		if (!str_equal(rows[i].pengguna, name))
			continue;
		if (!rows[i].aktif)
			return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "user %s is disabled"), name), NULL);
		k->masuk = true;
		k->pengguna = rows[i];
		k->peran = (Peran)peran_from_name(rows[i].peran);
		return ERR_OK;
	}
	return err ? err : err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no user %s"), name), teks(k->bahasa, "capaian user list shows all"));
}

static Err bad_time(const Konteks *k, const char *text, ErrInfo *info)
{
	return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is not a time"), text), teks(k->bahasa, "write 2023-12-29 or 2023-12-29T12:00"));
}

static Err times_settle(Konteks *k, const KonteksOptions *options, ErrInfo *info)
{
	k->sekarang = k->mesin = waktu_now();
	k->sampai = STORE_KINI;
	if (options->pada) {
		if (!k->pemda.latihan)
			return err_set(info, ERR_USAGE, teks(k->bahasa, "--at is allowed in a training ledger only"), teks(k->bahasa, "capaian init --training makes one"));
		if (!waktu_parse(&k->sekarang, options->pada, k->pemda.zona))
			return bad_time(k, options->pada, info);
		k->waktu_diberi = true;
	}
	k->per = k->sekarang;
	if (!options->per)
		return ERR_OK;
	if (!waktu_parse(&k->per, options->per, k->pemda.zona))
		return bad_time(k, options->per, info);
	return store_entry_at(k->store, k->arena, k->pemda.pemda, k->per, &k->sampai, info);
}

static void keep_free(void *singgah)
{
	singgah_free(singgah);
}

Err konteks_open(Konteks **out, Arena *arena, const KonteksOptions *options, Bahasa bahasa, ErrInfo *info)
{
	Konteks *k = ARENA_NEW(arena, Konteks);
	*k = (Konteks){.arena = arena, .singgah = singgah_new(KONTEKS_SINGGAH), .bahasa = bahasa, .sumber = "entri"};
	arena_defer(arena, keep_free, k->singgah);
	Err err = store_open(&k->store, arena, options->db, options->mode, bahasa, info);
	if (!err)
		err = pemda_choose(k, options->pemda, info);
	if (!err)
		err = user_choose(k, options->sebagai, info);
	if (!err)
		err = times_settle(k, options, info);
	if (err)
		konteks_close(k);
	*out = k;
	return err;
}

static Err user_lend(Konteks *k, const char *name, ErrInfo *info)
{
	bool found = false;
	k->masuk = true;
	if (!name) {
		k->pengguna = (BarisPengguna){.pemda = k->pemda.pemda, .pengguna = "publik", .nama = "", .peran = peran_name(PERAN_PUBLIK), .opd = "", .sandi = "", .aktif = 1};
		k->peran = PERAN_PUBLIK;
		return ERR_OK;
	}
	Err err = store_get_pengguna(k->store, k->arena, k->pemda.pemda, name, &k->pengguna, &found, info);
	if (err)
		return err;
	if (!found)
		return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no user %s"), name), NULL);
	if (!k->pengguna.aktif)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "user %s is disabled"), name), NULL);
	k->peran = (Peran)peran_from_name(k->pengguna.peran);
	return ERR_OK;
}

Err konteks_lend(Konteks **out, Arena *arena, Store *store, const char *pemda, const char *pengguna, const char *per, Bahasa bahasa, ErrInfo *info)
{
	Konteks *k = ARENA_NEW(arena, Konteks);
	*k = (Konteks){.arena = arena, .store = store, .bahasa = bahasa, .sumber = "entri"};
	Err err = pemda_choose(k, pemda, info);
	if (!err)
		err = user_lend(k, pengguna, info);
	if (!err)
		err = times_settle(k, &(KonteksOptions){.per = per && *per ? per : NULL}, info);
	*out = err ? NULL : k;
	return err;
}

void konteks_close(Konteks *k)
{
	if (k && k->store)
		store_close(k->store);
}

static bool only_reads(Aksi aksi)
{
	return aksi == AKSI_BACA || aksi == AKSI_BACA_TERBIT || aksi == AKSI_REKAP || aksi == AKSI_JEJAK || aksi == AKSI_CADANGAN;
}

Err konteks_may(const Konteks *k, Aksi aksi, const char *opd, ErrInfo *info)
{
	if (!k->masuk)
		return only_reads(aksi) ? ERR_OK
		                        : err_set(info, ERR_DENIED, teks(k->bahasa, "a change needs a user"), teks(k->bahasa, "name one with --as"));
	if (!akses_token_allows(k->lingkup, aksi))
		return err_set(info, ERR_DENIED, str_format(k->arena, teks(k->bahasa, "this token (%s) may not do '%s'"), akses_token_name(k->lingkup), aksi_name(aksi)), NULL);
	if (akses_allows(k->peran, k->pengguna.opd, aksi, opd))
		return ERR_OK;
	const char *scope = akses_scope(k->peran, aksi) == LINGKUP_OPD ? teks(k->bahasa, "only for the own agency") : teks(k->bahasa, "the role does not include it");
	return err_set(info, ERR_DENIED,
	               str_format(k->arena, teks(k->bahasa, "%s (%s) may not do '%s' here: %s"), k->pengguna.pengguna, peran_name(k->peran), aksi_name(aksi), scope),
	               NULL);
}

Err konteks_person(const Konteks *k, ErrInfo *info)
{
	if (k->masuk && k->peran != PERAN_PUBLIK && k->lingkup == TOKEN_SEMUA)
		return ERR_OK;
	return err_set(info, ERR_DENIED, teks(k->bahasa, "this needs a person who is signed in"), NULL);
}

/* The time of an entry is never before that of the one before it. */
static Err clock_judge(Konteks *k, ErrInfo *info)
{
	enum { TOLERANCE = 60 };
	Saat last = store_last_time(k->store);
	if (last == INT64_MIN || k->sekarang >= last)
		return ERR_OK;
	const char *when = waktu_print_iso(k->arena, last, k->pemda.zona);
	if (k->waktu_diberi) {
		store_rollback(k->store);
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "--at is before the last entry of the ledger, %s"), when),
		               teks(k->bahasa, "changes come in the order of their times"));
	}
	if (last - k->sekarang > (Saat)TOLERANCE * DETIK)
		k->peringatan = str_format(k->arena, teks(k->bahasa, "the clock of this machine is behind the last entry of the ledger; the change is kept with that entry's time, %s"), when);
	return ERR_OK;
}

Err konteks_begin(Konteks *k, ErrInfo *info)
{
	if (k->sampai != STORE_KINI)
		return err_set(info, ERR_USAGE, teks(k->bahasa, "a change is made now, not as of another time"), teks(k->bahasa, "leave out --as-of"));
	Err err = store_begin(k->store, (Pelaku){k->pemda.pemda, k->masuk ? k->pengguna.pengguna : "sistem", k->sumber, k->sekarang}, info);
	return err ? err : clock_judge(k, info);
}

Err konteks_opd(Konteks *k, const char *kode, BarisOpd *out, ErrInfo *info)
{
	BarisOpd *rows;
	size_t n, found = 0;
	bool whole;
	Err err = store_get_opd(k->store, k->arena, k->pemda.pemda, kode, k->sampai, out, &whole, info);
	if (err || whole)
		return err;
	err = store_list_opd(k->store, k->arena, k->pemda.pemda, k->sampai, &rows, &n, info);
	if (err)
		return err;
	StrBuf near = {.arena = k->arena};
	for (size_t i = 0; i < n; i++) {
		if (str_starts(rows[i].opd, kode)) {
			*out = rows[i];
			found++;
		}
		if (str_starts(rows[i].opd, kode) || str_distance(rows[i].opd, kode, 3) <= 3)
			strbuf_addf(&near, "%s%s", near.len ? ", " : "", rows[i].opd);
	}
	if (found == 1)
		return ERR_OK;
	return err_set(info, ERR_ABSENT,
	               str_format(k->arena, found ? teks(k->bahasa, "several agencies have a code that begins with %s") : teks(k->bahasa, "there is no agency %s"), kode),
	               near.len ? str_format(k->arena, teks(k->bahasa, "near: %s"), strbuf_text(&near)) : teks(k->bahasa, "capaian opd list shows all"));
}
