#include "document/read_json.h"

#include "base/str.h"
#include "document/encoding.h"
#include "document/json_nilai.h"
#include "document/json_source.h"
#include "document/reader.h"

typedef struct {
	const json_t *value;
	uint32_t line;
} ValueLine;

typedef struct {
	Arena *arena;
	const char *name;
	Bahasa bahasa;
	ErrInfo *info;
	Err err;                 /* of the first wrong shape; what follows is read, but not reported */
	ValueLine *line;         /* sorted by value */
	size_t n_line;
	Draf *draf;
} JsonReader;

/* A place in the document: how it was reached and what stands there (NULL: null or nothing). */
typedef struct Place {
	const struct Place *parent;
	const char *key;         /* member name; NULL: element `index` */
	size_t index;
	const json_t *value;
	uint32_t line;
} Place;

static void add_path(StrBuf *path, const Place *place)
{
	if (!place->parent) {
		strbuf_add(path, "$");
		return;
	}
	add_path(path, place->parent);
	if (place->key)
		strbuf_addf(path, ".%s", place->key);
	else
		strbuf_addf(path, "[%zu]", place->index);
}

static void expected(JsonReader *r, const Place *place, const char *what)
{
	if (r->err)
		return;
	StrBuf path = {.arena = r->arena};
	add_path(&path, place);
	r->err = err_set(r->info, ERR_FORMAT,
	                 str_format(r->arena, teks(r->bahasa, "%s:%u: %s: %s was expected"), r->name, place->line, strbuf_text(&path), what),
	                 teks(r->bahasa, "A JSON file that `capaian report -o NAME.json` wrote is read, see docs/contract.md."));
}

/* ---- lines ---- */

static int by_value(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)((const ValueLine *)a)->value, y = (uintptr_t)((const ValueLine *)b)->value;
	return (x > y) - (x < y);
}

/* The library keeps no positions, but it keeps the order of members: walking its tree in order and the text in order gives each
 * value its line. null, true and false are one object each in the library and have no place of their own. */
static void walk(JsonReader *r, const json_t *value, const JsonLines *lines, size_t *next)
{
	if (*next == lines->n)
		return;
	r->line[r->n_line++] = (ValueLine){value, lines->line[(*next)++]};
	if (json_is_object(value)) {
		json_t *object = (json_t *)value;
		for (void *i = json_object_iter(object); i; i = json_object_iter_next(object, i))
			walk(r, json_object_iter_value(i), lines, next);
	}
	for (size_t i = 0; i < json_array_size(value); i++)
		walk(r, json_array_get(value, i), lines, next);
}

static uint32_t line_of(const JsonReader *r, const json_t *value, uint32_t otherwise)
{
	ValueLine key = {value, 0};
	if (!value || json_is_null(value) || json_is_boolean(value))
		return otherwise;
	const ValueLine *found = bsearch(&key, r->line, r->n_line, sizeof key, by_value);
	return found ? found->line : otherwise;
}

/* ---- values ---- */

static Place place_at(const JsonReader *r, const Place *parent, const char *key, size_t index, const json_t *value)
{
	if (json_is_null(value))
		value = NULL;
	return (Place){parent, key, index, value, line_of(r, value, parent->line)};
}

static Place member(const JsonReader *r, const Place *object, const char *key)
{
	return place_at(r, object, key, 0, object->value ? json_object_get(object->value, key) : NULL);
}

/* A member that is an object, or nothing. */
static Place object_at(JsonReader *r, const Place *parent, const char *key, bool required)
{
	Place place = member(r, parent, key);
	if (place.value ? !json_is_object(place.value) : required) {
		expected(r, &place, teks(r->bahasa, "an object"));
		place.value = NULL;
	}
	return place;
}

static Place array_at(JsonReader *r, const Place *parent, const char *key, bool required)
{
	Place place = member(r, parent, key);
	if (place.value ? !json_is_array(place.value) : required) {
		expected(r, &place, teks(r->bahasa, "a list"));
		place.value = NULL;
	}
	return place;
}

static Place element(JsonReader *r, const Place *array, size_t index)
{
	Place place = place_at(r, array, NULL, index, json_array_get(array->value, index));
	if (!json_is_object(place.value)) {
		expected(r, &place, teks(r->bahasa, "an object"));
		place.value = NULL;
	}
	return place;
}

