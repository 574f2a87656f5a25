#!/bin/sh
# CSV, JSON, Markdown, HTML and XLSX of the real report against kept references, in TAP: formats.sh CAPAIAN. With UPDATE=1 it writes the references
# anew. The policy's hash is left out: it changes with the wording of the policy file.
set -u
capaian=$1
here=$(cd "$(dirname "$0")" && pwd)
source=$here/../../examples/laporan-capaian-2023-12.tsv
ref=$here/formats
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
status=0

ok() { # ok RESULT TITLE
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		status=1
	fi
}

readable() { # readable FILE
	case $1 in
	*.xlsx) python3 "$here/xlsx_dump.py" "$1" ;;
	*) cat "$1" ;;
	esac | sed 's/[0-9a-f]\{8\}…[0-9a-f]\{4\}/HASH/; s/"hash": "[0-9a-f]*"/"hash": "HASH"/'
}

kept() { # kept NAME
	readable "$work/$1" >"$work/$1.txt"
	[ -z "${UPDATE:-}" ] || { mkdir -p "$ref" && cp "$work/$1.txt" "$ref/$1.txt"; }
	diff -u "$ref/$1.txt" "$work/$1.txt" | sed 's/^/# /' | head -40
	cmp -s "$ref/$1.txt" "$work/$1.txt"
	ok $? "$1 is the one kept"
}

FORMATS="csv json md html xlsx"
for f in $FORMATS; do set -- "$@" -o "$work/laporan.$f"; done
shift
"$capaian" report "$source" "$@"
ok $? "all formats are written at once"
for f in $FORMATS; do
	kept "laporan.$f"
	TZ=Asia/Jayapura LANG=C "$capaian" report "$source" -o "$work/again.$f"
	cmp -s "$work/laporan.$f" "$work/again.$f"
	ok $? "$f: a second run in another time zone gives the same bytes"
done

for f in csv json xlsx; do
	"$capaian" report "$work/laporan.$f" -o "$work/again.json"
	python3 - "$work/laporan.json" "$work/again.json" <<'P'
import json, sys
from decimal import Decimal
a, b = (json.load(open(p)) for p in sys.argv[1:])
for row in a["rows"] + b["rows"]:   # the form prints codes and numbers in their canonical shape, a spreadsheet no zeros
    row["kode_as_written"] = row["kode"]
    row["nomor"] = row["nomor"].replace(",", ".")
    for ind in row["indikator"]:
        for key in "target", "realisasi":
            ind[key] = ind[key] and Decimal(ind[key])
sys.exit(a != b)
P
	ok $? "$f: read back and reported again, it says the same"
done

"$capaian" report "$source" --as-printed -o "$work/tercetak.html" -o "$work/tercetak.csv" -o "$work/tercetak.json" -o "$work/tercetak.xlsx"
grep -qF '<ins>91,60</ins> <del>99,92</del>' "$work/tercetak.html"
ok $? "as printed: HTML marks what was printed"
grep -qF '91,60 (99,92)' "$work/tercetak.csv"
ok $? "as printed: CSV has it in brackets"
grep -qF '"keluaran": "99,92"' "$work/tercetak.json"
ok $? "as printed: JSON has it beside"
readable "$work/tercetak.xlsx" >"$work/tercetak.txt"
grep -qF '[$-421]#,##0.00" (99,92)"' "$work/tercetak.txt"
ok $? "as printed: XLSX shows it by the number's format, and the number stays a number"

echo "1..$n"
exit $status
