#!/bin/sh
# Measures, each beside a named peer in the same run. Ratios matter, not absolute times.
set -eu
cd "$(dirname "$0")/.."
sh tools/setup_tests.sh build "${PREFIX:-/usr/local}"
ninja -C build >/dev/null
missed=
for bench in tests/bench/bench_*.sh; do
	echo
	echo "== ${bench##*/}"
	CAPAIAN=$(pwd)/build/capaian sh "$bench" build || missed="$missed ${bench##*/}"
done
[ -z "$missed" ] || { echo; echo "Bounds were missed in:$missed"; exit 1; }
