#include "base/angka.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

enum { PERSEN = 1, AMBIGU = 2, GRUP = 4 };

typedef struct {
	const char *text;
	Notasi notasi;
	StatusAngka status;
	int64_t m;
	uint8_t scale;
	unsigned flags;
} Kasus;

#define TT NOTASI_TAK_TENTU
#define ID NOTASI_ID
#define EN NOTASI_EN
#define MS NOTASI_MESIN
#define N ANGKA_NILAI

static void check_table(const Kasus *k, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		Angka a = angka_parse(k[i].text, k[i].notasi);
		unsigned flags = (a.persen ? PERSEN : 0) | (a.ambigu ? AMBIGU : 0) | (a.salah_grup ? GRUP : 0);
		if (a.status != k[i].status ||
		    (a.status == N && (a.nilai.m != k[i].m || a.nilai.scale != k[i].scale || flags != k[i].flags)))
			fail_msg("'%s' notasi %d: status %d m %lld scale %d flags %u, expected status %d m %lld scale %d flags %u", k[i].text,
			         (int)k[i].notasi, (int)a.status, (long long)a.nilai.m, a.nilai.scale, flags, (int)k[i].status, (long long)k[i].m,
			         k[i].scale, k[i].flags);
	}
}

#define CHECK(T) check_table((T), sizeof(T) / sizeof *(T))

static void reads_both_notations(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{"9.627.340.537,00", TT, N, 962734053700, 2, 0}, {"9.627.340.537,00", EN, N, 962734053700, 2, 0},
		{"9,627,340,537.00", TT, N, 962734053700, 2, 0}, {"9,627,340,537.00", ID, N, 962734053700, 2, 0},
		{"9627340537.5", TT, N, 96273405375, 1, 0}, {"9627340537,5", EN, N, 96273405375, 1, 0},
		{"0", TT, N, 0, 0, 0}, {"007", TT, N, 7, 0, 0}, {"100", EN, N, 100, 0, 0}, {"0,50", TT, N, 50, 2, 0},
		{"90,14", EN, N, 9014, 2, 0}, {"90.14", ID, N, 9014, 2, 0}, {"1.000.000", EN, N, 1000000, 0, 0},
		{"1,000,000", ID, N, 1000000, 0, 0}, {"1234,567", TT, N, 1234567, 3, 0}, {"1234.567", TT, N, 1234567, 3, 0},
		{"0.500", TT, N, 500, 3, 0}, {"0,123", EN, N, 123, 3, 0}, {",5", TT, N, 5, 1, 0}, {".25", ID, N, 25, 2, 0},
		{"1.2345", ID, N, 12345, 4, 0}, {"12.345.678,123456", TT, N, 12345678123456, 6, 0},
		{"5,1234560000", TT, N, 5123456, 6, 0}, {"  12 \n", TT, N, 12, 0, 0},
	};
	CHECK(T);
}

static void sheets_saved_as_text_keep_too_many_digits(void **state)
{
	(void)state;
	static const struct { const char *text; Notasi notasi; StatusAngka status; int64_t m; uint8_t scale; } T[] = {
		{"91,6035353535", ID, N, 91603535, 6}, {"91.60353535353535", EN, N, 91603535, 6}, {"-0,1234567", ID, N, -123457, 6},
		{"96,710000000000008", ID, N, 9671, 2}, {"1.234,12345678", TT, N, 1234123457, 6}, {"50,00%", ID, N, 5000, 2}, {"12,50", ID, N, 1250, 2},
		{"67.000.000.000.000.000.000.000,00", ID, ANGKA_LUAPAN, 0, 0}, {"abc", ID, ANGKA_BUKAN, 0, 0}, {"", ID, ANGKA_KOSONG, 0, 0},
	};
	for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
		Angka a = angka_parse_lembar(T[i].text, T[i].notasi);
		if (a.status != T[i].status || (a.status == N && (a.nilai.m != T[i].m || a.nilai.scale != T[i].scale)))
			fail_msg("'%s': status %d m %lld scale %d", T[i].text, (int)a.status, (long long)a.nilai.m, a.nilai.scale);
	}
	assert_int_equal(angka_parse("91,6035353535", ID).status, ANGKA_LUAPAN);
}

