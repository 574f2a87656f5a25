#!/bin/sh
# The workbook's live formulas, computed by LibreOffice, against what is printed, in TAP: the real report, and N random reports under random policies.
#     xlsx_recalc.sh CAPAIAN [ACAK_BERKAS [N [first seed]]]
# ACAK_BERKAS writes the random reports; without it the one of a build folder with tests is taken.
set -u
here=$(cd "$(dirname "$0")" && pwd)
found=$(ls "$(dirname "$1")/tests/acak_berkas" "$here"/../../build*/tests/acak_berkas 2>/dev/null | head -n 1)
capaian=$1 acak=${2:-$found} n=${3:-60} first=${4:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 1..2
if ! command -v soffice >/dev/null; then
	echo "ok 1 - real report # SKIP LibreOffice is not installed"
	echo "ok 2 - random reports # SKIP LibreOffice is not installed"
	exit 0
fi
status=0
check() { # number title folder
	if python3 "$here/xlsx_recalc.py" "$3" >"$work/log" 2>&1; then
		echo "ok $1 - $2: $(tail -n 1 "$work/log")"
	else
		sed 's/^/# /' "$work/log"
		echo "not ok $1 - $2"
		status=1
	fi
}
mkdir "$work/real" "$work/random"
"$capaian" report "$here/../../examples/laporan-capaian-2023-12.tsv" -o "$work/real/a.xlsx" -o "$work/real/a.csv" || exit 1
check 1 "real report" "$work/real"
if [ -z "$acak" ]; then
	echo "ok 2 - random reports # SKIP no build folder with tests"
	exit $status
fi
"$acak" "$work/random" "$n" "$first" || exit 1
check 2 "$n random reports" "$work/random"
exit $status
