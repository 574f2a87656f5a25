/* The queue: nothing typed is lost. Each change is written into the browser's store first, then sent in order; per cell only the newest value. It survives a
 * reload, a lost connection and the end of the session. One tab sends at a time. */
(() => {
	"use strict";
	const S = window.capaian?.isian;
	if (!S)
		return;
	const LURING_MS = 8000, ULANG_MS = [1000, 2000, 4000, 8000, 15000, 30000];
	const antre = new Map(); /* cell -> what waits */
	let urut = 0, sedang = false, gagalKe = 0, nanti = null, luringSejak = null, berhenti = null, pernahLuring = 0, terakhir = null;
	const tersentuh = new Set(); /* nodes saved since the figures were last fetched */
	S.antre = antre;
	S.menunggu = (kunci) => antre.has(kunci);

	/* ---- the browser's store ---- */

	const buku = new Promise((jadi) => {
		const minta = window.indexedDB?.open("capaian-isian", 1);
		if (!minta) {
			jadi(null);
			return;
		}
		minta.onupgradeneeded = () => minta.result.createObjectStore("antre", {keyPath: "id"});
		minta.onsuccess = () => jadi(minta.result);
		minta.onerror = () => jadi(null);
	});
	async function simpanan(cara, kerja) {
		const db = await buku;
		if (!db)
			return null;
		return new Promise((jadi) => {
			const t = db.transaction("antre", cara), hasil = kerja(t.objectStore("antre"));
			t.oncomplete = () => jadi(hasil ? hasil.result : null);
			t.onerror = t.onabort = () => jadi(null);
		});
	}
	const id = (kunci) => `${S.kunci}|${kunci}`;
	const tulis = (e) => simpanan("readwrite", (s) => s.put({...e, id: id(e.sel), kunci: S.kunci, dikirim: undefined}));
	const hapus = (kunci) => simpanan("readwrite", (s) => s.delete(id(kunci)));
	const ambil = (kunci) => simpanan("readonly", (s) => s.get(id(kunci)));

	function acak() {
		const b = crypto.getRandomValues(new Uint8Array(12));
		return [...b].map((n) => n.toString(16).padStart(2, "0")).join("");
	}

	/* ---- what the top bar says ---- */

	S.kabari = () => {
		const tempat = document.querySelector(".c-net");
		if (!tempat)
			return;
		const n = [...antre.values()].filter((e) => !e.tahan).length;
		const {ikon, buat} = window.capaian;
		if (berhenti) {
			tempat.className = "c-net is-off";
			tempat.replaceChildren(ikon("lock", "c-i c-i-s"), S.ucapan(berhenti, n), " ",
				buat("a", {href: `/masuk?lanjut=${encodeURIComponent(location.pathname + location.search)}`}, S.ucapan("masuk")));
		} else if (luringSejak && n) {
			tempat.className = "c-net is-off";
			tempat.replaceChildren(ikon("cloud-off", "c-i c-i-s"), S.ucapan("luring", luringSejak, n));
		} else if (n) {
			tempat.className = "c-net";
			tempat.textContent = S.ucapan("menyimpan", n);
		} else {
			tempat.className = "c-net";
			tempat.textContent = terakhir ? S.ucapan("tersimpan", terakhir) : "";
		}
		const dok = document.getElementById("dok-luring");
		const konflik = S.akar.querySelectorAll("td.is-conf").length;
		if (dok)
			dok.textContent = [konflik ? S.ucapan("konflik", konflik) : "", luringSejak && n ? S.ucapan("selLuring", n) : ""].filter(Boolean).join(" · ");
	};

	function luring() {
		luringSejak = luringSejak || S.jam();
		for (const e of antre.values()) {
			const input = S.sel.get(e.sel);
			if (input && !e.tahan) {
				pernahLuring++;
				S.keadaan(input, "is-off");
			}
		}
		S.kabari();
	}

	/* ---- sending ---- */

	/* The token of the page may be older than the session: after signing in again the page is asked for the new one. Another user's entries are not sent. */
	async function segarkan() {
		const jawab = await fetch(S.dasar, {credentials: "same-origin"}).catch(() => null);
		if (!jawab || !jawab.ok || new URL(jawab.url).pathname === "/masuk")
			return false;
		const dokumen = window.capaian.urai(await jawab.text());
		const kunci = dokumen.getElementById("isian")?.dataset.kunci, csrf = dokumen.querySelector('meta[name="csrf"]')?.content;
		if (!csrf)
			return false;
		if (kunci && kunci !== S.kunci) {
			berhenti = "pengguna";
			S.kabari();
			return false;
		}
		document.querySelector('meta[name="csrf"]')?.setAttribute("content", csrf);
		document.querySelectorAll('input[name="csrf"]').forEach((i) => {
			i.value = csrf;
		});
		berhenti = null;
		return true;
	}

	S.minta = async (alamat, isi) => {
		const batal = new AbortController(), jam = setTimeout(() => batal.abort(), LURING_MS);
		try {
			const jawab = await window.capaian.kirim(S.dasar + alamat, {method: isi ? "POST" : "GET", body: isi, signal: batal.signal, headers: {Accept: "application/json"}});
			return {status: jawab.status, isi: (jawab.headers.get("Content-Type") || "").includes("json") ? await jawab.json() : null};
		} catch (_) {
			return {status: 0, isi: null};
		} finally {
			clearTimeout(jam);
		}
	};

	function nantiLagi() {
		clearTimeout(nanti);
		nanti = setTimeout(kuras, ULANG_MS[Math.min(gagalKe++, ULANG_MS.length - 1)]);
	}

	/* Other tabs of the same month hear what was saved here, so that nobody is in conflict with himself. */
	const saluran = window.BroadcastChannel ? new BroadcastChannel("capaian-isian") : null;
	const siarkan = (kunci, nama, nilai) => saluran?.postMessage({kunci: S.kunci, sel: kunci, nama, nilai});
	function pasangNilai(kunci, nama, nilai) {
		const input = S.sel.get(kunci);
		if (!input || antre.has(kunci))
			return;
		const bersih = input.value === input.defaultValue;
		input.name = nama;
		input.defaultValue = nilai;
		if (bersih)
			S.nilaiPasang(input, nilai);
		input.placeholder = nilai ? "" : S.ucapan("kosong");
		S.keadaanDasar(input, nilai ? (nilai === "nihil" ? "nihil" : "") : "kosong", null);
		S.keadaan(input, null);
	}
	let hitungNanti = null;
	const didengar = new Set();
	saluran?.addEventListener("message", (e) => {
		if (e.data.kunci !== S.kunci)
			return;
		pasangNilai(e.data.sel, e.data.nama, e.data.nilai);
		didengar.add(S.kode(e.data.nama));
		clearTimeout(hitungNanti);
		hitungNanti = setTimeout(() => {
			S.hitung([...didengar]);
			didengar.clear();
		}, 500);
	});

	function selesai(e, jawab) {
		const input = S.sel.get(e.sel);
		tersentuh.add(S.kode(e.sel));
		siarkan(e.sel, jawab.nama, jawab.nilai);
		if (antre.get(e.sel) !== e) { /* a newer value was typed meanwhile: it has now seen this one */
			const baru = antre.get(e.sel);
			if (baru) {
				baru.dilihat = S.dilihat(jawab.nama);
				baru.terkirim = null;
				tulis(baru);
			}
			return;
		}
		antre.delete(e.sel);
		hapus(e.sel);
		if (!input)
			return;
		const utuh = document.activeElement !== input || !S.mengubah || input.value === e.nilai;
		input.name = jawab.nama;
		input.defaultValue = jawab.nilai;
		if (utuh)
			S.nilaiPasang(input, jawab.nilai);
		input.placeholder = jawab.nilai ? "" : S.ucapan("kosong");
		S.keadaanDasar(input, jawab.nilai ? (jawab.nilai === "nihil" ? "nihil" : "") : "kosong", null);
		S.keadaan(input, null);
		S.tersimpanSebentar(input);
		S.tutupSendiri?.(input);
		if (jawab.catatan) {
			window.capaian.umumkan(jawab.catatan);
			S.batangCatatan?.(input, jawab.catatan);
		}
	}

	/* Refused or in conflict: it stays with its text until the user decides; the others go on. */
	function tahan(e, jawab) {
		const input = S.sel.get(e.sel);
		e.tahan = true;
		tulis(e);
		if (!input)
			return;
		S.keadaan(input, jawab.hasil === "konflik" ? "is-conf" : "is-err");
		S.tahanTampil?.(input, e, jawab);
		S.kabari();
		if (S.pusat && document.activeElement === S.pusat)
			S.pusat.scrollIntoView({block: "nearest"}); /* what opened above may have pushed it away */
		S.galat([jawab.pesan, jawab.petunjuk].filter(Boolean).join(" "));
	}

	async function satu(e, bersama) {
		const isi = new URLSearchParams({sel: `${e.sel}|${e.dilihat}`, nilai: e.nilai, kunci: e.kunciKirim, alasan: e.alasan || "", asal: e.asal || "", jalur: bersama ? "1" : "0"});
		if (e.terkirim)
			isi.set("terkirim", e.terkirim);
		if (bersama)
			isi.set("kode", [...tersentuh].join(","));
		e.dikirim = true;
		const jawab = await S.minta("/sel", isi);
		if (jawab.status === 0 || jawab.status >= 500) {
			const kini = antre.get(e.sel);
			if (kini) { /* it may have arrived all the same */
				kini.terkirim = kini.terkirim || e.nilai;
				tulis(kini);
			}
			if (jawab.status >= 500 && jawab.status !== 503)
				S.galat(S.ucapan("gagal"));
			luring();
			nantiLagi();
			return false;
		}
		if (jawab.status === 401 || (jawab.status === 403 && !jawab.isi?.hasil)) {
			if (await segarkan())
				return satu(e, bersama);
			berhenti = berhenti || "sesi";
			luring();
			nantiLagi();
			return false;
		}
		gagalKe = 0;
		if (jawab.status === 200) {
			selesai(e, jawab.isi);
			if (bersama) {
				tersentuh.clear();
				S.terapkan(jawab.isi);
				if (jawab.isi.ucap)
					window.capaian.umumkan(jawab.isi.ucap);
			}
		} else {
			tahan(e, jawab.isi?.hasil ? jawab.isi : {hasil: "tolak", pesan: jawab.isi?.detail || S.ucapan("gagal"), petunjuk: null});
		}
		return true;
	}

	function berikut() {
		let pilih = null;
		for (const e of antre.values())
			if (!e.tahan && (!pilih || e.urut < pilih.urut))
				pilih = e;
		return pilih;
	}

	async function kurasTerkunci() {
		for (let e = berikut(); e; e = berikut()) {
			const tersimpan = await ambil(e.sel);
			if (tersimpan === undefined && e.ditulis) { /* another tab sent it */
				antre.delete(e.sel);
				tersentuh.add(S.kode(e.sel));
				continue;
			}
			const sisa = [...antre.values()].filter((x) => !x.tahan).length;
			if (!await satu(e, sisa === 1))
				return;
		}
		if (luringSejak) {
			luringSejak = null;
			if (pernahLuring)
				window.capaian.pesan(S.ucapan("tersambung", pernahLuring));
			pernahLuring = 0;
		}
		terakhir = S.jam();
		if (tersentuh.size)
			S.hitung([...tersentuh]);
		tersentuh.clear();
	}

	async function kuras() {
		clearTimeout(nanti);
		if (sedang || !berikut())
			return;
		sedang = true;
		try {
			if (navigator.locks)
				await navigator.locks.request(`capaian-isian-${S.kunci}`, kurasTerkunci);
			else
				await kurasTerkunci();
		} finally {
			sedang = false;
			S.kabari();
		}
	}
	S.kuras = kuras;
	/* When nothing is on its way any more, or after a second: then it waits for the connection. */
	S.reda = async () => {
		for (let i = 0; i < 20 && berikut() && !luringSejak; i++)
			await new Promise((jadi) => setTimeout(jadi, 50));
	};

	/* Figures and findings of nodes, when they came by another way than a save. */
	S.hitung = async (kode) => {
		const jawab = await S.minta(`/hitung?kode=${encodeURIComponent([...new Set(kode)].join(","))}`);
		if (jawab.status === 200)
			S.terapkan(jawab.isi);
	};

	/* ---- taking a value ---- */

	S.simpan = (input, nilai, pilihan) => {
		const kunci = S.selDari(input.name), lama = antre.get(kunci);
		const e = {sel: kunci, nilai, dilihat: pilihan?.dilihat ?? lama?.dilihat ?? S.dilihat(input.name), alasan: pilihan?.alasan || "", asal: pilihan?.asal || "", urut: ++urut, waktu: Date.now(), kunciKirim: acak(),
			terkirim: lama && !lama.tahan ? lama.terkirim || (lama.dikirim ? lama.nilai : null) : null};
		antre.set(kunci, e);
		S.nilaiPasang(input, nilai === "kosong" ? "" : nilai);
		S.keadaan(input, luringSejak ? "is-off" : "is-save");
		S.tutupSendiri?.(input);
		tulis(e).then(() => {
			e.ditulis = true;
			kuras();
		});
		S.kabari();
	};
	S.lepas = (kunci) => {
		antre.delete(kunci);
		hapus(kunci);
		S.kabari();
	};
	S.ubahEntri = (kunci, ubah) => {
		const e = antre.get(kunci);
		if (!e)
			return;
		Object.assign(e, ubah, {tahan: false, urut: ++urut});
		tulis(e).then(kuras);
	};

	/* Several cells at once, whole or nothing; without a connection they go into the queue one by one. */
	S.simpanBanyak = async (daftar) => {
		if (!daftar.length)
			return true;
		if (daftar.length > 1 && !luringSejak && !antre.size) {
			const isi = new URLSearchParams();
			const tertulis = daftar.map(({input, nilai, asal}) => ({sel: S.selDari(input.name), nilai, dilihat: S.dilihat(input.name), alasan: "", asal: asal || "", urut: ++urut,
				waktu: Date.now(), kunciKirim: acak(), terkirim: null}));
			await Promise.all(tertulis.map(tulis)); /* kept here until the answer, as each single one is */
			daftar.forEach(({input, nilai, asal}) => {
				isi.append("sel", input.name);
				isi.append("nilai", nilai);
				if (asal)
					isi.append("asal", asal);
				S.keadaan(input, "is-save");
			});
			const jawab = await S.minta("/banyak", isi);
			if (jawab.status === 200) {
				tertulis.forEach((e) => hapus(e.sel));
				jawab.isi.sel.forEach((b) => {
					const input = S.sel.get(b.sel);
					siarkan(b.sel, b.nama, b.nilai);
					if (!input)
						return;
					input.name = b.nama;
					input.defaultValue = b.nilai;
					S.nilaiPasang(input, b.nilai);
					input.placeholder = b.nilai ? "" : S.ucapan("kosong");
					S.keadaanDasar(input, b.nilai ? (b.nilai === "nihil" ? "nihil" : "") : "kosong", null);
					S.keadaan(input, null);
					S.tersimpanSebentar(input);
				});
				terakhir = S.jam();
				S.kabari();
				window.capaian.umumkan(jawab.isi.pesan);
				await S.hitung(daftar.map(({input}) => S.kode(input.name)));
				return true;
			}
			daftar.forEach(({input}) => S.keadaan(input, null));
			if (jawab.status === 422)
				S.galat(jawab.isi?.pesan || "");
		}
		daftar.forEach(({input, nilai, asal}) => S.simpan(input, nilai, {asal}));
		return true;
	};

	S.ringkas = () => {
		const n = antre.size;
		return n ? (luringSejak ? S.ucapan("luring", luringSejak, n) : S.ucapan("menunggu", n)) : S.ucapan("tersimpan", terakhir || S.jam());
	};

	/* ---- what an earlier page left ---- */

	async function lanjutkan() {
		const semua = await simpanan("readonly", (s) => s.getAll());
		for (const e of (semua || []).filter((x) => x.kunci === S.kunci).sort((a, b) => a.urut - b.urut)) {
			const input = S.sel.get(e.sel);
			antre.set(e.sel, {...e, urut: ++urut, tahan: false, ditulis: true});
			if (input) {
				input.value = e.nilai === "kosong" ? "" : e.nilai;
				S.keadaan(input, "is-save");
			}
		}
		S.kabari();
		kuras();
	}
	window.addEventListener("online", () => {
		gagalKe = 0;
		kuras();
	});
	window.addEventListener("offline", () => {
		if (antre.size)
			luring();
	});
	document.addEventListener("visibilitychange", () => {
		if (!document.hidden)
			kuras();
	});
	lanjutkan();
})();
