/* Any bytes as a number: every reading is in range, prints and reads back as itself, and the guess of a document follows its texts. */
#include "fuzz.h"

#include "base/angka.h"
#include "base/str.h"

#include <assert.h>

static bool same(Angka a, Angka b)
{
	return a.status == b.status && a.nilai.m == b.nilai.m && a.nilai.scale == b.nilai.scale && a.persen == b.persen && a.ambigu == b.ambigu &&
	       a.salah_grup == b.salah_grup;
}

static void reads_back(Arena *arena, Angka a)
{
	assert(a.nilai.scale <= DESIMAL_SCALE_MAX);
	Angka id = angka_parse(desimal_print_id(arena, a.nilai, a.nilai.scale), NOTASI_ID);
	assert(id.status == ANGKA_NILAI && id.nilai.m == a.nilai.m && id.nilai.scale == a.nilai.scale);
	Angka plain = angka_parse(desimal_print_plain(arena, a.nilai, a.nilai.scale), NOTASI_EN);
	assert(plain.status == ANGKA_NILAI && plain.nilai.m == a.nilai.m && plain.nilai.scale == a.nilai.scale);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	const char *text = str_dupn(arena, (const char *)data, size);
	Angka id = angka_parse(text, NOTASI_ID), en = angka_parse(text, NOTASI_EN), machine = angka_parse(text, NOTASI_MESIN);
	assert(same(id, angka_parse(text, NOTASI_TAK_TENTU)));
	assert(id.status == en.status && id.ambigu == en.ambigu && id.persen == en.persen);
	assert(id.ambigu || same(id, en));
	assert(!machine.ambigu && !machine.salah_grup && !machine.persen);
	if (id.status == ANGKA_NILAI) {
		reads_back(arena, id);
		reads_back(arena, en);
	}
	if (machine.status == ANGKA_NILAI) {
		reads_back(arena, machine);
		assert(desimal_trim(machine.nilai).scale == machine.nilai.scale);
	}
	const char *texts[] = {text, NULL};
	Notasi guess = angka_guess(texts, 2);
	assert(guess != NOTASI_MESIN);
	assert(guess == NOTASI_TAK_TENTU || id.status == ANGKA_NILAI || id.status == ANGKA_LUAPAN);
	arena_free(arena);
	return 0;
}
