-- Migration 2: what the web application keeps. Never edited; a change is a new file.
--
-- As in migration 1: rows of the append-only tables are facts, each with its entry in the audit chain.
--
-- The tables of an `operation` line are not facts but operation: who is signed in, which job runs. Their rows change and go, no entry of the chain knows
-- them, and an export leaves them out. Secrets that a person or a program carries (session, token, link, recovery code) are kept as SHA-256 only.
--
-- append-only: komentar pengaturan peristiwa
-- operation: sesi token_api totp pemulihan undangan pekerjaan pekerjaan_hasil

CREATE TABLE komentar (           -- what the verifikator asks about a line, and what the agency answers
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	opd TEXT NOT NULL,
	tahun @int@ NOT NULL,
	bulan @int@ NOT NULL,
	kode TEXT NOT NULL,       -- node; "" for the whole report
	indikator @int@ NOT NULL, -- number of the indicator; 0 for the node itself
	jenis TEXT NOT NULL,      -- catatan | jawaban
	balas @int@ NOT NULL,     -- jawaban: id of the catatan; 0 otherwise
	teks TEXT NOT NULL,       -- "" where a jawaban only changes selesai
	selesai @int@ NOT NULL,   -- 1: with this row the matter is settled; the newest row of a catatan counts
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX komentar_kunci ON komentar (pemda, opd, tahun, bulan, id);

CREATE TABLE pengaturan (         -- settings of the pemda
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	kunci TEXT NOT NULL,      -- "periksa-publik"
	nilai TEXT NOT NULL,      -- "" takes it back to what the program does without it
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX pengaturan_kunci ON pengaturan (pemda, kunci, id);

CREATE TABLE peristiwa (          -- what happened to an account; never a secret
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	jenis TEXT NOT NULL,      -- totp-aktif | totp-mati | token-buat | token-cabut | sesi-cabut | undangan | pemulihan
	tentang TEXT NOT NULL,    -- pengguna
	teks TEXT NOT NULL,       -- name of the token and the like
	PRIMARY KEY (pemda, id),
	FOREIGN KEY (pemda, id) REFERENCES jejak (pemda, id)
) @strict@;
CREATE INDEX peristiwa_kunci ON peristiwa (pemda, tentang, id);

CREATE TABLE sesi (               -- who is signed in
	hash TEXT NOT NULL PRIMARY KEY, -- of the token in the browser's cookie
	pemda TEXT NOT NULL,
	pengguna TEXT NOT NULL,
	csrf TEXT NOT NULL,       -- what a form of this session must carry
	sandi TEXT NOT NULL,      -- hash of the kept password string at sign-in: another password ends the session
	dibuat @int@ NOT NULL,
	dilihat @int@ NOT NULL,   -- last seen, to a few minutes
	kedaluwarsa @int@ NOT NULL, -- ends at the latest
	alamat TEXT NOT NULL,     -- network address at sign-in
	agen TEXT NOT NULL        -- browser, as it calls itself
) @strict@;
CREATE INDEX sesi_pengguna ON sesi (pemda, pengguna);

CREATE TABLE token_api (          -- programs that act for a user
	hash TEXT NOT NULL PRIMARY KEY,
	pemda TEXT NOT NULL,
	pengguna TEXT NOT NULL,
	lingkup TEXT NOT NULL,    -- baca | isi | semua
	nama TEXT NOT NULL,       -- what it is for
	dibuat @int@ NOT NULL,
	kedaluwarsa @int@ NOT NULL,
	dipakai @int@ NOT NULL,   -- last used, to a few minutes; 0: never
	dicabut @int@ NOT NULL    -- revoked; 0: not
) @strict@;
CREATE INDEX token_api_pengguna ON token_api (pemda, pengguna);

CREATE TABLE totp (               -- the second factor of a user
	pemda TEXT NOT NULL,
	pengguna TEXT NOT NULL,
	rahasia TEXT NOT NULL,    -- base32; the server needs it whole to check a code
	aktif @int@ NOT NULL,     -- 0: shown, but no code of it was given yet
	terakhir @int@ NOT NULL,  -- step (30 s) of the last code accepted: none is accepted twice
	PRIMARY KEY (pemda, pengguna)
) @strict@;

CREATE TABLE pemulihan (          -- codes for a lost telephone
	pemda TEXT NOT NULL,
	pengguna TEXT NOT NULL,
	hash TEXT NOT NULL,
	dipakai @int@ NOT NULL,   -- when; 0: not yet
	PRIMARY KEY (pemda, pengguna, hash)
) @strict@;

CREATE TABLE undangan (           -- a link that sets a password once
	hash TEXT NOT NULL PRIMARY KEY,
	pemda TEXT NOT NULL,
	pengguna TEXT NOT NULL,
	jenis TEXT NOT NULL,      -- undangan | admin-pertama
	dibuat @int@ NOT NULL,
	kedaluwarsa @int@ NOT NULL,
	dipakai @int@ NOT NULL    -- when; 0: not yet
) @strict@;
CREATE INDEX undangan_pengguna ON undangan (pemda, pengguna);

CREATE TABLE pekerjaan (          -- long work that a person started
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,
	pengguna TEXT NOT NULL,
	jenis TEXT NOT NULL,      -- "pdf-semua", "impor"
	judul TEXT NOT NULL,
	keadaan TEXT NOT NULL,    -- antre | jalan | selesai | gagal
	kemajuan @int@ NOT NULL,  -- per mille
	pesan TEXT NOT NULL,      -- what it does, or why it failed
	dibuat @int@ NOT NULL,
	mulai @int@ NOT NULL,     -- 0: not yet
	selesai @int@ NOT NULL,   -- 0: not yet
	hasil_nama TEXT NOT NULL, -- file name of the result; "" without one
	hasil_jenis TEXT NOT NULL,-- its media type
	kedaluwarsa @int@ NOT NULL, -- when the row goes
	PRIMARY KEY (pemda, id)
) @strict@;
CREATE INDEX pekerjaan_pengguna ON pekerjaan (pemda, pengguna, id);

CREATE TABLE pekerjaan_hasil (
	pemda TEXT NOT NULL,
	id @int@ NOT NULL,        -- of the job
	isi @bytes@ NOT NULL,
	PRIMARY KEY (pemda, id)
) @strict@;
