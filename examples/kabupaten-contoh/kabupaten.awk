# The plans and months of the agencies of opd.tsv, made from program.tsv: awk -v work=FOLDER -f kabupaten.awk opd.tsv program.tsv >EVENTS
#
# Writes the tables to be imported into FOLDER and prints what happens, an event a line: TIME, tab, command. Everything follows from the two files: where figures look
# accidental a small generator, begun anew for each agency, made them.

function acak(n) { # 0 .. n - 1
	benih = (benih * 16807) % 2147483647
	return benih % n
}
function hari(t, b, h) { # a working day, from this one on
	while (1) {
		if (h > lama(t, b)) { h = 1; b++ }
		if (b > 12) { b = 1; t++ }
		if (pekan(t, b, h) > 1) return sprintf("%04d-%02d-%02d", t, b, h)
		h++
	}
}
function lama(t, b) { return b == 2 ? (t % 4 == 0 ? 29 : 28) : b == 4 || b == 6 || b == 9 || b == 11 ? 30 : 31 }
function pekan(t, b, h,   y) { # 0 Saturday, 1 Sunday
	if (b < 3) { b += 12; t-- }
	return (h + int(13 * (b + 1) / 5) + t + int(t / 4) - int(t / 100) + int(t / 400)) % 7
}
function kejadian(hari_ini, jam, perintah) { print hari_ini "T" jam "\t" perintah }
function kutip(s) { return "'" s "'" }
function jam(h, menit) { return sprintf("%02d:%02d", h + int(menit / 60), menit % 60) }

# ---- reading ----

FNR == 1 { berkas++ }
/^#/ { next }
berkas == 1 {
	FS = "\t"
	n_opd++
	urut[$1] = n_opd
	for (i = 1; i <= 17; i++) opd[n_opd, i] = $i
	next
}
/^=/ {
	split($0, kata, " ")
	kunci = kata[2]
	bidang = kata[3]
	next
}
{
	if ($1 == "+") {
		k = n_baris[kunci]
		m = ++banyak[kunci, k]
		ind[kunci, k, m] = $2; sasaran[kunci, k, m] = $3; satuan[kunci, k, m] = $4
		next
	}
	k = ++n_baris[kunci]
	kode[kunci, k] = bidang "." $1
	nama[kunci, k] = $2
	banyak[kunci, k] = 1
	ind[kunci, k, 1] = $3; sasaran[kunci, k, 1] = $4; satuan[kunci, k, 1] = $5
	bobot[kunci, k] = $6; pilihan[kunci, k] = $7; paksa_uang[kunci, k] = $8; paksa_volume[kunci, k] = $9
}

# ---- the plan of one agency ----

function tambah(sumber, k,   m) {
	n++
	t_kode[n] = kode[sumber, k]
	sub("X.XX", opd[a, 4], t_kode[n])
	t_tingkat[n] = split(t_kode[n], bagian, ".")
	t_nama[n] = nama[sumber, k]
	t_bobot[n] = bobot[sumber, k]; t_uang[n] = paksa_uang[sumber, k]; t_volume[n] = paksa_volume[sumber, k]
	t_banyak[n] = banyak[sumber, k]
	for (m = 1; m <= t_banyak[n]; m++) {
		t_ind[n, m] = ind[sumber, k, m]; t_satuan[n, m] = satuan[sumber, k, m]; t_sasaran[n, m] = sasaran[sumber, k, m]
		if (sumber == "*" && t_tingkat[n] == 6 && t_sasaran[n, m] > 12 && t_sasaran[n, m] != 24 && t_sasaran[n, m] != 48) t_sasaran[n, m] += acak(9)
	}
	return n
}
function susun(   k, j, p, g, s, ada) {
	n = 0
	for (k = 1; k <= n_baris["*"]; k++) {
		j = split(kode["*", k], bagian, ".")
		if (j == 6 && pilihan["*", k] > opd[a, 12]) continue
		if (j == 5) { # only with something below it
			ada = 0
			for (s = k + 1; s <= n_baris["*"] && split(kode["*", s], bagian, ".") == 6; s++) ada += pilihan["*", s] <= opd[a, 12]
			if (!ada) continue
		}
		tambah("*", k)
	}
	for (k = 1; k <= n_baris[opd[a, 1]]; k++) tambah(opd[a, 1], k)
	p = 0
	for (k = 1; k <= n; k++) {
		if (t_tingkat[k] == 3) { p++; g = 0; induk_p = k; isi[k] = 0; t_nomor[k] = p " Program " }
		if (t_tingkat[k] == 5) { g++; s = 0; induk_g = k; isi[k] = 0; isi[induk_p]++; di[k] = induk_p; t_nomor[k] = p "." g " Kegiatan " }
		if (t_tingkat[k] == 6) { s++; isi[induk_g]++; di[k] = induk_g; t_nomor[k] = p "." g "." s " Sub Kegiatan " }
	}
	n_program = p
}
function anggarkan(   k, jumlah, sisa) {
	pagu_opd = int(opd[a, 10] * skala / 100) * 1000000 + acak(999999)
	gaji = 0
	jumlah = 0
	for (k = 1; k <= n; k++) {
		if (t_tingkat[k] != 6) continue
		if (t_bobot[k] == 0) gaji = k
		timbang[k] = t_bobot[k] * (82 + acak(37))
		jumlah += timbang[k]
	}
	sisa = pagu_opd - int(pagu_opd * opd[a, 11] / 100)
	pagu[gaji] = pagu_opd
	for (k = 1; k <= n; k++) {
		if (t_tingkat[k] != 6 || k == gaji) continue
		pagu[k] = int(sisa * timbang[k] / jumlah)
		pagu[gaji] -= pagu[k]
	}
	t_sasaran[gaji, 1] = int(pagu[gaji] / 88000000 + 1) * 12
}