static void ambiguity_is_decided_and_told(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{"1.234", TT, N, 1234, 0, AMBIGU}, {"1.234", ID, N, 1234, 0, AMBIGU}, {"1.234", EN, N, 1234, 3, AMBIGU},
		{"12,345", TT, N, 12345, 3, AMBIGU}, {"12,345", ID, N, 12345, 3, AMBIGU}, {"12,345", EN, N, 12345, 0, AMBIGU},
		{"-123.456", EN, N, -123456, 3, AMBIGU}, {"96,710 %", ID, N, 96710, 3, AMBIGU | PERSEN},
		{"Rp1.234", EN, N, 1234, 0, 0}, {"IDR 1,234", ID, N, 1234, 0, 0}, {"1.234,-", EN, N, 1234, 0, 0},
		{"12 100", TT, N, 12100, 0, AMBIGU}, {"12\xC2\xA0" "100", TT, N, 12100, 0, 0},
	};
	CHECK(T);
}

static void reads_negatives_and_signs(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{"(1.000)", ID, N, -1000, 0, AMBIGU}, {"(1.000,50)", TT, N, -100050, 2, 0}, {"( 5 )", TT, N, -5, 0, 0},
		{"-1.000,00", TT, N, -100000, 2, 0}, {"- 1.000,00", TT, N, -100000, 2, 0}, {"1.000,00-", TT, N, -100000, 2, 0},
		{"\xE2\x88\x92" "7,5", TT, N, -75, 1, 0}, {"7,5\xE2\x88\x92", TT, N, -75, 1, 0}, {"\xE2\x80\x93" "3", TT, N, -3, 0, 0},
		{"+3", TT, N, 3, 0, 0}, {"-Rp 1.000,00", TT, N, -100000, 2, 0}, {"Rp -1.000,00", TT, N, -100000, 2, 0},
		{"Rp (1.000,00)", TT, N, -100000, 2, 0}, {"(Rp1.000,00)", TT, N, -100000, 2, 0}, {"(-4)", TT, N, -4, 0, 0},
		{"-0", TT, N, 0, 0, 0}, {"(5%)", TT, N, -5, 0, PERSEN}, {"(5)%", TT, N, -5, 0, PERSEN}, {"-5 %", TT, N, -5, 0, PERSEN},
		{"-5-", TT, ANGKA_BUKAN, 0, 0, 0}, {"--5", TT, ANGKA_BUKAN, 0, 0, 0}, {"(5", TT, ANGKA_BUKAN, 0, 0, 0},
		{"5)", TT, ANGKA_BUKAN, 0, 0, 0}, {"1.000 -", TT, ANGKA_BUKAN, 0, 0, 0}, {"5-10", TT, ANGKA_BUKAN, 0, 0, 0},
	};
	CHECK(T);
}

static void reads_money_and_percent_marks(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{"Rp1.000,-", TT, N, 1000, 0, 0}, {"Rp. 1.000.-", TT, N, 1000, 0, 0}, {"rp.1.000,--", TT, N, 1000, 0, 0},
		{"Rp 5.000.000,=", TT, N, 5000000, 0, 0}, {"IDR 2.500.000,75", TT, N, 250000075, 2, 0}, {"Rp.100", TT, N, 100, 0, 0},
		{"100,00%", TT, N, 10000, 2, PERSEN}, {"99.5 %", TT, N, 995, 1, PERSEN}, {"\xC2\xA0" "Rp\xC2\xA0" "9.627.340,00\xE2\x80\xAF", TT, N, 962734000, 2, 0},
		{"1\xE2\x80\xAF" "234\xE2\x80\xAF" "567,8", TT, N, 12345678, 1, 0}, {"1 234 567.8", TT, N, 12345678, 1, AMBIGU},
		{"Rp", TT, ANGKA_BUKAN, 0, 0, 0}, {"Rp Rp 5", TT, ANGKA_BUKAN, 0, 0, 0}, {"5%%", TT, ANGKA_BUKAN, 0, 0, 0}, {"%", TT, ANGKA_BUKAN, 0, 0, 0},
	};
	CHECK(T);
}

