# The corrected form is judged like any other: what the source did not say is still asked for, and no figure is
$ capaian report "$EXAMPLES/laporan-capaian-2023-12.tsv" -o benar.xlsx -o benar.csv
$ capaian check benar.csv --rule kosong-wajib --lang en | grep error
benar.csv:124:8: error[kosong-wajib]: The unit of indicator "Jumlah SDM" of sub kegiatan 12.1.2 is blank.
benar.csv:125:8: error[kosong-wajib]: The unit of indicator "Bulan" of sub kegiatan 12.1.2 is blank.
benar.csv: errors: 2, warnings: 0, notes: 0
$ capaian check benar.xlsx --format json | jq -c '[.summary.error, .files[0].printed == .files[0].computed]'
[2,true]
$ capaian check benar.csv --format json | jq -c '[.summary.error, .files[0].printed == .files[0].computed]'
[2,true]
$ sed '/^2.17.01;/s/96,26;91,60;93,93/96,2560066862;91,6035353535;93,9297710199/' benar.csv > semua.csv && capaian check semua.csv --format json | jq -c '[.summary.error, .files[0].printed.rata_rata]'
[2,"96.79"]
