#!/bin/sh
# Plays a year of the fictional Kabupaten Contoh into a new training ledger: tahun-contoh.sh LEDGER
#
# One agency has the plan and the December figures of the report in this folder; its earlier months, the other agencies and all persons are invented. The year has a DPA, a
# pergeseran and a DPPA, twelve months handed in, one returned, one reopened as revision 2. The program is build/capaian, or $CAPAIAN.
set -eu
db=${1:?"which ledger is to be made?"}
here=$(cd "$(dirname "$0")" && pwd)
capaian=${CAPAIAN:-$here/../build/capaian}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dinas=2.17.3.30.3.31.01.0000
pendidikan=1.01.0.00.0.00.01.0000
kesehatan=1.02.0.00.0.00.01.0000

run() { # run TIME COMMAND...: a command on the ledger, quiet unless it fails
	when=$1
	shift
	"$capaian" "$@" --db "$db" --at "$when" >"$work/out" 2>&1 || { cat "$work/out" >&2; echo "failed: capaian $*" >&2; exit 1; }
}

# The rows of dinas.tsv as a table: "laporan" (a report, by which the echoed percentages of parents are known), "kas" (a plan with its cash plan), or
# "bulan" (what was reached by month m). shift moves budget between two sub kegiatan, harga that of one.
table() { # table KIND SHIFT HARGA MONTH
	awk -F '\t' -v kind="$1" -v shift="$2" -v harga="$3" -v m="$4" '
	BEGIN {
		OFS = "\t"
		split("4 9 15 22 30 39 48 58 68 79 90 100", w, " ")
		if (kind == "kas") {
			printf "Kode\tNama\tIndikator\tPagu\tTarget\tSatuan"
			split("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember", name, " ")
			for (b = 1; b <= 12; b++) printf "\tKas %s", name[b]
			print ""
		} else {
			print "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN PERANGKAT DAERAH"
			print "Kode", "Nama", "Indikator", "Pagu (Rp)", "Target Volume", "Realisasi Anggaran (Rp)", "Realisasi Volume", "Satuan", "Capaian Keluaran (%)"
		}
	}
	/^#/ { next }
	{
		if ($1 != "") kode = $1
		sub_kegiatan = split(kode, part, ".") == 6
		if (sub_kegiatan && $1 != "") row++
		pagu = $4
		if (kode == "2.17.01.2.06.01" && pagu != "") pagu -= shift
		if (kode == "2.17.01.2.06.02" && pagu != "") pagu += shift
		if (kode == "3.30.04.2.02.01" && pagu != "") pagu = harga
		if (kind == "kas") {
			printf "%s\t%s\t%s\t%s\t%s\t%s", $1, $2, $3, pagu == "" ? "" : sprintf("%.0f", pagu), $6, $8
			left = pagu
			for (b = 1; b <= 12 && pagu != ""; b++) {
				part_of = b == 12 ? left : int(pagu * (w[b] - (b > 1 ? w[b - 1] : 0)) / 100)
				left -= part_of
				printf "\t%.0f", part_of
			}
			print ""
			next
		}
		share = m == 12 ? 100 : w[m] * (90 + 5 * (row % 5)) / 100
		if (share > 100) share = 100
		money = $5 == "" ? "" : sprintf("%.0f", int($5 * share / 100))
		volume = $7 == "" ? "" : m == 12 ? $7 : sprintf("%.0f.00", int($7 * share / 100))
		if (kind == "laporan") {
			money = ""
			volume = sub_kegiatan ? "" : "100.00"
		}
		print $1, $2, $3, pagu == "" ? "" : sprintf("%.0f", pagu), $6, money, volume, $8, kind == "laporan" && !sub_kegiatan ? "100.00" : ""
	}' "$here/tahun-contoh/dinas.tsv"
}

