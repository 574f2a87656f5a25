/* The explanation of a number beside the number. The link leads to a page of its own; here its content comes into a panel: beside the page from 1200 px
 * on, over it below. The panel is not modal: another number replaces it, Escape closes it and the focus goes back. */
(() => {
	"use strict";
	const {KATA, buat, ikon, kirim, urai, hidupkan, umumkan} = window.capaian;
	const SKELETON_MS = 300;
	const lebar = window.matchMedia("(min-width: 1200px)");
	let panel = null, isi = null, asal = null, urutan = 0;

	function tandai(tautan) {
		asal?.closest("td, th")?.classList.remove("sel");
		asal = tautan;
		asal?.closest("td, th")?.classList.add("sel");
	}

	function tutup() {
		if (!panel)
			return;
		const kembali = asal;
		urutan++;
		panel.hidden = true;
		panel.replaceChildren();
		panel = null;
		tandai(null);
		document.body.classList.remove("ada-samping");
		if (kembali?.isConnected)
			kembali.focus({preventScroll: true});
	}

	function bukaPanel() {
		if (panel)
			return;
		const silang = buat("button", {type: "button", class: "btn btn-sm btn-icon btn-ghost", "aria-label": KATA.tutup}, ikon("x"));
		silang.addEventListener("click", () => (history.state?.samping ? history.back() : tutup()));
		isi = buat("div", {class: "c-samping-isi"});
		panel = document.getElementById("panel") || document.body.appendChild(buat("aside", {id: "panel", class: "c-panel", "aria-label": KATA.penjelasan}));
		panel.classList.add("c-samping");
		panel.tabIndex = -1;
		panel.replaceChildren(buat("div", {class: "c-tutup"}, silang), isi);
		panel.hidden = false;
		document.body.classList.add("ada-samping");
		if (!lebar.matches)
			history.pushState({samping: true}, "");
	}

	/* Of a whole page its panel, of a part everything. */
	function bagian(html) {
		const dokumen = urai(html);
		return [...(dokumen.querySelector(".c-panel:not(#panel)") || dokumen.querySelector("main") || dokumen.body).childNodes];
	}

	async function muat(alamat, denganFokus) {
		const giliran = ++urutan;
		bukaPanel();
		const lambat = setTimeout(() => {
			if (giliran === urutan)
				isi.replaceChildren(buat("section", null, buat("span", {class: "c-skel t"}), buat("span", {class: "c-skel"}), buat("span", {class: "c-skel m"}), buat("span", {class: "c-skel s"})));
		}, SKELETON_MS);
		const jawab = await kirim(alamat).catch(() => null);
		const html = jawab && jawab.ok ? await jawab.text().catch(() => null) : null;
		clearTimeout(lambat);
		if (giliran !== urutan)
			return;
		if (html === null || new URL(jawab.url).pathname === "/masuk") {
			isi.replaceChildren(buat("section", {role: "alert"}, buat("p", null, KATA.panelGagal), buat("p", null, buat("a", {href: alamat}, KATA.bukaHalaman))));
			return;
		}
		isi.replaceChildren(...bagian(html).map((n) => document.adoptNode(n)));
		hidupkan(isi);
		panel.scrollTop = 0;
		umumkan(isi.querySelector("h1, h2")?.textContent || KATA.penjelasan);
		if (denganFokus)
			panel.focus({preventScroll: true});
	}

	document.addEventListener("click", (e) => {
		const tautan = e.target.closest?.("a.c-q, a.c-why, a[data-penjelasan]");
		if (!tautan || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey)
			return;
		e.preventDefault();
		if (!panel?.contains(tautan))
			tandai(tautan);
		muat(tautan.href, e.detail === 0 || !lebar.matches); /* detail 0: pressed on the keyboard */
	});
	document.addEventListener("keydown", (e) => {
		if (e.key === "Escape" && panel && !e.defaultPrevented && !document.querySelector("dialog[open]")) {
			if (history.state?.samping)
				history.back();
			else
				tutup();
		}
	});
	window.addEventListener("popstate", tutup);
	if (history.state?.samping) /* reloaded while the panel was open */
		history.replaceState(null, "");
	window.capaian.penjelasan = (alamat, dari) => {
		tandai(dari || null);
		return muat(alamat, false);
	};
})();
