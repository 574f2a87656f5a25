# Wrong use: one clear sentence, the nearest word, exit 2
$ capaian
...
Pemakaian: capaian PERINTAH [OPSI]... [ARGUMEN]...
...
[2]
$ capaian chek x.tsv
capaian: perintah 'chek' tidak dikenal
  petunjuk: mungkin maksudnya 'check'?
[2]
$ capaian --lang en chek x.tsv
capaian: unknown command 'chek'
  hint: did you mean 'check'?
[2]
$ LANGUAGE=en capaian check
capaian: check needs a FILE, or --db with an agency's month
  hint: see capaian help check
[2]
$ LANG=en_US.UTF-8 capaian check --formt json x
capaian: unknown option --formt
  hint: did you mean '--format'?
[2]
$ LANGUAGE=id LANG=en_US.UTF-8 capaian check --format xml x
capaian: 'xml' bukan nilai --format; pilih salah satu: text, json, sarif
  petunjuk: lihat capaian help check
[2]
$ capaian --lang en check x --output y
capaian: check takes no option --output
  hint: see capaian help check
[2]
$ capaian --lang en check --policy
capaian: option --policy needs a value: FILE
  hint: see capaian help check
[2]
$ capaian --lang en explain a b c
capaian: explain does not expect 'c'
  hint: see capaian help explain
[2]
$ capaian --lang en policy shw
capaian: policy does not know 'shw'; choose one of: show, check, list, add
  hint: see capaian help policy
[2]
$ capaian --lang en check --strict=yes x
capaian: option --strict takes no value
  hint: see capaian help check
[2]
$ capaian --lang en report "$EXAMPLES/laporan-capaian-2023-12.tsv" -o out.docx
capaian: out.docx: this form of report is not known
  hint: end the name in .pdf, .xlsx, .html, .csv, .json or .md
[2]
$ capaian --lang en report "$EXAMPLES/laporan-capaian-2023-12.tsv"
capaian: report needs at least one -o FILE
  hint: for example -o laporan.pdf
[2]
$ capaian --lang en check --rule rata-progam x.tsv
capaian: unknown rule 'rata-progam'
  hint: did you mean 'rata-program'?
[2]
$ capaian --lang en explain "$EXAMPLES/laporan-capaian-2023-12.tsv" 99.9
capaian: .../laporan-capaian-2023-12.tsv has no program, kegiatan or sub kegiatan '99.9'
  hint: give a code (2.17.01), a number (12.1.1) or total
[2]
$ capaian --lang en explain "$EXAMPLES/laporan-capaian-2023-12.tsv"
capaian: explain needs a FILE and a KODE, or --db with an agency's month and a KODE
  hint: for example: capaian explain laporan.tsv 12.1.1
[2]
$ capaian --lang en help frob
capaian: unknown command 'frob'
  hint: capaian help lists them all
[2]
$ capaian check "$EXAMPLES/laporan-capaian-2023-12.tsv" | head -1
.../laporan-capaian-2023-12.tsv:7:1: catatan[judul-terpotong]: ...