/* Escapes can smuggle in control characters that no text file would keep. */
static const char *clean(Arena *arena, const char *text)
{
	StrBuf out = {.arena = arena};
	for (const char *p = text; *p;) {
		uint32_t code = utf8_next(&p);
		utf8_add(&out, encoding_is_control(code) ? 0xFFFD : code);
	}
	return strbuf_text(&out);
}

static const char *text_of(JsonReader *r, const Place *place)
{
	if (!place->value)
		return "";
	if (!json_is_string(place->value)) {
		expected(r, place, teks(r->bahasa, "a text or null"));
		return "";
	}
	return clean(r->arena, json_string_value(place->value));
}

static const char *text_at(JsonReader *r, const Place *object, const char *key)
{
	Place place = member(r, object, key);
	return text_of(r, &place);
}

static Tertulis written(const Place *place, const char *text, Angka angka)
{
	return (Tertulis){.teks = text, .baris = place->line, .kolom = 1, .angka = angka, .n_bagian = 1};
}

static Tertulis written_text(JsonReader *r, const Place *object, const char *key)
{
	Place place = member(r, object, key);
	const char *text = text_of(r, &place);
	return written(&place, text, angka_parse(text, NOTASI_MESIN));
}

static Tertulis absent(void)
{
	return (Tertulis){.teks = "", .n_bagian = 1};
}

/* -digits[.digits], exactly, with its scale: the spreadsheet's NOTASI_MESIN drops zeros and the noise of binary fractions. */
static bool parse_decimal(Desimal *out, const char *text)
{
	bool negative = *text == '-', point = false;
	size_t digits = 0;
	*out = (Desimal){0};
	for (text += negative; *text; text++) {
		if (*text == '.' && !point && digits) {
			point = true;
			digits = 0;
			continue;
		}
		int digit = *text - '0';
		if (digit < 0 || digit > 9 || __builtin_mul_overflow(out->m, 10, &out->m) ||
		    __builtin_add_overflow(out->m, negative ? -digit : digit, &out->m))
			return false;
		digits++;
		out->scale = (uint8_t)(out->scale + point);
		if (out->scale > DESIMAL_SCALE_MAX)
			return false;
	}
	return digits > 0;
}

/* A decimal number in quotes, or null. */
static IsiDesimal number_at(JsonReader *r, const Place *object, const char *key, Tertulis *cell)
{
	Place place = member(r, object, key);
	*cell = written(&place, "", angka_parse(NULL, NOTASI_MESIN));
	if (!place.value)
		return (IsiDesimal){0};
	const char *text = json_is_string(place.value) ? json_string_value(place.value) : "";
	Angka angka = {.status = ANGKA_NILAI};
	if (!parse_decimal(&angka.nilai, text)) {
		expected(r, &place, teks(r->bahasa, "a decimal number in quotes such as \"1234.50\", or null,"));
		return (IsiDesimal){0};
	}
	*cell = written(&place, str_dup(r->arena, text), angka);
	return isi_desimal(angka.nilai);
}

static IsiRupiah money_at(JsonReader *r, const Place *object, const char *key, Tertulis *cell)
{
	Rupiah rupiah;
	IsiDesimal number = number_at(r, object, key, cell);
	if (number.isi == ISI_KOSONG)
		return (IsiRupiah){0};
	if (!desimal_to_rupiah(&rupiah, number.nilai)) {
		Place place = member(r, object, key);
		expected(r, &place, teks(r->bahasa, "an amount of rupiah with two decimals"));
		return (IsiRupiah){0};
	}
	return isi_rupiah(rupiah);
}

/* An integer within bounds, or null (0). */
static int integer_at(JsonReader *r, const Place *object, const char *key, int least, int most, Tertulis *cell)
{
	Place place = member(r, object, key);
	*cell = written(&place, "", angka_parse(NULL, NOTASI_MESIN));
	if (!place.value)
		return 0;
	json_int_t value = json_integer_value(place.value);
	if (!json_is_integer(place.value) || value < least || value > most) {
		expected(r, &place, str_format(r->arena, teks(r->bahasa, "an integer from %d to %d, or null,"), least, most));
		return 0;
	}
	const char *text = str_format(r->arena, "%d", (int)value);
	*cell = written(&place, text, angka_parse(text, NOTASI_MESIN));
	return (int)value;
}

