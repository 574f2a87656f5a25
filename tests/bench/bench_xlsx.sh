#!/bin/sh
# bench_xlsx.sh BUILD: reading a 50.000-row workbook beside openpyxl (bench_xlsx.py), in a release build folder.
set -e
build=${1:?a build folder}
ninja -C "$build" tests/bench/xlsx_make tests/bench/xlsx_read >/dev/null
exec /usr/bin/python3 "$(dirname "$0")/bench_xlsx.py" "$build/tests/bench"
