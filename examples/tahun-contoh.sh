#!/bin/sh
# Plays a year of the fictional Kabupaten Contoh into a new training ledger: tahun-contoh.sh LEDGER
#
# One agency has the plan and the December figures of the report in this folder; its earlier months, the other agencies and all persons are invented. The year has a DPA, a
# pergeseran and a DPPA, twelve months handed in, one returned, one reopened as revision 2. The program is build/capaian, or $CAPAIAN.
set -eu
db=${1:?"which ledger is to be made?"}
here=$(cd "$(dirname "$0")" && pwd)
capaian=${CAPAIAN:-$here/../build/capaian}
data=$here/tahun-contoh
work=$(mktemp -d)
events=$work/peristiwa
trap 'rm -rf "$work"' EXIT
. "$data/dinas.sh"
pendidikan=1.01.0.00.0.00.01.0000
kesehatan=1.02.0.00.0.00.01.0000

"$capaian" init "$db" --pemda 99.01 --nama "Kabupaten Contoh" --training --at 2023-01-02T08:00 >"$work/out" || exit
run 2023-01-02T08:10 opd add $dinas --as admin -s nama='Dinas Perdagangan, Perindustrian dan Koperasi, Usaha Kecil dan Menengah' -s kode_bidang=2.17 \
	-s nama_bidang='Urusan Pemerintahan Bidang Koperasi, Usaha Kecil, dan Menengah' -s tempat=Contoh -s kepala_jabatan='Kepala Perangkat Daerah,' \
	-s kepala_nama='Ni Luh Contoh, M.Si' -s kepala_pangkat='Pembina Tk. I (IV/b)' -s kepala_nip='19700101 199503 2 001'
run 2023-01-02T08:20 opd add $pendidikan --as admin -s nama='Dinas Pendidikan' -s kode_bidang=1.01 -s nama_bidang='Urusan Pemerintahan Bidang Pendidikan' -s tempat=Contoh \
	-s kepala_jabatan='Kepala Dinas Pendidikan,' -s kepala_nama='I Made Contoh, M.Pd' -s kepala_pangkat='Pembina Utama Muda (IV/c)' -s kepala_nip='19680202 199303 1 002'
run 2023-01-02T08:30 opd add $kesehatan --as admin -s nama='Dinas Kesehatan' -s kode_bidang=1.02 -s nama_bidang='Urusan Pemerintahan Bidang Kesehatan' -s tempat=Contoh \
	-s kepala_jabatan='Kepala Dinas Kesehatan,' -s kepala_nama='dr. Ketut Contoh' -s kepala_pangkat='Pembina Tk. I (IV/b)' -s kepala_nip='19690303 199403 1 003'
while read -r user role name opd; do
	run 2023-01-02T09:00 user add "$user" --as admin --peran "$role" --nama "$name" ${opd:+--opd "$opd"}
	echo "latihan-$user-2023" >>"$work/sandi"
done <<USERS
sri operator Sri $dinas
kadis kepala Luh $dinas
rai operator Rai $pendidikan
kadisdik kepala Made $pendidikan
made verifikator Made
bupati pimpinan Bupati
inspektur auditor Inspektur
USERS
dinas_2023
for opd in $pendidikan $kesehatan; do
	urusan=$(echo "$opd" | cut -c1-4)
	printf 'Kode\tNama\tIndikator\tPagu\tTarget\tSatuan\n%s.02\t1 Program Pelayanan\t\t\t\t\n%s.02.2.01\t1.1 Kegiatan Pelayanan Dasar\t\t\t\t\n' "$urusan" "$urusan" >"$work/$urusan.tsv"
	printf '%s.02.2.01.01\t1.1.1 Sub Kegiatan Layanan Pertama\tJumlah Layanan\t4250000000\t120.00\tLayanan\n' "$urusan" >>"$work/$urusan.tsv"
	printf '%s.02.2.01.02\t1.1.2 Sub Kegiatan Layanan Kedua\tJumlah Laporan\t1750000000\t12.00\tLaporan\n' "$urusan" >>"$work/$urusan.tsv"
	run 2023-01-04T09:00 plan import "$work/$urusan.tsv" --opd "$opd" --tahun 2023 --nomor "DPA/$urusan/2023" --tanggal 2023-01-04 --as made --apply
done

for cell in '1.01.02.2.01.01 4101250000' '1.01.02.2.01.02 1702500000'; do
	run 2024-01-09T09:00 set ${cell% *} "${cell#* }" --opd $pendidikan --tahun 2023 --bulan 12 --as rai
done
for cell in '1.01.02.2.01.01 118' '1.01.02.2.01.02 12'; do
	run 2024-01-09T09:10 set ${cell% *} --indikator 1 "${cell#* }" --opd $pendidikan --tahun 2023 --bulan 12 --as rai
done
hand_in $pendidikan rai 12 12
verify $pendidikan 12 15
approve $pendidikan kadisdik 12 16
play "$db" <"$work/sandi"
