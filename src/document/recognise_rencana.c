#include "document/recognise_rencana.h"

#include "document/recognise_bagian.h"

typedef enum {
	LAJUR_KODE, LAJUR_NAMA, LAJUR_INDIKATOR, LAJUR_PAGU, LAJUR_TARGET, LAJUR_SATUAN, LAJUR_ARAH, LAJUR_PERILAKU, LAJUR_BOBOT, LAJUR_NOMOR,
	LAJUR_BULAN,               /* + month - 1 */
	LAJUR_JUMLAH = LAJUR_BULAN + KAS_BULAN,
	LAJUR_LAIN,                /* a column that a plan does not need */
	LAJUR_LAPORAN,             /* a column that only a report has */
} Lajur;

enum { NAMA_MAX = 8, KEPALA_INTIP = 60, KOLOM_MAX = 256 };

typedef struct {
	uint32_t kolom[LAJUR_JUMLAH]; /* 1-based; 0: none */
	uint32_t nama[NAMA_MAX], n_nama;
	uint32_t awal_data;           /* row index */
} KepalaRencana;

typedef struct {
	Arena *arena;
	const Buku *buku;
	const Grid *grid;
	Bahasa bahasa;
	DaftarTemuan *temuan;
	KepalaRencana kepala;
	Notasi notasi;
	Rencana *rencana;
	size_t cap_simpul, cap_indikator, n_simpul, n_indikator;
} Baca;

/* ---- headings ---- */

/* "Januari", "Kas Januari", "Bulan 1", "bulan_1", "Kas 1": the month; 0 if none. */
static uint8_t month_of(Arena *arena, const char *text)
{
	static const char *const before[] = {"RENCANAANGGARANKAS", "ANGGARANKAS", "RENCANAKAS", "KASBULAN", "KAS", "BULAN", "RAK"};
	const char *letters = str_letters(arena, text);
	bool named = false;
	for (size_t i = 0; i < sizeof before / sizeof *before && !named; i++) {
		if (str_starts(letters, before[i])) {
			letters += strlen(before[i]);
			named = true;
		}
	}
	if (str_starts(letters, "BULAN") && letters[5])
		letters += 5;
	if (strspn(letters, "0123456789") == strlen(letters) && !named)
		return 0;
	return strlen(letters) <= 9 ? bulan_parse(letters) : 0;
}

static Lajur lajur_of_word(const char *letters)
{
	static const struct {
		const char *kata;
		Lajur lajur;
	} words[] = {{"ARAHINDIKATOR", LAJUR_ARAH}, {"ARAH", LAJUR_ARAH}, {"PERILAKUWAKTU", LAJUR_PERILAKU}, {"PERILAKU", LAJUR_PERILAKU}, {"BOBOT", LAJUR_BOBOT}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(letters, words[i].kata))
			return words[i].lajur;
	return LAJUR_LAIN;
}

static Lajur lajur_of_kata(Kata kata, uint32_t group)
{
	uint32_t own = kata.arti;
	if ((own | group) & (ARTI_REALISASI | ARTI_RATA) || own & (ARTI_MASALAH | ARTI_TINDAK))
		return LAJUR_LAPORAN;
	if (own & ARTI_LAIN)
		return LAJUR_LAIN;
	if (own & ARTI_KODE && !(own & ARTI_INDIKATOR))
		return LAJUR_KODE;
	if (own & ARTI_SATUAN && !(own & ARTI_UANG))
		return LAJUR_SATUAN;
	if (own & ARTI_BOBOT)
		return LAJUR_BOBOT;
	if (kata.pertama & ARTI_INDIKATOR)
		return LAJUR_INDIKATOR;
	if (own & ARTI_UANG)
		return LAJUR_PAGU;
	if (own & (ARTI_TARGET | ARTI_VOLUME))
		return LAJUR_TARGET;
	if (own & (ARTI_INDIKATOR | ARTI_KELUARAN))
		return LAJUR_INDIKATOR;
	if (own & (ARTI_CAPAIAN | ARTI_PERSEN))
		return LAJUR_LAPORAN;
	if (own & (ARTI_NAMA | ARTI_SIMPUL))
		return LAJUR_NAMA;
	return own & ARTI_NOMOR ? LAJUR_NOMOR : LAJUR_LAIN;
}

