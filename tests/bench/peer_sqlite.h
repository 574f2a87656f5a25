/* peer_sqlite: the same figures of the same country by SQL in SQLite, in memory. */
#ifndef PEER_SQLITE_H
#define PEER_SQLITE_H
#include "negara.h"

typedef struct {
	double muat, hitung;          /* ms to insert the rows, to compute every level */
	double keuangan, keluaran;    /* of the country, rounded */
} HasilSql;

/* false with a message on stderr. */
bool peer_sqlite(HasilSql *out, const Negara *negara);

#endif
