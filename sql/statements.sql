-- Named statements, portable between SQLite and PostgreSQL. `-- name: x -> table` gives whole rows of that table.
-- `id + 0` keeps SQLite from walking all entries of the pemda by their number instead of looking the key up.

-- name: skema_versi
SELECT coalesce(max(versi), 0) FROM skema

-- name: skema_add
INSERT INTO skema VALUES ($1, $2)

-- name: jejak_last
SELECT id, waktu, hash FROM jejak WHERE pemda = $1 ORDER BY id DESC LIMIT 1

-- name: jejak_before
SELECT id, waktu FROM jejak WHERE pemda = $1 AND id <= $2 ORDER BY id DESC LIMIT 1

-- name: jejak_hash
SELECT hash FROM jejak WHERE pemda = $1 AND id = $2

-- name: rantai_list
SELECT DISTINCT pemda FROM jejak ORDER BY pemda

-- name: jejak_range -> jejak
SELECT * FROM jejak WHERE pemda = $1 AND id >= $2 AND id <= $3 ORDER BY id

-- name: jejak_cari -> jejak
SELECT * FROM jejak WHERE pemda = $1 AND id < $2 AND ($3 = '' OR oleh = $3) AND ($4 = '' OR tabel = $4) ORDER BY id DESC LIMIT coalesce($5, 0)

-- name: pemda_list -> pemda
SELECT * FROM pemda AS p WHERE id = (SELECT max(id) FROM pemda WHERE pemda = p.pemda) ORDER BY pemda

-- name: opd_list -> opd
SELECT * FROM opd AS o WHERE pemda = $1 AND id = (SELECT max(id) FROM opd WHERE pemda = $1 AND opd = o.opd AND id <= $2) ORDER BY opd

-- name: opd_get -> opd
SELECT * FROM opd WHERE pemda = $1 AND opd = $2 AND id <= $3 ORDER BY id DESC LIMIT 1

-- name: pengguna_list -> pengguna
SELECT * FROM pengguna AS p WHERE pemda = $1 AND id = (SELECT max(id) FROM pengguna WHERE pemda = $1 AND pengguna = p.pengguna AND id <= $2)
ORDER BY pengguna

-- name: pengguna_get -> pengguna
SELECT * FROM pengguna WHERE pemda = $1 AND pengguna = $2 ORDER BY id DESC LIMIT 1

-- name: tenggat_list -> tenggat
SELECT * FROM tenggat AS t WHERE pemda = $1 AND tahun = $2
AND id = (SELECT max(id) FROM tenggat WHERE pemda = $1 AND tahun = $2 AND bulan = t.bulan AND id <= $3) ORDER BY bulan

-- name: libur_list -> libur
SELECT * FROM libur AS l WHERE pemda = $1 AND id = (SELECT max(id) FROM libur WHERE pemda = $1 AND tanggal = l.tanggal AND id <= $2)
ORDER BY tanggal

-- name: kebijakan_list -> kebijakan
SELECT * FROM kebijakan WHERE pemda = $1 AND tahun = $2 AND id <= $3 ORDER BY id

-- name: rencana_list -> rencana
SELECT * FROM rencana WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND id <= $4 ORDER BY id

-- name: rencana_simpul_list -> rencana_simpul
SELECT * FROM rencana_simpul WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND versi = $4 ORDER BY urut

-- name: rencana_indikator_list -> rencana_indikator
SELECT * FROM rencana_indikator WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND versi = $4 ORDER BY kode, urut

-- name: anggaran_kas_list -> anggaran_kas
SELECT * FROM anggaran_kas WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND versi = $4 ORDER BY kode, bulan

-- name: fakta_bulan -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND id + 0 <= $5 ORDER BY opd, bulan, kode, indikator, jenis, id

-- name: fakta_tahun -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND id + 0 <= $4 ORDER BY opd, bulan, kode, indikator, jenis, id

-- name: fakta_pemda_bulan -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND tahun = $2 AND bulan = $3 AND id + 0 <= $4 ORDER BY opd, bulan, kode, indikator, jenis, id

