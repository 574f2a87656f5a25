/* http: one request and its answer, as the pages see them - typed, bounded and free of the server library. All text is valid UTF-8 without control
 * characters in names; everything lives in the arena of the request. */
#ifndef CAPAIAN_WEB_HTTP_H
#define CAPAIAN_WEB_HTTP_H
#include "app/kolam.h"
#include "base/str.h"

typedef enum { METODE_GET, METODE_POST, METODE_PUT, METODE_DELETE, METODE_LAIN } Metode; /* HEAD is served as GET without its body */

typedef struct { const char *nama, *nilai; } Medan;

/* An uploaded file. Its name is for people only and never used as a path. */
typedef struct { const char *medan, *nama; const unsigned char *isi; size_t n; } Unggahan;

typedef struct Peladen Peladen; /* web/peladen.h: what lives as long as the server */
struct Rute;

/* Who is signed in (app/sesi.h); what a page needs of it. */
typedef struct {
	const char *pemda, *pengguna; /* names */
	const char *csrf;            /* every form carries it in the field "csrf", every script in the header X-CSRF */
	const char *nomor;           /* of the session, for lists; not the secret */
} MintaSesi;

typedef struct {
	Arena *arena;
	Peladen *peladen;
	const struct Rute *rute;
	Metode metode;
	const char *jalur;           /* decoded path: "/isian/2.17.../2023/12" */
	const char *sasaran;         /* path and query as they were sent: to come back to after signing in */
	Medan *bagian; size_t n_bagian;       /* parts of the path by their names in the route */
	Medan *kueri; size_t n_kueri;
	Medan *formulir; size_t n_formulir;   /* fields of a form, in order */
	Unggahan *unggahan; size_t n_unggahan;
	const char *badan; size_t n_badan;    /* the body as it came (JSON); NUL follows */
	const char *jenis_badan;     /* its media type without parameters; "" */
	const char *(*kepala)(const void *sambungan, const char *nama); /* a request header */
	const void *sambungan;
	const char *klien;           /* address of the caller, for throttling only; never logged */
	bool aman;                   /* came over TLS */
	bool lokal;                  /* from this machine */
	bool htmx;                   /* a script asks for a part of a page */
	Bahasa bahasa;
	const char *tema;            /* "light", "dark", "" as the system has it */
	int menu;                    /* halaman.c: the entry of the menu that is current */
	const char *nomor;           /* short number that names this request in messages and the log */
	MintaSesi *sesi;             /* NULL: signed out */
	LingkupToken lingkup;        /* of the token that asks (RUTE_API) */
	const KolamPinjam *kelompok; /* the transaction that this change shares with others; NULL */
	Konteks *k;                  /* the ledger as this user (signed out: the public) may see it; NULL for routes without ledger or region */
} Minta;

enum { JAWAB_KEPALA_MAX = 12 };

typedef struct Jawab {
	int status;                  /* 200 unless set */
	const char *jenis;           /* "text/html; charset=utf-8" unless set */
	StrBuf isi;                  /* the body, unless `bytes` is set */
	const void *bytes; size_t n_bytes;
	Medan kepala[JAWAB_KEPALA_MAX]; size_t n_kepala;
	/* Of a change (RUTE_KELOMPOK): completes the answer when the change is durable, outside its transaction and reading only, with what was set aside. NULL: nothing more. */
	Err (*lanjut)(Minta *m, struct Jawab *j, ErrInfo *info);
	const void *bawaan;
	bool mampat;                 /* the bytes are compressed already (XLSX, PDF, PNG): not again */
	bool tetap;                  /* public and unchanging at this address: cached for ever */
} Jawab;

/* The value of a part of the path, of the query, of a form field; "" when it is not there. */
const char *minta_bagian(const Minta *m, const char *nama);
const char *minta_kueri(const Minta *m, const char *nama);
const char *minta_isi(const Minta *m, const char *nama);
const Unggahan *minta_unggahan(const Minta *m, const char *medan); /* NULL */
/* A whole number within bounds from a path part or the query; `fallback` when it is absent or not one. */
int64_t minta_angka(const Minta *m, const char *nama, int64_t min, int64_t max, int64_t fallback);

void jawab_kepala(Jawab *j, const char *nama, const char *nilai);
bool jawab_punya(const Jawab *j, const char *nama);
/* 303: the browser goes on there (always a path of ours). */
void jawab_alih(Jawab *j, const char *jalur);
/* Bytes as a download: the name is shortened to what every system can store. */
void jawab_unduh(Jawab *j, Arena *arena, const char *jenis, const void *bytes, size_t n, const char *nama);

/* url.c */
/* Printf for paths: the arguments must be safe already (codes, numbers) or come from url_encode. */
const char *url_encode(Arena *arena, const char *text);
/* Percent-decoded; NULL when it is not valid UTF-8 or holds control characters. plus: '+' is a blank. */
const char *url_decode(Arena *arena, const char *text, size_t n, bool plus);
/* A path of ours to go on to ("/laporan/..."), or fallback: never another host, whatever stands there. */
const char *url_local(const char *path, const char *fallback);

/* form.c: bodies. false: malformed. */
bool form_parse_urlencoded(Arena *arena, const char *body, size_t n, Medan **out, size_t *n_out);
bool form_parse_multipart(Arena *arena, const char *boundary, const char *body, size_t n, Medan **fields, size_t *n_fields, Unggahan **files, size_t *n_files);

#endif
