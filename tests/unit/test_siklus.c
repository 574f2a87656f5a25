#include "app/siklus.h"
#include "app/bukti.h"
#include "app/isian.h"
#include "app/riwayat.h"
#include "app/salin.h"
#include "app/status.h"
#include "base/hash.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static Isian cell(const char *kode, int indikator, const char *nilai)
{
	return (Isian){.opd = OPD_A, .tahun = 2023, .bulan = 12, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai,
	               .alasan = "", .asal = ""};
}

static void enter(BukuUji *b, const char *kode, int indikator, const char *nilai, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", pada, NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = cell(kode, indikator, nilai);
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static void complete(BukuUji *b, const char *pada)
{
	static const struct {
		const char *kode;
		int indikator;
		const char *nilai;
	} cells[] = {{SUB_A, 0, "900.000"}, {SUB_B, 0, "2.700.000"}, {SUB_C, 0, "2.000.000"}, {SUB_A, 1, "10"}, {SUB_A, 2, "200"}, {SUB_B, 1, "80"}, {SUB_C, 1, "4"}};
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		enter(b, cells[i].kode, cells[i].indikator, cells[i].nilai, pada);
}

static Err take(BukuUji *b, const char *user, Langkah langkah, const char *alasan, const char *pada, ErrInfo *info)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, pada, NULL);
	*info = (ErrInfo){0};
	Err err = siklus_step(k, OPD_A, 2023, 12, &(PermintaanLangkah){langkah, alasan, "", ""}, NULL, info);
	konteks_close(k);
	return err;
}

static void step(BukuUji *b, const char *user, Langkah langkah, const char *alasan, const char *pada)
{
	ErrInfo info;
	if (take(b, user, langkah, alasan, pada, &info))
		fail_msg("%s: %s", langkah_name(langkah), info.message);
}

static void refused(BukuUji *b, const char *user, Langkah langkah, const char *alasan, const char *pada, const char *part)
{
	ErrInfo info;
	assert_true(err_refused(take(b, user, langkah, alasan, pada, &info)));
	if (!strstr(info.message, part))
		fail_msg("'%s' is not in: %s", part, info.message);
}

