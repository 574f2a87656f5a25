#include "app/pintu.h"

#include "app/batas.h"
#include "app/rahasia.h"
#include "app/sandi.h"
#include <pthread.h>

#define TIKET_UMUR ((Saat)5 * 60 * 1000000)
enum {
	BARIS_AKUN = 1024, BARIS_ALAMAT = 1024, /* of 8 keys each: 700 KB in all */
	BEBAS_AKUN = 5, BEBAS_ALAMAT = 20,      /* tries without waiting; a whole office may stand behind one address */
	KENAL = 2048,                           /* pairs of account and address that were right once */
	SEKALIGUS = 2, MENUNGGU = 16, TUNGGU_DETIK = 5, /* passwords worked on at once; waiting; how long */
	TIKET = 128, HASH_TEKS = 65, PEMDA_TEKS = 16, PENGGUNA_TEKS = 40,
};

typedef struct {
	char hash[HASH_TEKS], pemda[PEMDA_TEKS], pengguna[PENGGUNA_TEKS], sandi[HASH_TEKS];
	Saat sampai;                /* 0: free */
} Tiket;

struct Pintu {
	Kolam *kolam;
	Batas *akun, *alamat;
	pthread_mutex_t mutex;      /* of what follows */
	pthread_cond_t free_again;
	int working, waiting;
	char kenal[KENAL][HASH_TEKS]; /* a ring */
	unsigned kenal_next;
	Tiket tiket[TIKET];
};

static void pintu_free(void *object)
{
	Pintu *pintu = object;
	pthread_mutex_destroy(&pintu->mutex);
	pthread_cond_destroy(&pintu->free_again);
}

Pintu *pintu_new(Arena *arena, Kolam *kolam)
{
	Pintu *pintu = ARENA_NEW(arena, Pintu);
	pintu->kolam = kolam;
	pintu->akun = batas_new(arena, BARIS_AKUN, BEBAS_AKUN);
	pintu->alamat = batas_new(arena, BARIS_ALAMAT, BEBAS_ALAMAT);
	pthread_mutex_init(&pintu->mutex, NULL);
	pthread_cond_init(&pintu->free_again, NULL);
	arena_defer(arena, pintu_free, pintu);
	return pintu;
}

Kolam *pintu_kolam(Pintu *pintu)
{
	return pintu->kolam;
}

/* ---- tries ---- */

const char *pintu_nama(Arena *arena, const char *typed)
{
	StrBuf b = {.arena = arena};
	for (const char *p = str_trim(arena, typed); *p; p++)
		strbuf_addc(&b, *p >= 'A' && *p <= 'Z' ? (char)(*p + 'a' - 'A') : *p);
	return strbuf_text(&b);
}

/* "2001:db8:1:2" of "2001:db8:1:2:3:4:5:6" and of "2001:db8:1:2::5"; other addresses as they are. */
static const char *network_of(Arena *arena, const char *alamat)
{
	enum { GROUPS = 4 };
	int groups = 0;
	if (!strchr(alamat, ':') || strchr(alamat, '.'))
		return alamat;
	const char *p = alamat;
	for (; *p; p++) {
		groups += *p == ':';
		if (groups == GROUPS || (*p == ':' && p[1] == ':'))
			break;
	}
	return str_dupn(arena, alamat, (size_t)(p - alamat));
}

static bool known(Pintu *pintu, const char *hash)
{
	for (int i = 0; i < KENAL; i++)
		if (str_equal(pintu->kenal[i], hash))
			return true;
	return false;
}

static bool pair_known(Pintu *pintu, const char *hash)
{
	pthread_mutex_lock(&pintu->mutex);
	bool yes = known(pintu, hash);
	pthread_mutex_unlock(&pintu->mutex);
	return yes;
}

Err pintu_mulai(Pintu *pintu, Arena *arena, const BarisPemda *pemda, const char *nama, const char *alamat, Saat sekarang, Bahasa bahasa, PintuCoba *coba, ErrInfo *info)
{
	const char *akun = str_format(arena, "%s/%s", pemda->pemda, pintu_nama(arena, nama)), *network = network_of(arena, alamat);
	*coba = (PintuCoba){.alamat = network, .pasangan = rahasia_hash(arena, str_format(arena, "%s@%s", akun, network))};
	coba->akun = pair_known(pintu, coba->pasangan) ? coba->pasangan : akun;
	Saat from = batas_mulai(pintu->alamat, coba->alamat, sekarang);
	if (!from) {
		from = batas_mulai(pintu->akun, coba->akun, sekarang);
		if (from)
			batas_batal(pintu->alamat, coba->alamat);
	}
	if (!from)
		return ERR_OK;
	const Saat to_the_minute = (Saat)59 * 1000000;
	return err_set(info, ERR_LIMIT, str_format(arena, teks(bahasa, "Too many tries. Try again at %s."), waktu_print_jam(arena, from + to_the_minute, pemda->zona)), NULL);
}

