#include "domain/snapshot.h"

#include "base/str.h"
#include <inttypes.h>

uint32_t snapshot_count(const Snapshot *snapshot, Tingkat tingkat)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < snapshot->n_simpul; i++)
		n += snapshot->simpul[i].tingkat == tingkat;
	return n;
}

uint32_t snapshot_find(const Snapshot *snapshot, Kode kode)
{
	for (uint32_t i = 0; kode.n_bagian && i < snapshot->n_simpul; i++)
		if (kode_equal(snapshot->simpul[i].kode, kode))
			return i;
	return SIMPUL_NONE;
}

/* "1,1." and "1.1" number the same node. */
static bool nomor_equal(const char *a, const char *b)
{
	for (;; a++, b++) {
		bool sep_a = *a == '.' || *a == ',', sep_b = *b == '.' || *b == ',';
		if (sep_a && a[1] == '\0')
			a++, sep_a = false;
		if (sep_b && b[1] == '\0')
			b++, sep_b = false;
		if (sep_a != sep_b || (!sep_a && *a != *b))
			return false;
		if (*a == '\0')
			return true;
	}
}

uint32_t snapshot_lookup(const Snapshot *snapshot, const char *text)
{
	if (str_equal_fold(text, "total"))
		return SIMPUL_TOTAL;
	for (uint32_t i = 0; *text && i < snapshot->n_simpul; i++)
		if (str_equal(snapshot->simpul[i].kode_tertulis, text))
			return i;
	Kode kode;
	uint32_t found = SIMPUL_NONE;
	if (kode_parse(&kode, text, NULL))
		found = snapshot_find(snapshot, kode);
	for (uint32_t i = 0; *text && found == SIMPUL_NONE && i < snapshot->n_simpul; i++)
		if (nomor_equal(snapshot->simpul[i].nomor, text))
			found = i;
	return found;
}

/* Collects the first difference; every later comparison is a no-op. */
typedef struct {
	Arena *arena;
	const char *where;
	const char *found;
} Comparison;

static void compare_text(Comparison *c, const char *field, const char *a, const char *b)
{
	if (!c->found && !str_equal(a, b))
		c->found = str_format(c->arena, "%s %s: '%s' / '%s'", c->where, field, a ? a : "(none)", b ? b : "(none)");
}

static void compare_int(Comparison *c, const char *field, int64_t a, int64_t b)
{
	if (!c->found && a != b)
		c->found = str_format(c->arena, "%s %s: %" PRId64 " / %" PRId64, c->where, field, a, b);
}

static void compare_rupiah(Comparison *c, const char *field, IsiRupiah a, IsiRupiah b)
{
	compare_int(c, field, a.isi, b.isi);
	if (a.isi == ISI_ADA)
		compare_int(c, field, a.nilai.sen, b.nilai.sen);
}

static void compare_desimal(Comparison *c, const char *field, IsiDesimal a, IsiDesimal b)
{
	compare_int(c, field, a.isi, b.isi);
	if (!c->found && a.isi == ISI_ADA && desimal_cmp(a.nilai, b.nilai) != 0)
		c->found = str_format(c->arena, "%s %s: %" PRId64 "e-%u / %" PRId64 "e-%u", c->where, field, a.nilai.m, a.nilai.scale,
		                      b.nilai.m, b.nilai.scale);
}

static void compare_tanggal(Comparison *c, const char *field, Tanggal a, Tanggal b)
{
	compare_text(c, field, tanggal_print_iso(c->arena, a), tanggal_print_iso(c->arena, b));
}

static void compare_simpul(Comparison *c, const Simpul *a, const Simpul *b)
{
	compare_int(c, "tingkat", a->tingkat, b->tingkat);
	compare_text(c, "kode", kode_print(c->arena, a->kode), kode_print(c->arena, b->kode));
	compare_text(c, "nomor", a->nomor, b->nomor);
	compare_text(c, "nama", a->nama, b->nama);
	compare_rupiah(c, "pagu", a->pagu, b->pagu);
	compare_rupiah(c, "realisasi", a->realisasi, b->realisasi);
	compare_desimal(c, "bobot", a->bobot, b->bobot);
	compare_int(c, "induk", a->induk, b->induk);
	compare_int(c, "akhir", a->akhir, b->akhir);
	compare_int(c, "indikator_awal", a->indikator_awal, b->indikator_awal);
	compare_int(c, "n_indikator", a->n_indikator, b->n_indikator);
}

static void compare_indikator(Comparison *c, const Indikator *a, const Indikator *b)
{
	compare_text(c, "nama", a->nama, b->nama);
	compare_text(c, "satuan", a->satuan, b->satuan);
	compare_desimal(c, "target", a->target, b->target);
	compare_int(c, "gema", a->gema, b->gema);
	if (!a->gema)
		compare_desimal(c, "realisasi", a->realisasi, b->realisasi);
	compare_text(c, "target_teks", a->target_teks, b->target_teks);
	compare_text(c, "realisasi_teks", a->realisasi_teks, b->realisasi_teks);
	compare_desimal(c, "bobot", a->bobot, b->bobot);
}

static void compare_frame(Comparison *c, const Snapshot *a, const Snapshot *b)
{
	c->where = "kepala";
	compare_text(c, "kode_bidang", a->kepala.kode_bidang, b->kepala.kode_bidang);
	compare_text(c, "nama_bidang", a->kepala.nama_bidang, b->kepala.nama_bidang);
	compare_text(c, "unit_organisasi", a->kepala.unit_organisasi, b->kepala.unit_organisasi);
	compare_int(c, "tahun", a->kepala.tahun, b->kepala.tahun);
	compare_int(c, "bulan", a->kepala.bulan, b->kepala.bulan);
	compare_tanggal(c, "kondisi", a->kepala.kondisi, b->kepala.kondisi);
	c->where = "narasi";
	compare_text(c, "permasalahan", a->narasi.permasalahan, b->narasi.permasalahan);
	compare_text(c, "tindak_lanjut", a->narasi.tindak_lanjut, b->narasi.tindak_lanjut);
	c->where = "tanda tangan";
	compare_text(c, "tempat", a->tanda_tangan.tempat, b->tanda_tangan.tempat);
	compare_tanggal(c, "tanggal", a->tanda_tangan.tanggal, b->tanda_tangan.tanggal);
	compare_text(c, "jabatan", a->tanda_tangan.jabatan, b->tanda_tangan.jabatan);
	compare_text(c, "nama", a->tanda_tangan.nama, b->tanda_tangan.nama);
	compare_text(c, "pangkat", a->tanda_tangan.pangkat, b->tanda_tangan.pangkat);
	compare_text(c, "nip", a->tanda_tangan.nip, b->tanda_tangan.nip);
}

const char *snapshot_difference(Arena *arena, const Snapshot *a, const Snapshot *b)
{
	Comparison c = {.arena = arena, .where = "snapshot"};
	compare_int(&c, "n_simpul", a->n_simpul, b->n_simpul);
	compare_int(&c, "n_indikator", a->n_indikator, b->n_indikator);
	for (uint32_t i = 0; !c.found && i < a->n_simpul; i++) {
		c.where = str_format(arena, "simpul %u", i);
		compare_simpul(&c, &a->simpul[i], &b->simpul[i]);
	}
	for (uint32_t i = 0; !c.found && i < a->n_indikator; i++) {
		c.where = str_format(arena, "indikator %u", i);
		compare_indikator(&c, &a->indikator[i], &b->indikator[i]);
	}
	compare_frame(&c, a, b);
	return c.found;
}
