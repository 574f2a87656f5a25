/* xlsx_pustaka: libxlsxwriter, named in this one place for all files that write workbooks. */
#ifndef CAPAIAN_XLSX_PUSTAKA_H
#define CAPAIAN_XLSX_PUSTAKA_H
#include <xlsxwriter.h>
#endif
