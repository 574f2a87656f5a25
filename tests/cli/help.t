# Help of every command in both languages; manual page and completion from the same table
$ capaian --version
capaian ...
$ capaian help check --lang en | head -1
Usage: capaian check ...
$ capaian check --help --lang id | head -1
Pemakaian: capaian check ...
$ capaian help report | grep -c -- '--output'
1
$ capaian help man --lang en | grep -c '^.SS capaian [a-z]*'
...
$ capaian help man --lang id > capaian.1 && head -2 capaian.1
.TH CAPAIAN 1 "" "capaian ..."
.SH NAMA
$ capaian help bash > c.bash && bash -c '. ./c.bash; COMP_WORDS=(capaian check --form); COMP_CWORD=2; _capaian; echo "${COMPREPLY[@]}"'
--format
$ bash -c '. ./c.bash; COMP_WORDS=(capaian check --format js); COMP_CWORD=3; _capaian; echo "${COMPREPLY[@]}"'
json
$ bash -c '. ./c.bash; COMP_WORDS=(capaian expl); COMP_CWORD=1; _capaian; echo "${COMPREPLY[@]}"'
explain
$ bash -c '. ./c.bash; COMP_WORDS=(capaian help pol); COMP_CWORD=2; _capaian; echo "${COMPREPLY[@]}"'
policy
$ bash -c '. ./c.bash; COMP_WORDS=(capaian rules rata-p); COMP_CWORD=2; _capaian; echo "${COMPREPLY[@]}"'
rata-program
$ bash -c '. ./c.bash; COMP_WORDS=(capaian check --rule nip); COMP_CWORD=3; _capaian; echo "${COMPREPLY[@]}"'
nip-bentuk
$ capaian check --help > /dev/full
capaian: tidak dapat menulis ke keluaran standar
[3]
$ capaian help check > /dev/full
capaian: tidak dapat menulis ke keluaran standar
[3]
