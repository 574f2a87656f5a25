#!/bin/sh
# bench_web.sh BUILD: the server under load (bench_web.py); DETIK=10 makes its long part shorter than a minute.
set -eu
build=$(cd "${1:?a build folder}" && pwd)
ninja --quiet -C "$build" tests/bench/web_siap tests/bench/beban tests/bench/polos
exec python3 "$(dirname "$0")/bench_web.py" "${CAPAIAN:-$build/capaian}" "$build/tests/bench"
