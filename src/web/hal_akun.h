/* hal_akun: what the pages about accounts share. */
#ifndef CAPAIAN_WEB_HAL_AKUN_H
#define CAPAIAN_WEB_HAL_AKUN_H
#include "app/masuk.h"
#include "base/html.h"
#include "web/peladen_inti.h"

/* One field of a form with its label; the id is the name. */
typedef struct {
	const char *nama, *label;
	const char *jenis;           /* text | password */
	const char *lengkap;         /* autocomplete */
	const char *nilai;
	const char *petunjuk;        /* a line below; NULL */
	const char *kelas;           /* further class; NULL */
	bool wajib;
	const char *lihat;           /* of a password: label of the button that shows it; NULL: none */
} MedanIsian;
void medan(Html *h, const MedanIsian *medan_isian);

/* The new password, twice ("baru", "ulang"), with what it must be like. */
void sandi_baru_medan(Html *h, const Minta *m);
/* ERR_USAGE: the two are not the same. */
Err sandi_baru_sama(const Minta *m, ErrInfo *info);

#endif
