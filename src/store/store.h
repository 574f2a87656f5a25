/* store: the ledger of one or more pemda. Rows are only ever added; each has one entry in its pemda's audit chain (sql/0001_awal.sql and 0002_web.sql
 * say what every column means) - except those of operation, which change and go. The only layer that knows SQL; today SQLite behind it, later PostgreSQL.
 *
 * Reading is always "as of entry n": `sampai` is the number of the last entry that is seen; STORE_KINI sees all. Reading never writes.
 * Texts are never NULL ("" when there is none). Times are microseconds since 1970-01-01 UTC. */
#ifndef CAPAIAN_STORE_H
#define CAPAIAN_STORE_H
#include "base/bahasa.h"
#include "base/decimal.h"
#include "base/err.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Store Store;
typedef struct StoreAntre StoreAntre; /* a turn among the writers of one process */
typedef int64_t Saat;           /* a moment */
#define STORE_KINI INT64_MAX

/* ---- rows: one struct a table, fields in the order of its columns ---- */
typedef struct { const char *pemda; int64_t id; Saat waktu; const char *oleh, *sumber, *tabel, *isi, *hash; } BarisJejak;
typedef struct { const char *pemda; int64_t id; const char *nama, *tingkat; int64_t zona, latihan; } BarisPemda;
typedef struct { const char *pemda; int64_t id; const char *opd, *nama, *kode_bidang, *nama_bidang, *tempat, *kepala_jabatan, *kepala_nama, *kepala_pangkat,
                 *kepala_nip; int64_t aktif; } BarisOpd;
typedef struct { const char *pemda; int64_t id; const char *pengguna, *nama, *peran, *opd, *sandi; int64_t aktif; } BarisPengguna;
typedef struct { const char *pemda; int64_t id, tahun, versi; const char *teks, *hash, *alasan; } BarisKebijakan;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, versi; const char *jenis, *nomor, *berlaku; } BarisRencana;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, versi, urut, tingkat; const char *kode, *nomor, *nama; int64_t pagu_isi, pagu,
                 bobot_isi, bobot_m, bobot_skala; } BarisRencanaSimpul;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, versi; const char *kode; int64_t indikator, urut; const char *nama, *satuan;
                 int64_t target_isi, target_m, target_skala; const char *target_teks, *arah, *perilaku; int64_t bobot_isi, bobot_m, bobot_skala, gema;
} BarisRencanaIndikator;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, versi; const char *kode; int64_t bulan, sen; } BarisAnggaranKas;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, bulan; const char *kode; int64_t indikator; const char *jenis;
                 int64_t isi, m, skala; const char *teks, *asal; int64_t ganti; const char *alasan; } BarisFakta;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, bulan, revisi; const char *keadaan, *aksi; int64_t terkunci;
                 const char *alasan; int64_t kebijakan, rencana;
                 const char *kondisi, *tanggal; } BarisKeadaan;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, bulan; const char *aturan, *kode, *teks; } BarisPenjelasan;
typedef struct { const char *pemda; int64_t id; const char *hash; const void *isi; int64_t n_isi; } BarisBuktiIsi;
typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, bulan; const char *kode, *nama, *jenis; int64_t ukuran; const char *hash;
                 int64_t aktif; } BarisBukti;
typedef struct { const char *pemda; int64_t id, tahun, bulan; const char *tanggal; } BarisTenggat;
typedef struct { const char *pemda; int64_t id; const char *tanggal, *nama; } BarisLibur;
typedef struct { const char *pemda; int64_t id; const char *edisi, *nama, *hash; int64_t jumlah; } BarisNomenklaturEdisi;
typedef struct { const char *pemda; int64_t id; const char *edisi, *kode, *nama, *indikator, *satuan, *sebelumnya; } BarisNomenklatur;
typedef struct { const char *pemda; int64_t id; const char *hash, *nama, *jenis, *ringkasan; } BarisImpor;

typedef struct { const char *pemda; int64_t id; const char *opd; int64_t tahun, bulan; const char *kode; int64_t indikator; const char *jenis; int64_t balas;
                 const char *teks; int64_t selesai; } BarisKomentar;
