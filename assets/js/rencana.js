/* The tree of a plan: the chosen row opens beside it without leaving the page; the sum of the months follows what is typed, said by the server when kept. */
(() => {
	"use strict";
	const {kirim, urai, hidupkan, umumkan} = window.capaian;
	let urutan = 0, berubah = false;

	async function muat(alamat) {
		const giliran = ++urutan, jawab = await kirim(alamat).catch(() => null);
		const dokumen = jawab && jawab.ok ? urai(await jawab.text()) : null, baru = dokumen?.querySelector(".c-split");
		if (giliran !== urutan)
			return;
		if (!baru) {
			location.href = alamat;
			return;
		}
		const lama = document.querySelector(".c-split"), geser = window.scrollY, masuk = document.adoptNode(baru);
		lama.replaceWith(masuk);
		hidupkan(masuk);
		berubah = false;
		history.replaceState(history.state, "", alamat.split("#")[0]);
		window.scrollTo(0, geser);
		const panel = document.getElementById("butir");
		if (panel.getBoundingClientRect().top > window.innerHeight - 120)
			panel.scrollIntoView();
		umumkan(panel.querySelector("h2")?.textContent || "");
		masuk.querySelector("tr[aria-current] a")?.focus({preventScroll: true});
	}

	document.addEventListener("click", (e) => {
		const a = e.target.closest?.(".c-pohon tbody a");
		if (!a || berubah || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey)
			return;
		e.preventDefault();
		muat(a.href);
	});
	document.addEventListener("input", (e) => {
		if (e.target.closest?.("#butir form"))
			berubah = true;
	});
	window.addEventListener("beforeunload", (e) => {
		if (berubah)
			e.preventDefault();
	});
	document.addEventListener("submit", () => {
		berubah = false;
	});
})();
