#include "domain/draf.h"

Posisi draf_posisi(const Draf *draf, Tertulis cell)
{
	return (Posisi){draf->buku->berkas, draf->grid ? draf->grid->nama : NULL, cell.baris, cell.kolom};
}
