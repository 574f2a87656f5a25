-- Migration 1: the ledger. Never edited; a change is a new file.
--
-- Portable between SQLite and PostgreSQL: the driver replaces @int@ (64-bit integer), @bytes@ (binary) and @strict@ (table option), and makes
-- every table named in an `append-only` line refuse UPDATE, DELETE and the INSERT of a key that exists (REPLACE) by triggers.
--
-- Every table but skema is keyed by pemda and id. id is the number of the row's entry in jejak, the audit chain of that pemda: one row, one entry.
-- Rows are versions: the newest row of a natural key is the present state; the newest with id <= n is the state as of entry n. waktu is in
-- microseconds since 1970-01-01 UTC. Money is in sen. A number m with skala s is m / 10^s. isi: 0 blank, 1 nihil, 2 value.
--
-- append-only: jejak pemda opd pengguna kebijakan rencana rencana_simpul rencana_indikator anggaran_kas fakta keadaan penjelasan bukti bukti_isi tenggat libur nomenklatur_edisi nomenklatur impor

CREATE TABLE skema (
	versi @int@ NOT NULL PRIMARY KEY, -- number of the migration
	waktu @int@ NOT NULL              -- when it was applied
) @strict@;

CREATE TABLE jejak (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,        -- 1, 2, 3 ... without gaps
	waktu @int@ NOT NULL,     -- never before that of id - 1
	oleh TEXT NOT NULL,       -- pengguna
	sumber TEXT NOT NULL,     -- entri | impor | api | sistem
	tabel TEXT NOT NULL,      -- table that holds the row with this id
	isi TEXT NOT NULL,        -- SHA-256 of the row's canonical JSON
	hash TEXT NOT NULL,       -- SHA-256 of the entry's canonical JSON and the hash of id - 1
	PRIMARY KEY (pemda, id)
) @strict@;

