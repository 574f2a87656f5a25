#include "base/str.h"
#include "engine/check_bantu.h"
#include "engine/check_hitung.h"

enum { NAMA_MAX = 60, DAFTAR_MAX = 6 };

const char *hitung_sebutan(const Hitung *h, uint32_t i)
{
	if (i == h->n)
		return teks(h->p->bahasa, "the total row");
	const Simpul *s = &h->snapshot->simpul[i];
	if (!s->kode.n_bagian)
		return bantu_sebutan(h->p, i);
	return str_format(h->p->arena, "%s %s", bantu_tingkat(s->tingkat), kode_print(h->p->arena, s->kode));
}

/* At most NAMA_MAX code points, cut between characters. */
static const char *shorten(Arena *arena, const char *text)
{
	if (utf8_count(text) <= NAMA_MAX)
		return text;
	const char *end = text;
	for (int i = 0; i < NAMA_MAX - 3; i++)
		utf8_next(&end);
	return str_format(arena, "%s...", str_trim(arena, str_dupn(arena, text, (size_t)(end - text))));
}

const char *hitung_nama_indikator(const Hitung *h, uint32_t indikator)
{
	const char *nama = h->snapshot->indikator[indikator].nama;
	if (str_blank(nama))
		return teks(h->p->bahasa, "the indicator");
	return str_format(h->p->arena, "\"%s\"", shorten(h->p->arena, str_squeeze(h->p->arena, nama)));
}

/* ---- operands ---- */

const char *hitung_nama_operand(const Hitung *h, const Kata *kata, uint32_t a)
{
	if (kata->indikator)
		return hitung_nama_indikator(h, kata->nomor[a]);
	const Simpul *s = &h->snapshot->simpul[kata->nomor[a]];
	return s->kode.n_bagian ? kode_print(h->p->arena, s->kode) : bantu_sebutan(h->p, kata->nomor[a]);
}

static const char *operand_value(const Hitung *h, const Pertanyaan *tanya, uint32_t a)
{
	Desimal d;
	uint8_t desimal = tanya->jumlah ? 2 : h->p->kebijakan->desimal;
	if (!tanya->operand[a].tepat || !pecahan_round(&d, tanya->operand[a].tepat, desimal, h->p->kebijakan->pembulatan))
		return "-";
	return desimal_print_id(h->p->arena, d, desimal);
}

static const char *operand_both(const Hitung *h, const Pertanyaan *tanya, const Kata *kata, uint32_t a)
{
	return str_format(h->p->arena, "%s (%s)", hitung_nama_operand(h, kata, a), operand_value(h, tanya, a));
}

static uint32_t with_value(const Pertanyaan *tanya)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < tanya->n; i++)
		n += tanya->operand[i].tepat != NULL;
	return n;
}

/* A spreadsheet's AVERAGE skips a row in silence when one of its cells holds a dash: worth saying where that is so. */
static const char *dash_of(const Hitung *h, const Kata *kata, uint32_t a)
{
	if (kata->indikator || hitung_cell(h, kata->nomor[a], BESAR_KEUANGAN).angka.status != ANGKA_STRIP)
		return "";
	return teks(h->p->bahasa, ", whose keuangan is only a dash");
}

/* ---- a clause a cause ---- */

static const char *left_out(const Hitung *h, const Pertanyaan *t, const Diagnosa *d, const Kata *kata)
{
	Arena *a = h->p->arena;
	Bahasa b = h->p->bahasa;
	uint32_t n = with_value(t);
	const char *name = operand_both(h, t, kata, d->a);
	if (d->serupa && t->jumlah)
		return str_format(a, teks(b, "the printed figure is the sum without one of the %u %s of %s; which one cannot be told"), d->serupa + 1, kata->anak,
		                  operand_value(h, t, d->a));
	if (d->serupa)
		return str_format(a, teks(b, "the printed figure is the mean without one of the %u %s of %s; which one cannot be told"), d->serupa + 1, kata->anak,
		                  operand_value(h, t, d->a));
	if (t->jumlah)
		return str_format(a, teks(b, "the printed figure is the sum of %u of the %u %s, without %s"), n - 1, n, kata->anak, name);
	return str_format(a, teks(b, "the printed figure is the mean of %u of the %u %s, without %s%s"), n - 1, n, kata->anak, name,
	                  dash_of(h, kata, d->a));
}

static const char *doubled(const Hitung *h, const Pertanyaan *t, const Diagnosa *d, const Kata *kata)
{
	if (d->serupa)
		return str_format(h->p->arena, teks(h->p->bahasa, "one of the %u %s of %s was counted twice; which one cannot be told"), d->serupa + 1,
		                  kata->anak, operand_value(h, t, d->a));
	return str_format(h->p->arena, teks(h->p->bahasa, "%s was counted twice"), operand_both(h, t, kata, d->a));
}

