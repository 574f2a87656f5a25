#!/bin/sh
# Failing outputs at the command line, in TAP: exit code 3, one clear message that names the file, and whatever stood there before is whole.
# CAPAIAN names the program; CAPAIAN_SOURCE the project (default: two folders up).
set -u
: "${CAPAIAN:?names the program}"
here=$(cd "$(dirname "$0")" && pwd)
source=${CAPAIAN_SOURCE:-$here/../..}
report=$source/examples/laporan-capaian-2023-12.tsv
work=$(mktemp -d) || exit 1
mounted=
trap '[ -z "$mounted" ] || umount "$work/small"; chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
unset LANG LANGUAGE LC_ALL
chmod 755 "$work"

count=0
failed=0
result() { # ok? name
	count=$((count + 1))
	if [ "$1" = 0 ]; then echo "ok $count - $2"; else echo "not ok $count - $2"; failed=1; fi
}
skip() { # name reason
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

write() { # file...
	set -- $(for f in "$@"; do echo "-o $f"; done)
	timeout 60 "$CAPAIAN" --lang en report "$report" "$@" >"$work/.out" 2>"$work/.err"
}

# The program refuses to write a file: message pattern (grep -E).
refuses() { # name file pattern
	write "$2"
	code=$?
	bad=0
	[ $code = 3 ] || bad=1
	[ ! -s "$work/.out" ] || bad=1
	head -n 1 "$work/.err" | grep -qE "^capaian: cannot write $2: $3\$" || bad=1
	[ "$(sed 1d "$work/.err" | grep -cv '^  hint: ')" = 0 ] || bad=1
	result $bad "$1"
	[ $bad = 0 ] || { echo "# exit $code, expected 3 and: cannot write $2: $3"; sed 's/^/# /' "$work/.out" "$work/.err" | head -n 10; }
}

same() { # name file content
	[ "$(cat "$2")" = "$3" ]
	result $? "$1"
}

# Nothing in the folder but what is named.
only() { # name folder file...
	title=$1 folder=$2
	shift 2
	[ "$(ls -A "$folder" | sort)" = "$(printf '%s\n' "$@" | sort)" ]
	result $? "$title"
	[ "$(ls -A "$folder" | sort)" = "$(printf '%s\n' "$@" | sort)" ] || ls -A "$folder" | sed 's/^/# /'
}

refuses "a folder that is not there" "$work/none/a.csv" "no such folder"
refuses "a file in place of a folder" "$report/a.csv" "a part of the path is not a folder"
mkdir "$work/folder.csv"
refuses "a folder in place of the file" "$work/folder.csv" "it is a folder"

for format in csv json html md xlsx pdf; do
	write "$work/ok.$format"
	result $? "$format is written"
done
only "no temporary file is left" "$work" .err .out folder.csv ok.csv ok.html ok.json ok.md ok.pdf ok.xlsx

# --- no permission: only where we are not root ---
if [ "$(id -u)" != 0 ]; then
	mkdir "$work/locked"
	echo old >"$work/locked/a.csv"
	chmod 444 "$work/locked/a.csv"
	refuses "a write-protected file" "$work/locked/a.csv" "permission denied"
	chmod 555 "$work/locked"
	refuses "a write-protected folder" "$work/locked/b.csv" "permission denied"
	same "the protected file is unchanged" "$work/locked/a.csv" old
else
	skip "a write-protected file" "root may write everything (tests/unit/test_output.c covers it)"
fi

# --- a device that is full ---
ln -s /dev/full "$work/full.csv"
write "$work/full.csv"
code=$?
grep -q "the disk is full" "$work/.err" && [ $code = 3 ]
result $? "a full device"

# --- a full disk ---
mkdir "$work/small"
if mount -t tmpfs -o size=24k,mode=755 capaian-test "$work/small" 2>/dev/null; then
	mounted=1
	echo old >"$work/small/a.html"
	refuses "a full disk, new file" "$work/small/b.html" "the disk is full"
	refuses "a full disk, existing file" "$work/small/a.html" "the disk is full"
	same "the existing file is whole" "$work/small/a.html" old
	only "nothing is left on the full disk" "$work/small" a.html
	TMPDIR=$work/small
	export TMPDIR
	write "$work/ok.xlsx"
	code=$?
	[ $code = 3 ] && grep -q "XLSX" "$work/.err"
	result $? "a workbook whose temporary parts do not fit is an error, not a damaged file"
	unset TMPDIR
else
	skip "a full disk" "a small file system cannot be mounted here"
fi

# --- killed while writing: the limit on a file's size stops the process in the middle of its write ---
mkdir "$work/kill"
echo old >"$work/kill/a.html"
(ulimit -f 16; write "$work/kill/a.html") 2>/dev/null
code=$?
[ $code != 0 ]
result $? "a write stopped in the middle is not a success (exit $code)"
same "the file that was there is whole" "$work/kill/a.html" old
only "and no part of the new one is left" "$work/kill" a.html

# --- killed at any moment: the target is the old file or the new one ---
write "$work/new.html"
bad=0
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	echo old >"$work/kill/a.html"
	"$CAPAIAN" report "$report" -o "$work/kill/a.html" >/dev/null 2>&1 &
	pid=$!
	sleep "0.00$((i % 10))$((i / 10))"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	cmp -s "$work/kill/a.html" "$work/new.html" || [ "$(cat "$work/kill/a.html")" = old ] || bad=1
done
result $bad "killed at 20 moments, the file is the old or the new one"

# --- one output that fails does not spoil the others ---
write "$work/first.csv" "$work/none/b.csv"
code=$?
[ $code = 3 ] && grep -q "$work/none/b.csv" "$work/.err"
result $? "of several outputs the failing one is named"

echo "1..$count"
exit $failed
