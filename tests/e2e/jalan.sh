#!/bin/sh
# Browser tests on the invented region, each with a ledger and a server of its own: jalan.sh CAPAIAN [TEST.mjs...]; all without a name.
# CAPAIAN_GAMBAR: a folder for screenshots. CAPAIAN_BUKU: a ledger of the region that is there already.
set -eu
capaian=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- $(cd "$here" && ls ./*.mjs | grep -v bantu)
if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ] || ! command -v npm >/dev/null; then
	echo "1..0 # SKIP no Chromium or no npm"
	exit 0
fi
lock=$here/node_modules/.capaian-lock
if [ ! -f "$lock" ] || [ "$(cat "$lock")" != "$(sha256sum <"$here/package-lock.json")" ]; then
	(cd "$here" && npm ci --ignore-scripts --prefer-offline --no-fund --no-audit >&2)
	sha256sum <"$here/package-lock.json" >"$lock"
fi
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
region=${CAPAIAN_BUKU:-}
if [ -z "$region" ]; then
	region=$work/asal.db
	CAPAIAN=$capaian sh "$here/../../examples/kabupaten-contoh.sh" "$region" >"$work/contoh.log"
fi
cp "$region" "$work/dua.db" # a second operator of the same agency, for conflicts
echo latihan-pptk-setwan-2023 | "$capaian" user add pptk-setwan --as admin --peran operator --nama 'PPTK Sekretariat' --opd 4.02.0.00.0.00.01.0000 --db "$work/dua.db" >/dev/null
status=0
port=$((20000 + $$ % 20000))
for test; do
	cp "$work/dua.db" "$work/uji.db"
	"$capaian" serve --db "$work/uji.db" --listen "127.0.0.1:$port" >"$work/server.log" 2>&1 &
	server=$!
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		sleep 0.3
		curl -sf "http://127.0.0.1:$port/healthz" >/dev/null && break
	done
	(cd "$here" && CAPAIAN_ALAMAT="http://127.0.0.1:$port" CAPAIAN_PROGRAM="$capaian" CAPAIAN_LEDGER="$work/uji.db" node "$test") || status=1
	kill "$server"
	wait "$server" || true
	server=
	rm -f "$work"/uji.db*
	port=$((port + 1))
done
exit "$status"
