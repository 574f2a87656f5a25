#include "app/kalender.h"

#include "app/tata.h"

enum { TANGGAL_TENGGAT = 10 };

static Tanggal month_start(int tahun, int bulan)
{
	return bulan > 12 ? (Tanggal){(int16_t)(tahun + 1), (uint8_t)(bulan - 12), 1} : (Tanggal){(int16_t)tahun, (uint8_t)bulan, 1};
}

static Tanggal date_of(const char *iso)
{
	Tanggal t = {0};
	tanggal_parse(&t, iso, NULL);
	return t;
}

/* 1970-01-01 was a Thursday. */
static bool weekend(int64_t days)
{
	int64_t weekday = ((days + 3) % 7 + 7) % 7; /* 0: Monday */
	return weekday >= 5;
}

static bool holiday(Arena *arena, const BarisLibur *rows, size_t n, int64_t days)
{
	const char *iso = tanggal_print_iso(arena, tanggal_from_days(days));
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].tanggal, iso))
			return true;
	return false;
}

/* What the due days of a year depend on. */
typedef struct {
	BarisTenggat *tenggat; size_t n_tenggat;
	BarisLibur *libur; size_t n_libur; /* those that stand */
} Dasar;

static Err basis_load(Konteks *k, int tahun, Dasar *d, ErrInfo *info)
{
	BarisLibur *rows;
	size_t n;
	Err err = store_list_tenggat(k->store, k->arena, k->pemda.pemda, tahun, k->sampai, &d->tenggat, &d->n_tenggat, info);
	if (!err)
		err = store_list_libur(k->store, k->arena, k->pemda.pemda, k->sampai, &rows, &n, info);
	if (err)
		return err;
	d->libur = rows;
	d->n_libur = 0;
	for (size_t i = 0; i < n; i++)
		if (*rows[i].nama)
			d->libur[d->n_libur++] = rows[i];
	return ERR_OK;
}

static TenggatBulan due_of(Konteks *k, const Dasar *d, int tahun, int bulan)
{
	for (size_t i = 0; i < d->n_tenggat; i++)
		if (d->tenggat[i].bulan == bulan && *d->tenggat[i].tanggal)
			return (TenggatBulan){bulan, date_of(d->tenggat[i].tanggal), true};
	Tanggal rule = month_start(tahun, bulan + 1);
	rule.hari = TANGGAL_TENGGAT;
	int64_t days = tanggal_days(rule);
	while (weekend(days) || holiday(k->arena, d->libur, d->n_libur, days))
		days++;
	return (TenggatBulan){bulan, tanggal_from_days(days), false};
}

Err tenggat_of(Konteks *k, int tahun, int bulan, Tanggal *out, ErrInfo *info)
{
	Dasar d;
	Err err = basis_load(k, tahun, &d, info);
	if (!err)
		*out = due_of(k, &d, tahun, bulan).tanggal;
	return err;
}

Err kalender_show(Konteks *k, int tahun, Kalender *out, ErrInfo *info)
{
	Dasar d;
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = basis_load(k, tahun, &d, info);
	if (err)
		return err;
	for (int b = 1; b <= 12; b++)
		out->tenggat[b - 1] = due_of(k, &d, tahun, b);
	const char *first = tanggal_print_iso(k->arena, month_start(tahun, 1)), *after = tanggal_print_iso(k->arena, month_start(tahun, 14));
	size_t from = 0, to;
	while (from < d.n_libur && strcmp(d.libur[from].tanggal, first) < 0)
		from++;
	for (to = from; to < d.n_libur && strcmp(d.libur[to].tanggal, after) < 0;)
		to++;
	out->libur = d.libur + from;
	out->n_libur = to - from;
	return ERR_OK;
}

