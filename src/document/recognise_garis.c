#include "document/recognise_bagian.h"

/* Lines of the table -> indicators and facts. */

typedef struct {
	Kenal *k;
	const Garis *garis;
	const Peta *peta;
	Nilai target, volume, keuangan, keluaran, rata;
	const char *nama, *satuan;    /* cells as they stand, with line breaks */
	Tertulis sel_nama, sel_satuan;
	size_t n;                     /* indicators of the line */
	const char **nama_bagian, **satuan_bagian;
	bool pasti;
} Baca;

static size_t line_count(const char *text)
{
	size_t n = 0;
	while (*text) {
		size_t length = strcspn(text, "\n\r");
		bool blank = true;
		for (size_t i = 0; i < length; i++)
			blank &= text[i] == ' ' || text[i] == '\t';
		n += !blank;
		text += length + (text[length] != '\0');
	}
	return n;
}

/* Of the node, for findings. */
static const char *node_code(const Baca *b)
{
	return kode_print(b->k->arena, b->k->simpul[b->garis->simpul].kode);
}

static void report_number(const Baca *b, Tertulis cell)
{
	if (cell.angka.status == ANGKA_LUAPAN || cell.angka.status == ANGKA_BUKAN)
		kenal_lapor_angka(b->k, cell, node_code(b));
}

static Nilai number_cell(Baca *b, Kolom kolom, Ukur ukur)
{
	return kenal_nilai(b->k, b->garis->baris, b->peta->kolom[kolom], ukur, ukur == UKUR_VOLUME ? line_count(b->nama) : 0);
}

/* "12 Dokumen": number and unit in one cell, where no other unit stands beside it. With a column of units it must be a unit known to be one: a
 * text target may begin with a digit. */
static void part_unit(Baca *b, Nilai *v)
{
	if (v->n != 1 || v->angka)
		return;
	const char *p = v->sel.teks + strcspn(v->sel.teks, " ");
	if (!*p || *v->sel.teks < '0' || *v->sel.teks > '9')
		return;
	const char *number = str_dupn(b->k->arena, v->sel.teks, (size_t)(p - v->sel.teks)), *unit = str_trim(b->k->arena, p);
	if (strpbrk(unit, "0123456789") || (*b->satuan && !str_equal_fold(b->sel_satuan.teks, unit)))
		return;
	if (!*b->satuan && b->peta->kolom[KOLOM_SATUAN] && !kamus_has(b->k->kamus, unit))
		return;
	Tertulis read = kenal_angka(b->k, &(Sel){.jenis = SEL_TEKS, .teks = number}, number, v->sel.baris, v->sel.kolom);
	if (read.angka.status != ANGKA_NILAI)
		return;
	v->sel.angka = read.angka;
	v->angka = true;
	if (!*b->satuan) {
		b->satuan = unit;
		b->sel_satuan = v->sel;
		b->sel_satuan.teks = unit;
		b->sel_satuan.angka = (Angka){.status = ANGKA_BUKAN};
	}
}

/* ---- how many indicators, and which text and unit belongs to which ---- */

static const char **take_lines(Arena *arena, const char *text, size_t n)
{
	const char **line = ARENA_ARRAY(arena, const char *, n);
	size_t i = 0;
	for (size_t j = 0; j < n; j++)
		line[j] = "";
	while (*text && i < n) {
		size_t length = strcspn(text, "\n\r");
		const char *trimmed = str_trim(arena, str_dupn(arena, text, length));
		if (*trimmed)
			line[i++] = trimmed;
		text += length + (text[length] != '\0');
	}
	return line;
}

static bool lines_agree(const char *text, size_t n)
{
	return !*text || line_count(text) == n;
}

/* Line breaks part indicators surely when every filled cell has the same number of lines. */
static bool parted_by_lines(Baca *b)
{
	const Peta *peta = b->peta;
	uint32_t i = b->garis->baris;
	const char *target = kenal_isi(b->k, i, peta->kolom[KOLOM_TARGET]), *volume = kenal_isi(b->k, i, peta->kolom[KOLOM_REALISASI_VOLUME]);
	return line_count(b->nama) == b->n && lines_agree(target, b->n) && lines_agree(volume, b->n) && lines_agree(b->satuan, b->n);
}