# ---- the year as it went ----

function batas(x, rendah, tinggi) { return x < rendah ? rendah : x > tinggi ? tinggi : x }
# Part of the pagu of each sub kegiatan that was spent in the end, so that the whole is what opd.tsv says.
function belanjakan(   k, kali, kurang, lebar, tujuan) {
	tujuan = opd[a, 13] / 100
	bagi[gaji] = batas(tujuan + 0.03, 0.965, 0.994)
	kurang = pagu_opd * tujuan - pagu[gaji] * bagi[gaji]
	for (k = 1; k <= n; k++) {
		if (t_tingkat[k] != 6 || k == gaji) continue
		rutin[k] = t_bobot[k] && index(t_kode[k], opd[a, 4] ".01.") == 1
		bagi[k] = t_uang[k] != "" ? t_uang[k] / 100 : batas((rutin[k] && tujuan < 0.86 ? 0.94 : tujuan) + (acak(1600) - 900) / 10000, 0.3, 0.998)
		kurang -= pagu[k] * bagi[k]
	}
	for (kali = 1; kali <= 12; kali++) {
		lebar = 0
		for (k = 1; k <= n; k++) if (bebas(k, kurang)) lebar += pagu[k]
		if (lebar == 0) break
		for (k = 1; k <= n; k++) {
			if (!bebas(k, kurang)) continue
			lama_bagi = bagi[k]
			bagi[k] = batas(bagi[k] + langkah(kurang, lebar), 0.22, 0.998)
			ubah[k] = pagu[k] * (bagi[k] - lama_bagi)
		}
		for (k = 1; k <= n; k++) { kurang -= ubah[k]; ubah[k] = 0 }
	}
	for (k = 1; k <= n; k++) if (t_tingkat[k] == 6) akhir[k] = int(pagu[k] * bagi[k])
}
function bebas(k, kurang) { return t_tingkat[k] == 6 && k != gaji && t_uang[k] == "" && !(rutin[k] && opd[a, 13] < 86) && (kurang > 0 ? bagi[k] < 0.998 : bagi[k] > 0.22) }
function langkah(kurang, lebar) { return kurang / lebar }

