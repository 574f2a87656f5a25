/* Blocks: choosing with Shift and the arrows, copying, cutting, and pasting with a preview. */
(() => {
	"use strict";
	const S = window.capaian?.isian;
	if (!S || !S.tabel)
		return;
	const {buat} = window.capaian;
	let ujung = null, sumber = null;

	/* ---- the chosen block ---- */

	function blokAntara(a, b) {
		const baris = S.barisTampil(), dari = baris.indexOf(S.baris(a)), ke = baris.indexOf(S.baris(b));
		const kiri = Math.min(S.kolom(a), S.kolom(b)), kanan = Math.max(S.kolom(a), S.kolom(b)), isi = [];
		for (let r = Math.min(dari, ke); r <= Math.max(dari, ke); r++)
			isi.push([...Array(kanan - kiri + 1).keys()].map((k) => S.diKolom(baris[r], kiri + k)));
		return isi.filter((r) => r.some(Boolean));
	}
	S.blokHapus = () => {
		S.tabel.querySelectorAll("td.e.pilih").forEach((td) => td.classList.remove("pilih"));
		ujung = null;
	};
	S.blok = () => (ujung && S.pusat ? blokAntara(S.pusat, ujung).flat().filter(Boolean) : null);
	function tandai() {
		S.tabel.querySelectorAll("td.e.pilih").forEach((td) => td.classList.remove("pilih"));
		S.blok().forEach((i) => S.kotak(i).classList.add("pilih"));
	}
	S.perluas = (input, maju, tepi) => {
		const dari = ujung || input, ke = tepi ? tepi(dari, maju) : maju(dari);
		if (!ke)
			return;
		ujung = ke;
		tandai();
		S.kotak(ke).scrollIntoView({block: "nearest"});
		window.capaian.umumkan(`${S.blok().length}`);
	};
	S.tabel.addEventListener("mousedown", (e) => {
		const input = e.target.closest?.("td.e")?.querySelector("input");
		if (!input || !e.shiftKey || !S.pusat || S.pusat === input)
			return;
		e.preventDefault();
		ujung = input;
		tandai();
	});

	/* ---- copy and cut ---- */

	function salin(e) {
		const input = document.activeElement;
		if (!input?.name || S.sel.get(S.selDari(input.name)) !== input || S.mengubah)
			return null;
		const isi = ujung ? blokAntara(S.pusat, ujung) : [[input]];
		e.clipboardData.setData("text/plain", isi.map((r) => r.map((i) => (i ? i.value : "")).join("\t")).join("\r\n"));
		e.preventDefault();
		return isi.flat().filter(Boolean);
	}
	document.addEventListener("copy", salin);
	document.addEventListener("cut", (e) => {
		const isi = salin(e);
		if (isi)
			S.ubahBanyak(isi.map((input) => ({input, nilai: "kosong"})));
	});

	/* ---- reading what Excel gives ---- */

	function urai(teks) {
		const baris = [];
		let kini = [""], kutip = false;
		for (let i = 0; i < teks.length; i++) {
			const c = teks[i], akhir = kini.length - 1;
			if (kutip) {
				if (c === '"' && teks[i + 1] === '"') {
					kini[akhir] += '"';
					i++;
				} else if (c === '"') {
					kutip = false;
				} else {
					kini[akhir] += c === "\n" ? " " : c;
				}
			} else if (c === '"' && kini[akhir] === "") {
				kutip = true;
			} else if (c === "\t") {
				kini.push("");
			} else if (c === "\n") {
				baris.push(kini);
				kini = [""];
			} else if (c !== "\r") {
				kini[akhir] += c;
			}
		}
		if (kini.length > 1 || kini[0] !== "")
			baris.push(kini);
		return baris.map((r) => r.map((s) => s.trim()));
	}
	const KODE = /^\d\.\d{2}\.\d{2}(\.\d\.\d{2}(\.\d{2,4})?)?$/, ANGKA = /^(Rp\.?\s*)?[-(]?[\d.,\s]*\d[\d.,]*\)?\s*(%|,-)?$|^(nihil|kosong|[-\u2010-\u2015\u2212]+)$/i;
	const rapi = (teks) => teks.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

	/* Which columns of a block with codes hold money and volume: by its heads, else by its shape. */
	function kolomNilai(blok, kolomKode) {
		const lebar = Math.max(...blok.map((r) => r.length));
		const kepala = blok.filter((r) => !r.some((s) => KODE.test(s)) && !r.some((s) => ANGKA.test(s)));
		const angka = [...Array(lebar).keys()].filter((k) => k !== kolomKode && blok.some((r) => ANGKA.test(r[k] || "") && !KODE.test(r[k])));
		const sebut = (pola) => angka.find((k) => kepala.some((r) => pola.test(r[k] || "")));
		const nilai = sebut(/^nilai|isian/i);
		if (nilai !== undefined)
			return [nilai, nilai];
		const real = angka.filter((k) => kepala.some((r) => /realisasi|s\.?\s?d\.?/i.test(r[k] || "")));
		if (real.length >= 2)
			return real.slice(-2);
		return angka.length >= 4 ? [angka[2], angka[3]] : angka.length === 1 ? [angka[0], angka[0]] : angka.slice(0, 2);
	}
	function menurutKode(blok) {
		const kolomKode = [0, 1, 2].find((k) => blok.some((r) => KODE.test(r[k] || "")));
		if (kolomKode === undefined)
			return null;
		const [uang, volume] = kolomNilai(blok, kolomKode), daftar = [];
		let kode = null, lewat = 0;
		for (const r of blok) {
			if (KODE.test(r[kolomKode] || ""))
				kode = r[kolomKode];
			if (!kode)
				continue;
			const punya = S.semua().filter((i) => S.kode(i.name) === kode), nama = r.map(rapi).filter(Boolean);
			const calon = punya.filter((i) => S.kolom(i) === 1);
			const ind = calon.find((i) => nama.includes(rapi(S.namaIndikator(i)))) || (KODE.test(r[kolomKode] || "") && uang !== volume ? calon[0] : null);
			const money = KODE.test(r[kolomKode] || "") ? punya.find((i) => S.kolom(i) === 0) : null;
			const ambil = (input, k) => {
				if (input && r[k])
					daftar.push({input, nilai: r[k]});
				else if (r[k] && ANGKA.test(r[k]))
					lewat++;
			};
			if (uang === volume) {
				ambil(ind || money, uang);
			} else {
				ambil(money, uang);
				ambil(ind, volume);
			}
		}
		return {daftar, lewat};
	}
	/* Down and to the right over the entry cells that are seen. */
	function menurutTempat(blok, awal) {
		const kolom = S.kolom(awal), baris = S.barisTampil().filter((tr) => S.diKolom(tr, kolom)), di = baris.indexOf(S.baris(awal)), daftar = [];
		let lewat = 0;
		blok.forEach((r, i) => r.forEach((nilai, k) => {
			const input = baris[di + i] ? S.diKolom(baris[di + i], kolom + k) : null;
			if (input)
				daftar.push({input, nilai});
			else if (nilai)
				lewat++;
		}));
		return {daftar, lewat};
	}

	/* ---- preview ---- */

	S.pratinjau = null;
	function pratinjauHapus() {
		S.pratinjau?.daftar.forEach(({input}) => {
			const td = S.kotak(input);
			td.classList.remove("is-baru", "salah");
			td.querySelector(".baru")?.remove();
		});
		document.getElementById("tempel")?.remove();
		S.pratinjau = null;
	}
	S.batalTempel = () => {
		if (!S.pratinjau)
			return false;
		pratinjauHapus();
		return true;
	};
	S.terapkanTempel = async () => {
		const isi = S.pratinjau.isi;
		pratinjauHapus();
		S.catat(isi.map(({input, nilai}) => ({input, lama: input.defaultValue, baru: nilai === "kosong" ? "" : nilai})));
		isi.forEach(({input, nilai}) => {
			S.nilaiPasang(input, nilai === "kosong" ? "" : nilai);
		});
		await S.simpanBanyak(isi);
		if (sumber?.isConnected)
			S.fokus(sumber, true);
	};
	async function pratinjau(daftar, lewat) {
		const {pesan} = window.capaian;
		pratinjauHapus();
		if (!daftar.length) {
			pesan(S.ucapan("tanpaSel"));
			return;
		}
		const isi = new URLSearchParams();
		daftar.forEach(({input, nilai}) => {
			isi.append("sel", input.name);
			isi.append("nilai", nilai);
		});
		const jawab = await S.minta("/tempel", isi);
		if (jawab.status !== 200) {
			pesan(S.ucapan("tempelLuring"));
			return;
		}
		const terap = [];
		jawab.isi.sel.forEach((b, n) => {
			const {input} = daftar[n];
			if (b.hasil === "sama")
				return;
			const td = S.kotak(input), salah = b.hasil !== "isi";
			td.classList.add("is-baru");
			td.classList.toggle("salah", salah);
			td.append(buat("span", {class: "baru"}, buat("s", null, input.value || S.ucapan("kosong")), salah ? `! ${daftar[n].nilai}` : b.nilai || S.ucapan("kosong")));
			if (!salah)
				terap.push({input, nilai: b.nilai || "kosong"});
		});
		S.pratinjau = {daftar, isi: terap};
		const ya = buat("button", {type: "button", class: "btn btn-sm btn-primary"}, S.ucapan("terapkan")), tidak = buat("button", {type: "button", class: "btn btn-sm"}, S.ucapan("batal"));
		ya.addEventListener("click", S.terapkanTempel);
		tidak.addEventListener("click", pratinjauHapus);
		const teks = jawab.isi.pesan + (lewat ? ` ${S.ucapan("lewati", lewat)}` : "");
		document.getElementById("dok").before(buat("div", {id: "tempel", class: "c-tempel", role: "region", "aria-label": S.ucapan("tempelJudul")}, buat("span", null, teks),
			buat("div", {class: "c-act"}, tidak, ya)));
		window.capaian.umumkan(teks);
		if (document.activeElement?.closest?.("dialog") || !S.pusat?.contains(document.activeElement))
			S.fokus(S.pusat || S.semua()[0], true);
	}
	function tempel(teks) {
		const blok = urai(teks).filter((r) => r.some(Boolean));
		sumber = S.pusat;
		if (!blok.length)
			return;
		const kode = menurutKode(blok);
		if (!kode && !S.pusat)
			return;
		const {daftar, lewat} = kode || menurutTempat(blok, S.pusat);
		const sekali = new Map(); /* a cell takes one value: the last */
		daftar.forEach((d) => sekali.set(d.input, d));
		pratinjau([...sekali.values()], lewat);
	}
	document.addEventListener("paste", (e) => {
		const input = document.activeElement;
		if (!input?.name || S.sel.get(S.selDari(input.name)) !== input)
			return;
		const teks = e.clipboardData.getData("text/plain");
		if (S.mengubah || !/[\t\n]/.test(teks.replace(/[\r\n]+$/, ""))) {
			if (/[\r\n]$/.test(teks)) { /* one cell of Excel ends with a line break */
				e.preventDefault();
				input.value = teks.trim();
				S.mengubah = true;
			}
			return;
		}
		e.preventDefault();
		tempel(teks);
	});

	/* The button: a place to paste, for those who do not know the key. */
	document.addEventListener("click", (e) => {
		if (!e.target.closest?.("[data-aksi=tempel]"))
			return;
		const area = buat("textarea", {class: "form-control c-tempel-area", "aria-label": S.ucapan("tempelJudul"), rows: "4"});
		const tutup = buat("button", {type: "button", class: "btn"}, S.ucapan("batal"));
		const dialog = buat("dialog", {class: "c-dialog", "aria-labelledby": "tempel-judul"}, buat("h2", {id: "tempel-judul"}, S.ucapan("tempelJudul")),
			buat("div", {class: "c-isi"}, buat("p", null, S.ucapan("tempelKet")), area), buat("footer", null, tutup));
		tutup.addEventListener("click", () => dialog.close());
		dialog.addEventListener("close", () => dialog.remove());
		area.addEventListener("paste", (p) => {
			p.preventDefault();
			const teks = p.clipboardData.getData("text/plain");
			dialog.close();
			tempel(teks);
		});
		document.body.append(dialog);
		dialog.showModal();
		area.focus();
	});
})();
