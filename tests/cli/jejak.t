# Audit chain, anchors, backup and restore
$ capaian init b.db --pemda 99.01 --nama 'Kabupaten Contoh' --training --at 2023-01-02T08:00 >/dev/null
$ capaian opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin --at 2023-01-02T09:00 -s nama='Dinas Koperasi' >/dev/null
$ capaian --lang id audit verify --db b.db
99.01 Kabupaten Contoh: 3 entri, utuh
$ capaian audit verify --db b.db --format json | jq -c '[.utuh, .berkas, .pemda[0].jumlah, .pemda[0].rusak]'
[true,null,3,null]
$ capaian audit list --db b.db
       1  2023-01-02T08:00:00+07:00  sistem        sistem  pemda               Kabupaten Contoh
       2  2023-01-02T08:00:00+07:00  sistem        sistem  pengguna            admin Administrator admin
       3  2023-01-02T09:00:00+07:00  admin         entri   opd                 2.17.0.00.0.00.01.0000 Dinas Koperasi
$ capaian audit list --db b.db --as-of 2023-01-02T08:30 --format json | jq -c '.jejak | length'
2
$ capaian audit list --db b.db >/dev/full
capaian: tidak dapat menulis ke keluaran standar
[3]
$ capaian audit anchor --db b.db | tee jangkar.txt
99.01 3 ...
$ capaian audit anchor --db b.db --format json | jq -c '[.pemda, .id, (.hash | length)]'
["99.01",3,64]
$ capaian --lang id audit verify --db b.db --anchor jangkar.txt
99.01 Kabupaten Contoh: 3 entri, utuh
jangkar yang cocok: 1
$ capaian --lang en audit verify --db b.db --anchor tiada.txt
capaian: tiada.txt: ...
  hint: ...
[3]
$ echo kosong > kosong.txt; capaian --lang en audit verify --db b.db --anchor kosong.txt
capaian: kosong.txt: no anchor is found here
  hint: an anchor is an entry number and its hash, as capaian audit anchor prints them
[2]
$ capaian --lang en audit verify --db b.db --as-of 2023-01-02
capaian: audit verify looks at the whole ledger; it takes no --as-of
[2]
$ capaian --lang en audit list --db b.db --anchor jangkar.txt
capaian: --anchor belongs to audit verify
[2]
$ capaian --lang en audit list --db b.db --pemda 51.08
capaian: the ledger does not hold pemda 51.08
  hint: it holds: 99.01
[2]
$ capaian --lang id backup c.db --db b.db
c.db: disalin dan diperiksa
$ capaian --lang en backup c.db --db b.db
capaian: c.db: there is a file of this name already
  hint: choose a new name; nothing was changed
[3]
$ capaian opd set 2.17 --db b.db --as admin --at 2023-02-01 -s nama='Dinas Lain' >/dev/null; capaian audit anchor --db b.db > kini.txt
$ capaian --lang id audit verify --db c.db --anchor kini.txt
99.01 Kabupaten Contoh: 3 entri, utuh
99.01 Kabupaten Contoh: rantai berakhir pada entri 3, jangkar mencatat entri 4: bagian akhirnya terpotong
[1]
$ capaian --lang id restore c.db d.db && cmp c.db d.db
d.db: disalin dan diperiksa
$ capaian --lang en restore c.db b.db
capaian: b.db: there is a file of this name already
  hint: choose a new name; nothing was changed
[3]
$ capaian --lang en restore tiada.db e.db
capaian: tiada.db: the ledger cannot be opened: No such file or directory
  hint: ...
[3]
$ echo bukan > e.txt; capaian --lang en restore e.txt e.db; ls e.db
capaian: e.txt: this is not a ledger of capaian
ls: cannot access 'e.db': No such file or directory
[2]
$ python3 -c "import sqlite3; d = sqlite3.connect('d.db'); d.executescript('DROP TRIGGER opd_tetap; UPDATE opd SET nama = 7 WHERE id = 3')"
$ capaian --lang id audit verify --db d.db
d.db: tabel, indeks, atau penjaga perubahan tidak seperti yang dibuat program
99.01 Kabupaten Contoh: entri 3 (2 Januari 2023 09.00, oleh admin): barisnya di tabel opd diubah
[1]
$ capaian audit verify --db d.db --format json | jq -c '[.utuh, .pemda[0].rusak.id, .pemda[0].rusak.oleh, .pemda[0].rusak.waktu]'
[false,3,"admin","2023-01-02T09:00:00+07:00"]
$ capaian --lang en opd list --db d.db
capaian: d.db: the ledger is damaged (99.01, entry 3: its row in table opd was changed)
  hint: capaian audit verify tells more; restore the last backup: capaian restore
[3]
$ capaian --lang en backup f.db --db d.db
capaian: d.db: the ledger is damaged ...
...
[3]
$ head -c 60000 b.db > g.db; capaian --lang en audit verify --db g.db
capaian: g.db: the ledger is damaged ...
  hint: restore the last backup: capaian restore
[1]
$ ls *.db
b.db
c.db
d.db
g.db
$ capaian init b.db --pemda 51.08 >/dev/null; capaian --lang en audit anchor --db b.db
capaian: the ledger holds several pemda: 51.08, 99.01
  hint: choose one with --pemda
[2]
$ capaian --lang id audit verify --db b.db --anchor kini.txt
51.08 Kabupaten Buleleng: 2 entri, utuh
99.01 Kabupaten Contoh: 4 entri, utuh
jangkar yang cocok: 1
$ capaian --lang id backup semua.db --db b.db && capaian audit verify --db semua.db --format json | jq -c '[.pemda[].pemda]'
semua.db: disalin dan diperiksa
["51.08","99.01"]
$ capaian --lang en backup x.db --db b.db --pemda 99.01 --as tini
capaian: there is no user tini
  hint: capaian user list shows all
[2]
$ sha256sum b.db > sebelum; ls > berkas; capaian opd list --db b.db --pemda 99.01 >a; capaian user list --db b.db --pemda 99.01 >a; capaian audit list --db b.db --pemda 99.01 >a; capaian audit verify --db b.db >a; capaian calendar show --db b.db --pemda 99.01 --tahun 2023 >a; capaian calendar late --db b.db --pemda 99.01 --tahun 2023 --bulan 1 >a; capaian policy list --db b.db --pemda 99.01 --tahun 2023 >a; rm a; sha256sum -c --quiet sebelum && ls | diff - berkas