function bulatkan(x, sasaran) { return sasaran == int(sasaran) ? int(x + 0.5) : int(x * 10 + 0.5) / 10 }
# Volumes in the end: those with the least money fall short, until keluaran is what opd.tsv says.
function capai(   k, m, kali, kurang, terendah, w, hilang) {
	kurang = 100 - opd[a, 14]
	for (k = 1; k <= n; k++) {
		if (t_tingkat[k] != 6) continue
		sudah[k] = k == gaji || t_volume[k] != ""
		for (m = 1; m <= t_banyak[k]; m++) hasil[k, m] = t_sasaran[k, m]
		if (t_volume[k] != "") hasil[k, 1] = bulatkan(t_sasaran[k, 1] * t_volume[k] / 100, t_sasaran[k, 1])
		kurang -= berat(k) * (100 - 100 * hasil[k, 1] / t_sasaran[k, 1])
	}
	for (kali = 1; kali <= n && kurang > 0.04; kali++) {
		terendah = 0
		for (k = 1; k <= n; k++)
			if (t_tingkat[k] == 6 && !sudah[k] && (!terendah || bagi[k] < bagi[terendah])) terendah = k
		if (!terendah) break
		sudah[terendah] = 1
		w = berat(terendah)
		hilang = batas((100 - 100 * bagi[terendah]) * (0.7 + acak(90) / 100) + acak(6), 2, 62)
		if (hilang * w > kurang) hilang = kurang / w
		hasil[terendah, 1] = bulatkan(t_sasaran[terendah, 1] * (1 - hilang / 100), t_sasaran[terendah, 1])
		kurang -= w * (100 - 100 * hasil[terendah, 1] / t_sasaran[terendah, 1])
	}
	for (k = 1; k <= n; k++) { # outcomes of their own: not far from what the sub kegiatan give
		if (t_tingkat[k] == 6 || t_satuan[k, 1] == "%") continue
		for (anak[k] = k; t_tingkat[anak[k]] < 6; ) anak[k]++
		hasil[k, 1] = bulatkan(t_sasaran[k, 1] * (opd[a, 14] + acak(30) / 10) / 103, t_sasaran[k, 1])
	}
}
function berat(k) { return 1 / (n_program * isi[di[di[k]]] * isi[di[k]] * t_banyak[k]) }

# Planned and real part of the year by the end of a month.
function rencanakan(   k, b, p, luar, lain, akhir_lain, kali, jadi) {
	split(opd[a, 16], geser, " ")
	for (b = 1; b <= 12; b++) { rencana[b] = 0; luar_rencana[b] = 0 }
	for (k = 1; k <= n; k++) {
		if (t_tingkat[k] != 6) continue
		lengkung[k] = k == gaji ? 1 : (92 + acak(19)) / 100
		irama[k] = k == gaji ? 1 : (100 + acak(9)) / 100
		kas[k, 0] = 0
		for (b = 1; b <= 12; b++) {
			p = (k == gaji ? kas_a[b] : opd[a, 15] == "a" ? kas_a[b] : kas_b[b]) / 100
			kas[k, b] = b == 12 ? pagu[k] : int(pagu[k] * p ^ lengkung[k] / 1000) * 1000
			rencana[b] += kas[k, b]
			if (k != gaji) luar_rencana[b] += kas[k, b]
		}
	}
	lain = pagu_opd - pagu[gaji]
	akhir_lain = 0
	for (k = 1; k <= n; k++) if (t_tingkat[k] == 6 && k != gaji) akhir_lain += akhir[k]
	laju[12] = akhir_lain / lain
	for (b = 1; b < 12; b++) { # salaries go as planned; what is behind is behind elsewhere
		luar = batas(luar_rencana[b] + geser[b] * lambat * pagu_opd / 100 + kas[gaji, b] - belanja(gaji, b), 0.004 * b * lain, lain)
		laju[b] = luar / luar_rencana[b]
		for (kali = 1; kali <= 5; kali++) {
			jadi = 0
			for (k = 1; k <= n; k++) if (t_tingkat[k] == 6 && k != gaji) jadi += belanja(k, b)
			laju[b] *= luar / jadi
		}
	}
}
# Spending of a sub kegiatan by the end of a month: its cash plan at the agency's pace of the month, drawn towards where it ends. Faster than planned are a few, where the whole is.
# What an office needs every day is less behind than its programmes.
function belanja(k, b,   r, laju_k) {
	if (b == 12) return akhir[k]
	if (k == gaji) return int(kas[k, b] * (1 - (1 - bagi[k]) * b * b / 144))
	laju_k = rutin[k] ? 1 - (1 - laju[b]) * 0.4 : laju[b]
	if (bagi[k] < laju[12]) r = laju_k * bagi[k] / laju[12]
	else r = laju_k + (bagi[k] - laju[12]) * b * b / 144
	if (r > 0.996 && !(geser[b] > 0 && k % 4 == 0)) r = 0.996
	return int(batas(pagu[k] * (kas[k, b] / pagu[k]) ^ irama[k] * r, 0, akhir[k] * 0.99))
}
function bagian_tahun(k, b) { # 0 .. 1
	return akhir[k] ? belanja(k, b) / akhir[k] : 0
}
function volume(k, m, b,   v) {
	if (b == 12 || t_satuan[k, m] == "Tahun" || t_satuan[k, m] == "Indeks" || t_satuan[k, m] == "Kuintal") return hasil[k, m]
	if (t_tingkat[k] < 6) v = hasil[k, m] * bagian_tahun(anak[k], b)
	else if (t_sasaran[k, m] == 12 || t_sasaran[k, m] == 24 || t_satuan[k, m] == "Orang/Bulan") v = hasil[k, m] * b / 12
	else v = hasil[k, m] * bagian_tahun(k, b) ^ 0.92
	v = t_sasaran[k, m] == int(t_sasaran[k, m]) ? int(v) : int(v * 10) / 10
	if (v > tercapai[k, m]) tercapai[k, m] = v
	return tercapai[k, m]
}

