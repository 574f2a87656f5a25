#!/bin/sh
# Holds every rule against the smallest report that provokes it, and the right reports against silence. Prints TAP.
#
#   CAPAIAN=build/capaian tests/check/run.sh            all of them
#   CAPAIAN=build/capaian tests/check/run.sh rata-total one rule
#
# tests/check/RULE/contoh.tsv (or .csv, .xlsx, .json) is the report, contoh.expected what `capaian check` prints about it, in English;
# a kebijakan.ini beside them is its policy. Nothing but this rule may be found, except what follows from it. Files in
# tests/check/benar are right: nothing may be found at all. A rule without a directory fails, and so does a directory without a rule.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
capaian=$(readlink -f "${CAPAIAN:?set CAPAIAN to the binary}")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT INT TERM
n=0
failed=0

result() { # ok|not ok, name, file with the reason
	n=$((n + 1))
	echo "$1 $n - $2"
	if [ "$1" != ok ]; then
		failed=1
		sed 's/^/# /' "$3"
	fi
}

# Checks one file in its directory; leaves stdout, stderr and the exit code in $work.
check() {
	policy=
	[ -f kebijakan.ini ] && policy='--policy kebijakan.ini'
	# shellcheck disable=SC2086
	NO_COLOR=1 "$capaian" check $policy --lang en "$1" >"$work/out" 2>"$work/err" </dev/null
	echo $? >"$work/code"
}

roots() { # the rules that are found, but for what only follows
	sed -n 's/^[^ ].*: \(error\|warning\|note\)\[\([a-z-]*\)\]: .*/\2/p' "$work/out" | sort -u
}

expect_code() {
	if grep -q '^[^ ].*: error\[' "$work/out"; then echo 1; else echo 0; fi
}

example() { # rule
	dir=$here/$1
	: >"$work/why"
	if ! [ -d "$dir" ]; then
		echo "no directory tests/check/$1" >"$work/why"
		result 'not ok' "$1" "$work/why"
		return
	fi
	cd "$dir" || exit 1
	set -- "$1" contoh.[!e]*
	if [ $# -ne 2 ] || ! [ -f "$2" ] || ! [ -f contoh.expected ]; then
		echo "tests/check/$1 must hold one report contoh.* and contoh.expected" >"$work/why"
		result 'not ok' "$1" "$work/why"
		return
	fi
	check "$2"
	diff -u contoh.expected "$work/out" >"$work/why"
	cat "$work/err" >>"$work/why"
	[ "$(cat "$work/code")" = "$(expect_code)" ] || echo "exit code $(cat "$work/code")" >>"$work/why"
	[ "$(roots)" = "$1" ] || echo "found: $(roots | tr '\n' ' ')" >>"$work/why"
	if [ -s "$work/why" ]; then result 'not ok' "$1" "$work/why"; else result ok "$1" -; fi
}

right() { # file
	cd "$here/benar" || exit 1
	check "$1"
	cat "$work/out" "$work/err" >"$work/why"
	[ "$(cat "$work/code")" = 0 ] || echo "exit code $(cat "$work/code")" >>"$work/why"
	if [ -s "$work/why" ]; then result 'not ok' "benar/$1" "$work/why"; else result ok "benar/$1" -; fi
}

rules=$("$capaian" rules --lang en | sed -n 's/^\([a-z][a-z-]*\) .*/\1/p')
if [ $# -gt 0 ]; then
	for rule in "$@"; do example "$rule"; done
	echo "1..$n"
	exit $failed
fi

[ -n "$rules" ] || { echo 'Bail out! no rules'; exit 1; }
for rule in $rules; do example "$rule"; done
for dir in "$here"/*/; do
	name=$(basename "$dir")
	case " $(echo "$rules" | tr '\n' ' ') benar " in
	*" $name "*) ;;
	*) echo "no rule of this name" >"$work/why"; result 'not ok' "$name" "$work/why" ;;
	esac
done
for file in "$here"/benar/*; do right "$(basename "$file")"; done
for page in rules:en aturan:id; do # UPDATE=1 writes them anew
	path=$here/../../docs/${page%:*}.md
	sh "$here/../../tools/rules_doc.sh" "$capaian" "${page#*:}" >"$work/page"
	[ -z "${UPDATE:-}" ] || cp "$work/page" "$path"
	diff -u "$path" "$work/page" >"$work/why"
	if [ -s "$work/why" ]; then result 'not ok' "docs/${page%:*}.md is made from the table of rules" "$work/why"; else result ok "docs/${page%:*}.md" -; fi
done
echo "1..$n"
exit $failed
