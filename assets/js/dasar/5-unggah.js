/* Files: a place to drop them (.c-drop around an input), their names, the progress of sending them. form[data-unggah] is sent here; without scripts the
 * form sends itself. Several files go one after the other, each in a request of its own with the other fields of the form. */
(() => {
	"use strict";
	const {KATA, buat, ikon, meta, urai, hidupkan, umumkan, galatJawaban, untukSemua} = window.capaian;

	function ukuran(n) {
		const teks = (nilai) => nilai.toLocaleString("id-ID", {maximumFractionDigits: 1});
		return n >= 1048576 ? `${teks(n / 1048576)} MB` : `${teks(Math.max(1, n / 1024))} kB`;
	}

	function barisBerkas(berkas) {
		const ket = buat("span", {class: "ket"}, ukuran(berkas.size)), maju = buat("progress", {class: "c-prog", max: "100", value: "0", "aria-label": berkas.name, hidden: true});
		const aksi = buat("span");
		const li = buat("li", null, ikon("file"), buat("span", {class: "nm"}, berkas.name), aksi, ket, maju);
		return {berkas, li, ket, maju, aksi};
	}

	const alamat = (form) => form.getAttribute("action") || location.href;

	function kirimSatu(form, medan, baris) {
		return new Promise((selesai) => {
			const isi = new FormData(form), xhr = new XMLHttpRequest();
			isi.delete(medan.name);
			isi.append(medan.name, baris.berkas, baris.berkas.name);
			baris.maju.hidden = false;
			baris.li.classList.remove("is-err");
			xhr.open("POST", alamat(form));
			xhr.setRequestHeader("X-CSRF", meta("csrf"));
			xhr.upload.addEventListener("progress", (e) => {
				if (!e.lengthComputable)
					return;
				const persen = Math.round(100 * e.loaded / e.total);
				baris.maju.value = persen;
				baris.ket.textContent = persen < 100 ? KATA.mengirim(persen) : KATA.diproses;
			});
			xhr.addEventListener("loadend", () => selesai(xhr));
			xhr.send(isi);
		});
	}

	/* The page that came as the answer takes the place of this one's content, with the scripts it asks for. */
	function tampilkan(xhr, dikirim) {
		const dokumen = urai(xhr.responseText), baru = dokumen.querySelector("main"), lama = document.querySelector("main");
		if (new URL(xhr.responseURL).pathname !== new URL(dikirim, location.href).pathname || !baru || !lama) { /* the server led on */
			location.href = xhr.responseURL;
			return;
		}
		document.title = dokumen.title;
		lama.replaceWith(document.adoptNode(baru));
		history.replaceState(history.state, "", xhr.responseURL); /* where a reload leads */
		dokumen.querySelectorAll("script[src]").forEach((s) => {
			if (!document.querySelector(`script[src="${s.getAttribute("src")}"]`))
				document.head.append(buat("script", {src: s.getAttribute("src")}));
		});
		hidupkan(baru);
		window.scrollTo(0, 0);
		umumkan(baru.querySelector("h1")?.textContent || document.title);
	}

	function sebab(xhr) {
		const dokumen = urai(xhr.responseText || "");
		return dokumen.querySelector("[role=alert], .c-banner.is-err, .c-pesan p, .c-galat")?.textContent.trim() || (xhr.status === 503 ? KATA.penuh : xhr.status ? KATA.server : KATA.putus);
	}

	untukSemua("form[data-unggah]", (form) => {
		const semua = form.querySelectorAll("input[type=file]"), medan = semua[0], tempat = form.querySelector(".c-drop");
		if (semua.length !== 1)
			return; /* such a form goes as one */
		const daftar = buat("ul", {class: "c-berkas", hidden: true});
		const batas = Number(form.dataset.maks || 0);
		let baris = [], sibuk = false;
		(tempat || medan).after(daftar);

		function gagal(b, teks) {
			b.li.classList.add("is-err");
			b.maju.hidden = true;
			b.ket.textContent = teks;
		}
		function dipilih() {
			baris = [...medan.files].map(barisBerkas);
			daftar.replaceChildren(...baris.map((b) => b.li));
			daftar.hidden = !baris.length;
			baris.filter((b) => batas && b.berkas.size > batas).forEach((b) => {
				b.terlalu = true;
				gagal(b, KATA.terlaluBesar(ukuran(b.berkas.size), ukuran(batas)));
			});
			if (baris.length > 1)
				umumkan(KATA.dipilih(baris.length));
			if (form.dataset.unggah === "segera" && baris.some((b) => !b.terlalu))
				form.requestSubmit();
		}
		async function satu(b) {
			const xhr = await kirimSatu(form, medan, b);
			if (xhr.status >= 200 && xhr.status < 300) {
				b.jadi = true;
				b.li.classList.add("is-ok");
				b.ket.textContent = KATA.terkirim;
				b.aksi.replaceChildren();
				return xhr;
			}
			if (xhr.status === 401)
				galatJawaban(401);
			gagal(b, `${KATA.gagal}: ${sebab(xhr)}`);
			const lagi = buat("button", {type: "button", class: "btn btn-sm"}, KATA.coba);
			lagi.addEventListener("click", () => form.requestSubmit());
			b.aksi.replaceChildren(lagi);
			return null;
		}
		medan.addEventListener("change", dipilih);
		form.addEventListener("submit", async (e) => {
			if (!baris.length)
				return; /* the form itself says what is missing */
			e.preventDefault();
			if (sibuk)
				return;
			sibuk = true;
			form.setAttribute("aria-busy", "true");
			let terakhir = null;
			for (const b of baris.filter((x) => !x.jadi && !x.terlalu))
				terakhir = await satu(b) || terakhir;
			sibuk = false;
			form.removeAttribute("aria-busy");
			if (terakhir && baris.every((b) => b.jadi))
				tampilkan(terakhir, alamat(form));
		});
		if (!tempat)
			return;
		const berisi = (e) => [...(e.dataTransfer?.types || [])].includes("Files");
		["dragenter", "dragover"].forEach((nama) => tempat.addEventListener(nama, (e) => {
			if (!berisi(e))
				return;
			e.preventDefault();
			tempat.classList.add("is-over");
		}));
		["dragleave", "drop"].forEach((nama) => tempat.addEventListener(nama, () => tempat.classList.remove("is-over")));
		tempat.addEventListener("drop", (e) => {
			if (!berisi(e))
				return;
			e.preventDefault();
			const pilihan = new DataTransfer();
			[...e.dataTransfer.files].slice(0, medan.multiple ? undefined : 1).forEach((f) => pilihan.items.add(f));
			medan.files = pilihan.files;
			dipilih();
		});
	});
	/* A file dropped beside the place must not leave the page. */
	["dragover", "drop"].forEach((nama) => window.addEventListener(nama, (e) => {
		if (document.querySelector(".c-drop") && [...(e.dataTransfer?.types || [])].includes("Files"))
			e.preventDefault();
	}));
})();
