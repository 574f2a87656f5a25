# Nomenclature: an edition, a plan held against it, what became of each code
$ capaian --lang en init b.db --pemda 99.01 --training --nama 'Kabupaten Contoh' --at 2023-01-01 && capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin -s nama='Dinas Koperasi' --at 2023-01-01 && capaian --lang en plan import $FIXTURES/rencana.csv --db b.db --opd 2.17 --tahun 2023 --as admin --at 2023-01-02 --apply | tail -1
...
kept as version 1
$ capaian --lang en nomenclature check --db b.db --opd 2.17 --tahun 2023
capaian: the ledger has no nomenclature yet
  hint: import one: capaian nomenclature import
[2]
$ capaian --lang en nomenclature import $FIXTURES/nomenklatur.csv --edisi 2026 --db b.db
edition 2026: 3 rows; 2 bidang, 2 program, 2 kegiatan, 3 sub kegiatan, 1 with a code before
dry run: nothing is kept yet; --apply keeps it
$ capaian --lang en nomenclature import $FIXTURES/nomenklatur.csv --db b.db
capaian: an edition needs a name of at most 40 characters
  hint: give it by --edisi, mostly the year: 2026
[2]
$ capaian --lang en nomenclature import $FIXTURES/nomenklatur.csv --edisi 2026 --db b.db --as admin --at 2023-01-03 --apply | tail -1
kept
$ capaian --lang en nomenclature list --db b.db
EDITION  CODES  FROM
2026         9  nomenklatur.csv
$ capaian --lang en plan check --db b.db --opd 2.17 --tahun 2023
capaian: error: edition 2026 does not have the code 2.17.01.2.01.02 'Survei' [nomenklatur-kode]
  hint: near: X.XX.01.2.01.0007 Survei Kepuasan
capaian: warning: 2.17.02.2.01.01: 'Koperasi' counts in 'Unit'; edition 2026 counts in 'Koperasi' [nomenklatur-satuan]
edition 2026: of 3 sub kegiatan 2 have a known code: 2 with the same name, 0 spelt otherwise, 0 with another name; 1 unknown
[1]
$ capaian --lang en nomenclature migrate --db b.db --opd 2.17 --tahun 2023
2.17.01.2.01.01 Penyusunan Dokumen
  as before: X.XX.01.2.01.0001 Penyusunan Dokumen
2.17.01.2.01.02 Survei
  replaced: X.XX.01.2.01.0007 Survei Kepuasan
2.17.02.2.01.01 Pembinaan
  as before: 2.17.02.2.01.0001 Pembinaan
edition 2026, 3 sub kegiatan: 2 as before, 0 spelt otherwise, 1 replaced, 0 renumbered, 0 without a successor
$ capaian --lang en nomenclature check --db b.db --opd 2.17 --tahun 2023 --edisi 2020
capaian: there is no edition 2020
  hint: there are: 2026
[2]
