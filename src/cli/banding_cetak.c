#include "cli/buku.h"
#include "cli/rencana_cetak.h"

#include <inttypes.h>

static const char *mark(const BandingSimpul *row)
{
	static const char *const marks[] = {" ", "~", "+", "-"};
	return marks[row->jenis];
}

static const char *signed_money(Arena *arena, Rupiah r)
{
	return str_format(arena, "%s%s", r.sen > 0 ? "+" : "", rupiah_print_id(arena, r));
}

static const char *notes_of(Arena *arena, Bahasa b, const BandingSimpul *row)
{
	StrBuf out = {.arena = arena};
	strbuf_add(&out, row->nama);
	if (*row->kode_lama)
		strbuf_addf(&out, teks(b, "; code was %s"), row->kode_lama);
	if (*row->nama_lama)
		strbuf_addf(&out, teks(b, "; name was '%s'"), row->nama_lama);
	if (*row->nomor_lama)
		strbuf_addf(&out, teks(b, "; number was %s"), row->nomor_lama);
	if (row->kas_berubah)
		strbuf_addf(&out, "; %s", teks(b, "anggaran kas moved"));
	return strbuf_text(&out);
}

static void nodes_print(StrBuf *out, Arena *arena, Bahasa b, const BandingSimpul *rows, size_t n, bool changed_only)
{
	const KolomDaftar columns[] = {{"", false}, {teks(b, "CODE"), false}, {teks(b, "FROM (Rp)"), true}, {teks(b, "TO (Rp)"), true}, {teks(b, "DIFFERENCE"), true},
	                               {teks(b, "NAME"), false}};
	Daftar d = daftar_begin(arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		if (changed_only && rows[i].jenis == BANDING_SAMA)
			continue;
		daftar_add(&d, (const char *const[]){mark(&rows[i]), rows[i].kode, rows[i].lama ? rupiah_print_id(arena, rows[i].pagu_lama) : "-",
		                                     rows[i].baru ? rupiah_print_id(arena, rows[i].pagu) : "-", signed_money(arena, rows[i].selisih), notes_of(arena, b, &rows[i])});
	}
	if (d.n)
		daftar_print(&d, out);
}

static void from_to(StrBuf *out, Bahasa b, const char *what, const char *from, const char *to)
{
	strbuf_addf(out, teks(b, "; %s %s -> %s"), what, from, to);
}

static void indicator_print(StrBuf *out, Arena *arena, Bahasa b, const BandingIndikator *row)
{
	const IndikatorRencana *shown = row->baru ? row->baru : row->lama;
	static const char *const marks[] = {" ", "~", "+", "-"};
	strbuf_addf(out, "%s %s #%" PRId64 " %s", marks[row->jenis], row->kode, shown->nomor, shown->nama);
	if (row->jenis != BANDING_UBAH)
		strbuf_addf(out, " (%s %s)", cetak_target(arena, shown), shown->satuan);
	else if (row->target)
		from_to(out, b, teks(b, "target"), cetak_target(arena, row->lama), cetak_target(arena, row->baru));
	bool both = row->lama && row->baru;
	if (row->satuan && both)
		from_to(out, b, teks(b, "unit"), row->lama->satuan, row->baru->satuan);
	if (row->nama && both)
		strbuf_addf(out, teks(b, "; name was '%s'"), row->lama->nama);
	if (row->lain)
		strbuf_addf(out, "; %s", teks(b, "direction, behaviour or weight changed"));
	strbuf_addc(out, '\n');
}

static void cash_print(StrBuf *out, Arena *arena, Bahasa b, const BandingSimpul *row)
{
	bool first = true;
	strbuf_addf(out, "%s:", row->kode);
	for (int m = 0; m < KAS_BULAN; m++) {
		int64_t was = row->lama->kas[m].sen, now = row->baru->kas[m].sen;
		if (was == now)
			continue;
		strbuf_addf(out, "%s %s %s -> %s", first ? "" : ";", bulan_name((uint8_t)(m + 1), b), row->lama->ada_kas ? rupiah_print_id(arena, (Rupiah){was}) : "-",
		            row->baru->ada_kas ? rupiah_print_id(arena, (Rupiah){now}) : "-");
		first = false;
	}
	strbuf_addc(out, '\n');
}

