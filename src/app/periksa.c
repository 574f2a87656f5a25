#include "app/periksa.h"

#include "document/document.h"
#include "engine/check.h"
#include "report/render.h"
#include "report/tabel.h"
#include "report/temuan.h"
#include "report/temuan_kutipan.h"

#include <assert.h>

enum { GRUP_DARI = 4 };          /* so many findings of one rule are told as one */

typedef struct {
	Arena *arena;
	HasilPeriksaBerkas *h;
	Bahasa bahasa;
	int32_t *grup_of;            /* [temuan->n] */
} Susun;

/* ---- groups ---- */

static const Temuan *root_of(const DaftarTemuan *list, size_t i)
{
	return list->temuan[i].cause >= 0 ? &list->temuan[list->temuan[i].cause] : &list->temuan[i];
}

static bool about_total(const HasilPeriksaBerkas *h, const Temuan *t)
{
	return h->draf->ada_total && t->posisi.baris == h->draf->total.label.baris;
}

/* Does a figure of the total row follow from it, or is it one itself? */
static bool reaches_total(const HasilPeriksaBerkas *h, size_t root)
{
	for (size_t i = 0; i < h->temuan->n; i++)
		if ((i == root || h->temuan->temuan[i].cause == (int32_t)root) && about_total(h, &h->temuan->temuan[i]) && h->temuan->temuan[i].computed)
			return true;
	return false;
}

static BagianTemuan part_of(const HasilPeriksaBerkas *h, size_t i)
{
	const Temuan *t = &h->temuan->temuan[i];
	if (t->level == LEVEL_WARNING)
		return BAGIAN_PERINGATAN;
	if (t->level == LEVEL_NOTE)
		return BAGIAN_CATATAN;
	return reaches_total(h, i) ? BAGIAN_AKHIR : BAGIAN_GALAT;
}

static size_t same_rule(const HasilPeriksaBerkas *h, size_t i, BagianTemuan part)
{
	size_t n = 0;
	for (size_t k = 0; k < h->temuan->n; k++)
		n += h->temuan->temuan[k].cause < 0 && str_equal(h->temuan->temuan[k].rule, h->temuan->temuan[i].rule) && part_of(h, k) == part;
	return n;
}

static void group_add(Susun *s, size_t i, BagianTemuan part, size_t *cap)
{
	HasilPeriksaBerkas *h = s->h;
	const Temuan *t = &h->temuan->temuan[i];
	bool merged = part != BAGIAN_AKHIR && same_rule(h, i, part) >= GRUP_DARI;
	for (size_t g = 0; merged && g < h->n_grup; g++) {
		GrupTemuan *group = &h->grup[g];
		if (group->bagian != part || !str_equal(group->temuan->rule, t->rule))
			continue;
		group->n++;
		bool known = group->n_baris && group->baris[group->n_baris - 1] == t->posisi.baris;
		if (!known && group->n_baris < sizeof group->baris / sizeof *group->baris)
			group->baris[group->n_baris++] = t->posisi.baris;
		s->grup_of[i] = (int32_t)g;
		return;
	}
	s->grup_of[i] = (int32_t)h->n_grup;
	*ARENA_PUSH(s->arena, h->grup, h->n_grup, *cap) = (GrupTemuan){.bagian = part, .temuan = t, .n = 1, .baris = {t->posisi.baris}, .n_baris = t->posisi.baris > 0};
}

static void groups_make(Susun *s)
{
	HasilPeriksaBerkas *h = s->h;
	size_t cap = 0;
	s->grup_of = ARENA_ARRAY(s->arena, int32_t, h->temuan->n);
	for (BagianTemuan part = 0; part < BAGIAN_JUMLAH; part++)
		for (size_t i = 0; i < h->temuan->n; i++)
			if (h->temuan->temuan[i].cause < 0 && part_of(h, i) == part)
				group_add(s, i, part, &cap);
	for (size_t i = 0; i < h->temuan->n; i++)
		if (h->temuan->temuan[i].cause >= 0)
			s->grup_of[i] = s->grup_of[h->temuan->temuan[i].cause];
	for (size_t g = 0; g < h->n_grup; g++)
		h->n_sebab += h->grup[g].bagian == BAGIAN_AKHIR;
}

/* ---- the way from the cause to the total ---- */

static const char *figure_word(const HasilPeriksaBerkas *h, uint32_t kolom, Bahasa b)
{
	if (kolom && kolom == h->draf->kolom[KOLOM_KEUANGAN])
		return teks(b, "keuangan");
	if (kolom && kolom == h->draf->kolom[KOLOM_KELUARAN])
		return teks(b, "keluaran");
	return kolom && kolom == h->draf->kolom[KOLOM_RATA_RATA] ? teks(b, "rata-rata") : NULL;
}

