#include "base/arena.h"

#include <assert.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Blok {
	struct Blok *next;
	max_align_t data[];
} Blok;

typedef struct Deferred {
	struct Deferred *next;
	void (*release)(void *);
	void *object;
} Deferred;

struct Arena {
	Blok *blok;
	char *free;
	size_t left, used, size;
	Deferred *deferred;
};

enum { BLOK_MIN = 4 * 1024, BLOK_MAX = 64 * 1024 };

static _Noreturn void out_of_memory(size_t size)
{
	fprintf(stderr, "capaian: out of memory (%zu bytes)\n", size);
	abort();
}

static void *must_calloc(size_t size)
{
	void *p = calloc(1, size);
	if (!p)
		out_of_memory(size);
	return p;
}

Arena *arena_new(void)
{
	return must_calloc(sizeof(Arena));
}

void arena_settle_process(void)
{
	enum { HEAPS = 4, MAPPED = 256 * 1024, KEPT = 512 * 1024 };
	mallopt(M_ARENA_MAX, HEAPS);
	mallopt(M_MMAP_THRESHOLD, MAPPED);
	mallopt(M_TRIM_THRESHOLD, KEPT);
}

void arena_free(Arena *arena)
{
	if (!arena)
		return;
	for (Deferred *d = arena->deferred; d; d = d->next)
		d->release(d->object);
	for (Blok *b = arena->blok, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	free(arena);
}

static void *blok_add(Arena *arena, size_t size)
{
	if (size > SIZE_MAX - sizeof(Blok))
		out_of_memory(size);
	Blok *b = must_calloc(sizeof(Blok) + size);
	b->next = arena->blok;
	arena->blok = b;
	arena->size += sizeof(Blok) + size;
	return b->data;
}

#ifndef CAPAIAN_DEBUG
/* An arena doubles: small ones stay small. */
static size_t blok_size(const Arena *arena)
{
	return arena->size < BLOK_MIN ? BLOK_MIN : arena->size < BLOK_MAX ? arena->size : BLOK_MAX;
}
#endif

void *arena_alloc(Arena *arena, size_t size)
{
	assert(arena);
	const size_t align = sizeof(max_align_t);
	if (size > SIZE_MAX / 2)
		out_of_memory(size);
	size = size ? (size + align - 1) / align * align : align;
	arena->used += size;
#ifdef CAPAIAN_DEBUG
	return blok_add(arena, size);
#else
	size_t blok = blok_size(arena);
	if (size > blok / 4)
		return blok_add(arena, size);
	if (size > arena->left) {
		arena->free = blok_add(arena, blok);
		arena->left = blok;
	}
	void *p = arena->free;
	arena->free += size;
	arena->left -= size;
	return p;
#endif
}

void *arena_calloc(Arena *arena, size_t count, size_t size)
{
	size_t total;
	if (__builtin_mul_overflow(count, size, &total))
		out_of_memory(SIZE_MAX);
	return arena_alloc(arena, total);
}

void *arena_grow(Arena *arena, const void *old, size_t old_size, size_t new_size)
{
	assert(new_size >= old_size);
	void *p = arena_alloc(arena, new_size);
	if (old_size)
		memcpy(p, old, old_size);
	return p;
}

void arena_defer(Arena *arena, void (*release)(void *object), void *object)
{
	Deferred *d = ARENA_NEW(arena, Deferred);
	*d = (Deferred){arena->deferred, release, object};
	arena->deferred = d;
}

size_t arena_used(const Arena *arena)
{
	return arena->used;
}

size_t arena_size(const Arena *arena)
{
	return sizeof *arena + arena->size;
}
