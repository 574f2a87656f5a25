#include "engine/check.h"

const Aturan ATURAN_ANGKA[] = {
	{0},
};
