#include "app/siklus.h"

#include "engine/check.h"

#include <assert.h>

const char *langkah_name(Langkah langkah)
{
	static const char *const names[LANGKAH_JUMLAH] = {"ajukan", "kembalikan", "verifikasi", "sahkan", "buka"};
	assert(langkah < LANGKAH_JUMLAH);
	return names[langkah];
}

static Err refuse(ErrInfo *info, const char *message, const char *hint)
{
	return err_set(info, ERR_USAGE, message, hint);
}

/* A word for the state a month is in, for sentences. */
static const char *state_word(Konteks *k, const Bulan *bulan)
{
	switch (bulan->keadaan) {
	case KEADAAN_KOSONG:
		return teks(k->bahasa, "has no entries yet");
	case KEADAAN_DRAF:
		return teks(k->bahasa, "is a draft");
	case KEADAAN_DIAJUKAN:
		return teks(k->bahasa, "is submitted and not yet verified");
	case KEADAAN_DIVERIFIKASI:
		return teks(k->bahasa, "is verified");
	case KEADAAN_DISAHKAN:
		return teks(k->bahasa, "is approved");
	case KEADAAN_DIKEMBALIKAN:
		return teks(k->bahasa, "was returned to the agency");
	}
	return "";
}

static const char *month_name(Konteks *k, const Bulan *bulan)
{
	return str_format(k->arena, "%s %d", bulan_name((uint8_t)bulan->bulan, k->bahasa), bulan->tahun);
}

Err siklus_open_for_entry(Konteks *k, const Bulan *bulan, ErrInfo *info)
{
	if (!bulan->terkunci && (bulan->keadaan == KEADAAN_KOSONG || bulan->keadaan == KEADAAN_DRAF || bulan->keadaan == KEADAAN_DIKEMBALIKAN))
		return ERR_OK;
	return refuse(info, str_format(k->arena, teks(k->bahasa, "%s takes no entries: it %s"), month_name(k, bulan), state_word(k, bulan)),
	              bulan->terkunci ? teks(k->bahasa, "a verifikator can reopen it as a new revision") : teks(k->bahasa, "a verifikator can return it"));
}

/* ---- findings ---- */

/* The explanation of the finding's own node, else the one given for the whole report. */
static const char *explanation(const BarisPenjelasan *rows, size_t n, const Temuan *t)
{
	const char *general = NULL;
	for (size_t i = 0; i < n; i++) {
		if (!str_equal(rows[i].aturan, t->rule) || !*rows[i].teks)
			continue;
		if (*rows[i].kode && str_equal(rows[i].kode, t->kode))
			return rows[i].teks;
		if (!*rows[i].kode)
			general = rows[i].teks;
	}
	return general;
}

Err siklus_check(PeriksaBulan **out, Konteks *k, const Bulan *bulan, ErrInfo *info)
{
	BarisPenjelasan *rows;
	size_t n;
	Err err = konteks_may(k, bulan->terkunci ? AKSI_BACA_TERBIT : AKSI_BACA, bulan->opd.opd, info);
	if (!err)
		err = store_list_penjelasan(k->store, k->arena, k->pemda.pemda, bulan->opd.opd, bulan->tahun, bulan->bulan, bulan->sampai, &rows, &n, info);
	if (err)
		return err;
	PeriksaBulan *p = ARENA_NEW(k->arena, PeriksaBulan);
	p->draf = bulan_draf(k->arena, bulan);
	p->daftar = ARENA_NEW(k->arena, DaftarTemuan);
	p->daftar->arena = k->arena;
	check_run(k->arena, p->draf, bulan->kebijakan, bulan->hasil, k->bahasa, NULL, 0, p->daftar);
	p->baris = ARENA_ARRAY(k->arena, TemuanBulan, p->daftar->n);
	for (size_t i = 0; i < p->daftar->n; i++) {
		const Temuan *t = &p->daftar->temuan[i];
		p->baris[i] = (TemuanBulan){t, explanation(rows, n, t)};
		p->n_galat += t->level == LEVEL_ERROR;
		p->n_tanpa_penjelasan += t->level == LEVEL_WARNING && !p->baris[i].penjelasan;
	}
	*out = p;
	return ERR_OK;
}

static Err justify_decide(Konteks *k, Bulan *bulan, const char *aturan, const char **kode, const char *text, ErrInfo *info)
{
	Err err = siklus_open_for_entry(k, bulan, info);
	if (err)
		return err;
	if (!check_rule(aturan))
		return refuse(info, str_format(k->arena, teks(k->bahasa, "unknown rule '%s'"), aturan), teks(k->bahasa, "capaian rules lists all of them"));
	if (str_blank(text))
		return refuse(info, teks(k->bahasa, "an explanation needs a text"), NULL);
	if (!**kode)
		return ERR_OK;
	uint32_t simpul = snapshot_lookup(&bulan->snapshot, *kode);
	if (simpul >= bulan->snapshot.n_simpul)
		return refuse(info, str_format(k->arena, teks(k->bahasa, "the plan has no program, kegiatan or sub kegiatan '%s'"), *kode), NULL);
	*kode = bulan->snapshot.simpul[simpul].kode_tertulis;
	return ERR_OK;
}

