#include "web/langkah.h"

#include "app/kalender.h"

const char *langkah_kata(Bahasa bahasa, Langkah langkah)
{
	static const char *const words[LANGKAH_JUMLAH] = {TEKS("submitted"), TEKS("returned"), TEKS("verified"), TEKS("approved and signed"), TEKS("reopened")};
	return teks(bahasa, words[langkah]);
}

static Langkah step_named(const char *nama)
{
	for (int l = 0; l < LANGKAH_JUMLAH; l++)
		if (str_equal(langkah_name((Langkah)l), nama))
			return (Langkah)l;
	return LANGKAH_JUMLAH;
}

Err langkah_ambil(Minta *m, unsigned boleh, Langkah *langkah, ErrInfo *info)
{
	PilihBulan p;
	*langkah = step_named(minta_isi(m, "langkah"));
	Err err = pilih_bulan(m, &p, info);
	if (err)
		return err;
	if (*langkah == LANGKAH_JUMLAH || !(boleh & 1u << *langkah))
		return err_set(info, ERR_USAGE, teks(m->bahasa, "this page does not know that step"), NULL);
	PermintaanLangkah request = {.langkah = *langkah, .alasan = str_trim(m->arena, minta_isi(m, "alasan")), .kondisi = "", .tanggal = minta_isi(m, "tanggal")};
	if ((*langkah == LANGKAH_KEMBALIKAN || *langkah == LANGKAH_BUKA) && str_blank(request.alasan))
		return err_set(info, ERR_USAGE, teks(m->bahasa, "Write the reason first: it is read by the operator and by the head of the agency."), NULL);
	return siklus_step(m->k, p.opd.opd, p.tahun, p.bulan, &request, NULL, info);
}

const char *langkah_jadi(const Minta *m, const char *aksi, int bulan, int tahun)
{
	static const char *const sentences[LANGKAH_JUMLAH] = {TEKS("submitted; the entries are closed."), TEKS("returned; the entries are open again for the agency."),
	                                                      TEKS("verified; it now waits for the signature."), TEKS("approved, signed and locked."),
	                                                      TEKS("open again as a new revision.")};
	Langkah step = step_named(aksi);
	return step == LANGKAH_JUMLAH ? NULL : str_format(m->arena, "%s %d: %s", bulan_name((uint8_t)bulan, m->bahasa), tahun, teks(m->bahasa, sentences[step]));
}

void langkah_alasan(Html *h, const Minta *m, Langkah langkah, const char *aksi, const char *batal, int bulan, int revisi, const char *alasan)
{
	bool reopen = langkah == LANGKAH_BUKA;
	const char *month = bulan_name((uint8_t)bulan, m->bahasa);
	kartu_mulai(h, str_format(m->arena, reopen ? teks(m->bahasa, "Reopen %s?") : teks(m->bahasa, "Return %s to the agency?"), month), NULL);
	buka(h, "div", "c-isi");
	html_element(h, "p", NULL,
	             reopen ? str_format(m->arena, teks(m->bahasa, "Revision %d can still be printed as it is; changes become revision %d."), revisi, revisi + 1)
	                    : teks(m->bahasa, "The reason is read by the operator and by the head of the agency. The entry opens again for them."));
	form_mulai(h, m, aksi, "c-form", false);
	form_tersembunyi(h, "langkah", langkah_name(langkah));
	medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Reason"), .nama = "alasan", .nilai = alasan, .baris = 4, .wajib = true, .maks = 2000});
	buka(h, "div", "c-aksi");
	tombol(h, reopen ? "btn-primary" : "btn-warn", reopen ? "lock-open" : "arrow-back-up", reopen ? teks(m->bahasa, "Reopen") : teks(m->bahasa, "Return to the agency"), NULL,
	       NULL);
	tombol_tautan(h, "btn-ghost", NULL, teks(m->bahasa, "Cancel"), batal);
	tutup(h, 4);
}

Err langkah_riwayat(Html *h, Minta *m, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	StatusRinci s;
	Err err = status_bulan(m->k, opd, tahun, bulan, &s, info);
	if (err)
		return err;
	buka(h, "section", "c-card");
	html_attr(h, "id", "riwayat");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(m->bahasa, "History of the month"));
	html_close(h);
	buka(h, "div", "c-isi");
	if (!s.n)
		html_element(h, "p", "c-2", teks(m->bahasa, "Not submitted yet."));
	buka(h, "ol", "c-tl");
	for (size_t i = 0; i < s.n; i++) {
		const StatusLangkah *step = &s.langkah[i];
		html_open(h, "li");
		html_element(h, "span", "c-2", teks_waktu(m, step->waktu));
		html_element(h, "span", step->baris.terkunci ? "d f" : "d", "");
		html_open(h, "span");
		html_element(h, "b", NULL, langkah_kata(m->bahasa, step_named(step->baris.aksi)));
		html_text(h, str_format(m->arena, " · %s%s%s", step->oleh, *step->baris.alasan ? ": " : "", step->baris.alasan));
		html_close(h);
		html_element(h, "span", "c-s c-3", str_format(m->arena, teks(m->bahasa, "revision %d"), (int)step->baris.revisi));
		html_close(h);
	}
	tutup(h, 3);
	return ERR_OK;
}

Err langkah_terakhir(const char **out, Minta *m, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	StatusRinci s;
	Tanggal due;
	*out = "";
	Err err = status_bulan(m->k, opd, tahun, bulan, &s, info);
	if (!err)
		err = tenggat_of(m->k, tahun, bulan, &due, info);
	if (err || !s.n)
		return err;
	const StatusLangkah *step = &s.langkah[s.n - 1], *first = step;
	for (size_t i = s.n; i-- > 0;)
		if (str_equal(s.langkah[i].baris.aksi, "ajukan"))
			first = &s.langkah[i];
	int64_t late = tanggal_days(waktu_date(first->waktu, m->k->pemda.zona)) - tanggal_days(due);
	const char *date = teks_tanggal(m->arena, due, m->bahasa);
	const char *kept = late > 0 ? str_format(m->arena, teks(m->bahasa, "%lld days late, due %s"), (long long)late, date) : str_format(m->arena, teks(m->bahasa, "in time, due %s"), date);
	*out = str_format(m->arena, "%s, %s · %s", step->oleh, teks_waktu(m, step->waktu), kept);
	return ERR_OK;
}