static Lajur lajur_of(Arena *arena, const char *text, const char *group)
{
	uint8_t month = month_of(arena, text);
	if (month)
		return LAJUR_BULAN + month - 1;
	Lajur lajur = lajur_of_word(str_letters(arena, text));
	if (lajur != LAJUR_LAIN)
		return lajur;
	Kata kata = kenal_kata(text, true);
	if (!kata.n_kenal || kata.n_kenal * 2 < kata.n_kata)
		return LAJUR_LAIN;
	return lajur_of_kata(kata, kenal_kata(group, true).arti);
}

/* Every cell of a row is words, not data. */
static bool words_only(const Grid *grid, uint32_t i)
{
	unsigned n = 0;
	for (uint32_t c = 0; c < grid->baris[i].n_sel; c++) {
		const Sel *sel = &grid->baris[i].sel[c];
		Kode kode;
		if (str_blank(sel->teks))
			continue;
		if (sel->jenis != SEL_TEKS || kode_parse(&kode, sel->teks, NULL))
			return false;
		n++;
	}
	return n > 0;
}

/* The row under the heading row belongs to the head: it has months, or words under a group. */
static bool second_row(Arena *arena, const Grid *grid, uint32_t i, const KepalaRencana *k)
{
	if (i >= grid->n_baris || !words_only(grid, i))
		return false;
	for (uint32_t c = 1; c <= grid->baris[i].n_sel && c <= KOLOM_MAX; c++) {
		const char *text = grid_cell(grid, i, c)->teks;
		if (!str_blank(text) && (month_of(arena, text) || (c != k->kolom[LAJUR_NAMA] && lajur_of(arena, text, "") == LAJUR_PAGU)))
			return true;
	}
	return false;
}

static void head_take(KepalaRencana *k, Lajur lajur, uint32_t kolom)
{
	if (lajur == LAJUR_NAMA && k->n_nama < NAMA_MAX)
		k->nama[k->n_nama++] = kolom;
	if (lajur < LAJUR_JUMLAH && !k->kolom[lajur])
		k->kolom[lajur] = kolom;
}

/* Reads row i (and the next one) as the head of a plan. */
static bool head_read(Arena *arena, const Grid *grid, uint32_t i, KepalaRencana *out)
{
	KepalaRencana k = {0};
	if (!words_only(grid, i))
		return false;
	bool two = second_row(arena, grid, i + 1, &k);
	uint32_t n = grid->baris[i].n_sel;
	if (two && grid->baris[i + 1].n_sel > n)
		n = grid->baris[i + 1].n_sel;
	const char *group = "";
	for (uint32_t c = 1; c <= n && c <= KOLOM_MAX; c++) {
		const char *above = grid_cell(grid, i, c)->teks, *below = two ? grid_cell(grid, i + 1, c)->teks : "";
		if (!str_blank(above))
			group = above;
		const char *own = str_blank(below) ? above : below;
		if (str_blank(own))
			continue;
		Lajur lajur = lajur_of(arena, own, own == above ? "" : group);
		if (lajur == LAJUR_LAPORAN)
			return false;
		head_take(&k, lajur, c);
	}
	k.awal_data = i + 1 + two;
	if (kenal_baris_nomor(grid, k.awal_data))
		k.awal_data++;
	*out = k;
	return k.kolom[LAJUR_KODE] && (k.n_nama || k.kolom[LAJUR_INDIKATOR]) && (k.kolom[LAJUR_PAGU] || k.kolom[LAJUR_TARGET]);
}

/* ---- cells ---- */

static const char *text_at(const Baca *b, uint32_t i, Lajur lajur)
{
	uint32_t c = b->kepala.kolom[lajur];
	return c ? str_squeeze(b->arena, grid_cell(b->grid, i, c)->teks) : "";
}

static Posisi place(const Baca *b, uint32_t i, uint32_t kolom)
{
	return (Posisi){b->buku->berkas, b->grid->nama, b->grid->baris[i].nomor, kolom};
}

