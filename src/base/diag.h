/* diag: findings - the first kind of wrong, the user's data. Collected, never aborting. */
#ifndef CAPAIAN_DIAG_H
#define CAPAIAN_DIAG_H
#include "base/arena.h"
#include <stdint.h>

typedef enum { LEVEL_ERROR, LEVEL_WARNING, LEVEL_NOTE } LevelTemuan;

typedef struct {
	const char *berkas;     /* path as given */
	const char *lembar;     /* sheet name; NULL for text files */
	uint32_t baris, kolom;  /* 1-based line (row of a sheet) and column; 0: the whole file / the whole line */
} Posisi;

typedef struct {
	const char *rule;       /* stable name: "mean-kegiatan" */
	LevelTemuan level;
	Posisi posisi;
	const char *kode;       /* normalised code of the node it is about; NULL for the head and foot */
	const char *printed;    /* as printed, machine form ("99.92") when a number, else the text; NULL if absent */
	const char *computed;   /* machine form; NULL if there is none */
	const char *message;    /* one sentence, fact first */
	const char *hint;       /* one sentence, what to do; NULL if none */
	int32_t cause;          /* index in the same list of the finding it follows from; -1 if none */
} Temuan;

typedef struct {
	Arena *arena;
	Temuan *temuan;
	size_t n, cap;
} DaftarTemuan;

/* Appends a copy and gives its index. */
int32_t temuan_add(DaftarTemuan *list, Temuan temuan);
/* Stable order of reading (line, column, then as added); `cause` indices are renumbered. */
void temuan_sort(DaftarTemuan *list);
size_t temuan_count(const DaftarTemuan *list, LevelTemuan level);

#endif