CREATE TABLE pemda (
	pemda TEXT NOT NULL,      -- "51.08"
	id @int@ NOT NULL,
	nama TEXT NOT NULL,       -- "Kabupaten Buleleng"
	tingkat TEXT NOT NULL,    -- provinsi | kabupaten | kota
	zona @int@ NOT NULL,      -- minutes east of UTC: 420, 480, 540
	latihan @int@ NOT NULL,   -- 1: a training ledger, whose clock may be set
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;

CREATE TABLE opd (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,        -- organisation code "2.17.3.30.3.31.01.0000"
	nama TEXT NOT NULL,
	kode_bidang TEXT NOT NULL,-- bidang urusan as printed in the head: "2.17"
	nama_bidang TEXT NOT NULL,
	tempat TEXT NOT NULL,     -- place of the signature
	kepala_jabatan TEXT NOT NULL,
	kepala_nama TEXT NOT NULL,
	kepala_pangkat TEXT NOT NULL,
	kepala_nip TEXT NOT NULL,
	aktif @int@ NOT NULL,     -- 0: no longer reports
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX opd_kunci ON opd (pemda, opd, id);

CREATE TABLE pengguna (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	pengguna TEXT NOT NULL,   -- sign-in name
	nama TEXT NOT NULL,
	peran TEXT NOT NULL,      -- operator | kepala | verifikator | pimpinan | auditor | admin
	opd TEXT NOT NULL,        -- scope of operator and kepala; "" for the whole pemda
	sandi TEXT NOT NULL,      -- argon2id string; "" when none is set yet
	aktif @int@ NOT NULL,
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX pengguna_kunci ON pengguna (pemda, pengguna, id);

CREATE TABLE kebijakan (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	tahun @int@ NOT NULL,
	versi @int@ NOT NULL,     -- 1, 2, ... within the year
	teks TEXT NOT NULL,       -- canonical policy file
	hash TEXT NOT NULL,       -- of the policy (docs/policy.md)
	alasan TEXT NOT NULL,
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX kebijakan_kunci ON kebijakan (pemda, tahun, id);

CREATE TABLE rencana (            -- a budget document; its row comes after its tree and makes it known
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	versi @int@ NOT NULL,     -- 1, 2, ... within OPD and year
	jenis TEXT NOT NULL,      -- murni | pergeseran | perubahan
	nomor TEXT NOT NULL,      -- number of the document
	berlaku TEXT NOT NULL,    -- date in force, yyyy-mm-dd
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX rencana_kunci ON rencana (pemda, opd, tahun, id);

CREATE TABLE rencana_simpul (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	versi @int@ NOT NULL,
	urut @int@ NOT NULL,      -- place in pre-order, from 0
	tingkat @int@ NOT NULL,   -- 1 program, 2 kegiatan, 3 sub kegiatan
	kode TEXT NOT NULL,       -- normalised
	nomor TEXT NOT NULL,
	nama TEXT NOT NULL,
	pagu_isi @int@ NOT NULL,  -- sub kegiatan only
	pagu @int@ NOT NULL,
	bobot_isi @int@ NOT NULL,
	bobot_m @int@ NOT NULL,
	bobot_skala @int@ NOT NULL,
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX rencana_simpul_kunci ON rencana_simpul (pemda, opd, tahun, versi, urut);

CREATE TABLE rencana_indikator (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	versi @int@ NOT NULL,
	kode TEXT NOT NULL,       -- node
	indikator @int@ NOT NULL, -- number that stays with the indicator through all versions of the year, from 1 within its node
	urut @int@ NOT NULL,      -- place within its node, from 0
	nama TEXT NOT NULL,
	satuan TEXT NOT NULL,
	target_isi @int@ NOT NULL,
	target_m @int@ NOT NULL,
	target_skala @int@ NOT NULL,
	target_teks TEXT NOT NULL,-- a text target ("WTP"); "" otherwise
	arah TEXT NOT NULL,       -- naik | turun-a | turun-b | rentang; "" follows the policy
	perilaku TEXT NOT NULL,   -- kumulatif | jumlah | terakhir; "" follows the policy
	bobot_isi @int@ NOT NULL,
	bobot_m @int@ NOT NULL,
	bobot_skala @int@ NOT NULL,
	gema @int@ NOT NULL,      -- 1: the parent's realised volume echoes its outcome percentage
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX rencana_indikator_kunci ON rencana_indikator (pemda, opd, tahun, versi, kode, urut);

CREATE TABLE anggaran_kas (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	versi @int@ NOT NULL,     -- of the plan
	kode TEXT NOT NULL,       -- sub kegiatan
	bulan @int@ NOT NULL,
	sen @int@ NOT NULL,       -- planned withdrawal of that month alone
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX anggaran_kas_kunci ON anggaran_kas (pemda, opd, tahun, versi, kode, bulan);

CREATE TABLE fakta (              -- what was reported; cumulative to the end of the month
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	bulan @int@ NOT NULL,
	kode TEXT NOT NULL,       -- node; "" for the narrative of the whole report
	indikator @int@ NOT NULL, -- number of the indicator; 0 for money and narrative
	jenis TEXT NOT NULL,      -- uang | volume | permasalahan | tindak-lanjut | faktor-pendorong
	isi @int@ NOT NULL,
	m @int@ NOT NULL,         -- sen for money
	skala @int@ NOT NULL,     -- 2 for money
	teks TEXT NOT NULL,       -- narrative, or a text in place of a number
	asal TEXT NOT NULL,       -- "sha256:row" of an imported file; "" for entry
	ganti @int@ NOT NULL,     -- id of the fact that this one replaces; 0 for the first
	alasan TEXT NOT NULL,     -- why a cumulative value fell, or ""
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX fakta_kunci ON fakta (pemda, opd, tahun, bulan, kode, indikator, jenis, id);

CREATE TABLE keadaan (            -- the cycle of an OPD's month
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	bulan @int@ NOT NULL,
	revisi @int@ NOT NULL,    -- 1, 2, ...
	keadaan TEXT NOT NULL,    -- draf | diajukan | diverifikasi | disahkan
	aksi TEXT NOT NULL,       -- ajukan | kembalikan | verifikasi | sahkan | buka
	terkunci @int@ NOT NULL,  -- 1: this step locks the month (the last of the policy's order)
	alasan TEXT NOT NULL,
	kebijakan @int@ NOT NULL, -- id of the policy it was computed with; 0: the built-in one
	rencana @int@ NOT NULL,   -- versi of the plan in force
	kondisi TEXT NOT NULL,    -- date the figures stand at, yyyy-mm-dd; "" the end of the month
	tanggal TEXT NOT NULL,    -- date of the signature; "" before approval
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX keadaan_kunci ON keadaan (pemda, opd, tahun, bulan, id);

CREATE TABLE penjelasan (         -- why a warning stands
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	bulan @int@ NOT NULL,
	aturan TEXT NOT NULL,     -- rule of the check
	kode TEXT NOT NULL,       -- node; "" for the whole report
	teks TEXT NOT NULL,
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX penjelasan_kunci ON penjelasan (pemda, opd, tahun, bulan, aturan, kode, id);

CREATE TABLE bukti_isi (          -- the bytes of evidence, once however often they are attached
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	hash TEXT NOT NULL,
	isi @bytes@ NOT NULL,
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE UNIQUE INDEX bukti_isi_kunci ON bukti_isi (pemda, hash);

CREATE TABLE bukti (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	bulan @int@ NOT NULL,
	kode TEXT NOT NULL,
	nama TEXT NOT NULL,       -- file name as given, never used as a path
	jenis TEXT NOT NULL,      -- media type found from the content
	ukuran @int@ NOT NULL,
	hash TEXT NOT NULL,
	aktif @int@ NOT NULL,     -- 0: detached
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, hash) REFERENCES bukti_isi (pemda, hash),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX bukti_kunci ON bukti (pemda, opd, tahun, bulan, kode, id);

CREATE TABLE tenggat (            -- day by which a month is due
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	tahun @int@ NOT NULL,     -- year and month reported on
	bulan @int@ NOT NULL,
	tanggal TEXT NOT NULL,    -- yyyy-mm-dd; "": by the rule of the calendar again
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX tenggat_kunci ON tenggat (pemda, tahun, bulan, id);

CREATE TABLE libur (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	tanggal TEXT NOT NULL,
	nama TEXT NOT NULL,       -- "" takes a holiday back
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX libur_kunci ON libur (pemda, tanggal, id);

CREATE TABLE nomenklatur_edisi (  -- the row after the entries, which makes the edition known
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	edisi TEXT NOT NULL,      -- "2026"
	nama TEXT NOT NULL,       -- title, or name of the imported file
	hash TEXT NOT NULL,       -- of the imported file
	jumlah @int@ NOT NULL,
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;

CREATE TABLE nomenklatur (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	edisi TEXT NOT NULL,
	kode TEXT NOT NULL,       -- bidang, program, kegiatan or sub kegiatan
	nama TEXT NOT NULL,
	indikator TEXT NOT NULL,  -- of a sub kegiatan
	satuan TEXT NOT NULL,
	sebelumnya TEXT NOT NULL, -- codes it replaces, blank between; ""
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX nomenklatur_kunci ON nomenklatur (pemda, edisi, kode, id);

CREATE TABLE impor (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	hash TEXT NOT NULL,       -- of the file
	nama TEXT NOT NULL,
	jenis TEXT NOT NULL,      -- laporan | isian | rencana | realisasi | nomenklatur | cadangan
	ringkasan TEXT NOT NULL,  -- control totals as JSON
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX impor_kunci ON impor (pemda, hash, id);
