#include "base/str.h"
#include "report/page.h"
#include "report/page_teks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

/* Type of a made-up font: every character is half as wide as it is tall, in bold a tenth more. */
static const Kata *kata_fake(void *ctx, const char *text, size_t n, Gaya gaya)
{
	Arena *a = ctx;
	Kata *k = ARENA_NEW(a, Kata);
	double each = gaya.ukuran * (gaya.tebal ? 0.55 : 0.5);
	size_t count = utf8_count(str_dupn(a, text, n));
	*k = (Kata){.teks = text, .n = (uint32_t)n, .gaya = gaya, .lebar = (double)count * each};
	k->tampak = k->lebar - (n > 1 && text[n - 1] == ' ' ? each : 0);
	return k;
}

static Pengukur pengukur(Arena *a)
{
	return (Pengukur){a, kata_fake};
}

/* --- text --- */

static const char *line_text(Arena *a, const BarisTeks *line)
{
	StrBuf b = {.arena = a};
	for (uint32_t i = 0; i < line->n; i++)
		strbuf_addn(&b, line->kata[i]->teks, line->kata[i]->n);
	return strbuf_text(&b);
}

static Paragraf wrap(Arena *a, const char *text, double width)
{
	Pengukur u = pengukur(a);
	Paragraf out = {0};
	TeksKata t = teks_measure(a, &u, text, (Gaya){false, 10});
	teks_wrap(&out, a, &u, &t, width, TINTA_HITAM);
	return out;
}

static void wraps_at_blanks(void **state)
{
	Arena *a = *state;
	Paragraf p = wrap(a, "satu dua tiga empat", 45); /* 9 characters a line */
	assert_int_equal(p.n, 3);
	assert_string_equal(line_text(a, &p.baris[0]), "satu dua ");
	assert_string_equal(line_text(a, &p.baris[1]), "tiga ");
	assert_string_equal(line_text(a, &p.baris[2]), "empat");
	assert_float_equal(p.baris[0].tampak, 40, 0.001); /* the blank at the end hangs out */
}

static void breaks_after_a_slash_between_long_words_only(void **state)
{
	Arena *a = *state;
	Paragraf p = wrap(a, "Pemeliharaan/Rehabilitasi", 70);
	assert_int_equal(p.n, 2);
	assert_string_equal(line_text(a, &p.baris[0]), "Pemeliharaan/");
	p = wrap(a, "biaya dan/atau jasa", 55); /* 11 characters */
	assert_string_equal(line_text(a, &p.baris[0]), "biaya ");
	assert_string_equal(line_text(a, &p.baris[1]), "dan/atau ");
	p = wrap(a, "2023-12-29 2017/2018", 40);
	assert_string_equal(line_text(a, &p.baris[0]), "2023-12-");   /* only a word wider than its column is cut */
}

static void cuts_a_word_that_is_too_wide(void **state)
{
	Arena *a = *state;
	Paragraf p = wrap(a, "ab cdefghijklm", 25); /* 5 characters */
	assert_int_equal(p.n, 4);
	assert_string_equal(line_text(a, &p.baris[1]), "cdefg");
	assert_string_equal(line_text(a, &p.baris[3]), "m");
	p = wrap(a, "\xC3\xA9\xC3\xA9\xC3\xA9", 1); /* narrower than a character: one a line, never half of one */
	assert_int_equal(p.n, 3);
	assert_string_equal(line_text(a, &p.baris[2]), "\xC3\xA9");
}

static void keeps_line_breaks_of_the_source(void **state)
{
	Arena *a = *state;
	Paragraf p = wrap(a, "a\n\nb", 100);
	assert_int_equal(p.n, 3);
	assert_int_equal(p.baris[1].n, 0);
	assert_int_equal(wrap(a, "", 100).n, 0);
}

/* --- pages: random forms --- */

typedef struct { Arena *arena; uint64_t acak; } Acak;

