#include "app/banding.h"
#include "base/json.h"
#include "cli/cmd_bulan.h"

/* ---- text ---- */

static const char *money_text(Arena *arena, IsiRupiah value)
{
	return value.isi == ISI_KOSONG ? "-" : rupiah_print_id(arena, value.nilai);
}

static const char *signed_text(Arena *arena, bool positive, const char *text)
{
	return positive ? str_format(arena, "+%s", text) : text;
}

static const char *volume_text(Arena *arena, IsiDesimal value, const char *text)
{
	if (text)
		return text;
	return value.isi == ISI_KOSONG ? "-" : desimal_print_id(arena, value.nilai, value.nilai.scale > 2 ? value.nilai.scale : 2);
}

static const char *figure_text(Arena *arena, IsiDesimal value, uint8_t desimal)
{
	return value.isi == ISI_KOSONG ? "-" : desimal_print_id(arena, value.nilai, desimal);
}

static const char *side_text(const Konteks *k, const SisiBanding *s, int tahun)
{
	const char *text = str_format(k->arena, teks(k->bahasa, "%s %d, revision %d, %s"), bulan_name((uint8_t)s->bulan, k->bahasa), tahun, s->revisi, s->keadaan);
	return s->per ? str_format(k->arena, teks(k->bahasa, "%s, as of %s"), text, s->per) : text;
}

static void money_print(const Konteks *k, const BandingBulan *b, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "WHAT"), false}, {teks(k->bahasa, "FROM (Rp)"), true}, {teks(k->bahasa, "TO (Rp)"), true},
	                               {teks(k->bahasa, "DIFFERENCE"), true}, {teks(k->bahasa, "NAME"), false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < b->n_uang; i++) {
		const UbahUang *u = &b->uang[i];
		daftar_add(&d, (const char *const[]){u->kode, u->jenis, money_text(k->arena, u->uang.lama), money_text(k->arena, u->uang.baru),
		                                     signed_text(k->arena, u->uang.selisih.nilai.sen > 0, money_text(k->arena, u->uang.selisih)), u->nama});
	}
	strbuf_addf(out, "\n%s\n", teks(k->bahasa, "Money"));
	daftar_print(&d, out);
}

static void volume_print(const Konteks *k, const BandingBulan *b, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "NO"), true}, {teks(k->bahasa, "WHAT"), false}, {teks(k->bahasa, "OLD"), true},
	                               {teks(k->bahasa, "NEW"), true}, {teks(k->bahasa, "DIFFERENCE"), true}, {teks(k->bahasa, "UNIT"), false}, {teks(k->bahasa, "INDICATOR"), false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < b->n_volume; i++) {
		const UbahVolume *u = &b->volume[i];
		const PasanganAngka *p = &u->volume;
		daftar_add(&d, (const char *const[]){u->kode, str_format(k->arena, "%d", (int)u->indikator), u->jenis, volume_text(k->arena, p->lama, u->teks_lama),
		                                     volume_text(k->arena, p->baru, u->teks_baru), signed_text(k->arena, p->selisih.nilai.m > 0, volume_text(k->arena, p->selisih, NULL)),
		                                     u->satuan, u->nama});
	}
	strbuf_addf(out, "\n%s\n", teks(k->bahasa, "Volumes"));
	daftar_print(&d, out);
}

static void narrative_print(const Konteks *k, const BandingBulan *b, StrBuf *out)
{
	strbuf_addf(out, "\n%s\n", teks(k->bahasa, "Narrative"));
	for (size_t i = 0; i < b->n_narasi; i++) {
		const UbahNarasi *n = &b->narasi[i];
		strbuf_addf(out, "%s%s%s\n", n->jenis, *n->kode ? " " : "", n->kode);
		if (*n->lama)
			strbuf_addf(out, "  - %s\n", n->lama);
		if (*n->baru)
			strbuf_addf(out, "  + %s\n", n->baru);
	}
}

