/* What every script of the pages shares, as `capaian`: words, requests, messages, announcements. Pages work without any of it. */
(() => {
	"use strict";
	const english = document.documentElement.lang === "en";
	const KATA = english ? {
		batal: "Cancel", lanjut: "Continue", tutup: "Close", coba: "Try again",
		luring: "Offline. What you typed stays on this page; send it when the connection is back.",
		tersambung: "Connected again.",
		disalin: "Copied.",
		sesi: "Your session ended. Sign in again in another tab; what stands on this page stays.",
		masuk: "Sign in",
		server: "The server has a problem. Nothing that was saved is lost. Try again.",
		penuh: "The server is busy. Try again in 10 seconds.",
		putus: "Not sent: there is no connection. What you typed is still here.",
		bukaHalaman: "Open it as a page",
		panelGagal: "The explanation could not be fetched.",
		penjelasan: "Explanation",
		terlaluBesar: (ukuran, batas) => `The file has ${ukuran}; the limit is ${batas}. Split it by program or remove pictures.`,
		mengirim: (persen) => `sending, ${persen} %`,
		diproses: "sent, being read",
		terkirim: "sent",
		gagal: "not sent",
		dipilih: (n) => `${n} files chosen`,
	} : {
		batal: "Batal", lanjut: "Lanjutkan", tutup: "Tutup", coba: "Coba lagi",
		luring: "Luring. Yang Anda ketik tetap di halaman ini; kirim saat tersambung kembali.",
		tersambung: "Tersambung kembali.",
		disalin: "Disalin.",
		sesi: "Sesi berakhir. Masuk lagi di tab lain; isi halaman ini tetap ada.",
		masuk: "Masuk",
		server: "Server bermasalah. Yang sudah tersimpan tidak hilang. Coba lagi.",
		penuh: "Server sedang penuh. Coba lagi dalam 10 detik.",
		putus: "Belum terkirim: tidak ada sambungan. Yang Anda ketik masih di sini.",
		bukaHalaman: "Buka sebagai halaman",
		panelGagal: "Penjelasan tidak dapat diambil.",
		penjelasan: "Penjelasan",
		terlaluBesar: (ukuran, batas) => `Berkas ${ukuran}; batasnya ${batas}. Pecah per program atau hapus gambar.`,
		mengirim: (persen) => `mengirim, ${persen} %`,
		diproses: "terkirim, sedang dibaca",
		terkirim: "terkirim",
		gagal: "belum terkirim",
		dipilih: (n) => `${n} berkas dipilih`,
	};
	const TOAST_MS = 5000, ANNOUNCE_MS = 2000;

	/* buat("div", {class: "c-toast", role: "status"}, "text", child, ...) */
	function buat(nama, sifat, ...isi) {
		const elemen = document.createElement(nama);
		for (const [kunci, nilai] of Object.entries(sifat || {}))
			if (nilai !== null && nilai !== undefined && nilai !== false)
				elemen.setAttribute(kunci, nilai === true ? "" : nilai);
		elemen.append(...isi.filter((bagian) => bagian !== null && bagian !== undefined));
		return elemen;
	}

	/* An icon of the sprite; its address stands in <meta name="ikon">. */
	function ikon(nama, kelas) {
		const NS = "http://www.w3.org/2000/svg";
		const svg = document.createElementNS(NS, "svg"), use = document.createElementNS(NS, "use");
		svg.setAttribute("class", kelas || "c-i");
		svg.setAttribute("aria-hidden", "true");
		use.setAttribute("href", `${meta("ikon")}#${nama}`);
		svg.append(use);
		return svg;
	}

	function meta(nama) {
		return document.querySelector(`meta[name="${nama}"]`)?.content || "";
	}

	/* fetch with what the server asks of a script: the CSRF token, and the mark that a part of a page is enough. */
	function kirim(alamat, pilihan) {
		const p = pilihan || {};
		return fetch(alamat, {credentials: "same-origin", ...p, headers: {"X-CSRF": meta("csrf"), "HX-Request": "true", ...p.headers}});
	}

	function wadah(id, kelas, sifat) {
		return document.getElementById(id) || document.body.appendChild(buat("div", {id, class: kelas, ...sifat}));
	}

	/* For what the user just did; never for errors. */
	function pesan(teks) {
		const toast = buat("div", {class: "c-toast"}, teks);
		wadah("toast", "c-toasts", {role: "status"}).append(toast);
		setTimeout(() => toast.remove(), TOAST_MS);
	}

	/* An error stays where it happened until it is closed or replaced: one banner at the head of the content. */
	function galat(teks, tindakan) {
		document.getElementById("c-galat-skrip")?.remove();
		const tutup = buat("button", {type: "button", class: "btn btn-sm"}, KATA.tutup);
		const banner = buat("div", {id: "c-galat-skrip", class: "c-banner is-err", role: "alert"}, ikon("alert-octagon"), buat("div", null, teks),
			buat("div", {class: "c-act"}, tindakan || null, tutup));
		tutup.addEventListener("click", () => banner.remove());
		(document.querySelector("main") || document.body).prepend(banner);
		banner.scrollIntoView({block: "nearest"});
	}

	/* What an answer that is no success means, in words. */
	function galatJawaban(status) {
		if (status === 401)
			galat(KATA.sesi, buat("a", {class: "btn btn-sm btn-primary", href: "/masuk", target: "_blank", rel: "noopener"}, KATA.masuk));
		else
			galat(status === 0 ? KATA.putus : status === 503 ? KATA.penuh : KATA.server);
	}

	/* One polite live region, at most one sentence in two seconds: the newest wins. */
	let menunggu = null, terakhir = 0;
	function umumkan(teks) {
		const region = wadah("c-umum", "c-vh", {role: "status", "aria-live": "polite"});
		clearTimeout(menunggu);
		menunggu = setTimeout(() => {
			terakhir = Date.now();
			region.textContent = teks;
		}, Math.max(0, terakhir + ANNOUNCE_MS - Date.now()));
	}

	/* HTML of ours as nodes; scripts in it do not run. */
	function urai(html) {
		return new DOMParser().parseFromString(html, "text/html");
	}

	/* Lets htmx see what a script put into the page. */
	function hidupkan(elemen) {
		window.htmx?.process(elemen);
		document.dispatchEvent(new CustomEvent("capaian:isi", {detail: elemen}));
	}

	/* Runs at once for the page, and for every part that comes into it later; once an element. */
	function untukSemua(pemilih, kerjakan) {
		const sudah = new WeakSet();
		const mulai = (akar) => {
			[...(akar.matches?.(pemilih) ? [akar] : []), ...akar.querySelectorAll(pemilih)].filter((e) => !sudah.has(e)).forEach((e) => {
				sudah.add(e);
				kerjakan(e);
			});
		};
		mulai(document);
		document.addEventListener("capaian:isi", (e) => mulai(e.detail));
		document.addEventListener("htmx:load", (e) => mulai(e.detail.elt));
	}

	document.documentElement.classList.add("js");
	window.capaian = {KATA, buat, ikon, meta, kirim, pesan, galat, galatJawaban, umumkan, urai, hidupkan, untukSemua};

	document.addEventListener("htmx:configRequest", (e) => {
		e.detail.headers["X-CSRF"] = meta("csrf");
	});
	document.addEventListener("htmx:responseError", (e) => galatJawaban(e.detail.xhr.status));
	document.addEventListener("htmx:sendError", () => galatJawaban(0));
	/* The server may send HX-Trigger: {"pesan": "..."}. */
	document.addEventListener("pesan", (e) => pesan(e.detail?.value || ""));
})();
