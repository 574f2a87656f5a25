#include "document/recognise_bagian.h"

/* What each row of the table is: a page head, a node, a further indicator line, the total, or the foot. */

enum { KUTIPAN_MAX = 72 };

typedef struct {
	Kenal *k;
	uint32_t peta;         /* current columns */
	bool kaki;             /* the foot has begun */
	uint32_t baris_total;  /* row index of the total, UINT32_MAX if none */
	uint32_t peta_total;
} Jalan;

/* ---- what a row holds ---- */

static bool filled(const Kenal *k, uint32_t i, uint32_t kolom)
{
	return kolom && !str_blank(grid_cell(k->grid, i, kolom)->teks);
}

static bool any_filled(const Kenal *k, uint32_t i, const uint32_t *kolom, uint32_t n)
{
	for (uint32_t c = 0; c < n; c++)
		if (filled(k, i, kolom[c]))
			return true;
	return false;
}

static bool has_identity(const Kenal *k, uint32_t i, const Peta *peta)
{
	return any_filled(k, i, peta->kode, peta->n_kode) || any_filled(k, i, peta->nama, peta->n_nama);
}

static bool has_content(const Kenal *k, uint32_t i, const Peta *peta)
{
	static const Kolom ISI[] = {KOLOM_INDIKATOR, KOLOM_PAGU, KOLOM_TARGET, KOLOM_REALISASI, KOLOM_REALISASI_VOLUME, KOLOM_SATUAN, KOLOM_KEUANGAN,
	                            KOLOM_KELUARAN, KOLOM_RATA_RATA};
	for (size_t c = 0; c < sizeof ISI / sizeof *ISI; c++)
		if (filled(k, i, peta->kolom[ISI[c]]))
			return true;
	return false;
}

static bool has_narrative(const Kenal *k, uint32_t i, const Peta *peta)
{
	return filled(k, i, peta->kolom[KOLOM_PERMASALAHAN]) || filled(k, i, peta->kolom[KOLOM_TINDAK_LANJUT]);
}

static bool total_word(Arena *arena, const char *text)
{
	static const char *const KATA[] = {"JUMLAHTOTAL", "TOTAL", "JUMLAH", "TOTALJUMLAH", "JUMLAHSELURUHNYA", "TOTALKESELURUHAN", "JUMLAHKESELURUHAN",
	                                   "GRANDTOTAL", "TOTALOPD", "JUMLAHOPD", "TOTALSKPD", "JUMLAHSKPD", "JUMLAHBELANJA", "TOTALBELANJA"};
	if (strlen(text) > 40)
		return false;
	const char *letters = str_letters(arena, text);
	for (size_t i = 0; i < sizeof KATA / sizeof *KATA; i++)
		if (str_equal(letters, KATA[i]))
			return true;
	return false;
}

static bool total_at(Kenal *k, uint32_t i, uint32_t kolom)
{
	const Sel *sel = grid_cell(k->grid, i, kolom);
	return sel->jenis == SEL_TEKS && total_word(k->arena, sel->teks);
}

/* The label stands where code or name stand, or first in the row - or in the indicator column beside money: an indicator may be called "Jumlah". */
static uint32_t total_label(Kenal *k, uint32_t i, const Peta *peta)
{
	for (uint32_t c = 0; c < peta->n_kode; c++)
		if (total_at(k, i, peta->kode[c]))
			return peta->kode[c];
	for (uint32_t c = 0; c < peta->n_nama; c++)
		if (total_at(k, i, peta->nama[c]))
			return peta->nama[c];
	unsigned n;
	uint32_t first = kenal_isi_pertama(k->grid, i, &n), indikator = peta->kolom[KOLOM_INDIKATOR];
	if (first && first != indikator && total_at(k, i, first))
		return first;
	bool money = filled(k, i, peta->kolom[KOLOM_PAGU]) && filled(k, i, peta->kolom[KOLOM_REALISASI]);
	return indikator && money && total_at(k, i, indikator) ? indikator : 0;
}

static bool page_line(const char *text)
{
	static const char *const AWAL[] = {"halaman ", "hal. ", "hal ", "page "};
	for (size_t i = 0; i < sizeof AWAL / sizeof *AWAL; i++)
		if (str_starts_fold(text, AWAL[i]) && text[strlen(AWAL[i])] >= '0' && text[strlen(AWAL[i])] <= '9')
			return true;
	return false;
}

