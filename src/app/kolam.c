#include "app/kolam.h"

#include "app/ringkas.h"

#include <pthread.h>

enum {
	PEMBACA = 12, PENULIS = 4,  /* stores at most: more requests at once wait */
	HALAMAN_KIB = 1000,         /* memory for pages of one store: the system keeps the file's pages for all of them */
	PESAN_MAX = 256 * 1024,     /* bytes of messages after which a store is opened anew */
};

typedef struct {
	Arena *arena;               /* of this store alone; NULL: not open */
	Store *store;
	bool lent;
} Laci;

struct Kolam {
	const char *db;
	StoreAntre *antre;
	Singgah *singgah;
	Ringkas *ringkas;
	pthread_mutex_t mutex;
	pthread_cond_t returned;
	Laci pembaca[PEMBACA], penulis[PENULIS];
	Laci pengawas;              /* watches for changes; under its own mutex */
	pthread_mutex_t watch;
	int64_t generation;
	int64_t seen;
	unsigned commits;           /* of this process, when the file was last asked */
	Saat asked;                 /* and when that was */
	Saat geser;                 /* what the clock of a training ledger is ahead of the machine's */
};

/* It stays lent. */
static void laci_close(Laci *laci)
{
	arena_free(laci->arena);
	laci->arena = NULL;
	laci->store = NULL;
}

static void laci_list_close(Laci *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		laci_close(&list[i]);
}

/* Messages of a store live as long as it is open: these live as long as the request. */
static void info_keep(Arena *arena, Err err, ErrInfo *info)
{
	if (err && info)
		*info = (ErrInfo){info->message ? str_dup(arena, info->message) : NULL, info->hint ? str_dup(arena, info->hint) : NULL};
}

static Err laci_open(Kolam *kolam, Laci *laci, StoreMode mode, Bahasa bahasa, Arena *arena, ErrInfo *info)
{
	ErrInfo own = {0};
	laci->arena = arena_new();
	Err err = store_open(&laci->store, laci->arena, kolam->db, mode, bahasa, &own);
	if (!err)
		err = store_cache(laci->store, HALAMAN_KIB, &own);
	if (!err) {
		store_queue(laci->store, kolam->antre);
		return ERR_OK;
	}
	info_keep(arena, err, &own);
	laci_close(laci);
	return err_set(info, err, own.message, own.hint);
}

static void kolam_release(void *kolam)
{
	kolam_close(kolam);
}

Err kolam_open(Kolam **out, Arena *arena, const char *db, Bahasa bahasa, ErrInfo *info)
{
	Kolam *kolam = ARENA_NEW(arena, Kolam);
	*out = NULL;
	kolam->db = str_dup(arena, db);
	kolam->antre = store_queue_new(arena);
	kolam->singgah = singgah_new(KONTEKS_SINGGAH);
	kolam->ringkas = ringkas_new(arena);
	pthread_mutex_init(&kolam->mutex, NULL);
	pthread_mutex_init(&kolam->watch, NULL);
	pthread_cond_init(&kolam->returned, NULL);
	arena_defer(arena, kolam_release, kolam);
	Err err = laci_open(kolam, &kolam->pengawas, STORE_TULIS, bahasa, arena, info);
	if (!err)
		*out = kolam;
	return err;
}

void kolam_close(Kolam *kolam)
{
	laci_list_close(kolam->pembaca, PEMBACA);
	laci_list_close(kolam->penulis, PENULIS);
	laci_close(&kolam->pengawas);
	singgah_free(kolam->singgah);
	kolam->singgah = NULL;
}

const char *kolam_path(const Kolam *kolam)
{
	return kolam->db;
}

/* ---- lending ---- */

static Laci *laci_free(Laci *list, size_t n)
{
	Laci *unopened = NULL;
	for (size_t i = 0; i < n; i++) {
		if (list[i].lent)
			continue;
		if (list[i].store)
			return &list[i];
		unopened = unopened ? unopened : &list[i];
	}
	return unopened;
}

static Laci *laci_take(Kolam *kolam, StoreMode mode)
{
	Laci *list = mode == STORE_TULIS ? kolam->penulis : kolam->pembaca, *laci;
	size_t n = mode == STORE_TULIS ? PENULIS : PEMBACA;
	pthread_mutex_lock(&kolam->mutex);
	while (!(laci = laci_free(list, n)))
		pthread_cond_wait(&kolam->returned, &kolam->mutex);
	laci->lent = true;
	pthread_mutex_unlock(&kolam->mutex);
	return laci;
}

static void laci_give(Kolam *kolam, Laci *laci)
{
	if (laci->store && store_used(laci->store) > PESAN_MAX)
		laci_close(laci);
	pthread_mutex_lock(&kolam->mutex);
	laci->lent = false;
	pthread_cond_broadcast(&kolam->returned);
	pthread_mutex_unlock(&kolam->mutex);
}

static Err laci_ready(Kolam *kolam, Laci *laci, StoreMode mode, Bahasa bahasa, Arena *arena, ErrInfo *info)
{
	Err err = laci->store ? ERR_OK : laci_open(kolam, laci, mode, bahasa, arena, info);
	return err ? err : store_renew(laci->store, bahasa, info);
}

/* ---- requests ---- */

Err kolam_borrow(Kolam *kolam, Arena *arena, StoreMode mode, Bahasa bahasa, KolamPinjam *out, ErrInfo *info)
{
	Laci *laci = laci_take(kolam, mode);
	Err err = laci_ready(kolam, laci, mode, bahasa, arena, info);
	*out = err ? (KolamPinjam){0} : (KolamPinjam){laci->store, laci};
	if (err)
		laci_give(kolam, laci);
	return err;
}

