# Setting up a ledger: region, agencies, users, calendar, policy - what is printed, and every refusal
$ capaian --lang en init
capaian: init needs: LEDGER
  hint: see capaian help init
[2]
$ capaian --lang en init b.db
capaian: init needs --pemda CODE
  hint: for example 51.08, or 51 for a province
[2]
$ capaian --lang en init b.db --pemda 51.8
capaian: '51.8' is not the code of a region
  hint: near: 51.08 Kabupaten Buleleng
[2]
$ capaian --lang en init b.db --pemda bogor
capaian: 'bogor' is not the code of a region
  hint: near: 32.01 Kabupaten Bogor, 32.71 Kota Bogor
[2]
$ capaian --lang en init b.db --pemda 99.01 --nama 'Kabupaten Contoh'
capaian: no region has the code 99.01
  hint: near: ...
[2]
$ capaian --lang en init b.db --pemda 99.01 --training
capaian: no region has the code 99.01
  hint: a region that does not exist needs --nama and --training
[2]
$ capaian --lang en init b.db --pemda 51.08 --at 2023-01-02
capaian: --at is allowed in a training ledger only
  hint: capaian init --training makes one
[2]
$ capaian --lang en init /dev/full/b.db --pemda 51.08
capaian: /dev/full/b.db: the file cannot be made: Not a directory
[3]
$ ls
$ capaian --lang id init b.db --pemda 99.01 --nama 'Kabupaten Contoh' --training --at 2023-01-02T08:00
b.db: 99.01 Kabupaten Contoh (WIB); pengguna pertama: admin; buku latihan
$ capaian --lang en init b.db --pemda 99.01 --nama 'Kabupaten Contoh' --training
capaian: b.db holds 99.01 Kabupaten Contoh already
  hint: choose another file or another --pemda; nothing was changed
[2]
$ capaian --lang en opd list
capaian: opd needs --db LEDGER
  hint: a new ledger is made by: capaian init
[2]
$ capaian --lang en opd list --db tiada.db
capaian: tiada.db: the ledger cannot be opened: No such file or directory
  hint: a new ledger is made by: capaian init
[3]
$ capaian opd list --db b.db
$ capaian opd list --db b.db --format json
{
  "opd": []
}
$ capaian --lang en opd list --db b.db --format sarif
capaian: opd prints text or json
[2]
$ capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db
capaian: a change needs a user
  hint: name one with --as
[2]
$ capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as tini -s nama=x
capaian: there is no user tini
  hint: capaian user list shows all
[2]
$ capaian --lang en opd add --db b.db --as admin
capaian: opd add needs the code of the agency
[2]
$ capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin --at 2023-01-02T09:00
capaian: agency 2.17.0.00.0.00.01.0000 needs a name
  hint: give it by --set nama=...
[2]
$ capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin --at 2023-01-02T09:00 -s nama
capaian: --set: 'nama' is not FIELD=TEXT
[2]
$ capaian --lang en opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin --at 2023-01-02T09:00 -s warna=biru
capaian: an agency has no field 'warna'
  hint: choose one of: nama, kode_bidang, nama_bidang, tempat, kepala_jabatan, kepala_nama, kepala_pangkat, kepala_nip, aktif
[2]
$ capaian --lang id opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin --at 2023-01-02T09:00 -s nama='Dinas Koperasi' -s kepala_nama='Nama Kepala'
2.17.0.00.0.00.01.0000 Dinas Koperasi: disimpan
$ capaian --lang id opd set 2.17 --db b.db --as admin --at 2023-01-02T09:00 -s nama='Dinas Koperasi'
2.17.0.00.0.00.01.0000 Dinas Koperasi: tidak ada yang berubah
$ capaian --lang en opd set 2.18 --db b.db --as admin -s nama=x
capaian: there is no agency 2.18
  hint: capaian opd list shows all
[2]
$ capaian --lang en opd set 2.17 --db b.db --as admin --at 2023-01-01 -s nama=x
capaian: --at is before the last entry of the ledger, 2023-01-02T09:00:00+07:00
  hint: changes come in the order of their times
[2]
$ capaian --lang en opd set 2.17 --db b.db --as admin --as-of 2023-01-02T09:30 -s nama=x
capaian: a change is made now, not as of another time
  hint: leave out --as-of
[2]
$ capaian --lang en opd set 2.17 --db b.db --as admin --at besok -s nama=x
capaian: 'besok' is not a time
  hint: write 2023-12-29 or 2023-12-29T12:00
[2]
$ capaian --lang id opd list --db b.db
KODE                    NAMA            BIDANG  KEPALA
2.17.0.00.0.00.01.0000  Dinas Koperasi  2.17    Nama Kepala
$ capaian --lang id opd list --db b.db --as-of 2023-01-02T08:30
$ capaian --lang en user add sri --db b.db --as admin --at 2023-01-03 --nama Sri
capaian: user add needs --peran
[2]
$ capaian --lang en user add --db b.db --as admin --peran operator
capaian: user add needs the name of the user
[2]
$ capaian --lang en user add sri --db b.db --as admin --at 2023-01-03 --nama Sri --peran operator
capaian: role operator needs an agency
  hint: name it with --opd