static const char *subset(const Hitung *h, const Pertanyaan *t, const Diagnosa *d, const Kata *kata)
{
	Arena *a = h->p->arena;
	Bahasa b = h->p->bahasa;
	const char *taken[HIMPUNAN_MAX], *out[HIMPUNAN_MAX];
	uint32_t n_taken = 0, n_out = 0;
	for (uint32_t i = 0; i < t->n; i++) {
		if (!t->operand[i].tepat)
			continue;
		if (d->himpunan >> i & 1)
			taken[n_taken++] = operand_both(h, t, kata, i);
		else
			out[n_out++] = operand_both(h, t, kata, i);
	}
	const char *clause;
	if (n_taken == 1)
		clause = str_format(a, teks(b, "the printed figure is that of %s alone"), taken[0]);
	else if (n_taken <= n_out)
		clause = str_format(a, t->jumlah ? teks(b, "the printed figure is the sum of %u of the %u %s only: %s") : teks(b, "the printed figure is the mean of %u of the %u %s only: %s"),
		                    n_taken, n_taken + n_out, kata->anak, bantu_daftar(a, taken, n_taken, DAFTAR_MAX, b));
	else
		clause = str_format(a, t->jumlah ? teks(b, "the printed figure is the sum of %u of the %u %s, without %s") : teks(b, "the printed figure is the mean of %u of the %u %s, without %s"),
		                    n_taken, n_taken + n_out, kata->anak, bantu_daftar(a, out, n_out, DAFTAR_MAX, b));
	return d->serupa ? str_format(a, teks(b, "%s, or others of the same value"), clause) : clause;
}

static const char *blanks(const Hitung *h, const Diagnosa *d, const Kata *kata)
{
	if (d->serupa)
		return str_format(h->p->arena, teks(h->p->bahasa, "%u %s without a report were counted as zero"), d->serupa + 1, kata->anak);
	return str_format(h->p->arena, teks(h->p->bahasa, "%s, which has no report, was counted as zero"), hitung_nama_operand(h, kata, d->a));
}

static const char *places(const Hitung *h, const Diagnosa *d)
{
	if (d->faktor < 0)
		return str_format(h->p->arena, teks(h->p->bahasa, "the printed figure is %d times too small"), -d->faktor);
	return str_format(h->p->arena, teks(h->p->bahasa, "the printed figure is %d times too large"), d->faktor);
}

const char *hitung_sebab(const Hitung *h, const Pertanyaan *tanya, const Diagnosa *d, const Kata *kata)
{
	Arena *a = h->p->arena;
	Bahasa b = h->p->bahasa;
	switch (d->sebab) {
	case SEBAB_TIDAK_DIKETAHUI:
		return d->ragu ? teks(b, "several different omissions would explain the printed figure; which one cannot be told") : NULL;
	case SEBAB_ANAK_TERCETAK:
		return str_format(a, teks(b, "the printed figure follows from that of %s"), hitung_nama_operand(h, kata, d->a));
	case SEBAB_DIBULATKAN:
		return tanya->jumlah ? teks(b, "figures without their decimals were added") : teks(b, "the printed figure was computed from others already rounded");
	case SEBAB_DIPOTONG:
		return teks(b, "further decimals were cut off, not rounded");
	case SEBAB_KOSONG_NOL:
		return blanks(h, d, kata);
	case SEBAB_TERTUKAR:
		return teks(b, "two digits are transposed");
	case SEBAB_FAKTOR:
		return places(h, d);
	case SEBAB_TERBALIK:
		return teks(b, "dividend and divisor were exchanged");
	case SEBAB_SISA:
		return teks(b, "the printed figure is what is left to 100");
	case SEBAB_KOLOM_TETANGGA:
		return str_format(a, teks(b, "the printed figure repeats that of the column %s"), kata->kolom[d->a]);
	case SEBAB_CARA_LAIN:
		return kata->lain[d->a];
	case SEBAB_ANAK_HILANG:
		return left_out(h, tanya, d, kata);
	case SEBAB_ANAK_GANDA:
		return doubled(h, tanya, d, kata);
	case SEBAB_BERLAPIS:
		return str_format(a, teks(b, "rows of %d levels were added together"), d->faktor);
	case SEBAB_BARIS_TETANGGA:
		return d->a ? teks(b, "the printed figure repeats that of the row below") : teks(b, "the printed figure repeats that of the row above");
	case SEBAB_NOL_KOSONG:
		return str_format(a, teks(b, "%u %s with the value zero were left out"), d->serupa + 1, kata->anak);
	case SEBAB_HIMPUNAN:
		return subset(h, tanya, d, kata);
	}
	return NULL;
}

int32_t hitung_report(Hitung *h, const char *rule, Tertulis cell, uint32_t i, const char *computed, const char *fakta, const char *sebab,
                      const char *hint)
{
	StrBuf b = {.arena = h->p->arena};
	strbuf_addc(&b, *fakta >= 'a' && *fakta <= 'z' ? (char)(*fakta - 'a' + 'A') : *fakta);
	strbuf_add(&b, fakta + 1);
	if (sebab)
		strbuf_addf(&b, ": %s", sebab);
	strbuf_addc(&b, '.');
	const char *printed = cell.baris ? bantu_mesin(h->p->arena, cell) : NULL;
	if (++h->n_temuan == HITUNG_BATAS)
		hint = str_format(h->p->arena, teks(h->p->bahasa, "%d figures of this report are wrong; the rest was not judged."), HITUNG_BATAS);
	return check_report(h->p, rule, cell, hitung_simpul(h, i), printed, computed, strbuf_text(&b), hint);
}

int32_t hitung_report_ikutan(Hitung *h, const char *rule, Tertulis cell, uint32_t i, const char *besaran, IsiDesimal benar, int32_t cause)
{
	Arena *a = h->p->arena;
	const char *fact = str_format(a, teks(h->p->bahasa, "%s of %s follows from it: %s -> %s"), besaran, hitung_sebutan(h, i),
	                              bantu_cell_id(a, cell), bantu_id(a, benar.nilai));
	int32_t t = hitung_report(h, rule, cell, i, bantu_isi_mesin(a, benar), fact, NULL, NULL);
	check_follows(h->p, t, cause);
	return t;
}