static void report(Baca *b, uint32_t i, uint32_t kolom, const char *rule, LevelTemuan level, const char *printed, const char *message, const char *hint)
{
	temuan_add(b->temuan, (Temuan){.rule = rule, .level = level, .posisi = place(b, i, kolom), .printed = printed, .message = message, .hint = hint, .cause = -1});
}

static Angka number_at(const Baca *b, uint32_t i, Lajur lajur)
{
	uint32_t c = b->kepala.kolom[lajur];
	if (!c)
		return (Angka){.status = ANGKA_KOSONG};
	const Sel *sel = grid_cell(b->grid, i, c);
	Angka a = angka_parse(sel->teks, sel->jenis == SEL_ANGKA ? NOTASI_MESIN : b->notasi);
	if (a.status != ANGKA_NILAI || !sel->persen)
		return a;
	if (a.nilai.scale >= 2)
		a.nilai.scale -= 2;
	else if (!desimal_rescale(&a.nilai, a.nilai, 2, BULAT_POTONG))
		a.status = ANGKA_LUAPAN;
	else
		a.nilai.scale = 0;
	return a;
}

static void bad_number(Baca *b, uint32_t i, Lajur lajur)
{
	uint32_t c = b->kepala.kolom[lajur];
	const char *text = grid_cell(b->grid, i, c)->teks;
	report(b, i, c, "rencana-angka", LEVEL_ERROR, text, str_format(b->arena, teks(b->bahasa, "'%s' is not a number that can be kept"), text), NULL);
}

static IsiRupiah money_at(Baca *b, uint32_t i, Lajur lajur)
{
	Angka a = number_at(b, i, lajur);
	Rupiah r;
	if (a.status == ANGKA_KOSONG || a.status == ANGKA_STRIP)
		return (IsiRupiah){0};
	if (a.status == ANGKA_NILAI && !a.persen && desimal_to_rupiah(&r, a.nilai))
		return isi_rupiah(r);
	bad_number(b, i, lajur);
	return (IsiRupiah){0};
}

static IsiDesimal weight_at(Baca *b, uint32_t i)
{
	Angka a = number_at(b, i, LAJUR_BOBOT);
	if (a.status == ANGKA_NILAI)
		return isi_desimal(a.nilai);
	if (a.status != ANGKA_KOSONG && a.status != ANGKA_STRIP)
		bad_number(b, i, LAJUR_BOBOT);
	return (IsiDesimal){0};
}

/* The word in the column when it is one of these; "" (with an error) when it is another. */
static const char *choice_at(Baca *b, uint32_t i, Lajur lajur, const char *const *words, size_t n)
{
	const char *text = text_at(b, i, lajur);
	StrBuf all = {.arena = b->arena};
	for (size_t w = 0; w < n; w++) {
		if (str_equal(str_letters(b->arena, text), str_letters(b->arena, words[w])))
			return words[w];
		strbuf_addf(&all, "%s%s", w ? ", " : "", words[w]);
	}
	if (*text)
		report(b, i, b->kepala.kolom[lajur], "rencana-pilihan", LEVEL_ERROR, text, str_format(b->arena, teks(b->bahasa, "'%s' is none of: %s"), text, strbuf_text(&all)), NULL);
	return "";
}

/* ---- rows ---- */

static void indicator_read(Baca *b, uint32_t i)
{
	static const char *const arah[] = {"naik", "turun-a", "turun-b", "rentang"}, *const perilaku[] = {"kumulatif", "jumlah", "terakhir"};
	const char *nama = text_at(b, i, LAJUR_INDIKATOR), *satuan = text_at(b, i, LAJUR_SATUAN), *target = text_at(b, i, LAJUR_TARGET);
	if (!*nama && !*satuan && !*target)
		return;
	IndikatorRencana *n = ARENA_PUSH(b->arena, b->rencana->indikator, b->n_indikator, b->cap_indikator);
	*n = (IndikatorRencana){.nama = nama, .satuan = satuan, .target_teks = "", .arah = choice_at(b, i, LAJUR_ARAH, arah, sizeof arah / sizeof *arah),
	                        .perilaku = choice_at(b, i, LAJUR_PERILAKU, perilaku, sizeof perilaku / sizeof *perilaku)};
	Angka a = number_at(b, i, LAJUR_TARGET);
	if (a.status == ANGKA_NILAI)
		n->target = isi_desimal(a.nilai);
	else if (a.status == ANGKA_BUKAN)
		n->target_teks = target;
	else if (a.status == ANGKA_LUAPAN || a.status == ANGKA_GALAT)
		bad_number(b, i, LAJUR_TARGET);
	b->rencana->simpul[b->n_simpul - 1].n_indikator++;
}

