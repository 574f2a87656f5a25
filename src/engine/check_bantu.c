#include "engine/check_bantu.h"

void kumpulan_add(Kumpulan *k, Tertulis cell, uint32_t simpul, const char *label)
{
	*ARENA_PUSH(k->arena, k->anggota, k->n, k->cap) = (Anggota){label, cell, simpul};
}

const char *bantu_daftar(Arena *arena, const char *const *item, size_t n, size_t most, Bahasa bahasa)
{
	StrBuf b = {.arena = arena};
	size_t shown = n <= most + 1 ? n : most; /* "and 1 more" saves nothing */
	for (size_t i = 0; i < shown; i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "", item[i]);
	if (shown < n)
		strbuf_addf(&b, teks(bahasa, " and %zu more"), n - shown);
	return strbuf_text(&b);
}

const char *kumpulan_daftar(const Kumpulan *k, size_t most, Bahasa bahasa)
{
	const char **label = ARENA_ARRAY(k->arena, const char *, k->n);
	for (size_t i = 0; i < k->n; i++)
		label[i] = k->anggota[i].label;
	return bantu_daftar(k->arena, label, k->n, most, bahasa);
}

void usul_add(DaftarUsul *d, Usul usul)
{
	*ARENA_PUSH(d->arena, d->usul, d->n, d->cap) = usul;
}

const char *usul_daftar(const DaftarUsul *d, size_t most, Bahasa bahasa)
{
	const char **label = ARENA_ARRAY(d->arena, const char *, d->n);
	for (size_t i = 0; i < d->n; i++)
		label[i] = d->usul[i].label;
	return bantu_daftar(d->arena, label, d->n, most, bahasa);
}

void usul_tell(Pemeriksaan *p, DaftarUsul *d, const char *rule, const char *summary, const char *hint)
{
	bool together = d->n > BANTU_BERBEDA;
	for (size_t i = 0; i < d->n; i++) {
		Usul *u = &d->usul[i];
		if (together)
			u->temuan = i ? d->usul[0].temuan : check_report(p, rule, u->cell, u->simpul, NULL, NULL, summary, hint);
		else
			u->temuan = check_report(p, rule, u->cell, u->simpul, u->printed, u->computed, u->message, u->hint);
	}
}

const char *bantu_tingkat(Tingkat tingkat)
{
	switch (tingkat) {
	case TINGKAT_PROGRAM:
		return "program";
	case TINGKAT_KEGIATAN:
		return "kegiatan";
	case TINGKAT_SUB_KEGIATAN:
		return "sub kegiatan";
	default:
		return "OPD";
	}
}

const char *bantu_nomor(const Pemeriksaan *p, uint32_t simpul)
{
	const Simpul *s = &p->draf->snapshot.simpul[simpul];
	if (str_blank(s->nomor)) {
		if (s->kode.n_bagian)
			return kode_print(p->arena, s->kode);
		return str_blank(s->kode_tertulis) ? "?" : s->kode_tertulis;
	}
	StrBuf b = {.arena = p->arena};
	for (const char *c = s->nomor; *c; c++)
		strbuf_addc(&b, *c == ',' ? '.' : *c);
	return strbuf_text(&b);
}

const char *bantu_sebutan(const Pemeriksaan *p, uint32_t simpul)
{
	if (simpul == SIMPUL_TOTAL)
		return "total";
	return str_format(p->arena, "%s %s", bantu_tingkat(p->draf->snapshot.simpul[simpul].tingkat), bantu_nomor(p, simpul));
}

bool bantu_ada(Tertulis cell)
{
	return cell.baris && cell.angka.status == ANGKA_NILAI;
}

bool bantu_kosong(Tertulis cell)
{
	return cell.baris && (cell.angka.status == ANGKA_STRIP || str_blank(cell.teks));
}

bool bantu_sama(Tertulis cell, IsiDesimal nilai)
{
	return bantu_ada(cell) && nilai.isi != ISI_KOSONG && desimal_cmp(cell.angka.nilai, nilai.nilai) == 0;
}

bool bantu_menyebut(const Pemeriksaan *p, Tertulis cell, uint32_t simpul, JenisAngka jenis)
{
	Desimal rounded;
	if (!bantu_ada(cell))
		return false;
	const Pecahan *exact = rollup_exact(p->arena, &p->draf->snapshot, p->kebijakan, simpul, jenis);
	return exact && pecahan_round(&rounded, exact, cell.angka.nilai.scale, p->kebijakan->pembulatan) &&
	       desimal_cmp(rounded, cell.angka.nilai) == 0;
}

