/* xlsx_value: how a workbook writes texts, dates and number formats. Pure. */
#ifndef CAPAIAN_XLSX_VALUE_H
#define CAPAIAN_XLSX_VALUE_H
#include "base/str.h"

typedef enum { TAMPIL_ANGKA, TAMPIL_PERSEN, TAMPIL_TANGGAL } Tampil;

/* What a number format code shows: a date when its first section has a year or day, or a month that is not minutes; a percentage
 * when it has a per cent sign. Quoted and escaped characters, fill and pad characters, colours, conditions and locales do not
 * count. A time of day or a duration stays a number. */
Tampil xlsx_format_shows(const char *code);
/* The formats that need no code (ECMA-376 part 1, 18.8.30). */
Tampil xlsx_builtin_shows(unsigned id);

/* Day of a serial number as ISO text in `iso`; false when it is none (a fraction below day 1, 29 February 1900 - which Excel
 * counts, and which never was - or a year beyond 2999): the number then stays a number. */
bool xlsx_serial_date(char iso[11], const char *serial, bool from_1904);

/* Whether the text is a number as XML writes one: digits, a point, an exponent. */
bool xlsx_is_number(const char *text);

/* Appends a text of the workbook: _xHHHH_ escapes (ECMA-376 part 1, 22.9.2.19) become their characters, CRLF and CR a LF, other
 * control characters U+FFFD. */
void xlsx_text_add(StrBuf *out, const char *text, size_t n);
/* Whether xlsx_text_add() would change anything. */
bool xlsx_text_plain(const char *text, size_t n);

/* Column of a cell reference ("AB12" -> 28), *row its row (0 when there are no digits); 0 when it is none. */
uint32_t xlsx_reference(const char *text, const char **end, uint32_t *row);

#endif
