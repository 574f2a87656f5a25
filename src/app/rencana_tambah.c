#include "app/rencana_tambah.h"

/* ---- codes ---- */

static uint8_t parts_of(Tingkat tingkat)
{
	return tingkat == TINGKAT_PROGRAM ? 3 : tingkat == TINGKAT_KEGIATAN ? 5 : 6;
}

/* Sub kegiatan had two digits until 2023 and have four since; a plan keeps to what it has. */
static uint8_t sub_width(const BarisBaru *b)
{
	const Rencana *r = b->draf.rencana;
	for (uint32_t i = 0; i < r->n_simpul; i++) {
		Kode kode;
		if (r->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN && kode_parse(&kode, r->simpul[i].kode, NULL))
			return kode.lebar_sub;
	}
	return b->draf.tahun > 2023 ? 4 : 2;
}

static const char *code_write(const BarisBaru *b, Arena *arena, Kode kode)
{
	if (kode.n_bagian == 6)
		kode.lebar_sub = kode.bagian[5] > 99 ? 4 : sub_width(b);
	return kode_print(arena, kode);
}

/* The bidang of the plan's last program, or that of the agency. */
static Kode bidang_of(const BarisBaru *b)
{
	const Rencana *r = b->draf.rencana;
	Kode kode = {0}, other;
	for (uint32_t i = 0; i < r->n_simpul; i++)
		if (r->simpul[i].tingkat == TINGKAT_PROGRAM && kode_parse(&other, r->simpul[i].kode, NULL))
			kode = other;
	kode.n_bagian = kode.n_bagian ? 2 : 0;
	return kode;
}

static Kode above_of(const BarisBaru *b)
{
	Kode kode = {0};
	if (!b->induk)
		return bidang_of(b);
	kode_parse(&kode, b->induk->kode, NULL);
	return kode;
}

static bool begins(Kode kode, Kode above)
{
	for (int i = 0; i < above.n_bagian; i++)
		if (kode.bagian[i] != above.bagian[i])
			return false;
	return true;
}

/* The code after the last one there is under `above`. A kegiatan keeps the kewenangan of its neighbours, else that of the region's level. */
static const char *code_propose(const BarisBaru *b, Konteks *k)
{
	const Rencana *r = b->draf.rencana;
	Kode above = above_of(b), next = above, other;
	int last = parts_of(b->tingkat) - 1;
	if (!above.n_bagian)
		return "";
	next.n_bagian = (uint8_t)(last + 1);
	if (b->tingkat == TINGKAT_KEGIATAN)
		next.bagian[3] = str_equal(k->pemda.tingkat, "provinsi") ? 1 : 2;
	next.bagian[last] = 0;
	for (uint32_t i = 0; i < r->n_simpul; i++) {
		if (r->simpul[i].tingkat != b->tingkat || !kode_parse(&other, r->simpul[i].kode, NULL) || !begins(other, above))
			continue;
		if (b->tingkat == TINGKAT_KEGIATAN && other.bagian[3] != next.bagian[3]) {
			next.bagian[3] = other.bagian[3];
			next.bagian[last] = 0;
		}
		if (other.bagian[last] > next.bagian[last])
			next.bagian[last] = other.bagian[last];
	}
	next.bagian[last]++;
	return code_write(b, k->arena, next);
}

/* ---- numbers: 1.2 comes after 1.1; no proposal for what is not counted in digits ---- */

static const char *number_after(Arena *arena, const char *text)
{
	size_t n = strlen(text), digits = 0;
	while (digits < n && digits < 6 && text[n - digits - 1] >= '0' && text[n - digits - 1] <= '9')
		digits++;
	return digits ? str_format(arena, "%s%ld", str_dupn(arena, text, n - digits), strtol(text + n - digits, NULL, 10) + 1) : "";
}

static const char *number_propose(const BarisBaru *b, Arena *arena)
{
	const Rencana *r = b->draf.rencana;
	uint32_t from = b->induk ? (uint32_t)(b->induk - r->simpul) + 1 : 0, end = b->induk ? rencana_end(r, from - 1) : r->n_simpul;
	const SimpulRencana *last = NULL;
	for (uint32_t i = from; i < end; i++)
		if (r->simpul[i].tingkat == b->tingkat)
			last = &r->simpul[i];
	if (last)
		return number_after(arena, last->nomor);
	return !b->induk ? "1" : *b->induk->nomor ? str_format(arena, "%s.1", b->induk->nomor) : "";
}

