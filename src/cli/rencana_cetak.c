#include "cli/rencana_cetak.h"

#include "base/grid.h"
#include "cli/buku.h"

#include <inttypes.h>

/* ---- findings ---- */

static const char *place(Arena *arena, Posisi p)
{
	if (!p.berkas)
		return "capaian";
	if (!p.baris)
		return p.berkas;
	if (p.lembar && p.kolom)
		return str_format(arena, "%s:%s!%s", p.berkas, p.lembar, grid_cell_name(arena, p.kolom, p.baris));
	return p.kolom ? str_format(arena, "%s:%u:%u", p.berkas, p.baris, p.kolom) : str_format(arena, "%s:%u", p.berkas, p.baris);
}

static const char *level_name(LevelTemuan level, Bahasa b)
{
	return level == LEVEL_ERROR ? teks(b, "error") : level == LEVEL_WARNING ? teks(b, "warning") : teks(b, "note");
}

void cetak_temuan(StrBuf *out, Arena *arena, Bahasa bahasa, const DaftarTemuan *temuan)
{
	for (size_t i = 0; i < temuan->n; i++) {
		const Temuan *t = &temuan->temuan[i];
		strbuf_addf(out, "%s: %s: %s [%s]\n", place(arena, t->posisi), level_name(t->level, bahasa), t->message, t->rule);
		if (t->hint)
			strbuf_addf(out, "  %s: %s\n", teks(bahasa, "hint"), t->hint);
	}
}

void cetak_temuan_json(Json *j, const DaftarTemuan *temuan)
{
	static const char *const levels[] = {"error", "warning", "note"};
	json_key(j, "temuan");
	json_array(j);
	for (size_t i = 0; i < temuan->n; i++) {
		const Temuan *t = &temuan->temuan[i];
		json_object(j);
		json_field(j, "rule", t->rule);
		json_field(j, "level", levels[t->level]);
		json_field(j, "berkas", t->posisi.berkas);
		json_field(j, "lembar", t->posisi.lembar);
		json_key(j, "baris");
		json_int(j, t->posisi.baris);
		json_key(j, "kolom");
		json_int(j, t->posisi.kolom);
		json_field(j, "kode", t->kode);
		json_field(j, "message", t->message);
		json_field(j, "hint", t->hint);
		json_end(j);
	}
	json_end(j);
}

/* ---- one plan ---- */

const char *cetak_target(Arena *arena, const IndikatorRencana *i)
{
	if (*i->target_teks)
		return i->target_teks;
	if (i->target.isi == ISI_KOSONG)
		return "-";
	return desimal_print_id(arena, i->target.nilai, i->target.nilai.scale > 2 ? i->target.nilai.scale : 2);
}

static const char *indented(Arena *arena, const SimpulRencana *s)
{
	return str_format(arena, "%*s%s", 2 * ((int)s->tingkat - 1), "", s->nama);
}

/* "Jan-Mar 1.000,00 ..." would be long: the months that hold money, each with its sum. */
static void cash_print(StrBuf *out, Arena *arena, Bahasa bahasa, const SimpulRencana *s)
{
	strbuf_addf(out, "%*s%s:", 4, "", teks(bahasa, "anggaran kas"));
	for (int m = 0; m < KAS_BULAN; m++)
		if (s->kas[m].sen)
			strbuf_addf(out, " %.3s %s;", bulan_name((uint8_t)(m + 1), bahasa), rupiah_print_id(arena, s->kas[m]));
	if (out->str[out->len - 1] == ';')
		out->str[--out->len] = '\0';
	strbuf_addc(out, '\n');
}

static void money_table(StrBuf *out, Arena *arena, Bahasa bahasa, const Rencana *r)
{
	const KolomDaftar columns[] = {{teks(bahasa, "CODE"), false}, {teks(bahasa, "PAGU (Rp)"), true}, {teks(bahasa, "NAME"), false}};
	Daftar d = daftar_begin(arena, columns, sizeof columns / sizeof *columns);
	for (uint32_t i = 0; i < r->n_simpul; i++) {
		Rupiah sum = {0};
		rencana_sum(r, i, rencana_end(r, i), &sum);
		daftar_add(&d, (const char *const[]){r->simpul[i].kode, rupiah_print_id(arena, sum), indented(arena, &r->simpul[i])});
	}
	Rupiah total = {0};
	rencana_sum(r, 0, r->n_simpul, &total);
	daftar_add(&d, (const char *const[]){teks(bahasa, "TOTAL"), rupiah_print_id(arena, total), ""});
	daftar_print(&d, out);
}

static void indicator_table(StrBuf *out, Arena *arena, Bahasa bahasa, const Rencana *r)
{
	const KolomDaftar columns[] = {{teks(bahasa, "CODE"), false}, {teks(bahasa, "NO"), true}, {teks(bahasa, "TARGET"), true}, {teks(bahasa, "UNIT"), false},
	                               {teks(bahasa, "INDICATOR"), false}};
	Daftar d = daftar_begin(arena, columns, sizeof columns / sizeof *columns);
	for (uint32_t i = 0; i < r->n_simpul; i++)
		for (uint32_t n = 0; n < r->simpul[i].n_indikator; n++) {
			const IndikatorRencana *x = &r->indikator[r->simpul[i].indikator_awal + n];
			daftar_add(&d, (const char *const[]){r->simpul[i].kode, str_format(arena, "%" PRId64, x->nomor), cetak_target(arena, x), x->satuan, x->nama});
		}
	if (d.n)
		daftar_print(&d, out);
}

void cetak_rencana(StrBuf *out, Arena *arena, Bahasa bahasa, const Rencana *rencana)
{
	money_table(out, arena, bahasa, rencana);
	strbuf_addc(out, '\n');
	indicator_table(out, arena, bahasa, rencana);
	if (!rencana->ada_kas)
		return;
	strbuf_addf(out, "\n%s\n", teks(bahasa, "Anggaran kas"));
	for (uint32_t i = 0; i < rencana->n_simpul; i++) {
		if (!rencana->simpul[i].ada_kas)
			continue;
		strbuf_addf(out, "%s\n", rencana->simpul[i].kode);
		cash_print(out, arena, bahasa, &rencana->simpul[i]);
	}
}
