/* jurnal: the access log - one line of JSON a request on standard error, for journald and its like. No names, addresses, queries or contents: the route's pattern
 * stands in place of the path. */
#ifndef CAPAIAN_WEB_JURNAL_H
#define CAPAIAN_WEB_JURNAL_H
#include "web/peladen_inti.h"

void jurnal_mulai(const Peladen *p);
/* It serves with all rights of the machine. */
void jurnal_sebagai_root(const PeladenOptions *options);
void jurnal_berhenti(const Peladen *p);
/* utuh: the whole answer reached the caller. */
void jurnal_permintaan(const Minta *m, const Jawab *j, int64_t mikrodetik, bool utuh);

#endif