/* "70,00 -> 83,33 (+13,33)"; once when nothing changed. */
static const char *pair_text(Arena *arena, const PasanganAngka *p, uint8_t desimal)
{
	const char *old = figure_text(arena, p->lama, desimal), *new = figure_text(arena, p->baru, desimal);
	if (str_equal(old, new))
		return new;
	if (p->selisih.isi == ISI_KOSONG)
		return str_format(arena, "%s -> %s", old, new);
	return str_format(arena, "%s -> %s (%s)", old, new, signed_text(arena, p->selisih.nilai.m > 0, figure_text(arena, p->selisih, desimal)));
}

static void figures_add(Daftar *d, const Konteks *k, const BandingBulan *b, const UbahAngka *u, const char *kode)
{
	static const char *const signs[] = {[ADA_DUA] = "", [ADA_BARU] = "+", [ADA_LAMA] = "-"};
	daftar_add(d, (const char *const[]){signs[u->ada], kode, pair_text(k->arena, &u->keuangan, b->desimal), pair_text(k->arena, &u->keluaran, b->desimal),
	                                    pair_text(k->arena, &u->rata_rata, b->desimal), u->nama});
}

static void figures_print(const Konteks *k, const BandingBulan *b, StrBuf *out)
{
	const KolomDaftar columns[] = {{"", false}, {teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "KEUANGAN (%)"), false}, {teks(k->bahasa, "KELUARAN (%)"), false},
	                               {teks(k->bahasa, "RATA-RATA (%)"), false}, {teks(k->bahasa, "NAME"), false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < b->n_angka; i++)
		figures_add(&d, k, b, &b->angka[i], b->angka[i].kode);
	figures_add(&d, k, b, &b->total, teks(k->bahasa, "TOTAL"));
	strbuf_addf(out, "\n%s\n", teks(k->bahasa, "What it did to the figures"));
	daftar_print(&d, out);
}

static void diff_text(const Konteks *k, const BandingBulan *b, StrBuf *out)
{
	strbuf_addf(out, "%s: %s -> %s\n", b->nama, side_text(k, &b->lama, b->tahun), side_text(k, &b->baru, b->tahun));
	if (b->lama.rencana != b->baru.rencana)
		strbuf_addf(out, teks(k->bahasa, "plan: version %d -> version %d\n"), (int)b->lama.rencana, (int)b->baru.rencana);
	if (b->kebijakan_beda)
		strbuf_add(out, teks(k->bahasa, "the two are computed by different policies\n"));
	if (b->n_uang)
		money_print(k, b, out);
	if (b->n_volume)
		volume_print(k, b, out);
	if (b->n_narasi)
		narrative_print(k, b, out);
	if (b->n_angka)
		figures_print(k, b, out);
	else if (!b->n_narasi)
		strbuf_add(out, teks(k->bahasa, "nothing changed\n"));
}

/* ---- JSON ---- */

static void side_json(Json *j, const char *key, const SisiBanding *s)
{
	json_key(j, key);
	json_object(j);
	json_key(j, "bulan");
	json_int(j, s->bulan);
	json_key(j, "revisi");
	json_int(j, s->revisi);
	json_field(j, "keadaan", s->keadaan);
	json_key(j, "rencana");
	json_int(j, s->rencana);
	json_field(j, "per", s->per);
	json_end(j);
}

static void money_json(Json *j, const BandingBulan *b)
{
	json_key(j, "uang");
	json_array(j);
	for (size_t i = 0; i < b->n_uang; i++) {
		const UbahUang *u = &b->uang[i];
		json_object(j);
		json_field(j, "kode", u->kode);
		json_field(j, "nama", u->nama);
		json_field(j, "jenis", u->jenis);
		json_key(j, "lama");
		json_rupiah(j, u->uang.lama);
		json_key(j, "baru");
		json_rupiah(j, u->uang.baru);
		json_key(j, "selisih");
		json_rupiah(j, u->uang.selisih);
		json_end(j);
	}
	json_end(j);
}

static void number_json(Json *j, const char *key, IsiDesimal value)
{
	json_key(j, key);
	json_desimal(j, value, value.nilai.scale);
}

