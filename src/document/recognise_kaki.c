#include "document/recognise_bagian.h"

/* Below the table: narrative, legend, signature. */

enum { BARIS_TTD_MAX = 16, TANPA_TANGGAL_MAX = 4, LABEL_MAX = 160, TEMPAT_MAX = 60, TANGGAL_MAX = 24, JARAK_KOLOM = 3 };

static const Tertulis NONE = {.teks = "", .n_bagian = 1};

/* ---- labels ---- */

static bool legend_label(Arena *arena, const char *text, size_t n)
{
	const char *letters = str_letters(arena, str_dupn(arena, text, n));
	return str_equal(letters, "KETERANGAN") || str_starts(letters, "KETERANGANPETUNJUK") || str_starts(letters, "PETUNJUKPENGISIAN");
}

LabelKaki kenal_label_kaki(Arena *arena, const char *text, const char **isi)
{
	while (*text == ' ' || *text == '\t' || *text == '-' || *text == '\n')
		text++;
	if (str_starts_fold(text, "KOLOM (") || str_starts_fold(text, "KOLOM("))
		return LABEL_KOLOM;
	const char *colon = strchr(text, ':');
	size_t n = colon ? (size_t)(colon - text) : strlen(text);
	if (n == 0 || n > LABEL_MAX)
		return LABEL_BUKAN;
	if (legend_label(arena, text, n))
		return LABEL_KETERANGAN;
	Kata kata = kenal_kata(str_dupn(arena, text, n), true);
	bool known = colon ? kata.n_kenal * 2 >= kata.n_kata : kata.n_kenal == kata.n_kata;
	if (!known || !(kata.pertama & (ARTI_MASALAH | ARTI_TINDAK)))
		return LABEL_BUKAN;
	if (isi)
		*isi = colon ? colon + 1 + strspn(colon + 1, " \t\n\r:") : text + n;
	return kata.pertama & ARTI_MASALAH ? LABEL_PERMASALAHAN : LABEL_TINDAK_LANJUT;
}

/* ---- place and date ---- */

static bool no_digits(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((text[i] >= '0' && text[i] <= '9') || text[i] == ':')
			return false;
	return true;
}

/* Length of what stands before the date, without its comma; SIZE_MAX when the text is no place and date. */
static size_t place_length(const char *text, Tanggal *tanggal)
{
	const char *at;
	*tanggal = (Tanggal){0};
	if (tanggal_parse(tanggal, text, &at)) {
		size_t n = (size_t)(at - text);
		while (n && (text[n - 1] == ' ' || text[n - 1] == '\t'))
			n--;
		if (n == 0)
			return strlen(at) <= TANGGAL_MAX ? 0 : SIZE_MAX;
		return text[n - 1] == ',' && n <= TEMPAT_MAX && no_digits(text, n) && strlen(at) <= TANGGAL_MAX ? n - 1 : SIZE_MAX;
	}
	/* the day left open: "Singaraja, ..... Januari 2024" */
	const char *comma = strchr(text, ',');
	if (!comma || comma - text > TEMPAT_MAX || !no_digits(text, (size_t)(comma - text)))
		return SIZE_MAX;
	const char *p = comma + 1 + strspn(comma + 1, " ._");
	size_t month = strcspn(p, " ");
	const char *year = p + month + strspn(p + month, " ");
	bool year_ends = strspn(year, "0123456789") == 4 && str_blank(year + 4);
	return year_ends && !(*p >= '0' && *p <= '9') && bulan_parse(p) ? (size_t)(comma - text) : SIZE_MAX;
}

bool kenal_tempat_tanggal(const char *text)
{
	Tanggal t;
	while (*text == ' ' || *text == '\t' || *text == '\n')
		text++;
	char line[TEMPAT_MAX + TANGGAL_MAX + 8];
	size_t n = strcspn(text, "\n\r");
	if (n >= sizeof line)
		return false;
	memcpy(line, text, n);
	line[n] = '\0';
	return place_length(line, &t) != SIZE_MAX;
}

/* ---- narrative ---- */

typedef struct {
	StrBuf teks;
	Tertulis sel;
	uint32_t baris; /* line of the label */
} Cerita;

static void story_add(Cerita *s, Tertulis cell)
{
	if (!*cell.teks)
		return;
	if (s->teks.len)
		strbuf_addc(&s->teks, '\n');
	else
		s->sel = cell;
	strbuf_add(&s->teks, cell.teks);
}