/* ---- the nomenclature ---- */

/* The supporting program stands in the edition as X.XX.01. */
static bool belongs(const BarisBaru *b, Kode above, Kode *kode)
{
	if (kode->n_bagian != parts_of(b->tingkat) || !above.n_bagian)
		return false;
	if (kode->bagian[0] == KODE_X && kode->bagian[1] == KODE_X) {
		kode->bagian[0] = above.bagian[0];
		kode->bagian[1] = above.bagian[1];
	}
	return begins(*kode, above);
}

static void choices_gather(BarisBaru *b, Konteks *k)
{
	Kode above = above_of(b), kode;
	size_t cap = 0;
	for (size_t i = 0; i < b->nomenklatur->n; i++) {
		const BarisNomenklatur *row = &b->nomenklatur->baris[i];
		if (!kode_parse(&kode, row->kode, NULL) || !belongs(b, above, &kode))
			continue;
		const char *text = code_write(b, k->arena, kode);
		if (rencana_find(b->draf.rencana, text) == RENCANA_NONE)
			*ARENA_PUSH(k->arena, b->pilihan, b->n_pilihan, cap) = (PilihanBaru){text, row->nama};
	}
}

static Err edition_take(BarisBaru *b, Konteks *k, ErrInfo *info)
{
	BarisNomenklaturEdisi *rows;
	Nomenklatur *nomenklatur;
	size_t n;
	Err err = nomenklatur_list(k, &rows, &n, info);
	if (err || !n)
		return err;
	err = nomenklatur_load(&nomenklatur, k, NULL, b->draf.tahun, info);
	if (err)
		return err;
	b->nomenklatur = nomenklatur;
	b->edisi = nomenklatur->edisi.edisi;
	choices_gather(b, k);
	return ERR_OK;
}

bool rencana_baru_isi(BarisBaru *b, Konteks *k, bool timpa)
{
	Kode kode;
	const BarisNomenklatur *row = b->nomenklatur && kode_parse(&kode, b->isi[BARU_KODE], NULL) && kode.n_bagian == parts_of(b->tingkat)
		? nomenklatur_find(k->arena, b->nomenklatur, kode) : NULL;
	if (!row)
		return false;
	const char *const text[BARU_N] = {[BARU_NAMA] = row->nama, [BARU_INDIKATOR] = row->indikator, [BARU_SATUAN] = row->satuan};
	b->isi[BARU_KODE] = code_write(b, k->arena, kode);
	for (int i = 0; i < BARU_N; i++)
		if (text[i] && (timpa || str_blank(b->isi[i])))
			b->isi[i] = text[i];
	return true;
}

/* ---- the row ---- */

Err rencana_baru(BarisBaru *out, Konteks *k, const char *opd, int tahun, const char *induk, ErrInfo *info)
{
	*out = (BarisBaru){.tingkat = TINGKAT_PROGRAM};
	Err err = rencana_draf(&out->draf, k, opd, tahun, info);
	if (!err)
		err = konteks_may(k, AKSI_RENCANA, out->draf.opd.opd, info);
	if (err)
		return err;
	if (*induk) {
		uint32_t node = rencana_find(out->draf.rencana, induk);
		if (node == RENCANA_NONE || out->draf.rencana->simpul[node].tingkat == TINGKAT_SUB_KEGIATAN)
			return err_set(info, ERR_ABSENT, teks(k->bahasa, "the plan does not have this code"), NULL);
		out->induk = &out->draf.rencana->simpul[node];
		out->tingkat = out->induk->tingkat + 1;
	}
	for (int i = 0; i < BARU_N; i++)
		out->isi[i] = "";
	out->isi[BARU_KODE] = code_propose(out, k);
	out->isi[BARU_NOMOR] = number_propose(out, k->arena);
	return edition_take(out, k, info);
}