static uint32_t acak(Acak *r, uint32_t below)
{
	r->acak ^= r->acak << 13;
	r->acak ^= r->acak >> 7;
	r->acak ^= r->acak << 17;
	return (uint32_t)(r->acak >> 33) % below;
}

static const char *words(Acak *r, uint32_t n)
{
	static const char *const WORD[] = {"Penyediaan", "Jasa", "Pemeliharaan/Rehabilitasi", "dan/atau", "Kabupaten/Kota", "di", "rata-rata", "(satu)", "SDM",
	                                   "Pertanggungjawaban,", "Supercalifragilisticexpialidociousnessismus"};
	StrBuf b = {.arena = r->arena};
	for (uint32_t i = 0; i < n; i++)
		strbuf_addf(&b, "%s%s", i ? " " : "", WORD[acak(r, sizeof WORD / sizeof *WORD)]);
	return strbuf_text(&b);
}

static SelForm text_cell(const char *text)
{
	return (SelForm){.jenis = ISI_SEL_TEKS, .teks = text};
}

static SelForm number_cell(Acak *r, JenisSelForm kind, int64_t below)
{
	Desimal v = {(int64_t)(((uint64_t)acak(r, 1u << 30) << 30 | acak(r, 1u << 30)) % (uint64_t)below), 2};
	SelForm cell = {.jenis = kind, .isi = ISI_ADA, .nilai = v, .teks = desimal_print_id(r->arena, v, 2)};
	if (acak(r, 10) == 0)
		cell.tercetak = "9.999,99";
	return cell;
}

static void block_fill(Acak *r, BlokForm *b, Tingkat tingkat, uint32_t lines, uint32_t longest)
{
	static const char *const KODE[] = {"", "2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"};
	int64_t money = 130000000000000000; /* 1,3 x 10^15 rupiah in sen */
	*b = (BlokForm){.tingkat = tingkat, .kode = text_cell(KODE[tingkat]), .nama = text_cell(words(r, 1 + acak(r, longest))), .predikat = "",
	                .pagu = number_cell(r, ISI_SEL_UANG, money), .realisasi = number_cell(r, ISI_SEL_UANG, money),
	                .keuangan = number_cell(r, ISI_SEL_PERSEN, 20000), .rata_rata = number_cell(r, ISI_SEL_PERSEN, 20000),
	                .keluaran = number_cell(r, ISI_SEL_PERSEN, 20000), .keluaran_per_baris = tingkat == TINGKAT_SUB_KEGIATAN, .n_baris = lines};
	b->baris = ARENA_ARRAY(r->arena, BarisForm, lines);
	for (uint32_t i = 0; i < lines; i++)
		b->baris[i] = (BarisForm){.indikator = text_cell(words(r, acak(r, longest))), .target = number_cell(r, ISI_SEL_VOLUME, 100000000),
		                          .volume = acak(r, 8) ? number_cell(r, ISI_SEL_VOLUME, 100000000) : text_cell("Sangat Memuaskan"),
		                          .satuan = text_cell(acak(r, 2) ? "Orang/Bulan" : words(r, 1)),
		                          .keluaran = b->keluaran_per_baris || i == 0 ? number_cell(r, ISI_SEL_PERSEN, 20000) : text_cell("")};
	if (acak(r, 4) == 0) {
		b->n_catatan = 1;
		b->catatan = ARENA_ARRAY(r->arena, CatatanForm, 1);
		b->catatan[0] = (CatatanForm){CATATAN_RATA, "Rata-rata keluaran (2 indikator)", number_cell(r, ISI_SEL_PERSEN, 20000)};
		b->catatan[0].keluaran.tercetak = NULL;
	}
}