void cetak_banding(StrBuf *out, Arena *arena, Bahasa b, const BandingRencana *banding)
{
	if (banding->sama) {
		strbuf_addf(out, "%s\n", teks(b, "nothing differs"));
	} else if (banding->lama) {
		nodes_print(out, arena, b, banding->simpul, banding->n_simpul, true);
		if (banding->n_indikator)
			strbuf_addf(out, "\n%s\n", teks(b, "Indicators"));
		for (size_t i = 0; i < banding->n_indikator; i++)
			indicator_print(out, arena, b, &banding->indikator[i]);
		bool head = false;
		for (size_t i = 0; i < banding->n_simpul; i++) {
			if (!banding->simpul[i].kas_berubah)
				continue;
			if (!head)
				strbuf_addf(out, "\n%s\n", teks(b, "Anggaran kas"));
			head = true;
			cash_print(out, arena, b, &banding->simpul[i]);
		}
	}
	strbuf_addf(out, "%s%s\n", banding->lama ? "\n" : "", teks(b, "Programs"));
	nodes_print(out, arena, b, banding->program, banding->n_program, false);
	strbuf_addf(out, teks(b, "total: %s -> %s; selisih %s (up %s, down %s)\n"), rupiah_print_id(arena, banding->total_lama), rupiah_print_id(arena, banding->total_baru),
	            banding->selisih.sen ? signed_money(arena, banding->selisih) : "0", rupiah_print_id(arena, banding->naik), rupiah_print_id(arena, banding->turun));
	strbuf_addf(out, teks(b, "nodes: %u added, %u changed, %u dropped, %u as before\n"), banding->n_tambah, banding->n_ubah, banding->n_hapus, banding->n_sama);
}

/* ---- JSON ---- */

static void money_json(Json *j, const char *key, Rupiah r)
{
	json_key(j, key);
	json_rupiah(j, isi_rupiah(r));
}

static void node_json(Json *j, const BandingSimpul *row)
{
	static const char *const kinds[] = {"sama", "ubah", "tambah", "hapus"};
	json_object(j);
	json_field(j, "jenis", kinds[row->jenis]);
	json_field(j, "kode", row->kode);
	json_field(j, "kode_lama", *row->kode_lama ? row->kode_lama : NULL);
	json_field(j, "nama", row->nama);
	json_field(j, "nama_lama", *row->nama_lama ? row->nama_lama : NULL);
	money_json(j, "pagu_lama", row->pagu_lama);
	money_json(j, "pagu", row->pagu);
	money_json(j, "selisih", row->selisih);
	json_key(j, "anggaran_kas_berubah");
	json_bool(j, row->kas_berubah);
	json_end(j);
}

static void indicator_side(Json *j, const char *key, const IndikatorRencana *i)
{
	json_key(j, key);
	if (!i) {
		json_null(j);
		return;
	}
	json_object(j);
	json_key(j, "indikator");
	json_int(j, i->nomor);
	json_field(j, "nama", i->nama);
	json_field(j, "satuan", i->satuan);
	json_key(j, "target");
	json_desimal(j, i->target, i->target.nilai.scale);
	json_field(j, "target_teks", *i->target_teks ? i->target_teks : NULL);
	json_end(j);
}

void cetak_banding_json(Json *j, const BandingRencana *banding)
{
	static const char *const kinds[] = {"sama", "ubah", "tambah", "hapus"};
	json_key(j, "total");
	json_object(j);
	money_json(j, "lama", banding->total_lama);
	money_json(j, "baru", banding->total_baru);
	money_json(j, "selisih", banding->selisih);
	money_json(j, "naik", banding->naik);
	money_json(j, "turun", banding->turun);
	json_end(j);
	json_key(j, "sama");
	json_bool(j, banding->sama);
	json_key(j, "program");
	json_array(j);
	for (size_t i = 0; i < banding->n_program; i++)
		node_json(j, &banding->program[i]);
	json_end(j);
	json_key(j, "simpul");
	json_array(j);
	for (size_t i = 0; i < banding->n_simpul; i++)
		if (banding->simpul[i].jenis != BANDING_SAMA)
			node_json(j, &banding->simpul[i]);
	json_end(j);
	json_key(j, "indikator");
	json_array(j);
	for (size_t i = 0; i < banding->n_indikator; i++) {
		json_object(j);
		json_field(j, "jenis", kinds[banding->indikator[i].jenis]);
		json_field(j, "kode", banding->indikator[i].kode);
		indicator_side(j, "lama", banding->indikator[i].lama);
		indicator_side(j, "baru", banding->indikator[i].baru);
		json_end(j);
	}
	json_end(j);
}
