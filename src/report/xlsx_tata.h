/* xlsx_tata: the form laid out on one worksheet - which row each part stands on, column widths, row heights, page breaks. Pure: no spreadsheet
 * library; texts are measured with the widths of Arial, which Excel has and LibreOffice replaces by the metrically equal Liberation Sans.
 *
 * Heights are set, not left to the program that opens the file: no spreadsheet grows a row for a text in merged cells, and names stand in merged cells where a node
 * has several indicators. Breaks are set so that the lines of one node stay on one page, no program or kegiatan is the last row of a page, and
 * the signature is never alone. Lengths are in points; rows and columns count from 0. */
#ifndef CAPAIAN_XLSX_TATA_H
#define CAPAIAN_XLSX_TATA_H
#include "report/render.h"

enum { XLSX_HURUF = 9, XLSX_HURUF_JUDUL = 12, XLSX_HURUF_KETERANGAN = 8 }; /* type sizes */
enum { XLSX_TEPI_MM = 12 };                                               /* margin of the page */

typedef struct {
	double lebar[FORM_N_KOLOM];
	uint32_t n_baris; double *tinggi;   /* of each row */
	uint32_t kepala;                    /* first of the five rows of head pairs; the title stands above */
	uint32_t judul;                     /* first of the three rows of the table's head */
	uint32_t isi;                       /* first row of the table's body */
	uint32_t *blok;                     /* [form->n_blok] first row of each node */
	uint32_t total, permasalahan, tindak_lanjut, keterangan; /* keterangan: its heading; nine rows follow */
	uint32_t tanda;                     /* place and date; jabatan; room to sign; name; pangkat; NIP */
	uint32_t akhir;                     /* the last row of the signature */
	size_t n_putus; uint32_t *putus;    /* a page starts with this row */
} TataXlsx;

/* Rows of the signature, from tata->tanda. */
enum { TANDA_TEMPAT, TANDA_JABATAN, TANDA_RUANG, TANDA_NAMA, TANDA_PANGKAT, TANDA_NIP, TANDA_BARIS };

const TataXlsx *xlsx_layout(Arena *arena, const TabelForm *form, Kertas kertas);

/* A heading of the table with the line breaks it needs: "OUTCOME/\nOUTPUT". */
const char *xlsx_heading(Arena *arena, const char *text);

/* Columns that one cell spans over all lines of a node. */
bool xlsx_spans(uint32_t kolom);
/* The cell of a node's line in a column. */
const SelForm *xlsx_cell(const BlokForm *blok, uint32_t baris, uint32_t kolom);

/* Indent of a node's name, by its level. */
uint8_t xlsx_lekuk(const BlokForm *blok);

#endif
