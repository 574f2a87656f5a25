/* The rows of a month beside the month before: J and K go through them, T accepts, P asks for correction; the chosen row and its decision are fetched without
 * leaving the page. Everything also works by the links and the form alone. */
(() => {
	"use strict";
	const {kirim, urai, hidupkan, umumkan, galatJawaban} = window.capaian;
	let urutan = 0;

	const baris = () => [...document.querySelectorAll("table.v tr.lv3")];
	const tautan = (tr) => tr?.querySelector("a.nm");
	const terpilih = () => baris().findIndex((tr) => tr.classList.contains("sel"));

	/* Table, panel, figures and dock of the page that came take the place of those shown. */
	function tukar(dokumen, alamat) {
		const geser = window.scrollY;
		[".c-split", ".c-dock"].forEach((pilih) => {
			const lama = document.querySelector(pilih), baru = dokumen.querySelector(pilih);
			if (!lama || !baru)
				return;
			const masuk = document.adoptNode(baru);
			lama.replaceWith(masuk);
			hidupkan(masuk);
		});
		history.replaceState(history.state, "", alamat);
		window.scrollTo(0, geser);
		const panel = document.getElementById("baris"), kotak = panel?.getBoundingClientRect();
		if (kotak && kotak.top > window.innerHeight - 120)
			panel.scrollIntoView();
		umumkan(panel?.querySelector("h2")?.textContent || "");
	}

	async function muat(alamat, cara, fokus) {
		const giliran = ++urutan;
		const jawab = await kirim(alamat, cara).catch(() => null);
		if (giliran !== urutan)
			return;
		const dokumen = jawab && urai(await jawab.text());
		if (!jawab || !jawab.ok || !dokumen.querySelector(".c-split")) {
			if (jawab && dokumen.querySelector("main"))
				document.querySelector("main").replaceWith(document.adoptNode(dokumen.querySelector("main")));
			else
				galatJawaban(jawab ? jawab.status : 0);
			return;
		}
		tukar(dokumen, jawab.url.split("#")[0]);
		const ke = fokus === "baris" ? tautan(baris()[terpilih()]) : fokus === "catatan" ? document.querySelector("form.putusan textarea") : null;
		ke?.focus({preventScroll: fokus !== "baris"});
	}

	function pindah(langkah) {
		const semua = baris(), di = terpilih();
		const ke = tautan(semua[di < 0 ? 0 : di + langkah]);
		if (ke)
			muat(ke.href, undefined, "baris");
	}

	function putuskan(nilai) {
		const form = document.querySelector("form.putusan"), pilihan = form?.querySelector(`input[name=putusan][value=${nilai}]`);
		if (!pilihan)
			return;
		pilihan.checked = true;
		if (nilai === "terima")
			form.requestSubmit();
		else
			form.querySelector("textarea").focus();
	}

	document.addEventListener("click", (e) => {
		const a = e.target.closest?.("table.v a.nm");
		if (!a || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey)
			return;
		e.preventDefault();
		muat(a.href, undefined, "baris");
	});
	document.addEventListener("submit", (e) => {
		const form = e.target;
		if (!form.matches?.("form.putusan"))
			return;
		e.preventDefault();
		const catatan = form.querySelector("textarea");
		if (form.querySelector("input[value=perbaiki]").checked && !catatan.value.trim()) {
			catatan.setCustomValidity(form.querySelector(".c-hint").textContent);
			catatan.reportValidity();
			catatan.addEventListener("input", () => catatan.setCustomValidity(""), {once: true});
			return;
		}
		muat(form.getAttribute("action"), {method: "POST", body: new URLSearchParams(new FormData(form))}, "baris");
	});
	document.addEventListener("keydown", (e) => {
		if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.("input:not([type=radio]), select, textarea, dialog"))
			return;
		const kerja = {j: () => pindah(1), k: () => pindah(-1), t: () => putuskan("terima"), p: () => putuskan("perbaiki")}[e.key.toLowerCase()];
		if (!kerja)
			return;
		e.preventDefault();
		kerja();
	});
})();
