/* The policy: its effect and its errors follow what is typed, as the server computes them; line numbers beside the text. */
(() => {
	"use strict";
	const {kirim, urai} = window.capaian;
	const form = document.querySelector("form.kebijakan"), teks = form?.querySelector("textarea.c-editor");
	if (!teks)
		return;
	const JEDA_MS = 400;
	let tunda = null, urutan = 0;

	const nomor = document.createElement("pre");
	nomor.className = "c-nomor";
	nomor.setAttribute("aria-hidden", "true");
	teks.before(nomor);
	function nomori() {
		const n = teks.value.split("\n").length;
		if (nomor.dataset.n !== String(n)) {
			nomor.dataset.n = n;
			nomor.textContent = Array.from({length: n}, (_, i) => i + 1).join("\n");
		}
		nomor.scrollTop = teks.scrollTop;
	}
	teks.addEventListener("scroll", nomori);
	nomori();

	async function coba() {
		const giliran = ++urutan, isi = new URLSearchParams(new FormData(form));
		isi.set("aksi", "coba");
		const jawab = await kirim(form.getAttribute("action"), {method: "POST", body: isi}).catch(() => null);
		const dokumen = jawab && jawab.ok ? urai(await jawab.text()) : null;
		if (giliran !== urutan || !dokumen)
			return;
		["dampak", "galat"].forEach((id) => {
			const baru = dokumen.getElementById(id), lama = document.getElementById(id);
			if (baru && lama)
				lama.replaceChildren(...[...baru.childNodes].map((n) => document.adoptNode(n)));
		});
	}
	form.addEventListener("input", (e) => {
		if (e.target.name === "alasan")
			return;
		nomori();
		clearTimeout(tunda);
		tunda = setTimeout(coba, JEDA_MS);
	});
})();