static const char *chain_label(Susun *s, const Temuan *t, const char *word)
{
	static const char *const levels[] = {TEKS("Program"), TEKS("Kegiatan"), TEKS("Sub kegiatan")};
	const Snapshot *snapshot = &s->h->draf->snapshot;
	uint32_t node = t->kode ? snapshot_lookup(snapshot, t->kode) : SIMPUL_NONE;
	if (about_total(s->h, t) || node >= snapshot->n_simpul)
		return str_format(s->arena, teks(s->bahasa, "Agency, %s"), word);
	const Simpul *n = &snapshot->simpul[node];
	return str_format(s->arena, "%s %s, %s", teks(s->bahasa, levels[n->tingkat - TINGKAT_PROGRAM]), *n->nomor ? form_nomor(s->arena, n->nomor) : t->kode, word);
}

static void chain_make(Susun *s)
{
	HasilPeriksaBerkas *h = s->h;
	size_t cap = 0;
	if (h->n_sebab != 1)
		return;
	for (size_t i = 0; i < h->temuan->n; i++) {
		const Temuan *t = &h->temuan->temuan[i];
		const char *word = s->grup_of[i] == 0 ? figure_word(h, t->posisi.kolom, s->bahasa) : NULL;
		if (word && t->printed && t->computed)
			*ARENA_PUSH(s->arena, h->rantai, h->n_rantai, cap) = (RantaiPeriksa){chain_label(s, t, word), kutipan_nilai(s->arena, t->printed),
			                                                                    kutipan_nilai(s->arena, t->computed), t->posisi.baris};
	}
}

/* ---- the table ---- */

static int column_of(const Draf *draf, uint32_t kolom)
{
	for (int k = 0; kolom && k < PERIKSA_KOLOM; k++)
		if (draf->kolom[k] == kolom)
			return k;
	return -1;
}

static BarisPeriksa *line_find(HasilPeriksaBerkas *h, uint32_t nomor)
{
	size_t low = 0, high = h->n_baris;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (h->baris[middle].nomor < nomor)
			low = middle + 1;
		else
			high = middle;
	}
	return low < h->n_baris && h->baris[low].nomor == nomor ? &h->baris[low] : NULL;
}

static uint32_t first_line(const Draf *draf)
{
	uint32_t first = UINT32_MAX;
	for (uint32_t i = 0; i < draf->snapshot.n_simpul; i++) {
		uint32_t line = draf->simpul[i].kode.baris ? draf->simpul[i].kode.baris : draf->simpul[i].nama.baris;
		first = line && line < first ? line : first;
	}
	return first;
}

static void lines_make(Susun *s)
{
	HasilPeriksaBerkas *h = s->h;
	const Draf *draf = h->draf;
	uint32_t first = first_line(draf), last = draf->baris_terakhir;
	h->baris = ARENA_ARRAY(s->arena, BarisPeriksa, draf->grid->n_baris);
	for (uint32_t i = 0; i < draf->grid->n_baris; i++) {
		const Baris *from = &draf->grid->baris[i];
		bool foot = from->nomor == draf->kaki.baris_permasalahan || from->nomor == draf->kaki.baris_tindak_lanjut;
		if (from->nomor < first || (from->nomor > last && !foot))
			continue;
		BarisPeriksa *to = &h->baris[h->n_baris++];
		to->nomor = from->nomor;
		to->jenis = foot ? JENIS_BARIS_KAKI : JENIS_BARIS_LAIN;
		for (int k = 0; k < PERIKSA_KOLOM; k++)
			to->sel[k] = (SelPeriksa){.teks = draf->kolom[k] && !foot ? kutipan_sel(s->arena, grid_cell(draf->grid, i, draf->kolom[k])) : "", .grup = -1};
		if (foot)
			to->sel[0].teks = kutipan_sel(s->arena, grid_cell(draf->grid, i, 1));
	}
}