bool bantu_cetak_tepat(const Pemeriksaan *p, Tertulis cell, const Pecahan *tepat)
{
	if (!tepat || !bantu_ada(cell))
		return false;
	Desimal printed = cell.angka.nilai, rounded;
	uint8_t scale = printed.scale < p->kebijakan->desimal ? printed.scale : p->kebijakan->desimal;
	return desimal_rescale(&printed, printed, scale, p->kebijakan->pembulatan) &&
	       pecahan_round(&rounded, tepat, scale, p->kebijakan->pembulatan) && desimal_cmp(printed, rounded) == 0;
}

static IsiDesimal figure(const Capaian *c, JenisAngka jenis)
{
	return jenis == ANGKA_KEUANGAN ? c->keuangan : jenis == ANGKA_KELUARAN ? c->keluaran : c->rata_rata;
}

bool bantu_cetak(const Pemeriksaan *p, Tertulis cell, uint32_t simpul, JenisAngka jenis)
{
	IsiDesimal rounded = figure(simpul == SIMPUL_TOTAL ? &p->hasil->total : &p->hasil->simpul[simpul], jenis);
	if (!bantu_ada(cell) || rounded.isi == ISI_KOSONG)
		return false;
	if (cell.angka.nilai.scale == rounded.nilai.scale) /* no need of the exact value */
		return desimal_cmp(cell.angka.nilai, rounded.nilai) == 0;
	return bantu_sama(cell, rounded) ||
	       bantu_cetak_tepat(p, cell, rollup_exact(p->arena, p->hasil->snapshot, p->kebijakan, simpul, jenis));
}

bool bantu_cetak_indikator(const Pemeriksaan *p, Tertulis cell, uint32_t indikator)
{
	IsiDesimal rounded = p->hasil->indikator[indikator];
	if (!bantu_ada(cell) || rounded.isi == ISI_KOSONG)
		return false;
	if (cell.angka.nilai.scale == rounded.nilai.scale)
		return desimal_cmp(cell.angka.nilai, rounded.nilai) == 0;
	return bantu_sama(cell, rounded) || bantu_cetak_tepat(p, cell, rollup_exact_indikator(p->arena, p->hasil->snapshot, p->kebijakan, indikator));
}

const char *bantu_mesin(Arena *arena, Tertulis cell)
{
	return bantu_ada(cell) ? desimal_print_plain(arena, cell.angka.nilai, cell.angka.nilai.scale) : cell.teks;
}

const char *bantu_isi_mesin(Arena *arena, IsiDesimal nilai)
{
	return nilai.isi == ISI_KOSONG ? NULL : desimal_print_plain(arena, nilai.nilai, nilai.nilai.scale);
}

const char *bantu_id(Arena *arena, Desimal nilai)
{
	return desimal_print_id(arena, nilai, nilai.scale);
}

const char *bantu_cell_id(Arena *arena, Tertulis cell)
{
	return bantu_ada(cell) ? bantu_id(arena, cell.angka.nilai) : cell.teks;
}

bool bantu_baris_lain(const Pemeriksaan *p, uint32_t simpul, uint32_t indikator)
{
	const TertulisIndikator *t = &p->draf->indikator[indikator];
	uint32_t line = t->nama.baris ? t->nama.baris : t->target.baris ? t->target.baris : t->realisasi.baris;
	return line && line != p->draf->simpul[simpul].nama.baris;
}

bool bantu_daun(const Snapshot *s, uint32_t simpul)
{
	return s->simpul[simpul].akhir == simpul + 1;
}

uint32_t bantu_anak_pertama(const Snapshot *s, uint32_t simpul)
{
	return simpul + 1 < s->simpul[simpul].akhir ? simpul + 1 : SIMPUL_NONE;
}

uint32_t bantu_anak_berikut(const Snapshot *s, uint32_t anak)
{
	uint32_t induk = s->simpul[anak].induk, next = s->simpul[anak].akhir;
	uint32_t end = induk == SIMPUL_NONE ? s->n_simpul : s->simpul[induk].akhir;
	return next < end ? next : SIMPUL_NONE;
}
