#include "app/qr.h"

#include "base/str.h"
#include <qrencode.h>

bool qr_encode(Arena *arena, const char *text, unsigned *sisi, const char **jalur)
{
	QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	if (!code)
		return false;
	StrBuf b = {.arena = arena};
	int n = code->width;
	for (int y = 0; y < n; y++) {
		for (int x = 0, run; x < n; x += run) {
			const unsigned char *at = code->data + y * n + x;
			for (run = 1; x + run < n && (at[run] & 1) == (at[0] & 1); run++)
				;
			if (at[0] & 1)
				strbuf_addf(&b, "M%d %dh%dv1h-%dz", x, y, run, run);
		}
	}
	*sisi = (unsigned)n;
	*jalur = strbuf_text(&b);
	QRcode_free(code);
	return true;
}