/* `longest`: words of a name or indicator at most. */
static TabelForm *form_random(Acak *r, uint32_t programs, uint32_t longest, uint32_t narrative)
{
	TabelForm *f = ARENA_NEW(r->arena, TabelForm);
	uint32_t cap = 0;
	*f = (TabelForm){.judul = {"LAPORAN CAPAIAN", "PERANGKAT DAERAH"}, .label_permasalahan = "PERMASALAHAN", .permasalahan = words(r, narrative),
	                 .label_tindak_lanjut = "TINDAK LANJUT", .tindak_lanjut = words(r, narrative / 2), .judul_keterangan = "KETERANGAN :",
	                 .tempat_tanggal = "Singaraja, 3 Januari 2024", .jabatan = "Kepala", .nama = "Nama Kepala", .pangkat = "Pembina", .nip = "NIP 1970",
	                 .kaki_kebijakan = "Kebijakan Bawaan versi 1", .kaki_data = "data 29 Desember 2023"};
	for (int i = 0; i < 9; i++)
		f->keterangan[i] = "Kolom (1) : diisi kode";
	for (int i = 0; i < 5; i++)
		f->kepala[i] = (PasanganForm){"UNIT ORGANISASI", "Dinas"};
	for (int i = 0; i < 3; i++)
		f->jumlah[i] = (PasanganForm){"JUMLAH", "3"};
	f->total.pagu = f->total.realisasi = number_cell(r, ISI_SEL_UANG, 130000000000000000);
	f->total.target = f->total.volume = f->total.keuangan = f->total.keluaran = f->total.rata_rata = number_cell(r, ISI_SEL_PERSEN, 20000);
	f->total.satuan = text_cell("%");
	for (uint32_t p = 0; p < programs; p++) {
		block_fill(r, ARENA_PUSH(r->arena, f->blok, f->n_blok, cap), TINGKAT_PROGRAM, 1 + acak(r, 2), longest);
		for (uint32_t k = acak(r, 4); k > 0; k--) {
			block_fill(r, ARENA_PUSH(r->arena, f->blok, f->n_blok, cap), TINGKAT_KEGIATAN, 1, longest);
			for (uint32_t s = acak(r, 5); s > 0; s--)
				block_fill(r, ARENA_PUSH(r->arena, f->blok, f->n_blok, cap), TINGKAT_SUB_KEGIATAN, 1 + acak(r, 5), longest);
		}
	}
	return f;
}

static double unsur_width(const Unsur *u)
{
	double width = 0;
	for (uint32_t i = 0; i < u->n_kata; i++)
		width += i + 1 < u->n_kata ? u->kata[i]->lebar : u->kata[i]->tampak;
	return width;
}

static const char *unsur_text(Arena *a, const Unsur *u)
{
	return line_text(a, &(BarisTeks){.n = u->n_kata, .kata = (const Kata **)(uintptr_t)u->kata});
}

static void nothing_leaves_its_cell(const TataLetak *t)
{
	for (size_t h = 0; h < t->n_halaman; h++)
		for (size_t i = 0; i < t->halaman[h].n_unsur; i++) {
			const Unsur *u = &t->halaman[h].unsur[i];
			if (u->jenis != UNSUR_TEKS)
				continue;
			assert_true(u->x >= u->kotak[0] - 0.05);
			assert_true(u->x + unsur_width(u) <= u->kotak[2] + 0.05);
			assert_true(u->y > u->kotak[1] && u->y <= u->kotak[3] + 0.05);
			assert_true(u->kotak[0] >= 0 && u->kotak[2] <= t->lebar && u->kotak[3] <= t->tinggi);
			assert_true(u->blok == PAGE_BUKAN_BLOK || u->kotak[3] < t->tinggi - 30);
		}
}

/* The text of a block's column over all pages, in order, without blanks and without what is repeated on a further page. */
static const char *column_text(Arena *a, const TataLetak *t, uint32_t blok, uint8_t kolom)
{
	StrBuf b = {.arena = a};
	bool code_seen = false;
	for (size_t h = 0; h < t->n_halaman; h++) {
		bool here = false;
		for (size_t i = 0; i < t->halaman[h].n_unsur; i++) {
			const Unsur *u = &t->halaman[h].unsur[i];
			if (u->jenis != UNSUR_TEKS || u->blok != blok || u->kolom != kolom || (kolom == 0 && code_seen))
				continue;
			here = true;
			for (const char *c = unsur_text(a, u); *c; c++)
				if (*c != ' ')
					strbuf_addc(&b, *c);
		}
		code_seen |= here;
	}
	return strbuf_text(&b);
}

