#!/bin/sh
# The table of rules as a page: rules_doc.sh PROGRAM en|id. Each rule with its level, sentence, explanation, and what `check` says of its smallest example.
set -eu
capaian=$(readlink -f "$1") bahasa=$2
examples=$(cd "$(dirname "$0")/../tests/check" && pwd)
export NO_COLOR=1
case $bahasa in
id) title='Aturan pemeriksaan' example='Contoh' lead='Aturan yang dipakai `capaian check`, dari tabel aturan program ini sendiri; juga `capaian rules` dan `capaian rules NAMA`. Contoh tiap aturan adalah
laporan terkecil yang memicunya, di `tests/check/NAMA/`.' ;;
*) title='The rules of check' example='Example' lead='What `capaian check` looks at, made from the table of rules; also `capaian rules` and `capaian rules NAME`. The example of each rule is the smallest report
that provokes it, in `tests/check/NAME/`.' ;;
esac
printf '# %s\n\n%s\n' "$title" "$lead"
for rule in $("$capaian" rules --lang en | sed -n 's/^\([a-z][a-z-]*\) .*/\1/p'); do
	printf '\n## %s\n\n' "$rule"
	"$capaian" rules "$rule" --lang "$bahasa" | awk 'NR == 1 { sub(/.*\(/, ""); sub(/\)$/, ""); printf "*%s:* **", $0; next } !said && /^$/ { print "**"; said = 1 } !said { printf "%s%s", gap, $0; gap = " "; next } 1'
	printf '\n%s:\n\n' "$example"
	cd "$examples/$rule"
	set -- contoh.[!e]*
	policy=
	[ ! -f kebijakan.ini ] || policy='--policy kebijakan.ini'
	# shellcheck disable=SC2086
	{ "$capaian" check $policy --lang "$bahasa" "$1" || true; } | sed '/^$/,$d' | sed 's/^/    /'
done