# ---- tables ----

function baris_pertama(ke) {
	print "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN PERANGKAT DAERAH" >ke
	print "Kode\tNama\tIndikator\tPagu (Rp)\tTarget Volume\tRealisasi Anggaran (Rp)\tRealisasi Volume\tSatuan\tCapaian Keluaran (%)" >ke
}
function gema(k) { return t_tingkat[k] < 6 && t_satuan[k, 1] == "%" }
function tulis_dpa(ke,   k, m) { # as a report: by it the percentages are known that only echo
	baris_pertama(ke)
	for (k = 1; k <= n; k++)
		for (m = 1; m <= t_banyak[k]; m++)
			printf "%s\t%s\t%s\t%s\t%s\t\t%s\t%s\t%s\n", m == 1 ? t_kode[k] : "", m == 1 ? t_nomor[k] t_nama[k] : "", t_ind[k, m],
				m == 1 && t_tingkat[k] == 6 ? sprintf("%.0f", pagu[k]) : "", angka(t_sasaran[k, m]), gema(k) ? "100.00" : "", t_satuan[k, m],
				gema(k) ? "100.00" : "" >ke
	close(ke)
}
function angka(x) { return sprintf("%.2f", x) }
function tulis_kas(ke,   k, m, b) {
	printf "Kode\tNama\tIndikator\tPagu\tTarget\tSatuan" >ke
	for (b = 1; b <= 12; b++) printf "\tKas %s", bulan[b] >ke
	printf "\n" >ke
	for (k = 1; k <= n; k++)
		for (m = 1; m <= t_banyak[k]; m++) {
			printf "%s\t%s\t%s\t%s\t%s\t%s", m == 1 ? t_kode[k] : "", m == 1 ? t_nomor[k] t_nama[k] : "", t_ind[k, m],
				m == 1 && t_tingkat[k] == 6 ? sprintf("%.0f", pagu[k]) : "", angka(t_sasaran[k, m]), t_satuan[k, m] >ke
			if (m == 1 && t_tingkat[k] == 6) for (b = 1; b <= 12; b++) printf "\t%.0f", kas[k, b] - kas[k, b - 1] >ke
			printf "\n" >ke
		}
	close(ke)
}
function tulis_bulan(ke, b, penuh,   k, m, uang) { # penuh: false leaves some cells blank
	baris_pertama(ke)
	perlu_sebab = 0
	for (k = 1; k <= n; k++) {
		uang = ""
		if (t_tingkat[k] == 6) {
			uang = belanja(k, b)
			if (uang < ini[k]) uang = ini[k]
			ini[k] = uang
			if (t_banyak[k] == 1 && volume(k, 1, b) >= t_sasaran[k, 1] && uang < pagu[k] / 2) perlu_sebab = 1
			uang = sprintf("%.0f", uang)
		}
		if (!penuh && k % 7 == 3 && t_volume[k] == "") uang = ""
		for (m = 1; m <= t_banyak[k]; m++)
			printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", m == 1 ? t_kode[k] : "", m == 1 ? t_nomor[k] t_nama[k] : "", t_ind[k, m],
				m == 1 && t_tingkat[k] == 6 ? sprintf("%.0f", pagu[k]) : "", angka(t_sasaran[k, m]), m == 1 ? uang : "",
				!gema(k) && (penuh || k % 5 != 2 || t_volume[k] != "") ? angka(volume(k, m, b)) : "", t_satuan[k, m] >ke
	}
	if (sebab != "") {
		print "PERMASALAHAN ATAU FAKTOR PENGHAMBAT KEBERHASILAN PENCAPAIAN KINERJA : " sebab >ke
		print "UPAYA TINDAK LANJUT YANG TELAH DILAKUKAN PERANGKAT DAERAH : " upaya >ke
	}
	close(ke)
}

# ---- what happens ----