static Tanggal date_at(JsonReader *r, const Place *object, const char *key, Tertulis *cell)
{
	Tanggal tanggal = {0};
	*cell = written_text(r, object, key);
	if (*cell->teks && (strlen(cell->teks) != 10 || cell->teks[4] != '-' || !tanggal_parse(&tanggal, cell->teks, NULL))) {
		Place place = member(r, object, key);
		expected(r, &place, teks(r->bahasa, "a date such as \"2023-12-29\", or null,"));
	}
	return tanggal;
}

/* ---- the document ---- */

static void read_head(JsonReader *r, const Place *root)
{
	Place head = object_at(r, root, "head", true), count = object_at(r, &head, "count", false);
	Kepala *kepala = &r->draf->snapshot.kepala;
	Draf *d = r->draf;
	if (head.value && !str_equal(text_at(r, &head, "form"), "laporan-capaian")) {
		Place form = member(r, &head, "form");
		expected(r, &form, "\"laporan-capaian\"");
	}
	d->kepala.judul = written_text(r, &head, "title");
	d->kepala.kode_bidang = written_text(r, &head, "kode_bidang");
	d->kepala.unit_organisasi = written_text(r, &head, "unit_organisasi");
	d->kepala.label_bulan = absent();
	kepala->judul = d->kepala.judul.teks;
	kepala->kode_bidang = d->kepala.kode_bidang.teks;
	kepala->nama_bidang = text_at(r, &head, "nama_bidang");
	kepala->unit_organisasi = d->kepala.unit_organisasi.teks;
	kepala->bulan = (uint8_t)integer_at(r, &head, "bulan", 1, 12, &d->kepala.bulan);
	kepala->tahun = integer_at(r, &head, "tahun", 1900, 2999, &d->kepala.tahun);
	kepala->kondisi = date_at(r, &head, "kondisi", &d->kepala.kondisi);
	integer_at(r, &count, "program", 0, INT32_MAX, &d->kepala.n_program);
	integer_at(r, &count, "kegiatan", 0, INT32_MAX, &d->kepala.n_kegiatan);
	integer_at(r, &count, "sub_kegiatan", 0, INT32_MAX, &d->kepala.n_sub_kegiatan);
}

/* A text in place of a number: under a key of its own, beside the null of the number. */
static const char *text_or_null(JsonReader *r, const Place *object, const char *key, Tertulis *cell)
{
	Place place = member(r, object, key);
	if (!place.value)
		return NULL;
	const char *text = text_of(r, &place);
	*cell = written(&place, text, angka_parse(text, NOTASI_MESIN));
	return text;
}

static void read_indicator(JsonReader *r, const Place *place, Indikator *ind, TertulisIndikator *cell)
{
	Tertulis weight;
	*cell = (TertulisIndikator){.nama = written_text(r, place, "nama"), .satuan = written_text(r, place, "satuan"), .pagu = absent(),
	                            .uang = absent(), .keuangan = absent(), .rata_rata = absent(), .pasangan_pasti = true};
	ind->nama = cell->nama.teks;
	ind->satuan = cell->satuan.teks;
	ind->target = number_at(r, place, "target", &cell->target);
	ind->realisasi = number_at(r, place, "realisasi", &cell->realisasi);
	ind->target_teks = text_or_null(r, place, "target_teks", &cell->target);
	ind->realisasi_teks = text_or_null(r, place, "realisasi_teks", &cell->realisasi);
	ind->bobot = number_at(r, place, "bobot", &weight);
	number_at(r, place, "capaian", &cell->keluaran);
	ind->gema = json_is_true(place->value ? json_object_get(place->value, "gema") : NULL);
}

static Tingkat level_at(JsonReader *r, const Place *row)
{
	Place place = member(r, row, "level");
	const char *text = text_of(r, &place);
	if (str_equal(text, "program"))
		return TINGKAT_PROGRAM;
	if (str_equal(text, "kegiatan"))
		return TINGKAT_KEGIATAN;
	if (!str_equal(text, "sub_kegiatan"))
		expected(r, &place, teks(r->bahasa, "one of \"program\", \"kegiatan\", \"sub_kegiatan\""));
	return TINGKAT_SUB_KEGIATAN;
}

