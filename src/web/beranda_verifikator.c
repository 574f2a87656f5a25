/* Start page of a verifier: the queue by age, who is late, the board of states. */
#include "web/beranda.h"

enum { SETAHUN = 12, TELAT_MAX = 8 };

typedef struct {
	const RingkasTahun *tahun;
	const RingkasOpd *opd;
	int bulan;
} Antre;

static const RingkasBulan *month_of(const Antre *a)
{
	return &a->opd->bulan[a->bulan - 1];
}

static int oldest_first(const void *a, const void *b)
{
	Saat x = month_of(a)->waktu, y = month_of(b)->waktu;
	return x < y ? -1 : x > y;
}

/* Submitted months of one year. */
static Antre *queue_add(Arena *arena, Antre *list, size_t *n, size_t *cap, const RingkasTahun *y)
{
	for (uint32_t i = 0; i < y->n_opd; i++)
		for (int b = 1; b <= SETAHUN; b++)
			if (y->opd[i]->bulan[b - 1].status.keadaan == KEADAAN_DIAJUKAN)
				*ARENA_PUSH(arena, list, *n, *cap) = (Antre){y, y->opd[i], b};
	return list;
}

/* How the mean moved since the month before; "" when one of them has none. */
static const char *mean_change(const Minta *m, const Antre *a)
{
	uint8_t decimals = a->tahun->kebijakan->desimal;
	const RingkasBulan *now = month_of(a), *before = a->bulan > 1 ? now - 1 : NULL;
	Desimal change;
	IsiDesimal mean = now->lapor.angka.rata_rata;
	if (mean.isi == ISI_KOSONG)
		return "";
	if (!before || before->lapor.angka.rata_rata.isi == ISI_KOSONG || !desimal_sub(&change, mean.nilai, before->lapor.angka.rata_rata.nilai))
		return str_format(m->arena, teks(m->bahasa, "mean %s"), teks_persen(m->arena, mean, decimals));
	const char *text = teks_persen(m->arena, isi_desimal(change), decimals);
	return str_format(m->arena, teks(m->bahasa, "mean %s (%s%s)"), teks_persen(m->arena, mean, decimals), change.m > 0 ? "+" : "", text);
}

static void queue_item(Html *h, const Minta *m, const Antre *a)
{
	Bahasa b = m->bahasa;
	const RingkasBulan *month = month_of(a);
	const char *change = mean_change(m, a);
	html_open(h, "li");
	html_attr(h, "class", month->n_temuan ? "warn" : "note");
	html_open(h, "a");
	html_attr(h, "href", str_format(m->arena, "/verifikasi/%s/%d/%d", a->opd->opd.opd, a->tahun->tahun, a->bulan));
	html_open(h, "span");
	html_attr(h, "class", "ib");
	ikon(h, month->n_temuan ? "alert-triangle" : "send");
	html_close(h);
	html_open(h, "span");
	html_attr(h, "class", "tx");
	html_element(h, "b", NULL, str_format(m->arena, "%s · %s %d", a->opd->opd.nama, bulan_name((uint8_t)a->bulan, b), a->tahun->tahun));
	html_element(h, "span", NULL, str_format(m->arena, teks(b, "submitted by %s, %s"), month->oleh, teks_waktu(m, month->waktu)));
	html_element(h, "span", NULL, month->n_temuan ? str_format(m->arena, teks(b, "%u findings; %s"), month->n_temuan, change) : str_format(m->arena, teks(b, "no findings; %s"), change));
	html_close(h);
	ikon(h, "chevron-right");
	html_close(h);
	html_close(h);
	html_line(h);
}

static void queue(Html *h, const Minta *m, const Antre *list, size_t n, uint32_t verified)
{
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "Queue"));
	html_element(h, "span", "c-s c-2", str_format(m->arena, teks(b, "%zu reports, the oldest first"), n));
	html_close(h);
	if (n == 0)
		html_element(h, "p", "cb c-2", str_format(m->arena, teks(b, "The queue is empty. %u reports of this month are verified."), verified));
	html_open(h, "ol");
	html_attr(h, "class", "bl c-antre");
	for (size_t i = 0; i < n; i++)
		queue_item(h, m, &list[i]);
	html_close(h);
	html_close(h);
}