/* Shape and place of the code; the code as the plan writes it. */
static const char *code_settle(BarisBaru *b, Konteks *k)
{
	Kode kode;
	const char *typed = b->isi[BARU_KODE], *above = b->induk ? b->induk->kode : "";
	if (!kode_parse(&kode, typed, NULL) || kode.n_bagian != parts_of(b->tingkat))
		b->tolak[BARU_KODE] = b->tingkat == TINGKAT_PROGRAM ? teks(k->bahasa, "the code of a program has three parts, for example 2.17.01")
			: b->tingkat == TINGKAT_KEGIATAN ? teks(k->bahasa, "the code of a kegiatan has five parts, for example 2.17.01.2.01")
			: teks(k->bahasa, "the code of a sub kegiatan has six parts, for example 2.17.01.2.01.01");
	else if (b->induk && !str_equal(kode_print(k->arena, kode_parent(kode)), above))
		b->tolak[BARU_KODE] = str_format(k->arena, teks(k->bahasa, "it stands under %s, so its code begins with %s."), above, above);
	else
		return code_write(b, k->arena, kode);
	return NULL;
}

typedef struct {
	BarisBaru *b;
	Konteks *k;
	UbahRencana ubah[BARU_N];
	size_t n;
} Susun;

/* Tries one change on the draft; it is kept, or its reason stands at the field. */
static void attempt(Susun *s, MedanBaru field, UbahRencana u)
{
	ErrInfo refused = {0};
	if (s->b->tolak[field])
		return;
	if (rencana_ubah(s->k, s->b->draf.rencana, &u, &refused))
		s->b->tolak[field] = refused.message;
	else
		s->ubah[s->n++] = u;
}

static void indicator_attempt(Susun *s, const char *kode)
{
	static const struct { MedanBaru isi; const char *medan; } fields[] = {{BARU_TARGET, "target"}, {BARU_SATUAN, "satuan"}, {BARU_ARAH, "arah"}};
	const char *const *isi = s->b->isi;
	bool any = !str_blank(isi[BARU_INDIKATOR]);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		any |= !str_blank(isi[fields[i].isi]);
	if (!any)
		return;
	if (str_blank(isi[BARU_INDIKATOR]))
		s->b->tolak[BARU_INDIKATOR] = teks(s->k->bahasa, "a target, unit or direction needs the name of its indicator");
	UbahRencana name = {kode, 0, "tambah", str_blank(isi[BARU_INDIKATOR]) ? "-" : isi[BARU_INDIKATOR]};
	if (s->b->tolak[BARU_INDIKATOR])
		rencana_ubah(s->k, s->b->draf.rencana, &name, NULL); /* so that its other fields are judged too */
	else
		attempt(s, BARU_INDIKATOR, name);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (!str_blank(isi[fields[i].isi]))
			attempt(s, fields[i].isi, (UbahRencana){kode, -1, fields[i].medan, isi[fields[i].isi]});
}

Err rencana_baru_simpan(BarisBaru *b, Konteks *k, ErrInfo *info)
{
	Susun s = {.b = b, .k = k};
	size_t kept;
	for (int i = 0; i < BARU_N; i++)
		b->isi[i] = str_squeeze(k->arena, b->isi[i]);
	if (str_blank(b->isi[BARU_NAMA]))
		b->tolak[BARU_NAMA] = teks(k->bahasa, "a name is needed");
	const char *kode = code_settle(b, k);
	if (kode)
		attempt(&s, BARU_KODE, (UbahRencana){kode, 0, "baru", b->tolak[BARU_NAMA] ? "-" : b->isi[BARU_NAMA]});
	if (kode && !b->tolak[BARU_KODE]) {
		b->isi[BARU_KODE] = kode;
		if (*b->isi[BARU_NOMOR])
			attempt(&s, BARU_NOMOR, (UbahRencana){kode, 0, "nomor", b->isi[BARU_NOMOR]});
		if (*b->isi[BARU_PAGU])
			attempt(&s, BARU_PAGU, (UbahRencana){kode, 0, "pagu", b->isi[BARU_PAGU]});
		indicator_attempt(&s, kode);
	}
	for (int i = 0; i < BARU_N; i++)
		if (b->tolak[i])
			return err_set(info, ERR_USAGE, teks(k->bahasa, "Nothing was kept yet: look at the marked fields."), NULL);
	return rencana_draf_ubah(k, b->draf.opd.opd, b->draf.tahun, s.ubah, s.n, &kept, info);
}
