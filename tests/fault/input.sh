#!/bin/sh
# Bad input at the command line, in TAP: each file that is no report gets one clear message that names it, exit code 3, nothing on
# standard output, within bounded memory and time. CAPAIAN names the program; CAPAIAN_SOURCE the project (default: two folders up).
set -u
: "${CAPAIAN:?names the program}"
here=$(cd "$(dirname "$0")" && pwd)
source=${CAPAIAN_SOURCE:-$here/../..}
report=$source/examples/laporan-capaian-2023-12.tsv
work=$(mktemp -d) || exit 1
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
python3 "$here/make_bad.py" "$work" "$report" || exit 1
unset LANG LANGUAGE LC_ALL

# 1 GB of address space, 30 s; a sanitized program reserves far more than that at once, so that it only gets the time
memory=1000000
(ulimit -v $memory; "$CAPAIAN" --version) >"$work/.probe" 2>&1 || memory=unlimited

count=0
result() { # ok? name
	count=$((count + 1))
	if [ "$1" = 0 ]; then echo "ok $count - $2"; else echo "not ok $count - $2"; fi
}

# What the message must say after "capaian: FILE"; grep -E.
refuses() { # file pattern
	(ulimit -v $memory; exec timeout 30 "$CAPAIAN" --lang en check "$work/$1") >"$work/.out" 2>"$work/.err"
	code=$?
	bad=0
	[ $code = 3 ] || bad=1
	[ ! -s "$work/.out" ] || bad=1
	[ "$(wc -l <"$work/.err")" -le 2 ] || bad=1
	head -n 1 "$work/.err" | grep -qE "^capaian: $work/$1$2" || bad=1
	[ "$(sed 1d "$work/.err" | grep -cv '^  hint: ')" = 0 ] || bad=1
	result $bad "$1"
	[ $bad = 0 ] || { echo "# exit $code, expected 3 and: capaian: .../$1$2"; sed 's/^/# /' "$work/.out" "$work/.err" | head -n 10; }
}

refuses empty.csv ': the file is empty'
refuses blank.csv ': the file is empty'
refuses binary.csv ': binary data'
refuses utf32.csv ': binary data'
refuses prose.txt '.*Laporan Capaian'
refuses other.csv '.*Laporan Capaian'
refuses cp1252.csv '.*Laporan Capaian'
refuses half-report.tsv '.*Laporan Capaian'
refuses long-line.csv ':1: more than 16384 columns'
refuses quote.csv ':[0-9]+: more than [0-9]+ rows'

refuses cut.xlsx ': the workbook is cut off or damaged'
refuses cut-end.xlsx ': the workbook is cut off or damaged'
refuses head-only.xlsx ': the workbook is cut off or damaged'
refuses flipped.xlsx ': part xl/sheet.xml: '
refuses bomb.xlsx ': part xl/sheet.xml: it unpacks to more than 200 times its size'
refuses bomb-lying.xlsx ': part xl/sheet.xml: (it unpacks to more than 200 times its size|it is cut off or damaged)'
refuses many-parts.xlsx ': the packed file has more than 4096 parts'
refuses deep.xlsx ': part xl/sheet.xml: XML line 1: elements nested more than 64 deep'
refuses laughs.xlsx ': part xl/sheet.xml: XML line 1: a document type declaration'
refuses names.xlsx ': part xl/sheet.xml: XML line 1: far more element names'
refuses tag.xlsx ': part xl/sheet.xml: XML line 1: a single tag of more than 1 MB'
refuses wide.xlsx ': sheet Data: more than 10000000 cells'
refuses merges.xlsx ': sheet Data: more than 10000000 cells'
refuses encoding.xlsx ': part xl/sheet.xml: XML line 1: the XML is damaged'
refuses no-sheet.xlsx ': part xl/sheet.xml: it is missing'
refuses not-report.xlsx '.*Laporan Capaian'

refuses word.xlsx ': this is a Word document'
refuses calc.ods ': this is an OpenDocument file'
refuses binary.xlsb ': this is a binary Excel workbook'
refuses photos.zip ': this is a ZIP archive without a workbook'
refuses old.xls ': this is an old Excel workbook'
refuses locked.xlsx ': this is an Office document protected with a password'
refuses web.xls ': this is a web page'
refuses scan.pdf ': this is a PDF document'
refuses photo.jpg ': this is a picture'

refuses cut.json ':1:[0-9]+: the JSON is damaged or cut off here'
refuses other.json ':1: \$\.head: an object was expected'
refuses shape.json ':2: \$\.rows\[0\]\.pagu: a decimal number in quotes'
refuses deep.json ':1:[0-9]+: the JSON is damaged or cut off here'
refuses numbers.json ':1: \$\.head: an object was expected'
refuses large.json ': the file has 10 MB; at most 8 MB are read'

refuses sparse.xlsx ': the file has 10240 MB; at most 64 MB are read'
refuses folder.xlsx ': this is a directory'
refuses pipe.csv ': this is a pipe or a device'
refuses circle.csv ': the symbolic links run in a circle'
refuses missing.csv ': there is no such file'
if [ "$(id -u)" = 0 ]; then
	count=$((count + 1))
	echo "ok $count - closed.csv # SKIP root may read everything"
else
	refuses closed.csv ': no permission to read this file'
fi

# A bad file does not stop the others, and an existing output stays as it was.
"$CAPAIAN" --lang en check "$work/empty.csv" "$report" >"$work/.out" 2>"$work/.err"
[ $? = 3 ] && grep -q 'laporan-capaian-2023-12.tsv' "$work/.out" && [ "$(grep -c '^capaian: ' "$work/.err")" = 1 ]
result $? 'the other files are still checked'
echo before >"$work/out.csv"
"$CAPAIAN" report "$work/cut.xlsx" -o "$work/out.csv" >"$work/.out" 2>"$work/.err"
[ $? = 3 ] && [ "$(cat "$work/out.csv")" = before ]
result $? 'an existing output is left alone'
echo "1..$count"
