#include "base/bundel.h"
#include "base/mampat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static uint32_t at(const unsigned char *p, int bytes)
{
	uint32_t value = 0;
	for (int i = 0; i < bytes; i++)
		value |= (uint32_t)p[i] << 8 * i;
	return value;
}

/* Two files: the end names the directory, the directory each file, and there they are. */
static void directory_leads_to_the_files(void **state)
{
	(void)state;
	Arena *arena = arena_new();
	static const char *const names[] = {"a.txt", "Dinas/b-é.txt"}, *const texts[] = {"satu", ""};
	Bundel b = bundel_new(arena);
	for (int i = 0; i < 2; i++)
		bundel_add(&b, names[i], texts[i], strlen(texts[i]));
	const void *bytes;
	size_t n;
	bundel_finish(&b, &bytes, &n);
	const unsigned char *end = (const unsigned char *)bytes + n - 22;
	assert_memory_equal(end, "PK\5\6", 4);
	assert_int_equal(at(end + 10, 2), 2);
	const unsigned char *line = (const unsigned char *)bytes + at(end + 16, 4);
	for (int i = 0; i < 2; i++) {
		size_t length = at(line + 28, 2);
		assert_memory_equal(line, "PK\1\2", 4);
		assert_int_equal(at(line + 16, 4), mampat_crc(texts[i], strlen(texts[i])));
		assert_int_equal(length, strlen(names[i]));
		assert_memory_equal(line + 46, names[i], length);
		const unsigned char *file = (const unsigned char *)bytes + at(line + 42, 4);
		assert_memory_equal(file, "PK\3\4", 4);
		assert_memory_equal(file + 30, names[i], length);
		assert_memory_equal(file + 30 + length, texts[i], strlen(texts[i]));
		line += 46 + length;
	}
	assert_ptr_equal(line, end);
	arena_free(arena);
}

/* The check value of CRC-32: that of "123456789". */
static void crc_is_the_usual_one(void **state)
{
	(void)state;
	assert_int_equal(mampat_crc("123456789", 9), 0xCBF43926);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(directory_leads_to_the_files), cmocka_unit_test(crc_is_the_usual_one)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
