/* check_keluarga: the rule functions of the families BENTUK (form) and ISI (content); each file holds those of one subject.
 * What each rule demands and why stands beside its name in the tables of check_bentuk.c and check_isi.c. */
#ifndef CAPAIAN_CHECK_KELUARGA_H
#define CAPAIAN_CHECK_KELUARGA_H
#include "engine/check.h"

/* check_kode.c */
void periksa_kode_bentuk(Pemeriksaan *p);
void periksa_kode_induk(Pemeriksaan *p);
void periksa_kode_ganda(Pemeriksaan *p);
/* check_nomor.c */
void periksa_nomor_gaya(Pemeriksaan *p);
void periksa_nomor_urut(Pemeriksaan *p);
/* check_kolom.c: figures in the wrong cell */
void periksa_galat_lembar(Pemeriksaan *p);
void periksa_nilai_tertukar(Pemeriksaan *p);
void periksa_kolom_keliru(Pemeriksaan *p);
/* check_fakta.c: facts without which a figure has no value */
void periksa_pagu_nol(Pemeriksaan *p);
void periksa_target_nol(Pemeriksaan *p);
/* check_sel.c: cells that are empty, shared, or of the wrong kind */
void periksa_kosong_wajib(Pemeriksaan *p);
void periksa_beberapa_nilai(Pemeriksaan *p);
void periksa_angka_teks(Pemeriksaan *p);
/* check_kepala.c: head and foot */
void periksa_judul_terpotong(Pemeriksaan *p);
void periksa_tanggal_bulan(Pemeriksaan *p);
void periksa_nip_bentuk(Pemeriksaan *p);
/* check_satuan.c: indicator texts and units */
void periksa_teks_bergeser(Pemeriksaan *p);
void periksa_satuan_indikator(Pemeriksaan *p);
void periksa_satuan_ejaan(Pemeriksaan *p);
/* check_wajar.c: is it plausible */
void periksa_realisasi_lebih(Pemeriksaan *p);
void periksa_keluaran_penuh(Pemeriksaan *p);
void periksa_persen_di_volume(Pemeriksaan *p);
void periksa_persen_berulang(Pemeriksaan *p);
void periksa_narasi_kosong(Pemeriksaan *p);

/* check_ikutan.c: after all rules, hangs arithmetic findings on a missing fact from which they follow */
void check_link_facts(Pemeriksaan *p);

#endif
