/* beranda: the start pages, one a role (hal_beranda.c chooses). */
#ifndef CAPAIAN_WEB_BERANDA_H
#define CAPAIAN_WEB_BERANDA_H
#include "web/daerah.h"

Err beranda_operator(Minta *m, Jawab *j, ErrInfo *info);
Err beranda_kepala(Minta *m, Jawab *j, ErrInfo *info);
Err beranda_verifikator(Minta *m, Jawab *j, ErrInfo *info);
Err beranda_auditor(Minta *m, Jawab *j, ErrInfo *info);
Err beranda_admin(Minta *m, Jawab *j, ErrInfo *info);

#endif