static void kinds_mark(HasilPeriksaBerkas *h)
{
	const Draf *draf = h->draf;
	for (uint32_t i = 0; i < draf->snapshot.n_simpul; i++) {
		BarisPeriksa *line = line_find(h, draf->simpul[i].kode.baris ? draf->simpul[i].kode.baris : draf->simpul[i].nama.baris);
		if (line)
			line->jenis = (JenisBarisPeriksa)(JENIS_BARIS_PROGRAM + draf->snapshot.simpul[i].tingkat - TINGKAT_PROGRAM);
	}
	for (uint32_t i = 0; i < draf->snapshot.n_indikator; i++) {
		BarisPeriksa *line = line_find(h, draf->indikator[i].target.baris ? draf->indikator[i].target.baris : draf->indikator[i].nama.baris);
		if (line && line->jenis == JENIS_BARIS_LAIN)
			line->jenis = JENIS_BARIS_INDIKATOR;
	}
	BarisPeriksa *total = draf->ada_total ? line_find(h, draf->total.label.baris) : NULL;
	if (total)
		total->jenis = JENIS_BARIS_TOTAL;
}

/* What marks a cell first stays; an error before a warning before a note. */
static void cells_mark(Susun *s)
{
	HasilPeriksaBerkas *h = s->h;
	for (size_t i = 0; i < h->temuan->n; i++) {
		const Temuan *t = &h->temuan->temuan[i];
		LevelTemuan level = root_of(h->temuan, i)->level;
		BarisPeriksa *line = line_find(h, t->posisi.baris);
		if (!line)
			continue;
		int k = line->jenis == JENIS_BARIS_KAKI ? 0 : column_of(h->draf, t->posisi.kolom);
		line->galat |= level == LEVEL_ERROR;
		line->peringatan |= level == LEVEL_WARNING;
		if (k < 0 || (line->sel[k].grup >= 0 && line->sel[k].level <= level))
			continue;
		line->sel[k].grup = s->grup_of[i];
		line->sel[k].level = level;
		line->sel[k].terhitung = t->computed ? kutipan_nilai(s->arena, t->computed) : NULL;
	}
}

/* ---- the whole ---- */

static void verdict_make(Susun *s)
{
	HasilPeriksaBerkas *h = s->h;
	IsiDesimal right = h->hasil->total.rata_rata;
	const Tertulis *printed = &h->draf->total.rata_rata;
	h->n_galat = temuan_count(h->temuan, LEVEL_ERROR);
	h->n_peringatan = temuan_count(h->temuan, LEVEL_WARNING);
	h->n_catatan = temuan_count(h->temuan, LEVEL_NOTE);
	h->seharusnya = right.isi == ISI_KOSONG ? "-" : desimal_print_id(s->arena, right.nilai, right.nilai.scale);
	if (!h->draf->ada_total || printed->angka.status != ANGKA_NILAI)
		return;
	/* A sheet holds more decimals than it shows: those of the form count. A document with fewer is held to its own. */
	Desimal shown = printed->angka.nilai, rounded;
	if (right.isi != ISI_KOSONG && shown.scale > right.nilai.scale && !desimal_rescale(&shown, shown, right.nilai.scale, BULAT_JAUH_NOL))
		shown = printed->angka.nilai;
	h->tercetak = desimal_print_id(s->arena, shown, shown.scale);
	h->rata_beda = right.isi == ISI_KOSONG || !desimal_rescale(&rounded, right.nilai, shown.scale, BULAT_JAUH_NOL) || desimal_cmp(rounded, shown) != 0;
}

Err periksa_berkas(HasilPeriksaBerkas **out, Arena *arena, const char *nama, const void *bytes, size_t n, const char *kebijakan_teks, Bahasa bahasa, ErrInfo *info)
{
	BerkasUnggah file;
	Draf *draf;
	ErrInfo own = {0};
	DaftarTemuan faults = {.arena = arena};
	const Kebijakan *kebijakan = kebijakan_teks ? kebijakan_parse(arena, "kebijakan", kebijakan_teks, strlen(kebijakan_teks), bahasa, &faults) : kebijakan_default(arena);
	assert(kebijakan || faults.n); /* a policy that is refused says why */
	if (!kebijakan)
		return err_set(info, ERR_FORMAT, faults.temuan[0].message, faults.temuan[0].hint);
	Err err = unggah_open(&file, arena, nama, bytes, n, bahasa, info);
	if (err)
		return err;
	err = document_read(&draf, arena, file.path, bahasa, &own);
	if (err)
		return err_set(info, err, unggah_message(arena, &file, own.message), own.hint);
	DaftarTemuan *list = ARENA_NEW(arena, DaftarTemuan);
	list->arena = arena;
	HasilPeriksaBerkas *h = ARENA_NEW(arena, HasilPeriksaBerkas);
	*h = (HasilPeriksaBerkas){.berkas = file.nama, .kebijakan = kebijakan->nama, .sidik = kebijakan->hash, .draf = draf, .temuan = list};
	h->hasil = rollup_run(arena, &draf->snapshot, kebijakan);
	check_run(arena, draf, kebijakan, h->hasil, bahasa, NULL, 0, list);
	Susun s = {arena, h, bahasa, NULL};
	verdict_make(&s);
	groups_make(&s);
	chain_make(&s);
	if (draf->grid) {
		lines_make(&s);
		kinds_mark(h);
		cells_mark(&s);
	}
	*out = h;
	return ERR_OK;
}