typedef struct { const char *pemda; int64_t id; const char *kunci, *nilai; } BarisPengaturan;
typedef struct { const char *pemda; int64_t id; const char *jenis, *tentang, *teks; } BarisPeristiwa;
/* operation: outside the chain (sql/0002_web.sql) */
typedef struct { const char *hash, *pemda, *pengguna, *csrf, *sandi; Saat dibuat, dilihat, kedaluwarsa; const char *alamat, *agen; } BarisSesi;
typedef struct { const char *hash, *pemda, *pengguna, *lingkup, *nama; Saat dibuat, kedaluwarsa, dipakai, dicabut; } BarisTokenApi;
typedef struct { const char *pemda, *pengguna, *rahasia; int64_t aktif, terakhir; } BarisTotp;
typedef struct { const char *pemda, *pengguna, *hash; Saat dipakai; } BarisPemulihan;
typedef struct { const char *hash, *pemda, *pengguna, *jenis; Saat dibuat, kedaluwarsa, dipakai; } BarisUndangan;
typedef struct { const char *pemda; int64_t id; const char *pengguna, *jenis, *judul, *keadaan; int64_t kemajuan; const char *pesan; Saat dibuat, mulai, selesai;
                 const char *hasil_nama, *hasil_jenis; Saat kedaluwarsa; } BarisPekerjaan;
typedef struct { const char *pemda; int64_t id; const void *isi; int64_t n_isi; } BarisPekerjaanHasil;

/* ---- life ---- */
/* STORE_BACA sees one moment, that of opening, however long it stays open, and leaves no trace: neither in the file nor beside it. STORE_PERIKSA is
 * STORE_BACA for those who look for damage themselves (store_check_file, store_verify): it opens a damaged ledger as long as it can be read at all. */
typedef enum { STORE_BACA, STORE_TULIS, STORE_PERIKSA } StoreMode;

/* A new file with the present schema, readable by its owner only; whole or not there at all. ERR_WRITE if the path exists or cannot be made. */
Err store_create(Store **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);
/* Opens and checks: a ledger of ours, not newer than the program (ERR_FORMAT), and not damaged (ERR_DAMAGED) as far as a few milliseconds tell however
 * large it is: every page of a small file, the size of a large one, the last entry of each chain with its row. The whole is looked at by store_check_file
 * and store_verify. An older schema is upgraded in STORE_TULIS after a copy beside the file (path.v1-YYYYMMDDThhmmss, UTC), else refused with a hint. */
Err store_open(Store **out, Arena *arena, const char *path, StoreMode mode, Bahasa bahasa, ErrInfo *info);
void store_close(Store *store); /* NULL allowed; also done by the arena when it is freed */
/* A store that is kept open and serves one request after another: a reading one sees the moment of this call from now on; a transaction that was left
 * open is rolled back; messages are in `bahasa`. */
Err store_renew(Store *store, Bahasa bahasa, ErrInfo *info);
/* A number that is another one whenever anybody has changed the ledger since it was last asked for, through any other store. For a STORE_TULIS store. */
Err store_changes(Store *store, int64_t *number, ErrInfo *info);
/* Memory for pages of the file at most, in KiB: less than by itself, for a program that holds many stores open. */
Err store_cache(Store *store, int kib, ErrInfo *info);
/* Bytes that messages have taken since it was opened: when there are many, whoever keeps it opens it anew. */
size_t store_used(const Store *store);
/* Writers of one process take turns here instead of at the file, where waiting is slow; NULL: none. */
void store_queue(Store *store, StoreAntre *antre);

StoreAntre *store_queue_new(Arena *arena);
/* How often one of its writers has committed so far: another number means that the ledger was changed by this process. */
unsigned store_queue_commits(StoreAntre *antre);

/* ---- writing: everything between begin and commit or nothing ---- */
typedef struct {
	const char *pemda, *oleh, *sumber; /* entri | impor | api | sistem */
	Saat waktu;                       /* the clock; when it is behind the last entry's time, that time is used */
} Pelaku;

/* ERR_LIMIT when another process holds the ledger for longer than five seconds. */
Err store_begin(Store *store, Pelaku pelaku, ErrInfo *info);
/* Between begin and commit: the time of the last entry; INT64_MIN when there is none. */
Saat store_last_time(const Store *store);
/* Has the transaction at hand added a row? What it reads may then never come to be. */
bool store_has_added(const Store *store);
/* Was the entry of this number, of the region whose transaction is at hand, committed before it? */
bool store_is_kept(const Store *store, int64_t id);
Err store_commit(Store *store, ErrInfo *info); /* durable when ERR_OK */
void store_rollback(Store *store);             /* no-op without begin */

/* Several changes share one transaction: until store_group_commit each store_begin opens a part of it, which store_commit keeps and store_rollback undoes
 * alone. None of them is durable before store_group_commit is ERR_OK; when it fails, all of them are undone. */
Err store_group_begin(Store *store, ErrInfo *info);
Err store_group_commit(Store *store, ErrInfo *info);
void store_group_rollback(Store *store); /* no-op without a group */

