/* What is written is read back: for random reports, document_read(render(snapshot)) says the same as the snapshot, for XLSX, CSV and JSON.
 *
 *     property_roundtrip [reports [first seed]]
 *
 * What does not survive, and is therefore not in the random reports (docs/decisions/0014-what-survives.md): in XLSX and CSV the weights (bobot), which the form has
 * no column for, and numbers, codes and line breaks as they were written, which the form prints in one way; in XLSX digits beyond the fifteenth. The realised volume of an echo (gema) is the
 * computed keluaran afterwards, in every format. */
#include "acak.h"

#include "base/str.h"
#include "document/document.h"
#include "report/render.h"
#include <inttypes.h>
#include <unistd.h>

static const char *const FORMAT[] = {"xlsx", "csv", "json"};

static const char *folder;

static bool fails(uint64_t seed, const char *format, const char *stage, const char *why)
{
	printf("not ok - seed %" PRIu64 " %s: %s: %s (%s/laporan.%s is kept)\n", seed, format, stage, why, folder, format);
	return false;
}

/* Without the flush to the disk that output_write() waits for. */
static bool put(const char *path, const Keluaran *out)
{
	FILE *file = fopen(path, "wb");
	if (!file)
		return false;
	bool ok = fwrite(out->bytes, 1, out->n, file) == out->n;
	return fclose(file) == 0 && ok;
}

static bool survives(Arena *arena, uint64_t seed, const TabelForm *form, const char *format)
{
	const char *path = str_format(arena, "%s/laporan.%s", folder, format);
	Keluaran out = {0};
	ErrInfo info = {.message = ""};
	if (render_by_name(path)(&out, arena, form, KERTAS_F4, BAHASA_EN, &info))
		return fails(seed, format, "render", info.message);
	if (!put(path, &out))
		return fails(seed, format, "write", "no room for a temporary file");
	Draf *draf;
	if (document_read(&draf, arena, path, BAHASA_EN, &info))
		return fails(seed, format, "read", info.message);
	const char *difference = snapshot_difference(arena, form->snapshot, &draf->snapshot);
	if (difference)
		return fails(seed, format, "difference", difference);
	unlink(path);
	return true;
}

static const TabelForm *random_form(Arena *arena, uint64_t seed, unsigned pilihan)
{
	Acak acak = {seed};
	const Snapshot *snapshot = acak_snapshot(arena, &acak, 5, pilihan);
	return form_laporan_build(arena, rollup_run(arena, snapshot, kebijakan_default(arena)), NULL);
}

/* JSON has more to keep than the form shows. */
static bool report_survives(uint64_t seed)
{
	Arena *arena = arena_new();
	const TabelForm *form = random_form(arena, seed, seed % 50 ? 0 : ACAK_LEBAR);
	bool ok = true;
	for (size_t i = 0; i < sizeof FORMAT / sizeof *FORMAT; i++)
		ok &= survives(arena, seed, form, FORMAT[i]);
	ok &= survives(arena, seed, random_form(arena, seed, ACAK_BOBOT | ACAK_MENTAH), "json");
	arena_free(arena);
	return ok;
}

int main(int argc, char **argv)
{
	uint64_t reports = argc > 1 ? strtoull(argv[1], NULL, 10) : 100, first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1, bad = 0;
	char name[] = P_tmpdir "/capaian-roundtrip-XXXXXX";
	folder = mkdtemp(name);
	if (!folder)
		return 99;
	printf("1..1\n");
	for (uint64_t i = 0; i < reports && bad < 10; i++)
		bad += !report_survives(first + i);
	if (bad)
		return 1;
	rmdir(folder);
	printf("ok 1 - %" PRIu64 " random reports read back as they were written\n", reports);
	return 0;
}