static void reads_bad_groups_only_when_their_meaning_is_sure(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{"1.23.456", TT, N, 123456, 0, GRUP}, {"12.34.567,00", TT, N, 123456700, 2, GRUP}, {"9627.340.537,00", TT, N, 962734053700, 2, GRUP},
		{"1,2.3", TT, N, 123, 1, GRUP}, {"1234.567,5", TT, N, 12345675, 1, GRUP}, {"0.123.456", TT, N, 123456, 0, GRUP},
		{"2.17.01", TT, ANGKA_BUKAN, 0, 0, 0}, {"1.1.1", TT, ANGKA_BUKAN, 0, 0, 0}, {"29.12.2023", TT, ANGKA_BUKAN, 0, 0, 0},
		{"1.000.000.00", TT, ANGKA_BUKAN, 0, 0, 0}, {"1.234,567,890", TT, ANGKA_BUKAN, 0, 0, 0}, {"1,000.5.0", TT, ANGKA_BUKAN, 0, 0, 0},
		{"1..000", TT, ANGKA_BUKAN, 0, 0, 0}, {"1.", TT, ANGKA_BUKAN, 0, 0, 0}, {"1.000,", TT, ANGKA_BUKAN, 0, 0, 0}, {".", TT, ANGKA_BUKAN, 0, 0, 0},
		{"1.000 000", TT, ANGKA_BUKAN, 0, 0, 0}, {"1 00", TT, ANGKA_BUKAN, 0, 0, 0}, {"1  000", TT, ANGKA_BUKAN, 0, 0, 0},
	};
	CHECK(T);
}

static void tells_nothing_dash_error_and_text_apart(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{NULL, TT, ANGKA_KOSONG, 0, 0, 0}, {"", TT, ANGKA_KOSONG, 0, 0, 0}, {" \xC2\xA0\n", TT, ANGKA_KOSONG, 0, 0, 0}, {"", MS, ANGKA_KOSONG, 0, 0, 0},
		{"-", TT, ANGKA_STRIP, 0, 0, 0}, {" -- ", TT, ANGKA_STRIP, 0, 0, 0}, {"\xE2\x80\x93", TT, ANGKA_STRIP, 0, 0, 0}, {"\xE2\x80\x94", TT, ANGKA_STRIP, 0, 0, 0},
		{"\xE2\x88\x92", TT, ANGKA_STRIP, 0, 0, 0}, {"Rp   -", TT, ANGKA_STRIP, 0, 0, 0}, {"- -", TT, ANGKA_STRIP, 0, 0, 0}, {"-", MS, ANGKA_STRIP, 0, 0, 0},
		{"#REF!", TT, ANGKA_GALAT, 0, 0, 0}, {"#div/0!", TT, ANGKA_GALAT, 0, 0, 0}, {"#N/A ", TT, ANGKA_GALAT, 0, 0, 0}, {"#VALUE!", MS, ANGKA_GALAT, 0, 0, 0},
		{"#NAME?", TT, ANGKA_GALAT, 0, 0, 0}, {"#NUM!", TT, ANGKA_GALAT, 0, 0, 0}, {"#NULL!", TT, ANGKA_GALAT, 0, 0, 0}, {"Err:502", TT, ANGKA_GALAT, 0, 0, 0},
		{"######", TT, ANGKA_GALAT, 0, 0, 0}, {"#1", TT, ANGKA_BUKAN, 0, 0, 0}, {"#REF!A1", TT, ANGKA_BUKAN, 0, 0, 0}, {"Err:", TT, ANGKA_BUKAN, 0, 0, 0},
		{"WTP", TT, ANGKA_BUKAN, 0, 0, 0}, {"BB", TT, ANGKA_BUKAN, 0, 0, 0}, {"12 Orang", TT, ANGKA_BUKAN, 0, 0, 0}, {"72,00 12,00", TT, ANGKA_BUKAN, 0, 0, 0},
		{"72\n120", TT, ANGKA_BUKAN, 0, 0, 0}, {"72\r120", TT, ANGKA_BUKAN, 0, 0, 0}, {"72 12", TT, ANGKA_BUKAN, 0, 0, 0}, {"1e3", TT, ANGKA_BUKAN, 0, 0, 0},
		{"\xFF\xFE", TT, ANGKA_BUKAN, 0, 0, 0}, {"5\xE2", TT, ANGKA_BUKAN, 0, 0, 0}, {"\xE2\x88", TT, ANGKA_BUKAN, 0, 0, 0},
	};
	CHECK(T);
}