static Bulan *load(BukuUji *b)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	Bulan *out;
	assert_int_equal(bulan_load(&out, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	konteks_close(k);
	return out;
}

/* Every step from every state of the usual order; who may, is the right one for the step. */
static void steps_follow_the_order(void **state)
{
	BukuUji *b = *state;
	static const char *const who[LANGKAH_JUMLAH] = {"sri", "made", "made", "kadis", "made"};
	static const struct {
		Langkah langkah;
		Keadaan keadaan;
		bool terkunci;
		int revisi;
	} way[] = {
		{LANGKAH_AJUKAN, KEADAAN_DIAJUKAN, false, 1},         {LANGKAH_KEMBALIKAN, KEADAAN_DIKEMBALIKAN, false, 1}, {LANGKAH_AJUKAN, KEADAAN_DIAJUKAN, false, 1},
		{LANGKAH_VERIFIKASI, KEADAAN_DIVERIFIKASI, false, 1}, {LANGKAH_KEMBALIKAN, KEADAAN_DIKEMBALIKAN, false, 1}, {LANGKAH_AJUKAN, KEADAAN_DIAJUKAN, false, 1},
		{LANGKAH_VERIFIKASI, KEADAAN_DIVERIFIKASI, false, 1}, {LANGKAH_SAHKAN, KEADAAN_DISAHKAN, true, 1},          {LANGKAH_BUKA, KEADAAN_DRAF, false, 2},
		{LANGKAH_AJUKAN, KEADAAN_DIAJUKAN, false, 2},
	};
	/* From: kosong and draf, diajukan, diverifikasi, disahkan (locked), dikembalikan. */
	static const bool fits[6][LANGKAH_JUMLAH] = {
		[KEADAAN_KOSONG] = {false, false, false, false, false}, [KEADAAN_DRAF] = {true, false, false, false, false},
		[KEADAAN_DIAJUKAN] = {false, true, true, false, false}, [KEADAAN_DIVERIFIKASI] = {false, true, false, true, false},
		[KEADAAN_DISAHKAN] = {false, false, false, false, true}, [KEADAAN_DIKEMBALIKAN] = {true, false, false, false, false},
	};
	refused(b, "sri", LANGKAH_AJUKAN, "", "2024-01-01T08:00", "has no entries yet");
	complete(b, "2024-01-02T08:00");
	for (size_t i = 0; i < sizeof way / sizeof *way; i++) {
		const char *pada = str_format(b->arena, "2024-01-%02zuT08:00", i + 3);
		Keadaan now = load(b)->keadaan;
		for (Langkah l = 0; l < LANGKAH_JUMLAH; l++)
			if (!fits[now][l])
				refused(b, who[l], l, "sebab", pada, "is not its next step");
		assert_true(fits[now][way[i].langkah]);
		step(b, who[way[i].langkah], way[i].langkah, "sebab", pada);
		Bulan *m = load(b);
		assert_int_equal(m->keadaan, way[i].keadaan);
		assert_int_equal(m->terkunci, way[i].terkunci);
		assert_int_equal(m->revisi, way[i].revisi);
	}
}

static void the_policy_may_name_another_order(void **state)
{
	BukuUji *b = *state;
	rencana_uji_policy(b, "[siklus]\nurutan = sahkan-dulu\n", "2023-01-04T08:00");
	complete(b, "2024-01-02T08:00");
	step(b, "sri", LANGKAH_AJUKAN, "", "2024-01-03T08:00");
	refused(b, "made", LANGKAH_VERIFIKASI, "", "2024-01-04T08:00", "not its next step");
	step(b, "kadis", LANGKAH_SAHKAN, "", "2024-01-04T08:00");
	assert_false(load(b)->terkunci);
	refused(b, "made", LANGKAH_BUKA, "sebab", "2024-01-05T08:00", "not its next step");
	step(b, "made", LANGKAH_VERIFIKASI, "", "2024-01-05T08:00");
	Bulan *m = load(b);
	assert_true(m->terkunci);
	assert_int_equal(m->keadaan, KEADAAN_DIVERIFIKASI);
	assert_string_equal(tanggal_print_iso(b->arena, m->snapshot.tanda_tangan.tanggal), "2024-01-04");
	step(b, "made", LANGKAH_BUKA, "sebab", "2024-01-06T08:00");
	assert_int_equal(load(b)->revisi, 2);
}

static void return_and_reopen_need_a_reason(void **state)
{
	BukuUji *b = *state;
	complete(b, "2024-01-02T08:00");
	step(b, "sri", LANGKAH_AJUKAN, "", "2024-01-03T08:00");
	refused(b, "made", LANGKAH_KEMBALIKAN, " ", "2024-01-04T08:00", "needs a reason");
	step(b, "kadis", LANGKAH_KEMBALIKAN, "Lampirkan bukti", "2024-01-04T08:00");
	step(b, "sri", LANGKAH_AJUKAN, "", "2024-01-05T08:00");
	step(b, "made", LANGKAH_VERIFIKASI, "", "2024-01-06T08:00");
	step(b, "kadis", LANGKAH_SAHKAN, "", "2024-01-07T08:00");
	refused(b, "made", LANGKAH_BUKA, "", "2024-01-08T08:00", "needs a reason");
	refused(b, "kadis", LANGKAH_BUKA, "sebab", "2024-01-08T08:00", "may not do 'buka'");
	StatusRinci r;
	Konteks *k = buku_uji_open(b, STORE_BACA, "audi", NULL, NULL);
	assert_int_equal(status_bulan(k, "2.17", 2023, 12, &r, NULL), ERR_OK);
	assert_int_equal(r.n, 5);
	assert_string_equal(r.langkah[1].baris.alasan, "Lampirkan bukti");
	assert_string_equal(r.langkah[1].oleh, "kadis");
	assert_int_equal(r.langkah[1].keadaan, KEADAAN_DIKEMBALIKAN);
	assert_true(r.sekarang.terkunci);
	konteks_close(k);
}

/* Somebody who submitted and became a verifikator since. */
static void who_submits_does_not_verify(void **state)
{
	BukuUji *b = *state;
	complete(b, "2024-01-02T08:00");
	step(b, "sri", LANGKAH_AJUKAN, "", "2024-01-03T08:00");
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", "2024-01-03T09:00", NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_pengguna(k->store, (BarisPengguna){.pengguna = "sri", .nama = "sri", .peran = "verifikator", .opd = "", .sandi = "", .aktif = 1}, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
	refused(b, "sri", LANGKAH_VERIFIKASI, "", "2024-01-04T08:00", "cannot verify");
	step(b, "made", LANGKAH_VERIFIKASI, "", "2024-01-04T08:00");
}

static void a_month_handed_in_takes_no_entries(void **state)
{
	BukuUji *b = *state;
	complete(b, "2024-01-02T08:00");
	step(b, "sri", LANGKAH_AJUKAN, "", "2024-01-03T08:00");
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2024-01-03T09:00", NULL);
	IsianHasil hasil;
	UsulSalin *usul;
	BarisBukti row;
	bool baru;
	size_t n;
	ErrInfo info = {0};
	const Isian isian = cell(SUB_A, 0, "950.000");
	assert_int_equal(isian_set(k, &isian, &hasil, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "takes no entries: it is submitted"));
	assert_int_equal(salin_apply(k, OPD_A, 2023, 12, &usul, &n, &info), ERR_USAGE);
	assert_int_equal(bukti_add(k, OPD_A, 2023, 12, "", "a.txt", "a", 1, &row, &baru, &info), ERR_USAGE);
	assert_int_equal(bukti_remove(k, OPD_A, 2023, 12, "00000000", NULL, &n, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "takes no entries"));
	assert_int_equal(siklus_justify(k, OPD_A, 2023, 12, "keluaran-penuh", "", "x", &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "takes no entries"));
	konteks_close(k);
	step(b, "made", LANGKAH_KEMBALIKAN, "sebab", "2024-01-04T08:00");
	enter(b, SUB_A, 0, "950.000", "2024-01-04T09:00");
}

/* Full output on a tenth of the money is a warning; money above the pagu an error. */
static void findings_stop_a_submission(void **state)
{
	BukuUji *b = *state;
	complete(b, "2024-01-02T08:00");
	enter(b, SUB_C, 0, "200.000", "2024-01-02T09:00");
	ErrInfo info = {0};
	PeriksaBulan *p = NULL;
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2024-01-03T08:00", NULL);
	const PermintaanLangkah submit = {LANGKAH_AJUKAN, "", "", ""};
	assert_int_equal(siklus_step(k, OPD_A, 2023, 12, &submit, &p, &info), ERR_USAGE);
	assert_int_equal(p->n_galat, 0);
	assert_true(p->n_tanpa_penjelasan > 0);
	StrBuf text = {.arena = b->arena};
	siklus_findings_text(&text, p, false, 100, BAHASA_EN);
	for (size_t i = 0; i < p->daftar->n; i++) {
		const Temuan *t = &p->daftar->temuan[i];
		assert_non_null(strstr(strbuf_text(&text), t->message));
		if (t->level == LEVEL_WARNING)
			assert_int_equal(siklus_justify(k, OPD_A, 2023, 12, t->rule, t->kode ? t->kode : "", "Barang diterima, tagihan menyusul", NULL), ERR_OK);
	}
	assert_int_equal(siklus_justify(k, OPD_A, 2023, 12, "tak-ada", "", "x", &info), ERR_USAGE);
	assert_int_equal(siklus_justify(k, OPD_A, 2023, 12, p->daftar->temuan[0].rule, "9.9.9", "x", &info), ERR_USAGE);
	assert_int_equal(siklus_justify(k, OPD_A, 2023, 12, p->daftar->temuan[0].rule, "", "  ", &info), ERR_USAGE);
	konteks_close(k);
	enter(b, SUB_A, 0, "1.000.001", "2024-01-03T08:30");
	k = buku_uji_open(b, STORE_TULIS, "sri", "2024-01-03T08:40", NULL);
	assert_int_equal(siklus_step(k, OPD_A, 2023, 12, &submit, &p, &info), ERR_USAGE);
	assert_true(p->n_galat > 0);
	assert_int_equal(p->n_tanpa_penjelasan, 0);
	konteks_close(k);
	enter(b, SUB_A, 0, "900.000", "2024-01-03T08:50");
	step(b, "sri", LANGKAH_AJUKAN, "", "2024-01-03T09:00");
}

/* An explanation of the whole report stands for every node without its own. */
static void an_explanation_may_be_general(void **state)
{
	BukuUji *b = *state;
	complete(b, "2024-01-02T08:00");
	enter(b, SUB_C, 0, "200.000", "2024-01-02T09:00");
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2024-01-03T08:00", NULL);
	PeriksaBulan *p;
	Bulan *m;
	assert_int_equal(bulan_load(&m, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	assert_int_equal(siklus_check(&p, k, m, NULL), ERR_OK);
	size_t open = p->n_tanpa_penjelasan, n = p->daftar->n;
	assert_true(open > 0);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(siklus_justify(k, OPD_A, 2023, 12, p->daftar->temuan[i].rule, "", "Umum", NULL), ERR_OK);
	assert_int_equal(siklus_check(&p, k, m, NULL), ERR_OK);
	assert_int_equal(p->n_tanpa_penjelasan, 0);
	assert_string_equal(p->baris[0].penjelasan, "Umum");
	konteks_close(k);
}

static void dates_are_kept_by_the_steps(void **state)
{
	BukuUji *b = *state;
	complete(b, "2024-01-02T08:00");
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2024-01-03T08:00", NULL);
	ErrInfo info = {0};
	assert_int_equal(siklus_step(k, OPD_A, 2023, 12, &(PermintaanLangkah){LANGKAH_AJUKAN, "", "29-12-2023", ""}, NULL, &info), ERR_USAGE);
	assert_int_equal(siklus_step(k, OPD_A, 2023, 12, &(PermintaanLangkah){LANGKAH_AJUKAN, "", "2023-02-30", ""}, NULL, &info), ERR_USAGE);
	assert_int_equal(siklus_step(k, OPD_A, 2023, 12, &(PermintaanLangkah){LANGKAH_AJUKAN, "", "2023-12-29", ""}, NULL, &info), ERR_OK);
	konteks_close(k);
	step(b, "made", LANGKAH_VERIFIKASI, "", "2024-01-04T08:00");
	k = buku_uji_open(b, STORE_TULIS, "kadis", "2024-01-06T08:00", NULL);
	assert_int_equal(siklus_step(k, OPD_A, 2023, 12, &(PermintaanLangkah){LANGKAH_SAHKAN, "", "", "2024-01-05"}, NULL, &info), ERR_OK);
	konteks_close(k);
	Bulan *m = load(b);
	assert_string_equal(tanggal_print_iso(b->arena, m->snapshot.kepala.kondisi), "2023-12-29");
	assert_string_equal(tanggal_print_iso(b->arena, m->snapshot.tanda_tangan.tanggal), "2024-01-05");
}

static void the_year_is_seen_at_a_glance(void **state)
{
	BukuUji *b = *state;
	complete(b, "2024-01-02T08:00");
	step(b, "sri", LANGKAH_AJUKAN, "", "2024-01-03T08:00");
	StatusOpd *rows;
	size_t n;
	Konteks *k = buku_uji_open(b, STORE_BACA, "bupati", NULL, "2024-01-02T09:00");
	assert_int_equal(status_tahun(k, "", 2023, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(rows[0].bulan[11].keadaan, KEADAAN_DRAF);
	assert_int_equal(rows[0].bulan[10].keadaan, KEADAAN_KOSONG);
	assert_int_equal(rows[1].bulan[11].keadaan, KEADAAN_KOSONG);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "bupati", NULL, NULL);
	assert_int_equal(status_tahun(k, "2.17", 2023, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(rows[0].bulan[11].keadaan, KEADAAN_DIAJUKAN);
	konteks_close(k);
}

/* ---- every role against every use case, for the own and another agency ---- */

typedef Err Kasus(Konteks *k, const char *opd, ErrInfo *info);

static Err kasus_set(Konteks *k, const char *opd, ErrInfo *info)
{
	IsianHasil h;
	Isian isian = cell(SUB_A, 0, "910.000");
	isian.opd = opd;
	return isian_set(k, &isian, &h, info);
}

static Err kasus_narrative(Konteks *k, const char *opd, ErrInfo *info)
{
	IsianHasil h;
	const Isian isian = {.opd = opd, .tahun = 2023, .bulan = 12, .jenis = ISIAN_PERMASALAHAN, .kode = "", .nilai = "x", .alasan = "", .asal = ""};
	return isian_set(k, &isian, &h, info);
}

static Err kasus_carry(Konteks *k, const char *opd, ErrInfo *info)
{
	UsulSalin *u;
	size_t n;
	return salin_apply(k, opd, 2023, 12, &u, &n, info);
}

static Err kasus_proposal(Konteks *k, const char *opd, ErrInfo *info)
{
	UsulSalin *u;
	size_t n;
	return salin_usul(k, opd, 2023, 12, &u, &n, info);
}

static Err kasus_evidence_add(Konteks *k, const char *opd, ErrInfo *info)
{
	BarisBukti row;
	bool baru;
	return bukti_add(k, opd, 2023, 12, "", "a.txt", "abc", 3, &row, &baru, info);
}

static Err kasus_evidence_remove(Konteks *k, const char *opd, ErrInfo *info)
{
	size_t n;
	return bukti_remove(k, opd, 2023, 12, str_dupn(k->arena, hash_sha256_hex(k->arena, "bukti", 5), 8), NULL, &n, info);
}

static Err kasus_evidence_list(Konteks *k, const char *opd, ErrInfo *info)
{
	BarisBukti *rows;
	size_t n;
	return bukti_list(k, opd, 2023, 12, &rows, &n, info);
}

static Err kasus_evidence_get(Konteks *k, const char *opd, ErrInfo *info)
{
	BarisBukti row;
	BarisBuktiIsi isi;
	return bukti_get(k, opd, 2023, 12, hash_sha256_hex(k->arena, "bukti", 5), &row, &isi, info);
}

static Err kasus_log(Konteks *k, const char *opd, ErrInfo *info)
{
	Riwayat r;
	return riwayat_list(k, opd, 2023, 12, ISIAN_UANG, SUB_A, 0, &r, info);
}

static Err kasus_read(Konteks *k, const char *opd, ErrInfo *info)
{
	Bulan *b;
	return bulan_read(&b, k, opd, 2023, 12, 0, info);
}

static Err kasus_check(Konteks *k, const char *opd, ErrInfo *info)
{
	Bulan *b;
	PeriksaBulan *p;
	Err err = bulan_load(&b, k, opd, 2023, 12, 0, info);
	return err ? err : siklus_check(&p, k, b, info);
}

static Err kasus_status_year(Konteks *k, const char *opd, ErrInfo *info)
{
	StatusOpd *rows;
	size_t n;
	return status_tahun(k, opd, 2023, &rows, &n, info);
}

static Err kasus_status_month(Konteks *k, const char *opd, ErrInfo *info)
{
	StatusRinci r;
	return status_bulan(k, opd, 2023, 12, &r, info);
}

static Err kasus_justify(Konteks *k, const char *opd, ErrInfo *info)
{
	return siklus_justify(k, opd, 2023, 12, "keluaran-penuh", "", "x", info);
}

#define LANGKAH_KASUS(name, langkah)                                                                                                         \
	static Err name(Konteks *k, const char *opd, ErrInfo *info)                                                                          \
	{                                                                                                                                    \
		return siklus_step(k, opd, 2023, 12, &(PermintaanLangkah){langkah, "sebab", "", ""}, NULL, info);                              \
	}
LANGKAH_KASUS(kasus_submit, LANGKAH_AJUKAN)
LANGKAH_KASUS(kasus_return, LANGKAH_KEMBALIKAN)
LANGKAH_KASUS(kasus_verify, LANGKAH_VERIFIKASI)
LANGKAH_KASUS(kasus_approve, LANGKAH_SAHKAN)
LANGKAH_KASUS(kasus_reopen, LANGKAH_BUKA)

/* Who may: letters of those users for whom it passes on agency A, then on agency B. o sri (operator A), O dewi (operator B), k kadis (kepala A), K kadag
 * (kepala B), v made, p bupati, a audi, m admin, - nobody (the machine's own administrator). */
typedef struct {
	const char *nama;
	Kasus *run;
	bool menulis;
	int langkah;             /* steps of the usual order taken before: 0 draft, 1 submitted, 2 verified, 3 locked */
	const char *boleh_a, *boleh_b;
} BarisKasus;

static const BarisKasus KASUS[] = {
	{"set", kasus_set, true, 0, "o", "O"},
	{"narrative", kasus_narrative, true, 0, "o", "O"},
	{"carry --apply", kasus_carry, true, 0, "o", "O"},
	{"carry", kasus_proposal, false, 0, "okvpam-", "OKvpam-"},
	{"evidence add", kasus_evidence_add, true, 0, "o", "O"},
	{"evidence remove", kasus_evidence_remove, true, 0, "o", "O"},
	{"evidence list", kasus_evidence_list, false, 0, "okvpam-", "OKvpam-"},
	{"evidence get", kasus_evidence_get, false, 0, "okvpam-", "OKvpam-"},
	{"log", kasus_log, false, 0, "okvpam-", "OKvpam-"},
	{"read a draft", kasus_read, false, 0, "okvpam-", "OKvpam-"},
	{"read a locked month", kasus_read, false, 3, "oOkKvpam-", "oOkKvpam-"},
	{"check", kasus_check, false, 0, "okvpam-", "OKvpam-"},
	{"status of a year", kasus_status_year, false, 0, "oOkKvpam-", "oOkKvpam-"},
	{"status of a month", kasus_status_month, false, 0, "okvpam-", "OKvpam-"},
	{"justify", kasus_justify, true, 0, "o", "O"},
	{"submit", kasus_submit, true, 0, "o", "O"},
	{"return", kasus_return, true, 1, "kv", "Kv"},
	{"verify", kasus_verify, true, 1, "v", "v"},
	{"approve", kasus_approve, true, 2, "k", "K"},
	{"reopen", kasus_reopen, true, 3, "v", "v"},
};

static const struct {
	char huruf;
	const char *user;
} PEMAKAI[] = {{'o', "sri"}, {'O', "dewi"}, {'k', "kadis"}, {'K', "kadag"}, {'v', "made"}, {'p', "bupati"}, {'a', "audi"}, {'m', "admin"}, {'-', NULL}};

/* Two agencies with a complete month and a file, at the state that the case needs. */
static BukuUji *stage(int langkah)
{
	static const Langkah way[] = {LANGKAH_AJUKAN, LANGKAH_VERIFIKASI, LANGKAH_SAHKAN};
	static const char *const who[2][3] = {{"sri", "made", "kadis"}, {"dewi", "made", "kadag"}};
	static const char *const opd[2] = {OPD_A, OPD_B};
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	rencana_uji_add(b, OPD_B, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	for (int i = 0; i < 2; i++) {
		static const char *const values[][3] = {{SUB_A, "0", "900.000"}, {SUB_B, "0", "2.700.000"}, {SUB_C, "0", "2.000.000"}, {SUB_A, "1", "10"},
		                                        {SUB_A, "2", "200"},     {SUB_B, "1", "80"},        {SUB_C, "1", "4"}};
		Konteks *k = buku_uji_open(b, STORE_TULIS, who[i][0], "2024-01-02T08:00", NULL);
		BarisBukti row;
		bool baru;
		assert_int_equal(bukti_add(k, opd[i], 2023, 12, "", "b.txt", "bukti", 5, &row, &baru, NULL), ERR_OK);
		for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
			IsianHasil h;
			Isian isian = cell(values[v][0], values[v][1][0] - '0', values[v][2]);
			isian.opd = opd[i];
			assert_int_equal(isian_set(k, &isian, &h, NULL), ERR_OK);
		}
		konteks_close(k);
		for (int l = 0; l < langkah; l++) {
			k = buku_uji_open(b, STORE_TULIS, who[i][l], "2024-01-02T08:00", NULL);
			assert_int_equal(siklus_step(k, opd[i], 2023, 12, &(PermintaanLangkah){way[l], "", "", ""}, NULL, NULL), ERR_OK);
			konteks_close(k);
		}
	}
	return b;
}

static const char *file_hash(BukuUji *b, const char *suffix)
{
	FILE *f = fopen(str_format(b->arena, "%s%s", b->db, suffix), "rb");
	if (!f)
		return "absent";
	StrBuf bytes = {.arena = b->arena};
	char part[65536];
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
		strbuf_addn(&bytes, part, n);
	fclose(f);
	return hash_sha256_hex(b->arena, bytes.str ? bytes.str : "", bytes.len);
}

static int64_t entries(BukuUji *b)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	int64_t id;
	assert_int_equal(store_entry_at(k->store, b->arena, "99.01", STORE_KINI, &id, NULL), ERR_OK);
	konteks_close(k);
	return id;
}

/* The message of a refusal must come from the access table, not from a state that happens not to fit. */
static void role_try(const BarisKasus *kasus, BukuUji *b, const char *user, const char *opd, bool may)
{
	ErrInfo info = {0};
	int64_t before = entries(b);
	const char *file = file_hash(b, ""), *wal = file_hash(b, "-wal");
	Konteks *k = buku_uji_open(b, kasus->menulis ? STORE_TULIS : STORE_BACA, user, NULL, NULL);
	Err err = kasus->run(k, opd, &info);
	konteks_close(k);
	if ((err == ERR_OK) != may)
		fail_msg("%s by %s on %s: %s", kasus->nama, user ? user : "nobody", opd, err ? info.message : "was not refused");
	if (!may && !strstr(info.message, "may not do") && !strstr(info.message, "needs a user"))
		fail_msg("%s by %s on %s was refused for another reason: %s", kasus->nama, user ? user : "nobody", opd, info.message);
	if (!may || !kasus->menulis)
		assert_int_equal(entries(b), before);
	if (!kasus->menulis) { /* reading never writes */
		assert_string_equal(file_hash(b, ""), file);
		assert_string_equal(file_hash(b, "-wal"), wal);
	} else if (may && kasus->run != kasus_carry) {
		assert_true(entries(b) > before);
	}
}

static void every_role_meets_every_use_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof KASUS / sizeof *KASUS; i++) {
		BukuUji *b = stage(KASUS[i].langkah);
		/* refusals first: they must leave the stage as it is for those who may; each who may gets a stage of his own */
		for (int pass = 0; pass < 2; pass++) {
			for (size_t u = 0; u < sizeof PEMAKAI / sizeof *PEMAKAI; u++) {
				for (int o = 0; o < 2; o++) {
					bool may = strchr(o ? KASUS[i].boleh_b : KASUS[i].boleh_a, PEMAKAI[u].huruf) != NULL;
					if (may != (pass == 1))
						continue;
					BukuUji *own = may && KASUS[i].menulis ? stage(KASUS[i].langkah) : b;
					role_try(&KASUS[i], own, PEMAKAI[u].user, o ? OPD_B : OPD_A, may);
					if (own != b)
						buku_uji_free(own);
				}
			}
		}
		buku_uji_free(b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(steps_follow_the_order, setup, teardown),
		cmocka_unit_test_setup_teardown(the_policy_may_name_another_order, setup, teardown),
		cmocka_unit_test_setup_teardown(return_and_reopen_need_a_reason, setup, teardown),
		cmocka_unit_test_setup_teardown(who_submits_does_not_verify, setup, teardown),
		cmocka_unit_test_setup_teardown(a_month_handed_in_takes_no_entries, setup, teardown),
		cmocka_unit_test_setup_teardown(findings_stop_a_submission, setup, teardown),
		cmocka_unit_test_setup_teardown(an_explanation_may_be_general, setup, teardown),
		cmocka_unit_test_setup_teardown(dates_are_kept_by_the_steps, setup, teardown),
		cmocka_unit_test_setup_teardown(the_year_is_seen_at_a_glance, setup, teardown),
		cmocka_unit_test(every_role_meets_every_use_case),
	};
	return cmocka_run_group_tests_name("siklus", tests, NULL, NULL);
}
