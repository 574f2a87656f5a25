#include "web/peladen_inti.h"

Err layanan_siapa(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)j;
	(void)info;
	const char *uji = minta_kuki(m, "uji");
	if (!*uji)
		return ERR_OK;
	BarisPemda *rows;
	size_t n;
	Err err = kolam_list_pemda(m->peladen->kolam, m->arena, m->bahasa, &rows, &n, info);
	if (err || !n)
		return err;
	m->sesi = ARENA_NEW(m->arena, MintaSesi);
	*m->sesi = (MintaSesi){rows[0].pemda, uji, "uji", "1"};
	return ERR_OK;
}
