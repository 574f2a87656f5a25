/* hal_rencana_tambah: a program, kegiatan or sub kegiatan for the draft of a plan - one form, filled from the nomenclature where there is one. */
#include "app/rencana_tambah.h"
#include "web/rencana_web.h"

static const char *const FIELDS[BARU_N] = {[BARU_KODE] = "kode", [BARU_NOMOR] = "nomor", [BARU_NAMA] = "nama", [BARU_PAGU] = "pagu", [BARU_INDIKATOR] = "indikator", [BARU_TARGET] = "target",
                                           [BARU_SATUAN] = "satuan", [BARU_ARAH] = "arah"};

const char *rencana_tambah_teks(Bahasa b, Tingkat tingkat)
{
	return tingkat == TINGKAT_PROGRAM ? teks(b, "Add a program") : tingkat == TINGKAT_KEGIATAN ? teks(b, "Add a kegiatan") : teks(b, "Add a sub kegiatan");
}

static void field(Html *h, const BarisBaru *b, MedanBaru medan, MedanForm f)
{
	f.nama = FIELDS[medan];
	f.nilai = b->isi[medan];
	f.galat = b->tolak[medan];
	medan_form(h, &f);
}

static void nomenclature_fields(Html *h, Minta *m, const BarisBaru *b)
{
	if (!b->edisi)
		return;
	Opsi *options = ARENA_ARRAY(m->arena, Opsi, b->n_pilihan + 1);
	options[0] = (Opsi){"", teks(m->bahasa, "none chosen")};
	for (size_t i = 0; i < b->n_pilihan; i++)
		options[i + 1] = (Opsi){b->pilihan[i].kode, str_format(m->arena, "%s %s", b->pilihan[i].kode, b->pilihan[i].nama)};
	buka(h, "div", "penuh");
	medan_pilih(h, str_format(m->arena, teks(m->bahasa, "From the nomenclature %s"), b->edisi), "pilih", "", options, b->n_pilihan + 1,
	            teks(m->bahasa, "choose an entry, or type its code below: name, indicator and unit are then filled"));
	html_close(h);
	buka(h, "div", "penuh");
	tombol(h, NULL, "list-check", teks(m->bahasa, "Fill from the nomenclature"), "langkah", "isi");
	html_close(h);
}

static void row_fields(Html *h, Minta *m, const BarisBaru *b)
{
	field(h, b, BARU_KODE, (MedanForm){.label = teks(m->bahasa, "Code"), .wajib = true, .maks = 40, .masukan = "decimal", .hint = teks(m->bahasa, "the next free one is proposed")});
	field(h, b, BARU_NOMOR, (MedanForm){.label = teks(m->bahasa, "Number"), .maks = 20, .hint = teks(m->bahasa, "as it stands in the report, for example 1.2.3")});
	buka(h, "div", "penuh");
	/* not "required": a blank name is filled from the nomenclature, or refused by the server */
	field(h, b, BARU_NAMA, (MedanForm){.label = teks(m->bahasa, "Name"), .maks = 500});
	html_close(h);
	if (b->tingkat == TINGKAT_SUB_KEGIATAN)
		field(h, b, BARU_PAGU, (MedanForm){.label = teks(m->bahasa, "Budget (Rp)"), .kelas = "c-nilai", .masukan = "decimal", .hint = teks(m->bahasa, "for example 1.250.000,00")});
}

static void indicator_fields(Html *h, Minta *m, const BarisBaru *b)
{
	const Opsi directions[] = {{"", teks(m->bahasa, "as the policy says")}, {"naik", teks(m->bahasa, "the more the better")}, {"turun-a", teks(m->bahasa, "the less the better, (2T-R)/T")},
	                           {"turun-b", teks(m->bahasa, "the less the better, T/R")}, {"rentang", teks(m->bahasa, "within a range")}};
	html_open(h, "fieldset");
	html_element(h, "legend", NULL, teks(m->bahasa, "First indicator"));
	buka(h, "div", "c-form-2");
	buka(h, "div", "penuh");
	field(h, b, BARU_INDIKATOR, (MedanForm){.label = teks(m->bahasa, "Indicator"), .maks = 500, .hint = teks(m->bahasa, "further ones can be added in the draft")});
	html_close(h);
	field(h, b, BARU_TARGET, (MedanForm){.label = teks(m->bahasa, "Target"), .kelas = "c-nilai", .masukan = "decimal"});
	field(h, b, BARU_SATUAN, (MedanForm){.label = teks(m->bahasa, "Unit"), .maks = 60});
	medan_pilih(h, teks(m->bahasa, "Direction"), FIELDS[BARU_ARAH], b->isi[BARU_ARAH], directions, sizeof directions / sizeof *directions, b->tolak[BARU_ARAH]);
	tutup(h, 2);
}