month() { # month M: two digits
	printf '%02d' "$1"
}
after() { # after M DAY: that day of the month after
	if [ "$1" -eq 12 ]; then echo "2024-01-$2"; else echo "2023-$(month $(($1 + 1)))-$2"; fi
}
hand_in() { # hand_in OPD OPERATOR M DAY
	run "$(after "$3" "$4")T09:30" submit --opd "$1" --tahun 2023 --bulan "$3" --as "$2"
}
verify() { # verify OPD M DAY
	run "$(after "$2" "$3")T10:00" verify --opd "$1" --tahun 2023 --bulan "$2" --as made
}
approve() { # approve OPD HEAD M DAY
	run "$(after "$3" "$4")T11:00" approve --opd "$1" --tahun 2023 --bulan "$3" --as "$2" --tanggal "$(after "$3" "$4")"
}
say() {
	[ ! -t 1 ] || echo "  $*"
}

"$capaian" init "$db" --pemda 99.01 --nama "Kabupaten Contoh" --training --at 2023-01-02T08:00 >"$work/out" || exit
run 2023-01-02T08:10 opd add $dinas --as admin -s nama='Dinas Perdagangan, Perindustrian dan Koperasi, Usaha Kecil dan Menengah' -s kode_bidang=2.17 \
	-s nama_bidang='Urusan Pemerintahan Bidang Koperasi, Usaha Kecil, dan Menengah' -s tempat=Contoh -s kepala_jabatan='Kepala Perangkat Daerah,' \
	-s kepala_nama='Ni Luh Contoh, M.Si' -s kepala_pangkat='Pembina Tk. I (IV/b)' -s kepala_nip='19700101 199503 2 001'
run 2023-01-02T08:20 opd add $pendidikan --as admin -s nama='Dinas Pendidikan' -s kode_bidang=1.01 -s nama_bidang='Urusan Pemerintahan Bidang Pendidikan' -s tempat=Contoh \
	-s kepala_jabatan='Kepala Dinas Pendidikan,' -s kepala_nama='I Made Contoh, M.Pd' -s kepala_pangkat='Pembina Utama Muda (IV/c)' -s kepala_nip='19680202 199303 1 002'
run 2023-01-02T08:30 opd add $kesehatan --as admin -s nama='Dinas Kesehatan' -s kode_bidang=1.02 -s nama_bidang='Urusan Pemerintahan Bidang Kesehatan' -s tempat=Contoh \
	-s kepala_jabatan='Kepala Dinas Kesehatan,' -s kepala_nama='dr. Ketut Contoh' -s kepala_pangkat='Pembina Tk. I (IV/b)' -s kepala_nip='19690303 199403 1 003'
while read -r user role name opd; do
	echo "latihan-$user-2023" | "$capaian" user add "$user" --db "$db" --at 2023-01-02T09:00 --as admin --peran "$role" --nama "$name" ${opd:+--opd "$opd"} >"$work/out" 2>&1 ||
		{ cat "$work/out" >&2; exit 1; }
done <<USERS
sri operator Sri $dinas
kadis kepala Luh $dinas
rai operator Rai $pendidikan
kadisdik kepala Made $pendidikan
made verifikator Made
bupati pimpinan Bupati
inspektur auditor Inspektur
USERS

say "DPA"
table laporan 5000000 150000000 0 >"$work/dpa.tsv"
run 2023-01-03T09:00 plan import "$work/dpa.tsv" --opd $dinas --tahun 2023 --nomor DPA/2.17/2023 --tanggal 2023-01-03 --as sri --apply
table kas 5000000 150000000 0 >"$work/kas.tsv"
run 2023-01-03T09:10 plan import "$work/kas.tsv" --opd $dinas --tahun 2023 --jenis murni --nomor DPA-AK/2.17/2023 --tanggal 2023-01-03 --as sri --apply
for opd in $pendidikan $kesehatan; do
	urusan=$(echo "$opd" | cut -c1-4)
	printf 'Kode\tNama\tIndikator\tPagu\tTarget\tSatuan\n%s.02\t1 Program Pelayanan\t\t\t\t\n%s.02.2.01\t1.1 Kegiatan Pelayanan Dasar\t\t\t\t\n' "$urusan" "$urusan" >"$work/lain.tsv"
	printf '%s.02.2.01.01\t1.1.1 Sub Kegiatan Layanan Pertama\tJumlah Layanan\t4250000000\t120.00\tLayanan\n' "$urusan" >>"$work/lain.tsv"
	printf '%s.02.2.01.02\t1.1.2 Sub Kegiatan Layanan Kedua\tJumlah Laporan\t1750000000\t12.00\tLaporan\n' "$urusan" >>"$work/lain.tsv"
	run 2023-01-04T09:00 plan import "$work/lain.tsv" --opd "$opd" --tahun 2023 --nomor "DPA/$urusan/2023" --tanggal 2023-01-04 --as made --apply