Err periksa_formulir(const HasilPeriksaBerkas *hasil, Arena *arena, const char *bentuk, const void **bytes, size_t *n, Bahasa bahasa, ErrInfo *info)
{
	Keluaran made;
	const TabelForm *form = form_laporan_build(arena, hasil->hasil, NULL);
	Err err = render_by_name(bentuk)(&made, arena, form, KERTAS_F4, bahasa, info);
	*bytes = err ? NULL : made.bytes;
	*n = err ? 0 : made.n;
	return err;
}

/* ---- findings as a file ---- */

/* One field of a CSV for Excel: quoted, and never taken for a formula. */
static void csv_field(StrBuf *out, const char *text, bool first)
{
	if (!first)
		strbuf_addc(out, ';');
	strbuf_addc(out, '"');
	if (text && strchr("=+-@\t\r", text[0]) && text[0] && !(text[0] == '-' && !text[1]))
		strbuf_addc(out, '\'');
	for (const char *p = text ? text : ""; *p; p++) {
		if (*p == '"')
			strbuf_addc(out, '"');
		strbuf_addc(out, *p == '\n' ? ' ' : *p);
	}
	strbuf_addc(out, '"');
}

static void findings_csv(const HasilPeriksaBerkas *h, StrBuf *out, Bahasa b)
{
	static const char *const heads[] = {TEKS("Line"), TEKS("Column"), TEKS("Level"), TEKS("Rule"), TEKS("Code"), TEKS("Printed"), TEKS("Computed"), TEKS("Finding"), TEKS("What to do"), TEKS("Follows from line")};
	static const char *const levels[] = {TEKS("error"), TEKS("warning"), TEKS("note")};
	strbuf_add(out, "\xEF\xBB\xBF");
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		csv_field(out, teks(b, heads[i]), i == 0);
	strbuf_add(out, "\r\n");
	for (size_t i = 0; i < h->temuan->n; i++) {
		const Temuan *t = &h->temuan->temuan[i];
		csv_field(out, str_format(out->arena, "%u", t->posisi.baris), true);
		csv_field(out, str_format(out->arena, "%u", t->posisi.kolom), false);
		csv_field(out, teks(b, levels[t->level]), false);
		csv_field(out, t->rule, false);
		csv_field(out, t->kode, false);
		csv_field(out, t->printed ? kutipan_nilai(out->arena, t->printed) : "", false);
		csv_field(out, t->computed ? kutipan_nilai(out->arena, t->computed) : "", false);
		csv_field(out, t->message, false);
		csv_field(out, t->hint, false);
		csv_field(out, t->cause >= 0 ? str_format(out->arena, "%u", h->temuan->temuan[t->cause].posisi.baris) : "", false);
		strbuf_add(out, "\r\n");
	}
}

void periksa_temuan(const HasilPeriksaBerkas *hasil, StrBuf *out, const char *bentuk, Bahasa bahasa)
{
	const BerkasTemuan file = {hasil->berkas, hasil->draf, hasil->hasil, hasil->temuan};
	if (str_equal(bentuk, "csv"))
		findings_csv(hasil, out, bahasa);
	else if (str_equal(bentuk, "sarif"))
		temuan_sarif(out, &file, 1, CAPAIAN_VERSION, bahasa);
	else
		temuan_json(out, &file, 1, bahasa);
}

/* ---- rules ---- */

static UraianAturan rule_words(const Aturan *rule, Bahasa b)
{
	return (UraianAturan){rule->nama, teks(b, rule->kalimat), teks(b, rule->penjelasan), rule->level};
}

bool periksa_aturan(const char *nama, Bahasa bahasa, UraianAturan *out)
{
	const Aturan *rule = check_rule(nama);
	if (rule)
		*out = rule_words(rule, bahasa);
	return rule != NULL;
}

size_t periksa_aturan_semua(Arena *arena, Bahasa bahasa, UraianAturan **out)
{
	size_t n;
	const Aturan *const *rules = check_rules(arena, &n);
	*out = ARENA_ARRAY(arena, UraianAturan, n);
	for (size_t i = 0; i < n; i++)
		(*out)[i] = rule_words(rules[i], bahasa);
	return n;
}