/* Cells [from, ...] of a row, line breaks kept. */
static void story_add_cells(Kenal *k, Cerita *s, uint32_t i, uint32_t from)
{
	for (uint32_t c = from; c <= k->grid->baris[i].n_sel; c++) {
		Tertulis cell = kenal_teks(k, i, c);
		cell.teks = kenal_isi(k, i, c);
		story_add(s, cell);
	}
}

static void story_begin(Kenal *k, Cerita *s, uint32_t i, uint32_t c, const char *isi)
{
	Tertulis cell = kenal_teks(k, i, c);
	if (!s->baris) {
		s->baris = cell.baris;
		s->sel = cell;
		s->sel.teks = "";
	}
	cell.teks = str_trim(k->arena, isi);
	story_add(s, cell);
	story_add_cells(k, s, i, c + 1);
}

static void read_stories(Kenal *k, size_t end, Cerita *problem, Cerita *action)
{
	Cerita *current = NULL;
	for (size_t j = 0; j < end; j++) {
		uint32_t i = k->kaki[j];
		unsigned n;
		uint32_t c = kenal_isi_pertama(k->grid, i, &n);
		const char *isi = "", *text = kenal_isi(k, i, c);
		switch (kenal_label_kaki(k->arena, text, &isi)) {
		case LABEL_PERMASALAHAN:
			story_begin(k, current = problem, i, c, isi);
			break;
		case LABEL_TINDAK_LANJUT:
			story_begin(k, current = action, i, c, isi);
			break;
		case LABEL_KETERANGAN:
		case LABEL_KOLOM:
			current = NULL;
			break;
		case LABEL_BUKAN:
			if (current)
				story_add_cells(k, current, i, c);
			break;
		}
	}
}

/* Columns (9) and (10) beside the rows, where the foot says nothing. */
static void read_columns(Kenal *k, Kolom kolom, Cerita *s)
{
	if (s->teks.len || !k->draf->kolom[kolom])
		return;
	for (size_t g = 0; g < k->n_garis; g++) {
		Tertulis cell = kenal_teks(k, k->garis[g].baris, k->peta[k->garis[g].peta].kolom[kolom]);
		if (*cell.teks && !str_equal(cell.teks, "-"))
			story_add(s, cell);
	}
	for (size_t j = 0; !s->baris && j < k->draf->n_judul; j++)
		if (k->draf->judul[j].arti == kolom)
			s->baris = k->draf->judul[j].baris;
}

/* ---- signature ---- */

typedef struct {
	Tertulis sel;
	bool jarak; /* room is left above it, for the signature */
} BarisTtd;

static bool is_nip(const char *text)
{
	return str_starts_fold(text, "NIP") && !((text[3] >= 'a' && text[3] <= 'z') || (text[3] >= 'A' && text[3] <= 'Z'));
}

/* The line of a cell that satisfies the test; NULL if none. */
static const char *find_line(Kenal *k, const char *text, bool (*test)(const char *))
{
	while (*text) {
		size_t n = strcspn(text, "\n\r");
		const char *line = str_trim(k->arena, str_dupn(k->arena, text, n));
		if (*line && test(line))
			return line;
		text += n + (text[n] != '\0');
	}
	return NULL;
}

/* The last foot row before `end` with a cell that satisfies the test; SIZE_MAX if none. *kolom: where. */
static size_t find_row(Kenal *k, size_t end, bool (*test)(const char *), uint32_t *kolom)
{
	for (size_t j = end; j-- > 0;) {
		const Baris *row = &k->grid->baris[k->kaki[j]];
		for (uint32_t c = row->n_sel; c >= 1; c--) {
			if (row->sel[c - 1].jenis != SEL_TEKS || !find_line(k, row->sel[c - 1].teks, test))
				continue;
			*kolom = c;
			return j;
		}
	}
	return SIZE_MAX;
}

static LabelKaki row_label(Kenal *k, size_t j)
{
	unsigned n;
	uint32_t i = k->kaki[j], c = kenal_isi_pertama(k->grid, i, &n);
	return kenal_label_kaki(k->arena, kenal_isi(k, i, c), NULL);
}

/* Without a date: the few lines above the NIP that are neither label nor legend. */
static size_t walk_up(Kenal *k, size_t nip)
{
	size_t start = nip;
	while (start > 0 && nip - start < TANPA_TANGGAL_MAX) {
		unsigned n;
		kenal_isi_pertama(k->grid, k->kaki[start - 1], &n);
		if (n > 2 || row_label(k, start - 1) != LABEL_BUKAN)
			break;
		start--;
	}
	return start;
}