static Err write_finish(Konteks *k, Err err, ErrInfo *info)
{
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

Err kalender_due(Konteks *k, int tahun, int bulan, Tanggal tanggal, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_KELOLA_KALENDER, "", info);
	if (err)
		return err;
	if (tanggal.tahun) {
		Tanggal start = month_start(tahun, bulan), end = month_start(tahun + 1, bulan);
		if (tanggal_cmp(tanggal, start) < 0 || tanggal_cmp(tanggal, end) >= 0)
			return err_set(info, ERR_USAGE,
			               str_format(k->arena, teks(k->bahasa, "%s %d cannot be due on %s"), bulan_name((uint8_t)bulan, k->bahasa), tahun,
			                          tanggal_print_iso(k->arena, tanggal)),
			               teks(k->bahasa, "a day within a year from the beginning of the month"));
	}
	err = konteks_begin(k, info);
	if (err)
		return err;
	err = store_add_tenggat(k->store, (BarisTenggat){.tahun = tahun, .bulan = bulan, .tanggal = tanggal_print_iso(k->arena, tanggal)}, NULL, info);
	return write_finish(k, err, info);
}

Err kalender_holiday(Konteks *k, Tanggal tanggal, const char *nama, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_KELOLA_KALENDER, "", info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = store_add_libur(k->store, (BarisLibur){.tanggal = tanggal_print_iso(k->arena, tanggal), .nama = tata_line(k->arena, nama)}, NULL, info);
	return write_finish(k, err, info);
}

/* ---- who is late ---- */

static const char *state_of(const BarisKeadaan *step)
{
	return str_equal(step->aksi, "kembalikan") ? "dikembalikan" : step->keadaan;
}

/* The steps of one agency, contiguous in rows: its state, and the day of its first submission. */
static Err steps_take(Konteks *k, Kepatuhan *p, const BarisKeadaan *rows, size_t n, ErrInfo *info)
{
	int64_t submission = 0;
	for (size_t i = 0; i < n; i++) {
		if (!str_equal(rows[i].opd, p->opd.opd))
			continue;
		p->keadaan = state_of(&rows[i]);
		if (!submission && str_equal(rows[i].aksi, "ajukan"))
			submission = rows[i].id;
	}
	if (!submission)
		return ERR_OK;
	BarisJejak *entry;
	size_t n_entry;
	Err err = store_list_jejak(k->store, k->arena, k->pemda.pemda, submission, submission, &entry, &n_entry, info);
	if (!err && n_entry) {
		p->masuk = true;
		p->tanggal = waktu_date(entry[0].waktu, k->pemda.zona);
	}
	return err;
}

Err kalender_kepatuhan(Konteks *k, int tahun, int bulan, Tanggal *tenggat, Kepatuhan **out, size_t *n, ErrInfo *info)
{
	BarisOpd *opd;
	BarisKeadaan *rows;
	size_t n_opd, n_rows;
	*n = 0;
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = tenggat_of(k, tahun, bulan, tenggat, info);
	if (!err)
		err = store_list_opd(k->store, k->arena, k->pemda.pemda, k->sampai, &opd, &n_opd, info);
	if (!err)
		err = store_list_keadaan(k->store, k->arena, k->pemda.pemda, "", tahun, bulan, k->sampai, &rows, &n_rows, info);
	if (err)
		return err;
	Kepatuhan *list = ARENA_ARRAY(k->arena, Kepatuhan, n_opd);
	int64_t due = tanggal_days(*tenggat), today = tanggal_days(waktu_date(k->per, k->pemda.zona));
	for (size_t i = 0; i < n_opd; i++) {
		Kepatuhan p = {.opd = opd[i], .keadaan = "draf"};
		err = steps_take(k, &p, rows, n_rows, info);
		if (err)
			return err;
		if (!p.opd.aktif && !p.masuk)
			continue;
		int64_t day = p.masuk ? tanggal_days(p.tanggal) : today;
		p.hari = day > due ? day - due : 0;
		list[(*n)++] = p;
	}
	*out = list;
	return ERR_OK;
}
