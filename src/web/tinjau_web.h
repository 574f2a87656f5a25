/* tinjau_web: what the pages of those who check and sign say about rows and queues. */
#ifndef CAPAIAN_WEB_TINJAU_WEB_H
#define CAPAIAN_WEB_TINJAU_WEB_H
#include "app/tinjau.h"
#include "web/langkah.h"

/* Why a row is looked at, in a few words; "" for no cause. */
const char *tinjau_sebab(const Minta *m, const BarisTinjau *row, uint8_t desimal);
#endif