static void reports_what_does_not_fit(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{"9.223.372.036.854.775.807", TT, N, INT64_MAX, 0, 0}, {"9.223.372.036.854.775.808", TT, ANGKA_LUAPAN, 0, 0, 0},
		{"-9.223.372.036.854.775.808", TT, N, INT64_MIN, 0, 0}, {"(9223372036854775808)", TT, N, INT64_MIN, 0, 0},
		{"99999999999999999999999999999999999999999", TT, ANGKA_LUAPAN, 0, 0, 0}, {"0,1234567", TT, ANGKA_LUAPAN, 0, 0, 0},
		{"92.233.720.368.547.758,08", TT, ANGKA_LUAPAN, 0, 0, 0}, {"10000000000000000,000", TT, ANGKA_LUAPAN, 0, 0, 0},
		{"9223372036854775807", MS, N, INT64_MAX, 0, 0}, {"-9223372036854775808", MS, N, INT64_MIN, 0, 0}, {"9223372036854775808", MS, ANGKA_LUAPAN, 0, 0, 0},
		{"1E+19", MS, ANGKA_LUAPAN, 0, 0, 0}, {"1E18", MS, N, 1000000000000000000, 0, 0}, {"1e999999999999", MS, ANGKA_LUAPAN, 0, 0, 0},
		{"123456789012345678901", MS, ANGKA_LUAPAN, 0, 0, 0},
	};
	CHECK(T);
}

static void reads_machine_text_of_spreadsheets(void **state)
{
	(void)state;
	static const Kasus T[] = {
		{"1.0E-2", MS, N, 1, 2, 0}, {"1.5E-3", MS, N, 15, 4, 0}, {"1.234", MS, N, 1234, 3, 0}, {"-0.5", MS, N, -5, 1, 0},
		{"100", MS, N, 100, 0, 0}, {"1.50", MS, N, 15, 1, 0}, {"1.2E3", MS, N, 1200, 0, 0}, {"0", MS, N, 0, 0, 0}, {"0.000", MS, N, 0, 0, 0},
		{"0e5", MS, N, 0, 0, 0}, {".5", MS, N, 5, 1, 0}, {"5.", MS, N, 5, 0, 0}, {"+7", MS, N, 7, 0, 0}, {" 7 ", MS, N, 7, 0, 0},
		{"96.710000000000008", MS, N, 9671, 2, 0}, {"96.709999999999994", MS, N, 9671, 2, 0}, {"0.30000000000000004", MS, N, 3, 1, 0},
		{"99.999999999999986", MS, N, 100, 0, 0}, {"14052383491.010001", MS, N, 1405238349101, 2, 0}, {"14052383491.009998", MS, N, 1405238349101, 2, 0},
		{"123456789012345.67", MS, N, 12345678901234567, 2, 0}, {"100000000000000.25", MS, N, 10000000000000025, 2, 0},
		{"991131791829.31995", MS, N, 99113179182932, 2, 0}, {"991131791829.3199", MS, N, 99113179182932, 2, 0},
		{"991131791829.3245", MS, N, 9911317918293245, 4, 0}, {"9007199254740993", MS, N, 9007199254740993, 0, 0},
		{"991131791829.31995", MS, N, 99113179182932, 2, 0}, {"991131791829.32007", MS, N, 99113179182932, 2, 0},
		{"991131791829.31994", MS, N, 99113179182932, 2, 0},
		{"991131791829.31965", MS, N, 99113179182931965, 5, 0}, {"1234567890123.451", MS, N, 1234567890123451, 3, 0},
		{"98.863636363636374", MS, N, 98863636, 6, 0}, {"99.885333333333335", MS, N, 99885333, 6, 0}, {"0.0000005", MS, N, 1, 6, 0},
		{"-0.0000005", MS, N, -1, 6, 0}, {"0.00000049999", MS, N, 0, 0, 0}, {"1E-400", MS, N, 0, 0, 0}, {"2.5E-7", MS, N, 0, 0, 0},
		{"1.2345675", MS, N, 1234568, 6, 0}, {"9627340537", MS, N, 9627340537, 0, 0}, {"9.627340537E9", MS, N, 9627340537, 0, 0},
		{"1,5", MS, ANGKA_BUKAN, 0, 0, 0}, {"(5)", MS, ANGKA_BUKAN, 0, 0, 0}, {"5%", MS, ANGKA_BUKAN, 0, 0, 0}, {"1E", MS, ANGKA_BUKAN, 0, 0, 0},
		{"1E+", MS, ANGKA_BUKAN, 0, 0, 0}, {"E5", MS, ANGKA_BUKAN, 0, 0, 0}, {"1.2.3", MS, ANGKA_BUKAN, 0, 0, 0}, {".", MS, ANGKA_BUKAN, 0, 0, 0},
	};
	CHECK(T);
}

