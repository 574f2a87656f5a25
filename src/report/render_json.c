#include "base/str.h"
#include "base/json.h"
#include "report/render_teks.h"

/* The contract (docs/contract.md): facts as the snapshot has them, figures as printed. What is absent is null; zero is "0.00". Volumes keep the
 * scale they were written with. */

typedef struct {
	Json json;
	Arena *arena;
	const TabelForm *form;
} Penulis;

static const char *or_null(const char *text)
{
	return text && *text ? text : NULL;
}

static void field_int(Json *j, const char *key, int value)
{
	json_key(j, key);
	if (value)
		json_int(j, value);
	else
		json_null(j);
}

static void field_count(Json *j, const char *key, uint32_t value)
{
	json_key(j, key);
	json_int(j, value);
}

static void field_percent(Penulis *p, const char *key, IsiDesimal value)
{
	json_key(&p->json, key);
	json_desimal(&p->json, value, p->form->kebijakan->desimal);
}

static void field_money(Penulis *p, const char *key, IsiRupiah value)
{
	json_key(&p->json, key);
	json_rupiah(&p->json, value);
}

static void field_volume(Penulis *p, const char *key, IsiDesimal value)
{
	json_key(&p->json, key);
	json_desimal(&p->json, value, value.nilai.scale);
}

static void write_policy(Penulis *p)
{
	json_key(&p->json, "policy");
	json_object(&p->json);
	json_field(&p->json, "name", p->form->kebijakan->nama);
	json_field(&p->json, "hash", p->form->kebijakan->hash);
	json_end(&p->json);
}

static void write_head(Penulis *p)
{
	Json *j = &p->json;
	const Snapshot *s = p->form->snapshot;
	const Kepala *kepala = &s->kepala;
	json_key(j, "head");
	json_object(j);
	json_field(j, "form", "laporan-capaian");
	json_field(j, "title", str_format(p->arena, "%s %s", p->form->judul[0], p->form->judul[1]));
	json_field(j, "kode_bidang", or_null(kepala->kode_bidang));
	json_field(j, "nama_bidang", or_null(kepala->nama_bidang));
	json_field(j, "unit_organisasi", or_null(kepala->unit_organisasi));
	field_int(j, "bulan", kepala->bulan);
	field_int(j, "tahun", kepala->tahun);
	json_field(j, "kondisi", or_null(tanggal_print_iso(p->arena, kepala->kondisi)));
	json_key(j, "count");
	json_object(j);
	field_count(j, "program", snapshot_count(s, TINGKAT_PROGRAM));
	field_count(j, "kegiatan", snapshot_count(s, TINGKAT_KEGIATAN));
	field_count(j, "sub_kegiatan", snapshot_count(s, TINGKAT_SUB_KEGIATAN));
	field_count(j, "indikator", s->n_indikator);
	json_end(j);
	json_end(j);
}

static void write_figures(Penulis *p, const Capaian *c, const char *predikat)
{
	field_money(p, "pagu", c->pagu);
	field_money(p, "realisasi", c->realisasi);
	field_percent(p, "keuangan", c->keuangan);
	field_percent(p, "keluaran", c->keluaran);
	field_percent(p, "rata_rata", c->rata_rata);
	json_field(&p->json, "predikat", or_null(predikat));
}

/* --as-printed: the source's own figures, only those that differ. */
typedef struct { const char *key; const SelForm *cell; } SelBernama;

static void write_printed(Penulis *p, const SelBernama *cells, size_t n)
{
	size_t found = 0;
	for (size_t i = 0; i < n; i++) {
		if (!cells[i].cell->tercetak)
			continue;
		if (!found++) {
			json_key(&p->json, "tercetak");
			json_object(&p->json);
		}
		json_field(&p->json, cells[i].key, cells[i].cell->tercetak);
	}
	if (found)
		json_end(&p->json);
}

static void write_indicator(Penulis *p, const BarisForm *line)
{
	Json *j = &p->json;
	const Indikator *ind = &p->form->snapshot->indikator[line->nomor_indikator];
	json_object(j);
	json_field(j, "nama", ind->nama);
	json_field(j, "satuan", ind->satuan);
	field_volume(p, "target", ind->target);
	if (line->gema)
		field_percent(p, "realisasi", (IsiDesimal){line->volume.isi, line->volume.nilai});
	else
		field_volume(p, "realisasi", ind->realisasi);
	field_percent(p, "capaian", p->form->hasil->indikator[line->nomor_indikator]);
	if (ind->target_teks)
		json_field(j, "target_teks", ind->target_teks);
	if (ind->realisasi_teks)
		json_field(j, "realisasi_teks", ind->realisasi_teks);
	if (ind->bobot.isi != ISI_KOSONG)
		field_volume(p, "bobot", ind->bobot);
	if (ind->gema) {
		json_key(j, "gema");
		json_bool(j, true);
	}
	const SelBernama printed[] = {{"target", &line->target}, {"realisasi", &line->volume}, {"capaian", &line->keluaran}};
	write_printed(p, printed, line->gema ? 2 : 3);
	json_end(j);
}

