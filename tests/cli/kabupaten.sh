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
step() { # step COMMAND...: on the afternoon at which the region stands
	"$capaian" "$@" --db k.db --at 2024-01-08T16:00
}
draft_to_signature() { # what the list of users proposes
	setwan="--opd 4.02 --tahun 2023 --bulan 12"
	step set 4.02.02.2.05.03 13500000000 $setwan --as op-setwan && step set 4.02.01.2.01.01 361000000 $setwan --as op-setwan && step set 4.02.02.2.03.03 4700000000 $setwan --as op-setwan &&
		step set 4.02.01.2.02.03 12 -i 1 $setwan --as op-setwan && step set 4.02.01.2.02.03 48 -i 2 $setwan --as op-setwan && step set 4.02.01.2.06.02 6 -i 1 $setwan --as op-setwan &&
		step justify keluaran-penuh 'Pembahasan selesai tanpa kunjungan kerja.' $setwan --as op-setwan && step submit $setwan --as op-setwan && step verify $setwan --as made &&
		step approve $setwan --as ka-setwan --tanggal 2024-01-08 && "$capaian" report --db k.db $setwan -o setwan.pdf
}
january() {
	januari="--opd 2.17 --tahun 2024 --bulan 1"
	step import "$here/../../examples/kabupaten-contoh/isian-januari-2024.tsv" $januari --as sri --apply && step submit $januari --as sri && step verify $januari --as made &&
		step approve $januari --as kadis --tanggal 2024-01-08
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
check "a draft can be brought to its signature" draft_to_signature
check "January 2024 can be imported and brought to its signature" january
check "what waits can be signed" step approve --tanggal 2024-01-08 --opd 1.01 --tahun 2023 --bulan 12 --as ka-dikpora
check "the audit chain is still whole" "$capaian" audit verify --db k.db
echo "1..$n"
exit $status