static void read_code(JsonReader *r, const Place *row, Simpul *simpul, TertulisSimpul *cell)
{
	Place place = member(r, row, "kode");
	const char *text = text_of(r, &place);
	cell->kode = written_text(r, row, "kode_as_written");
	simpul->kode_tertulis = cell->kode.teks;
	if (*text && !kode_parse(&simpul->kode, text, NULL))
		expected(r, &place, teks(r->bahasa, "a code such as \"2.17.01.2.01\", or null,"));
	Kode ignored;
	kode_parse(&ignored, cell->kode.teks, &cell->kode_bentuk);
}

static void read_row(JsonReader *r, const Place *row, Simpul *simpul, TertulisSimpul *cell)
{
	Tertulis weight;
	*simpul = (Simpul){.tingkat = level_at(r, row), .nomor = text_at(r, row, "nomor"), .induk = SIMPUL_NONE};
	*cell = (TertulisSimpul){.nama = written_text(r, row, "nama")};
	read_code(r, row, simpul, cell);
	simpul->nama = cell->nama.teks;
	simpul->pagu = money_at(r, row, "pagu", &cell->pagu);
	simpul->realisasi = money_at(r, row, "realisasi", &cell->realisasi);
	simpul->bobot = number_at(r, row, "bobot", &weight);
	number_at(r, row, "keuangan", &cell->keuangan);
	number_at(r, row, "keluaran", &cell->keluaran);
	number_at(r, row, "rata_rata", &cell->rata_rata);
}

static size_t count_indicators(const json_t *rows)
{
	size_t n = 0;
	for (size_t i = 0; i < json_array_size(rows); i++)
		n += json_array_size(json_object_get(json_array_get(rows, i), "indikator"));
	return n;
}

/* Rows stand in pre-order: the parent of a row is the nearest one above it of a higher level. Money is a fact where nothing is
 * below; elsewhere the row's amounts are printed sums. */
static void build_tree(Simpul *simpul, uint32_t n)
{
	uint32_t open[TINGKAT_SUB_KEGIATAN + 1], depth = 0;
	for (uint32_t i = 0; i <= n; i++) {
		while (depth && (i == n || simpul[open[depth - 1]].tingkat >= simpul[i].tingkat))
			simpul[open[--depth]].akhir = i;
		if (i == n)
			break;
		simpul[i].induk = depth ? open[depth - 1] : SIMPUL_NONE;
		open[depth++] = i;
	}
	for (uint32_t i = 0; i < n; i++)
		if (simpul[i].akhir > i + 1)
			simpul[i].pagu = simpul[i].realisasi = (IsiRupiah){0};
}

static void read_rows(JsonReader *r, const Place *root)
{
	Place rows = array_at(r, root, "rows", true);
	size_t n = json_array_size(rows.value), n_indikator = count_indicators(rows.value);
	Draf *d = r->draf;
	Simpul *simpul = ARENA_ARRAY(r->arena, Simpul, n);
	Indikator *indikator = ARENA_ARRAY(r->arena, Indikator, n_indikator);
	d->simpul = ARENA_ARRAY(r->arena, TertulisSimpul, n);
	d->indikator = ARENA_ARRAY(r->arena, TertulisIndikator, n_indikator);
	uint32_t next = 0;
	for (size_t i = 0; i < n && !r->err; i++) {
		Place row = element(r, &rows, i);
		read_row(r, &row, &simpul[i], &d->simpul[i]);
		Place list = array_at(r, &row, "indikator", false);
		simpul[i].indikator_awal = next;
		for (size_t k = 0; k < json_array_size(list.value); k++) {
			Place place = element(r, &list, k);
			read_indicator(r, &place, &indikator[next], &d->indikator[next]);
			next++;
		}
		simpul[i].n_indikator = next - simpul[i].indikator_awal;
		d->baris_terakhir = row.line;
	}
	build_tree(simpul, (uint32_t)n);
	d->snapshot.n_simpul = (uint32_t)n;
	d->snapshot.simpul = simpul;
	d->snapshot.n_indikator = next;
	d->snapshot.indikator = indikator;
}