static void add_mismatch(StrBuf *list, size_t n, size_t want, const char *text)
{
	if (n != want && n)
		strbuf_addf(list, "%s%s", list->len ? ", " : "", text);
}

/* What stands beside the values in another number: "1 unit ("orang"), 2 percentages". */
static const char *mismatches(Baca *b, size_t n_nama, size_t n_satuan)
{
	Arena *a = b->k->arena;
	Bahasa bahasa = b->k->bahasa;
	StrBuf list = {.arena = a};
	add_mismatch(&list, n_nama, b->n, str_format(a, teks(bahasa, "indicator texts: %zu"), n_nama));
	add_mismatch(&list, b->target.n, b->n, str_format(a, teks(bahasa, "targets: %zu"), b->target.n));
	add_mismatch(&list, b->volume.n, b->n, str_format(a, teks(bahasa, "realised volumes: %zu"), b->volume.n));
	add_mismatch(&list, n_satuan, b->n, str_format(a, teks(bahasa, "units: %zu (\"%s\")"), n_satuan, b->sel_satuan.teks));
	add_mismatch(&list, b->keluaran.n, b->n, str_format(a, teks(bahasa, "percentages: %zu"), b->keluaran.n));
	return strbuf_text(&list);
}

static void report_pairing(Baca *b, size_t n_nama, size_t n_satuan)
{
	Kenal *k = b->k;
	const char *list = mismatches(b, n_nama, n_satuan), *message;
	if (*list)
		message = str_format(k->arena, teks(k->bahasa, "%zu values share these cells, but not everything stands there as often (%s); what belongs together is not sure."),
		                     b->n, list);
	else
		message = str_format(k->arena, teks(k->bahasa, "%zu values share these cells; which text and unit belong to which value is not sure."), b->n);
	const Tertulis *where = b->sel_nama.baris ? &b->sel_nama : &b->target.sel;
	kenal_lapor(k, "pasangan-tak-pasti", LEVEL_WARNING, (Posisi){k->buku->berkas, k->grid->nama, where->baris, where->kolom}, node_code(b), NULL, message,
	            teks(k->bahasa, "Give every indicator a line of its own, with its own target, volume, unit and percentage."));
}

static void split_line(Baca *b)
{
	Kenal *k = b->k;
	bool same = b->target.n == b->volume.n || !b->target.n || !b->volume.n;
	size_t n_nama = b->n, n_satuan = *b->satuan ? b->n : 0;
	if (parted_by_lines(b)) {
		b->nama_bagian = take_lines(k->arena, b->nama, b->n);
		b->satuan_bagian = take_lines(k->arena, b->satuan, b->n);
		b->pasti = same;
	} else {
		Belahan parts = kenal_belah(k->arena, k->kamus, b->nama, b->satuan, b->n);
		b->nama_bagian = parts.nama;
		b->satuan_bagian = parts.satuan;
		b->pasti = same && parts.pasti;
		n_nama = parts.n_nama;
		n_satuan = parts.n_satuan;
	}
	if (!b->pasti || (b->keluaran.n && b->keluaran.n != b->n))
		report_pairing(b, n_nama, n_satuan);
}

static size_t count_indicators(const Baca *b)
{
	size_t n = b->target.n > b->volume.n ? b->target.n : b->volume.n;
	if (n)
		return n;
	return *b->sel_nama.teks || *b->sel_satuan.teks;
}

/* ---- facts ---- */

static IsiDesimal fact(Tertulis cell)
{
	return cell.angka.status == ANGKA_NILAI ? isi_desimal(cell.angka.nilai) : (IsiDesimal){0};
}

static const char *fact_text(Tertulis cell)
{
	return cell.angka.status == ANGKA_BUKAN ? cell.teks : NULL;
}

static Tertulis part_of(const Nilai *v, size_t j)
{
	if (j < v->n)
		return *nilai_bagian(v, j);
	Tertulis none = v->sel;
	none.teks = "";
	none.angka = (Angka){0};
	none.angka_teks = false;
	none.bagian = 0;
	none.n_bagian = 1;
	return none;
}

static Tertulis text_part(Tertulis cell, const char *teks, size_t j, size_t n)
{
	cell.teks = teks;
	cell.bagian = (uint8_t)(j < UINT8_MAX ? j : UINT8_MAX);
	cell.n_bagian = (uint8_t)(n < UINT8_MAX ? n : UINT8_MAX);
	return cell;
}

