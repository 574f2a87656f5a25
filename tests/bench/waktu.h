/* waktu: the clock of the benchmarks. */
#ifndef WAKTU_H
#define WAKTU_H
#include <time.h>

static inline double waktu_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

#endif