static void volume_json(Json *j, const BandingBulan *b)
{
	json_key(j, "volume");
	json_array(j);
	for (size_t i = 0; i < b->n_volume; i++) {
		const UbahVolume *u = &b->volume[i];
		json_object(j);
		json_field(j, "kode", u->kode);
		json_key(j, "indikator");
		json_int(j, u->indikator);
		json_field(j, "nama", u->nama);
		json_field(j, "satuan", u->satuan);
		json_field(j, "jenis", u->jenis);
		number_json(j, "lama", u->volume.lama);
		number_json(j, "baru", u->volume.baru);
		number_json(j, "selisih", u->volume.selisih);
		json_field(j, "teks_lama", u->teks_lama);
		json_field(j, "teks_baru", u->teks_baru);
		json_end(j);
	}
	json_end(j);
}

static void narrative_json(Json *j, const BandingBulan *b)
{
	json_key(j, "narasi");
	json_array(j);
	for (size_t i = 0; i < b->n_narasi; i++) {
		const UbahNarasi *n = &b->narasi[i];
		json_object(j);
		json_field(j, "kode", *n->kode ? n->kode : NULL);
		json_field(j, "jenis", n->jenis);
		json_field(j, "lama", *n->lama ? n->lama : NULL);
		json_field(j, "baru", *n->baru ? n->baru : NULL);
		json_end(j);
	}
	json_end(j);
}

static void pair_json(Json *j, const char *key, const PasanganAngka *p, uint8_t desimal)
{
	json_key(j, key);
	json_object(j);
	json_key(j, "lama");
	json_desimal(j, p->lama, desimal);
	json_key(j, "baru");
	json_desimal(j, p->baru, desimal);
	json_key(j, "selisih");
	json_desimal(j, p->selisih, desimal);
	json_end(j);
}

static void figures_json(Json *j, const UbahAngka *u, uint8_t desimal)
{
	pair_json(j, "keuangan", &u->keuangan, desimal);
	pair_json(j, "keluaran", &u->keluaran, desimal);
	pair_json(j, "rata_rata", &u->rata_rata, desimal);
}

static void diff_json(const BandingBulan *b, StrBuf *out)
{
	static const char *const where[] = {[ADA_DUA] = "tetap", [ADA_BARU] = "tambah", [ADA_LAMA] = "hapus"};
	Json j = json_begin(out, 2);
	json_object(&j);
	json_field(&j, "opd", b->opd);
	json_field(&j, "nama", b->nama);
	json_key(&j, "tahun");
	json_int(&j, b->tahun);
	side_json(&j, "lama", &b->lama);
	side_json(&j, "baru", &b->baru);
	json_key(&j, "kebijakan_beda");
	json_bool(&j, b->kebijakan_beda);
	money_json(&j, b);
	volume_json(&j, b);
	narrative_json(&j, b);
	json_key(&j, "angka");
	json_array(&j);
	for (size_t i = 0; i < b->n_angka; i++) {
		json_object(&j);
		json_field(&j, "kode", b->angka[i].kode);
		json_field(&j, "nama", b->angka[i].nama);
		json_field(&j, "simpul", where[b->angka[i].ada]);
		figures_json(&j, &b->angka[i], b->desimal);
		json_end(&j);
	}
	json_end(&j);
	json_key(&j, "total");
	json_object(&j);
	figures_json(&j, &b->total, b->desimal);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

int cmd_diff(const Permintaan *request)
{
	Konteks *k;
	CmdBulan place;
	bool json;
	int64_t revisi = 0;
	int code;
	const char *terhadap = spec_value(request, OPSI_TERHADAP, NULL);
	if (!cmd_format(request, &json, &code) || !cmd_month(request, &place, &code))
		return code;
	if (request->opsi[OPSI_REVISI].n && !cmd_number(request, OPSI_REVISI, 1, 9999, &revisi, &code))
		return code;
	if (!terhadap)
		return cmd_wrong(request, teks(request->bahasa, "diff needs --terhadap: what the month is compared with"),
		                 teks(request->bahasa, "name another month (11), a revision (r1) or a time (2023-12-29T12:00)"));
	if (!cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	BandingBulan *b;
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	Err err = banding_run(&b, k, place.opd, place.tahun, place.bulan, (int)revisi, terhadap, &info);
	if (!err && json)
		diff_json(b, &out);
	else if (!err)
		diff_text(k, b, &out);
	return cmd_close(request, k, &out, err, &info);
}
