/* ikon: an icon of the sprite, for people who see; words stand beside it or in the label of what holds it.
 *
 *     ikon(h, "lock")        <svg class="c-i" aria-hidden="true"><use href="/aset/ikon.HASH.svg#lock"/></svg>
 *
 * Names are those of assets/ikon.txt; another name is our own bug and ends the process. */
#ifndef CAPAIAN_IKON_H
#define CAPAIAN_IKON_H
#include "base/html.h"

void ikon(Html *h, const char *name);       /* 16 px */
void ikon_kecil(Html *h, const char *name); /* 13 px, class "c-i c-i-s" */
void ikon_kelas(Html *h, const char *name, const char *class); /* with the classes given */

/* An icon that is itself the word: role="img" with a label (state in a table of marks). */
void ikon_berlabel(Html *h, const char *name, const char *label);

#endif
