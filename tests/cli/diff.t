# What changed between two months, revisions or times, and what it did to each figure
$ capaian --lang en init b.db --pemda 99.01 --training --nama 'Kabupaten Contoh' --at 2023-01-01 && capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin -s nama='Dinas Koperasi' --at 2023-01-01 && echo sandi-yang-panjang | capaian --lang en user add sri --db b.db --as admin --peran operator --opd 2.17.0.00.0.00.01.0000 --nama Sri --at 2023-01-01
...
sri: saved
$ capaian plan import $FIXTURES/rencana.csv --db b.db --opd 2.17 --tahun 2023 --nomor DPA/1 --as sri --at 2023-01-02 --apply > /dev/null
$ w() { capaian "$@" --db b.db --opd 2.17 --tahun 2023 --as sri > /dev/null; }; w set 2.17.01.2.01.01 500.000 --bulan 3 --at 2023-04-05 && w set 2.17.01.2.01.01 5 -i 1 --bulan 3 --at 2023-04-05 && w set 2.17.01.2.01.01 750.000 --bulan 4 --at 2023-05-05 && w set 2.17.01.2.01.01 5 -i 1 --bulan 4 --at 2023-05-05 && w narrative permasalahan 'Lelang diulang' --bulan 4 --at 2023-05-06
$ sha256sum b.db > sebelum; capaian --lang en diff --terhadap 3 --db b.db --opd 2.17 --tahun 2023 --bulan 4
Dinas Koperasi: March 2023, revision 1, draf -> April 2023, revision 1, draf

Money
CODE             WHAT        FROM (Rp)     TO (Rp)   DIFFERENCE  NAME
2.17.01.2.01.01  realisasi  500.000,00  750.000,00  +250.000,00  Penyusunan Dokumen

Narrative
permasalahan
  + Lelang diulang

What it did to the figures
  CODE             KEUANGAN (%)             KELUARAN (%)  RATA-RATA (%)            NAME
  2.17.01          12,50 -> 18,75 (+6,25)   50,00         31,25 -> 34,38 (+3,13)   Program Penunjang
  2.17.01.2.01     12,50 -> 18,75 (+6,25)   50,00         31,25 -> 34,38 (+3,13)   Kegiatan Perencanaan
  2.17.01.2.01.01  50,00 -> 75,00 (+25,00)  50,00         50,00 -> 62,50 (+12,50)  Penyusunan Dokumen
  TOTAL            8,33 -> 12,50 (+4,17)    50,00         29,17 -> 31,25 (+2,08)   Dinas Koperasi
$ sha256sum -c --quiet sebelum
$ capaian --lang en diff --terhadap 2023-05-05 --db b.db --opd 2.17 --tahun 2023 --bulan 4
Dinas Koperasi: April 2023, revision 1, draf, as of 2023-05-05T23:59:59+07:00 -> April 2023, revision 1, draf

Narrative
permasalahan
  + Lelang diulang
$ capaian --lang en diff --terhadap 2023-06-01 --db b.db --opd 2.17 --tahun 2023 --bulan 4
Dinas Koperasi: April 2023, revision 1, draf, as of 2023-06-01T23:59:59+07:00 -> April 2023, revision 1, draf
nothing changed
$ capaian diff --terhadap 3 --format json --db b.db --opd 2.17 --tahun 2023 --bulan 4 | jq -c '.uang[0].selisih, (.angka[0] | [.kode, .simpul, .keuangan.lama, .rata_rata.baru]), .total.rata_rata, .narasi[0].lama, [.lama.bulan, .baru.revisi]'
"250000.00"
["2.17.01","tetap","12.50","34.38"]
{"lama":"29.17","baru":"31.25","selisih":"2.08"}
null
[3,1]
$ capaian --lang en diff --terhadap 4 --db b.db --opd 2.17 --tahun 2023 --bulan 4
capaian: a month is not compared with itself
  hint: name another month (11), a revision (r1) or a time (2023-12-29T12:00)
[2]
$ capaian --lang en diff --terhadap r2 --db b.db --opd 2.17 --tahun 2023 --bulan 4
capaian: there is no revision 2 of this month; the newest is 1
[2]
$ capaian --lang en diff --terhadap kemarin --db b.db --opd 2.17 --tahun 2023 --bulan 4
capaian: 'kemarin' is no month, revision or time
  hint: name another month (11), a revision (r1) or a time (2023-12-29T12:00)
[2]
$ capaian --lang en diff --db b.db --opd 2.17 --tahun 2023 --bulan 4
capaian: diff needs --terhadap: what the month is compared with
  hint: name another month (11), a revision (r1) or a time (2023-12-29T12:00)
[2]
$ capaian --lang en diff --terhadap 3 --format sarif --db b.db --opd 2.17 --tahun 2023 --bulan 4
capaian: diff prints text or json
[2]
