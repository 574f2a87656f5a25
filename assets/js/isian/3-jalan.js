/* Moving and typing: as in Excel. A cell is chosen (typing replaces, arrows move) or being edited (left and right move the caret). */
(() => {
	"use strict";
	const S = window.capaian?.isian;
	if (!S)
		return;
	const LAYAR = 12;
	S.mengubah = false;

	/* ---- keeping ---- */

	S.teksSel = (teks) => (teks.trim() === "" ? "kosong" : teks.trim());
	S.pegang = (input) => {
		S.mengubah = false;
		const teks = input.value.trim(), kunci = S.selDari(input.name), menunggu = S.antre.get(kunci);
		const kini = menunggu ? (menunggu.nilai === "kosong" ? "" : menunggu.nilai) : input.defaultValue;
		if (teks === kini.trim()) {
			input.value = kini;
			return;
		}
		if (S.strip(teks)) {
			S.tanyaStrip(input, teks);
			return;
		}
		S.catat?.([{input, lama: kini, baru: teks}]);
		S.simpan(input, S.teksSel(teks));
	};
	S.akar.addEventListener("focusout", (e) => {
		if (S.sel.get(e.target.name ? S.selDari(e.target.name) : "") === e.target)
			S.pegang(e.target);
	});
	S.akar.addEventListener("input", (e) => {
		if (S.sel.get(e.target.name ? S.selDari(e.target.name) : "") === e.target)
			S.mengubah = true;
	});
	document.addEventListener("visibilitychange", () => {
		const input = document.activeElement;
		if (document.hidden && input?.name && S.sel.get(S.selDari(input.name)) === input && S.mengubah)
			S.pegang(input);
	});
	if (!S.tabel)
		return;

	/* ---- where the cells are ---- */

	const TH = (tr) => [...tr.querySelectorAll("td.e > input")];
	S.kolom = (input) => (input.name.startsWith("u|") ? 0 : 1);
	let tampil = null; /* kept until branches open or close */
	S.tampilBerubah = () => {
		tampil = null;
	};
	S.barisTampil = () => tampil || (tampil = [...S.tabel.tBodies].flatMap((b) => [...b.rows]).filter((tr) => !tr.hidden && !tr.classList.contains("x") && tr.querySelector("td.e > input")));
	S.diKolom = (tr, kolom) => TH(tr).find((i) => S.kolom(i) === kolom) || null;
	const urutan = () => S.barisTampil().flatMap(TH);

	function sebelah(input, langkah) {
		const semua = urutan();
		return semua[semua.indexOf(input) + langkah] || null;
	}
	function tegak(input, langkah) {
		const baris = S.barisTampil().filter((tr) => S.diKolom(tr, S.kolom(input))), di = baris.indexOf(S.baris(input));
		const ke = Math.max(0, Math.min(baris.length - 1, di + langkah));
		return S.diKolom(baris[ke], S.kolom(input));
	}
	function datar(input, langkah) {
		return S.diKolom(S.baris(input), S.kolom(input) + langkah);
	}
	/* The next edge between filled and blank. */
	function tepi(input, maju) {
		let kini = input, berikut = maju(kini);
		if (!berikut || berikut === kini)
			return kini;
		const isi = kini.value !== "" && berikut.value !== "";
		while (berikut && berikut !== kini) {
			if (isi && berikut.value === "")
				return kini;
			kini = berikut;
			if (!isi && kini.value !== "")
				return kini;
			berikut = maju(kini);
		}
		return kini;
	}

	S.pusat = null;
	S.fokus = (input, tanpaGulir) => {
		if (!input)
			return;
		S.bukaUntuk?.(input);
		input.focus({preventScroll: !!tanpaGulir});
	};
	function jadiPusat(input) {
		if (S.pusat && S.pusat !== input)
			S.pusat.tabIndex = -1;
		S.pusat = input;
		input.tabIndex = 0;
	}
	S.aturTab = () => {
		S.tampilBerubah();
		S.semua().forEach((i) => {
			i.tabIndex = -1;
		});
		const pusat = S.pusat?.isConnected ? S.pusat : urutan()[0] || S.semua()[0];
		if (pusat)
			jadiPusat(pusat);
	};
	S.aturTab();
	S.tabel.addEventListener("focusin", (e) => {
		const input = e.target;
		if (!input.name || S.sel.get(S.selDari(input.name)) !== input)
			return;
		jadiPusat(input);
		S.mengubah = false;
		S.blokHapus?.();
		input.select();
		S.batang();
	});
	S.tabel.addEventListener("dblclick", (e) => {
		if (e.target === document.activeElement && e.target.matches("td.e > input"))
			S.mengubah = true;
	});

	/* ---- keys ---- */

	function ubah(input) {
		S.mengubah = true;
		input.setSelectionRange(input.value.length, input.value.length);
	}
	function isi(input, nilai) {
		const sasaran = S.blok?.() || [input];
		S.ubahBanyak(sasaran.map((i) => ({input: i, nilai})));
	}
	S.ubahBanyak = async (daftar) => {
		const beda = daftar.filter(({input, nilai}) => (nilai === "kosong" ? "" : nilai) !== input.value || input.value !== input.defaultValue);
		if (!beda.length)
			return;
		S.catat(beda.map(({input, nilai}) => ({input, lama: input.defaultValue, baru: nilai === "kosong" ? "" : nilai})));
		beda.forEach(({input, nilai}) => {
			S.nilaiPasang(input, nilai === "kosong" ? "" : nilai);
		});
		await S.simpanBanyak(beda);
	};
	async function kosongkan(input) {
		const sasaran = S.blok?.() || [input];
		if (sasaran.length > 9 && !await window.capaian.konfirmasi(S.ucapan("hapus", sasaran.length)))
			return;
		isi(input, "kosong");
		S.fokus(input, true);
	}

	const pindah = (e, input, ke) => {
		e.preventDefault();
		if (S.mengubah || input.value !== input.defaultValue)
			S.pegang(input);
		if (ke && ke !== input)
			S.fokus(ke);
		else
			input.select();
	};
	function panah(e, input) {
		const maju = {ArrowUp: (i) => tegak(i, -1), ArrowDown: (i) => tegak(i, 1), ArrowLeft: (i) => datar(i, -1), ArrowRight: (i) => datar(i, 1)}[e.key];
		if (S.mengubah && (e.key === "ArrowLeft" || e.key === "ArrowRight"))
			return;
		if (e.shiftKey) {
			e.preventDefault();
			S.perluas(input, maju, e.ctrlKey || e.metaKey ? tepi : null);
			return;
		}
		pindah(e, input, e.ctrlKey || e.metaKey ? tepi(input, maju) : maju(input));
	}

	const TOMBOL = {
		Enter: (e, i) => pindah(e, i, tegak(i, e.shiftKey ? -1 : 1)),
		Tab: (e, i) => {
			const ke = sebelah(i, e.shiftKey ? -1 : 1);
			if (ke)
				pindah(e, i, ke);
		},
		Home: (e, i) => !S.mengubah && pindah(e, i, e.ctrlKey ? urutan()[0] : TH(S.baris(i))[0]),
		End: (e, i) => !S.mengubah && pindah(e, i, e.ctrlKey ? urutan().at(-1) : TH(S.baris(i)).at(-1)),
		PageUp: (e, i) => pindah(e, i, tegak(i, -LAYAR)),
		PageDown: (e, i) => pindah(e, i, tegak(i, LAYAR)),
		F2: (e, i) => {
			e.preventDefault();
			if (e.shiftKey)
				S.bukaTemuan(i, true);
			else
				ubah(i);
		},
		Escape: (e, i) => {
			if (i.value !== i.defaultValue && S.mengubah) {
				const menunggu = S.antre.get(S.selDari(i.name));
				i.value = menunggu ? (menunggu.nilai === "kosong" ? "" : menunggu.nilai) : i.defaultValue;
				S.mengubah = false;
				i.select();
			} else if (S.batalTempel?.()) {
				i.select();
			} else if (S.blok?.()) {
				S.blokHapus();
			} else {
				S.tutupTemuan(S.baris(i));
				S.mengubah = false;
				i.select();
			}
			e.preventDefault();
		},
		Delete: (e, i) => {
			if (S.mengubah)
				return;
			e.preventDefault();
			kosongkan(i);
		},
		Backspace: (e, i) => TOMBOL.Delete(e, i),
	};
	["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].forEach((k) => {
		TOMBOL[k] = panah;
	});

	S.tabel.addEventListener("keydown", (e) => {
		const input = e.target;
		if (!input.name || S.sel.get(S.selDari(input.name)) !== input || e.isComposing)
			return;
		if (e.altKey) {
			if (e.key === "ArrowLeft" || e.key === "ArrowRight") {
				e.preventDefault();
				S.lipatDari(input, e.key === "ArrowRight");
			} else if (e.key === "Enter") {
				e.preventDefault();
				S.jelaskanSel(input);
			}
			return;
		}
		if ((e.key === "n" || e.key === "N") && !e.ctrlKey && !e.metaKey && !S.mengubah && input.inputMode === "decimal") {
			e.preventDefault();
			isi(input, "nihil");
			input.select();
			return;
		}
		if (S.pratinjau && e.key === "Enter") {
			e.preventDefault();
			S.terapkanTempel();
			return;
		}
		TOMBOL[e.key]?.(e, input);
	});

	/* ---- keys of the whole page ---- */

	const wilayah = () => [document.querySelector("#alat a, #alat button"), document.querySelector("#batang a, #batang button"), S.pusat, document.querySelector("#dok .btn-primary")].filter(Boolean);
	function lompat(mundur) {
		const semua = wilayah(), tempat = ["#alat", "#batang", "#jaring", "#dok"];
		const di = tempat.findIndex((t) => document.activeElement.closest?.(t));
		const ada = semua.map((el) => tempat.findIndex((t) => el.closest(t)));
		const ke = mundur ? ada.filter((n) => n < di).at(-1) ?? ada.at(-1) : ada.find((n) => n > di) ?? ada[0];
		semua[ada.indexOf(ke)]?.focus();
	}
	/* The next cell that `cocok` names, in the order of the sheet, closed branches too; round once. */
	S.cari = (cocok, mundur) => {
		const semua = S.semua(), n = semua.length, dari = S.pusat ? semua.indexOf(S.pusat) : -1;
		const di = document.activeElement === S.pusat || mundur ? dari : dari - 1; /* coming from outside, the cell itself counts too */
		for (let i = 1; i <= n; i++) {
			const calon = semua[((mundur ? di - i : di + i) % n + n) % n];
			if (cocok(calon))
				return calon;
		}
		return null;
	};
	const punya = (...kelas) => (i) => kelas.some((k) => S.kotak(i).classList.contains(k));
	S.keTemuan = (mundur) => {
		const ke = S.cari(punya("is-err", "is-conf", "is-warn"), mundur);
		if (!ke) {
			window.capaian.umumkan(S.ucapan("takTemuan"));
			return;
		}
		S.fokus(ke);
		S.bukaTemuan(ke, false);
	};
	S.keKosong = () => {
		const ke = S.cari(punya("kosong"), false);
		if (ke)
			S.fokus(ke);
		else
			window.capaian.umumkan(S.ucapan("takKosong"));
	};
	S.kePenghalang = () => {
		const ke = S.cari(punya("is-err", "is-conf", "is-warn", "kosong"), false);
		if (!ke) {
			window.capaian.umumkan(S.ucapan("takAda"));
			document.querySelector("#dok .btn-primary")?.focus();
			return;
		}
		S.fokus(ke);
		S.bukaTemuan(ke, false);
	};
	document.addEventListener("keydown", (e) => {
		const ctrl = (e.ctrlKey || e.metaKey) && !e.altKey;
		const diSel = document.activeElement?.name && S.sel.get(S.selDari(document.activeElement.name)) === document.activeElement;
		const bebas = !document.activeElement || document.activeElement === document.body;
		if (e.key === "F8") {
			e.preventDefault();
			S.keTemuan(e.shiftKey);
		} else if (e.key === "F9") {
			e.preventDefault();
			S.keKosong();
		} else if (e.key === "F6") {
			e.preventDefault();
			lompat(e.shiftKey);
		} else if (ctrl && e.key.toLowerCase() === "s") {
			e.preventDefault();
			if (diSel)
				S.pegang(document.activeElement);
			window.capaian.pesan(S.ringkas());
			S.kuras();
		} else if (ctrl && (diSel || bebas) && !S.mengubah && (e.key.toLowerCase() === "z" || e.key.toLowerCase() === "y")) {
			e.preventDefault();
			if (e.key.toLowerCase() === "y" || e.shiftKey)
				S.ulangi();
			else
				S.urungkan();
		}
	});

	/* ---- undo and redo: new entries, the history keeps all ---- */

	const lalu = [], depan = [];
	S.catat = (perubahan) => {
		lalu.push(perubahan.map(({input, lama, baru}) => ({sel: S.selDari(input.name), lama, baru})));
		if (lalu.length > 200)
			lalu.shift();
		depan.length = 0;
	};
	async function balik(dari, ke, sisi, kabar) {
		const langkah = dari.pop();
		if (!langkah) {
			window.capaian.umumkan(S.ucapan("takUrung"));
			return;
		}
		ke.push(langkah);
		const daftar = langkah.map((l) => ({input: S.sel.get(l.sel), nilai: S.teksSel(l[sisi])})).filter((d) => d.input);
		daftar.forEach(({input, nilai}) => {
			S.nilaiPasang(input, nilai === "kosong" ? "" : nilai);
		});
		if (daftar[0])
			S.fokus(daftar[0].input);
		await S.simpanBanyak(daftar);
		window.capaian.umumkan(S.ucapan(kabar));
	}
	S.urungkan = () => balik(lalu, depan, "lama", "urung");
	S.ulangi = () => balik(depan, lalu, "baru", "ulangi");
})();