/* A line of the title block, repeated on a later page, or a page number. */
static bool page_furniture(Kenal *k, uint32_t i)
{
	unsigned n;
	uint32_t first = kenal_isi_pertama(k->grid, i, &n);
	if (n == 1 && page_line(kenal_teks(k, i, first).teks))
		return true;
	if (n > 4)
		return false;
	StrBuf b = {.arena = k->arena};
	for (uint32_t c = first; c <= k->grid->baris[i].n_sel; c++)
		strbuf_add(&b, kenal_teks(k, i, c).teks);
	for (size_t j = 0; j < k->n_judul_ulang; j++)
		if (str_equal(k->judul_ulang[j], strbuf_text(&b)))
			return true;
	return false;
}

static bool holds_date(const Grid *grid, uint32_t i)
{
	for (uint32_t c = 1; c <= grid->baris[i].n_sel; c++)
		if (grid_cell(grid, i, c)->jenis == SEL_TEKS && kenal_tempat_tanggal(grid_cell(grid, i, c)->teks))
			return true;
	return false;
}

/* The foot begins with a label, the legend, or the place and date of the signature. */
static bool foot_begins(Kenal *k, uint32_t i, const Peta *peta)
{
	unsigned n;
	uint32_t c = kenal_isi_pertama(k->grid, i, &n);
	const Sel *sel = grid_cell(k->grid, i, c);
	if (!c || sel->jenis != SEL_TEKS)
		return false;
	if (n <= 3 && (holds_date(k->grid, i) || str_starts_fold(sel->teks, "Mengetahui") || str_starts_fold(sel->teks, "Menyetujui")))
		return true;
	bool own_place = c != peta->kolom[KOLOM_INDIKATOR] || (n <= 2 && strchr(sel->teks, ':')); /* else it may be an indicator's text */
	return own_place && kenal_label_kaki(k->arena, sel->teks, NULL) != LABEL_BUKAN;
}

/* ---- what is done with it ---- */

/* The first two texts of a row, cut to fit a message. */
static const char *excerpt(Kenal *k, uint32_t i)
{
	StrBuf b = {.arena = k->arena};
	const Baris *row = &k->grid->baris[i];
	for (uint32_t c = 1, n = 0; c <= row->n_sel && n < 2; c++) {
		const char *cell = kenal_teks(k, i, c).teks;
		if (!*cell)
			continue;
		strbuf_addf(&b, "%s%s", b.len ? " " : "", cell);
		n++;
	}
	const char *text = strbuf_text(&b);
	size_t cut = strlen(text);
	if (cut <= KUTIPAN_MAX)
		return text;
	for (cut = KUTIPAN_MAX - 3; cut > 0 && ((unsigned char)text[cut] & 0xC0) == 0x80;)
		cut--;
	return str_format(k->arena, "%.*s...", (int)cut, text);
}

static void unknown_row(Kenal *k, uint32_t i)
{
	unsigned n;
	uint32_t c = kenal_isi_pertama(k->grid, i, &n);
	kenal_lapor(k, "baris-tak-dikenal", LEVEL_ERROR, kenal_posisi(k, i, c), NULL, excerpt(k, i),
	            str_format(k->arena, teks(k->bahasa, "This row is neither program, kegiatan, sub kegiatan nor indicator: \"%s\"."), excerpt(k, i)),
	            teks(k->bahasa, "Give it a code or a number (1, 1.1, 1.1.1), or move it below the table."));
}

static void bidang_row(Kenal *k, uint32_t i)
{
	unsigned n;
	uint32_t c = kenal_isi_pertama(k->grid, i, &n);
	kenal_lapor(k, "baris-tak-dikenal", LEVEL_NOTE, kenal_posisi(k, i, c), NULL, excerpt(k, i),
	            str_format(k->arena, teks(k->bahasa, "A row of an urusan or bidang urusan is not part of the computation: \"%s\"."), excerpt(k, i)), NULL);
}