static void cash_read(Baca *b, uint32_t i, SimpulRencana *s)
{
	for (int m = 0; m < KAS_BULAN; m++) {
		IsiRupiah v = money_at(b, i, LAJUR_BULAN + m);
		s->ada_kas |= v.isi != ISI_KOSONG;
		s->kas[m] = v.nilai;
	}
	b->rencana->ada_kas |= s->ada_kas;
}

static const char *name_at(const Baca *b, uint32_t i)
{
	for (uint32_t n = 0; n < b->kepala.n_nama; n++) {
		const char *text = str_squeeze(b->arena, grid_cell(b->grid, i, b->kepala.nama[n])->teks);
		if (*text)
			return text;
	}
	return "";
}

static void node_read(Baca *b, uint32_t i, Kode kode, Tingkat tingkat)
{
	const char *nama = name_at(b, i), *nomor = text_at(b, i, LAJUR_NOMOR);
	unsigned n_bagian;
	size_t panjang = 0, skip = kenal_nomor(nama, &n_bagian, &panjang);
	if (!*nomor && skip) {
		nomor = str_dupn(b->arena, nama, panjang);
		nama += skip;
	}
	SimpulRencana *s = ARENA_PUSH(b->arena, b->rencana->simpul, b->n_simpul, b->cap_simpul);
	*s = (SimpulRencana){.tingkat = tingkat, .kode = kode_print(b->arena, kode), .nomor = nomor, .nama = nama, .pagu = money_at(b, i, LAJUR_PAGU),
	                     .indikator_awal = (uint32_t)b->n_indikator, .posisi = place(b, i, b->kepala.kolom[LAJUR_KODE])};
	if (tingkat == TINGKAT_SUB_KEGIATAN)
		cash_read(b, i, s);
	if (!*text_at(b, i, LAJUR_INDIKATOR))
		s->bobot = weight_at(b, i);
	indicator_read(b, i);
	IndikatorRencana *first = s->n_indikator ? &b->rencana->indikator[s->indikator_awal] : NULL;
	if (first)
		first->bobot = weight_at(b, i);
	if (!*nama)
		report(b, i, b->kepala.kolom[LAJUR_KODE], "rencana-nama", LEVEL_ERROR, s->kode, str_format(b->arena, teks(b->bahasa, "%s has no name"), s->kode), NULL);
}

/* A row with the code of the node above, and no other money, is a further indicator of it. */
static bool repeats(Baca *b, uint32_t i, Kode kode)
{
	if (!b->n_simpul)
		return false;
	const SimpulRencana *s = &b->rencana->simpul[b->n_simpul - 1];
	if (!str_equal(s->kode, kode_print(b->arena, kode)) || !*text_at(b, i, LAJUR_INDIKATOR))
		return false;
	IsiRupiah pagu = money_at(b, i, LAJUR_PAGU);
	return pagu.isi == ISI_KOSONG || rupiah_cmp(pagu.nilai, s->pagu.nilai) == 0;
}

static bool total_row(Baca *b, uint32_t i)
{
	const Baris *row = &b->grid->baris[i];
	for (uint32_t c = 0; c < row->n_sel; c++) {
		if (str_blank(row->sel[c].teks))
			continue;
		const char *letters = str_letters(b->arena, row->sel[c].teks);
		if (!str_starts(letters, "JUMLAH") && !str_starts(letters, "TOTAL"))
			return false;
		if (!*text_at(b, i, LAJUR_INDIKATOR) || b->kepala.kolom[LAJUR_INDIKATOR] == c + 1)
			b->rencana->total_tertulis = money_at(b, i, LAJUR_PAGU);
		return b->rencana->total_tertulis.isi != ISI_KOSONG;
	}
	return false;
}

static void further_indicator(Baca *b, uint32_t i)
{
	size_t before = b->n_indikator;
	indicator_read(b, i);
	if (b->n_indikator > before)
		b->rencana->indikator[before].bobot = weight_at(b, i);
}

