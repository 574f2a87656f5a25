#include "report/icc.h"

#include <math.h>

/* Points of the tone curve; what lies between them is interpolated by the reader. */
enum { TITIK = 256, N_TAG = 9, KEPALA = 128 };

static void be16(StrBuf *b, unsigned v)
{
	strbuf_addc(b, (char)(v >> 8));
	strbuf_addc(b, (char)v);
}

static void be32(StrBuf *b, uint32_t v)
{
	be16(b, v >> 16);
	be16(b, v & 0xFFFF);
}

static void zeros(StrBuf *b, size_t n)
{
	while (n--)
		strbuf_addc(b, '\0');
}

/* A tag's data, padded to four bytes. */
static void xyz(StrBuf *b, double x, double y, double z)
{
	strbuf_add(b, "XYZ ");
	be32(b, 0);
	be32(b, (uint32_t)lround(x * 65536));
	be32(b, (uint32_t)lround(y * 65536));
	be32(b, (uint32_t)lround(z * 65536));
}

static void curve(StrBuf *b)
{
	strbuf_add(b, "curv");
	be32(b, 0);
	be32(b, TITIK);
	for (int i = 0; i < TITIK; i++) {
		double v = (double)i / (TITIK - 1), linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
		be16(b, (unsigned)lround(linear * 65535));
	}
}

static void text(StrBuf *b, const char *words)
{
	strbuf_add(b, "text");
	be32(b, 0);
	strbuf_addn(b, words, strlen(words) + 1);
}

static void description(StrBuf *b, const char *words)
{
	strbuf_add(b, "desc");
	be32(b, 0);
	be32(b, (uint32_t)strlen(words) + 1);
	strbuf_addn(b, words, strlen(words) + 1);
	zeros(b, 4 + 4 + 2 + 1 + 67); /* no Unicode and no Macintosh description */
}

void icc_srgb_add(StrBuf *out)
{
	struct { const char *name; size_t at, n; } tag[N_TAG];
	static const char *const NAME[N_TAG] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
	StrBuf data = {.arena = out->arena};
	size_t base = KEPALA + 4 + 12 * N_TAG;
	for (int i = 0; i < N_TAG; i++) {
		tag[i].name = NAME[i];
		tag[i].at = base + data.len;
		switch (i) {
		case 0: description(&data, "sRGB IEC61966-2.1"); break;
		case 1: text(&data, "No copyright"); break;
		case 2: xyz(&data, 0.96420, 1.0, 0.82491); break;      /* D50 */
		case 3: xyz(&data, 0.43607, 0.22249, 0.01392); break;  /* primaries of BT.709, adapted to D50 */
		case 4: xyz(&data, 0.38515, 0.71687, 0.09708); break;
		case 5: xyz(&data, 0.14307, 0.06061, 0.71410); break;
		case 6: curve(&data); break;
		default: tag[i].at = tag[6].at; break;                 /* one curve for all three */
		}
		tag[i].n = i > 6 ? tag[6].n : base + data.len - tag[i].at;
		zeros(&data, (4 - data.len % 4) % 4);
	}
	be32(out, (uint32_t)(base + data.len));
	zeros(out, 4);
	be32(out, 0x02100000);             /* version 2.1 */
	strbuf_add(out, "mntrRGB XYZ ");
	static const unsigned DIBUAT[6] = {2023, 1, 1, 0, 0, 0};
	for (int i = 0; i < 6; i++)
		be16(out, DIBUAT[i]);
	strbuf_add(out, "acsp");
	zeros(out, 28);
	be32(out, 0x0000F6D6);             /* illuminant of the connection space: D50 */
	be32(out, 0x00010000);
	be32(out, 0x0000D32D);
	zeros(out, 48);
	be32(out, N_TAG);
	for (int i = 0; i < N_TAG; i++) {
		strbuf_add(out, tag[i].name);
		be32(out, (uint32_t)tag[i].at);
		be32(out, (uint32_t)tag[i].n);
	}
	strbuf_addn(out, data.str, data.len);
}
