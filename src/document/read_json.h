/* read_json: the program's own report JSON (docs/contract.md) -> Draf. The only file that includes <jansson.h>.
 *
 * The snapshot equals the one that was written: read(report(x)) = x. Printed figures stand in the Tertulis fields, exact and with their
 * scale. A blank is null and stays a blank; "0.00" is zero. Unknown keys are passed over, so that a later version may say more.
 *
 * Positions. Draf.grid holds the document itself: a row for each line that holds something, with the line as its one cell. Every
 * Tertulis points at the line its value starts on, column 1; an absent value at the line of the object that lacks it.
 * KOLOM_* are all 1: no column can be missing. simpul.keluaran is the node's own figure, never that of its first indicator. */
#ifndef CAPAIAN_READ_JSON_H
#define CAPAIAN_READ_JSON_H
#include "base/err.h"
#include "domain/draf.h"

/* ERR_FORMAT: not JSON (with line and column), or of another shape (with the path: `$.rows[3].pagu`, and what was expected).
 * ERR_LIMIT: more lines than BACA_BATAS_BARIS. */
Err read_json(Draf **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info);

#endif