static Err form_show(Minta *m, Jawab *j, const BarisBaru *b, const ErrInfo *refused, bool filled)
{
	const char *base = str_format(m->arena, "/rencana/%s/%d", b->draf.opd.opd, b->draf.tahun), *above = b->induk ? b->induk->kode : "";
	Html h = halaman_mulai(m, j, &(Halaman){.judul = rencana_tambah_teks(m->bahasa, b->tingkat), .sub = b->draf.opd.nama, .menu = MENU_RENCANA});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, NULL, teks(m->bahasa, "Back to the changes"), b->induk ? str_format(m->arena, "%s/ubah?kode=%s#butir", base, above) : str_format(m->arena, "%s/ubah", base));
	html_close(&h);
	halaman_isi(&h);
	pesan_tolak(&h, refused);
	if (filled)
		pesan(&h, "is-note", str_format(m->arena, teks(m->bahasa, "Filled from the nomenclature %s: look it through, then keep it in the draft."), b->edisi), NULL);
	kartu_mulai(&h, b->induk ? str_format(m->arena, teks(m->bahasa, "Under %s %s"), above, b->induk->nama) : str_format(m->arena, teks(m->bahasa, "Plan %d"), b->draf.tahun),
	            teks(m->bahasa, "nothing is in the plan before the draft is stored"));
	form_mulai(&h, m, str_format(m->arena, "%s/tambah", base), "c-isi c-form", false);
	form_tersembunyi(&h, "induk", above);
	buka(&h, "div", "c-form-2");
	nomenclature_fields(&h, m, b);
	row_fields(&h, m, b);
	html_close(&h);
	indicator_fields(&h, m, b);
	buka(&h, "div", "c-aksi");
	tombol(&h, "btn-primary", "device-floppy", teks(m->bahasa, "Keep in the draft"), "langkah", "simpan");
	tutup(&h, 3);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err row_open(BarisBaru *b, Minta *m, const char *induk, ErrInfo *info)
{
	return rencana_baru(b, m->k, minta_bagian(m, "opd"), (int)minta_angka(m, "tahun", 1900, 2999, 0), induk, info);
}

static Err add_page(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisBaru b;
	Err err = row_open(&b, m, minta_kueri(m, "induk"), info);
	return err ? err : form_show(m, j, &b, NULL, false);
}

/* Who asks for it, or leaves the name to the list, gets the form back with what the edition says; nothing is kept before it was seen. */
static bool nomenclature_fill(BarisBaru *b, Minta *m, bool asked)
{
	const char *chosen = minta_isi(m, "pilih");
	if (!b->edisi || (!asked && !str_blank(b->isi[BARU_NAMA])))
		return false;
	if (*chosen)
		b->isi[BARU_KODE] = chosen;
	if (rencana_baru_isi(b, m->k, *chosen != '\0'))
		return true;
	if (asked)
		b->tolak[BARU_KODE] = str_format(m->arena, teks(m->bahasa, "the nomenclature %s does not have this code at this place"), b->edisi);
	return false;
}

static Err add_post(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisBaru b;
	bool asked = str_equal(minta_isi(m, "langkah"), "isi");
	Err err = row_open(&b, m, minta_isi(m, "induk"), info);
	if (err)
		return err;
	for (int i = 0; i < BARU_N; i++)
		b.isi[i] = minta_isi(m, FIELDS[i]);
	bool filled = nomenclature_fill(&b, m, asked);
	if (filled)
		return form_show(m, j, &b, NULL, true);
	err = asked ? ERR_USAGE : rencana_baru_simpan(&b, m->k, info);
	if (err == ERR_USAGE) {
		j->status = 422;
		return form_show(m, j, &b, asked ? NULL : info, false);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/rencana/%s/%d/ubah?kode=%s&ok=draf#butir", b.draf.opd.opd, b.draf.tahun, url_encode(m->arena, b.isi[BARU_KODE])));
	return err;
}

const Rute RUTE_RENCANA_TAMBAH[] = {
	{METODE_GET, "/rencana/{opd}/{tahun}/tambah", add_page, 0},
	{METODE_POST, "/rencana/{opd}/{tahun}/tambah", add_post, 0},
	{METODE_GET, NULL, NULL, 0},
};