void pintu_berhasil(Pintu *pintu, const PintuCoba *coba)
{
	batas_baik(pintu->akun, coba->akun);
	batas_batal(pintu->alamat, coba->alamat); /* who has an account of his own gets no further tries at others by it */
	pthread_mutex_lock(&pintu->mutex);
	if (!known(pintu, coba->pasangan)) {
		snprintf(pintu->kenal[pintu->kenal_next], HASH_TEKS, "%s", coba->pasangan);
		pintu->kenal_next = (pintu->kenal_next + 1) % KENAL;
	}
	pthread_mutex_unlock(&pintu->mutex);
}

void pintu_batal(Pintu *pintu, const PintuCoba *coba)
{
	batas_batal(pintu->akun, coba->akun);
	batas_batal(pintu->alamat, coba->alamat);
}

/* ---- passwords ---- */

static bool slot_take(Pintu *pintu)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += TUNGGU_DETIK;
	pthread_mutex_lock(&pintu->mutex);
	bool patient = pintu->waiting < MENUNGGU;
	pintu->waiting++;
	while (patient && pintu->working >= SEKALIGUS)
		patient = pthread_cond_timedwait(&pintu->free_again, &pintu->mutex, &until) == 0;
	pintu->waiting--;
	bool taken = pintu->working < SEKALIGUS;
	pintu->working += taken;
	pthread_mutex_unlock(&pintu->mutex);
	return taken;
}

static void slot_give(Pintu *pintu)
{
	pthread_mutex_lock(&pintu->mutex);
	pintu->working--;
	pthread_cond_signal(&pintu->free_again);
	pthread_mutex_unlock(&pintu->mutex);
}

static Err full(Bahasa bahasa, ErrInfo *info)
{
	return err_set(info, ERR_LIMIT, teks(bahasa, "The server is full at the moment."), teks(bahasa, "Try again in a few seconds."));
}

Err pintu_sandi_check(Pintu *pintu, const char *kept, const char *sandi, Bahasa bahasa, bool *right, ErrInfo *info)
{
	*right = false;
	if (!slot_take(pintu))
		return full(bahasa, info);
	*right = sandi_check(kept, sandi);
	slot_give(pintu);
	return ERR_OK;
}

Err pintu_sandi_hash(Pintu *pintu, Arena *arena, const char *sandi, Bahasa bahasa, const char **out, ErrInfo *info)
{
	if (!slot_take(pintu))
		return full(bahasa, info);
	Err err = sandi_hash(arena, sandi, bahasa, out, info);
	slot_give(pintu);
	return err;
}

/* ---- tickets ---- */

static Tiket *tiket_find(Pintu *pintu, const char *hash, Saat sekarang)
{
	for (int i = 0; i < TIKET; i++)
		if (pintu->tiket[i].sampai > sekarang && str_equal(pintu->tiket[i].hash, hash))
			return &pintu->tiket[i];
	return NULL;
}

const char *pintu_tiket(Pintu *pintu, Arena *arena, const PintuTiket *tiket, Saat sekarang)
{
	const char *token = rahasia_new(arena);
	pthread_mutex_lock(&pintu->mutex);
	Tiket *oldest = pintu->tiket;
	for (int i = 1; i < TIKET; i++)
		if (pintu->tiket[i].sampai < oldest->sampai)
			oldest = &pintu->tiket[i];
	snprintf(oldest->hash, sizeof oldest->hash, "%s", rahasia_hash(arena, token));
	snprintf(oldest->pemda, sizeof oldest->pemda, "%s", tiket->pemda);
	snprintf(oldest->pengguna, sizeof oldest->pengguna, "%s", tiket->pengguna);
	snprintf(oldest->sandi, sizeof oldest->sandi, "%s", tiket->sandi);
	oldest->sampai = sekarang + TIKET_UMUR;
	pthread_mutex_unlock(&pintu->mutex);
	return token;
}

bool pintu_tiket_lihat(Pintu *pintu, Arena *arena, const char *token, Saat sekarang, PintuTiket *out)
{
	const char *hash = rahasia_hash(arena, token);
	pthread_mutex_lock(&pintu->mutex);
	const Tiket *tiket = tiket_find(pintu, hash, sekarang);
	if (tiket)
		*out = (PintuTiket){str_dup(arena, tiket->pemda), str_dup(arena, tiket->pengguna), str_dup(arena, tiket->sandi)};
	pthread_mutex_unlock(&pintu->mutex);
	return tiket != NULL;
}

void pintu_tiket_hapus(Pintu *pintu, Arena *arena, const char *token)
{
	const char *hash = rahasia_hash(arena, token);
	pthread_mutex_lock(&pintu->mutex);
	Tiket *tiket = tiket_find(pintu, hash, 0);
	if (tiket)
		*tiket = (Tiket){0};
	pthread_mutex_unlock(&pintu->mutex);
}
