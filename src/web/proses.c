#include "web/proses.h"

#include "base/str.h"
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SAMBUNGAN = 8192 }; /* descriptors: connections, and the ledger's */

static Err become(const struct passwd *account, Arena *arena, Bahasa b, ErrInfo *info)
{
	bool done = initgroups(account->pw_name, account->pw_gid) == 0 && setgid(account->pw_gid) == 0 && setuid(account->pw_uid) == 0;
	if (!done)
		return err_set(info, ERR_OPEN, str_format(arena, teks(b, "cannot become %s: %s"), account->pw_name, strerror(errno)), NULL);
	if (account->pw_uid != 0 && setuid(0) == 0)
		return err_set(info, ERR_OPEN, str_format(arena, teks(b, "became %s, but could be root again"), account->pw_name), NULL);
	return ERR_OK;
}

static Err account_take(const char *nama, Arena *arena, Bahasa b, ErrInfo *info)
{
	errno = 0;
	const struct passwd *account = getpwnam(nama);
	if (!account)
		return err_set(info, ERR_USAGE, str_format(arena, teks(b, "this machine has no account '%s'"), nama), teks(b, "make one: useradd --system --no-create-home capaian"));
	if (geteuid() == account->pw_uid && getuid() == account->pw_uid)
		return ERR_OK;
	if (geteuid() != 0)
		return err_set(info, ERR_USAGE, teks(b, "only root can serve as another account"), teks(b, "start it as root, or as that account without --user"));
	return become(account, arena, b, info);
}

Err proses_batasi(const char *nama, bool *masih_root, Arena *arena, Bahasa b, ErrInfo *info)
{
	struct rlimit limit;
	if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < SAMBUNGAN) {
		limit.rlim_cur = limit.rlim_max < SAMBUNGAN ? limit.rlim_max : SAMBUNGAN;
		setrlimit(RLIMIT_NOFILE, &limit); /* with fewer it serves fewer at once */
	}
	umask(077);
	Err err = nama ? account_take(nama, arena, b, info) : ERR_OK;
	if (!err && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		err = err_set(info, ERR_OPEN, str_format(arena, teks(b, "cannot give up gaining rights: %s"), strerror(errno)), NULL);
	*masih_root = geteuid() == 0;
	return err;
}