/* A word in place of a volume is a text target ("WTP") only when target and realisasi are both words, or the other is blank. */
static void report_volumes(Baca *b, Tertulis target, Tertulis volume)
{
	bool word_t = target.angka.status == ANGKA_BUKAN, word_v = volume.angka.status == ANGKA_BUKAN;
	if (!word_t || (!word_v && volume.angka.status == ANGKA_NILAI))
		report_number(b, target);
	if (!word_v || (!word_t && target.angka.status == ANGKA_NILAI))
		report_number(b, volume);
}

static bool is_echo(const Baca *b, Tertulis volume)
{
	const Simpul *simpul = &b->k->simpul[b->garis->simpul];
	Tertulis percent = b->k->tertulis[b->garis->simpul].keluaran;
	return simpul->tingkat != TINGKAT_SUB_KEGIATAN && volume.angka.status == ANGKA_NILAI && percent.angka.status == ANGKA_NILAI &&
	       desimal_cmp(volume.angka.nilai, percent.angka.nilai) == 0;
}

static void add_indicator(Baca *b, size_t j)
{
	Kenal *k = b->k;
	Tertulis blank = {.teks = "", .n_bagian = 1};
	TertulisIndikator t = {
		.nama = text_part(b->sel_nama, b->nama_bagian[j], j, b->n),
		.satuan = text_part(b->sel_satuan, b->satuan_bagian[j], j, b->n),
		.target = part_of(&b->target, j),
		.realisasi = part_of(&b->volume, j),
		.keluaran = part_of(&b->keluaran, j),
		.keuangan = blank, .rata_rata = blank, .pagu = blank, .uang = blank,
		.pasangan_pasti = b->pasti,
	};
	if (!b->garis->pertama || j > 0) { /* the first line's own belong to the node */
		t.keuangan = part_of(&b->keuangan, j);
		t.rata_rata = part_of(&b->rata, j);
	}
	if (!b->garis->pertama && j == 0) {
		t.pagu = number_cell(b, KOLOM_PAGU, UKUR_UANG).sel;
		t.uang = number_cell(b, KOLOM_REALISASI, UKUR_UANG).sel;
	}
	report_volumes(b, t.target, t.realisasi);
	Indikator ind = {.nama = t.nama.teks, .satuan = t.satuan.teks, .target = fact(t.target), .realisasi = fact(t.realisasi),
	                 .target_teks = fact_text(t.target), .realisasi_teks = fact_text(t.realisasi), .gema = is_echo(b, t.realisasi)};
	*ARENA_PUSH(k->arena, k->indikator, k->n_indikator, k->cap_indikator) = ind;
	*ARENA_PUSH(k->arena, k->tertulis_indikator, k->n_tertulis_indikator, k->cap_tertulis_indikator) = t;
}

/* ---- lines ---- */

static void report_all(Baca *b, const Nilai *v)
{
	for (size_t j = 0; j < v->n; j++)
		report_number(b, *nilai_bagian(v, j));
}

/* The node's own cells stand on its first line. */
static void read_first(Baca *b)
{
	Kenal *k = b->k;
	TertulisSimpul *t = &k->tertulis[b->garis->simpul];
	Nilai pagu = number_cell(b, KOLOM_PAGU, UKUR_UANG), uang = number_cell(b, KOLOM_REALISASI, UKUR_UANG);
	report_all(b, &pagu);
	report_all(b, &uang);
	t->pagu = pagu.sel;
	t->realisasi = uang.sel;
	t->keuangan = b->keuangan.sel;
	t->keluaran = b->keluaran.sel;
	t->rata_rata = b->rata.sel;
	k->simpul[b->garis->simpul].indikator_awal = (uint32_t)k->n_indikator;
	Tertulis bobot = kenal_nilai(k, b->garis->baris, b->peta->kolom[PERAN_BOBOT], UKUR_VOLUME, 0).sel;
	k->simpul[b->garis->simpul].bobot = fact(bobot);
}

