#include "app/bukti.h"

#include "document/input.h"
#include "report/output.h"

Err bukti_add_file(Konteks *k, const char *opd, int tahun, int bulan, const char *kode, const char *path, BarisBukti *out, bool *baru, ErrInfo *info)
{
	unsigned char *bytes;
	size_t n;
	Err err = input_load(&bytes, &n, k->arena, path, BUKTI_MAX, k->bahasa, info);
	return err ? err : bukti_add(k, opd, tahun, bulan, kode, path, bytes, n, out, baru, info);
}

Err bukti_get_file(Konteks *k, const char *opd, int tahun, int bulan, const char *hash, const char *path, BarisBukti *out, ErrInfo *info)
{
	BarisBuktiIsi isi;
	Err err = bukti_get(k, opd, tahun, bulan, hash, out, &isi, info);
	return err ? err : output_write(path, isi.isi, (size_t)isi.n_isi, true, k->bahasa, k->arena, info);
}
