/* xlsx_pustaka: libxlsxwriter, named in this one place for all files that write workbooks. */
#ifndef CAPAIAN_XLSX_PUSTAKA_H
#define CAPAIAN_XLSX_PUSTAKA_H
#include <xlsxwriter.h>

/* workbook_close, one at a time: the library writes times with gmtime(), whose result all threads share. */
lxw_error xlsx_tutup(lxw_workbook *buku);

#endif
