#!/bin/sh
# The region of examples/kabupaten-contoh.sh, played into a ledger and read again, in TAP: kabupaten.sh CAPAIAN
set -u
capaian=$(readlink -f "${1:-$CAPAIAN}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
n=0
status=0

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
value() { # value FILE JQ-PATH EXPECTED
	[ "$(jq -r "$2" "$1")" = "$3" ] || { jq -c "$2" "$1"; return 1; }
}
december() { # december STATE NUMBER-OF-AGENCIES
	value status.json "[.opd[].bulan[] | select(.bulan == 12 and .keadaan == \"$1\")] | length" "$2"
}
read_all() {
	"$capaian" rekap --db k.db --tahun 2023 --bulan 12 -o rekap.json && "$capaian" rekap --db k.db --tahun 2023 --bulan 11 -o november.json &&
		"$capaian" status --db k.db --tahun 2023 --format json >status.json && "$capaian" opd list --db k.db --format json >opd.json &&
		"$capaian" user list --db k.db --format json >user.json
}
handed_in_without_errors() {
	jq -r '.rows[] | select(.rata_rata != null) | .opd' rekap.json >handed-in
	[ "$(wc -l <handed-in)" -eq 23 ] || return 1
	while read -r opd; do
		"$capaian" check --db k.db --opd "$opd" --tahun 2023 --bulan 12 || return 1
	done <handed-in
}
draft_with_findings() {
	"$capaian" check --db k.db --opd 4.02 --tahun 2023 --bulan 12 --format json >draft.json
	[ $? -eq 1 ] && value draft.json '[.files[0].findings[] | select(.rule == "realisasi-lebih")] | length' 1
}
sign_and_enter() {
	run="--db k.db --at 2024-01-08T16:00"
	"$capaian" approve --tanggal 2024-01-08 --opd 1.01 --tahun 2023 --bulan 12 --as ka-dikpora $run &&
		"$capaian" set 2.17.01.2.01.0001 9500000 --opd 2.17 --tahun 2024 --bulan 1 --as sri $run
}

check "the region is played" sh -c "CAPAIAN='$capaian' sh '$here/../../examples/kabupaten-contoh.sh' k.db >users"
check "the audit chain is whole" "$capaian" audit verify --db k.db
check "it can be read" read_all
check "it has 28 agencies" value opd.json '.opd | length' 28
check "the rekap has a row each" value rekap.json '.rows | length' 28
check "23 have handed December in" value rekap.json .total.reported 23
check "all have handed November in" value november.json .total.reported 28
check "the agency of the real report keeps its figures" value rekap.json '.rows[] | select(.opd | startswith("2.17.")) | .rata_rata' 96.79
check "nine are approved" december disahkan 9
check "six are verified" december diverifikasi 6
check "eight are submitted" december diajukan 8
check "one is returned" december dikembalikan 1
check "two are drafts" december draf 2
check "two have nothing" december kosong 2
check "eleven months are locked but for two" value status.json '[.opd[].bulan[] | select(.bulan < 12 and .terkunci)] | length' 306
check "what was handed in has no error" handed_in_without_errors
check "a draft has one" draft_with_findings
check "every role can sign in" value user.json '[.pengguna[] | select(.sandi) | .peran] | unique | length' 6
check "the users are told, with their passwords" grep -q 'sri  *latihan-sri-2023' users
check "a waiting month can be signed, a new one begun" sign_and_enter
echo "1..$n"
exit $status
