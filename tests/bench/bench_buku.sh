#!/bin/sh
# bench_buku.sh BUILD: a ledger of a synthetic region at 1/100, 1/10 and full size, beside a bare SQLite, in a release build folder.
set -eu
build=$(cd "${1:?a build folder}" && pwd)
work=$build/bench-buku
mkdir -p "$work"
ninja -C "$build" tests/bench/bench_buku >"$work/ninja.log" || { cat "$work/ninja.log" >&2; exit 1; }
trap 'rm -rf "$work"' EXIT
"$build/tests/bench/bench_buku" "$work" "${CAPAIAN:-$build/capaian}"
