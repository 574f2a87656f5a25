# A month is entered, explained, handed in, verified, approved, reopened - and nothing typed is lost
$ capaian --lang en init b.db --pemda 99.01 --nama 'Kabupaten Contoh' --training --at 2023-01-02T08:00 && capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin -s nama='Dinas Koperasi' -s tempat=Contoh --at 2023-01-02T08:00
...
$ capaian user add sri --db b.db --as admin --peran operator --opd 2.17 --nama Sri --at 2023-01-02T08:00 && capaian user add kadis --db b.db --as admin --peran kepala --opd 2.17 --nama Kadis --at 2023-01-02T08:00 && capaian user add made --db b.db --as admin --peran verifikator --nama Made --at 2023-01-02T08:00
...
$ capaian plan import "$EXAMPLES/laporan-capaian-2023-12.tsv" --db b.db --opd 2.17 --tahun 2023 --tanggal 2023-01-02 --nomor DPA/1 --as sri --apply --at 2023-01-03T08:00 > /dev/null
$ capaian set 2.17.01.2.01.01 1.000.000 --db b.db --opd 2.17 --tahun 2023 --bulan 3 --as sri --at 2023-04-01T08:00 > a.txt && grep -cx '[0-9][0-9]*' a.txt
1
$ capaian set 1.1.1 1000000 --db b.db --opd 2.17 --tahun 2023 --bulan 3 --as sri --at 2023-04-01T09:00 | diff - a.txt
$ capaian --lang en set 1.1.1 900 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-01T08:00
capaian: 2.17.01.2.01.01 falls: 1.000.000,00 at the end of March, 900,00 now; values are cumulative
  hint: if it is right, say why: --reason
[2]
$ capaian set 1.1.1 900 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --reason 'Setoran kembali' --at 2023-05-01T08:00 > b.txt; grep -c . b.txt
1
$ capaian set 1.1.1 1.100.000 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-01T09:00 > /dev/null
$ capaian --lang en set 1.1.1 1.200.000 --seen $(cat b.txt) --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-01T10:00
capaian: 2.17.01.2.01.01 was changed meanwhile: it holds 1.100.000,00 (fact ...), saved by sri on 1 Mei 2023 09.00; your 1.200.000,00 was not saved
  hint: look at both; to save yours all the same: --seen ...
[2]
$ capaian --lang en log 1.1.1 --db b.db --opd 2.17 --tahun 2023 --bulan 4
2.17.01.2.01.01 Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah
FACT         VALUE  WHO  WHEN              FROM   REPLACED BY  REASON
 ...        900,00  sri  1 Mei 2023 08.00  entry          ...  Setoran kembali
 ...  1.100.000,00  sri  1 Mei 2023 09.00  entry
$ capaian --lang en set 1.1.1 5 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as made --at 2023-05-02T08:00
capaian: made (verifikator) may not do 'isi' here: the role does not include it
[2]
$ capaian --lang en set 1.1.1 5 --db b.db --opd 2.17 --tahun 2023 --bulan 4
capaian: a change needs a user
  hint: name one with --as
[2]
$ capaian --lang en set 1.1 5 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri
capaian: 2.17.01.2.01 has parts of its own: its money is their sum
  hint: enter the money of each sub kegiatan; --indikator N means a volume
[2]
$ capaian --lang en set 1.1.1 5 --db b.db --tahun 2023 --bulan 4 --as sri
capaian: set needs --opd CODE
  hint: capaian opd list shows the codes; their beginning is enough
[2]
$ capaian --lang en carry --db b.db --opd 2.17 --tahun 2023 --bulan 5 --as sri
CODE             CELL   MONTH BEFORE  NAME
2.17.01.2.01.01  money  1.100.000,00  Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah
cells that --apply would fill: 1
$ printf '%%PDF-1.4 bukti' > foto.jpg && capaian --lang en evidence add foto.jpg --kode 1.1.1 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-02T08:00
... foto.jpg (application/pdf): attached
$ capaian evidence get $(capaian evidence list --format json --db b.db --opd 2.17 --tahun 2023 --bulan 4 | sed -n 's/.*"hash": "\(.*\)".*/\1/p') -o kembali.pdf --db b.db --opd 2.17 --tahun 2023 --bulan 4 && cmp foto.jpg kembali.pdf
$ printf 'MZ program' > laporan.pdf && capaian --lang en evidence add laporan.pdf --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-02T08:00
capaian: laporan.pdf cannot be evidence: it is a program
  hint: PDF, JPEG, PNG, WebP, XLSX, DOCX, ODS, ODT, CSV and plain text are taken
[2]
$ capaian --lang en submit --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-03T08:00
...: warning[kosong-wajib]: The realised money of 38 sub kegiatan is not reported: 1.1.2, ...
...
capaian: April 2023 cannot be submitted: warnings without an explanation: ...
  hint: correct them, or explain each: capaian justify
[1]
$ for r in kosong-wajib nomor-urut teks-bergeser satuan-indikator narasi-kosong; do capaian justify $r 'Penjelasan' --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-03T08:00 > /dev/null || exit; done; capaian --lang en submit --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-03T09:00
Dinas Koperasi, April 2023: submitted, revision 1
$ capaian --lang en set 1.1.1 5 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as sri --at 2023-05-03T10:00
capaian: April 2023 takes no entries: it is submitted and not yet verified
  hint: a verifikator can return it
[2]
$ capaian --lang en approve --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as kadis --at 2023-05-03T10:00
capaian: April 2023 is submitted and not yet verified: 'sahkan' is not its next step
  hint: the order is: submit, verify, approve
[2]
$ capaian --lang en verify --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as made --at 2023-05-04T08:00 && capaian --lang en approve --tanggal 2023-05-04 --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as kadis --at 2023-05-05T08:00
Dinas Koperasi, April 2023: verified, revision 1
Dinas Koperasi, April 2023: approved, revision 1, locked
$ capaian --lang en reopen --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as made --at 2023-05-06T08:00
capaian: 'buka' needs a reason
  hint: give it by --reason
[2]
$ capaian --lang en reopen --reason 'Salah ketik' --db b.db --opd 2.17 --tahun 2023 --bulan 4 --as made --at 2023-05-06T08:00
Dinas Koperasi, April 2023: reopened, revision 2
$ capaian --lang en status --db b.db --opd 2.17 --tahun 2023 --bulan 4
Dinas Koperasi, April 2023: draf, revision 2
REVISION  STEP        WHO    WHEN              REASON
       1  ajukan      sri    3 Mei 2023 09.00
       1  verifikasi  made   4 Mei 2023 08.00
       1  sahkan      kadis  5 Mei 2023 08.00
       2  buka        made   6 Mei 2023 08.00  Salah ketik
$ capaian --lang en status --db b.db --tahun 2023
CODE                    NAME            Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec
2.17.0.00.0.00.01.0000  Dinas Koperasi  -    -    D    D2   -    -    -    -    -    -    -    -
- nothing entered, D draft, A submitted, V verified, S approved, K returned; a number is the revision, * locked
