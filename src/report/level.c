#include "report/level.h"

const char *level_word(LevelTemuan level, Bahasa bahasa)
{
	switch (level) {
	case LEVEL_ERROR:
		return teks(bahasa, "error");
	case LEVEL_WARNING:
		return teks(bahasa, "warning");
	default:
		return teks(bahasa, "note");
	}
}

const char *level_key(LevelTemuan level)
{
	switch (level) {
	case LEVEL_ERROR:
		return "error";
	case LEVEL_WARNING:
		return "warning";
	default:
		return "note";
	}
}
