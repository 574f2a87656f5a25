# Tokens for programs, links that set a password
$ capaian init b.db --pemda 99.01 --nama 'Kabupaten Contoh' --training > /dev/null; capaian opd add 2.17.0.00.0.00.01.0000 --db b.db --as admin -s nama='Dinas Koperasi' > /dev/null; echo 'rahasia benar' | capaian user add sri --db b.db --as admin --peran operator --opd 2.17 --nama Sri
sri: disimpan
$ capaian token new --db b.db --user sri --scope baca --nama 'Dasbor kantor' > t; grep -Ecx 'cpn_[A-Za-z0-9_-]{43}' t
1
$ capaian --lang id token list --db b.db
ID                PENGGUNA  LINGKUP  SAMPAI      NAMA
...  sri       baca     20...  Dasbor kantor
$ grep -c -e "$(cut -c5- t)" b.db
0
[1]
$ capaian token list --db b.db --format json | jq -c '.token[] | [.pengguna, .lingkup, .nama, .dipakai, .berlaku]'
["sri","baca","Dasbor kantor",null,true]
$ capaian token list --db b.db --format json | jq -r '.token[0].id' > id; capaian --lang id token revoke $(cat id) --db b.db --as sri
...: dicabut
$ capaian token list --db b.db --format json | jq -c '.token[].berlaku'
false
$ capaian --lang en token revoke $(cat id) --db b.db --as admin
capaian: there is no token ... that could be revoked
  hint: capaian token list shows all
[2]
$ capaian --lang en token new --db b.db --user sri --scope root
capaian: 'root' is no value of --scope; choose one of: baca, isi, semua
  hint: see capaian help token
[2]
$ capaian --lang en token new --db b.db --user nobody --scope baca
capaian: there is no user nobody
  hint: capaian user list shows all
[2]
$ capaian --lang en token new --db b.db --user sri
capaian: token new needs --scope
  hint: baca: read; isi: read, and enter a month's values; semua: all that the user may
[2]
$ capaian --lang en token new --db b.db --scope baca
capaian: token new needs --user USER
[2]
$ capaian --lang en token new --db b.db --user sri --scope baca --days 9999
capaian: --days: '9999' is not a number from 1 to 1826
[2]
$ capaian user disable sri --db b.db --as admin > /dev/null; capaian --lang en token new --db b.db --user sri --scope baca
capaian: user sri is disabled
[2]
$ capaian --lang en user invite sri --db b.db --as admin
capaian: user sri is disabled
[2]
$ capaian user enable sri --db b.db --as admin > /dev/null; capaian --lang en user invite sri --db b.db --as admin
/undangan/...
Sri sets a password there, once, until ...
$ capaian --lang en user invite sri --db b.db --as sri
capaian: sri (operator) may not do 'kelola-pengguna' here: the role does not include it
[2]
$ capaian audit list --db b.db | grep -c 'peristiwa'
3
$ capaian audit verify --db b.db > /dev/null
$ capaian --lang id setting list --db b.db
PENGATURAN      NILAI
periksa-publik  tidak  Siapa pun boleh memeriksa berkas tanpa masuk.
portal-publik   ya     Laporan yang disahkan dan data terbuka ditayangkan.
batas-unggah    20     Ukuran terbesar berkas yang boleh diunggah, dalam MiB.
$ capaian --lang id setting set periksa-publik ya --db b.db --as admin
periksa-publik: disimpan
$ capaian --lang en setting set periksa-publik ya --db b.db --as admin
periksa-publik: nothing to change
$ capaian setting list --db b.db --format json | jq -c
{"periksa-publik":true,"portal-publik":true,"batas-unggah":20}
$ capaian --lang en setting set batas-unggah 99 --db b.db --as admin
capaian: '99' is no value of batas-unggah
  hint: write a number from 1 to 20
[2]
$ capaian --lang en setting set warna merah --db b.db --as admin
capaian: there is no setting 'warna'
  hint: there are: periksa-publik, portal-publik, batas-unggah
[2]
$ capaian --lang en setting set periksa-publik ya --db b.db --as sri
capaian: sri (operator) may not do 'pengaturan' here: the role does not include it
[2]
