# Plans: a dry run, versions, what moved, and what is refused
$ capaian --lang en init b.db --pemda 99.01 --training --nama 'Kabupaten Contoh' --at 2023-01-01 && capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin -s nama='Dinas Koperasi' --at 2023-01-01 && echo sandi-yang-panjang | capaian --lang en user add sri --db b.db --as admin --peran operator --opd 2.17.0.00.0.00.01.0000 --nama Sri --at 2023-01-01
...
sri: saved
$ capaian --lang en plan import $FIXTURES/rencana.csv --db b.db --opd 2.17 --tahun 2023
Dinas Koperasi, 2023: version 1, murni, in force from 2023-01-01
2 program, 2 kegiatan, 3 sub kegiatan, 4 indicators

Programs
   CODE     FROM (Rp)       TO (Rp)     DIFFERENCE  NAME
+  2.17.01          -  4.000.000,00  +4.000.000,00  Program Penunjang
+  2.17.02          -  2.000.000,00  +2.000.000,00  Program Koperasi
total: 0,00 -> 6.000.000,00; selisih +6.000.000,00 (up 6.000.000,00, down 0,00)
nodes: 7 added, 0 changed, 0 dropped, 0 as before
dry run: nothing is kept yet; --apply keeps it
$ capaian --lang en plan import $FIXTURES/rencana.csv --db b.db --opd 2.17 --tahun 2023 --apply
capaian: a change needs a user
  hint: name one with --as
[2]
$ capaian --lang en plan import $FIXTURES/rencana.csv --db b.db --opd 2.17 --tahun 2023 --nomor DPA/1 --as sri --at 2023-01-02 --apply | tail -1
kept as version 1
$ capaian --lang en plan import $FIXTURES/rencana.csv --db b.db --opd 2.17 --tahun 2023 --nomor DPA/1 --as sri --at 2023-01-03 --apply | tail -1
version 1 says the same already: nothing to keep
$ sed -e 's/3.000.000,00/2.500.000,00/' -e '/^2.17.01.2.01.01/s/1.000.000,00/1.500.000,00/' -e 's/Survei;/Survei Kepuasan;/' $FIXTURES/rencana.csv > geser.csv; capaian --lang en plan import geser.csv --db b.db --opd 2.17 --tahun 2023 --as sri --at 2023-03-01 --apply
capaian: Dinas Koperasi has a plan for 2023 already (version 1, murni from 2023-01-01); a further version needs --jenis and --tanggal
[2]
$ capaian --lang en plan import geser.csv --db b.db --opd 2.17 --tahun 2023 --jenis pergeseran --nomor P/1 --tanggal 2023-03-01 --as sri --at 2023-03-01 --apply | tail -1
kept as version 2
$ capaian --lang en plan list --db b.db --opd 2.17 --tahun 2023
VERSION  KIND        IN FORCE    DOCUMENT
      1  murni       2023-01-01  DPA/1
      2  pergeseran  2023-03-01  P/1
$ capaian --lang en plan diff 1 2 --db b.db --opd 2.17 --tahun 2023
version 1 (murni from 2023-01-01) -> version 2 (pergeseran from 2023-03-01)

   CODE                FROM (Rp)       TO (Rp)   DIFFERENCE  NAME
~  2.17.01.2.01.01  1.000.000,00  1.500.000,00  +500.000,00  Penyusunan Dokumen
~  2.17.01.2.01.02  3.000.000,00  2.500.000,00  -500.000,00  Survei Kepuasan; name was 'Survei'

Programs
   CODE        FROM (Rp)       TO (Rp)  DIFFERENCE  NAME
   2.17.01  4.000.000,00  4.000.000,00        0,00  Program Penunjang
   2.17.02  2.000.000,00  2.000.000,00        0,00  Program Koperasi
total: 6.000.000,00 -> 6.000.000,00; selisih 0 (up 500.000,00, down 500.000,00)
nodes: 0 added, 2 changed, 0 dropped, 5 as before
$ capaian --lang en plan show 1 --db b.db --opd 2.17 --tahun 2023
Dinas Koperasi, 2023: version 1, murni DPA/1, in force from 2023-01-01

CODE                PAGU (Rp)  NAME
2.17.01          4.000.000,00  Program Penunjang
2.17.01.2.01     4.000.000,00    Kegiatan Perencanaan
2.17.01.2.01.01  1.000.000,00      Penyusunan Dokumen
2.17.01.2.01.02  3.000.000,00      Survei
2.17.02          2.000.000,00  Program Koperasi
2.17.02.2.01     2.000.000,00    Kegiatan Pembinaan
2.17.02.2.01.01  2.000.000,00      Pembinaan
TOTAL            6.000.000,00

CODE             NO  TARGET  UNIT     INDICATOR
2.17.01.2.01.01   1   10,00  Dokumen  Jumlah Dokumen
2.17.01.2.01.01   2  200,50  Orang    Jumlah Peserta
2.17.01.2.01.02   1     WTP  Opini    Kepuasan
2.17.02.2.01.01   1    4,00  Unit     Koperasi
$ capaian --lang en plan show 7 --db b.db --opd 2.17 --tahun 2023
capaian: the plan of 2023 has no version '7'
  hint: there are versions 1 to 2
[2]
$ capaian --lang en plan diff 1 --db b.db --opd 2.17 --tahun 2023
capaian: plan diff needs more
  hint: plan diff A B: the numbers of two versions
[2]
$ cat $FIXTURES/rencana.csv > ganda.csv; grep 2.17.02.2.01.01 ganda.csv >> ganda.csv.2; cat ganda.csv.2 >> ganda.csv; sed -i '$s/2.000.000,00/1,00/' ganda.csv; capaian --lang en plan import ganda.csv --db b.db --opd 2.17 --tahun 2023 --jenis perubahan --tanggal 2023-09-01 --as sri --at 2023-09-01 --apply
...
ganda.csv:10:1: error: code 2.17.02.2.01.01 stands twice: 'Pembinaan' and 'Pembinaan' [rencana-ganda]
1 errors: nothing is kept
[1]
$ capaian --lang en plan list --db b.db --opd 2.17 --tahun 2024 --format json
{
  "opd": "2.17.0.00.0.00.01.0000",
  "nama": "Dinas Koperasi",
  "tahun": 2024,
  "rencana": []
}
$ capaian --lang en audit verify --db b.db
...whole
