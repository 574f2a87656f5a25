#!/bin/sh
# kill -9 of the command itself, in TAP: capaian set and capaian import --apply are killed at moments spread over their running time; a number that was printed is in the ledger, the
# ledger is whole, no import is there by halves. FAULT_SETS sets the number of saves (24).
set -u
capaian=$(realpath "$1") source=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
opd=2.17.3.30.3.31.01.0000
sets=${FAULT_SETS:-24}
echo 1..4

"$capaian" init b.db --pemda 99.01 --nama 'Kabupaten Contoh' --training --at 2023-01-02T08:00 >log 2>&1 &&
	"$capaian" opd add $opd --db b.db --as admin --at 2023-01-02T08:00 -s nama=Dinas >>log 2>&1 &&
	"$capaian" user add sri --db b.db --as admin --at 2023-01-02T08:00 --peran operator --opd $opd --nama Sri </dev/null >>log 2>&1 &&
	"$capaian" plan import "$source/examples/laporan-capaian-2023-12.tsv" --db b.db --opd $opd --tahun 2023 --tanggal 2023-01-02 --nomor DPA --as sri --at 2023-01-02T09:00 --apply >>log 2>&1 ||
	{ sed 's/^/# /' log; echo "not ok 1 - a ledger to work on"; exit 1; }
echo "ok 1 - a ledger to work on"

# How long one save takes here, in milliseconds: the kills are spread over it and a half more.
start=$(date +%s%3N)
"$capaian" set 2.17.01.2.01.01 1 --db b.db --opd $opd --tahun 2023 --bulan 1 --as sri --at 2023-02-01T08:00 >ack.0 2>>log
takes=$(($(date +%s%3N) - start + 1))
i=0 printed=0 lost=0 broken=0
while [ $i -lt "$sets" ]; do
	i=$((i + 1))
	"$capaian" set 2.17.01.2.01.01 $((i + 1)) --db b.db --opd $opd --tahun 2023 --bulan 1 --as sri --at 2023-02-01T08:00 >ack.$i 2>>log &
	child=$!
	pause=$((i * 37 % (takes * 3 / 2)))
	sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
	kill -9 $child 2>/dev/null
	wait $child 2>/dev/null
	[ $((i % 8)) -ne 0 ] || "$capaian" audit verify --db b.db >>log 2>&1 || broken=$((broken + 1))
done
"$capaian" log 2.17.01.2.01.01 --db b.db --opd $opd --tahun 2023 --bulan 1 --format json >riwayat.json
for n in $(seq 0 "$sets"); do
	id=$(cat ack.$n)
	[ -n "$id" ] || continue
	printed=$((printed + 1))
	jq -e --argjson id "$id" --arg value "$((n + 1)).00" '[.riwayat[] | select(.fakta == $id and .nilai == $value)] | length == 1' riwayat.json >/dev/null || lost=$((lost + 1))
done
echo "# $sets kills, $printed numbers printed"
[ $lost -eq 0 ] && [ $printed -gt 0 ] && echo "ok 2 - every number that was printed is in the ledger" || echo "not ok 2 - $lost of $printed lost"
[ $broken -eq 0 ] && "$capaian" audit verify --db b.db >>log 2>&1 && echo "ok 3 - the ledger stays whole" || echo "not ok 3 - the ledger stays whole"

# Imports of a whole month: all of its entries or none.
start=$(date +%s%3N)
cp b.db a.db
import() { exec "$capaian" import "$source/examples/laporan-capaian-2023-12.tsv" --db "$1" --opd $opd --tahun 2023 --bulan 12 --as sri --at 2024-01-02T08:00 --apply --reason uji; }
count() { "$capaian" audit anchor --db "$1" --format json | jq .id; }
before=$(count a.db)
(import a.db >>log 2>&1) || { tail -5 log | sed 's/^/# /'; echo "not ok 4 - an import"; exit 1; }
takes=$(($(date +%s%3N) - start + 1)) after=$(count a.db) bad=0 none=0 all=0
for i in $(seq 1 $((sets / 2))); do
	cp b.db a.db
	import a.db >/dev/null 2>&1 &
	child=$!
	pause=$((takes * i * 2 / sets))
	sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
	kill -9 $child 2>/dev/null
	wait $child 2>/dev/null
	"$capaian" audit verify --db a.db >>log 2>&1 || bad=$((bad + 1))
	case $(count a.db) in "$before") none=$((none + 1)) ;; "$after") all=$((all + 1)) ;; *) bad=$((bad + 1)) ;; esac
	rm -f a.db a.db-wal a.db-shm
done
echo "# $none imports left nothing, $all everything ($before and $after entries)"
[ $bad -eq 0 ] && [ "$after" -gt "$before" ] && echo "ok 4 - no import is there by halves" || echo "not ok 4 - $bad imports by halves or broken"
