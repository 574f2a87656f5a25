#include "app/isian.h"

#include "base/angka.h"

enum { TEKS_MAX = 4000, TEKS_VOLUME_MAX = 100 };

static const char *const NAMA_JENIS[] = {"uang", "volume", "permasalahan", "tindak-lanjut", "faktor-pendorong"};

const char *isian_jenis_name(JenisIsian jenis)
{
	return NAMA_JENIS[jenis];
}

int isian_jenis_from_name(const char *nama)
{
	for (int i = 0; i < (int)(sizeof NAMA_JENIS / sizeof *NAMA_JENIS); i++)
		if (str_equal(NAMA_JENIS[i], nama))
			return i;
	return -1;
}

NilaiIsian isian_nilai(const BarisFakta *fakta)
{
	return (NilaiIsian){(Isi)fakta->isi, {fakta->m, (uint8_t)fakta->skala}, fakta->teks};
}

bool isian_equal(NilaiIsian a, NilaiIsian b)
{
	return a.isi == b.isi && str_equal(a.teks, b.teks) && (a.isi != ISI_ADA || desimal_cmp(a.angka, b.angka) == 0);
}

const char *isian_print(Arena *arena, JenisIsian jenis, NilaiIsian nilai)
{
	if (*nilai.teks)
		return nilai.teks;
	if (nilai.isi != ISI_ADA)
		return nilai.isi == ISI_NIHIL ? "nihil" : "kosong";
	if (jenis == ISIAN_UANG)
		return desimal_print_id(arena, nilai.angka, 2);
	Desimal shortest = desimal_trim(nilai.angka);
	return desimal_print_id(arena, shortest, shortest.scale);
}

static Err refuse(ErrInfo *info, const char *message, const char *hint)
{
	return err_set(info, ERR_USAGE, message, hint);
}

/* Line breaks stay; other control characters become blanks. */
static Err text_parse(const Konteks *k, const char *text, size_t most, NilaiIsian *out, ErrInfo *info)
{
	if (!utf8_valid(text, strlen(text)))
		return refuse(info, teks(k->bahasa, "the text is not valid UTF-8"), NULL);
	StrBuf b = {.arena = k->arena};
	for (const char *p = text; *p; p++)
		strbuf_addc(&b, ((unsigned char)*p < ' ' && *p != '\n') || *p == 0x7f ? ' ' : *p);
	out->teks = str_trim(k->arena, strbuf_text(&b));
	if (utf8_count(out->teks) > most)
		return refuse(info, str_format(k->arena, teks(k->bahasa, "the text is longer than %zu characters"), most), NULL);
	return ERR_OK;
}

static Err not_a_number(const Konteks *k, const char *text, ErrInfo *info)
{
	return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' is not a number"), text),
	              teks(k->bahasa, "write for example 1.234.567,89, nihil (reported: zero) or kosong (not reported)"));
}

/* The number, or why it is none. */
static Err number_parse(const Konteks *k, const char *text, Angka *out, ErrInfo *info)
{
	*out = angka_parse(text, NOTASI_ID);
	if (out->status == ANGKA_LUAPAN)
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' is too large, or has more than 6 decimals"), text), NULL);
	if (out->status != ANGKA_NILAI)
		return not_a_number(k, text, info);
	if (out->salah_grup)
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s': its groups are not of three digits"), text),
		              teks(k->bahasa, "write it again, so that no digit is missing or too many"));
	if (out->ambigu && strpbrk(str_trim(k->arena, text), " "))
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' may be two numbers"), text), teks(k->bahasa, "write groups with dots: 12.100"));
	return ERR_OK;
}

static Err money_parse(const Konteks *k, const char *text, NilaiIsian *out, ErrInfo *info)
{
	Angka a;
	Rupiah r;
	Err err = number_parse(k, text, &a, info);
	if (err)
		return err;
	/* Money has no three decimals: what could be groups is groups ("1,234"). */
	if (a.ambigu && a.nilai.scale > 2)
		a = angka_parse(text, NOTASI_EN);
	if (a.persen)
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' is a percentage, not an amount of money"), text), NULL);
	if (!desimal_to_rupiah(&r, a.nilai))
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' is not an amount in rupiah and sen"), text), teks(k->bahasa, "at most two decimals"));
	if (r.sen < 0)
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s': realised money is not below zero"), text), NULL);
	*out = (NilaiIsian){r.sen ? ISI_ADA : ISI_NIHIL, desimal_from_rupiah(r), ""};
	return ERR_OK;
}

static Err volume_parse(const Konteks *k, const char *satuan, const char *target_teks, const char *text, NilaiIsian *out, const char **catatan, ErrInfo *info)
{
	Angka a = angka_parse(text, NOTASI_ID);
	if (a.status == ANGKA_BUKAN && target_teks && *target_teks)
		return text_parse(k, text, TEKS_VOLUME_MAX, out, info);
	Err err = number_parse(k, text, &a, info);
	if (err)
		return err;
	if (a.persen && !satuan_persen(satuan))
		return refuse(info, str_format(k->arena, teks(k->bahasa, "'%s' is a percentage; the unit of this indicator is %s"), text, satuan), NULL);
	*out = (NilaiIsian){a.nilai.m ? ISI_ADA : ISI_NIHIL, desimal_trim(a.nilai), ""};
	if (a.ambigu)
		*catatan = str_format(k->arena, teks(k->bahasa, "'%s' was read as %s; write %s when that is meant"), text, isian_print(k->arena, ISIAN_VOLUME, *out),
		                      desimal_print_plain(k->arena, desimal_trim(angka_parse(text, NOTASI_EN).nilai), desimal_trim(angka_parse(text, NOTASI_EN).nilai).scale));
	return ERR_OK;
}

Err isian_parse(const Konteks *k, JenisIsian jenis, const char *satuan, const char *target_teks, const char *text, NilaiIsian *out, const char **catatan,
                ErrInfo *info)
{
	*catatan = NULL;
	*out = (NilaiIsian){.teks = ""};
	if (jenis != ISIAN_UANG && jenis != ISIAN_VOLUME)
		return text_parse(k, text, TEKS_MAX, out, info);
	const char *word = str_trim(k->arena, text);
	if (str_equal_fold(word, "kosong"))
		return ERR_OK;
	if (str_equal_fold(word, "nihil")) {
		*out = (NilaiIsian){ISI_NIHIL, {0, jenis == ISIAN_UANG ? 2 : 0}, ""};
		return ERR_OK;
	}
	return jenis == ISIAN_UANG ? money_parse(k, word, out, info) : volume_parse(k, satuan, target_teks, word, out, catatan, info);
}