static void expect_cell(StrBuf *b, const SelForm *cell)
{
	for (const char *c = cell->teks; *c; c++)
		if (*c != ' ')
			strbuf_addc(b, *c);
	if (cell->tercetak)
		strbuf_addf(b, "(%s)", cell->tercetak);
}

static const char *expected_text(Arena *a, const BlokForm *blok, uint8_t kolom)
{
	StrBuf b = {.arena = a};
	const SelForm *one[FORM_N_KOLOM] = {[0] = &blok->kode, [1] = &blok->nama, [3] = &blok->pagu, [5] = &blok->realisasi, [8] = &blok->keuangan,
	                                    [10] = &blok->rata_rata};
	if (one[kolom]) {
		expect_cell(&b, one[kolom]);
		return strbuf_text(&b);
	}
	for (uint32_t i = 0; i < blok->n_baris; i++) {
		const BarisForm *l = &blok->baris[i];
		const SelForm *each[FORM_N_KOLOM] = {[2] = &l->indikator, [4] = &l->target, [6] = &l->volume, [7] = &l->satuan, [9] = &l->keluaran};
		expect_cell(&b, each[kolom]);
	}
	for (uint32_t i = 0; i < blok->n_catatan; i++)
		if (kolom == 2 || kolom == 9)
			expect_cell(&b, kolom == 2 ? &(SelForm){.teks = blok->catatan[i].teks} : &blok->catatan[i].keluaran);
	return strbuf_text(&b);
}

static void everything_stands_there_once(Arena *a, const TabelForm *f, const TataLetak *t)
{
	for (uint32_t b = 0; b < f->n_blok; b++)
		for (uint8_t k = 0; k < FORM_N_KOLOM; k++)
			assert_string_equal(column_text(a, t, b, k), expected_text(a, &f->blok[b], k));
}

static bool is_number(const char *text)
{
	size_t n = strlen(text);
	return n > 3 && text[n - 3] == ',' && strspn(text, "0123456789.,") == n;
}

/* In columns of numbers every line is a whole number (or one in brackets, or a text in its place). */
static void numbers_are_whole(Arena *a, const TataLetak *t)
{
	size_t seen = 0;
	for (size_t h = 0; h < t->n_halaman; h++)
		for (size_t i = 0; i < t->halaman[h].n_unsur; i++) {
			const Unsur *u = &t->halaman[h].unsur[i];
			if (u->jenis != UNSUR_TEKS || u->blok == PAGE_BUKAN_BLOK || u->kolom < 3 || u->kolom == 7)
				continue;
			const char *text = unsur_text(a, u);
			if (strpbrk(text, "0123456789") && *text != '(')
				assert_true(is_number(text));
			seen++;
		}
	assert_true(seen > 0);
}

typedef struct { bool rows, head, signature; uint32_t last; } RingkasHalaman;

static RingkasHalaman page_summary(Arena *a, const Halaman *h)
{
	RingkasHalaman r = {0};
	for (size_t i = 0; i < h->n_unsur; i++) {
		const Unsur *u = &h->unsur[i];
		if (u->jenis != UNSUR_TEKS)
			continue;
		const char *text = unsur_text(a, u);
		r.head |= str_starts(text, "(7) = ");
		r.signature |= str_starts(text, "NIP ");
		if (u->blok == PAGE_BUKAN_BLOK)
			continue;
		r.rows = true;
		r.last = u->blok;
	}
	return r;
}