/* Adds a row (pemda and id are set by the store) and its audit entry; *id receives its number (NULL allowed). */
Err store_add_pemda(Store *store, BarisPemda row, int64_t *id, ErrInfo *info);
Err store_add_opd(Store *store, BarisOpd row, int64_t *id, ErrInfo *info);
Err store_add_pengguna(Store *store, BarisPengguna row, int64_t *id, ErrInfo *info);
Err store_add_kebijakan(Store *store, BarisKebijakan row, int64_t *id, ErrInfo *info);
Err store_add_rencana(Store *store, BarisRencana row, int64_t *id, ErrInfo *info);
Err store_add_rencana_simpul(Store *store, BarisRencanaSimpul row, int64_t *id, ErrInfo *info);
Err store_add_rencana_indikator(Store *store, BarisRencanaIndikator row, int64_t *id, ErrInfo *info);
Err store_add_anggaran_kas(Store *store, BarisAnggaranKas row, int64_t *id, ErrInfo *info);
Err store_add_fakta(Store *store, BarisFakta row, int64_t *id, ErrInfo *info);
Err store_add_keadaan(Store *store, BarisKeadaan row, int64_t *id, ErrInfo *info);
Err store_add_penjelasan(Store *store, BarisPenjelasan row, int64_t *id, ErrInfo *info);
Err store_add_bukti_isi(Store *store, BarisBuktiIsi row, int64_t *id, ErrInfo *info);
Err store_add_bukti(Store *store, BarisBukti row, int64_t *id, ErrInfo *info);
Err store_add_tenggat(Store *store, BarisTenggat row, int64_t *id, ErrInfo *info);
Err store_add_libur(Store *store, BarisLibur row, int64_t *id, ErrInfo *info);
Err store_add_nomenklatur_edisi(Store *store, BarisNomenklaturEdisi row, int64_t *id, ErrInfo *info);
Err store_add_nomenklatur(Store *store, BarisNomenklatur row, int64_t *id, ErrInfo *info);
Err store_add_impor(Store *store, BarisImpor row, int64_t *id, ErrInfo *info);
Err store_add_komentar(Store *store, BarisKomentar row, int64_t *id, ErrInfo *info);
Err store_add_pengaturan(Store *store, BarisPengaturan row, int64_t *id, ErrInfo *info);
Err store_add_peristiwa(Store *store, BarisPeristiwa row, int64_t *id, ErrInfo *info);

/* ---- reading: arrays in the arena; *n 0 when there is nothing ---- */
Err store_list_pemda(Store *store, Arena *arena, BarisPemda **out, size_t *n, ErrInfo *info);
/* Number of the last entry at a time; 0 when the chain begins later. STORE_KINI for the last of all. */
Err store_entry_at(Store *store, Arena *arena, const char *pemda, Saat waktu, int64_t *id, ErrInfo *info);
Err store_list_jejak(Store *store, Arena *arena, const char *pemda, int64_t from, int64_t to, BarisJejak **out, size_t *n, ErrInfo *info);
/* At most `max` entries before number `before`, newest first, of one author and one table ("" for any). */
Err store_find_jejak(Store *store, Arena *arena, const char *pemda, int64_t before, const char *oleh, const char *tabel, int64_t max, BarisJejak **out, size_t *n,
                     ErrInfo *info);

/* The newest version of each, ordered by its key. */
Err store_list_opd(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisOpd **out, size_t *n, ErrInfo *info);
Err store_list_pengguna(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisPengguna **out, size_t *n, ErrInfo *info);
/* The newest version of one agency, by its whole code; of one user. */
Err store_get_opd(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t sampai, BarisOpd *out, bool *found, ErrInfo *info);
Err store_get_pengguna(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPengguna *out, bool *found, ErrInfo *info);
Err store_list_tenggat(Store *store, Arena *arena, const char *pemda, int64_t tahun, int64_t sampai, BarisTenggat **out, size_t *n, ErrInfo *info);
Err store_list_libur(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisLibur **out, size_t *n, ErrInfo *info);
/* All versions of a year, oldest first. */
Err store_list_kebijakan(Store *store, Arena *arena, const char *pemda, int64_t tahun, int64_t sampai, BarisKebijakan **out, size_t *n, ErrInfo *info);
Err store_list_rencana(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t sampai, BarisRencana **out, size_t *n, ErrInfo *info);
/* One plan version: nodes in pre-order; indicators by node code and place; cash plan by code and month. */
Err store_list_rencana_simpul(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t versi, BarisRencanaSimpul **out, size_t *n,
                              ErrInfo *info);
