/* vfs_cacat: SQLite's view of the disk, with a fault where it is asked for. Registered as the default, it passes everything on to the real one and counts what
 * changes the disk: writes, syncs, truncations, removals, new files. */
#ifndef VFS_CACAT_H
#define VFS_CACAT_H
#include <stdbool.h>

void vfs_cacat_register(void);
/* The operation with this number (from 1) fails, by `code` (SQLITE_FULL, SQLITE_IOERR_WRITE ...); with `for_good` every later one too. 0: none fails.
 * Counting starts anew. */
void vfs_cacat_arm(int number, int code, bool for_good);
/* Did the armed fault happen? */
bool vfs_cacat_struck(void);

#endif
