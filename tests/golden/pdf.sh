#!/bin/sh
# The PDF of the real report against kept references, in TAP: tests/golden/pdf.sh CAPAIAN. With UPDATE=1 it writes the references anew.
#
# pdf/text.txt is what pdftotext reads (the policy's hash and wide blanks left out), pdf/page-N.png each page in small. The text must be the same; of a page's picture at
# most PIXELS in a thousand may differ clearly, so that another version of a rasteriser passes and a moved column does not.
set -u
capaian=$1
here=$(cd "$(dirname "$0")" && pwd)
source=$here/../../examples/laporan-capaian-2023-12.tsv
ref=$here/pdf
PIXELS=15
DPI=26
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

text() { # text FILE.pdf
	pdftotext -layout "$1" - | sed 's/[0-9a-f]\{8\}…[0-9a-f]\{4\}/HASH/; s/   */  /g; s/^ *//; s/[[:space:]]*$//'
}

pictures() { # pictures FILE.pdf PREFIX
	pdftoppm -r $DPI -gray -png "$1" "$2"
	for page in "$2"-*.png; do
		convert "$page" -strip -depth 8 -posterize 16 -define png:compression-level=9 -define png:bit-depth=4 -define png:color-type=0 "$page"
	done
}

"$capaian" report "$source" -o "$work/a.pdf"
ok $? "the report is written"
pictures "$work/a.pdf" "$work/page"
if [ -n "${UPDATE:-}" ]; then
	mkdir -p "$ref"
	rm -f "$ref"/page-*.png
	cp "$work"/page-*.png "$ref"
	text "$work/a.pdf" >"$ref/text.txt"
fi

"$capaian" report "$source" -o "$work/b.pdf"
cmp -s "$work/a.pdf" "$work/b.pdf"
ok $? "a second run gives the same bytes"

text "$work/a.pdf" >"$work/text.txt"
diff -u "$ref/text.txt" "$work/text.txt" | sed 's/^/# /' | head -40
cmp -s "$ref/text.txt" "$work/text.txt"
ok $? "the text is the one kept"

grep -Eq 'JUMLAH TOTAL +14\.052\.383\.491,00 +100,00 +13\.245\.552\.743,00 +99,33 +% +94,26 +99,33 +96,79' "$work/text.txt"
ok $? "the total row reads whole"

pages=$(pdfinfo "$work/a.pdf" | sed -n 's/^Pages: *//p')
heads=$(grep -c '(7) = (5)/(4) x 100' "$work/text.txt")
[ "$heads" -eq "$pages" ]
ok $? "the head stands on each of $pages pages"

for kept in "$ref"/page-*.png; do
	name=$(basename "$kept")
	size=$(identify -format '%[fx:w*h]' "$kept")
	differ=$(compare -metric AE -fuzz 25% "$kept" "$work/$name" null: 2>&1)
	case $differ in
	*[!0-9]* | '') ok 1 "picture $name (cannot be compared: $differ)" ;;
	*)
		[ $((differ * 1000)) -le $((size * PIXELS)) ]
		ok $? "picture $name ($differ of $size pixels differ)"
		;;
	esac
done
[ "$(ls "$ref"/page-*.png | wc -l)" -eq "$pages" ]
ok $? "a picture is kept of each page"

paper() { # paper NAME WIDTH HEIGHT, in points
	"$capaian" report "$source" --paper "$1" -o "$work/$1.pdf" && pdfinfo "$work/$1.pdf" | grep -Eq "^Page size: +$2[0-9.]* x $3[0-9.]* pts"
	ok $? "paper $1"
}
paper f4 935 609
paper a4 841 595
paper legal 1008 612

"$capaian" report "$source" --as-printed -o "$work/printed.pdf"
text "$work/printed.pdf" >"$work/printed.txt"
for figure in '(99,92)' '(2.17.1)' '(99,89)' '(97,07)'; do
	grep -qF "$figure" "$work/printed.txt"
	ok $? "as printed: $figure stands beside the computed figure"
done
! grep -qF '(96,26)' "$work/printed.txt"
ok $? "as printed: a figure that agrees is not repeated"

echo "1..$n"
exit $status
