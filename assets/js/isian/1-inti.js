/* The entry of a month: cells and what they say. No arithmetic here: the server computes, this only shows what it answers. Words come from the page. */
(() => {
	"use strict";
	const akar = document.getElementById("isian");
	if (!akar || !window.capaian)
		return;
	document.body.dataset.luring = "sendiri"; /* the queue tells about the connection itself */
	document.getElementById("c-luring")?.remove();
	const kata = JSON.parse(akar.dataset.kata);
	const S = {akar, dasar: akar.dataset.dasar, kunci: akar.dataset.kunci, tabel: document.getElementById("kisi")};
	window.capaian.isian = S;
	if (!window.capaian.meta("ikon"))
		document.head.append(window.capaian.buat("meta", {name: "ikon", content: akar.dataset.ikon}));
	const KEADAAN = ["is-save", "is-off", "is-conf", "is-err", "is-warn", "is-note", "is-ok", "kosong", "nihil"];
	const IKON = {"is-save": "loader-2", "is-off": "cloud-off", "is-conf": "arrows-diff", "is-err": "alert-octagon", "is-ok": "check"};
	const TERSIMPAN_MS = 1500;

	/* kata.luring with {0}, {1}: ucapan("luring", "10.41", 3) */
	S.ucapan = (nama, ...isi) => isi.reduce((teks, nilai, i) => teks.replace(`{${i}}`, String(nilai)), kata[nama]);
	S.jam = () => {
		const t = new Date(), dua = (n) => String(n).padStart(2, "0");
		return `${dua(t.getHours())}.${dua(t.getMinutes())}`;
	};
	/* Names are "u|kode|indikator|fakta"; a cell is known by the first three. */
	S.selDari = (nama) => nama.split("|").slice(0, 3).join("|");
	S.dilihat = (nama) => nama.split("|")[3] || "0";
	S.kode = (nama) => nama.split("|")[1];
	S.kotak = (input) => input.closest("td.e, .c-field");
	S.baris = (input) => input.closest("tr");
	/* The last row of a node: its name spans the rows, so what is said of them stands below all of them. */
	S.bawah = (tr) => {
		let akhir = tr;
		while (akhir.nextElementSibling?.dataset.k === tr.dataset.k)
			akhir = akhir.nextElementSibling;
		return akhir;
	};
	S.strip = (teks) => /^\s*[-\u2010-\u2015\u2212]+\s*$/.test(teks);

	const sel = new Map(); /* cell -> input */
	S.sel = sel;
	S.daftar = () => {
		sel.clear();
		akar.querySelectorAll("td.e > input, .c-field > input").forEach((input) => sel.set(S.selDari(input.name), input));
	};
	S.daftar();
	S.semua = () => [...sel.values()];

	function ikonPasang(kotak, nama) {
		let tanda = kotak.querySelector(":scope > svg.m");
		if (!nama) {
			tanda?.remove();
			return;
		}
		if (!tanda) {
			tanda = window.capaian.ikon(nama, "c-i m");
			kotak.prepend(tanda);
		}
		tanda.firstChild.setAttribute("href", `${akar.dataset.ikon}#${nama}`);
	}

	/* What the server says of a cell: its class and mark. What is not sent yet stands above that. */
	S.dasarKelas = new WeakMap();
	S.keadaan = (input, kelas) => {
		const kotak = S.kotak(input);
		if (!S.dasarKelas.has(kotak)) {
			const tanda = kotak.querySelector(":scope > svg.m use");
			S.dasarKelas.set(kotak, {kelas: KEADAAN.filter((k) => kotak.classList.contains(k)), ikon: tanda ? tanda.getAttribute("href").split("#")[1] : null});
		}
		const dasar = S.dasarKelas.get(kotak);
		kotak.classList.remove(...KEADAAN);
		if (kelas) {
			kotak.classList.add(kelas);
			ikonPasang(kotak, IKON[kelas] || null);
		} else {
			kotak.classList.add(...dasar.kelas);
			ikonPasang(kotak, dasar.ikon);
		}
		if (kelas === "is-err" || (!kelas && dasar.kelas.includes("is-err")))
			input.setAttribute("aria-invalid", "true");
		else
			input.removeAttribute("aria-invalid");
	};
	S.keadaanDasar = (input, kelas, ikon) => {
		S.dasarKelas.set(S.kotak(input), {kelas: kelas.split(" ").filter((k) => KEADAAN.includes(k)), ikon});
	};
	S.tersimpanSebentar = (input) => {
		const kotak = S.kotak(input), dasar = S.dasarKelas.get(kotak);
		if (dasar?.ikon)
			return;
		kotak.classList.add("is-ok");
		ikonPasang(kotak, "check");
		setTimeout(() => {
			if (!kotak.classList.contains("is-ok"))
				return;
			kotak.classList.remove("is-ok");
			ikonPasang(kotak, null);
		}, TERSIMPAN_MS);
	};

	S.galat = (teks) => {
		const kabar = document.getElementById("kabar-galat");
		if (kabar)
			kabar.textContent = teks;
	};

	/* ---- answers of the server ---- */

	function temuanPasang(id, html) {
		const baris = document.getElementById(`r-${id}`);
		let x = document.getElementById(`x-${id}`);
		if (!baris || (x && (x.contains(document.activeElement) || x.dataset.sendiri)))
			return;
		if (!html) {
			x?.remove();
			return;
		}
		if (!x) {
			x = document.createElement("tr");
			x.className = "x";
			x.id = `x-${id}`;
			const td = document.createElement("td");
			td.colSpan = 16;
			x.append(td);
			x.hidden = baris.hidden;
			S.bawah(baris).after(x);
		}
		x.firstElementChild.innerHTML = html;
	}

	/* A chosen cell stays chosen as a whole, so that typing replaces what came. */
	S.nilaiPasang = (input, nilai) => {
		if (input.value === nilai)
			return;
		input.value = nilai;
		if (document.activeElement === input && !S.mengubah)
			input.select();
	};

	function selPasang(kunci, isi) {
		const input = sel.get(kunci);
		if (!input || S.menunggu(kunci))
			return;
		const bersih = input.value === input.defaultValue;
		input.name = isi.nama;
		input.defaultValue = isi.nilai;
		if (bersih)
			S.nilaiPasang(input, isi.nilai);
		input.placeholder = isi.nilai ? "" : kata.kosong;
		S.kotak(input).dataset.o = isi.oleh || "";
		S.keadaanDasar(input, isi.kelas, isi.ikon);
		if (!S.kotak(input).classList.contains("is-save"))
			S.keadaan(input, null);
	}

	function barisPasang(b) {
		const baris = document.getElementById(`r-${b.id}`);
		if (!baris)
			return;
		for (const [kelas, html] of Object.entries(b.hitung)) {
			const td = baris.querySelector(`.${kelas}`);
			if (td && td.innerHTML !== html)
				td.innerHTML = html;
		}
		for (const [kunci, isi] of Object.entries(b.sel))
			selPasang(kunci, isi);
		if (b.temuan !== undefined)
			temuanPasang(b.id, b.temuan);
	}

	S.terapkan = (jawab) => {
		(jawab.baris || []).forEach(barisPasang);
		const dok = document.getElementById("dok-isi");
		if (dok && jawab.dok)
			dok.innerHTML = jawab.dok;
		for (const [nama, teks] of Object.entries(jawab.saring || {})) {
			const tautan = document.querySelector(`#alat .c-seg a[href*="saring=${nama}"]`);
			if (tautan)
				tautan.textContent = teks;
		}
		S.batang?.();
	};
})();