static Notasi guess(const char *const *texts)
{
	size_t n = 0;
	while (texts[n])
		n++;
	return angka_guess(texts, n);
}

static void guesses_from_the_whole_document(void **state)
{
	(void)state;
	assert_int_equal(guess((const char *[]){"1.234", "9.627.340.537,00", "100", NULL}), NOTASI_ID);
	assert_int_equal(guess((const char *[]){"1.234", "1,000.50", NULL}), NOTASI_EN);
	assert_int_equal(guess((const char *[]){"1.234", "12,345", "7", "WTP", "-", "", NULL}), NOTASI_TAK_TENTU);
	assert_int_equal(guess((const char *[]){"0,50", "0.50", NULL}), NOTASI_TAK_TENTU);
	assert_int_equal(guess((const char *[]){"0,50", "72,00", "0.50", NULL}), NOTASI_ID);
	assert_int_equal(guess((const char *[]){"1.5", "1.1", "2.1", "3.1", "1.000.000", NULL}), NOTASI_ID); /* numbering does not outvote money */
	assert_int_equal(guess((const char *[]){"1.1", "Rp 1.234", NULL}), NOTASI_ID);
	assert_int_equal(guess((const char *[]){"1.1", "1,23.45", NULL}), NOTASI_EN); /* the badly grouped one has no vote */
	assert_int_equal(angka_guess(NULL, 0), NOTASI_TAK_TENTU);
}

/* 2 MB of digits and separators must be a matter of an instant, not of minutes. */
static void long_texts_cost_linear_time(void **state)
{
	(void)state;
	enum { LONG = 2000000 };
	char *text = test_malloc(LONG + 1);
	static const char *const FILL[] = {"1", "1.", ".", ",", "-", "(", " ", "1 000 ", "0", "#", "\xE2\x88\x92"};
	for (size_t f = 0; f < sizeof FILL / sizeof *FILL; f++) {
		size_t n = strlen(FILL[f]);
		for (size_t i = 0; i < LONG; i++)
			text[i] = FILL[f][i % n];
		text[LONG] = '\0';
		Angka a = angka_parse(text, NOTASI_ID), m = angka_parse(text, NOTASI_MESIN);
		if (FILL[f][0] == '0')
			assert_true(a.status == ANGKA_NILAI && a.nilai.m == 0 && m.status == ANGKA_NILAI);
		else
			assert_true(a.status != ANGKA_NILAI && m.status != ANGKA_NILAI);
	}
	test_free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_both_notations),
		cmocka_unit_test(sheets_saved_as_text_keep_too_many_digits), cmocka_unit_test(ambiguity_is_decided_and_told),
		cmocka_unit_test(reads_negatives_and_signs),
		cmocka_unit_test(reads_money_and_percent_marks),
		cmocka_unit_test(reads_bad_groups_only_when_their_meaning_is_sure),
		cmocka_unit_test(tells_nothing_dash_error_and_text_apart),
		cmocka_unit_test(reports_what_does_not_fit),
		cmocka_unit_test(reads_machine_text_of_spreadsheets),
		cmocka_unit_test(guesses_from_the_whole_document),
		cmocka_unit_test(long_texts_cost_linear_time),
	};
	return cmocka_run_group_tests_name("angka", tests, NULL, NULL);
}
