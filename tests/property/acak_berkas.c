/* acak_berkas: random reports as files, for checks by another program.
 *
 *     acak_berkas FOLDER N [first seed]     -> FOLDER/1.xlsx, FOLDER/1.csv, ...
 *
 * Every second report has a random policy and weights; every tenth a kegiatan with about a hundred sub kegiatan. */
#include "acak.h"

#include "base/str.h"
#include "report/render.h"
#include <inttypes.h>

static bool put(Arena *arena, const char *folder, uint64_t i, const char *suffix, const TabelForm *form)
{
	const char *path = str_format(arena, "%s/%" PRIu64 ".%s", folder, i, suffix);
	Keluaran out = {0};
	ErrInfo info = {.message = ""};
	if (render_by_name(path)(&out, arena, form, KERTAS_F4, BAHASA_EN, &info)) {
		fprintf(stderr, "%s: %s\n", path, info.message);
		return false;
	}
	FILE *file = fopen(path, "wb");
	bool ok = file && fwrite(out.bytes, 1, out.n, file) == out.n;
	return file && fclose(file) == 0 && ok;
}

static bool write_report(const char *folder, uint64_t i)
{
	Arena *arena = arena_new();
	Acak acak = {i};
	const Kebijakan *policy = i % 2 ? kebijakan_default(arena) : acak_kebijakan(arena, &acak);
	const Snapshot *snapshot = acak_snapshot(arena, &acak, 4, (i % 2 ? 0 : ACAK_BOBOT) | (i % 10 ? 0 : ACAK_LEBAR));
	const TabelForm *form = form_laporan_build(arena, rollup_run(arena, snapshot, policy), NULL);
	bool ok = put(arena, folder, i, "xlsx", form) && put(arena, folder, i, "csv", form);
	arena_free(arena);
	return ok;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	uint64_t n = strtoull(argv[2], NULL, 10), first = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
	for (uint64_t i = first; i < first + n; i++)
		if (!write_report(argv[1], i))
			return 1;
	return 0;
}