static void late_list(Html *h, const Minta *m, const Daerah *d)
{
	Bahasa b = m->bahasa;
	unsigned n = 0;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "Not yet submitted"));
	html_element(h, "span", "c-s c-2", str_format(m->arena, teks(b, "%s %d, due on %s"), bulan_name((uint8_t)d->bulan, b), d->tahun->tahun, teks_tanggal(m->arena, d->tahun->tenggat[d->bulan - 1], b)));
	html_close(h);
	html_open(h, "ol");
	html_attr(h, "class", "bl");
	for (uint32_t i = 0; i < d->tahun->n_opd; i++) {
		const RingkasOpd *opd = d->tahun->opd[i];
		const RingkasBulan *month = &opd->bulan[d->bulan - 1];
		bool returned = month->status.keadaan == KEADAAN_DIKEMBALIKAN;
		if (month->lapor.ada || (month->masuk && !returned))
			continue;
		int64_t late = month->masuk ? 0 : ringkas_late(d->tahun, month, d->bulan, daerah_hari(m));
		n++;
		html_open(h, "li");
		html_attr(h, "class", late ? "err" : "kos");
		html_open(h, "a");
		html_attr(h, "href", str_format(m->arena, "/laporan/%s/%d/%d?lihat=ringkasan", opd->opd.opd, d->tahun->tahun, d->bulan));
		html_open(h, "span");
		html_attr(h, "class", "ib");
		ikon(h, late ? "clock-exclamation" : keadaan_ikon(month->status.keadaan));
		html_close(h);
		html_open(h, "span");
		html_attr(h, "class", "tx");
		html_element(h, "b", NULL, opd->opd.nama);
		html_element(h, "span", NULL, late ? str_format(m->arena, teks(b, "%s, %lld days late"), keadaan_teks(b, month->status.keadaan), (long long)late) : keadaan_teks(b, month->status.keadaan));
		html_close(h);
		ikon(h, "chevron-right");
		html_close(h);
		html_close(h);
	}
	html_close(h);
	if (n == 0)
		html_element(h, "p", "cb c-2", teks(b, "All agencies have submitted."));
	html_close(h);
}

/* Only the states: an icon a month, in the order of the agencies' names as they stand. */
static void states(Html *h, const Minta *m, const Daerah *d)
{
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card bo c-status");
	html_open(h, "header");
	html_element(h, "h2", NULL, str_format(m->arena, teks(b, "States of %d"), d->tahun->tahun));
	tautan(h, "c-act c-s", teks(b, "Board with figures"), str_format(m->arena, "/papan/%d/%d", d->tahun->tahun, d->bulan));
	html_close(h);
	html_open(h, "table");
	html_attr(h, "class", "c-t");
	html_element(h, "caption", "c-vh", teks(b, "State of each agency's months"));
	html_open(h, "thead");
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "col");
	html_text(h, teks(b, "Agency"));
	html_close(h);
	for (int i = 1; i <= SETAHUN; i++) {
		html_open(h, "th");
		html_attr(h, "scope", "col");
		html_attr(h, "class", "h");
		html_text(h, bulan_pendek(i, b));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (uint32_t i = 0; i < d->tahun->n_opd; i++) {
		html_open(h, "tr");
		html_open(h, "th");
		html_attr(h, "scope", "row");
		tautan(h, NULL, d->tahun->opd[i]->opd.nama, str_format(m->arena, "/laporan/%s/%d/%d", d->tahun->opd[i]->opd.opd, d->tahun->tahun, d->bulan));
		html_close(h);
		for (int month = 1; month <= SETAHUN; month++)
			papan_status_sel(h, m, d, d->tahun->opd[i], month);
		html_close(h);
		html_line(h);
	}
	html_close(h);
	html_close(h);
	html_close(h);
}

Err beranda_verifikator(Minta *m, Jawab *j, ErrInfo *info)
{
	Daerah d;
	Antre *list = NULL;
	size_t n = 0, cap = 0;
	const RingkasTahun *now = NULL;
	Err err = daerah_pilih(&d, m, "/beranda", info);
	if (!err && d.tahun->tahun != daerah_hari(m).tahun)
		err = ringkas_year(&now, m->k, daerah_hari(m).tahun, info);
	if (err)
		return err;
	list = queue_add(m->arena, list, &n, &cap, d.tahun);
	if (now)
		list = queue_add(m->arena, list, &n, &cap, now);
	if (n)
		qsort(list, n, sizeof *list, oldest_first);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "What waits for you"), .sub = daerah_keadaan(m, &d), .menu = MENU_BERANDA});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	daerah_bulan(&h, m, &d, "/beranda");
	html_close(&h);
	halaman_isi(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-dua");
	html_open(&h, "div");
	html_attr(&h, "class", "c-tumpuk");
	queue(&h, m, list, n, d.tahun->daerah[d.bulan - 1].n_keadaan[KEADAAN_DIVERIFIKASI] + d.tahun->daerah[d.bulan - 1].n_keadaan[KEADAAN_DISAHKAN]);
	late_list(&h, m, &d);
	html_close(&h);
	states(&h, m, &d);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}