static void read_total(JsonReader *r, const Place *root)
{
	Place total = object_at(r, root, "total", false);
	Draf *d = r->draf;
	d->ada_total = total.value != NULL;
	d->total.label = written(&total, "total", angka_parse(NULL, NOTASI_MESIN));
	money_at(r, &total, "pagu", &d->total.pagu);
	money_at(r, &total, "realisasi", &d->total.realisasi);
	number_at(r, &total, "keuangan", &d->total.keuangan);
	number_at(r, &total, "keluaran", &d->total.keluaran);
	number_at(r, &total, "rata_rata", &d->total.rata_rata);
	d->total.target = d->total.volume = d->total.satuan = absent();
}

static void read_foot(JsonReader *r, const Place *root)
{
	Place narrative = object_at(r, root, "narrative", false), sign = object_at(r, root, "signature", false);
	Draf *d = r->draf;
	Narasi *narasi = &d->snapshot.narasi;
	TandaTangan *tanda = &d->snapshot.tanda_tangan;
	d->kaki.permasalahan = written_text(r, &narrative, "permasalahan");
	d->kaki.tindak_lanjut = written_text(r, &narrative, "tindak_lanjut");
	d->kaki.baris_permasalahan = narrative.value ? d->kaki.permasalahan.baris : 0;
	d->kaki.baris_tindak_lanjut = narrative.value ? d->kaki.tindak_lanjut.baris : 0;
	*narasi = (Narasi){d->kaki.permasalahan.teks, d->kaki.tindak_lanjut.teks};

	d->kaki.jabatan = written_text(r, &sign, "jabatan");
	d->kaki.nama = written_text(r, &sign, "nama");
	d->kaki.pangkat = written_text(r, &sign, "pangkat");
	d->kaki.nip = written_text(r, &sign, "nip");
	*tanda = (TandaTangan){.tempat = text_at(r, &sign, "tempat"), .tanggal = date_at(r, &sign, "tanggal", &d->kaki.tempat_tanggal),
	                       .jabatan = d->kaki.jabatan.teks, .nama = d->kaki.nama.teks, .pangkat = d->kaki.pangkat.teks,
	                       .nip = d->kaki.nip.teks};
}

static Err read_document(JsonReader *r, const json_t *document, const CleanText *text)
{
	JsonLines lines = json_source_lines(r->arena, text->text, text->n);
	size_t next = 0;
	r->line = ARENA_ARRAY(r->arena, ValueLine, lines.n);
	walk(r, document, &lines, &next);
	qsort(r->line, r->n_line, sizeof *r->line, by_value);

	Place root = {.value = document, .line = line_of(r, document, 1)};
	if (!json_is_object(document)) {
		expected(r, &root, teks(r->bahasa, "an object"));
		return r->err;
	}
	read_head(r, &root);
	read_rows(r, &root);
	read_total(r, &root);
	read_foot(r, &root);
	return r->err;
}

static Draf *new_draf(Arena *arena, const char *name, const char *encoding, Grid *grid)
{
	Buku *buku = ARENA_NEW(arena, Buku);
	*buku = (Buku){.berkas = name, .format = FORMAT_JSON, .pengodean = encoding, .n_grid = 1, .grid = grid};
	Draf *draf = ARENA_NEW(arena, Draf);
	*draf = (Draf){.buku = buku, .grid = grid, .notasi = NOTASI_MESIN, .temuan = {.arena = arena}};
	for (size_t i = 0; i < KOLOM_JUMLAH; i++)
		draf->kolom[i] = 1;
	return draf;
}

Err read_json(Draf **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info)
{
	CleanText text;
	Grid *grid = ARENA_NEW(arena, Grid);
	if (!encoding_clean(&text, arena, bytes, n))
		return err_set(info, ERR_FORMAT, str_format(arena, teks(bahasa, "%s: binary data; JSON was expected"), name), NULL);
	if (!json_source_grid(grid, arena, text.text, text.n))
		return err_set(info, ERR_LIMIT,
		               str_format(arena, teks(bahasa, "%s: more than %u lines"), name, (unsigned)BACA_BATAS_BARIS), NULL);
	const json_t *document;
	Err err = json_nilai_parse(&document, arena, name, text.text, text.n, bahasa, info);
	if (err)
		return err;

	JsonReader r = {.arena = arena, .name = name, .bahasa = bahasa, .info = info, .draf = new_draf(arena, name, text.name, grid)};
	err = read_document(&r, document, &text);
	if (!err)
		*out = r.draf;
	return err;
}
