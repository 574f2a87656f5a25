#!/bin/sh
# bench_engine.sh BUILD: the roll-up of a synthetic country beside a plain read, SQLite and DuckDB, in a release build folder.
set -eu
build=$(cd "${1:?a build folder}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$build/bench-engine
mkdir -p "$work"
ninja -C "$build" tests/bench/bench_engine >"$work/ninja.log" || { cat "$work/ninja.log" >&2; exit 1; }
trap 'rm -f "$work"/*.csv "$work/rollup.json"' EXIT
"$build/tests/bench/bench_engine" "$work"
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
	echo "  DuckDB: left out, node and npm are not here"
	exit 0
fi
cp "$here/package.json" "$here/package-lock.json" "$work/"
if ! npm install --prefix "$work" --no-audit --no-fund >"$work/npm.log" 2>&1; then
	echo "  DuckDB: left out, npm cannot install @duckdb/node-api ($work/npm.log)"
	exit 0
fi
cd "$work"
node "$here/bench_duckdb.mjs" "$work"
