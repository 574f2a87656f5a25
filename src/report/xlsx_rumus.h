/* xlsx_rumus: the live formulas of the worksheet - the same rules as the engine's, in the spreadsheet's language, so that a changed figure
 * carries through to the total. Pure: texts only.
 *
 * What the form does not show but other formulas need stands in hidden columns right of it:
 *   L  keluaran of the node, unrounded (of a sub kegiatan with several indicators it is shown nowhere else)
 *   M  depth of the node in the tree, N weight of the node, O weight of the indicator: only where a policy or a very wide tree needs them
 *   P  capaian of the line, Q keuangan, R rata-rata, unrounded: only under a policy that does not round half away from zero, since then what is
 *      shown cannot be left to the number format
 * A mean lists the cells of its operands, so that people can follow it; with more than RUMUS_DAFTAR_MAX children, or with weights, it asks for the rows of
 * the right depth inside the node's own rows. */
#ifndef CAPAIAN_XLSX_RUMUS_H
#define CAPAIAN_XLSX_RUMUS_H
#include "report/xlsx_tata.h"

enum {
	XLSX_KOLOM_KODE, XLSX_KOLOM_NAMA, XLSX_KOLOM_INDIKATOR, XLSX_KOLOM_PAGU, XLSX_KOLOM_TARGET, XLSX_KOLOM_REALISASI, XLSX_KOLOM_VOLUME,
	XLSX_KOLOM_SATUAN, XLSX_KOLOM_KEUANGAN, XLSX_KOLOM_KELUARAN, XLSX_KOLOM_RATA_RATA,
	XLSX_BANTU_KELUARAN, XLSX_BANTU_DALAM, XLSX_BANTU_BOBOT, XLSX_BANTU_BOBOT_INDIKATOR, XLSX_BANTU_CAPAIAN, XLSX_BANTU_KEUANGAN, XLSX_BANTU_RATA_RATA,
	XLSX_KOLOM_JUMLAH
};

enum { RUMUS_DAFTAR_MAX = 60, RUMUS_DESIMAL = 10 /* decimals kept in a figure that is shown */ };

typedef struct {
	Arena *arena;
	const TabelForm *form;
	const TataXlsx *tata;
	bool bantu[XLSX_KOLOM_JUMLAH]; /* helper columns in use */
	uint8_t *dalam;                /* [n_simpul] depth, 0 at the top */
} RumusLembar;

RumusLembar rumus_begin(Arena *arena, const TabelForm *form, const TataXlsx *tata);

/* "K17" */
const char *rumus_ref(const RumusLembar *r, uint32_t kolom, uint32_t baris);
/* Sum of a money column over the children of a node (SIMPUL_TOTAL: the programs); NULL when it has none. */
const char *rumus_jumlah(const RumusLembar *r, uint32_t simpul, uint32_t kolom);
/* realisasi / pagu x 100 of a row. */
const char *rumus_keuangan(const RumusLembar *r, uint32_t baris);
/* Capaian of an indicator from its target and volume on its row; NULL when it can have none (gema). */
const char *rumus_capaian(const RumusLembar *r, const Indikator *indikator, uint32_t baris);
/* Mean of a block's lines. */
const char *rumus_rata_baris(const RumusLembar *r, const BlokForm *blok);
/* Mean of the children's keluaran. */
const char *rumus_rata_anak(const RumusLembar *r, uint32_t simpul);
/* The node's keluaran, from its helper column. */
const char *rumus_keluaran(const RumusLembar *r, uint32_t baris);
/* (keuangan + keluaran) / 2 of a row. */
const char *rumus_rata_rata(const RumusLembar *r, uint32_t baris);
/* What a cell shows of the unrounded figure in another cell, where rounding is the formula's part. */
const char *rumus_bulat(const RumusLembar *r, uint32_t kolom, uint32_t baris);
/* The column that holds the unrounded figure: the visible one, or its helper. */
uint32_t rumus_kolom_tepat(const RumusLembar *r, uint32_t kolom);

#endif