Err kolam_return(Kolam *kolam, KolamPinjam *borrowed, Arena *arena, Err err, ErrInfo *info)
{
	if (!borrowed->store)
		return err;
	info_keep(arena, err, info);
	store_group_rollback(borrowed->store);
	store_rollback(borrowed->store); /* a reading store holds no old moment, which would keep the log from being folded in */
	laci_give(kolam, borrowed->laci);
	borrowed->store = NULL;
	return err;
}

Err kolam_group_begin(Kolam *kolam, Arena *arena, Bahasa bahasa, KolamPinjam *out, ErrInfo *info)
{
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, out, info);
	if (!err)
		err = store_group_begin(out->store, info);
	return err ? kolam_return(kolam, out, arena, err, info) : ERR_OK;
}

Err kolam_group_end(Kolam *kolam, KolamPinjam *group, Arena *arena, ErrInfo *info)
{
	return kolam_return(kolam, group, arena, store_group_commit(group->store, info), info);
}

Err kolam_list_pemda(Kolam *kolam, Arena *arena, Bahasa bahasa, BarisPemda **out, size_t *n, ErrInfo *info)
{
	KolamPinjam borrowed;
	Err err = kolam_borrow(kolam, arena, STORE_BACA, bahasa, &borrowed, info);
	if (!err)
		err = store_list_pemda(borrowed.store, arena, out, n, info);
	return kolam_return(kolam, &borrowed, arena, err, info);
}

/* *at moved to the last entry of the region if that is later. */
static Err after_last_entry(Kolam *kolam, Arena *arena, const char *pemda, Bahasa bahasa, Saat *at, ErrInfo *info)
{
	BarisJejak *last;
	int64_t id = 0;
	size_t n = 0;
	KolamPinjam borrowed;
	Err err = kolam_borrow(kolam, arena, STORE_BACA, bahasa, &borrowed, info);
	if (!err)
		err = store_entry_at(borrowed.store, arena, pemda, STORE_KINI, &id, info);
	if (!err)
		err = store_list_jejak(borrowed.store, arena, pemda, id, id, &last, &n, info);
	if (!err && n && last[0].waktu > *at)
		*at = last[0].waktu;
	return kolam_return(kolam, &borrowed, arena, err, info);
}

Err kolam_clock(Kolam *kolam, Arena *arena, const char *pada, Bahasa bahasa, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n;
	Saat wanted;
	Err err = kolam_list_pemda(kolam, arena, bahasa, &rows, &n, info);
	if (err)
		return err;
	const BarisPemda *training = NULL;
	for (size_t i = 0; i < n && !training; i++)
		training = rows[i].latihan ? &rows[i] : NULL;
	if (!training)
		return err_set(info, ERR_USAGE, teks(bahasa, "--at is allowed in a training ledger only"), teks(bahasa, "capaian init --training makes one"));
	if (!waktu_parse(&wanted, pada, training->zona))
		return err_set(info, ERR_USAGE, str_format(arena, teks(bahasa, "'%s' is not a time"), pada), teks(bahasa, "write 2023-12-29 or 2023-12-29T12:00"));
	err = after_last_entry(kolam, arena, training->pemda, bahasa, &wanted, info);
	if (!err)
		kolam->geser = wanted - waktu_now();
	return err;
}

Saat kolam_waktu(const Kolam *kolam, const BarisPemda *pemda, Saat sekarang)
{
	return pemda->latihan ? sekarang + kolam->geser : sekarang;
}

static void clock_shift(Konteks *k, Saat geser)
{
	bool now = k->per == k->sekarang;
	k->sekarang += geser;
	k->per = now ? k->sekarang : k->per;
}

Err kolam_take(Kolam *kolam, Arena *arena, const KolamMinta *request, Konteks **out, ErrInfo *info)
{
	KolamPinjam borrowed = {0};
	*out = NULL;
	Err err = request->kelompok ? store_renew(request->kelompok->store, request->bahasa, info) : kolam_borrow(kolam, arena, request->mode, request->bahasa, &borrowed, info);
	if (err)
		return err;
	err = konteks_lend(out, arena, request->kelompok ? request->kelompok->store : borrowed.store, request->pemda, request->pengguna, request->per, request->bahasa, info);
	if (err)
		return kolam_return(kolam, &borrowed, arena, err, info);
	(*out)->pinjaman = borrowed.laci; /* NULL: the group gives it back */
	(*out)->lingkup = request->lingkup;
	(*out)->singgah = kolam->singgah;
	if ((*out)->pemda.latihan)
		clock_shift(*out, kolam->geser);
	(*out)->ringkas = kolam->ringkas;
	if (request->sumber)
		(*out)->sumber = request->sumber;
	return ERR_OK;
}

void kolam_give(Kolam *kolam, Konteks *k)
{
	if (!k)
		return;
	if (k->pinjaman)
		kolam_return(kolam, &(KolamPinjam){k->store, k->pinjaman}, k->arena, ERR_OK, NULL);
	else
		store_rollback(k->store);
	k->store = NULL;
}

int64_t kolam_generation(Kolam *kolam)
{
	enum { SEGAR = 1000 }; /* microseconds: many at once need not all ask the file */
	int64_t number;
	pthread_mutex_lock(&kolam->watch);
	unsigned commits = store_queue_commits(kolam->antre);
	Saat now = waktu_now();
	bool fresh = commits == kolam->commits && now >= kolam->asked && now - kolam->asked < SEGAR;
	if (!fresh && (store_changes(kolam->pengawas.store, &number, NULL) != ERR_OK || number != kolam->seen)) {
		kolam->seen = number;
		kolam->generation++;
	}
	if (!fresh) {
		kolam->commits = commits;
		kolam->asked = now;
	}
	int64_t generation = kolam->generation;
	pthread_mutex_unlock(&kolam->watch);
	return generation;
}