Err siklus_justify(Konteks *k, const char *opd, int tahun, int bulan_ke, const char *aturan, const char *kode, const char *teks_penjelasan, ErrInfo *info)
{
	BarisOpd agency;
	Bulan *bulan;
	Err err = konteks_opd(k, opd, &agency, info);
	if (!err)
		err = konteks_may(k, AKSI_JELASKAN, agency.opd, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = bulan_frame(&bulan, k, agency.opd, tahun, bulan_ke, info);
	if (!err)
		err = justify_decide(k, bulan, aturan, &kode, teks_penjelasan, info);
	if (!err)
		err = store_add_penjelasan(k->store, (BarisPenjelasan){.opd = agency.opd, .tahun = tahun, .bulan = bulan_ke, .aturan = aturan, .kode = kode, .teks = teks_penjelasan},
		                           NULL, info);
	if (!err)
		err = store_commit(k->store, info);
	if (err)
		store_rollback(k->store);
	return err;
}

/* ---- steps ---- */

static const Aksi AKSI_LANGKAH[LANGKAH_JUMLAH] = {AKSI_AJUKAN, AKSI_KEMBALIKAN, AKSI_VERIFIKASI, AKSI_SAHKAN, AKSI_BUKA};

/* The state in which the policy's order expects the step. */
static bool state_fits(const Bulan *bulan, Langkah langkah)
{
	bool verify_first = bulan->kebijakan->urutan == URUTAN_VERIFIKASI_DULU;
	Keadaan now = bulan->keadaan;
	switch (langkah) {
	case LANGKAH_AJUKAN:
		return now == KEADAAN_DRAF || now == KEADAAN_DIKEMBALIKAN;
	case LANGKAH_VERIFIKASI:
		return now == (verify_first ? KEADAAN_DIAJUKAN : KEADAAN_DISAHKAN) && !bulan->terkunci;
	case LANGKAH_SAHKAN:
		return now == (verify_first ? KEADAAN_DIVERIFIKASI : KEADAAN_DIAJUKAN) && !bulan->terkunci;
	case LANGKAH_KEMBALIKAN:
		return !bulan->terkunci && (now == KEADAAN_DIAJUKAN || now == KEADAAN_DIVERIFIKASI || now == KEADAAN_DISAHKAN);
	case LANGKAH_BUKA:
		return bulan->terkunci;
	case LANGKAH_JUMLAH:
		break;
	}
	return false;
}

static const char *next_hint(Konteks *k, const Bulan *bulan)
{
	if (bulan->terkunci)
		return teks(k->bahasa, "it is locked; a verifikator can reopen it with a reason");
	return bulan->kebijakan->urutan == URUTAN_VERIFIKASI_DULU ? teks(k->bahasa, "the order is: submit, verify, approve") : teks(k->bahasa, "the order is: submit, approve, verify");
}

/* Who took the newest step of this kind in the present revision; NULL when nobody did. */
static Err taken_by(Konteks *k, const Bulan *bulan, const char *aksi, const char **user, ErrInfo *info)
{
	*user = NULL;
	for (size_t i = bulan->n_langkah; i-- > 0;) {
		const BarisKeadaan *step = &bulan->langkah[i];
		if (step->revisi != bulan->revisi || !str_equal(step->aksi, aksi))
			continue;
		BarisJejak *entry;
		size_t n;
		Err err = store_list_jejak(k->store, k->arena, k->pemda.pemda, step->id, step->id, &entry, &n, info);
		if (!err && n)
			*user = entry[0].oleh;
		return err;
	}
	return ERR_OK;
}

Err siklus_may(Konteks *k, const Bulan *bulan, Langkah langkah, const char *alasan, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_LANGKAH[langkah], bulan->opd.opd, info);
	if (err)
		return err;
	if (!state_fits(bulan, langkah))
		return refuse(info, str_format(k->arena, teks(k->bahasa, "%s %s: '%s' is not its next step"), month_name(k, bulan), state_word(k, bulan), langkah_name(langkah)),
		              next_hint(k, bulan));
	if ((langkah == LANGKAH_KEMBALIKAN || langkah == LANGKAH_BUKA) && str_blank(alasan))
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' needs a reason"), langkah_name(langkah)), teks(k->bahasa, "give it by --reason"));
	const char *submitter;
	err = taken_by(k, bulan, "ajukan", &submitter, info);
	if (!err && langkah == LANGKAH_VERIFIKASI && str_equal(submitter, k->pengguna.pengguna))
		err = refuse(info, teks(k->bahasa, "who submitted a month cannot verify it"), teks(k->bahasa, "another verifikator must"));
	return err;
}

