# Command lines from a file: quoting, passwords, where it stops.
$ printf '%s\n' "# a region" "init b.db --pemda 99.01 --nama 'Kabupaten \"Contoh\"' --training --at 2023-01-02T08:00" "" "  opd add 2.17.0.00.0.00.01.0000 --as admin --at 2023-01-02T08:01 -s \"nama=Dinas \\\"Koperasi\\\" \\\\\"" > tata.txt
$ printf '%s\n' "user add sri --as admin --at 2023-01-02T08:02 --peran operator --opd 2.17 --nama Sri\\ Dua # the operator" "user add made --as admin --at 2023-01-02T08:03 --peran verifikator --nama Made" "opd list" >> tata.txt
$ printf 'latihan-satu\nlatihan-dua\n' | capaian --lang en batch tata.txt --db b.db
b.db: 99.01 Kabupaten "Contoh" (WIB); first user: admin; a training ledger
2.17.0.00.0.00.01.0000 Dinas "Koperasi" \: saved
sri: saved
made: saved
CODE                    NAME                BIDANG  HEAD
2.17.0.00.0.00.01.0000  Dinas "Koperasi" \  2.17
$ capaian --lang en user list --db b.db
USER   ROLE         NAME           AGENCY
admin  admin        Administrator                          no password yet
made   verifikator  Made
sri    operator     Sri Dua        2.17.0.00.0.00.01.0000

$ printf '%s\n' "opd set 2.17 --as admin --at 2023-01-02T08:04 -s tempat=Contoh" "opd set 9.99 --as admin --at 2023-01-02T08:05" "opd list" > salah.txt
$ capaian --lang en batch salah.txt --db b.db
2.17.0.00.0.00.01.0000 Dinas "Koperasi" \: saved
capaian: there is no agency 9.99
...
capaian: salah.txt:2: stopped at: opd set 9.99 --as admin --at 2023-01-02T08:05
[2]
$ printf 'opd set 2.17 -s tempat="Contoh' > kutip.txt
$ capaian --lang en batch kutip.txt --db b.db
capaian: a quote is not closed
capaian: kutip.txt:1: stopped at: opd set 2.17 -s tempat="Contoh
[2]
$ echo "batch kutip.txt" > dalam.txt
$ capaian --lang en batch dalam.txt --db b.db
capaian: a line holds one command, and not batch
capaian: dalam.txt:1: stopped at: batch kutip.txt
[2]
$ echo "check $EXAMPLES/laporan-capaian-2023-12.tsv --rule rata-program" > temuan.txt
$ capaian --lang en batch temuan.txt > /dev/null
capaian: temuan.txt:1: stopped at: check .../laporan-capaian-2023-12.tsv --rule rata-program
[1]
$ capaian --lang en batch tidak-ada.txt
capaian: tidak-ada.txt: the file cannot be read: No such file or directory
[3]
$ printf 'opd list \377\n' > biner.txt
$ capaian --lang en batch biner.txt --db b.db
capaian: biner.txt: this is no text in UTF-8
[3]
$ capaian --lang id batch --help | head -1
Pemakaian: capaian batch FILE
