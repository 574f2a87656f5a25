#include "web/tinjau_web.h"

enum { TEKS_TEMUAN = 52 };

const char *tinjau_sebab(const Minta *m, const BarisTinjau *row, uint8_t desimal)
{
	if (row->n_temuan)
		return teks_pendek(m->arena, row->temuan[0]->temuan->message, TEKS_TEMUAN);
	if (row->sebab & SEBAB_TURUN)
		return teks(m->bahasa, "Falls below the month before");
	if (row->sebab & SEBAB_LONJAK)
		return str_format(m->arena, teks(m->bahasa, "Output rises by %s in a month"), teks_persen(m->arena, row->ubah_keluaran, desimal));
	if (row->sebab & SEBAB_KONFLIK)
		return teks(m->bahasa, "Two people filled it; the agency chose");
	if (row->sebab & SEBAB_DIAM)
		return teks(m->bahasa, "Nothing moved, and it is not finished");
	return "";
}
