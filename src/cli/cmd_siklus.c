#include "app/siklus.h"
#include "cli/cmd_bulan.h"

static const char *done_word(const Permintaan *request, Langkah langkah)
{
	switch (langkah) {
	case LANGKAH_AJUKAN:
		return teks(request->bahasa, "submitted");
	case LANGKAH_KEMBALIKAN:
		return teks(request->bahasa, "returned to the agency");
	case LANGKAH_VERIFIKASI:
		return teks(request->bahasa, "verified");
	case LANGKAH_SAHKAN:
		return teks(request->bahasa, "approved");
	case LANGKAH_BUKA:
		return teks(request->bahasa, "reopened");
	case LANGKAH_JUMLAH:
		break;
	}
	return "";
}

/* "Desember 2023: approved, revision 1, locked". */
static Err tell(const Permintaan *request, Konteks *k, CmdBulan place, Langkah langkah, StrBuf *out, ErrInfo *info)
{
	Bulan *b;
	Err err = bulan_frame(&b, k, place.opd, place.tahun, place.bulan, info);
	if (err)
		return err;
	strbuf_addf(out, teks(request->bahasa, "%s, %s %d: %s, revision %d"), b->opd.nama, bulan_name((uint8_t)b->bulan, request->bahasa), b->tahun,
	            done_word(request, langkah), b->revisi);
	strbuf_add(out, b->terkunci ? teks(request->bahasa, ", locked\n") : "\n");
	return ERR_OK;
}

/* What stops a submission is the user's to mend: findings, exit code 1. */
static int step(const Permintaan *request, Langkah langkah, const char *kondisi, const char *tanggal)
{
	CmdBulan place;
	Konteks *k;
	int code;
	if (!cmd_month(request, &place, &code) || !cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	PeriksaBulan *periksa = NULL;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	const PermintaanLangkah wanted = {langkah, spec_value(request, OPSI_REASON, ""), kondisi, tanggal};
	Err err = siklus_step(k, place.opd, place.tahun, place.bulan, &wanted, &periksa, &info);
	bool stopped = err && periksa;
	if (!err)
		err = tell(request, k, place, langkah, &out, &info);
	else if (stopped)
		siklus_findings_text(&out, periksa, cmd_colour(request), cmd_width(), request->bahasa);
	code = cmd_close(request, k, &out, err, &info);
	return stopped && code == EXIT_USAGE ? EXIT_FINDINGS : code;
}

int cmd_submit(const Permintaan *request)
{
	return step(request, LANGKAH_AJUKAN, spec_value(request, OPSI_TANGGAL, ""), "");
}

int cmd_return(const Permintaan *request)
{
	return step(request, LANGKAH_KEMBALIKAN, "", "");
}

int cmd_verify(const Permintaan *request)
{
	return step(request, LANGKAH_VERIFIKASI, "", "");
}

int cmd_approve(const Permintaan *request)
{
	return step(request, LANGKAH_SAHKAN, "", spec_value(request, OPSI_TANGGAL, ""));
}

int cmd_reopen(const Permintaan *request)
{
	return step(request, LANGKAH_BUKA, "", "");
}

int cmd_justify(const Permintaan *request)
{
	CmdBulan place;
	Konteks *k;
	int code;
	if (!cmd_month(request, &place, &code) || !cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	const char *rule = request->argumen[0], *kode = spec_value(request, OPSI_KODE, "");
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = siklus_justify(k, place.opd, place.tahun, place.bulan, rule, kode, request->argumen[1], &info);
	if (!err)
		strbuf_addf(&out, teks(request->bahasa, "%s, %s: explained\n"), rule, *kode ? kode : teks(request->bahasa, "whole report"));
	return cmd_close(request, k, &out, err, &info);
}
