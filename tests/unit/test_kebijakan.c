#include "base/hash.h"
#include "base/str.h"
#include "domain/kebijakan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#define D(m, s) ((Desimal){(m), (s)})

static const Kebijakan *parse_into(DaftarTemuan *list, const char *text)
{
	return kebijakan_parse(list->arena, "uji.conf", text, strlen(text), BAHASA_EN, list);
}

static const Kebijakan *must_parse(Arena *a, const char *text)
{
	DaftarTemuan list = {.arena = a};
	const Kebijakan *k = parse_into(&list, text);
	if (!k)
		fail_msg("line %u:%u %s", list.temuan[0].posisi.baris, list.temuan[0].posisi.kolom, list.temuan[0].message);
	assert_int_equal(list.n, 0);
	return k;
}

static void default_is_the_house_rules(void **state)
{
	const Kebijakan *k = kebijakan_default(*state);
	assert_string_equal(k->nama, "Bawaan");
	assert_int_equal(k->versi, 1);
	assert_int_equal(k->tahun, 0);
	assert_int_equal(k->arah, ARAH_NAIK);
	assert_int_equal(k->waktu, WAKTU_KUMULATIF);
	assert_true(k->persen_tak_dijumlah);
	assert_false(k->ada_maksimum || k->ada_minimum);
	assert_int_equal(k->gulung, GULUNG_RATA);
	assert_int_equal(k->gulung_indikator, GULUNG_RATA);
	assert_int_equal(k->induk, INDUK_ANAK);
	assert_int_equal(k->kosong, KOSONG_ABAIKAN);
	assert_int_equal(k->desimal, 2);
	assert_int_equal(k->pembulatan, BULAT_JAUH_NOL);
	assert_int_equal(k->selisih_cetak.m, 0);
	assert_int_equal(strlen(k->hash), 64);
	assert_int_equal(k->n_indikator, 0);
}

static void bands_take_printed_values(void **state)
{
	const Kebijakan *k = kebijakan_default(*state);
	static const struct { Desimal value; const char *name; } T[] = {
		{{9100, 2}, "Sangat Tinggi"}, {{9099, 2}, "Tinggi"}, {{905, 1}, "Tinggi"}, {{76, 0}, "Tinggi"}, {{7599, 2}, "Sedang"},
		{{66, 0}, "Sedang"}, {{6599, 2}, "Rendah"}, {{51, 0}, "Rendah"}, {{5099, 2}, "Sangat Rendah"}, {{0, 0}, "Sangat Rendah"},
		{{-5, 0}, "Sangat Rendah"}, {{20000, 2}, "Sangat Tinggi"},
	};
	for (size_t i = 0; i < sizeof T / sizeof *T; i++)
		assert_string_equal(k->pita[kebijakan_pita(k, T[i].value)].nama, T[i].name);

	k = must_parse(*state, "[predikat]\npita_1 = > 105 Di atas target\npita_2 = >= 95 % Tercapai\npita_3=Di bawah target\n");
	assert_int_equal(k->n_pita, 3);
	assert_int_equal(kebijakan_pita(k, D(10501, 2)), 0);
	assert_int_equal(kebijakan_pita(k, D(105, 0)), 1);
	assert_int_equal(kebijakan_pita(k, D(95000000, 6)), 1);
	assert_int_equal(kebijakan_pita(k, D(9499, 2)), 2);
	assert_string_equal(k->pita[2].nama, "Di bawah target");

	k = must_parse(*state, "[predikat]\npita = tidak\n");
	assert_int_equal(k->n_pita, 0);
	assert_int_equal(kebijakan_pita(k, D(100, 0)), -1);
	k = must_parse(*state, "[predikat]\npita_1 = Semua\n");
	assert_int_equal(kebijakan_pita(k, D(-100, 0)), 0);
}

