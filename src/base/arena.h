/* arena: memory of one request or command, released as a whole.
 *
 * A function that takes an `Arena *` allocates from it; what it returns lives until arena_free().
 * Memory is zeroed. There is no failure to test: out of memory ends the process (architecture, kind 3).
 * In debug builds (CAPAIAN_DEBUG) each allocation is a malloc of its own, so that sanitizers see overruns.
 */
#ifndef CAPAIAN_ARENA_H
#define CAPAIAN_ARENA_H
#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena); /* NULL is allowed */

/* Once, before its threads begin, in a process that lives long: what large arenas held goes back to the system when they are freed. */
void arena_settle_process(void);

/* `size` zeroed bytes aligned for any object; size 0 gives a valid pointer. */
void *arena_alloc(Arena *arena, size_t size);

/* count * size, overflow checked (ends the process). */
void *arena_calloc(Arena *arena, size_t count, size_t size);

/* A copy of `old` (old_size bytes; NULL with 0 allowed) in new_size >= old_size bytes, the rest zero. */
void *arena_grow(Arena *arena, const void *old, size_t old_size, size_t new_size);

/* Runs release(object) when the arena is freed, last registered first: for objects of foreign libraries. */
void arena_defer(Arena *arena, void (*release)(void *object), void *object);

/* Bytes handed out so far: for limits at the border. */
size_t arena_used(const Arena *arena);
/* Bytes that it holds for them: what freeing it gives back. */
size_t arena_size(const Arena *arena);

#define ARENA_NEW(arena, T) ((T *)arena_alloc((arena), sizeof(T)))
#define ARENA_ARRAY(arena, T, n) ((T *)arena_calloc((arena), (n), sizeof(T)))

/* Appends to a growing array kept as pointer, count and capacity (all lvalues); evaluates to the new element's address. */
#define ARENA_PUSH(arena, ptr, n, cap)                                                                                  \
	(((n) == (cap) ? (void)((ptr) = arena_grow((arena), (ptr), (cap) * sizeof *(ptr),                                   \
	                                           ((cap) ? 2 * (cap) : 16) * sizeof *(ptr)),                               \
	                        (cap) = (cap) ? 2 * (cap) : 16)                                                             \
	               : (void)0),                                                                                          \
	 &(ptr)[(n)++])

#endif