static void add_line(Jalan *j, uint32_t i, bool first, bool narrative)
{
	Kenal *k = j->k;
	*ARENA_PUSH(k->arena, k->garis, k->n_garis, k->cap_garis) = (Garis){i, (uint32_t)k->n_simpul - 1, j->peta, first, narrative};
	k->draf->baris_terakhir = k->grid->baris[i].nomor;
}

static void add_node(Jalan *j, uint32_t i, Simpul simpul, TertulisSimpul tertulis)
{
	Kenal *k = j->k;
	*ARENA_PUSH(k->arena, k->simpul, k->n_simpul, k->cap_simpul) = simpul;
	*ARENA_PUSH(k->arena, k->tertulis, k->n_tertulis, k->cap_tertulis) = tertulis;
	add_line(j, i, true, false);
}

/* A repeated head may have moved columns. What it does not name stays where it was, unless another column took the place. */
static bool same_columns(const Peta *a, const Peta *b)
{
	return memcmp(a->kolom, b->kolom, sizeof a->kolom) == 0 && memcmp(a->kode, b->kode, sizeof a->kode) == 0 && memcmp(a->nama, b->nama, sizeof a->nama) == 0 &&
	       a->n_kode == b->n_kode && a->n_nama == b->n_nama && a->nama_sambung == b->nama_sambung && a->kode_dalam_nama == b->kode_dalam_nama;
}

static void take_head(Jalan *j, const JudulTabel *judul)
{
	Kenal *k = j->k;
	Peta peta = judul->peta;
	if (k->n_peta) {
		const Peta *old = &k->peta[j->peta];
		for (unsigned role = 0; role < PERAN_BANYAK; role++) {
			uint32_t c = old->kolom[role];
			if (!peta.kolom[role] && c && c <= JUDUL_KOLOM_MAX && judul->peran[c] == KOLOM_TAK_DIKENAL)
				peta.kolom[role] = c;
		}
		if (!peta.n_kode && peta.kolom[KOLOM_KODE])
			peta.kode[peta.n_kode++] = peta.kolom[KOLOM_KODE];
		if (!peta.n_nama && peta.kolom[KOLOM_NAMA])
			peta.nama[peta.n_nama++] = peta.kolom[KOLOM_NAMA];
		if (same_columns(&peta, old))
			return;
	}
	j->peta = (uint32_t)k->n_peta;
	*ARENA_PUSH(k->arena, k->peta, k->n_peta, k->cap_peta) = peta;
}

static void take_total(Jalan *j, uint32_t i)
{
	if (j->baris_total != UINT32_MAX) /* the last one is the total; an earlier one was a subtotal */
		unknown_row(j->k, j->baris_total);
	j->baris_total = i;
	j->peta_total = j->peta;
	j->kaki = true;
	j->k->draf->baris_terakhir = j->k->grid->baris[i].nomor;
}

static void table_row(Jalan *j, uint32_t i)
{
	Kenal *k = j->k;
	const Peta *peta = &k->peta[j->peta];
	Simpul simpul;
	TertulisSimpul tertulis;
	bool bidang = false, identity = has_identity(k, i, peta);
	if (identity && kenal_simpul(k, i, peta, &simpul, &tertulis, &bidang)) {
		add_node(j, i, simpul, tertulis);
	} else if (total_label(k, i, peta)) {
		take_total(j, i);
	} else if (foot_begins(k, i, peta)) {
		j->kaki = true;
		*ARENA_PUSH(k->arena, k->kaki, k->n_kaki, k->cap_kaki) = i;
	} else if (bidang) {
		bidang_row(k, i);
	} else if (!identity && k->n_simpul && (has_content(k, i, peta) || has_narrative(k, i, peta))) {
		add_line(j, i, false, !has_content(k, i, peta));
	} else if ((identity || has_content(k, i, peta)) && !page_furniture(k, i)) {
		unknown_row(k, i);
	}
}

/* Below a subtotal the table may go on; a row with a node's code, a name and figures is no foot text. */
static bool table_resumes(Jalan *j, uint32_t i)
{
	Kenal *k = j->k;
	const Peta *peta = &k->peta[j->peta];
	Simpul simpul;
	TertulisSimpul tertulis;
	bool bidang;
	if (!any_filled(k, i, peta->kode, peta->n_kode) || !any_filled(k, i, peta->nama, peta->n_nama))
		return false;
	if (!filled(k, i, peta->kolom[KOLOM_PAGU]) && !filled(k, i, peta->kolom[KOLOM_TARGET]))
		return false;
	return kenal_simpul(k, i, peta, &simpul, &tertulis, &bidang) && simpul.kode.n_bagian;
}