static void reads_every_key(void **state)
{
	const Kebijakan *k = must_parse(*state,
	                                "\xEF\xBB\xBF# every key\r\n"
	                                "[kebijakan]\r\n nama =  Contoh \xE2\x80\x94 lengkap \r\npemda=51.08\r\ntahun = 2024\r\nversi = 12\r\n"
	                                "[gulung]\nsimpul = PAGU\nindikator = bobot\ninduk = sendiri\nkosong = nol\n"
	                                "[indikator]\narah = turun-b\nwaktu = jumlah\npersen_tak_dijumlah = tidak\nmaksimum = 120,5\nminimum = -10.25\n"
	                                "[indikator.1]\npola = stunting = tinggi\narah = rentang\nrentang_bawah = 0\nrentang_atas = 10,125\n"
	                                "[cetak]\ndesimal = 3\npembulatan = genap\n"
	                                "[indikator.2]\nsatuan = %\nwaktu = terakhir\n"
	                                "[predikat]\ndari_cetak = tidak\npita_2 = Kurang\npita_1 = >= 60 Cukup\n"
	                                "[periksa]\nserapan_rendah = 40\nlambat_keuangan = 70,5\nlambat_keluaran = 80\nselisih_cetak = 0,01");
	assert_string_equal(k->nama, "Contoh \xE2\x80\x94 lengkap");
	assert_string_equal(k->pemda, "51.08");
	assert_int_equal(k->tahun, 2024);
	assert_int_equal(k->versi, 12);
	assert_int_equal(k->arah, ARAH_TURUN_B);
	assert_int_equal(k->waktu, WAKTU_JUMLAH);
	assert_false(k->persen_tak_dijumlah);
	assert_true(k->ada_maksimum && k->ada_minimum);
	assert_int_equal(desimal_cmp(k->maksimum, D(1205, 1)), 0);
	assert_int_equal(desimal_cmp(k->minimum, D(-1025, 2)), 0);
	assert_int_equal(k->gulung, GULUNG_PAGU);
	assert_int_equal(k->gulung_indikator, GULUNG_BOBOT);
	assert_int_equal(k->induk, INDUK_SENDIRI);
	assert_int_equal(k->kosong, KOSONG_NOL);
	assert_int_equal(k->desimal, 3);
	assert_int_equal(k->pembulatan, BULAT_GENAP);
	assert_false(k->predikat_dari_cetak);
	assert_int_equal(k->n_pita, 2);
	assert_int_equal(desimal_cmp(k->pita[0].batas, D(60, 0)), 0);
	assert_true(k->pita[0].inklusif);
	assert_string_equal(k->pita[1].nama, "Kurang");
	assert_int_equal(desimal_cmp(k->serapan_rendah, D(40, 0)), 0);
	assert_int_equal(desimal_cmp(k->lambat_keuangan, D(705, 1)), 0);
	assert_int_equal(desimal_cmp(k->lambat_keluaran, D(80, 0)), 0);
	assert_int_equal(desimal_cmp(k->selisih_cetak, D(1, 2)), 0);

	assert_int_equal(k->n_indikator, 2);
	assert_string_equal(k->indikator[0].pola, "stunting = tinggi");
	assert_int_equal(k->indikator[0].arah, ARAH_RENTANG);
	assert_int_equal(k->indikator[0].waktu, WAKTU_JUMLAH); /* the file's default */
	assert_true(k->indikator[0].ada_rentang);
	assert_int_equal(desimal_cmp(k->indikator[0].rentang_atas, D(10125, 3)), 0);
	assert_string_equal(k->indikator[1].satuan, "%");
	assert_int_equal(k->indikator[1].arah, ARAH_TURUN_B);
	assert_int_equal(k->indikator[1].waktu, WAKTU_TERAKHIR);
	assert_false(k->indikator[1].ada_rentang);
}

typedef struct {
	const char *text;
	uint32_t line, column;
	const char *message, *hint; /* part of it; NULL: none demanded */
} Salah;