static void read_line(Kenal *k, const Garis *garis)
{
	Baca b = {.k = k, .garis = garis, .peta = &k->peta[garis->peta]};
	b.sel_nama = kenal_teks(k, garis->baris, b.peta->kolom[KOLOM_INDIKATOR]);
	b.sel_satuan = kenal_teks(k, garis->baris, b.peta->kolom[KOLOM_SATUAN]);
	b.nama = kenal_isi(k, garis->baris, b.peta->kolom[KOLOM_INDIKATOR]);
	b.satuan = kenal_isi(k, garis->baris, b.peta->kolom[KOLOM_SATUAN]);
	b.target = number_cell(&b, KOLOM_TARGET, UKUR_VOLUME);
	b.volume = number_cell(&b, KOLOM_REALISASI_VOLUME, UKUR_VOLUME);
	b.keuangan = number_cell(&b, KOLOM_KEUANGAN, UKUR_PERSEN);
	b.keluaran = number_cell(&b, KOLOM_KELUARAN, UKUR_PERSEN);
	b.rata = number_cell(&b, KOLOM_RATA_RATA, UKUR_PERSEN);
	part_unit(&b, &b.target);
	part_unit(&b, &b.volume);
	report_all(&b, &b.keuangan);
	report_all(&b, &b.keluaran);
	report_all(&b, &b.rata);
	if (garis->pertama)
		read_first(&b);

	b.n = count_indicators(&b);
	const char *one_nama = b.sel_nama.teks, *one_satuan = b.sel_satuan.teks;
	b.nama_bagian = &one_nama;
	b.satuan_bagian = &one_satuan;
	b.pasti = true;
	if (b.n > 1)
		split_line(&b);
	else if (!b.n && !garis->pertama)
		b.n = 1; /* a line that holds only money or percentages: kept for the checks */
	for (size_t j = 0; j < b.n; j++)
		add_indicator(&b, j);
	Simpul *simpul = &k->simpul[garis->simpul];
	simpul->n_indikator = (uint32_t)k->n_indikator - simpul->indikator_awal;
}

/* Units that stand alone beside a single volume teach the splitter what is one unit. */
static void learn_units(Kenal *k)
{
	k->kamus = kamus_new(k->arena);
	for (size_t g = 0; g < k->n_garis; g++) {
		const Peta *peta = &k->peta[k->garis[g].peta];
		const char *volume = grid_cell(k->grid, k->garis[g].baris, peta->kolom[KOLOM_TARGET])->teks;
		const char *satuan = grid_cell(k->grid, k->garis[g].baris, peta->kolom[KOLOM_SATUAN])->teks;
		if (!*satuan || str_blank(volume) || strpbrk(satuan, "\n\r"))
			continue;
		while (*volume == ' ')
			volume++;
		size_t n = strcspn(volume, " \n\r\t\xC2");
		if (str_blank(volume + n) && !kamus_has(k->kamus, satuan))
			kamus_add(k->kamus, str_squeeze(k->arena, satuan));
	}
}

static IsiRupiah money(Kenal *k, Tertulis cell, Kode kode)
{
	Rupiah r;
	if (cell.angka.status != ANGKA_NILAI || cell.n_bagian > 1)
		return (IsiRupiah){0};
	if (desimal_to_rupiah(&r, cell.angka.nilai))
		return isi_rupiah(r);
	cell.angka.status = ANGKA_LUAPAN;
	kenal_lapor_angka(k, cell, kode_print(k->arena, kode));
	return (IsiRupiah){0};
}

/* Money is a fact of the leaves; a parent's printed sum is only a figure to check. */
static void take_money(Kenal *k)
{
	for (uint32_t i = 0; i < k->n_simpul; i++) {
		Simpul *s = &k->simpul[i];
		if (s->akhir > i + 1)
			continue;
		s->pagu = money(k, k->tertulis[i].pagu, s->kode);
		s->realisasi = money(k, k->tertulis[i].realisasi, s->kode);
	}
}

/* At least one indicator a line: the arrays are made once instead of growing by copies. */
static void reserve(Kenal *k)
{
	k->cap_indikator = k->cap_tertulis_indikator = k->n_garis + k->n_garis / 8 + 1;
	k->indikator = ARENA_ARRAY(k->arena, Indikator, k->cap_indikator);
	k->tertulis_indikator = ARENA_ARRAY(k->arena, TertulisIndikator, k->cap_tertulis_indikator);
}

void kenal_garis(Kenal *k)
{
	learn_units(k);
	reserve(k);
	for (size_t g = 0; g < k->n_garis; g++)
		if (!k->garis[g].narasi_saja)
			read_line(k, &k->garis[g]);
	take_money(k);
}