static bool row_blank(const Grid *grid, uint32_t i)
{
	for (uint32_t c = 0; c < grid->baris[i].n_sel; c++)
		if (!str_blank(grid->baris[i].sel[c].teks))
			return false;
	return true;
}

static void row_read(Baca *b, uint32_t i)
{
	const char *code = text_at(b, i, LAJUR_KODE);
	Kode kode;
	Tingkat tingkat;
	if (row_blank(b->grid, i) || kenal_baris_nomor(b->grid, i))
		return;
	if (*code && kode_parse(&kode, code, NULL)) {
		if (!kode_tingkat(&tingkat, kode))
			return; /* urusan, bidang urusan */
		if (repeats(b, i, kode))
			further_indicator(b, i);
		else
			node_read(b, i, kode, tingkat);
		return;
	}
	KepalaRencana again;
	if (total_row(b, i) || head_read(b->arena, b->grid, i, &again))
		return;
	if (!*code && *text_at(b, i, LAJUR_INDIKATOR) && !*text_at(b, i, LAJUR_PAGU) && b->n_simpul)
		further_indicator(b, i);
	else
		report(b, i, b->kepala.kolom[LAJUR_KODE], "rencana-baris", LEVEL_ERROR, *code ? code : name_at(b, i),
		       *code ? str_format(b->arena, teks(b->bahasa, "'%s' is not a code"), code) : teks(b->bahasa, "the row has no code"),
		       teks(b->bahasa, "a row of a plan has a code, or is a further indicator of the row above"));
}

/* ---- sheet ---- */

static void notation_guess(Baca *b)
{
	size_t n = 0, cap = 0;
	const char **texts = NULL;
	for (uint32_t i = b->kepala.awal_data; i < b->grid->n_baris; i++)
		for (int l = 0; l < LAJUR_JUMLAH; l++)
			if ((l == LAJUR_PAGU || l == LAJUR_TARGET || l >= LAJUR_BULAN) && b->kepala.kolom[l]) {
				const Sel *sel = grid_cell(b->grid, i, b->kepala.kolom[l]);
				if (sel->jenis == SEL_TEKS)
					*ARENA_PUSH(b->arena, texts, n, cap) = sel->teks;
			}
	b->notasi = angka_guess(texts, n);
}

static bool head_find(Arena *arena, const Grid *grid, KepalaRencana *out)
{
	for (uint32_t i = 0; i < grid->n_baris && i < KEPALA_INTIP; i++)
		if (head_read(arena, grid, i, out))
			return true;
	return false;
}

Err recognise_rencana(Rencana **out, Arena *arena, const Buku *buku, Bahasa bahasa, DaftarTemuan *temuan, ErrInfo *info)
{
	*out = NULL;
	for (int hidden = 0; hidden <= 1 && !*out; hidden++) {
		for (uint32_t g = 0; g < buku->n_grid && !*out; g++) {
			Baca b = {.arena = arena, .buku = buku, .grid = &buku->grid[g], .bahasa = bahasa, .temuan = temuan};
			if (b.grid->tersembunyi != (hidden == 1) || !head_find(arena, b.grid, &b.kepala))
				continue;
			b.rencana = *out = ARENA_NEW(arena, Rencana);
			b.rencana->diam.arah = !b.kepala.kolom[LAJUR_ARAH];
			b.rencana->diam.perilaku = !b.kepala.kolom[LAJUR_PERILAKU];
			b.rencana->diam.bobot = !b.kepala.kolom[LAJUR_BOBOT];
			b.rencana->diam.gema = true;
			notation_guess(&b);
			for (uint32_t i = b.kepala.awal_data; i < b.grid->n_baris; i++)
				row_read(&b, i);
			b.rencana->n_simpul = (uint32_t)b.n_simpul;
			b.rencana->n_indikator = (uint32_t)b.n_indikator;
		}
	}
	if (*out && !(*out)->n_simpul)
		return err_set(info, ERR_FORMAT, str_format(arena, teks(bahasa, "%s: the plan has a head but no rows with codes"), buku->berkas), NULL);
	return ERR_OK;
}