static void errors_name_line_and_column(void **state)
{
	static const Salah T[] = {
		{"[kebijakn]\n", 1, 1, "no group [kebijakn]", "\"kebijakan\""},
		{"[xyz]\nnama = a\n", 1, 1, "no group [xyz]", NULL},
		{"[]\n", 1, 1, "no group []", NULL},
		{"nama = a\n", 1, 1, "before any [group]", NULL},
		{"[kebijakan\n", 1, 1, "square brackets", NULL},
		{"  [cetak] x\n", 1, 3, "square brackets", NULL},
		{"[cetak]\ndesimal\n", 2, 1, "the = is missing", NULL},
		{"[cetak]\ndesimall = 2\n", 2, 1, "[cetak] has no key desimall", "\"desimal\""},
		{"[cetak]\narah = naik\n", 2, 1, "[cetak] has no key arah", "[indikator]"},
		{"[indikator.1]\npolla = x\npola = x\n", 2, 1, "[indikator.1] has no key polla", "\"pola\""},
		{"[cetak]\ndesimal = 2\ndesimal = 2\n", 3, 11, "key desimal is repeated; it first stands on line 2", NULL},
		{"[cetak]\n\n[cetak]\n", 3, 1, "group [cetak] is repeated; it first stands on line 1", NULL},
		{"[cetak]\ndesimal = 5\n", 2, 11, "whole number from 0 to 4, not \"5\"", NULL},
		{"[cetak]\ndesimal = -1\n", 2, 11, "whole number from 0 to 4, not \"-1\"", NULL},
		{"[cetak]\ndesimal = dua\n", 2, 11, "whole number from 0 to 4, not \"dua\"", NULL},
		{"[cetak]\ndesimal = 2,0\n", 2, 11, "whole number", NULL},
		{"[cetak]\ndesimal = 2 # dua\n", 2, 11, "not \"2 # dua\"", NULL},
		{"[cetak]\ndesimal =\n", 2, 10, "whole number", NULL},
		{"[cetak]\npembulatan = genep\n", 2, 14, "one of jauh-nol, genap, potong, not \"genep\"", "\"genap\""},
		{"[gulung]\nindikator = pagu\n", 2, 13, "one of rata, bobot, not \"pagu\"", NULL},
		{"[kebijakan]\nnama =\n", 2, 7, "nama is empty", NULL},
		{"[kebijakan]\ntahun = 1800\n", 2, 9, "year from 1900 to 2999, not \"1800\"", NULL},
		{"[kebijakan]\ntahun = 3000\n", 2, 9, "from 0 to 2999", NULL},
		{"[kebijakan]\nversi = 0\n", 2, 9, "from 1 to 1000000", NULL},
		{"[kebijakan]\nversi = 99999999999999999999\n", 2, 9, "from 1 to 1000000", NULL},
		{"[indikator]\nmaksimum = 1.000,5\n", 2, 12, "maksimum wants \"tidak\" or a number from 1 to 1000000, not \"1.000,5\"", "comma"},
		{"[indikator]\nmaksimum = tak\n", 2, 12, "maksimum wants \"tidak\" or a number", NULL},
		{"[indikator]\nmaksimum = 0,1234567\n", 2, 12, "maksimum wants", NULL},
		{"[indikator]\nmaksimum = 90\nminimum = 90,5\n", 3, 11, "the floor 90,5 lies above the cap 90", NULL},
		{"[indikator]\npersen_tak_dijumlah = yes\n", 2, 23, "one of ya, tidak, not \"yes\"", NULL},
		{"[periksa]\nserapan_rendah = 101\n", 2, 18, "serapan_rendah wants a number from 0 to 100", NULL},
		{"[periksa]\nserapan_rendah = ,5\n", 2, 18, "serapan_rendah wants a number", NULL},
		{"[predikat]\npita_1 = >= 90 A\npita_2 = >= 90 B\npita_3 = C\n", 3, 10, "the bound of pita_2, 90, is not below that of pita_1, 90", "highest"},
		{"[predikat]\npita_1 = >= 80 A\npita_2 = > 90 B\npita_3 = C\n", 3, 10, "not below", NULL},
		{"[predikat]\npita_1 = >= 80 A\npita_3 = C\n", 3, 10, "pita_2 is missing before pita_3", NULL},
		{"[predikat]\npita_1 = >= 80 A\npita_1 = >= 70 B\npita_2 = C\n", 3, 1, "key pita_1 is repeated; it first stands on line 2", NULL},
		{"[predikat]\npita_1 = >= 80 A\n", 2, 10, "the last band is missing: below pita_1 no predikat is left", "pita_2"},
		{"[predikat]\npita_1 = A\npita_2 = B\n", 2, 10, "pita_1 has no bound", NULL},
		{"[predikat]\npita_1 = >= 80 A\npita_2 = a\n", 3, 10, "pita_2 has the name of pita_1", NULL},
		{"[predikat]\npita_1 = >= x A\npita_2 = B\n", 2, 10, "pita_1 wants a number from -1000000 to 1000000, not \"x\"", NULL},
		{"[predikat]\npita_1 = >= 80\npita_2 = B\n", 2, 10, "the name of a band is empty", NULL},
		{"[predikat]\npita_1 = < 80 A\npita_2 = B\n", 2, 10, "\"< 80 A\" is no name of a band", ">= 91"},
		{"[predikat]\npita_13 = A\n", 2, 1, "pita_13: a policy has at most 12 bands", NULL},
		{"[predikat]\npita_0 = A\n", 2, 1, "[predikat] has no key pita_0", "\"pita_1\""},
		{"[predikat]\npita = ya\n", 2, 8, "pita wants \"tidak\"", NULL},
		{"[predikat]\npita = tidak\npita_1 = A\n", 2, 8, "no bands, and lists bands", NULL},
		{"[indikator.2]\npola = x\n", 1, 1, "[indikator.2] stands where [indikator.1] is due", NULL},
		{"[indikator.1]\npola = x\n[indikator.1]\npola = y\n", 3, 1, "[indikator.1] stands where [indikator.2] is due", NULL},
		{"[indikator.1]\narah = naik\n", 1, 1, "neither pola nor satuan", NULL},
		{"[indikator.1]\npola = x\narah = rentang\nrentang_bawah = 1\n", 4, 17, "one is missing", NULL},
		{"[indikator.1]\npola = x\nrentang_bawah = 1\nrentang_atas = 2\n", 3, 17, "arah is not rentang", NULL},
		{"[indikator.1]\npola = x\narah = rentang\nrentang_bawah = 3\nrentang_atas = 2\n", 5, 16, "rentang_atas lies below", NULL},
		{"[indikator.1]\npola = x\narah = rentang\nrentang_bawah = 0\nrentang_atas = 0\n", 5, 16, "greater than 0", NULL},
		{"[indikator.1]\npola = x\narah = rentang\nrentang_bawah = -1\nrentang_atas = 2\n", 4, 17, "rentang_bawah wants a number from 0", NULL},
		{"[kebijakan]\nnama = \xC3\xA9\xE9\n", 2, 9, "byte 0xE9 is not UTF-8", "UTF-8"},
		{"\xFF\xFE[\n", 1, 1, "byte 0xFF is not UTF-8", NULL},
		{"[kebijakan]\rnama = a\r", 1, 12, "control character 0x0D", NULL},
		{"[kebijakan]\nnama = a\x01\n", 2, 9, "control character 0x01", NULL},
		{"[kebijakan]\n\xC3\xA9 = a\n", 2, 1, "has no key \xC3\xA9", NULL},
	};
	for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
		DaftarTemuan list = {.arena = *state};
		assert_null(parse_into(&list, T[i].text));
		const Temuan *t = &list.temuan[0];
		if (list.n != 1 || t->posisi.baris != T[i].line || t->posisi.kolom != T[i].column || !strstr(t->message, T[i].message) ||
		    (T[i].hint && (!t->hint || !strstr(t->hint, T[i].hint))))
			fail_msg("%s -> %zu errors, %u:%u '%s' (%s)", T[i].text, list.n, t->posisi.baris, t->posisi.kolom, t->message, t->hint ? t->hint : "");
		assert_string_equal(t->rule, "kebijakan");
		assert_int_equal(t->level, LEVEL_ERROR);
		assert_string_equal(t->posisi.berkas, "uji.conf");
		assert_int_equal(t->cause, -1);
	}
}

