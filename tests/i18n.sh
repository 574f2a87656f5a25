#!/bin/sh
# Every message exists in Indonesian and English, in TAP: i18n.sh SOURCE
set -eu
cd "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
find src -name '*.c' -o -name '*.h' | sort >"$folder/files"
xgettext --from-code=UTF-8 --language=C --keyword=teks:2 --keyword=TEKS:1 --files-from="$folder/files" --output="$folder/capaian.pot" --omit-header

# The messages of file $2 that file $1 lacks, as their text.
lacking() {
	msgcmp --use-untranslated --use-fuzzy "$1" "$2" 2>&1 >/dev/null | sed -n "s|^$2:\([0-9]*\): .*|\1|p" | while read -r line; do
		sed -n "$line,/^msgstr/p" "$2" | sed '/^msgstr/d; s/^msgid //'
	done
}
verdict() {
	if [ -s "$folder/faults" ]; then
		echo "not ok $1"
		sed 's/^/# /' "$folder/faults"
	else
		echo "ok $1"
	fi
}
echo 1..3
{ lacking po/id.po "$folder/capaian.pot"; msgattrib --untranslated --no-obsolete po/id.po | sed -n 's/^msgid/untranslated:/p'; } >"$folder/faults"
verdict "1 - every message of the source has an Indonesian text"
msgfmt --check-format -o /dev/null po/id.po 2>"$folder/faults" || true
verdict "2 - the formats of both languages agree"
lacking "$folder/capaian.pot" po/id.po >"$folder/faults"
verdict "3 - the catalogue holds no message that the program no longer has"
