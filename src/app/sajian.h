/* sajian: what the ledger holds, as the JSON of docs/contract.md - the same for the command line and for the API. Each function writes one object, or, where it
 * says so, the members within one. */
#ifndef CAPAIAN_SAJIAN_H
#define CAPAIAN_SAJIAN_H
#include "app/jejak_app.h"
#include "app/rencana_baca.h"
#include "app/riwayat.h"
#include "app/status.h"
#include "base/json.h"

void sajian_opd(Json *j, const BarisOpd *opd);
void sajian_status(Json *j, const StatusOpd *row);
void sajian_langkah(Json *j, const Konteks *k, const StatusRinci *rinci, int tahun, int bulan);
void sajian_entri(Json *j, const Konteks *k, const EntriJejak *entri);
/* Members "isi" (kosong | nihil | ada | teks) and "nilai". */
void sajian_nilai(Json *j, NilaiIsian nilai);
void sajian_riwayat(Json *j, const Konteks *k, const Riwayat *riwayat, JenisIsian jenis, int tahun, int bulan, int64_t indikator);
/* Members of a plan version; members "pagu" and "simpul" of its content. */
void sajian_versi(Json *j, const BarisRencana *versi);
void sajian_rencana(Json *j, const Rencana *rencana);

#endif