static void a_name_too_long_is_an_error(void **state)
{
	StrBuf b = {.arena = *state};
	strbuf_add(&b, "[kebijakan]\nnama = ");
	for (int i = 0; i < 80; i++)
		strbuf_add(&b, "\xC3\xA9");
	must_parse(*state, strbuf_text(&b)); /* 80 characters, 160 bytes */
	strbuf_addc(&b, 'x');
	DaftarTemuan list = {.arena = *state};
	assert_null(parse_into(&list, strbuf_text(&b)));
	assert_non_null(strstr(list.temuan[0].message, "longer than 80 characters"));
}

static void bytes_of_no_text_are_refused(void **state)
{
	DaftarTemuan list = {.arena = *state};
	assert_null(kebijakan_parse(*state, "x", "[cetak]\nde\0simal = 2\n", 21, BAHASA_EN, &list));
	assert_int_equal(list.temuan[0].posisi.baris, 2);
	assert_int_equal(list.temuan[0].posisi.kolom, 3);
	char *large = arena_alloc(*state, 1024 * 1024 + 1);
	memset(large, '\n', 1024 * 1024 + 1);
	list = (DaftarTemuan){.arena = *state};
	assert_non_null(kebijakan_parse(*state, "x", large, 1024 * 1024, BAHASA_EN, &list));
	assert_null(kebijakan_parse(*state, "x", large, 1024 * 1024 + 1, BAHASA_EN, &list));
	assert_non_null(strstr(list.temuan[0].message, "larger than 1048576 bytes"));
}

static void all_errors_are_told_in_order_of_lines_up_to_a_limit(void **state)
{
	DaftarTemuan list = {.arena = *state};
	assert_null(parse_into(&list, "[kebijakan]\ntahun = 1800\n[cetak]\ndesimal = 9\n[gulung]\nsimpul = x\n"));
	assert_int_equal(list.n, 3);
	assert_int_equal(list.temuan[0].posisi.baris, 2); /* found last, when the whole file was read */
	assert_int_equal(list.temuan[1].posisi.baris, 4);
	assert_int_equal(list.temuan[2].posisi.baris, 6);

	StrBuf b = {.arena = *state};
	for (int i = 0; i < 1000; i++)
		strbuf_add(&b, "what\n");
	list = (DaftarTemuan){.arena = *state};
	assert_null(parse_into(&list, strbuf_text(&b)));
	assert_int_equal(list.n, KEBIJAKAN_GALAT_MAX + 1);
	assert_non_null(strstr(list.temuan[KEBIJAKAN_GALAT_MAX].message, "more than 50 errors"));
	assert_int_equal(list.temuan[KEBIJAKAN_GALAT_MAX].posisi.baris, 51);
}

