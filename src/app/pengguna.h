/* pengguna: who works with the ledger. */
#ifndef CAPAIAN_PENGGUNA_H
#define CAPAIAN_PENGGUNA_H
#include "app/konteks.h"

/* Users by name, as of the request, for those who may see who did what; the kept password strings are left out ("" or "ada"). */
Err pengguna_list(Konteks *k, BarisPengguna **out, size_t *n, ErrInfo *info);

/* A new user. row.pengguna: 2 to 32 of a-z 0-9 . _ - beginning with a letter; row.nama: full name; row.peran; row.opd: code of the agency (or its
 * beginning), required for operator and kepala and refused for the others. sandi NULL: one is made and given in *sandi_baru, else *sandi_baru is NULL. */
Err pengguna_add(Konteks *k, BarisPengguna row, const char *sandi, const char **sandi_baru, ErrInfo *info);
/* Another role and scope. Refused when no active admin would be left. */
Err pengguna_role(Konteks *k, const char *pengguna, const char *peran, const char *opd, ErrInfo *info);
/* Lets a user in no more, or again. The last active admin cannot be disabled. */
Err pengguna_enable(Konteks *k, const char *pengguna, bool aktif, ErrInfo *info);
/* A new password; as in pengguna_add. */
Err pengguna_reset(Konteks *k, const char *pengguna, const char *sandi, const char **sandi_baru, ErrInfo *info);

#endif
