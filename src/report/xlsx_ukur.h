/* xlsx_ukur: how much room a text takes in Arial (the Helvetica metrics that Adobe published), in points. */
#ifndef CAPAIAN_XLSX_UKUR_H
#define CAPAIAN_XLSX_UKUR_H
#include <stdbool.h>

/* Of the widest line of the text. */
double ukur_lebar(const char *text, double size, bool tebal);
/* Of its longest word. */
double ukur_kata(const char *text, double size, bool tebal);
/* Lines it takes when wrapped at blanks to a width; at least 1. Rather one too many than one too few. */
unsigned ukur_baris(const char *text, double size, bool tebal, double width);
/* Height of a row with so many lines. */
double ukur_tinggi(unsigned baris, double size);

#endif
