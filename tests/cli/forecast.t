# Where the year will end, and what needs attention now
$ capaian --lang en init b.db --pemda 99.01 --training --nama 'Kabupaten Contoh' --at 2023-01-01 && capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin -s nama='Dinas Koperasi' --at 2023-01-01 && echo sandi-yang-panjang | capaian --lang en user add sri --db b.db --as admin --peran operator --opd 2.17.0.00.0.00.01.0000 --nama Sri --at 2023-01-01
...
sri: saved
$ capaian plan import $FIXTURES/rencana.csv --db b.db --opd 2.17 --tahun 2023 --nomor DPA/1 --as sri --at 2023-01-02 --apply > /dev/null
$ w() { capaian set "$@" --db b.db --opd 2.17 --tahun 2023 --as sri > /dev/null; }; w 2.17.01.2.01.01 200.000 --bulan 2 --at 2023-03-05 && w 2.17.01.2.01.01 240.000 --bulan 3 --at 2023-04-05 && w 2.17.02.2.01.01 600.000 --bulan 3 --at 2023-04-05 && w 2.17.02.2.01.01 4 -i 1 --bulan 3 --at 2023-04-05
$ sha256sum b.db > sebelum; capaian --lang en forecast --db b.db --opd 2.17 --tahun 2023 --bulan 3
Dinas Koperasi: end of 2023, seen from March
CODE                PAGU (Rp)  REALISASI (Rp)  FORECAST (Rp)                 RANGE (Rp)  OF PAGU (%)  METHOD  KELUARAN (%)  FORECAST (%)  RANGE (%)  NAME
2.17.01.2.01.01  1.000.000,00      240.000,00     960.000,00  240.000,00 - 1.000.000,00        96,00  garis              -             -          -  Penyusunan Dokumen
2.17.01.2.01.02  3.000.000,00               -              -                          -            -                     -             -          -  Survei
2.17.02.2.01.01  2.000.000,00      600.000,00   2.000.000,00  600.000,00 - 2.000.000,00       100,00  garis         100,00        100,00     100,00  Pembinaan
TOTAL            6.000.000,00      840.000,00   2.960.000,00  840.000,00 - 3.000.000,00        49,33                     -             -          -  Dinas Koperasi

CODE             ATTENTION                                                                            NAME
2.17.01.2.01.02  no progress for 3 months                                                             Survei
2.17.02.2.01.01  will overspend: at this pace its pagu does not last until the end of the year        Pembinaan
2.17.02.2.01.01  full output on little money: look at the volume, or at bills that are still to come  Pembinaan
$ sha256sum -c --quiet sebelum
$ capaian forecast --format json --db b.db --opd 2.17 --tahun 2023 --bulan 3 | jq -c '(.sub_kegiatan[] | [.kode, .perkiraan, .cara, .bulan_diam, .peringatan]), .sub_kegiatan[2].keluaran, .total'
["2.17.01.2.01.01","960000.00","garis",0,[]]
["2.17.01.2.01.02",null,null,3,["tanpa-kemajuan"]]
["2.17.02.2.01.01","2000000.00","garis",0,["lewat-pagu","keluaran-penuh"]]
{"kini":"100.00","perkiraan":"100.00","rendah":"100.00","tinggi":"100.00","cara":"garis"}
{"pagu":"6000000.00","realisasi":"840000.00","perkiraan":"2960000.00","rendah":"840000.00","tinggi":"3000000.00","serapan":"49.33"}
$ capaian --lang en forecast --db b.db --opd 9 --tahun 2023 --bulan 3
capaian: there is no agency 9
  hint: capaian opd list shows all
[2]
$ capaian --lang en forecast --db b.db --opd 2.17 --tahun 2022 --bulan 3
capaian: Dinas Koperasi has no plan for 2022
  hint: import one: capaian plan import
[2]
$ capaian --lang en forecast --db b.db --opd 2.17 --tahun 2023
capaian: forecast needs --bulan
[2]