static void empty_text_is_the_default(void **state)
{
	assert_string_equal(must_parse(*state, "")->hash, kebijakan_default(*state)->hash);
	assert_string_equal(must_parse(*state, "\n# nothing\n\n[cetak]\n")->hash, kebijakan_default(*state)->hash);
}

static void every_change_changes_the_hash(void **state)
{
	static const char *const T[] = {
		"[kebijakan]\nnama = Lain\n", "[kebijakan]\npemda = 51\n", "[kebijakan]\ntahun = 2024\n", "[kebijakan]\nversi = 2\n", "[indikator]\narah = turun-a\n",
		"[indikator]\nwaktu = jumlah\n", "[indikator]\npersen_tak_dijumlah = tidak\n", "[indikator]\nmaksimum = 100\n", "[indikator]\nminimum = 0\n",
		"[indikator.1]\npola = x\n", "[indikator.1]\nsatuan = x\n", "[gulung]\nsimpul = pagu\n", "[gulung]\nindikator = bobot\n", "[gulung]\ninduk = sendiri\n",
		"[gulung]\nkosong = nol\n", "[cetak]\ndesimal = 1\n", "[cetak]\npembulatan = genap\n", "[predikat]\ndari_cetak = tidak\n", "[predikat]\npita = tidak\n",
		"[predikat]\npita_1 = >= 91 Baik\npita_2 = Kurang\n", "[predikat]\npita_1 = > 91 Baik\npita_2 = Kurang\n", "[periksa]\nserapan_rendah = 40\n",
		"[periksa]\nlambat_keuangan = 40\n", "[periksa]\nlambat_keluaran = 40\n", "[periksa]\nselisih_cetak = 0,01\n", "",
	};
	enum { COUNT = sizeof T / sizeof *T };
	const char *hash[COUNT];
	for (size_t i = 0; i < COUNT; i++) {
		hash[i] = must_parse(*state, T[i])->hash;
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(hash[i], hash[j]);
	}
	/* the same value in another spelling is the same policy */
	assert_string_equal(must_parse(*state, "[indikator]\nmaksimum = 100,00 %\n")->hash, must_parse(*state, "[indikator]\n maksimum=100.0")->hash);
}

/* The lines that are neither comments nor blank. */
static const char *bare(Arena *a, const char *text)
{
	StrBuf b = {.arena = a};
	for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
		if (*line != '#' && *line != '\n')
			strbuf_addn(&b, line, strcspn(line, "\n") + 1);
	return strbuf_text(&b);
}

/* The hash is that of the text without comments and blank lines, whatever the language. */
static void hash_is_over_the_bare_canonical_text(void **state)
{
	const Kebijakan *k = must_parse(*state, "[indikator.1]\npola = x\n[indikator]\nminimum = 0\n");
	for (Bahasa bahasa = BAHASA_ID; bahasa <= BAHASA_EN; bahasa++) {
		const char *text = bare(*state, kebijakan_print(*state, k, bahasa));
		assert_string_equal(hash_sha256_hex(*state, text, strlen(text)), k->hash);
	}
}

static void prints_the_canonical_text(void **state)
{
	const char *text = kebijakan_print(*state, must_parse(*state, "[indikator]\nmaksimum = 120.50\n[indikator.1]\npola = Angka\nsatuan = %\n"), BAHASA_EN);
	assert_non_null(strstr(text, "\n[kebijakan]\n# Name of the policy; it stands on every report.\nnama = Bawaan\n"));
	assert_non_null(strstr(text, "\npemda =\n"));
	assert_non_null(strstr(text, "\nmaksimum = 120,5\n"));
	assert_non_null(strstr(text, "\nminimum = tidak\n"));
	assert_non_null(strstr(text, "\n[indikator.1]\n"));
	assert_non_null(strstr(text, "\nsatuan = %\n"));
	assert_null(strstr(text, "\nrentang_bawah"));
	assert_non_null(strstr(text, "\npita_1 = >= 91 Sangat Tinggi\npita_2 = >= 76 Tinggi\npita_3 = >= 66 Sedang\npita_4 = >= 51 Rendah\npita_5 = Sangat Rendah\n"));
	assert_null(strstr(text, "%s"));
}

