/* bahasa: the two languages of every message. The source text (English) is the key; Indonesian comes from po/id/,
 * compiled by msgfmt and embedded. No process-wide locale: each request carries its own Bahasa. */
#ifndef CAPAIAN_BAHASA_H
#define CAPAIAN_BAHASA_H

typedef enum { BAHASA_ID, BAHASA_EN } Bahasa;

/* The text in the language; English when a translation is missing (a test fails on a missing one).
 * xgettext finds the key by this name: `teks(bahasa, "cannot open %s")`. */
const char *teks(Bahasa bahasa, const char *key) __attribute__((format_arg(2)));

/* Marks a key kept in a constant table, to be looked up later with teks(). */
#define TEKS(key) key

#endif
