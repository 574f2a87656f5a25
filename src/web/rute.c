#include "web/rute.h"

/* One line a module. */
extern const Rute RUTE_ADMIN[];
extern const Rute RUTE_AKUN[];
extern const Rute RUTE_API_BULAN[];
extern const Rute RUTE_API_SEL[];
extern const Rute RUTE_API_UMUM[];
extern const Rute RUTE_BERANDA[];
extern const Rute RUTE_BUKTI[];
extern const Rute RUTE_DAERAH[];
extern const Rute RUTE_IMPOR[];
extern const Rute RUTE_ISIAN[];
extern const Rute RUTE_JEJAK[];
extern const Rute RUTE_KEBIJAKAN[];
extern const Rute RUTE_LAPORAN[];
extern const Rute RUTE_LAYANAN[];
extern const Rute RUTE_MASUK[];
extern const Rute RUTE_NOMENKLATUR[];
extern const Rute RUTE_PEKERJAAN[];
extern const Rute RUTE_PENGESAHAN[];
extern const Rute RUTE_PENJELASAN[];
extern const Rute RUTE_PERIKSA[];
extern const Rute RUTE_RENCANA[];
extern const Rute RUTE_RENCANA_BANDING[];
extern const Rute RUTE_RENCANA_TAMBAH[];
extern const Rute RUTE_SISTEM[];
extern const Rute RUTE_TERBIT[];
extern const Rute RUTE_VERIFIKASI[];
extern const Rute RUTE_VERIFIKASI_ANTREAN[];

const Rute *const RUTE_SEMUA[] = {
	RUTE_ADMIN,
	RUTE_AKUN,
	RUTE_API_BULAN,
	RUTE_API_SEL,
	RUTE_API_UMUM,
	RUTE_BERANDA,
	RUTE_BUKTI,
	RUTE_DAERAH,
	RUTE_IMPOR,
	RUTE_ISIAN,
	RUTE_JEJAK,
	RUTE_KEBIJAKAN,
	RUTE_LAPORAN,
	RUTE_LAYANAN,
	RUTE_MASUK,
	RUTE_NOMENKLATUR,
	RUTE_PEKERJAAN,
	RUTE_PENGESAHAN,
	RUTE_PENJELASAN,
	RUTE_PERIKSA,
	RUTE_RENCANA,
	RUTE_RENCANA_BANDING,
	RUTE_RENCANA_TAMBAH,
	RUTE_SISTEM,
	RUTE_TERBIT,
	RUTE_VERIFIKASI,
	RUTE_VERIFIKASI_ANTREAN,
	NULL,
};