/* ---- property: print -> parse -> print over random policies ---- */

static uint64_t next_random(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

static const char *random_name(Arena *a, uint64_t *x)
{
	static const char *const PIECE[] = {"a", "Z", "9", "\xC3\xA9", "=", " ", ">", "#", "[x]", "%", ",", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
	StrBuf b = {.arena = a};
	strbuf_addc(&b, (char)('A' + next_random(x) % 26));
	for (uint64_t n = next_random(x) % 12; n--;)
		strbuf_add(&b, PIECE[next_random(x) % (sizeof PIECE / sizeof *PIECE)]);
	strbuf_addc(&b, (char)('a' + next_random(x) % 26));
	return strbuf_text(&b);
}

static const char *random_number(Arena *a, uint64_t *x, int64_t max)
{
	uint8_t scale = (uint8_t)(next_random(x) % 7);
	int64_t unit = 1;
	for (uint8_t i = 0; i < scale; i++)
		unit *= 10;
	return desimal_print_plain(a, D((int64_t)(next_random(x) % (uint64_t)(max * unit)), scale), scale);
}

static const char *choose(uint64_t *x, const char *const *names)
{
	size_t n = 0;
	while (names[n])
		n++;
	return names[next_random(x) % n];
}

#define CHOOSE(...) choose(x, (const char *const[]){__VA_ARGS__, NULL})

static const char *random_policy(Arena *a, uint64_t *x)
{
	StrBuf b = {.arena = a};
	strbuf_addf(&b, "[kebijakan]\nnama = %s\npemda = %s\ntahun = %d\nversi = %d\n", random_name(a, x), CHOOSE("", "51.08", "31"),
	            (int)(next_random(x) % 2 ? 1900 + next_random(x) % 1100 : 0), (int)(1 + next_random(x) % 1000));
	strbuf_addf(&b, "[indikator]\narah = %s\nwaktu = %s\npersen_tak_dijumlah = %s\nminimum = %s\n", CHOOSE("naik", "turun-a", "turun-b", "rentang"),
	            CHOOSE("kumulatif", "jumlah", "terakhir"), CHOOSE("ya", "tidak"), next_random(x) % 2 ? "tidak" : random_number(a, x, 50));
	if (next_random(x) % 2)
		strbuf_addf(&b, "maksimum = %d,5\n", (int)(50 + next_random(x) % 100));
	for (uint64_t i = 1, n = next_random(x) % 4; i <= n; i++) {
		bool range = next_random(x) % 2;
		strbuf_addf(&b, "[indikator.%d]\npola = %s\nsatuan = %s\narah = %s\nwaktu = %s\n", (int)i, random_name(a, x), CHOOSE("", "%", "Orang/Bulan"),
		            range ? "rentang" : CHOOSE("naik", "turun-a"), CHOOSE("jumlah", "terakhir"));
		if (range)
			strbuf_addf(&b, "rentang_bawah = %s\nrentang_atas = %s\n", random_number(a, x, 1000), "1000,000001");
	}
	strbuf_addf(&b, "[gulung]\nsimpul = %s\nindikator = %s\ninduk = %s\nkosong = %s\n", CHOOSE("rata", "pagu", "bobot"), CHOOSE("rata", "bobot"),
	            CHOOSE("anak", "sendiri"), CHOOSE("abaikan", "nol"));
	strbuf_addf(&b, "[cetak]\ndesimal = %d\npembulatan = %s\n[predikat]\ndari_cetak = %s\n", (int)(next_random(x) % 5), CHOOSE("jauh-nol", "genap", "potong"),
	            CHOOSE("ya", "tidak"));
	int bands = (int)(next_random(x) % (PREDIKAT_MAX + 1)), bound = 300;
	if (bands == 0)
		strbuf_add(&b, "pita = tidak\n");
	for (int i = 1; i < bands; i++) {
		bound -= 1 + (int)(next_random(x) % 20);
		strbuf_addf(&b, "pita_%d = %s%d,%02d %d %s\n", i, CHOOSE(">", ">= "), bound, (int)(next_random(x) % 100), i, random_name(a, x));
	}
	if (bands)
		strbuf_addf(&b, "pita_%d = Z%s\n", bands, random_name(a, x));
	strbuf_addf(&b, "[periksa]\nserapan_rendah = %s\nlambat_keuangan = %s\nlambat_keluaran = %s\nselisih_cetak = %s\n", random_number(a, x, 100),
	            random_number(a, x, 100), random_number(a, x, 100), random_number(a, x, 1));
	return strbuf_text(&b);
}

static void printed_policies_read_back_the_same(void **state)
{
	uint64_t x = 0x9E3779B97F4A7C15u;
	for (int i = 0; i < 600; i++) {
		Arena *a = arena_new();
		const Kebijakan *first = must_parse(a, random_policy(a, &x));
		const char *id = kebijakan_print(a, first, BAHASA_ID), *en = kebijakan_print(a, first, BAHASA_EN);
		const Kebijakan *second = must_parse(a, id), *third = must_parse(a, en);
		assert_string_equal(first->hash, second->hash);
		assert_string_equal(first->hash, third->hash);
		assert_string_equal(kebijakan_print(a, second, BAHASA_ID), id);
		assert_string_equal(kebijakan_print(a, third, BAHASA_EN), en);
		assert_int_equal(first->n_pita, second->n_pita);
		for (size_t k = 0; k < first->n_pita; k++) {
			assert_string_equal(first->pita[k].nama, second->pita[k].nama);
			assert_int_equal(desimal_cmp(first->pita[k].batas, second->pita[k].batas), 0);
			assert_int_equal(first->pita[k].inklusif, second->pita[k].inklusif);
		}
		arena_free(a);
	}
	(void)state;
}

/* ---- rules of indicators ---- */

static void the_first_rule_that_fits_holds(void **state)
{
	const Kebijakan *k = must_parse(*state,
	                                "[indikator]\nwaktu = jumlah\n"
	                                "[indikator.1]\npola = kemiskinan\nsatuan = Persen\narah = turun-a\n"
	                                "[indikator.2]\npola = KEMISKINAN\narah = turun-b\nwaktu = terakhir\n"
	                                "[indikator.3]\nsatuan = orang\narah = rentang\n");
	AturanIndikator a = kebijakan_aturan(k, "Angka Kemiskinan kota", " persen\xC2\xA0");
	assert_int_equal(a.arah, ARAH_TURUN_A);
	assert_int_equal(a.waktu, WAKTU_TERAKHIR); /* a percentage is not summed */
	a = kebijakan_aturan(k, "angka kemiskinan", "Jiwa");
	assert_int_equal(a.arah, ARAH_TURUN_B);
	a = kebijakan_aturan(k, "Jumlah peserta", "Orang");
	assert_int_equal(a.arah, ARAH_RENTANG);
	assert_int_equal(a.waktu, WAKTU_JUMLAH);
	a = kebijakan_aturan(k, "Jumlah peserta", "Orang/Bulan"); /* the whole unit is meant */
	assert_int_equal(a.arah, ARAH_NAIK);
	a = kebijakan_aturan(k, NULL, NULL);
	assert_int_equal(a.arah, ARAH_NAIK);
	assert_int_equal(a.waktu, WAKTU_JUMLAH);

	k = must_parse(*state, "[indikator]\nwaktu = jumlah\npersen_tak_dijumlah = tidak\n");
	assert_int_equal(kebijakan_aturan(k, "x", "%").waktu, WAKTU_JUMLAH);
	k = must_parse(*state, "[indikator]\nwaktu = kumulatif\n");
	assert_int_equal(kebijakan_aturan(k, "x", "%").waktu, WAKTU_KUMULATIF);
}

static void knows_units_of_percentages(void **state)
{
	(void)state;
	assert_true(satuan_persen("%"));
	assert_true(satuan_persen(" PERSEN "));
	assert_true(satuan_persen("Persentase"));
	assert_false(satuan_persen("Orang"));
	assert_false(satuan_persen("persen kenaikan"));
	assert_false(satuan_persen(""));
	assert_false(satuan_persen(NULL));
}

static void finds_the_bounds_of_a_range(void **state)
{
	(void)state;
	static const IsiDesimal KOSONG = {ISI_KOSONG, {0, 0}};
	static const struct { const char *text; bool good; int64_t low, high; uint8_t low_scale, high_scale; } T[] = {
		{"5-10", true, 5, 10, 0, 0}, {"5,5 \xE2\x80\x93 10,25 %", true, 55, 1025, 1, 2}, {"5 s/d 10", true, 5, 10, 0, 0}, {"5 s.d. 10", true, 5, 10, 0, 0},
		{"0 sampai dengan 3", true, 0, 3, 0, 0}, {"1 hingga 1", true, 1, 1, 0, 0}, {"10-5", false, 0, 0, 0, 0}, {"0-0", false, 0, 0, 0, 0},
		{"WTP", false, 0, 0, 0, 0}, {"5-", false, 0, 0, 0, 0}, {"-5", false, 0, 0, 0, 0}, {"5-x", false, 0, 0, 0, 0}, {"", false, 0, 0, 0, 0},
		{"5 - -3", false, 0, 0, 0, 0}, {"1.000-2.000", true, 1000, 2000, 0, 0},
	};
	AturanIndikator none = {.pola = "", .satuan = "", .arah = ARAH_RENTANG};
	for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
		Desimal low, high;
		if (kebijakan_rentang(&none, KOSONG, T[i].text, &low, &high) != T[i].good)
			fail_msg("%s", T[i].text);
		if (!T[i].good)
			continue;
		assert_int_equal(desimal_cmp(low, D(T[i].low, T[i].low_scale)), 0);
		assert_int_equal(desimal_cmp(high, D(T[i].high, T[i].high_scale)), 0);
	}
	Desimal low, high;
	assert_true(kebijakan_rentang(&none, isi_desimal(D(75, 1)), NULL, &low, &high)); /* the target itself, twice */
	assert_true(low.m == 75 && high.m == 75);
	assert_false(kebijakan_rentang(&none, isi_desimal(D(0, 0)), NULL, &low, &high));
	assert_false(kebijakan_rentang(&none, KOSONG, NULL, &low, &high));
	AturanIndikator own = {.pola = "x", .satuan = "", .arah = ARAH_RENTANG, .ada_rentang = true, .rentang_bawah = {2, 0}, .rentang_atas = {4, 0}};
	assert_true(kebijakan_rentang(&own, isi_desimal(D(9, 0)), "5-10", &low, &high));
	assert_true(low.m == 2 && high.m == 4);
}

/* ---- the examples ---- */

static const char *example_text(Arena *a, const char *name)
{
	const char *root = getenv("CAPAIAN_SOURCE");
	assert_non_null(root);
	const char *path = str_format(a, "%s/examples/kebijakan/%s", root, name);
	FILE *file = fopen(path, "rb");
	if (!file)
		fail_msg("cannot open %s", path);
	char text[16384];
	size_t n = fread(text, 1, sizeof text, file);
	fclose(file);
	return str_dupn(a, text, n);
}

static const Kebijakan *example(Arena *a, const char *name)
{
	return must_parse(a, example_text(a, name));
}

static void examples_are_valid(void **state)
{
	Arena *a = *state;
	assert_string_equal(example(a, "bawaan.conf")->hash, kebijakan_default(a)->hash);
	assert_string_equal(bare(a, example_text(a, "bawaan.conf")), bare(a, kebijakan_print(a, kebijakan_default(a), BAHASA_ID)));

	const Kebijakan *k = example(a, "buleleng-2021-tw3.conf");
	assert_int_equal(k->tahun, 2021);
	static const struct { Desimal value; const char *name; } T[] = {
		{{7501, 2}, "Sangat Tinggi"}, {{75, 0}, "Tinggi"}, {{65, 0}, "Tinggi"}, {{6499, 2}, "Sedang"}, {{55, 0}, "Sedang"},
		{{5499, 2}, "Rendah"}, {{45, 0}, "Rendah"}, {{4499, 2}, "Sangat Rendah"},
	};
	for (size_t i = 0; i < sizeof T / sizeof *T; i++)
		assert_string_equal(k->pita[kebijakan_pita(k, T[i].value)].nama, T[i].name);

	k = example(a, "batas-100.conf");
	assert_true(k->ada_maksimum && desimal_cmp(k->maksimum, D(100, 0)) == 0);
	assert_int_equal(k->gulung, GULUNG_PAGU);
	assert_int_equal(kebijakan_aturan(k, "Persentase angka kemiskinan", "%").arah, ARAH_TURUN_A);
	assert_int_equal(kebijakan_aturan(k, "Inflasi", "Persen").arah, ARAH_RENTANG);
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

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(default_is_the_house_rules),
		TEST(bands_take_printed_values),
		TEST(reads_every_key),
		TEST(errors_name_line_and_column),
		TEST(a_name_too_long_is_an_error),
		TEST(bytes_of_no_text_are_refused),
		TEST(all_errors_are_told_in_order_of_lines_up_to_a_limit),
		TEST(empty_text_is_the_default),
		TEST(every_change_changes_the_hash),
		TEST(hash_is_over_the_bare_canonical_text),
		TEST(prints_the_canonical_text),
		TEST(printed_policies_read_back_the_same),
		TEST(the_first_rule_that_fits_holds),
		TEST(knows_units_of_percentages),
		TEST(finds_the_bounds_of_a_range),
		TEST(examples_are_valid),
	};
	return cmocka_run_group_tests_name("kebijakan", tests, NULL, NULL);
}