static const char *level_name(Tingkat tingkat)
{
	static const char *const NAME[] = {"opd", "program", "kegiatan", "sub_kegiatan"};
	return NAME[tingkat];
}

static void write_row(Penulis *p, const BlokForm *blok)
{
	Json *j = &p->json;
	const Simpul *simpul = &p->form->snapshot->simpul[blok->simpul];
	json_object(j);
	json_field(j, "level", level_name(blok->tingkat));
	json_field(j, "kode", or_null(kode_print(p->arena, simpul->kode)));
	json_field(j, "kode_as_written", or_null(simpul->kode_tertulis));
	json_field(j, "nomor", or_null(simpul->nomor));
	json_field(j, "nama", simpul->nama);
	write_figures(p, &p->form->hasil->simpul[blok->simpul], blok->predikat);
	if (simpul->bobot.isi != ISI_KOSONG)
		field_volume(p, "bobot", simpul->bobot);
	const SelBernama printed[] = {{"pagu", &blok->pagu}, {"realisasi", &blok->realisasi}, {"keuangan", &blok->keuangan},
	                              {"keluaran", &blok->keluaran}, {"rata_rata", &blok->rata_rata}};
	write_printed(p, printed, sizeof printed / sizeof *printed);
	json_key(j, "indikator");
	json_array(j);
	for (uint32_t i = 0; i < blok->n_baris; i++)
		if (blok->baris[i].nomor_indikator != INDIKATOR_NONE)
			write_indicator(p, &blok->baris[i]);
	json_end(j);
	json_end(j);
}

static void write_total(Penulis *p)
{
	const TabelForm *form = p->form;
	json_key(&p->json, "total");
	json_object(&p->json);
	write_figures(p, &form->hasil->total, form->total.predikat);
	const SelBernama printed[] = {{"pagu", &form->total.pagu}, {"realisasi", &form->total.realisasi}, {"keuangan", &form->total.keuangan},
	                              {"keluaran", &form->total.keluaran}, {"rata_rata", &form->total.rata_rata}};
	write_printed(p, printed, sizeof printed / sizeof *printed);
	json_end(&p->json);
}

static void write_foot(Penulis *p)
{
	Json *j = &p->json;
	const Narasi *narasi = &p->form->snapshot->narasi;
	const TandaTangan *sign = &p->form->snapshot->tanda_tangan;
	json_key(j, "narrative");
	json_object(j);
	json_field(j, "permasalahan", or_null(narasi->permasalahan));
	json_field(j, "tindak_lanjut", or_null(narasi->tindak_lanjut));
	json_end(j);
	json_key(j, "signature");
	json_object(j);
	json_field(j, "tempat", or_null(sign->tempat));
	json_field(j, "tanggal", or_null(tanggal_print_iso(p->arena, sign->tanggal)));
	json_field(j, "jabatan", or_null(sign->jabatan));
	json_field(j, "nama", or_null(sign->nama));
	json_field(j, "pangkat", or_null(sign->pangkat));
	json_field(j, "nip", or_null(sign->nip));
	json_end(j);
}

/* Only of a month in a ledger. */
static void write_origin(Penulis *p, const AsalForm *asal)
{
	Json *j = &p->json;
	json_key(j, "revision");
	json_int(j, asal->revisi);
	json_field(j, "state", asal->keadaan);
	json_field(j, "as_of", asal->per);
	if (!asal->terkunci)
		return;
	json_key(j, "audit");
	json_object(j);
	json_key(j, "entry");
	json_int(j, asal->entri);
	json_field(j, "hash", asal->hash);
	json_end(j);
}

Err render_json(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)kertas, (void)bahasa, (void)info;
	StrBuf text = {.arena = arena};
	Penulis p = {.json = json_begin(&text, 2), .arena = arena, .form = form};
	json_object(&p.json);
	write_policy(&p);
	if (form->asal)
		write_origin(&p, form->asal);
	write_head(&p);
	json_key(&p.json, "rows");
	json_array(&p.json);
	for (uint32_t i = 0; i < form->n_blok; i++)
		write_row(&p, &form->blok[i]);
	json_end(&p.json);
	write_total(&p);
	write_foot(&p);
	json_end(&p.json);
	json_finish(&p.json);
	*out = render_bytes(&text);
	return ERR_OK;
}