function pilih_sebab(b,   kelompok) {
	kelompok = opd[a, 1] in sebab_khusus ? 0 : (a + int(b / 3)) % n_sebab + 1
	sebab = kelompok ? sebab_umum[kelompok] : sebab_khusus[opd[a, 1]]
	upaya = kelompok ? upaya_umum[kelompok] : upaya_khusus[opd[a, 1]]
}
function main_bulan(tahun, b,   k, ke, keadaan, masuk, h, menit, di_mana, t, b2) {
	keadaan = tahun == 2023 && b == 12 ? opd[a, 17] : "disahkan"
	if (tahun == 2023 && b == 11 && opd[a, 17] == "terlambat") keadaan = opd[a, 1] == "bpbd" ? "diverifikasi" : "diajukan"
	if (keadaan == "terlambat") return
	t = tahun; b2 = b + 1
	if (b2 > 12) { b2 = 1; t++ }
	menit = a * 11
	h = 3 + a % 4
	if (opd[a, 17] == "terlambat" || opd[a, 17] == "dikembalikan" || opd[a, 17] == "draf") h += 5 + a % 3
	if (tahun == 2023 && b == 12) h = keadaan == "disahkan" ? 2 + a % 2 : keadaan == "diverifikasi" ? 3 + a % 2 : keadaan == "diajukan" ? (a % 3 ? 5 : 8) : 4
	masuk = hari(t, b2, h)
	di_mana = " --opd " opd[a, 2] " --tahun " tahun " --bulan " b
	ke = work "/" opd[a, 1] "-" tahun "-" b ".tsv"
	pilih_sebab(b)
	tulis_bulan(ke, b, keadaan != "draf")
	if (tahun == 2023 && b > 3 && opd[a, 1] in sebab_kode)
		kejadian(masuk, jam(8, menit + 1), "narrative permasalahan " kutip(sebab_simpul[opd[a, 1]]) di_mana " --kode " sebab_kode[opd[a, 1]] " --as op-" opd[a, 1])
	kejadian(masuk, jam(8, menit), "import " kutip(ke) di_mana " --as op-" opd[a, 1] " --apply")
	if (opd[a, 1] == "setwan" && keadaan == "draf") # a slip of the finger, to be found by the checks
		kejadian(masuk, jam(9, menit), "set " t_kode[n] " " sprintf("%.0f", pagu[n] + 90000000) di_mana " --as op-" opd[a, 1])
	if (tahun == 2023 && b == 12 && opd[a, 1] in dua_orang) # two who fill the same cell
		for (k = 1; k <= n; k++)
			if (t_kode[k] == dua_orang[opd[a, 1]])
				kejadian(masuk, jam(8, menit + 4), "set " t_kode[k] " " sprintf("%.0f", batas(akhir[k] + 12500000, 0, pagu[k])) di_mana " --as pptk-" opd[a, 1])
	if (keadaan == "draf") return
	if (sebab == "") kejadian(masuk, jam(8, menit + 2), "justify narasi-kosong " kutip("Uraian penghambat menyusul.") di_mana " --as op-" opd[a, 1])
	if (perlu_sebab) kejadian(masuk, jam(8, menit + 3), "justify keluaran-penuh " kutip("Layanan tersedia sepanjang tahun; sisa anggaran karena kebutuhan dan harga lebih rendah dari perkiraan.") di_mana " --as op-" opd[a, 1])
	kejadian(masuk, jam(8, menit + 5), "submit" di_mana " --as op-" opd[a, 1])
	h = substr(masuk, 9, 2) + 0; b2 = substr(masuk, 6, 2) + 0; t = substr(masuk, 1, 4) + 0
	if (keadaan == "dikembalikan") kejadian(hari(t, b2, h + 1), "14:10", "return --reason " kutip("Volume rekonstruksi jalan tidak cocok dengan kontrak: tertulis lebih panjang dari berita acara serah terima. Perbaiki dan lampirkan berita acaranya.") di_mana " --as made")
	if (keadaan == "diajukan" || keadaan == "dikembalikan") return
	masuk = hari(t, b2, h + 1)
	kejadian(masuk, jam(13, int(menit / 3)), "verify" di_mana " --as made")
	if (keadaan == "diverifikasi") return
	h = substr(masuk, 9, 2) + 0; b2 = substr(masuk, 6, 2) + 0; t = substr(masuk, 1, 4) + 0
	masuk = hari(t, b2, h + 1)
	kejadian(masuk, jam(10, int(menit / 3)), "approve" di_mana " --as ka-" opd[a, 1] " --tanggal " masuk)
}
function main_tahun(tahun,   b, k, m, di_mana, ke) {
	skala = tahun == 2023 ? 100 : 94
	lambat = tahun == 2023 ? 1 : 0.6
	benih = 7919 * a + 31
	susun()
	anggarkan()
	belanjakan()
	capai()
	rencanakan()
	di_mana = " --opd " opd[a, 2] " --tahun " tahun
	ke = work "/" opd[a, 1] "-" tahun "-"
	tulis_dpa(ke "dpa.tsv")
	tulis_kas(ke "kas.tsv")
	kejadian(hari(tahun, 1, 3), jam(9, a), "plan import " kutip(ke "dpa.tsv") di_mana " --nomor DPA/" opd[a, 4] "/" tahun " --tanggal " tahun "-01-02 --as op-" opd[a, 1] " --apply")
	kejadian(hari(tahun, 1, 4), jam(9, a), "plan import " kutip(ke "kas.tsv") di_mana " --jenis murni --nomor DPA-AK/" opd[a, 4] "/" tahun " --tanggal " tahun "-01-02 --as op-" opd[a, 1] " --apply")
	for (k = 1; k <= n; k++) {
		ini[k] = 0
		for (m = 1; m <= t_banyak[k]; m++) tercapai[k, m] = 0
	}
	for (b = 1; b <= 12; b++) main_bulan(tahun, b)
}

