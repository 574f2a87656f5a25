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

# A region to walk through in the browser; made anew only when what it is made by has changed.
region=out/contoh.db
if [ ! -f $region ] || [ -n "$(find "$capaian" examples/kabupaten-contoh* examples/tahun-contoh -newer $region)" ]; then
	echo
	echo "== examples/kabupaten-contoh.sh $region"
	rm -f out/contoh-baru.db*
	CAPAIAN=$capaian sh examples/kabupaten-contoh.sh out/contoh-baru.db >out/contoh.log
	rm -f $region-wal $region-shm
	mv out/contoh-baru.db $region
fi
cat examples/kabupaten-contoh/pengguna.txt
serve="$capaian serve --db $region --at 2024-01-08T16:00"
if [ -t 1 ]; then
	echo "The web application (Ctrl+C ends it; requests are logged in out/demo.log):"
	$serve 2>out/demo.log || { grep -v '^{' out/demo.log >&2; exit 1; }
else
	echo "The web application, at http://127.0.0.1:8080: $serve"
fi
