#include "base/bahasa.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* po/id.po as compiled by msgfmt: a header of 32-bit numbers in this machine's order, then two tables of (length, offset),
 * the keys sorted by strcmp (GNU gettext manual, "The Format of GNU MO Files"). */
extern const unsigned char katalog_id[];

enum { COUNT_AT = 8, KEYS_AT = 12, TEXTS_AT = 16 };

static uint32_t number_at(size_t offset)
{
	uint32_t n;
	memcpy(&n, katalog_id + offset, sizeof n);
	return n;
}

static const char *entry(uint32_t table, uint32_t i)
{
	return (const char *)katalog_id + number_at(table + 8 * (size_t)i + 4);
}

const char *teks(Bahasa bahasa, const char *key)
{
	if (bahasa == BAHASA_EN || *key == '\0')
		return key;
	uint32_t low = 0, high = number_at(COUNT_AT), keys = number_at(KEYS_AT);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(key, entry(keys, middle));
		if (order == 0)
			return entry(number_at(TEXTS_AT), middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return key;
}
