#include "cli/spec.h"
#include "web/peladen.h"

int cmd_serve(const Permintaan *request)
{
	const char *db = spec_value(request, OPSI_DB, NULL);
	const PeladenOptions options = {
		.db = db,
		.pada = spec_value(request, OPSI_AT, NULL),
		.alamat = spec_value(request, OPSI_LISTEN, "127.0.0.1:8080"),
		.sertifikat = spec_value(request, OPSI_TLS_CERT, NULL),
		.kunci = spec_value(request, OPSI_TLS_KEY, NULL),
		.akun = spec_value(request, OPSI_USER, NULL),
		.di_belakang_proksi = request->opsi[OPSI_PROXY].n > 0,
		.metrik_terbuka = request->opsi[OPSI_METRICS_OPEN].n > 0,
		.bahasa = request->bahasa,
	};
	ErrInfo info = {0};
	if (!db)
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --db LEDGER"), request->perintah->nama), NULL);
	if (!options.sertifikat != !options.kunci)
		return cmd_wrong(request, teks(request->bahasa, "TLS needs a certificate and its key"), teks(request->bahasa, "give both --tls-cert and --tls-key"));
	return cmd_finish(request, NULL, peladen_jalan(request->arena, &options, &info), &info);
}
