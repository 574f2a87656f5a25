#!/bin/sh
# The year of examples/tahun-contoh.sh, played into a ledger and read again, in TAP: tahun.sh CAPAIAN
set -u
capaian=$(readlink -f "${1:-$CAPAIAN}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
n=0
status=0
dinas=2.17.3.30.3.31.01.0000

check() { # check TITLE COMMAND...
	title=$1
	shift
	n=$((n + 1))
	if "$@" >"$work/log" 2>&1; then
		echo "ok $n - $title"
	else
		echo "not ok $n - $title"
		sed 's/^/# /' "$work/log"
		status=1
	fi
}
reports() { # reports FOLDER: every month and revision of the agency as PDF and JSON
	mkdir "$1"
	for m in 1 2 3 4 5 6 7 8 9 10 11 12; do
		revisions=1
		[ $m -ne 6 ] || revisions="1 2"
		for r in $revisions; do
			"$capaian" report --db tahun.db --opd $dinas --tahun 2023 --bulan $m --revisi "$r" -o "$1/$m-$r.pdf" -o "$1/$m-$r.json" || return 1
		done
	done
}
figure() { # figure FILE JQ-PATH VALUE
	[ "$(jq -r "$2" "$1")" = "$3" ] || { jq -c "$2" "$1"; return 1; }
}
later_changes() {
	"$capaian" opd set $dinas --db tahun.db --as admin --at 2024-02-01 -s kepala_nama='Kepala Baru' &&
		"$capaian" policy add "$here/../../examples/kebijakan/batas-100.conf" --db tahun.db --tahun 2023 --as admin --at 2024-02-02 --reason 'coba' &&
		"$capaian" reopen --reason 'Pemeriksaan' --db tahun.db --opd $dinas --tahun 2023 --bulan 12 --as made --at 2024-02-03 &&
		"$capaian" set 2.17.01.2.06.01 55446934 --db tahun.db --opd $dinas --tahun 2023 --bulan 12 --as sri --at 2024-02-04
}
same_reports() {
	reports again && diff -r first again
}
round_trip() {
	"$capaian" export --db tahun.db -o a.json && "$capaian" import a.json --db baru.db --apply && "$capaian" export --db baru.db -o b.json && cmp a.json b.json
}
reading_changes_nothing() {
	before=$(sha256sum tahun.db)
	"$capaian" status --db tahun.db --tahun 2023 && "$capaian" rekap --db tahun.db --tahun 2023 --bulan 12 -o r.json &&
		"$capaian" rfk --db tahun.db --opd $dinas --tahun 2023 --bulan 12 -o f.pdf && "$capaian" log 3.30.06.2.01.01 --indikator 1 --db tahun.db --opd $dinas --tahun 2023 --bulan 6 &&
		[ "$before" = "$(sha256sum tahun.db)" ]
}
july_as_of_june() {
	"$capaian" report --db tahun.db --opd $dinas --tahun 2023 --bulan 6 --as-of 2023-07-10 -o asof.json && figure asof.json .revision 1 &&
		"$capaian" report --db tahun.db --opd $dinas --tahun 2023 --bulan 6 -o now.json && figure now.json .revision 2
}
plan_diff() {
	"$capaian" plan diff 2 3 --db tahun.db --opd 2.17 --tahun 2023 --format json >d.json && figure d.json .total.selisih 0.00 || figure d.json '.total.lama == .total.baru' true
}

check "the year is played" env CAPAIAN="$capaian" sh "$here/../../examples/tahun-contoh.sh" tahun.db
check "the audit chain is whole" "$capaian" audit verify --db tahun.db
check "every month and revision prints" reports first
check "December is the real one: keluaran 99,33" figure first/12-1.json .total.keluaran 99.33
check "December is the real one: rata-rata 96,79" figure first/12-1.json .total.rata_rata 96.79
check "the first revision of June" figure first/6-1.json .revision 1
check "the two revisions of June differ" sh -c '! cmp -s first/6-1.pdf first/6-2.pdf'
check "as of a day before the revision, the first stands" july_as_of_june
check "the pergeseran moves money without changing the total" plan_diff
check "reading changes nothing in the ledger" reading_changes_nothing
check "export, import, export give the same bytes" round_trip
check "agency, policy and a reopened month change afterwards" later_changes
check "every earlier month and revision prints the same bytes again" same_reports
check "the audit chain is still whole" "$capaian" audit verify --db tahun.db
echo "1..$n"
exit $status