/* How high a block is over all pages; *pages receives on how many it stands. */
static double block_extent(const TataLetak *t, uint32_t blok, size_t *pages)
{
	double sum = 0;
	*pages = 0;
	for (size_t h = 0; h < t->n_halaman; h++) {
		double least = 1e9, most = 0;
		for (size_t i = 0; i < t->halaman[h].n_unsur; i++) {
			const Unsur *u = &t->halaman[h].unsur[i];
			if (u->jenis != UNSUR_TEKS || u->blok != blok)
				continue;
			least = u->kotak[1] < least ? u->kotak[1] : least;
			most = u->kotak[3] > most ? u->kotak[3] : most;
		}
		if (most > 0) {
			sum += most - least;
			++*pages;
		}
	}
	return sum;
}

static bool heads_next(const TabelForm *f, uint32_t i)
{
	return f->blok[i].tingkat < TINGKAT_SUB_KEGIATAN && i + 1 < f->n_blok && f->blok[i + 1].tingkat > f->blok[i].tingkat;
}

static void pages_are_in_order(Arena *a, const TabelForm *f, const TataLetak *t)
{
	bool signed_once = false;
	for (size_t h = 0; h < t->n_halaman; h++) {
		RingkasHalaman r = page_summary(a, &t->halaman[h]);
		assert_true(!r.rows || r.head);
		assert_false(r.signature && signed_once);
		signed_once |= r.signature;
		if (!r.rows)
			continue;
		size_t pages;
		double extent = block_extent(t, r.last, &pages);
		uint32_t i = r.last;
		for (; heads_next(f, i); i++)
			extent += block_extent(t, i + 1, &pages);
		assert_true(i == r.last || extent > t->tinggi - 200);
	}
	assert_true(signed_once);
}

static void blocks_are_cut_only_when_taller_than_a_page(const TabelForm *f, const TataLetak *t)
{
	for (uint32_t b = 0; b < f->n_blok; b++) {
		size_t pages;
		double extent = block_extent(t, b, &pages);
		assert_true(pages >= 1);
		assert_true(pages == 1 || extent > t->tinggi - 200);
	}
}

static void structure_is_balanced(const TataLetak *t)
{
	const char *open[8];
	size_t depth = 0, cells = 0;
	for (size_t h = 0; h < t->n_halaman; h++)
		for (size_t i = 0; i < t->halaman[h].n_unsur; i++) {
			const Unsur *u = &t->halaman[h].unsur[i];
			if (u->jenis == UNSUR_MULAI) {
				assert_true(depth < 8);
				open[depth++] = u->tag;
				cells += str_equal(u->tag, "TD");
			} else if (u->jenis == UNSUR_AKHIR) {
				assert_true(depth > 0);
				assert_string_equal(open[--depth], u->tag);
			}
		}
	assert_int_equal(depth, 0);
	assert_true(cells > 0);
}

static void hold_to_promises(Arena *a, const TabelForm *f, Kertas kertas)
{
	Pengukur u = pengukur(a);
	const TataLetak *t = page_layout(a, f, kertas, &u);
	nothing_leaves_its_cell(t);
	everything_stands_there_once(a, f, t);
	if (f->n_blok)
		numbers_are_whole(a, t);
	pages_are_in_order(a, f, t);
	blocks_are_cut_only_when_taller_than_a_page(f, t);
	structure_is_balanced(t);
}

static void random_forms_keep_their_promises(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 40; seed++) {
		Acak r = {arena_new(), seed * 0x9E3779B97F4A7C15u};
		hold_to_promises(r.arena, form_random(&r, acak(&r, 6), 1 + acak(&r, 25), acak(&r, 60)), (Kertas)(seed % 3));
		arena_free(r.arena);
	}
}