done

m=1
while [ $m -le 12 ]; do
	say "bulan $m"
	case $m in
	5)
		table kas 2000000 150000000 0 >"$work/pergeseran.tsv"
		run 2023-05-20T09:00 plan import "$work/pergeseran.tsv" --opd $dinas --tahun 2023 --jenis pergeseran --nomor DPPA-1/2.17/2023 --tanggal 2023-05-20 --as sri --apply
		;;
	9)
		table kas 0 118679500 0 >"$work/dppa.tsv"
		run 2023-09-25T09:00 plan import "$work/dppa.tsv" --opd $dinas --tahun 2023 --jenis perubahan --nomor DPPA/2.17/2023 --tanggal 2023-09-25 --as sri --apply
		;;
	esac
	table bulan 0 118679500 $m >"$work/bulan.tsv"
	day=$(after $m 03)
	run "${day}T09:00" import "$work/bulan.tsv" --opd $dinas --tahun 2023 --bulan $m --as sri --apply
	run "${day}T09:10" narrative permasalahan 'Penarikan dana belum merata; sebagian belanja menunggu penagihan.' --opd $dinas --tahun 2023 --bulan $m --as sri
	run "${day}T09:11" narrative tindak-lanjut 'Jadwal penagihan disusun ulang bersama penyedia.' --opd $dinas --tahun 2023 --bulan $m --as sri
	[ $m -lt 12 ] || run "${day}T09:20" justify keluaran-penuh 'Pemantauan dilakukan petugas sendiri; sewa kendaraan tidak dipakai.' --kode 3.30.04.2.02.01 --opd $dinas --tahun 2023 --bulan $m --as sri
	hand_in $dinas sri $m 03
	if [ $m -eq 3 ]; then
		run "$(after $m 04)T14:00" return --reason 'Lampirkan berita acara tera ulang.' --opd $dinas --tahun 2023 --bulan $m --as made
		hand_in $dinas sri $m 05
	fi
	verify $dinas $m 06
	approve $dinas kadis $m 08
	if [ $m -eq 6 ]; then
		run 2023-07-20T09:00 reopen --reason 'Volume tera ulang Juni salah ketik.' --opd $dinas --tahun 2023 --bulan 6 --as made
		run 2023-07-20T10:00 set 3.30.06.2.01.01 --indikator 1 3500 --reason 'Pembetulan volume tera ulang.' --opd $dinas --tahun 2023 --bulan 6 --as sri
		run 2023-07-20T10:30 submit --opd $dinas --tahun 2023 --bulan 6 --as sri
		run 2023-07-21T09:00 verify --opd $dinas --tahun 2023 --bulan 6 --as made
		run 2023-07-21T10:00 approve --opd $dinas --tahun 2023 --bulan 6 --as kadis --tanggal 2023-07-21
	fi
	m=$((m + 1))
done

say "agencies beside it"
for cell in '1.01.02.2.01.01 4101250000' '1.01.02.2.01.02 1702500000'; do
	run 2024-01-09T09:00 set ${cell% *} "${cell#* }" --opd $pendidikan --tahun 2023 --bulan 12 --as rai
done
for cell in '1.01.02.2.01.01 118' '1.01.02.2.01.02 12'; do
	run 2024-01-09T09:10 set ${cell% *} --indikator 1 "${cell#* }" --opd $pendidikan --tahun 2023 --bulan 12 --as rai
done
hand_in $pendidikan rai 12 12
verify $pendidikan 12 15
approve $pendidikan kadisdik 12 16
say "done: $db"
