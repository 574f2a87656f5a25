#include "report/temuan.h"

#include "base/json.h"
#include "report/level.h"

typedef struct {
	IsiRupiah pagu, realisasi;
	IsiDesimal keuangan, keluaran, rata_rata;
} Angka5;

/* A sheet's cell holds more decimals than it shows: 96.794543 is printed as 96,79. More than a policy can print are taken for such. */
static IsiDesimal printed_figure(const Tertulis *cell, IsiDesimal computed)
{
	if (cell->angka.status != ANGKA_NILAI)
		return (IsiDesimal){0};
	Desimal shown = cell->angka.nilai;
	if (shown.scale > KEBIJAKAN_DESIMAL_MAX && !desimal_rescale(&shown, shown, computed.isi == ISI_KOSONG ? 2 : computed.nilai.scale, BULAT_JAUH_NOL))
		return (IsiDesimal){0};
	return isi_desimal(shown);
}

static IsiRupiah printed_money(const Tertulis *cell)
{
	Rupiah money;
	if (cell->angka.status != ANGKA_NILAI || !desimal_to_rupiah(&money, cell->angka.nilai))
		return (IsiRupiah){0};
	return isi_rupiah(money);
}

static void add_percent(Json *j, const char *key, IsiDesimal value)
{
	json_key(j, key);
	json_desimal(j, value, value.nilai.scale > 2 ? value.nilai.scale : 2);
}

static void add_five(Json *j, const char *key, const Angka5 *a)
{
	json_key(j, key);
	json_object(j);
	json_key(j, "pagu");
	json_rupiah(j, a->pagu);
	json_key(j, "realisasi");
	json_rupiah(j, a->realisasi);
	add_percent(j, "keuangan", a->keuangan);
	add_percent(j, "keluaran", a->keluaran);
	add_percent(j, "rata_rata", a->rata_rata);
	json_end(j);
}

static void add_figures(Json *j, const BerkasTemuan *b)
{
	Angka5 printed = {0}, computed = {0};
	if (b->hasil)
		computed = (Angka5){b->hasil->total.pagu, b->hasil->total.realisasi, b->hasil->total.keuangan, b->hasil->total.keluaran,
		                    b->hasil->total.rata_rata};
	if (b->draf && b->draf->ada_total)
		printed = (Angka5){printed_money(&b->draf->total.pagu), printed_money(&b->draf->total.realisasi),
		                   printed_figure(&b->draf->total.keuangan, computed.keuangan), printed_figure(&b->draf->total.keluaran, computed.keluaran),
		                   printed_figure(&b->draf->total.rata_rata, computed.rata_rata)};
	add_five(j, "printed", &printed);
	add_five(j, "computed", &computed);
}

static void add_number(Json *j, const char *key, uint32_t value)
{
	json_key(j, key);
	if (value)
		json_int(j, value);
	else
		json_null(j);
}

static const char *text_or_null(const char *text)
{
	return text && *text ? text : NULL;
}

static void add_head(Json *j, const BerkasTemuan *b)
{
	const Snapshot *s = b->draf ? &b->draf->snapshot : NULL;
	json_field(j, "file", b->berkas);
	json_field(j, "form", s ? "laporan-capaian" : NULL);
	json_field(j, "opd", s ? text_or_null(s->kepala.unit_organisasi) : NULL);
	add_number(j, "tahun", s ? (uint32_t)s->kepala.tahun : 0);
	add_number(j, "bulan", s ? s->kepala.bulan : 0);
	json_key(j, "count");
	json_object(j);
	json_key(j, "program");
	json_int(j, s ? snapshot_count(s, TINGKAT_PROGRAM) : 0);
	json_key(j, "kegiatan");
	json_int(j, s ? snapshot_count(s, TINGKAT_KEGIATAN) : 0);
	json_key(j, "sub_kegiatan");
	json_int(j, s ? snapshot_count(s, TINGKAT_SUB_KEGIATAN) : 0);
	json_key(j, "indikator");
	json_int(j, s ? s->n_indikator : 0);
	json_end(j);
}

static void add_finding(Json *j, const Temuan *t)
{
	const Posisi *p = &t->posisi;
	json_object(j);
	json_field(j, "rule", t->rule);
	json_field(j, "level", level_key(t->level));
	add_number(j, "line", p->baris);
	add_number(j, "column", p->kolom);
	json_field(j, "cell", p->lembar && p->baris && p->kolom ? grid_cell_name(j->out->arena, p->kolom, p->baris) : NULL);
	json_field(j, "kode", t->kode);
	json_field(j, "printed", t->printed);
	json_field(j, "computed", t->computed);
	json_field(j, "message", t->message);
	json_field(j, "hint", t->hint);
	json_key(j, "cause");
	if (t->cause >= 0)
		json_int(j, t->cause);
	else
		json_null(j);
	json_end(j);
}

void temuan_json(StrBuf *out, const BerkasTemuan *berkas, size_t n, Bahasa bahasa)
{
	(void)bahasa; /* the messages carry their language; keys and levels have none */
	size_t count[3] = {0};
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "files");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		add_head(&j, &berkas[i]);
		add_figures(&j, &berkas[i]);
		json_key(&j, "findings");
		json_array(&j);
		for (size_t f = 0; f < berkas[i].temuan->n; f++) {
			add_finding(&j, &berkas[i].temuan->temuan[f]);
			count[berkas[i].temuan->temuan[f].level]++;
		}
		json_end(&j);
		json_end(&j);
	}
	json_end(&j);
	json_key(&j, "summary");
	json_object(&j);
	for (LevelTemuan l = LEVEL_ERROR; l <= LEVEL_NOTE; l++) {
		json_key(&j, level_key(l));
		json_int(&j, (int64_t)count[l]);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}