[2]
$ capaian --lang en user add sri --db b.db --as admin --at 2023-01-03 --nama Sri --peran operator --opd 2.17
sri: first password ...-...-...-...
$ echo rahasia-pilihan | capaian --lang id user add made --db b.db --as admin --at 2023-01-03 --nama Made --peran verifikator
made: disimpan
$ echo pendek | capaian --lang en user reset made --db b.db --as admin --at 2023-01-03
capaian: a password has at least 10 characters and at most 1000 bytes
[2]
$ capaian --lang en user add ayu --db b.db --as sri --at 2023-01-03 --nama Ayu --peran auditor
capaian: sri (operator) may not do 'kelola-pengguna' here: the role does not include it
[2]
$ capaian --lang id user list --db b.db
PENGGUNA  PERAN        NAMA           OPD
admin     admin        Administrator                          belum ada sandi
made      verifikator  Made
sri       operator     Sri            2.17.0.00.0.00.01.0000
$ capaian user list --db b.db --format json | jq -c '.pengguna[] | [.pengguna, .peran, .opd, .sandi, .aktif]'
["admin","admin",null,false,true]
["made","verifikator",null,true,true]
["sri","operator","2.17.0.00.0.00.01.0000",true,true]
$ capaian user list --db b.db --format json | grep -c argon2
0
[1]
$ capaian --lang en user disable admin --db b.db --as admin --at 2023-01-03
capaian: admin is the last active admin
  hint: make another admin first
[2]
$ capaian --lang id user disable sri --db b.db --as admin --at 2023-01-03
sri: disimpan
$ capaian --lang en opd list --db b.db --as sri
capaian: user sri is disabled
[2]
$ capaian --lang id user enable sri --db b.db --as admin --at 2023-01-03
sri: disimpan
$ capaian --lang id user role sri --peran auditor --db b.db --as admin --at 2023-01-03
sri: disimpan
$ capaian --lang id calendar show --db b.db --tahun 2023 | head -3
BULAN      TENGGAT
Januari    2023-02-10
Februari   2023-03-10
$ capaian --lang id calendar holiday 2024-01-10 --nama 'Libur contoh' --db b.db --as made --at 2023-01-03
2024-01-10: Libur contoh
$ capaian --lang en calendar holiday --nama x --db b.db --as made
capaian: calendar holiday needs a DATE and --nama
  hint: an empty name takes the holiday back
[2]
$ capaian --lang en calendar holiday 2024-13-10 --nama x --db b.db --as made
capaian: '2024-13-10' is not a date
  hint: write 2023-12-29
[2]
$ capaian --lang id calendar due 2023-12-27 --tahun 2023 --bulan 11 --db b.db --as made --at 2023-01-03
November 2023, tenggat 2023-12-27
$ capaian --lang id calendar show --db b.db --tahun 2023 | tail -5
November   2023-12-27  ditetapkan
Desember   2024-01-11

LIBUR
2024-01-10  Libur contoh
$ capaian --lang id calendar due --tahun 2023 --bulan 11 --db b.db --as made --at 2023-01-03
November 2023, tenggat 2023-12-11
$ capaian --lang en calendar due 2023-12-27 --tahun 2023 --db b.db --as made
capaian: calendar needs --bulan
[2]
$ capaian --lang id calendar late --db b.db --tahun 2023 --bulan 12 --as-of 2024-01-11
Desember 2023, tenggat 2024-01-11
tidak ada OPD yang terlambat
$ capaian --lang id calendar late --db b.db --tahun 2023 --bulan 12 --as-of 2024-01-14
Desember 2023, tenggat 2024-01-11
KODE                    NAMA            KEADAAN  DIAJUKAN        HARI TERLAMBAT
2.17.0.00.0.00.01.0000  Dinas Koperasi  draf     belum diajukan               3
$ capaian calendar late --db b.db --tahun 2023 --bulan 12 --as-of 2024-01-14 --format json | jq -c
{"tahun":2023,"bulan":12,"tenggat":"2024-01-11","per":"2024-01-14","opd":[{"opd":"2.17.0.00.0.00.01.0000","nama":"Dinas Koperasi","keadaan":"draf","tanggal":null,"hari":3}]}
$ capaian --lang id policy list --db b.db --tahun 2023
2023: belum ada kebijakan sendiri; yang berlaku kebijakan bawaan
$ capaian policy show > k.conf; capaian --lang id policy add k.conf --db b.db --tahun 2023 --as admin --at 2023-01-03
2023: versi 1, Bawaan, ...
$ capaian --lang en policy add k.conf --db b.db --tahun 2023 --as admin --at 2023-01-03
capaian: this is version 1 of the policy of 2023 already
[2]
$ sed 's/^nama = .*/nama = Lain/' k.conf > l.conf; capaian --lang en policy add l.conf --db b.db --tahun 2023 --as admin --at 2023-01-03
capaian: 2023 has a policy; a change of it needs a reason
  hint: give it by --reason
[2]
$ capaian --lang id policy add l.conf --db b.db --tahun 2023 --as admin --at 2023-01-03 --reason 'Peraturan baru'
2023: versi 2, Lain, ...
$ capaian --lang en policy add l.conf --db b.db --tahun 2023 --as made --at 2023-01-03
capaian: made (verifikator) may not do 'kelola-kebijakan' here: the role does not include it
[2]
$ capaian policy list --db b.db --tahun 2023 --format json | jq -c '.kebijakan[] | [.versi, .nama, .oleh, .alasan]'
[1,"Bawaan","admin",""]
[2,"Lain","admin","Peraturan baru"]
$ echo salah > m.conf; capaian --lang en policy add m.conf --db b.db --tahun 2023 --as admin --at 2023-01-03
capaian: m.conf:1: ...
  hint: capaian policy check names every error
[2]
$ capaian --lang en policy add --db b.db --tahun 2023 --as admin
capaian: policy add needs a FILE
[2]
