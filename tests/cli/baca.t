# A month of the ledger printed, merged into the rekap, and set against the anggaran kas.
$ capaian --lang en init b.db --pemda 99.01 --nama 'Kabupaten Contoh' --training --at 2023-01-02T08:00 > /dev/null
$ capaian opd add 2.17.3.30.3.31.01.0000 --db b.db --as admin --at 2023-01-02T09:00 -s nama='Dinas Koperasi' -s kode_bidang=2.17 > /dev/null
$ capaian opd add 1.02.0.00.0.00.02.0000 --db b.db --as admin --at 2023-01-02T09:00 -s nama='Dinas Kesehatan' -s kode_bidang=1.02 > /dev/null
$ for u in 'sri operator --opd 2.17' 'made verifikator'; do set -- $u; capaian user add $1 --nama $1 --peran $2 $3 $4 --db b.db --as admin --at 2023-01-02T09:00 > /dev/null; done
$ capaian plan import $EXAMPLES/laporan-capaian-2023-12.tsv --db b.db --opd 2.17 --tahun 2023 --tanggal 2023-01-02 --as sri --at 2023-01-03T08:00 --apply > /dev/null
$ capaian set 2.17.02.2.01.01 7740000 --db b.db --opd 2.17 --tahun 2023 --bulan 3 --as sri --at 2023-04-05T08:00 > /dev/null
$ capaian report --db b.db --opd 2.17 --tahun 2023 --bulan 3 -o a.json -o a.pdf -o a.xlsx -o a.html -o a.csv -o a.md && grep -A2 '"revision"' a.json
  "revision": 1,
  "state": "draf",
  "as_of": null,
$ capaian report --db b.db --opd 2.17 --tahun 2023 --bulan 3 --as-of 2023-04-05T09:00 -o b.json && grep '"as_of"' b.json
  "as_of": "2023-04-05T09:00:00+07:00",
$ tail -c 120 a.csv | tr -d '\r' | grep -o 'data .*draf'
data 31 Maret 2023 · revisi 1 · draf
$ capaian --lang en explain 2.17.02 -k keuangan --db b.db --opd 2.17 --tahun 2023 --bulan 3 | head -1
...10,00...
$ capaian --lang en check --db b.db --opd 2.17 --tahun 2023 --bulan 3 --rule pagu-nol
$ capaian --lang en policy show --db b.db --tahun 2023 | tail -1 | cut -c1-20
# SHA-256 75384ad186

$ capaian --lang en report laporan.tsv --db b.db --opd 2.17 --tahun 2023 --bulan 3 -o a.json
capaian: report takes a file or --db, not both
[2]
$ capaian --lang en report --db b.db --opd 2.17 --tahun 2023 --bulan 3 --policy p.conf -o a.json
capaian: --policy does not go with --db
[2]
$ capaian --lang en report --db b.db --opd 2.17 --tahun 2023 --bulan 3 -o a.doc
capaian: a.doc: this form of report is not known
  hint: end the name in .pdf, .xlsx, .html, .csv, .json or .md
[2]
$ capaian --lang en report --db b.db --opd 2.17 --tahun 2023 --bulan 3 --revisi 2 -o a.json
capaian: there is no revision 2 of this month; the newest is 1
[2]
$ capaian --lang en report --db b.db --opd 2.17 --tahun 2023 --bulan 13 -o a.json
capaian: --bulan: '13' is not a number from 1 to 12
[2]
$ capaian --lang en report --db b.db --tahun 2023 --bulan 3 -o a.json
capaian: report needs --opd
[2]
$ capaian --lang en report -o a.json
capaian: report needs a FILE, or --db with an agency's month
  hint: see capaian help report
[2]
$ capaian --lang en rekap --db b.db --tahun 2023
capaian: rekap needs --bulan
[2]
$ capaian --lang en rekap --db b.db --tahun 2023 --bulan 3 -o rekap.doc
capaian: rekap.doc: this form of report is not known
  hint: end the name in .pdf, .xlsx, .html, .csv, .json or .md
[2]
$ capaian --lang en rfk --db b.db --opd 1.02 --tahun 2023 --bulan 3
capaian: Dinas Kesehatan has no plan for 2023
  hint: import one: capaian plan import
[2]

$ capaian rekap --db b.db --tahun 2023 --bulan 3 --as-of 2023-04-12T08:00
REKAPITULASI CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN
Kabupaten Contoh
KEADAAN SAMPAI DENGAN BULAN: Maret 2023
TENGGAT PELAPORAN: 10 April 2023
DIBACA PER: 12 April 2023 08.00
TERLAPOR: 0 dari 2 perangkat daerah
...
1   Dinas Kesehatan ... belum ada rencana ... 2
2   Dinas Koperasi ... 14.052.383.491,00 ... draf ... 2
    JUMLAH (0 dari ... 14.052.383.491,00 ...
...
MENURUT BIDANG URUSAN
...
2.17 ... 11.696.954.368,00 ...
3.30 ... 1.443.307.392,00 ...
3.31 ... 912.121.731,00 ...
      JUMLAH ... 14.052.383.491,00 ...
$ capaian rekap --db b.db --tahun 2023 --bulan 3 -o r.json -o r.pdf -o r.xlsx -o r.html -o r.csv -o r.md && capaian rekap --db b.db --tahun 2023 --bulan 3 --format json | cmp - r.json
$ grep -c '"keuangan": null' r.json
6
$ head -c 5 r.pdf && head -c 2 r.xlsx
%PDF-PK
$ capaian rfk --db b.db --opd 2.17 --tahun 2023 --bulan 3 -o f.json -o f.pdf -o f.xlsx -o f.html -o f.csv -o f.md && grep '"cash_plan"' f.json
  "cash_plan": false,
$ grep -c '<polyline' f.html
2
$ grep -o 'Anggaran kas belum ada dalam rencana' f.md
Anggaran kas belum ada dalam rencana
$ capaian rfk --db b.db --tahun 2023 --bulan 3 --format json | grep -A1 '"reported": 0' | tail -1
      "agencies": 1