END {
	split("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember", bulan, " ")
	split("7.3 14.6 22.4 30.3 38.2 47.5 56.1 64.0 72.1 80.6 89.4 100", kas_a, " ")
	split("2.6 7.2 14.4 23.0 32.1 42.0 51.2 60.4 69.8 79.7 89.9 100", kas_b, " ")
	split("Pencairan menunggu kelengkapan berkas penagihan dari penyedia.|Sebagian paket baru selesai proses pengadaannya sehingga realisasi belum sesuai jadwal.|Perjalanan dan rapat sebagian dilaksanakan secara daring sehingga belanja lebih kecil dari rencana.|Pelaksanaan kegiatan lapangan menyesuaikan kesiapan desa dan kelompok penerima.", sebab_umum, "|")
	n_sebab = split("Berkas penagihan dilengkapi bersama penyedia setiap pekan.|Jadwal pelaksanaan disusun ulang dan dipantau setiap dua pekan.|Sisa anggaran dialihkan pada kegiatan prioritas dalam perubahan anggaran.|Koordinasi dengan pemerintah desa dan penjadwalan ulang kegiatan lapangan.", upaya_umum, "|")
	sebab_khusus["putr"] = "Lelang rekonstruksi jalan diulang pada April; pembebasan lahan dua ruas belum selesai; cuaca menghambat pengaspalan."
	upaya_khusus["putr"] = "Penambahan alat dan jam kerja, rapat pembuktian keterlambatan, serta pemantauan mingguan bersama konsultan pengawas."
	sebab_khusus["dkpp"] = "Pengadaan sarana nelayan menunggu verifikasi kelompok penerima hibah."
	upaya_khusus["dkpp"] = "Verifikasi kelompok dipercepat bersama penyuluh; kontrak ditandatangani bertahap."
	sebab_khusus["ppkb"] = "Petugas pendamping keluarga berganti dan data keluarga sasaran dimutakhirkan kembali."
	upaya_khusus["ppkb"] = "Pelatihan petugas baru dan jadwal kunjungan keluarga disusun per kecamatan."
	sebab_khusus["dlh"] = "Pengadaan kendaraan pengangkut sampah melalui katalog terlambat karena stok penyedia."
	upaya_khusus["dlh"] = "Jadwal pengiriman disepakati ulang; sementara memakai kendaraan sewa."
	dua_orang["dinkes"] = "1.02.02.2.01.14"
	sebab_kode["putr"] = "1.03.10.2.01.05"; sebab_simpul["putr"] = "Pembebasan lahan dua ruas belum selesai; lelang diulang."
	sebab_kode["dlh"] = "2.11.11.2.01.05"; sebab_simpul["dlh"] = "Dua kendaraan pengangkut belum dikirim penyedia."
	sebab_kode["dishub"] = "2.15.02.2.02.02"; sebab_simpul["dishub"] = "Rambu menunggu persetujuan titik pemasangan dari penyelenggara jalan."
	sebab_khusus["dispar"] = sebab_khusus["bpbd"] = ""
	for (a = 1; a <= n_opd; a++) {
		if (opd[a, 1] == "dikpora" || opd[a, 1] == "dinkes") main_tahun(2022)
		main_tahun(2023)
	}
}
