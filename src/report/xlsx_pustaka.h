/* xlsx_pustaka: libxlsxwriter, named in this one place for all files that write workbooks, and loaded when the first one is written (base/pustaka.h). */
#ifndef CAPAIAN_XLSX_PUSTAKA_H
#define CAPAIAN_XLSX_PUSTAKA_H
#include "base/bahasa.h"
#include "base/err.h"
#include "base/pustaka.h"

#include <xlsxwriter.h>

#define XLSX_FUNCTIONS(F) \
	F(format_set_align) F(format_set_bg_color) F(format_set_bold) F(format_set_border) F(format_set_border_color) F(format_set_bottom) \
	F(format_set_bottom_color) F(format_set_font_name) F(format_set_font_size) F(format_set_indent) F(format_set_left) F(format_set_num_format) \
	F(format_set_right) F(format_set_text_wrap) F(format_set_top) F(format_set_top_color) F(format_set_underline) F(format_set_unlocked) \
	F(lxw_strerror) F(workbook_add_format) F(workbook_add_worksheet) F(workbook_close) F(workbook_define_name) F(workbook_new) \
	F(workbook_set_custom_property_string) F(workbook_set_properties) F(worksheet_center_horizontally) F(worksheet_data_validation_cell) \
	F(worksheet_fit_to_pages) F(worksheet_freeze_panes) F(worksheet_gridlines) F(worksheet_hide) F(worksheet_ignore_errors) \
	F(worksheet_merge_range) F(worksheet_print_area) F(worksheet_protect) F(worksheet_repeat_rows) F(worksheet_set_column_opt) \
	F(worksheet_set_column_pixels) F(worksheet_set_footer_opt) F(worksheet_set_h_pagebreaks) F(worksheet_set_landscape) F(worksheet_set_margins) \
	F(worksheet_set_paper) F(worksheet_set_row) F(worksheet_set_zoom) F(worksheet_write_blank) F(worksheet_write_comment) \
	F(worksheet_write_formula_num) F(worksheet_write_formula_str) F(worksheet_write_number) F(worksheet_write_string)
typedef struct { XLSX_FUNCTIONS(PUSTAKA_ANGGOTA) } PustakaXlsx;

/* Its functions; the same for the whole process. Only after xlsx_siap(). */
extern PustakaXlsx xlsx;

/* ERR_OPEN when the library is missing on this machine. Any thread. */
Err xlsx_siap(Arena *arena, Bahasa bahasa, ErrInfo *info);

/* workbook_close, one at a time: the library writes times with gmtime(), whose result all threads share. */
lxw_error xlsx_tutup(lxw_workbook *buku);

#endif