/* The signature's cell of a row: in its column, or the nearest filled one close by. */
static uint32_t near_column(const Kenal *k, uint32_t i, uint32_t kolom)
{
	for (uint32_t d = 0; d <= JARAK_KOLOM; d++) {
		if (!str_blank(grid_cell(k->grid, i, kolom + d)->teks))
			return kolom + d;
		if (d < kolom && !str_blank(grid_cell(k->grid, i, kolom - d)->teks))
			return kolom - d;
	}
	return 0;
}

static size_t signature_lines(Kenal *k, size_t from, size_t to, uint32_t kolom, BarisTtd *out)
{
	size_t n = 0;
	uint32_t last = 0;
	for (size_t j = from; j <= to && j < k->n_kaki; j++) {
		uint32_t i = k->kaki[j], c = near_column(k, i, kolom);
		if (!c)
			continue;
		bool room = last && k->grid->baris[i].nomor > last + 1;
		last = k->grid->baris[i].nomor;
		for (const char *p = kenal_isi(k, i, c); *p;) {
			size_t length = strcspn(p, "\n\r");
			Tertulis cell = kenal_teks(k, i, c);
			cell.teks = str_trim(k->arena, str_dupn(k->arena, p, length));
			p += length + (p[length] != '\0');
			if (!*cell.teks) {
				room = true;
				continue;
			}
			if (n == BARIS_TTD_MAX)
				return n;
			out[n++] = (BarisTtd){cell, room};
			room = false;
		}
	}
	return n;
}

/* "Pembina Tk. I (IV/b)" */
static bool is_rank(const char *text)
{
	static const char *const PANGKAT[] = {"Pembina", "Penata", "Pengatur", "Juru", "Letnan", "Kolonel", "Golongan", "Gol."};
	for (size_t i = 0; i < sizeof PANGKAT / sizeof *PANGKAT; i++)
		if (str_starts_fold(text, PANGKAT[i]))
			return true;
	const char *p = strrchr(text, '(');
	if (!p)
		return false;
	size_t roman = strspn(p + 1, "IVX");
	return roman && p[1 + roman] == '/';
}

static bool is_office(const char *text)
{
	static const char *const JABATAN[] = {"Kepala", "Plt", "Plh", "Pj", "Sekretaris", "Direktur", "Camat", "Inspektur", "Lurah", "Kuasa Pengguna", "Pengguna Anggaran", "a.n", "An."};
	for (size_t i = 0; i < sizeof JABATAN / sizeof *JABATAN; i++)
		if (str_starts_fold(text, JABATAN[i]))
			return true;
	return false;
}

/* Which of n lines between date and NIP is the name: before the rank, below the room left for the signature, or by the form's order. */
static size_t name_index(const BarisTtd *line, size_t n)
{
	if (n >= 2 && is_rank(line[n - 1].sel.teks))
		return n - 2;
	size_t rooms = 0, below = 0;
	for (size_t i = 1; i < n; i++)
		if (line[i].jarak) {
			rooms++;
			below = i;
		}
	if (rooms == 1)
		return below;
	if (n <= 1)
		return n && is_office(line[0].sel.teks) ? n : 0;
	return n == 2 ? (size_t)is_office(line[0].sel.teks) : n - 2;
}

static Tertulis join_lines(Kenal *k, const BarisTtd *line, size_t from, size_t to)
{
	if (from >= to)
		return NONE;
	Tertulis all = line[from].sel;
	for (size_t i = from + 1; i < to; i++)
		all.teks = str_format(k->arena, "%s %s", all.teks, line[i].sel.teks);
	return all;
}

static void take_date(Kenal *k, Tertulis cell)
{
	TandaTangan *sign = &k->draf->snapshot.tanda_tangan;
	size_t n = place_length(cell.teks, &sign->tanggal);
	k->draf->kaki.tempat_tanggal = cell;
	if (n != SIZE_MAX)
		sign->tempat = str_trim(k->arena, str_dupn(k->arena, cell.teks, n));
}

static void take_nip(Kenal *k, Tertulis cell)
{
	cell.teks += 3;
	cell.teks += strspn(cell.teks, " .:\t");
	if (str_starts(cell.teks, "\xC2\xA0"))
		cell.teks += 2;
	k->draf->kaki.nip = cell;
}

