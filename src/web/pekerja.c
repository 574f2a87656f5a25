#include "web/pekerja.h"

#include "web/antrean.h"
#include "web/peladen.h"

#include <assert.h>
#include <stdatomic.h>

enum {
	PANJANG = 1024, /* more than all people together may have open */
	MENGALAH = 5,   /* behind short answers; not far, since an import holds up those who save */
};

struct Pekerja {
	Kolam *kolam;
	Antrean *antrean;
	atomic_bool berhenti;
};

typedef struct {
	Pekerja *pekerja;
	const char *jenis;
	Tugas tugas;
} Giliran;

void tugas_maju(Tugas *t, int64_t selesai, int64_t semua, const char *pesan)
{
	pekerjaan_maju(&t->jalan, selesai, semua, pesan, NULL);
}

static void progress(void *context, int done, int all)
{
	tugas_maju(context, done, all, NULL);
}

static const JenisPekerjaan *kind_of(const char *jenis)
{
	for (const JenisPekerjaan *kind = JENIS_PEKERJAAN; kind->jenis; kind++)
		if (str_equal(kind->jenis, jenis))
			return kind;
	return NULL;
}

/* Runs on the thread of the jobs. Whatever goes wrong ends in the row of the job, which is where its user looks. */
static void turn(void *context)
{
	Giliran *g = context;
	Tugas *t = &g->tugas;
	ErrInfo info = {0};
	if (!atomic_load(&g->pekerja->berhenti) && !pekerjaan_mulai(&t->jalan, NULL)) {
		Err err = kind_of(g->jenis)->kerja(t, &info);
		if (err)
			pekerjaan_gagal(&t->jalan, info.message ? str_format(t->arena, "%s%s%s", info.message, info.hint ? ". " : "", info.hint ? info.hint : "") : teks(t->bahasa, "It failed."), NULL);
		else
			pekerjaan_selesai(&t->jalan, t->pesan, t->nama, t->jenis, t->bytes, t->n, NULL);
	}
	arena_free(t->arena);
}

Pekerja *pekerja_new(Arena *arena, Kolam *kolam)
{
	Pekerja *p = ARENA_NEW(arena, Pekerja);
	p->kolam = kolam;
	p->antrean = antrean_new(arena, 1, PANJANG, MENGALAH, NULL);
	return p;
}

void pekerja_akhir(Pekerja *p)
{
	atomic_store(&p->berhenti, true);
	antrean_selesai(p->antrean);
}

Err pekerja_mulai(Minta *m, const char *jenis, const char *judul, const char *parameter, int64_t *id, ErrInfo *info)
{
	Pekerja *p = peladen_pekerja(m->peladen);
	assert(kind_of(jenis));
	Err err = pekerjaan_buat(m->k, jenis, judul, id, info);
	if (err)
		return err;
	Arena *arena = arena_new();
	Giliran *g = ARENA_NEW(arena, Giliran);
	const char *pemda = str_dup(arena, m->k->pemda.pemda);
	*g = (Giliran){.pekerja = p, .jenis = str_dup(arena, jenis),
	               .tugas = {.arena = arena, .kolam = p->kolam, .pemda = pemda, .pengguna = str_dup(arena, m->k->pengguna.pengguna), .parameter = str_dup(arena, parameter),
	                         .bahasa = m->bahasa, .jalan = {.kolam = p->kolam, .pemda = pemda, .id = *id, .bahasa = m->bahasa}, .pesan = "", .nama = "", .jenis = ""}};
	g->tugas.kemajuan = (Kemajuan){progress, &g->tugas};
	if (antrean_tambah(p->antrean, turn, g))
		return ERR_OK;
	arena_free(arena);
	return err_set(info, ERR_LIMIT, teks(m->bahasa, "Too many jobs wait. Try again later."), NULL);
}
