/* Tables that sort by a press on their heads (table[data-urut]), and lines of work that follow themselves (data-pantau). */
(() => {
	"use strict";
	const {kirim, urai, hidupkan, untukSemua} = window.capaian;
	const bandingTeks = new Intl.Collator("id", {numeric: true}).compare;
	const PANTAU_MS = 1500, PANTAU_LAMBAT_MS = 5000;

	/* What a cell is sorted by: data-nilai, or the text; a number as id-ID writes it. null: nothing there, always last. */
	function kunci(sel, angka) {
		const teks = (sel?.dataset.nilai ?? sel?.textContent ?? "").trim();
		if (!teks || teks === "-" || teks === "–")
			return null;
		if (!angka)
			return teks;
		const bilangan = sel.dataset.nilai !== undefined ? Number(teks) : Number(teks.replace(/[^\d,\u2212-]/g, "").replace("\u2212", "-").replace(",", "."));
		return Number.isNaN(bilangan) ? null : bilangan;
	}

	function urutkan(tabel, kepala, kolom) {
		const turun = kepala.getAttribute("aria-sort") !== "descending" && (kepala.getAttribute("aria-sort") === "ascending" || kepala.dataset.urut === "angka");
		const angka = kepala.dataset.urut === "angka", tubuh = tabel.tBodies[0];
		const baris = [...tubuh.rows].map((r, i) => ({r, i, k: kunci(r.cells[kolom], angka)}));
		baris.sort((a, b) => {
			if (a.k === null || b.k === null)
				return (a.k === null) - (b.k === null) || a.i - b.i;
			const d = angka ? a.k - b.k : bandingTeks(a.k, b.k);
			return (turun ? -d : d) || a.i - b.i;
		});
		tubuh.append(...baris.map((b) => b.r));
		tabel.querySelectorAll("th[aria-sort]").forEach((th) => th.removeAttribute("aria-sort"));
		kepala.setAttribute("aria-sort", turun ? "descending" : "ascending");
	}

	untukSemua("table[data-urut]", (tabel) => {
		const kepala = [...tabel.tHead.rows[tabel.tHead.rows.length - 1].cells];
		kepala.forEach((th, kolom) => {
			if (!th.dataset.urut || th.querySelector("button, a"))
				return;
			const tombol = document.createElement("button");
			tombol.type = "button";
			tombol.className = "c-urut";
			tombol.append(...th.childNodes);
			th.append(tombol);
			tombol.addEventListener("click", () => urutkan(tabel, th, kolom));
		});
	});

	/* <li data-pantau="/pekerjaan/7">: replaced by what its address says until that asks no more. Rests while nobody looks. */
	untukSemua("[data-pantau]", (elemen) => {
		let jeda = PANTAU_MS;
		const lagi = () => setTimeout(sekali, jeda);
		async function sekali() {
			if (!elemen.isConnected)
				return;
			if (document.hidden) {
				lagi();
				return;
			}
			const jawab = await kirim(elemen.dataset.pantau).catch(() => null);
			if (!jawab || !jawab.ok) {
				jeda = PANTAU_LAMBAT_MS;
				lagi();
				return;
			}
			const isi = urai(await jawab.text());
			const baru = (elemen.id && isi.getElementById(elemen.id)) || isi.body.firstElementChild;
			if (!baru) {
				lagi();
				return;
			}
			elemen.replaceWith(document.adoptNode(baru));
			hidupkan(baru);
		}
		lagi();
	});
})();
