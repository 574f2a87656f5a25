/* json: a streaming JSON writer over a StrBuf, shared by every JSON output.
 *
 * An element stack places commas, line breaks and closing brackets; misuse (a value without its key in an object, an end too many,
 * a key in an array) is our own bug and ends the process. Output is UTF-8 with only the escapes JSON demands: the quotation
 * mark, the backslash and control characters; a byte sequence that is not UTF-8 becomes U+FFFD. Money and percentages are decimal
 * strings with a point ("14052383491.00"), so that no reader turns them into binary fractions; what is absent is null.
 *
 *     Json j = json_begin(&buf, 2);
 *     json_object(&j);
 *       json_key(&j, "file"); json_text(&j, "laporan.tsv");
 *       json_key(&j, "rows"); json_array(&j);
 *       json_end(&j);
 *     json_end(&j);
 *     json_finish(&j);                                             -> closing line break
 */
#ifndef CAPAIAN_JSON_H
#define CAPAIAN_JSON_H
#include "base/decimal.h"
#include "base/str.h"

enum { JSON_DEPTH_MAX = 32 };

typedef struct {
	StrBuf *out;
	unsigned indent;              /* blanks a level; 0: everything on one line */
	unsigned depth;
	bool expects_value;           /* a key was written */
	struct { char close; bool empty; } stack[JSON_DEPTH_MAX];
} Json;

Json json_begin(StrBuf *out, unsigned indent);
void json_finish(Json *j);        /* asserts that everything is closed, ends the line */

void json_object(Json *j);        /* opens { */
void json_array(Json *j);         /* opens [ */
void json_end(Json *j);           /* closes the innermost of the two */
void json_key(Json *j, const char *key);

void json_text(Json *j, const char *text); /* NULL is null */
void json_int(Json *j, int64_t value);
void json_bool(Json *j, bool value);
void json_null(Json *j);
void json_rupiah(Json *j, IsiRupiah value);                     /* "14052383491.00"; KOSONG is null */
void json_desimal(Json *j, IsiDesimal value, uint8_t decimals); /* "96.79"; KOSONG is null; rounds nothing: see desimal_print_plain */

/* A key and its text. */
void json_field(Json *j, const char *key, const char *text);

#endif