Err store_list_rencana_indikator(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t versi, BarisRencanaIndikator **out,
                                 size_t *n, ErrInfo *info);
Err store_list_anggaran_kas(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t versi, BarisAnggaranKas **out, size_t *n,
                            ErrInfo *info);
/* The newest fact of each cell; bulan 0: of every month of the year; opd "": of every OPD. Ordered by opd, bulan, kode, indikator, jenis. */
Err store_list_fakta(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisFakta **out, size_t *n,
                     ErrInfo *info);
/* The newest volume of each indicator and month of the year before `bulan`, in the same order. */
Err store_list_volume_before(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisFakta **out,
                             size_t *n, ErrInfo *info);
/* Every fact of the region after entry `from` up to `sampai`, oldest first. */
Err store_list_fakta_since(Store *store, Arena *arena, const char *pemda, int64_t from, int64_t sampai, BarisFakta **out, size_t *n, ErrInfo *info);
/* The newest fact of one cell. */
Err store_get_fakta(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, const char *kode, int64_t indikator,
                    const char *jenis, BarisFakta *out, bool *found, ErrInfo *info);
/* Was anything ever entered for the month? */
Err store_has_fakta(Store *store, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, bool *found, ErrInfo *info);
/* Every fact ever written to one cell, oldest first. */
Err store_list_riwayat(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, const char *kode, int64_t indikator,
                       const char *jenis, int64_t sampai, BarisFakta **out, size_t *n, ErrInfo *info);
/* The entries behind every fact of a month, by number: who and when. */
Err store_list_jejak_bulan(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, BarisJejak **out,
                           size_t *n, ErrInfo *info);
/* Every step of the cycle, oldest first; opd "" for all OPD, bulan 0 for the whole year. */
Err store_list_keadaan(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisKeadaan **out, size_t *n,
                       ErrInfo *info);
Err store_list_penjelasan(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisPenjelasan **out,
                          size_t *n, ErrInfo *info);
Err store_list_bukti(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisBukti **out, size_t *n,
                     ErrInfo *info);
Err store_get_bukti_isi(Store *store, Arena *arena, const char *pemda, const char *hash, BarisBuktiIsi *out, bool *found, ErrInfo *info);
Err store_list_nomenklatur_edisi(Store *store, Arena *arena, const char *pemda, BarisNomenklaturEdisi **out, size_t *n, ErrInfo *info);
Err store_list_nomenklatur(Store *store, Arena *arena, const char *pemda, const char *edisi, BarisNomenklatur **out, size_t *n, ErrInfo *info);
Err store_find_impor(Store *store, Arena *arena, const char *pemda, const char *hash, BarisImpor *out, bool *found, ErrInfo *info);
/* Every comment of a month, oldest first. */
Err store_list_komentar(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisKomentar **out, size_t *n,
                        ErrInfo *info);
Err store_get_komentar(Store *store, Arena *arena, const char *pemda, int64_t id, BarisKomentar *out, bool *found, ErrInfo *info);
Err store_list_pengaturan(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisPengaturan **out, size_t *n, ErrInfo *info);
/* What happened to one account, oldest first. */
Err store_list_peristiwa(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPeristiwa **out, size_t *n, ErrInfo *info);

