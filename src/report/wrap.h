/* wrap: running text broken into lines for a terminal. */
#ifndef CAPAIAN_REPORT_WRAP_H
#define CAPAIAN_REPORT_WRAP_H
#include "base/str.h"

/* Adds `text`, broken at blanks so that no line is wider than `width` code points (a longer word stands alone on its line). The
 * first line already stands at `column`; every further one starts with `indent` blanks. A line break in the text stays one, two
 * make an empty line. Ends with a line break. Control characters become U+FFFD. */
void wrap_add(StrBuf *out, const char *text, unsigned width, unsigned column, unsigned indent);

/* Adds `text` on one line as it is, control characters (which could steer a terminal) as U+FFFD, line breaks as blanks. */
void wrap_add_clean(StrBuf *out, const char *text);

/* Adds n blanks. */
void wrap_add_blanks(StrBuf *out, size_t n);

#endif
