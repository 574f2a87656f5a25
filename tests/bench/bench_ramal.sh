#!/bin/sh
# bench_ramal.sh BUILD: the forecast held against what came, beside two plain ways to do it.
set -eu
build=$(cd "${1:?a build folder}" && pwd)
work=$build/bench-ramal
mkdir -p "$work"
ninja -C "$build" tests/bench/bench_ramal >"$work/ninja.log" || { cat "$work/ninja.log" >&2; exit 1; }
trap 'rm -rf "$work"' EXIT
"$build/tests/bench/bench_ramal" "$work"