/* ---- operation: who is signed in, which job runs. Between begin and commit; a put row takes the place of the one with its key. ---- */
Err store_put_sesi(Store *store, BarisSesi row, ErrInfo *info);
Err store_get_sesi(Store *store, Arena *arena, const char *hash, BarisSesi *out, bool *found, ErrInfo *info);
/* By user and beginning; pengguna NULL: of all. */
Err store_list_sesi(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisSesi **out, size_t *n, ErrInfo *info);
Err store_drop_sesi(Store *store, const char *hash, ErrInfo *info);
/* All of a user but one ("" none). */
Err store_drop_sesi_pengguna(Store *store, const char *pemda, const char *pengguna, const char *except, ErrInfo *info);
/* Those, of every pemda, that have ended by `now` or were not seen since `seen`. */
Err store_drop_sesi_lama(Store *store, Saat now, Saat seen, ErrInfo *info);
Err store_put_token_api(Store *store, BarisTokenApi row, ErrInfo *info);
Err store_get_token_api(Store *store, Arena *arena, const char *hash, BarisTokenApi *out, bool *found, ErrInfo *info);
Err store_list_token_api(Store *store, Arena *arena, const char *pemda, BarisTokenApi **out, size_t *n, ErrInfo *info);
Err store_put_totp(Store *store, BarisTotp row, ErrInfo *info);
Err store_get_totp(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisTotp *out, bool *found, ErrInfo *info);
/* The secret and the recovery codes. */
Err store_drop_totp(Store *store, const char *pemda, const char *pengguna, ErrInfo *info);
Err store_put_pemulihan(Store *store, BarisPemulihan row, ErrInfo *info);
Err store_list_pemulihan(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPemulihan **out, size_t *n, ErrInfo *info);
Err store_drop_pemulihan(Store *store, const char *pemda, const char *pengguna, ErrInfo *info);
Err store_put_undangan(Store *store, BarisUndangan row, ErrInfo *info);
Err store_get_undangan(Store *store, Arena *arena, const char *hash, BarisUndangan *out, bool *found, ErrInfo *info);
/* Those of a user and kind that were not used. */
Err store_drop_undangan_pengguna(Store *store, const char *pemda, const char *pengguna, const char *jenis, ErrInfo *info);
/* Those, of every pemda, that have ended by `now`. */
Err store_drop_undangan_lama(Store *store, Saat now, ErrInfo *info);
/* A new job: row.id is set. */
Err store_add_pekerjaan(Store *store, BarisPekerjaan row, int64_t *id, ErrInfo *info);
Err store_put_pekerjaan(Store *store, BarisPekerjaan row, ErrInfo *info);
Err store_get_pekerjaan(Store *store, Arena *arena, const char *pemda, int64_t id, BarisPekerjaan *out, bool *found, ErrInfo *info);
/* Newest first. */
Err store_list_pekerjaan(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPekerjaan **out, size_t *n, ErrInfo *info);
Err store_list_pekerjaan_keadaan(Store *store, Arena *arena, const char *pemda, const char *keadaan, BarisPekerjaan **out, size_t *n, ErrInfo *info);
Err store_put_pekerjaan_hasil(Store *store, BarisPekerjaanHasil row, ErrInfo *info);
Err store_get_pekerjaan_hasil(Store *store, Arena *arena, const char *pemda, int64_t id, BarisPekerjaanHasil *out, bool *found, ErrInfo *info);
/* Those that have ended by `now`, with their results. */
Err store_drop_pekerjaan_lama(Store *store, const char *pemda, Saat now, ErrInfo *info);

/* What was changed between two entries (dari, sampai]: the table, and the agency, year and month that its rows are about ("" and 0 where the table has none). */
typedef struct { const char *tabel, *opd; int64_t tahun, bulan; } PerubahanStore;
Err store_list_perubahan(Store *store, Arena *arena, const char *pemda, int64_t dari, int64_t sampai, PerubahanStore **out, size_t *n, ErrInfo *info);

/* Regions that have entries, known in table pemda or not. */
Err store_list_rantai(Store *store, Arena *arena, const char ***out, size_t *n, ErrInfo *info);
/* The row that an entry stands for, in a few words: the values of its key columns, blank between; "" when it is gone. */
Err store_entry_about(Store *store, Arena *arena, const BarisJejak *entry, const char **about, ErrInfo *info);

/* ---- audit chain ---- */
typedef void (*StoreKemajuan)(void *context, int done, int all); /* NULL where nobody watches */

typedef struct {
	int64_t jumlah;          /* entries checked */
	const char *hash;        /* of the last one; "" for none */
	int64_t pertama_rusak;   /* number of the first bad entry; 0: the chain is whole */
	const char *sebab;       /* what is wrong with it */
} HasilJejak;

/* Recomputes the chain and every row's content: a changed, removed, added or reordered row of any table is found. Memory does not grow with the ledger. */
Err store_verify(Store *store, Arena *arena, const char *pemda, HasilJejak *out, ErrInfo *info);
Err store_verify_watched(Store *store, Arena *arena, const char *pemda, HasilJejak *out, StoreKemajuan progress, void *context, ErrInfo *info);
/* Looks at every page, row and index of the file, and whether the tables and their guards are those that the program makes. *fault: what is wrong, "". */
Err store_check_file(Store *store, Arena *arena, const char **fault, ErrInfo *info);
/* The hash of entry n: what an anchor holds. */
Err store_hash_at(Store *store, Arena *arena, const char *pemda, int64_t id, const char **hash, ErrInfo *info);

/* ---- whole ledgers ---- */
/* A copy of one moment while others work, verified whole (file and chains) before it gets its name; never over an existing file. */
Err store_backup(Store *store, const char *path, StoreKemajuan progress, void *context, ErrInfo *info);

#endif
