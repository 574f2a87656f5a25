#include "base/err.h"

Err err_set(ErrInfo *info, Err err, const char *message, const char *hint)
{
	if (info)
		*info = (ErrInfo){message, hint};
	return err;
}
