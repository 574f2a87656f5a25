#!/bin/sh
# Plays the whole fictional Kabupaten Contoh into a new training ledger: kabupaten-contoh.sh LEDGER
#
# 28 agencies: that of tahun-contoh.sh with the December figures of the report in this folder, and 27 that are invented (kabupaten-contoh/). 2023 has twelve months: eleven locked
# nearly everywhere, December in every state on the afternoon of 8 January 2024; three agencies also have 2022; 2024 is open for entry. All persons are invented, and the passwords
# belong to this ledger alone. Ends with the list of its users. The program is build/capaian, or $CAPAIAN.
set -eu
db=${1:?"which ledger is to be made?"}
here=$(cd "$(dirname "$0")" && pwd)
capaian=${CAPAIAN:-$here/../build/capaian}
data=$here/tahun-contoh
region=$here/kabupaten-contoh
work=$(mktemp -d)
events=$work/peristiwa
trap 'rm -rf "$work"' EXIT
. "$data/dinas.sh"

user() { # user NAME ROLE FULL-NAME [OPD]
	run 2022-01-03T09:00 user add "$1" --as admin --peran "$2" --nama "$3" ${4:+--opd "$4"}
	echo "latihan-$1-2023" >>"$work/sandi"
}
agency() { # agency CODE NAME BIDANG NAME-OF-BIDANG TITLE HEAD RANK NIP
	run 2022-01-03T08:20 opd add "$1" --as admin -s nama="$2" -s kode_bidang="$3" -s nama_bidang="Urusan Pemerintahan Bidang $4" -s tempat=Contoh -s kepala_jabatan="$5" \
		-s kepala_nama="$6" -s kepala_pangkat="$7" -s kepala_nip="$8"
}

run 2022-01-03T08:10 user reset admin --as admin
run 2022-01-03T08:15 setting set periksa-publik ya --as admin
echo latihan-admin-2023 >>"$work/sandi"
agency $dinas 'Dinas Perdagangan, Perindustrian dan Koperasi, Usaha Kecil dan Menengah' 2.17 'Koperasi, Usaha Kecil, dan Menengah' 'Kepala Perangkat Daerah,' \
	'Ni Luh Contoh, M.Si' 'Pembina Tk. I (IV/b)' '19700101 199503 2 001'
user sri operator 'Sri Contoh' $dinas
user kadis kepala 'Ni Luh Contoh, M.Si' $dinas
user made verifikator 'Made Contoh'
user bupati pimpinan 'Bupati Contoh'
user inspektur auditor 'Made Contoh Bintang, S.E., M.M.'
grep -v '^#' "$region/opd.tsv" >"$work/opd.tsv"
tab=$(printf '\t')
while IFS=$tab read -r key code name bidang of_bidang title head rank nip rest; do
	agency "$code" "$name" "$bidang" "$of_bidang" "$title" "$head" "$rank" "$nip"
	user "op-$key" operator "Operator $name" "$code"
	user "ka-$key" kepala "$head" "$code"
done <"$work/opd.tsv"
user pptk-dinkes operator 'PPTK Dinas Kesehatan' 1.02.0.00.0.00.01.0000
while read -r day name; do
	run 2022-12-20T10:00 calendar holiday "$day" --nama "$name" --as made
done <<HOLIDAYS
2023-03-22 Hari Raya Nyepi
2023-04-21 Cuti Bersama Idulfitri
2023-05-01 Hari Buruh
2023-08-17 Hari Kemerdekaan
2023-12-25 Hari Natal
2024-01-01 Tahun Baru 2024
2024-02-08 Isra Mikraj
HOLIDAYS
for year in 2023 2024; do
	run $year-01-02T08:30 policy add "$here/kebijakan/bawaan.conf" --tahun $year --as admin --reason "Ditetapkan untuk tahun anggaran $year"
done
run 2023-12-18T10:00 calendar due 2024-01-05 --tahun 2023 --bulan 12 --as made

skala=94 tahun=2022
dinas_plan 0 118679500
m=1
while [ $m -le 12 ]; do
	dinas_entry $m
	hand_in $dinas sri $m 03
	verify $dinas $m 06
	approve $dinas kadis $m 08
	m=$((m + 1))
done
skala=100
dinas_2023
while IFS='|' read -r code reason; do
	run 2024-01-03T09:15 narrative permasalahan "$reason" --kode "$code" --opd $dinas --tahun 2023 --bulan 12 --as sri
done <<REASONS
3.30.04.2.02.01|Pemantauan dilakukan petugas sendiri; sewa kendaraan dan operasi pasar tidak dilaksanakan.
3.31.03.2.01.01|Kontrak aplikasi selesai di bawah pagu.
2.17.01.2.05.09|Satu dari dua pegawai belum mengikuti diklat karena bersamaan dengan pemeriksaan.
REASONS
for proof in laporan-pemantauan.pdf pantau-harga.png; do
	run 2024-01-03T09:25 evidence add "$region/bukti/$proof" --kode 3.30.04.2.02.01 --opd $dinas --tahun 2023 --bulan 12 --as sri
done
skala=103 angka_sub=4 tahun=2024
dinas_plan 0 118679500
awk -F '\t' -v work="$work" -f "$region/kabupaten.awk" "$region/opd.tsv" "$region/program.tsv" >>"$events"

"$capaian" init "$db" --pemda 99.01 --nama "Kabupaten Contoh" --training --at 2022-01-03T08:00 >"$work/out" || exit
play "$db" <"$work/sandi"
cat "$region/pengguna.txt"
