#include "base/json.h"

#include <assert.h>
#include <inttypes.h>

Json json_begin(StrBuf *out, unsigned indent)
{
	return (Json){.out = out, .indent = indent};
}

static void line_break(Json *j)
{
	if (!j->indent)
		return;
	strbuf_addc(j->out, '\n');
	for (unsigned i = 0; i < j->depth * j->indent; i++)
		strbuf_addc(j->out, ' ');
}

/* Comma and line break in front of an element of the innermost array or object. */
static void separate(Json *j)
{
	if (j->depth == 0)
		return;
	if (!j->stack[j->depth - 1].empty)
		strbuf_addc(j->out, ',');
	j->stack[j->depth - 1].empty = false;
	line_break(j);
}

static void before_value(Json *j)
{
	if (j->expects_value) {
		j->expects_value = false;
		return;
	}
	assert(j->depth == 0 || j->stack[j->depth - 1].close == ']');
	separate(j);
}

static void open(Json *j, char bracket, char close)
{
	assert(j->depth < JSON_DEPTH_MAX);
	before_value(j);
	strbuf_addc(j->out, bracket);
	j->stack[j->depth].close = close;
	j->stack[j->depth].empty = true;
	j->depth++;
}

void json_object(Json *j)
{
	open(j, '{', '}');
}

void json_array(Json *j)
{
	open(j, '[', ']');
}

void json_end(Json *j)
{
	assert(j->depth > 0 && !j->expects_value);
	j->depth--;
	if (!j->stack[j->depth].empty)
		line_break(j);
	strbuf_addc(j->out, j->stack[j->depth].close);
}

void json_finish(Json *j)
{
	assert(j->depth == 0 && !j->expects_value);
	strbuf_addc(j->out, '\n');
}

static void add_code_point(StrBuf *out, uint32_t c)
{
	switch (c) {
	case '"':
		strbuf_add(out, "\\\"");
		return;
	case '\\':
		strbuf_add(out, "\\\\");
		return;
	case '\n':
		strbuf_add(out, "\\n");
		return;
	case '\r':
		strbuf_add(out, "\\r");
		return;
	case '\t':
		strbuf_add(out, "\\t");
		return;
	default:
		if (c < 0x20)
			strbuf_addf(out, "\\u%04" PRIx32, c);
		else
			utf8_add(out, c);
	}
}

static void quote(StrBuf *out, const char *text)
{
	strbuf_addc(out, '"');
	for (uint32_t c; (c = utf8_next(&text));)
		add_code_point(out, c);
	strbuf_addc(out, '"');
}

void json_key(Json *j, const char *key)
{
	assert(j->depth > 0 && j->stack[j->depth - 1].close == '}' && !j->expects_value);
	separate(j);
	quote(j->out, key);
	strbuf_add(j->out, j->indent ? ": " : ":");
	j->expects_value = true;
}

void json_text(Json *j, const char *text)
{
	if (!text) {
		json_null(j);
		return;
	}
	before_value(j);
	quote(j->out, text);
}

void json_int(Json *j, int64_t value)
{
	before_value(j);
	strbuf_addf(j->out, "%" PRId64, value);
}

void json_bool(Json *j, bool value)
{
	before_value(j);
	strbuf_add(j->out, value ? "true" : "false");
}

void json_null(Json *j)
{
	before_value(j);
	strbuf_add(j->out, "null");
}

void json_rupiah(Json *j, IsiRupiah value)
{
	json_text(j, value.isi == ISI_KOSONG ? NULL : rupiah_print_plain(j->out->arena, value.nilai));
}

void json_desimal(Json *j, IsiDesimal value, uint8_t decimals)
{
	json_text(j, value.isi == ISI_KOSONG ? NULL : desimal_print_plain(j->out->arena, value.nilai, decimals));
}

void json_field(Json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_text(j, text);
}