static const char *state_after(Langkah langkah)
{
	return langkah == LANGKAH_AJUKAN ? "diajukan" : langkah == LANGKAH_VERIFIKASI ? "diverifikasi" : langkah == LANGKAH_SAHKAN ? "disahkan" : "draf";
}

static bool locks(const Bulan *bulan, Langkah langkah)
{
	return langkah == (bulan->kebijakan->urutan == URUTAN_VERIFIKASI_DULU ? LANGKAH_SAHKAN : LANGKAH_VERIFIKASI);
}

/* The newest date of this kind in the present revision: a later step keeps what an earlier one fixed. */
static const char *kept(const Bulan *bulan, bool kondisi)
{
	const char *text = "";
	for (size_t i = 0; i < bulan->n_langkah; i++) {
		const BarisKeadaan *step = &bulan->langkah[i];
		if (step->revisi == bulan->revisi && *(kondisi ? step->kondisi : step->tanggal))
			text = kondisi ? step->kondisi : step->tanggal;
	}
	return text;
}

static Err date_check(Konteks *k, const char *text, ErrInfo *info)
{
	Tanggal t;
	if (!*text || (tanggal_parse(&t, text, NULL) && str_equal(tanggal_print_iso(k->arena, t), text)))
		return ERR_OK;
	return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' is not a date"), text), teks(k->bahasa, "write 2023-12-29"));
}

static Err submission_check(Konteks *k, const Bulan *bulan, PeriksaBulan **periksa, ErrInfo *info)
{
	PeriksaBulan *p;
	Err err = siklus_check(&p, k, bulan, info);
	if (err)
		return err;
	if (periksa)
		*periksa = p;
	if (p->n_galat)
		return refuse(info, str_format(k->arena, teks(k->bahasa, "%s cannot be submitted: errors: %zu"), month_name(k, bulan), p->n_galat),
		              teks(k->bahasa, "correct them first: capaian check --db shows each"));
	if (p->n_tanpa_penjelasan)
		return refuse(info,
		              str_format(k->arena, teks(k->bahasa, "%s cannot be submitted: warnings without an explanation: %zu"), month_name(k, bulan), p->n_tanpa_penjelasan),
		              teks(k->bahasa, "correct them, or explain each: capaian justify"));
	return ERR_OK;
}

static BarisKeadaan step_row(Konteks *k, const Bulan *bulan, const PermintaanLangkah *request)
{
	Langkah langkah = request->langkah;
	bool fresh = langkah == LANGKAH_KEMBALIKAN || langkah == LANGKAH_BUKA;
	const char *today = tanggal_print_iso(k->arena, waktu_date(k->sekarang, k->pemda.zona));
	const char *kondisi = langkah == LANGKAH_AJUKAN && *request->kondisi ? request->kondisi : kept(bulan, true);
	const char *tanggal = langkah == LANGKAH_SAHKAN ? (*request->tanggal ? request->tanggal : today) : kept(bulan, false);
	return (BarisKeadaan){.opd = bulan->opd.opd, .tahun = bulan->tahun, .bulan = bulan->bulan, .revisi = bulan->revisi + (langkah == LANGKAH_BUKA),
	                      .keadaan = state_after(langkah), .aksi = langkah_name(langkah), .terkunci = locks(bulan, langkah), .alasan = request->alasan,
	                      .kebijakan = bulan->kebijakan_id, .rencana = bulan->rencana.versi, .kondisi = langkah == LANGKAH_KEMBALIKAN ? "" : kondisi,
	                      .tanggal = fresh ? "" : tanggal};
}

Err siklus_step(Konteks *k, const char *opd, int tahun, int bulan_ke, const PermintaanLangkah *request, PeriksaBulan **periksa, ErrInfo *info)
{
	Err err = date_check(k, request->kondisi, info);
	if (!err)
		err = date_check(k, request->tanggal, info);
	/* The decision is made inside the transaction, on what nobody can change any more. */
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	Bulan *bulan;
	err = bulan_load(&bulan, k, opd, tahun, bulan_ke, 0, info);
	if (!err)
		err = siklus_may(k, bulan, request->langkah, request->alasan, info);
	if (!err && request->langkah == LANGKAH_AJUKAN)
		err = submission_check(k, bulan, periksa, info);
	if (!err)
		err = store_add_keadaan(k->store, step_row(k, bulan, request), NULL, info);
	if (!err)
		err = store_commit(k->store, info);
	if (err)
		store_rollback(k->store);
	return err;
}
