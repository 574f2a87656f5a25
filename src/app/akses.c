#include "app/akses.h"

#include "base/str.h"

static const char *const NAMA_PERAN[PERAN_JUMLAH] = {"operator", "kepala", "verifikator", "pimpinan", "auditor", "admin", "publik"};

static const char *const NAMA_AKSI[AKSI_JUMLAH] = {
	[AKSI_BACA] = "baca", [AKSI_BACA_TERBIT] = "baca-terbit", [AKSI_REKAP] = "rekap", [AKSI_ISI] = "isi", [AKSI_JELASKAN] = "jelaskan",
	[AKSI_BUKTI] = "bukti", [AKSI_RENCANA] = "rencana", [AKSI_IMPOR] = "impor", [AKSI_AJUKAN] = "ajukan", [AKSI_VERIFIKASI] = "verifikasi",
	[AKSI_KEMBALIKAN] = "kembalikan", [AKSI_SAHKAN] = "sahkan", [AKSI_BUKA] = "buka", [AKSI_KELOLA_OPD] = "kelola-opd",
	[AKSI_KELOLA_PENGGUNA] = "kelola-pengguna", [AKSI_KELOLA_KALENDER] = "kelola-kalender", [AKSI_KELOLA_KEBIJAKAN] = "kelola-kebijakan",
	[AKSI_NOMENKLATUR] = "nomenklatur", [AKSI_JEJAK] = "jejak", [AKSI_CADANGAN] = "cadangan",
	[AKSI_CATATAN] = "catatan", [AKSI_JAWABAN] = "jawaban", [AKSI_PENGATURAN] = "pengaturan",
};

#define O LINGKUP_OPD
#define P LINGKUP_PEMDA
/* Rows: actions; columns: operator, kepala, verifikator, pimpinan, auditor, admin, publik. What is not named is refused. */
static const Lingkup TABEL[AKSI_JUMLAH][PERAN_JUMLAH] = {
	[AKSI_BACA] = {O, O, P, P, P, P, 0},
	[AKSI_BACA_TERBIT] = {P, P, P, P, P, P, P},
	[AKSI_REKAP] = {P, P, P, P, P, P, 0},
	[AKSI_ISI] = {O, 0, 0, 0, 0, 0, 0},
	[AKSI_JELASKAN] = {O, 0, 0, 0, 0, 0, 0},
	[AKSI_BUKTI] = {O, 0, 0, 0, 0, 0, 0},
	[AKSI_RENCANA] = {O, 0, P, 0, 0, P, 0},
	[AKSI_IMPOR] = {O, 0, P, 0, 0, P, 0},
	[AKSI_AJUKAN] = {O, 0, 0, 0, 0, 0, 0},
	[AKSI_VERIFIKASI] = {0, 0, P, 0, 0, 0, 0},
	[AKSI_KEMBALIKAN] = {0, O, P, 0, 0, 0, 0},
	[AKSI_SAHKAN] = {0, O, 0, 0, 0, 0, 0},
	[AKSI_BUKA] = {0, 0, P, 0, 0, 0, 0},
	[AKSI_KELOLA_OPD] = {0, 0, 0, 0, 0, P, 0},
	[AKSI_KELOLA_PENGGUNA] = {0, 0, 0, 0, 0, P, 0},
	[AKSI_KELOLA_KALENDER] = {0, 0, P, 0, 0, P, 0},
	[AKSI_KELOLA_KEBIJAKAN] = {0, 0, 0, 0, 0, P, 0},
	[AKSI_NOMENKLATUR] = {0, 0, P, 0, 0, P, 0},
	[AKSI_JEJAK] = {0, 0, P, 0, P, P, 0},
	[AKSI_CADANGAN] = {0, 0, 0, 0, 0, P, 0},
	[AKSI_CATATAN] = {0, O, P, 0, 0, 0, 0},
	[AKSI_JAWABAN] = {O, O, P, 0, 0, 0, 0},
	[AKSI_PENGATURAN] = {0, 0, 0, 0, 0, P, 0},
};
#undef O
#undef P

int peran_from_name(const char *nama)
{
	for (int i = 0; i < PERAN_JUMLAH; i++)
		if (str_equal(NAMA_PERAN[i], nama))
			return i;
	return -1;
}

const char *peran_name(Peran peran)
{
	return NAMA_PERAN[peran];
}

const char *aksi_name(Aksi aksi)
{
	return NAMA_AKSI[aksi];
}

Lingkup akses_scope(Peran peran, Aksi aksi)
{
	return TABEL[aksi][peran];
}

bool akses_allows(Peran peran, const char *opd_pengguna, Aksi aksi, const char *opd)
{
	Lingkup lingkup = akses_scope(peran, aksi);
	return lingkup == LINGKUP_PEMDA || (lingkup == LINGKUP_OPD && *opd && str_equal(opd_pengguna, opd));
}

static const char *const NAMA_TOKEN[TOKEN_JUMLAH] = {[TOKEN_SEMUA] = "semua", [TOKEN_ISI] = "isi", [TOKEN_BACA] = "baca"};

int akses_token_from_name(const char *nama)
{
	for (int i = 0; i < TOKEN_JUMLAH; i++)
		if (str_equal(NAMA_TOKEN[i], nama))
			return i;
	return -1;
}

const char *akses_token_name(LingkupToken lingkup)
{
	return NAMA_TOKEN[lingkup];
}

bool akses_token_allows(LingkupToken lingkup, Aksi aksi)
{
	bool reads = aksi == AKSI_BACA || aksi == AKSI_BACA_TERBIT || aksi == AKSI_REKAP || aksi == AKSI_JEJAK;
	bool enters = aksi == AKSI_ISI || aksi == AKSI_JELASKAN || aksi == AKSI_BUKTI || aksi == AKSI_IMPOR || aksi == AKSI_JAWABAN;
	return lingkup == TOKEN_SEMUA || reads || (lingkup == TOKEN_ISI && enters);
}