static void read_signature(Kenal *k, size_t from, size_t to, uint32_t kolom)
{
	BarisTtd line[BARIS_TTD_MAX];
	size_t n = signature_lines(k, from, to, kolom, line), first = 0;
	while (first < n && !kenal_tempat_tanggal(line[first].sel.teks))
		first++;
	if (first < n)
		take_date(k, line[first++].sel);
	else
		first = 0;
	size_t end = first;
	while (end < n && !is_nip(line[end].sel.teks))
		end++;
	if (end < n)
		take_nip(k, line[end].sel);
	size_t name = first + name_index(line + first, end - first);
	k->draf->kaki.jabatan = join_lines(k, line, first, name);
	k->draf->kaki.nama = join_lines(k, line, name, name < end ? name + 1 : name);
	k->draf->kaki.pangkat = join_lines(k, line, name + 1, end);
}

static bool policy_line(Kenal *k, size_t j)
{
	unsigned n;
	uint32_t i = k->kaki[j], c = kenal_isi_pertama(k->grid, i, &n);
	const char *text = kenal_isi(k, i, c);
	return str_starts_fold(text, "Kebijakan ") && strstr(text, " versi ");
}

/* A signature without NIP ends where the form's own policy line or nothing follows. */
static size_t signature_end(Kenal *k, size_t from)
{
	for (size_t j = from + 1; j < k->n_kaki; j++)
		if (policy_line(k, j) || row_label(k, j) != LABEL_BUKAN)
			return j - 1;
	return k->n_kaki - 1;
}

/* With neither date nor NIP: the few lines below the legend. */
static size_t below_legend(Kenal *k)
{
	size_t from = k->n_kaki;
	while (from > 0 && row_label(k, from - 1) == LABEL_BUKAN)
		from--;
	if (from == 0 || from == k->n_kaki || (row_label(k, from - 1) != LABEL_KOLOM && row_label(k, from - 1) != LABEL_KETERANGAN))
		return k->n_kaki;
	size_t end = signature_end(k, from);
	unsigned n;
	uint32_t c = kenal_isi_pertama(k->grid, k->kaki[from], &n);
	if (policy_line(k, from) || end - from >= TANPA_TANGGAL_MAX)
		return k->n_kaki;
	read_signature(k, from, end, c);
	return from;
}

/* Index of the first foot row of the signature; n_kaki if there is none. */
static size_t find_signature(Kenal *k)
{
	uint32_t nip_kolom = 0, kolom = 0;
	size_t nip = find_row(k, k->n_kaki, is_nip, &nip_kolom);
	size_t end = nip == SIZE_MAX ? k->n_kaki : nip + 1;
	size_t date = find_row(k, end, kenal_tempat_tanggal, &kolom);
	if (date != SIZE_MAX) {
		read_signature(k, date, nip == SIZE_MAX ? signature_end(k, date) : nip, nip == SIZE_MAX ? kolom : nip_kolom);
		return date;
	}
	if (nip == SIZE_MAX)
		return below_legend(k);
	size_t from = walk_up(k, nip);
	read_signature(k, from, nip, nip_kolom);
	return from;
}

static Tertulis story_take(Cerita *s, const char **snapshot)
{
	Tertulis cell = s->sel;
	cell.teks = *snapshot = strbuf_text(&s->teks);
	return cell;
}

void kenal_kaki(Kenal *k)
{
	Draf *draf = k->draf;
	draf->kaki.permasalahan = draf->kaki.tindak_lanjut = draf->kaki.tempat_tanggal = draf->kaki.jabatan = NONE;
	draf->kaki.nama = draf->kaki.pangkat = draf->kaki.nip = NONE;
	draf->snapshot.tanda_tangan = (TandaTangan){.tempat = "", .jabatan = "", .nama = "", .pangkat = "", .nip = ""};
	size_t end = find_signature(k);
	Cerita problem = {.teks.arena = k->arena, .sel = NONE}, action = problem;
	read_stories(k, end, &problem, &action);
	read_columns(k, KOLOM_PERMASALAHAN, &problem);
	read_columns(k, KOLOM_TINDAK_LANJUT, &action);
	draf->kaki.permasalahan = story_take(&problem, &draf->snapshot.narasi.permasalahan);
	draf->kaki.tindak_lanjut = story_take(&action, &draf->snapshot.narasi.tindak_lanjut);
	draf->kaki.baris_permasalahan = problem.baris;
	draf->kaki.baris_tindak_lanjut = action.baris;

	TandaTangan *sign = &draf->snapshot.tanda_tangan;
	sign->jabatan = draf->kaki.jabatan.teks;
	sign->nama = draf->kaki.nama.teks;
	sign->pangkat = draf->kaki.pangkat.teks;
	sign->nip = draf->kaki.nip.teks;
}
