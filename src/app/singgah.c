#include "app/singgah.h"

#include "base/str.h"
#include <pthread.h>

typedef struct Simpanan {
	struct Simpanan *next;      /* used before this one */
	Singgah *singgah;
	const char *key;
	Arena *own;
	const void *value;
	size_t bytes;
	size_t held;                /* arenas that hold it */
	bool listed;
} Simpanan;

struct Singgah {
	Arena *arena;
	pthread_mutex_t mutex;
	Simpanan *newest;
	size_t bytes, bytes_max;
	size_t held;                /* arenas that hold anything of it */
	bool closed;
};

Singgah *singgah_new(size_t bytes_max)
{
	Arena *arena = arena_new();
	Singgah *s = ARENA_NEW(arena, Singgah);
	s->arena = arena;
	s->bytes_max = bytes_max;
	pthread_mutex_init(&s->mutex, NULL);
	return s;
}

/* The functions from here to singgah_free are called under the mutex. */

static void unlist(Singgah *s, Simpanan **place)
{
	Simpanan *it = *place;
	*place = it->next;
	it->listed = false;
	s->bytes -= it->bytes;
	if (!it->held)
		arena_free(it->own);
}

/* Lets go of what was used longest ago until the rest fits; the newest always stays. */
static void shrink(Singgah *s)
{
	while (s->bytes > s->bytes_max && s->newest->next) {
		Simpanan **place = &s->newest;
		while ((*place)->next)
			place = &(*place)->next;
		unlist(s, place);
	}
}

static Simpanan *find(Singgah *s, const char *key)
{
	for (Simpanan **place = &s->newest; *place; place = &(*place)->next) {
		Simpanan *it = *place;
		if (!str_equal(it->key, key))
			continue;
		*place = it->next;
		it->next = s->newest;
		return s->newest = it;
	}
	return NULL;
}

static void destroy(Singgah *s)
{
	pthread_mutex_unlock(&s->mutex);
	pthread_mutex_destroy(&s->mutex);
	arena_free(s->arena);
}

void singgah_free(Singgah *s)
{
	if (!s)
		return;
	pthread_mutex_lock(&s->mutex);
	while (s->newest)
		unlist(s, &s->newest);
	s->closed = true;
	if (!s->held)
		destroy(s);
	else
		pthread_mutex_unlock(&s->mutex);
}

static void release(void *object)
{
	Simpanan *it = object;
	Singgah *s = it->singgah;
	pthread_mutex_lock(&s->mutex);
	if (--it->held == 0 && !it->listed)
		arena_free(it->own);
	if (--s->held == 0 && s->closed)
		destroy(s);
	else
		pthread_mutex_unlock(&s->mutex);
}

static const void *hold(Singgah *s, Simpanan *it, Arena *holder)
{
	it->held++;
	s->held++;
	arena_defer(holder, release, it);
	return it->value;
}

const void *singgah_take(Singgah *s, const char *key, Arena *holder)
{
	pthread_mutex_lock(&s->mutex);
	Simpanan *it = find(s, key);
	const void *value = it ? hold(s, it, holder) : NULL;
	pthread_mutex_unlock(&s->mutex);
	return value;
}

static Simpanan *add(Singgah *s, const char *key, Arena *own, const void *value)
{
	Simpanan *it = ARENA_NEW(own, Simpanan);
	*it = (Simpanan){.next = s->newest, .singgah = s, .key = str_dup(own, key), .own = own, .value = value, .listed = true};
	it->bytes = arena_size(own);
	s->bytes += it->bytes;
	return s->newest = it;
}

static const void *put(Singgah *s, const char *key, Arena *own, const void *value, Arena *holder, bool replace)
{
	pthread_mutex_lock(&s->mutex);
	Simpanan *it = find(s, key);
	if (it && replace) {
		unlist(s, &s->newest);
		it = NULL;
	}
	if (it)
		arena_free(own);
	else
		it = add(s, key, own, value);
	value = hold(s, it, holder);
	shrink(s);
	pthread_mutex_unlock(&s->mutex);
	return value;
}

const void *singgah_put(Singgah *s, const char *key, Arena *own, const void *value, Arena *holder)
{
	return put(s, key, own, value, holder, false);
}

const void *singgah_replace(Singgah *s, const char *key, Arena *own, const void *value, Arena *holder)
{
	return put(s, key, own, value, holder, true);
}
