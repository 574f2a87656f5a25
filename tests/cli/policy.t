# A policy changes the figures, what is said of them, and the hash on the report
$ cp "$EXAMPLES/laporan-capaian-2023-12.tsv" l.tsv && printf '[gulung]\nsimpul = pagu\n' > pagu.conf && capaian policy check pagu.conf
$ capaian check l.tsv --policy pagu.conf --rule rata-program --lang en
l.tsv:18:10: error[rata-program]: Keluaran of program 2.17.01 is printed as 99,92, but the weighted mean of its 6 kegiatan is 99,96.
...
[1]
$ capaian explain l.tsv 2.17.01 --kolom keluaran --policy pagu.conf --lang en | head -3
99,96 %  1 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota - keluaran (output)
         = mean, weighted by pagu, of ...
...
$ capaian report l.tsv -o a.json && capaian report l.tsv --policy pagu.conf -o b.json && jq -r '.total.keluaran' a.json b.json
99.33
99.91
$ jq -r .policy.hash a.json; capaian policy show | tail -1
75384ad186f95772ffed551afb2bced7798dedead5d46474db4bba3527f9db94
# SHA-256 75384ad186f95772ffed551afb2bced7798dedead5d46474db4bba3527f9db94
$ printf '[indikator]\nmaksimum = 99\n[cetak]\ndesimal = 4\npembulatan = potong\n' > tiga.conf && capaian report l.tsv -p tiga.conf -o c.json && jq -c '[.total.keuangan, .total.keluaran, .total.rata_rata]' c.json
["94.2584","98.3547","96.3065"]
$ printf '[indikator.1]\npola = Alat Ukur\narah = turun-b\n' > turun.conf && capaian report l.tsv -p turun.conf -o d.json && jq -c '.rows[] | select(.kode == "3.30.06.2.01.01") | .indikator[0].capaian' d.json
"110.94"
$ printf '[predikat]\npita_1 = > 96,79 Hebat\npita_2 = Biasa\n' > pita.conf && capaian report l.tsv -p pita.conf -o e.json && jq -r .total.predikat e.json
Biasa
$ printf '[indikator]\nmaksimum = 10\nminimum = 50\n[foo]\n' > salah.conf && capaian policy check salah.conf --lang en
salah.conf:3:11: error: the floor 50 lies above the cap 10
salah.conf:4:1: error: there is no group [foo]
[1]
