/* Findings, conflicts and questions below their row; the bar that follows the focus; branches. */
(() => {
	"use strict";
	const S = window.capaian?.isian;
	if (!S)
		return;
	const {buat, ikon, kirim} = window.capaian;

	/* ---- a row of its own below a cell: refusals, conflicts, questions ---- */

	function tempatSendiri(input, jenis) {
		const baris = S.baris(input);
		if (!baris) { /* a card */
			let p = S.kotak(input).querySelector(".sendiri");
			if (!p)
				S.kotak(input).append(p = buat("div", {class: "sendiri"}));
			return p;
		}
		const id = `s-${S.selDari(input.name)}`;
		let x = document.getElementById(id);
		if (!x) {
			x = buat("tr", {class: "x buka", id, "data-sendiri": "1"}, buat("td", {colspan: "16"}));
			S.bawah(baris).after(x);
		}
		x.dataset.jenis = jenis;
		input.setAttribute("aria-describedby", id);
		return x.firstElementChild;
	}
	S.tutupSendiri = (input) => {
		if (!S.baris(input)) {
			S.kotak(input).querySelector(".sendiri")?.remove();
			return;
		}
		document.getElementById(`s-${S.selDari(input.name)}`)?.remove();
	};
	function kotakPesan(kelas, nama, judul, isi, ...tindakan) {
		return buat("div", {class: `c-find ${kelas}`}, ikon(nama), buat("div", {class: "body"}, buat("b", null, judul), " ", ...isi), buat("div", {class: "acts"}, ...tindakan));
	}
	function tombol(teks, kelas, kerja) {
		const b = buat("button", {type: "button", class: `btn btn-sm ${kelas}`}, teks);
		b.addEventListener("click", kerja);
		return b;
	}
	S.tanyaStrip = (input, teks) => {
		const jawab = (nilai) => () => {
			const lama = input.defaultValue;
			S.tutupSendiri(input);
			S.catat?.([{input, lama, baru: nilai === "kosong" ? "" : nilai}]);
			S.simpan(input, nilai);
			S.fokus?.(input, true);
		};
		input.value = teks;
		S.keadaan(input, "is-err");
		tempatSendiri(input, "strip").replaceChildren(kotakPesan("note", "question-mark", S.ucapan("strip"), [S.ucapan("stripKet")],
			tombol(S.ucapan("nihil"), "btn-primary", jawab("nihil")), tombol(S.ucapan("tombolKosong"), "", jawab("kosong"))));
		window.capaian.umumkan(`${S.ucapan("strip")} ${S.ucapan("stripKet")}`);
	};
	function turun(input, e, jawab) {
		const id = `a-${S.selDari(input.name)}`, area = buat("textarea", {class: "form-control", rows: "1", id});
		const simpan = tombol(S.ucapan("simpanSebab"), "btn-primary", () => area.value.trim() && S.ubahEntri(e.sel, {alasan: area.value.trim()}));
		return kotakPesan("err", "alert-octagon", jawab.pesan, [jawab.petunjuk || "", buat("label", {class: "c-vh", for: id}, S.ucapan("sebab")), area], simpan);
	}
	S.tahanTampil = (input, e, jawab) => {
		const tempat = tempatSendiri(input, jawab.hasil);
		if (jawab.hasil === "konflik") {
			e.dilihatMereka = S.dilihat(jawab.nama);
			e.mereka = jawab.mereka;
			e.namaMereka = jawab.nama;
			tempat.innerHTML = jawab.temuan;
			tempat.querySelectorAll("form").forEach((form) => form.addEventListener("submit", (k) => pilih(k, input, e)));
		} else if (jawab.hasil === "strip") {
			S.lepas(e.sel);
			S.tanyaStrip(input, e.nilai);
		} else if (jawab.hasil === "turun") {
			tempat.replaceChildren(turun(input, e, jawab));
		} else {
			tempat.replaceChildren(kotakPesan("err", "alert-octagon", jawab.pesan || "", [jawab.petunjuk || ""]));
		}
	};
	/* Both stay in the history; theirs is saved already. */
	function pilih(k, input, e) {
		k.preventDefault();
		if (k.submitter.value === "saya") {
			S.ubahEntri(e.sel, {dilihat: e.dilihatMereka, terkirim: null});
			S.keadaan(input, "is-save");
		} else {
			S.lepas(e.sel);
			input.name = e.namaMereka;
			input.defaultValue = e.mereka;
			S.nilaiPasang(input, e.mereka);
			S.keadaanDasar(input, e.mereka ? "" : "kosong", null);
			S.keadaan(input, null);
			S.hitung([S.kode(input.name)]);
		}
		S.tutupSendiri(input);
		S.fokus?.(input, true);
	}

	/* ---- explanations ---- */

	document.addEventListener("submit", async (e) => {
		const form = e.target;
		if (!form.classList.contains("c-jelas") || !S.akar.contains(form))
			return;
		e.preventDefault();
		const jawab = await kirim(form.action, {method: "POST", body: new URLSearchParams(new FormData(form)), headers: {Accept: "application/json"}}).catch(() => null);
		if (!jawab || !jawab.ok) {
			const isi = await jawab?.json().catch(() => null);
			S.galat(isi?.detail || S.ucapan("belum"));
			return;
		}
		const baris = form.closest("tr.x"), kode = form.elements.kode.value;
		baris?.classList.remove("buka");
		if (document.activeElement && form.contains(document.activeElement))
			S.pusat?.focus({preventScroll: true});
		window.capaian.pesan(S.ucapan("jelasTersimpan"));
		S.hitung([kode]);
	});
	/* ---- a card on a phone: on to the next when all of this one is kept; what waits for a connection stays in the queue ---- */

	document.getElementById("kartu")?.addEventListener("submit", async (e) => {
		e.preventDefault();
		const form = e.target, input = document.activeElement;
		if (input?.name && S.sel.get(S.selDari(input.name)) === input)
			S.pegang(input);
		await S.kuras();
		await S.reda();
		const tahan = [...S.antre.values()].find((x) => x.tahan && S.sel.has(x.sel));
		if (tahan) {
			S.sel.get(tahan.sel).focus();
			return;
		}
		if (S.antre.size)
			window.capaian.pesan(S.ringkas());
		location.href = form.dataset.lanjut;
	});
	if (!S.tabel)
		return;

	/* ---- opening and closing findings: one at a time, without moving the focus ---- */

	const temuanDari = (baris) => document.getElementById(`x-${baris.id.slice(2)}`);
	S.tutupTemuan = (baris) => {
		const x = temuanDari(baris);
		x?.classList.remove("buka");
		return !!x;
	};
	S.bukaTemuan = (input, denganFokus) => {
		const x = temuanDari(S.baris(input));
		if (!x)
			return;
		S.tabel.querySelectorAll("tr.x.buka:not([data-sendiri])").forEach((lain) => lain !== x && lain.classList.remove("buka"));
		x.classList.add("buka");
		if (denganFokus)
			x.querySelector("textarea, button")?.focus();
	};
	S.tabel.addEventListener("click", (e) => {
		const kotak = e.target.closest("td.e");
		if (e.target.closest("[data-aksi=tunda]")) {
			e.target.closest("tr.x").classList.remove("buka");
			S.pusat?.focus({preventScroll: true});
		} else if (kotak && (kotak.classList.contains("is-warn") || kotak.classList.contains("is-err") || kotak.classList.contains("is-note"))) {
			const input = kotak.querySelector("input");
			if (input)
				S.bukaTemuan(input, false);
		}
	});
	S.tabel.addEventListener("keydown", (e) => {
		const x = e.target.closest("tr.x");
		if (e.key === "Escape" && x) {
			e.preventDefault();
			x.classList.remove("buka");
			S.pusat?.focus({preventScroll: true});
		}
	});

	/* ---- the bar: what Excel's formula line is ---- */

	const batang = document.getElementById("batang"), p = batang.querySelector(".p"), q = batang.querySelector(".q"), dl = batang.querySelector("dl");
	const isiSel = (tr, pemilih) => (tr.querySelector(pemilih)?.textContent || "").trim();
	const kepala = (id) => document.getElementById(id)?.textContent || "";
	const kepalaLalu = (id) => document.getElementById(id)?.previousElementSibling?.textContent || "";
	S.namaIndikator = (input) => document.getElementById(`i-${S.baris(input).id.slice(2)}`)?.querySelector("span")?.title || "";
	const pertama = (tr) => {
		while (tr && !tr.querySelector("th.no"))
			tr = tr.previousElementSibling;
		return tr;
	};
	function medan(nama, isi) {
		return isi ? buat("div", null, buat("dt", null, nama), buat("dd", null, isi)) : null;
	}
	const tautanJelas = (input) => `/penjelasan/${S.dasar.split("/").slice(2).join("/")}/${S.kode(input.name)}/${S.kolom(input) ? "keluaran" : "keuangan"}`;
	S.jelaskanSel = (input) => window.capaian.penjelasan?.(tautanJelas(input), null);
	let catatan = null;
	/* Last month's value as an entry of its own: of the chosen block, or of this cell. */
	function salinLalu(input) {
		const sumber = (i) => S.kotak(i).previousElementSibling?.textContent.trim() || "";
		S.ubahBanyak((S.blok() || [input]).filter((i) => sumber(i)).map((i) => ({input: i, nilai: sumber(i), asal: "salin"})));
		S.fokus(input, true);
	}
	S.batang = () => {
		const input = S.pusat;
		if (!input || !S.tabel.contains(input))
			return;
		const tr = S.baris(input), awal = pertama(tr), uang = S.kolom(input) === 0, td = S.kotak(input), sel = [...tr.cells], di = sel.indexOf(td);
		const nama = document.getElementById(`n-${S.kode(input.name)}`)?.querySelector("span")?.title || "";
		p.textContent = `${(awal?.querySelector("th.no a, th.no")?.textContent || "").trim()} · ${S.kode(input.name)} · ${nama}`;
		q.textContent = uang ? `${S.ucapan("uang")} ${kepala("h-rini")}` : S.namaIndikator(input);
		const capaian = uang ? isiSel(tr, ".u-keu") : isiSel(tr, ".u-kind");
		const jelas = capaian && capaian !== "-" ? buat("a", {class: "c-why", href: tautanJelas(input)}, `${capaian} %`) : null;
		const ubah = sel[di + 1], pasti = ubah?.querySelector("[title]")?.title || ubah?.textContent.trim();
		const riwayat = `${S.dasar}/sel/riwayat?sel=${encodeURIComponent(S.selDari(input.name))}`, lalu = sel[di - 1]?.textContent.trim();
		const salin = buat("div", {class: "c-salin"}, buat("dt", {class: "c-vh"}, S.ucapan("salinLalu")), buat("dd", null, tombol(S.ucapan("salinLalu"), "btn-ghost", () => salinLalu(input))));
		dl.replaceChildren(...[
			medan(S.ucapan(uang ? "pagu" : "target"), `${sel[di - 2]?.textContent.trim() || "-"}${uang ? "" : ` ${isiSel(tr, ".sat")}`}`),
			medan(kepalaLalu(uang ? "h-rini" : "h-vini"), sel[di - 1]?.textContent.trim() || S.ucapan("kosong")),
			medan(td.dataset.bulan ? S.ucapan("sebulan") : kepala(uang ? "h-rini" : "h-vini"), buat("b", null, input.value || S.ucapan("kosong"))),
			medan(S.ucapan("berubah"), pasti), medan(S.ucapan("capaian"), jelas),
			catatan?.input === input ? medan("\u00a0", catatan.teks) : medan(S.ucapan("diisi"), td.dataset.o && buat("a", {class: "c-why", "data-penjelasan": "", href: riwayat}, td.dataset.o)),
			medan(S.ucapan("bukti"), buat("a", {href: `${S.akar.dataset.bukti}?kode=${S.kode(input.name)}`}, S.ucapan("berkas", awal?.dataset.bukti || "0"))),
			lalu && lalu !== input.value ? salin : null,
		].filter(Boolean));
	};
	S.batangCatatan = (input, teks) => {
		catatan = {input, teks};
		S.batang();
	};

	/* ---- branches ---- */

	const SIMPAN_BUKA = `capaian.buka.${S.dasar.split("/").slice(2, 4).join(".")}`;
	const terbuka = (kode) => S.tabel.querySelector(`a[data-lipat="${CSS.escape(kode)}"]`)?.getAttribute("aria-expanded") === "true";
	const induk = (kode) => S.tabel.querySelector(`tr[data-k="${CSS.escape(kode)}"]`)?.dataset.p || "";
	function tampak(kode) {
		for (let atas = induk(kode); atas; atas = induk(atas))
			if (!terbuka(atas))
				return false;
		return true;
	}
	function segarkan() {
		const lihat = new Map();
		[...S.tabel.tBodies].flatMap((b) => [...b.rows]).forEach((tr) => {
			if (tr.dataset.k) {
				if (!lihat.has(tr.dataset.k))
					lihat.set(tr.dataset.k, tampak(tr.dataset.k));
				tr.hidden = !lihat.get(tr.dataset.k);
			} else if (tr.classList.contains("x")) {
				tr.hidden = tr.previousElementSibling?.hidden || false; /* below the last row of its node */
			}
		});
		try {
			localStorage.setItem(SIMPAN_BUKA, [...S.tabel.querySelectorAll("a[data-lipat][aria-expanded=true]")].map((a) => a.dataset.lipat).join(","));
		} catch (_) { /* a browser that keeps nothing: the page works all the same */ }
		const semua = [...S.tabel.querySelectorAll("a[data-lipat]")].every((a) => a.getAttribute("aria-expanded") === "true");
		const tombolSemua = document.querySelector("[data-aksi=buka-semua]");
		if (tombolSemua)
			tombolSemua.lastChild.textContent = S.ucapan(semua ? "tutupSemua" : "bukaSemua");
		S.aturTab();
	}
	async function ambil(kode) {
		const tubuh = S.tabel.querySelector(`tbody[data-s="${CSS.escape(kode)}"][data-ambil]`);
		if (!tubuh)
			return;
		const jawab = await kirim(tubuh.dataset.ambil).catch(() => null);
		if (!jawab || !jawab.ok)
			return;
		delete tubuh.dataset.ambil;
		const wadah = document.createElement("tbody");
		wadah.innerHTML = await jawab.text();
		tubuh.append(...wadah.children);
		S.daftar();
		for (const e of S.antre.values()) {
			const input = S.sel.get(e.sel);
			if (input) {
				input.value = e.nilai === "kosong" ? "" : e.nilai;
				S.keadaan(input, "is-save");
			}
		}
	}
	async function pasang(kode, buka) {
		const tautan = S.tabel.querySelector(`a[data-lipat="${CSS.escape(kode)}"]`);
		if (!tautan || (tautan.getAttribute("aria-expanded") === "true") === buka)
			return;
		if (buka && tautan.closest("tbody").dataset.ambil)
			await ambil(kode);
		tautan.setAttribute("aria-expanded", String(buka));
		tautan.setAttribute("aria-label", S.ucapan(buka ? "lipat" : "buka", tautan.textContent.trim()));
		tautan.querySelector("use").setAttribute("href", `${S.akar.dataset.ikon}#${buka ? "chevron-down" : "chevron-right"}`);
		const hitungan = tautan.parentElement.querySelector(".in");
		if (hitungan)
			hitungan.hidden = buka;
	}
	S.bukaUntuk = (input) => {
		if (!S.baris(input)?.hidden)
			return;
		for (let atas = S.baris(input).dataset.p; atas; atas = induk(atas))
			pasang(atas, true); /* the rows are here, so this is done at once */
		segarkan();
	};
	S.lipatDari = async (input, buka) => {
		const kode = S.baris(input).dataset.k, sasaran = S.tabel.querySelector(`a[data-lipat="${CSS.escape(kode)}"]`) ? kode : S.baris(input).dataset.p;
		await pasang(sasaran, buka);
		segarkan();
		if (S.baris(input).hidden) {
			const tautan = S.tabel.querySelector(`a[data-lipat="${CSS.escape(sasaran)}"]`), ke = tautan.closest("tr").querySelector("td.e > input");
			(ke || tautan).focus();
		}
	};
	S.tabel.addEventListener("click", async (e) => {
		const tautan = e.target.closest("a[data-lipat]");
		if (!tautan || e.ctrlKey || e.metaKey)
			return;
		e.preventDefault();
		await pasang(tautan.dataset.lipat, tautan.getAttribute("aria-expanded") !== "true");
		segarkan();
	});
	document.addEventListener("click", async (e) => {
		const aksi = e.target.closest?.("[data-aksi]");
		if (aksi?.dataset.aksi === "penghalang")
			S.kePenghalang();
		if (aksi?.dataset.aksi !== "buka-semua")
			return;
		e.preventDefault();
		const tautan = [...S.tabel.querySelectorAll("a[data-lipat]")], buka = tautan.some((a) => a.getAttribute("aria-expanded") !== "true");
		await Promise.all(tautan.map((a) => pasang(a.dataset.lipat, buka)));
		segarkan();
	});
	/* What was open at the last visit, unless the address says what is. */
	async function ingat() {
		const alamat = new URLSearchParams(location.search);
		let lama = null;
		try {
			lama = localStorage.getItem(SIMPAN_BUKA);
		} catch (_) {
			lama = null;
		}
		if (lama === null || alamat.has("buka") || (alamat.get("saring") || "semua") !== "semua" || S.tabel.querySelector("tr.x.buka"))
			return;
		const buka = new Set(lama.split(","));
		if (![...buka].some((kode) => S.tabel.querySelector(`a[data-lipat="${CSS.escape(kode)}"]`)))
			return;
		await Promise.all([...S.tabel.querySelectorAll("a[data-lipat]")].map((a) => pasang(a.dataset.lipat, buka.has(a.dataset.lipat))));
		segarkan();
	}
	ingat();

	/* Leaving for the submission waits for what is not sent yet. */
	document.querySelector('#dok a[href$="/ajukan"]')?.addEventListener("click", (e) => {
		if (!S.antre.size)
			return;
		e.preventDefault();
		S.kuras();
		const tahan = [...S.antre.values()].find((x) => x.tahan);
		if (tahan && S.sel.get(tahan.sel))
			S.fokus(S.sel.get(tahan.sel));
		window.capaian.pesan(S.ringkas());
	});
})();