-- name: fakta_pemda_tahun -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND tahun = $2 AND id + 0 <= $3 ORDER BY opd, bulan, kode, indikator, jenis, id

-- name: fakta_volume_sebelum -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan < $4 AND indikator > 0 AND id + 0 <= $5
ORDER BY opd, bulan, kode, indikator, jenis, id

-- name: fakta_sejak -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND id > $2 AND id <= $3 ORDER BY id

-- name: fakta_terbaru -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND kode = $5 AND indikator = $6 AND jenis = $7 ORDER BY id DESC LIMIT 1

-- name: fakta_ada
SELECT id FROM fakta WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND id + 0 <= $5 LIMIT 1

-- name: fakta_riwayat -> fakta
SELECT * FROM fakta WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND kode = $5 AND indikator = $6 AND jenis = $7 AND id <= $8
ORDER BY id

-- name: jejak_fakta -> jejak
SELECT j.* FROM fakta AS f JOIN jejak AS j ON j.pemda = f.pemda AND j.id = f.id WHERE f.pemda = $1 AND f.opd = $2 AND f.tahun = $3 AND f.bulan = $4 ORDER BY j.id + 0

-- name: keadaan_bulan -> keadaan
SELECT * FROM keadaan WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND id <= $5 ORDER BY opd, bulan, id

-- name: keadaan_tahun -> keadaan
SELECT * FROM keadaan WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND id + 0 <= $4 ORDER BY opd, bulan, id

-- name: keadaan_pemda_bulan -> keadaan
SELECT * FROM keadaan WHERE pemda = $1 AND tahun = $2 AND bulan = $3 AND id + 0 <= $4 ORDER BY opd, bulan, id

-- name: keadaan_pemda_tahun -> keadaan
SELECT * FROM keadaan WHERE pemda = $1 AND tahun = $2 AND id + 0 <= $3 ORDER BY opd, bulan, id

-- name: penjelasan_list -> penjelasan
SELECT * FROM penjelasan AS p WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4
AND id = (SELECT max(id) FROM penjelasan WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND aturan = p.aturan AND kode = p.kode AND id <= $5)
ORDER BY aturan, kode

-- name: bukti_list -> bukti
SELECT * FROM bukti AS b WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4
AND id = (SELECT max(id) FROM bukti WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND kode = b.kode AND hash = b.hash AND id <= $5)
ORDER BY kode, id

-- name: bukti_isi_get -> bukti_isi
SELECT * FROM bukti_isi WHERE pemda = $1 AND hash = $2

-- name: nomenklatur_edisi_list -> nomenklatur_edisi
SELECT * FROM nomenklatur_edisi WHERE pemda = $1 ORDER BY edisi, id

-- name: nomenklatur_list -> nomenklatur
SELECT * FROM nomenklatur AS n WHERE pemda = $1 AND edisi = $2
AND id = (SELECT max(id) FROM nomenklatur WHERE pemda = $1 AND edisi = $2 AND kode = n.kode) ORDER BY kode

-- name: impor_find -> impor
SELECT * FROM impor WHERE pemda = $1 AND hash = $2 ORDER BY id DESC LIMIT 1

-- name: komentar_list -> komentar
SELECT * FROM komentar WHERE pemda = $1 AND opd = $2 AND tahun = $3 AND bulan = $4 AND id + 0 <= $5 ORDER BY id

-- name: pengaturan_list -> pengaturan
SELECT * FROM pengaturan AS p WHERE pemda = $1 AND id = (SELECT max(id) FROM pengaturan WHERE pemda = $1 AND kunci = p.kunci AND id <= $2)
ORDER BY kunci

-- name: peristiwa_list -> peristiwa
SELECT * FROM peristiwa WHERE pemda = $1 AND tentang = $2 ORDER BY id

-- name: sesi_get -> sesi
SELECT * FROM sesi WHERE hash = $1

