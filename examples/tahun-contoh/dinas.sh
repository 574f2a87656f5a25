# The agency of dinas.tsv and its year, for the scripts that play it. They set $data (this folder), $work (a folder for tables) and $events (a file), and source this.
#
# What happens is written down first, an event a line: TIME, tab, command (as for capaian batch). Then all of it is played in the order of time, which a ledger demands.
dinas=2.17.3.30.3.31.01.0000

run() { # run TIME COMMAND...: no word holds a single quote
	when=$1
	shift
	{
		printf '%s\t' "$when"
		printf " '%s'" "$@"
		echo
	} >>"$events"
}
play() { # play LEDGER <PASSWORDS
	sort -s -k 1,1 "$events" | awk -F '\t' '{ print $2, "--at", $1 }' >"$work/perintah"
	"$capaian" batch "$work/perintah" --db "$1" >"$work/out" || { tail -5 "$work/out" >&2; exit 1; }
}

# The rows of dinas.tsv as a table: "laporan" (a report, by which the echoed percentages of parents are known), "kas" (a plan with its cash plan), or
# "bulan" (what was reached by month m). shift moves budget between two sub kegiatan, harga that of one. $skala: percent of the money of 2023; $angka_sub:
# digits of the number of a sub kegiatan, four since 2024.
skala=100 angka_sub=2
table() { # table KIND SHIFT HARGA MONTH
	awk -F '\t' -v kind="$1" -v shift="$2" -v harga="$3" -v m="$4" -v skala="$skala" -v angka_sub="$angka_sub" '
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
		if (pagu != "") pagu = int(pagu * skala / 100)
		if ($1 != "" && sub_kegiatan && angka_sub == 4) sub(/[0-9]+$/, "00&", $1)
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
		money = $5 == "" ? "" : sprintf("%.0f", int($5 * skala / 100 * share / 100))
		volume = $7 == "" ? "" : m == 12 ? $7 : sprintf("%.0f.00", int($7 * share / 100))
		if (kind == "laporan") {
			money = ""
			volume = sub_kegiatan ? "" : "100.00"
		}
		print $1, $2, $3, pagu == "" ? "" : sprintf("%.0f", pagu), $6, money, volume, $8, kind == "laporan" && !sub_kegiatan ? "100.00" : ""
	}' "$data/dinas.tsv"
}

month() { # month M: two digits
	printf '%02d' "$1"
}
after() { # after M DAY: that day of the month after, in the year $tahun
	if [ "$1" -eq 12 ]; then echo "$((tahun + 1))-01-$2"; else echo "$tahun-$(month $(($1 + 1)))-$2"; fi
}
hand_in() { # hand_in OPD OPERATOR M DAY
	run "$(after "$3" "$4")T09:30" submit --opd "$1" --tahun $tahun --bulan "$3" --as "$2"
}
verify() { # verify OPD M DAY
	run "$(after "$2" "$3")T10:00" verify --opd "$1" --tahun $tahun --bulan "$2" --as made
}
approve() { # approve OPD HEAD M DAY
	run "$(after "$3" "$4")T11:00" approve --opd "$1" --tahun $tahun --bulan "$3" --as "$2" --tanggal "$(after "$3" "$4")"
}

# Its plan of a year: as a report, by which the echoed percentages are known, then with the cash plan.
dinas_plan() { # dinas_plan SHIFT HARGA
	table laporan "$1" "$2" 0 >"$work/dpa-$tahun.tsv"
	run $tahun-01-03T09:00 plan import "$work/dpa-$tahun.tsv" --opd $dinas --tahun $tahun --nomor DPA/2.17/$tahun --tanggal $tahun-01-03 --as sri --apply
	table kas "$1" "$2" 0 >"$work/kas-$tahun.tsv"
	run $tahun-01-03T09:10 plan import "$work/kas-$tahun.tsv" --opd $dinas --tahun $tahun --jenis murni --nomor DPA-AK/2.17/$tahun --tanggal $tahun-01-03 --as sri --apply
}
dinas_change() { # dinas_change KIND NOMOR DATE SHIFT HARGA
	table kas "$4" "$5" 0 >"$work/$1.tsv"
	run "$3T09:00" plan import "$work/$1.tsv" --opd $dinas --tahun $tahun --jenis "$1" --nomor "$2" --tanggal "$3" --as sri --apply
}
dinas_entry() { # dinas_entry M: the month's figures and narrative
	table bulan 0 118679500 "$1" >"$work/bulan-$tahun-$1.tsv"
	day=$(after "$1" 03)
	run "${day}T09:00" import "$work/bulan-$tahun-$1.tsv" --opd $dinas --tahun $tahun --bulan "$1" --as sri --apply
	run "${day}T09:10" narrative permasalahan 'Penarikan dana belum merata; sebagian belanja menunggu penagihan.' --opd $dinas --tahun $tahun --bulan "$1" --as sri
	run "${day}T09:11" narrative tindak-lanjut 'Jadwal penagihan disusun ulang bersama penyedia.' --opd $dinas --tahun $tahun --bulan "$1" --as sri
	[ "$1" -lt 12 ] || run "${day}T09:20" justify keluaran-penuh 'Pemantauan dilakukan petugas sendiri; sewa kendaraan tidak dipakai.' --kode 3.30.04.2.02.01 --opd $dinas --tahun $tahun --bulan "$1" --as sri
}

# 2023: a DPA, a pergeseran, a DPPA; twelve months, one returned, one reopened as revision 2.
dinas_2023() {
	tahun=2023
	dinas_plan 5000000 150000000
	m=1
	while [ $m -le 12 ]; do
		case $m in
		5) dinas_change pergeseran DPPA-1/2.17/2023 2023-05-20 2000000 150000000 ;;
		9) dinas_change perubahan DPPA/2.17/2023 2023-09-25 0 118679500 ;;
		esac
		dinas_entry $m
		hand_in $dinas sri $m 03
		if [ $m -eq 3 ]; then
			run "$(after $m 04)T14:00" return --reason 'Lampirkan berita acara tera ulang.' --opd $dinas --tahun 2023 --bulan $m --as made
			hand_in $dinas sri $m 05
		fi
		verify $dinas $m 06
		approve $dinas kadis $m 08
		m=$((m + 1))
	done
	run 2023-07-20T09:00 reopen --reason 'Volume tera ulang Juni salah ketik.' --opd $dinas --tahun 2023 --bulan 6 --as made
	run 2023-07-20T10:00 set 3.30.06.2.01.01 --indikator 1 3500 --reason 'Pembetulan volume tera ulang.' --opd $dinas --tahun 2023 --bulan 6 --as sri
	run 2023-07-20T10:30 submit --opd $dinas --tahun 2023 --bulan 6 --as sri
	run 2023-07-21T09:00 verify --opd $dinas --tahun 2023 --bulan 6 --as made
	run 2023-07-21T10:00 approve --opd $dinas --tahun 2023 --bulan 6 --as kadis --tanggal 2023-07-21
}