static void blocks_taller_than_a_page_are_cut(void **state)
{
	(void)state;
	size_t most = 0;
	for (uint64_t seed = 1; seed <= 6; seed++) {
		Acak r = {arena_new(), seed * 0xD1B54A32D192ED03u};
		TabelForm *f = form_random(&r, 2, 900, 20);
		hold_to_promises(r.arena, f, KERTAS_F4);
		Pengukur u = pengukur(r.arena);
		const TataLetak *t = page_layout(r.arena, f, KERTAS_F4, &u);
		for (uint32_t b = 0; b < f->n_blok; b++) {
			size_t pages;
			block_extent(t, b, &pages);
			most = pages > most ? pages : most;
		}
		arena_free(r.arena);
	}
	assert_true(most > 1);
}

static void a_long_narrative_flows_and_takes_lines_to_the_signature(void **state)
{
	(void)state;
	for (uint32_t n = 0; n < 4000; n += 211) {
		Acak r = {arena_new(), 88172645463325252u + n};
		const TabelForm *f = form_random(&r, 1, 6, n);
		Pengukur u = pengukur(r.arena);
		const TataLetak *t = page_layout(r.arena, f, KERTAS_F4, &u);
		nothing_leaves_its_cell(t);
		bool table_with_signature = false;
		size_t words_shown = 0;
		for (size_t h = 0; h < t->n_halaman; h++) {
			bool sign = page_summary(r.arena, &t->halaman[h]).signature, cells = false;
			for (size_t i = 0; i < t->halaman[h].n_unsur; i++) {
				const Unsur *x = &t->halaman[h].unsur[i];
				cells |= x->jenis == UNSUR_MULAI && str_equal(x->tag, "TD");
				if (x->jenis == UNSUR_TEKS && x->blok == PAGE_BUKAN_BLOK)
					words_shown += x->n_kata;
			}
			table_with_signature |= sign && cells;
		}
		assert_true(table_with_signature);
		assert_true(words_shown >= n + n / 2);
		arena_free(r.arena);
	}
}

static void columns_hold_a_countrys_money_on_every_paper(void **state)
{
	Arena *a = *state;
	for (int k = 0; k < 3; k++) {
		Acak r = {a, 42};
		TabelForm *f = form_random(&r, 1, 5, 3);
		f->total.pagu.teks = f->total.realisasi.teks = "92.233.720.368.547.758,07";
		Pengukur u = pengukur(a);
		const TataLetak *t = page_layout(a, f, (Kertas)k, &u);
		nothing_leaves_its_cell(t);
		assert_true(t->kolom_x[2] - t->kolom_x[1] > 60);
		assert_true(t->kolom_x[FORM_N_KOLOM] < t->lebar);
	}
}

static void ordinary_reports_are_set_in_eight_points(void **state)
{
	Arena *a = *state;
	Acak r = {a, 7};
	TabelForm *f = form_random(&r, 0, 5, 3);
	f->total.pagu.teks = f->total.realisasi.teks = "14.052.383.491,00";
	Pengukur u = pengukur(a);
	const TataLetak *t = page_layout(a, f, KERTAS_F4, &u);
	assert_float_equal(t->ukuran, 8, 0.001);
	assert_float_equal(t->lebar, 330 / 25.4 * 72, 0.01);
	assert_float_equal(t->tinggi, 215 / 25.4 * 72, 0.01);
	assert_int_equal(t->n_halaman, 1);
}

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(wraps_at_blanks, setup, teardown),
		cmocka_unit_test_setup_teardown(breaks_after_a_slash_between_long_words_only, setup, teardown),
		cmocka_unit_test_setup_teardown(cuts_a_word_that_is_too_wide, setup, teardown),
		cmocka_unit_test_setup_teardown(keeps_line_breaks_of_the_source, setup, teardown),
		cmocka_unit_test(random_forms_keep_their_promises),
		cmocka_unit_test(blocks_taller_than_a_page_are_cut),
		cmocka_unit_test(a_long_narrative_flows_and_takes_lines_to_the_signature),
		cmocka_unit_test_setup_teardown(columns_hold_a_countrys_money_on_every_paper, setup, teardown),
		cmocka_unit_test_setup_teardown(ordinary_reports_are_set_in_eight_points, setup, teardown),
	};
	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
