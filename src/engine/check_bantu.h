/* check_bantu: what the families of rules share - naming nodes, listing places, quoting figures. */
#ifndef CAPAIAN_CHECK_BANTU_H
#define CAPAIAN_CHECK_BANTU_H
#include "base/str.h"
#include "engine/check.h"

/* Up to this many like findings are told one by one; more become one finding with a count and the first places. Findings that differ
 * from row to row in what is to be done are told one by one a little longer. */
enum { BANTU_SATU_SATU = 3, BANTU_BERBEDA = 8 };

/* Like findings gathered before they are told. */
typedef struct {
	const char *label;  /* how a list names it */
	Tertulis cell;
	uint32_t simpul;    /* the node it is about; SIMPUL_NONE if none */
} Anggota;

typedef struct {
	Arena *arena;
	Anggota *anggota;
	size_t n, cap;
} Kumpulan;

void kumpulan_add(Kumpulan *k, Tertulis cell, uint32_t simpul, const char *label);
/* "a, b, c", or "a, b, c, d and 5 more" beyond `most`. */
const char *kumpulan_daftar(const Kumpulan *k, size_t most, Bahasa bahasa);
/* The same of any texts. */
const char *bantu_daftar(Arena *arena, const char *const *item, size_t n, size_t most, Bahasa bahasa);

/* Findings of one rule that differ in what they say, gathered before they are told: one by one, or as one when there are too many. */
typedef struct {
	const char *label;       /* how a list names it */
	Tertulis cell;
	uint32_t simpul;
	const char *printed, *computed, *message, *hint;
	int32_t temuan;          /* set by usul_tell() */
} Usul;

typedef struct {
	Arena *arena;
	Usul *usul;
	size_t n, cap;
} DaftarUsul;

void usul_add(DaftarUsul *d, Usul usul);
const char *usul_daftar(const DaftarUsul *d, size_t most, Bahasa bahasa);
/* Reports them; beyond BANTU_BERBEDA one finding at the first place with `summary` and `hint`. */
void usul_tell(Pemeriksaan *p, DaftarUsul *d, const char *rule, const char *summary, const char *hint);

/* The node's number with dots ("1.1" where "1,1" is written), its code where it has none, "?" where neither. */
const char *bantu_nomor(const Pemeriksaan *p, uint32_t simpul);
/* "sub kegiatan 1.6.1": the level (a noun of law, the same in both languages) and bantu_nomor; "total" for SIMPUL_TOTAL. */
const char *bantu_sebutan(const Pemeriksaan *p, uint32_t simpul);
const char *bantu_tingkat(Tingkat tingkat);

bool bantu_ada(Tertulis cell);    /* holds a number */
bool bantu_kosong(Tertulis cell); /* the document has the cell, and it is blank or a dash */
bool bantu_sama(Tertulis cell, IsiDesimal nilai); /* holds a number equal to the value */
/* Holds the node's figure, rounded to the decimals that are printed (a report may print fewer than the policy). */
bool bantu_menyebut(const Pemeriksaan *p, Tertulis cell, uint32_t simpul, JenisAngka jenis);
/* Does the cell print this figure of the node (or SIMPUL_TOTAL), this indicator's capaian? Compared with the decimals the cell has, at most
 * those of the policy: "97" prints 96,83. */
bool bantu_cetak(const Pemeriksaan *p, Tertulis cell, uint32_t simpul, JenisAngka jenis);
bool bantu_cetak_indikator(const Pemeriksaan *p, Tertulis cell, uint32_t indikator);
/* The same of any exact value; NULL is printed by nothing. */
bool bantu_cetak_tepat(const Pemeriksaan *p, Tertulis cell, const Pecahan *tepat);
const char *bantu_mesin(Arena *arena, Tertulis cell); /* machine form of its number, else its text; for `printed` */
const char *bantu_isi_mesin(Arena *arena, IsiDesimal nilai); /* machine form; NULL when it has no value; for `computed` */
const char *bantu_id(Arena *arena, Desimal nilai);    /* id-ID with the decimals it has */
const char *bantu_cell_id(Arena *arena, Tertulis cell); /* its number in id-ID, else its text */

/* The indicator stands on another line than the node's first. */
bool bantu_baris_lain(const Pemeriksaan *p, uint32_t simpul, uint32_t indikator);
/* Has no children: the money facts stand here. */
bool bantu_daun(const Snapshot *s, uint32_t simpul);
/* First child and next sibling of nodes in pre-order; SIMPUL_NONE at the end. */
uint32_t bantu_anak_pertama(const Snapshot *s, uint32_t simpul);
uint32_t bantu_anak_berikut(const Snapshot *s, uint32_t anak);

#endif