static void foot_row(Jalan *j, uint32_t i)
{
	Kenal *k = j->k;
	if (table_resumes(j, i)) {
		j->kaki = false;
		table_row(j, i);
	} else if (total_label(k, i, &k->peta[j->peta])) {
		take_total(j, i);
	} else {
		*ARENA_PUSH(k->arena, k->kaki, k->n_kaki, k->cap_kaki) = i;
	}
}

static void read_total(Jalan *j)
{
	Kenal *k = j->k;
	Draf *draf = k->draf;
	Tertulis none = {.teks = "", .n_bagian = 1};
	draf->total.label = draf->total.pagu = draf->total.target = draf->total.realisasi = draf->total.volume = draf->total.satuan = none;
	draf->total.keuangan = draf->total.keluaran = draf->total.rata_rata = none;
	uint32_t i = j->baris_total;
	if (i == UINT32_MAX)
		return;
	const uint32_t *kolom = k->peta[j->peta_total].kolom;
	draf->ada_total = true;
	draf->total.label = kenal_teks(k, i, total_label(k, i, &k->peta[j->peta_total]));
	draf->total.satuan = kenal_teks(k, i, kolom[KOLOM_SATUAN]);
	const struct { Tertulis *out; Kolom kolom; Ukur ukur; } NUMBERS[] = {
		{&draf->total.pagu, KOLOM_PAGU, UKUR_UANG}, {&draf->total.target, KOLOM_TARGET, UKUR_VOLUME},
		{&draf->total.realisasi, KOLOM_REALISASI, UKUR_UANG}, {&draf->total.volume, KOLOM_REALISASI_VOLUME, UKUR_VOLUME},
		{&draf->total.keuangan, KOLOM_KEUANGAN, UKUR_PERSEN}, {&draf->total.keluaran, KOLOM_KELUARAN, UKUR_PERSEN},
		{&draf->total.rata_rata, KOLOM_RATA_RATA, UKUR_PERSEN},
	};
	for (size_t c = 0; c < sizeof NUMBERS / sizeof *NUMBERS; c++) {
		*NUMBERS[c].out = kenal_nilai(k, i, kolom[NUMBERS[c].kolom], NUMBERS[c].ukur, 0).sel;
		if (NUMBERS[c].out->kolom != draf->total.label.kolom)
			kenal_lapor_angka(k, *NUMBERS[c].out, NULL);
	}
}

/* Apart from the head only "(1)" "(2)" (or the -1 -2 a spreadsheet makes of them) is taken for column numbers: bare 1 1 1 may be volumes. */
static bool bracketed(const Grid *grid, uint32_t i)
{
	unsigned n;
	const char *teks = grid_cell(grid, i, kenal_isi_pertama(grid, i, &n))->teks;
	teks += strspn(teks, " ");
	return *teks == '(' || *teks == '-';
}

void kenal_tabel(Kenal *k, const JudulTabel *judul)
{
	Jalan j = {.k = k, .baris_total = UINT32_MAX};
	JudulTabel *next = ARENA_NEW(k->arena, JudulTabel);
	take_head(&j, judul);
	kenal_judul_catat(k, judul);
	memcpy(k->draf->kolom, judul->peta.kolom, sizeof k->draf->kolom);
	k->draf->baris_terakhir = k->grid->baris[judul->akhir - 1].nomor;
	for (uint32_t i = judul->akhir; i < k->grid->n_baris; i++) {
		if (kenal_judul(k->grid, i, next)) {
			take_head(&j, next);
			kenal_judul_catat(k, next);
			j.kaki = false;
			i = next->akhir - 1;
		} else if (bracketed(k->grid, i) && kenal_baris_nomor(k->grid, i)) {
			continue;
		} else if (j.kaki) {
			foot_row(&j, i);
		} else {
			table_row(&j, i);
		}
	}
	kenal_pohon(k->simpul, (uint32_t)k->n_simpul);
	kenal_notasi(k);
	kenal_garis(k);
	read_total(&j);
}