-- name: sesi_list -> sesi
SELECT * FROM sesi WHERE pemda = $1 ORDER BY pengguna, dibuat, hash

-- name: sesi_pengguna_list -> sesi
SELECT * FROM sesi WHERE pemda = $1 AND pengguna = $2 ORDER BY dibuat, hash

-- name: sesi_drop
DELETE FROM sesi WHERE hash = $1

-- name: sesi_drop_pengguna
DELETE FROM sesi WHERE pemda = $1 AND pengguna = $2 AND hash <> $3

-- name: sesi_drop_lama
DELETE FROM sesi WHERE kedaluwarsa <= $1 OR dilihat <= $2

-- name: token_api_get -> token_api
SELECT * FROM token_api WHERE hash = $1

-- name: token_api_list -> token_api
SELECT * FROM token_api WHERE pemda = $1 ORDER BY pengguna, dibuat, hash

-- name: totp_get -> totp
SELECT * FROM totp WHERE pemda = $1 AND pengguna = $2

-- name: totp_drop
DELETE FROM totp WHERE pemda = $1 AND pengguna = $2

-- name: pemulihan_list -> pemulihan
SELECT * FROM pemulihan WHERE pemda = $1 AND pengguna = $2 ORDER BY hash

-- name: pemulihan_drop
DELETE FROM pemulihan WHERE pemda = $1 AND pengguna = $2

-- name: undangan_get -> undangan
SELECT * FROM undangan WHERE hash = $1

-- name: undangan_drop_pengguna
DELETE FROM undangan WHERE pemda = $1 AND pengguna = $2 AND jenis = $3 AND dipakai = 0

-- name: undangan_drop_lama
DELETE FROM undangan WHERE kedaluwarsa <= $1

-- name: pekerjaan_last
SELECT coalesce(max(id), 0) FROM pekerjaan WHERE pemda = $1

-- name: pekerjaan_get -> pekerjaan
SELECT * FROM pekerjaan WHERE pemda = $1 AND id = $2

-- name: pekerjaan_list -> pekerjaan
SELECT * FROM pekerjaan WHERE pemda = $1 AND pengguna = $2 ORDER BY id DESC

-- name: pekerjaan_keadaan_list -> pekerjaan
SELECT * FROM pekerjaan WHERE pemda = $1 AND keadaan = $2 ORDER BY id

-- name: pekerjaan_hasil_get -> pekerjaan_hasil
SELECT * FROM pekerjaan_hasil WHERE pemda = $1 AND id = $2

-- name: pekerjaan_hasil_drop_lama
DELETE FROM pekerjaan_hasil WHERE pemda = $1 AND id IN (SELECT id FROM pekerjaan WHERE pemda = $1 AND kedaluwarsa <= $2)

-- The newest stays: no number is given twice.
-- name: pekerjaan_drop_lama
DELETE FROM pekerjaan WHERE pemda = $1 AND kedaluwarsa <= $2 AND id < (SELECT max(id) FROM pekerjaan WHERE pemda = $1)

-- name: perubahan
SELECT 'fakta' AS tabel, opd, tahun, bulan FROM fakta WHERE pemda = $1 AND id > $2 AND id <= $3
UNION SELECT 'keadaan', opd, tahun, bulan FROM keadaan WHERE pemda = $1 AND id > $2 AND id <= $3
UNION SELECT 'rencana', opd, tahun, 0 FROM rencana WHERE pemda = $1 AND id > $2 AND id <= $3
UNION SELECT 'opd', opd, 0, 0 FROM opd WHERE pemda = $1 AND id > $2 AND id <= $3
UNION SELECT 'kebijakan', '', tahun, 0 FROM kebijakan WHERE pemda = $1 AND id > $2 AND id <= $3
UNION SELECT 'tenggat', '', tahun, 0 FROM tenggat WHERE pemda = $1 AND id > $2 AND id <= $3
UNION SELECT 'libur', '', 0, 0 FROM libur WHERE pemda = $1 AND id > $2 AND id <= $3
