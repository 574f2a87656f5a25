# A report into the ledger, the sheet out and back, a table of money
$ export LANG=en_US.UTF-8; capaian init b.db --pemda 51.08 --training --at 2023-01-02T08:00 > /dev/null
$ capaian --lang en opd add 2.17.3.30.3.31.01.0000 --db b.db --as admin -s nama='Dinas Perdagangan, Perindustrian dan Koperasi, Usaha Kecil dan Menengah' -s tempat=Contoh --at 2023-01-02T08:01
2.17.3.30.3.31.01.0000 Dinas Perdagangan, Perindustrian dan Koperasi, Usaha Kecil dan Menengah: saved
$ capaian --lang en import $EXAMPLES/laporan-capaian-2023-12.tsv --db b.db
laporan-capaian-2023-12.tsv: Dinas Perdagangan, Perindustrian dan Koperasi, Usaha Kecil dan Menengah, December 2023
no plan for 2023 in the ledger: ...
...
  20  added  2.17.01.2.01.01  money                  246.396.436,00  Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah
...
TOTAL    13.245.552.743,00  13.245.552.743,00       0,00  13.245.552.743,00

125 added, 0 changed, 0 same, 0 left in the ledger only, 0 unmatched, 0 refused
36 cells only repeat a computed percentage and are no entries
dry run: nothing was written; --apply does it
$ capaian --lang en import $EXAMPLES/laporan-capaian-2023-12.tsv --db b.db --apply
capaian: ...
...
[2]
$ capaian --lang en import $EXAMPLES/laporan-capaian-2023-12.tsv --db b.db --as admin --at 2024-01-03T08:00 --apply | tail -n 1
imported
$ capaian --lang en import $EXAMPLES/laporan-capaian-2023-12.tsv --db b.db --as admin --at 2024-01-03T08:01 --apply
...
this file was imported before (entry ...)
...
0 added, 0 changed, 125 same, 0 left in the ledger only, 0 unmatched, 0 refused
36 cells only repeat a computed percentage and are no entries
the ledger says all of it already: nothing to do
$ capaian --lang en import $EXAMPLES/laporan-capaian-2023-12.tsv --db b.db --bulan 11
capaian: laporan-capaian-2023-12.tsv is of December 2023, not of November 2023
  hint: leave --tahun and --bulan out, or choose the right file
[2]
$ capaian report --db b.db --opd 2.17 --tahun 2023 --bulan 12 -o d.json && capaian --lang en import d.json --db b.db | tail -n 1
the ledger says all of it already: nothing to do
$ capaian sheet --db b.db --opd 2.17 --tahun 2023 --bulan 12 -o isian.xlsx && capaian --lang en import isian.xlsx --db b.db | tail -n 2
0 added, 0 changed, 130 same, 0 left in the ledger only, 0 unmatched, 0 refused
the ledger says all of it already: nothing to do
$ capaian --lang en sheet --db b.db --opd 2.17 --tahun 2023 --bulan 12 -o isian.pdf
capaian: the sheet is an XLSX file; 'isian.pdf' is none
  hint: -o isian.xlsx
[2]
$ printf 'Kode Sub Kegiatan;Nilai Realisasi\n2.17.01.2.01.0001;246.396.000,00\n2.17.01.2.01.0001;437,00\n2.17.01.2.01.0007;1.000,50\n' > m.csv
$ capaian --lang en import m.csv --db b.db
capaian: m.csv does not name an agency of the ledger: ''
  hint: say which: --opd CODE
[2]
$ capaian --lang en import m.csv --db b.db --opd 2.17 --tahun 2023 --bulan 12
...
   2  changed    2.17.01.2.01.01 ... 246.396.436,00  246.396.437,00  Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah
   4  UNMATCHED  2.17.01.2.01.0007  money                          1.000,50
...
m.csv:2: 2.17.01.2.01.01: sum of 2 rows
m.csv:4: UNMATCHED: the plan has no 2.17.01.2.01.0007
  near: ...
...
TOTAL    246.397.437,50  246.396.437,00   1.000,50
...
dry run: nothing was written; --apply needs a --reason
[1]
$ capaian --lang en import m.csv --db b.db --opd 2.17 --tahun 2023 --bulan 12 --as admin --at 2024-01-03T09:00 --apply > /dev/null
capaian: m.csv is not imported: 1 lines of the file match no cell of the plan
  hint: correct it, or say why the rest may stay out: --reason
[2]
$ capaian --lang en import m.csv --db b.db --opd 2.17 --tahun 2023 --bulan 12 --as admin --at 2024-01-03T09:00 --apply --reason 'menyusul' | tail -n 1
imported
$ capaian --lang en audit verify --db b.db > /dev/null
