/* kata: a command line of a file, taken apart into its words as a shell would, but without variables, patterns or other commands. */
#ifndef CAPAIAN_KATA_H
#define CAPAIAN_KATA_H
#include "base/arena.h"
#include <stdbool.h>

/* Words are parted by blanks; 'as it stands', "with \" and \\", and \x outside quotes keep blanks. # at the beginning of a word ends the line.
 * (*out)[n] is NULL. false: a quote is not closed, or a \ stands at the end. */
bool kata_split(Arena *arena, const char *line, char ***out, int *n);

#endif
