#include "app/token.h"
#include "web/peladen_inti.h"

static void signed_in(Minta *m, const char *pemda, const char *pengguna, const char *csrf, const char *nomor)
{
	m->sesi = ARENA_NEW(m->arena, MintaSesi);
	*m->sesi = (MintaSesi){pemda, pengguna, csrf, nomor};
}

static Err by_token(Minta *m, ErrInfo *info)
{
	static const char scheme[] = "Bearer ";
	const char *header = m->kepala(m->sambungan, "Authorization");
	TokenSiapa who;
	bool found;
	if (!header || !str_starts_fold(header, scheme))
		return ERR_OK;
	Err err = token_lihat(m->peladen->kolam, m->arena, header + strlen(scheme), waktu_now(), m->bahasa, &who, &found, info);
	if (!err && found) {
		signed_in(m, who.pemda, who.pengguna, "", "");
		m->lingkup = who.lingkup;
	}
	return err;
}

Err layanan_siapa(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)j;
	if (m->rute->sifat & RUTE_API)
		return by_token(m, info);
	const char *token = minta_kuki(m, KUKI_SESI);
	Sesi sesi;
	bool found;
	if (!*token)
		return ERR_OK;
	Err err = sesi_lihat(m->peladen->sesi, m->arena, token, waktu_now(), m->bahasa, &sesi, &found, info);
	if (!err && found)
		signed_in(m, sesi.pemda, sesi.pengguna, sesi.csrf, sesi.nomor);
	return err;
}
