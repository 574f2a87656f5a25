#include "report/temuan.h"

#include "base/json.h"
#include "report/level.h"

#include <string.h>

static const char SCHEMA[] = "https://json.schemastore.org/sarif-2.1.0.json";

/* A path as a URI reference: what RFC 3986 does not allow in a path is percent-encoded. */
static const char *path_uri(Arena *arena, const char *path)
{
	StrBuf uri = {.arena = arena};
	for (const char *p = path; *p; p++) {
		unsigned char c = (unsigned char)*p;
		bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || strchr("-._~/", c);
		if (plain)
			strbuf_addc(&uri, *p);
		else
			strbuf_addf(&uri, "%%%02X", c);
	}
	return strbuf_text(&uri);
}

/* Where a field of a text file begins, in characters of its line, written as spreadsheet programs write it: quoted when it holds a separator, a
 * quotation mark or a line break. */
static void text_place(const BerkasTemuan *b, const Posisi *p, uint32_t *line, uint32_t *column)
{
	const Grid *grid = b->draf->grid;
	char separator = b->draf->buku->pemisah;
	*line = p->baris;
	*column = 1;
	uint32_t row = 0;
	while (row < grid->n_baris && grid->baris[row].nomor < p->baris)
		row++;
	if (row == grid->n_baris || grid->baris[row].nomor != p->baris)
		return;
	for (uint32_t k = 1; k < p->kolom; k++) {
		const char *text = grid_cell(grid, row, k)->teks;
		bool quoted = strchr(text, '"') || strchr(text, '\n') || (separator && strchr(text, separator));
		*column += quoted ? 3 : 1;
		for (uint32_t c; (c = utf8_next(&text));) {
			*column += c == '"' ? 2 : 1;
			if (c == '\n') {
				++*line;
				*column = 1;
			}
		}
	}
}

static void add_text(Json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_object(j);
	json_field(j, "text", text);
	json_end(j);
}

static void add_region(Json *j, const BerkasTemuan *b, const Posisi *p)
{
	uint32_t line = p->baris, column = p->kolom;
	if (!line)
		return;
	if (column && !p->lembar && b->draf)
		text_place(b, p, &line, &column);
	json_key(j, "region");
	json_object(j);
	json_key(j, "startLine");
	json_int(j, line);
	if (column) {
		json_key(j, "startColumn");
		json_int(j, column);
	}
	json_end(j);
}

/* In a sheet the name of the cell is the place people know. */
static void add_logical_location(Json *j, const Posisi *p)
{
	if (!p->lembar || !p->baris || !p->kolom)
		return;
	const char *cell = grid_cell_name(j->out->arena, p->kolom, p->baris);
	json_key(j, "logicalLocations");
	json_array(j);
	json_object(j);
	json_field(j, "name", cell);
	json_field(j, "fullyQualifiedName", str_format(j->out->arena, "%s!%s", p->lembar, cell));
	json_end(j);
	json_end(j);
}

static void add_location(Json *j, const BerkasTemuan *b, const Temuan *t, const char *message)
{
	const Posisi *p = &t->posisi;
	json_object(j);
	json_key(j, "physicalLocation");
	json_object(j);
	json_key(j, "artifactLocation");
	json_object(j);
	json_field(j, "uri", path_uri(j->out->arena, b->berkas));
	json_end(j);
	add_region(j, b, p);
	json_end(j);
	add_logical_location(j, p);
	if (message)
		add_text(j, "message", message);
	json_end(j);
}

static void add_properties(Json *j, const Temuan *t)
{
	const Posisi *p = &t->posisi;
	json_key(j, "properties");
	json_object(j);
	json_field(j, "kode", t->kode);
	json_field(j, "printed", t->printed);
	json_field(j, "computed", t->computed);
	json_field(j, "hint", t->hint);
	json_field(j, "cell", p->lembar && p->baris && p->kolom ? grid_cell_name(j->out->arena, p->kolom, p->baris) : NULL);
	json_key(j, "field");
	if (p->kolom)
		json_int(j, p->kolom);
	else
		json_null(j);
	json_end(j);
}

static void add_result(Json *j, const BerkasTemuan *b, const Temuan *t, const Aturan *const *aturan, size_t n_aturan)
{
	json_object(j);
	json_field(j, "ruleId", t->rule);
	for (size_t i = 0; i < n_aturan; i++) {
		if (str_equal(aturan[i]->nama, t->rule)) {
			json_key(j, "ruleIndex");
			json_int(j, (int64_t)i);
			break;
		}
	}
	json_field(j, "level", level_key(t->level));
	const char *text = t->hint ? str_format(j->out->arena, "%s %s", t->message, t->hint) : t->message;
	add_text(j, "message", text);
	json_key(j, "locations");
	json_array(j);
	add_location(j, b, t, NULL);
	json_end(j);
	if (t->cause >= 0) {
		const Temuan *cause = &b->temuan->temuan[t->cause];
		json_key(j, "relatedLocations");
		json_array(j);
		add_location(j, b, cause, cause->message);
		json_end(j);
	}
	add_properties(j, t);
	json_end(j);
}

static void add_rule(Json *j, const Aturan *a, Bahasa bahasa)
{
	json_object(j);
	json_field(j, "id", a->nama);
	add_text(j, "shortDescription", teks(bahasa, a->kalimat));
	add_text(j, "fullDescription", teks(bahasa, a->penjelasan));
	add_text(j, "help", teks(bahasa, a->penjelasan));
	json_key(j, "defaultConfiguration");
	json_object(j);
	json_field(j, "level", level_key(a->level));
	json_end(j);
	json_end(j);
}

static void add_tool(Json *j, const Aturan *const *aturan, size_t n_aturan, const char *version, Bahasa bahasa)
{
	json_key(j, "tool");
	json_object(j);
	json_key(j, "driver");
	json_object(j);
	json_field(j, "name", "capaian");
	json_field(j, "version", version);
	json_key(j, "rules");
	json_array(j);
	for (size_t i = 0; i < n_aturan; i++)
		add_rule(j, aturan[i], bahasa);
	json_end(j);
	json_end(j);
	json_end(j);
}

void temuan_sarif(StrBuf *out, const BerkasTemuan *berkas, size_t n, const char *version, Bahasa bahasa)
{
	size_t n_aturan;
	const Aturan *const *aturan = check_rules(out->arena, &n_aturan);
	Json j = json_begin(out, 2);
	json_object(&j);
	json_field(&j, "$schema", SCHEMA);
	json_field(&j, "version", "2.1.0");
	json_key(&j, "runs");
	json_array(&j);
	json_object(&j);
	add_tool(&j, aturan, n_aturan, version, bahasa);
	json_field(&j, "language", bahasa == BAHASA_ID ? "id-ID" : "en-US");
	json_field(&j, "columnKind", "unicodeCodePoints");
	json_key(&j, "artifacts");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_key(&j, "location");
		json_object(&j);
		json_field(&j, "uri", path_uri(out->arena, berkas[i].berkas));
		json_end(&j);
		json_end(&j);
	}
	json_end(&j);
	json_key(&j, "results");
	json_array(&j);
	for (size_t i = 0; i < n; i++)
		for (size_t f = 0; f < berkas[i].temuan->n; f++)
			add_result(&j, &berkas[i], &berkas[i].temuan->temuan[f], aturan, n_aturan);
	json_end(&j);
	json_end(&j);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}
