/* lambat: watches clients that send a byte now and then only to keep their place. Who has not sent the head of a request within LAMBAT_KEPALA seconds, or sends
 * a body at less than LAMBAT_LAJU bytes a second in the long run, is cut off; the idle limit of the server library alone would let him go on for ever. */
#ifndef CAPAIAN_WEB_LAMBAT_H
#define CAPAIAN_WEB_LAMBAT_H
#include "base/arena.h"

enum { LAMBAT_KEPALA = 20, LAMBAT_LAJU = 4096 };

typedef struct Lambat Lambat;
typedef struct Klien Klien;

/* Starts a thread, for `n` connections at most. */
Lambat *lambat_mulai(Arena *arena, size_t n);
void lambat_selesai(Lambat *lambat);

/* A connection is there, and gone (said before its descriptor is closed); never more than n at one time. */
Klien *lambat_datang(Lambat *lambat, int fd);
void lambat_pergi(Lambat *lambat, Klien *klien);

/* Puts something of the request that is being read in the connection's keeping and gives back what was there before: the server library does not always say that
 * a request with too long a head has ended, but of the connection it does. */
void *lambat_titip(Klien *klien, void *isi);

/* What the connection is at. */
void lambat_kepala(Klien *klien);             /* the head of the next request is due */
void lambat_badan(Klien *klien, size_t n);    /* its body, of which n bytes are here */
void lambat_kita(Klien *klien);               /* it is our turn: the client may wait */

#endif
