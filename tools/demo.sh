#!/bin/sh
# The main job on the bundled real report: demo.sh PROGRAM
set -eu
capaian=$1
report=examples/laporan-capaian-2023-12.tsv
mkdir -p out
echo
echo "== capaian check $report"
"$capaian" check "$report" && verdict=0 || verdict=$?
[ "$verdict" -le 1 ] || exit "$verdict"
echo
echo "== capaian report $report"
"$capaian" report "$report" -o out/laporan.pdf -o out/laporan.xlsx -o out/laporan.html -o out/laporan.csv -o out/laporan.json
for file in pdf xlsx html csv json; do
	echo "  $(pwd)/out/laporan.$file"
done
echo
echo "The sum behind a number: $capaian explain $report 2.17.01 --kolom keluaran"
