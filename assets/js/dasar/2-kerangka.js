/* The frame of the page: theme, menus, connection, confirmation, forms that must not be lost or sent twice. */
(() => {
	"use strict";
	const {KATA, buat, ikon, kirim, pesan, untukSemua} = window.capaian;

	/* --- theme: the server keeps the choice in a cookie; the page follows at once --- */
	function temaPasang(nilai) {
		if (nilai === "light" || nilai === "dark")
			document.documentElement.dataset.bsTheme = nilai;
		else
			delete document.documentElement.dataset.bsTheme;
		document.querySelectorAll('form[action="/tema"] button').forEach((b) => b.setAttribute("aria-pressed", String(b.value === nilai)));
	}
	document.addEventListener("submit", async (e) => {
		const form = e.target;
		if (form.getAttribute("action") !== "/tema" || !e.submitter)
			return;
		e.preventDefault();
		const isi = new URLSearchParams(new FormData(form));
		if (e.submitter.name)
			isi.set(e.submitter.name, e.submitter.value);
		const jawab = await kirim("/tema", {method: "POST", body: isi}).catch(() => null);
		if (jawab && jawab.ok)
			temaPasang(e.submitter.value);
		else
			form.submit();
	});

	/* --- menus: <details class="c-menu"> --- */
	const menuTerbuka = () => document.querySelectorAll("details.c-menu[open]");
	document.addEventListener("click", (e) => {
		menuTerbuka().forEach((menu) => {
			if (!menu.contains(e.target))
				menu.open = false;
		});
	});
	document.addEventListener("focusin", (e) => {
		menuTerbuka().forEach((menu) => {
			if (!menu.contains(e.target))
				menu.open = false;
		});
	});
	document.addEventListener("keydown", (e) => {
		const menu = e.target.closest?.("details.c-menu[open]");
		if (!menu)
			return;
		if (e.key === "Escape") {
			menu.open = false;
			menu.querySelector("summary").focus();
			e.stopPropagation();
			return;
		}
		const langkah = {ArrowDown: 1, ArrowUp: -1}[e.key];
		if (!langkah || e.target.matches("input, select, textarea"))
			return;
		const butir = [...menu.querySelectorAll(".c-menu-isi a, .c-menu-isi button")].filter((b) => b.offsetParent);
		const di = butir.indexOf(document.activeElement);
		butir[(di < 0 && langkah < 0 ? butir.length - 1 : di + langkah + butir.length) % butir.length]?.focus();
		e.preventDefault();
	});

	/* --- connection; a page with a queue of its own says data-luring="sendiri" on body --- */
	function luringTampil() {
		document.getElementById("c-luring")?.remove();
		if (navigator.onLine || document.body.dataset.luring === "sendiri")
			return;
		const pita = buat("div", {id: "c-luring", class: "c-luring", role: "status"}, ikon("cloud-off"), KATA.luring);
		const atas = document.querySelector(".c-top");
		if (atas)
			atas.after(pita);
		else
			document.body.prepend(pita);
	}
	window.addEventListener("offline", luringTampil);
	window.addEventListener("online", () => {
		luringTampil();
		if (document.body.dataset.luring !== "sendiri")
			pesan(KATA.tersambung);
	});
	luringTampil();

	/* --- confirmation: data-konfirmasi="question" (data-ya="verb") on a button, a form or a link. The safe answer has the focus. --- */
	function konfirmasi(pertanyaan, ya) {
		return new Promise((selesai) => {
			const tanya = pertanyaan.indexOf("?") + 1 || pertanyaan.length; /* the question is the title, the rest explains it */
			const setuju = buat("button", {type: "button", class: "btn btn-primary"}, ya || KATA.lanjut);
			const batal = buat("button", {type: "button", class: "btn", autofocus: true}, KATA.batal);
			const dialog = buat("dialog", {class: "c-dialog", "aria-labelledby": "c-dialog-judul"}, buat("h2", {id: "c-dialog-judul"}, pertanyaan.slice(0, tanya)),
				buat("div", {class: "c-isi"}, pertanyaan.slice(tanya).trim()), buat("footer", null, batal, setuju));
			let jawab = false;
			setuju.addEventListener("click", () => {
				jawab = true;
				dialog.close();
			});
			batal.addEventListener("click", () => dialog.close());
			dialog.addEventListener("close", () => {
				dialog.remove();
				selesai(jawab);
			});
			document.body.append(dialog);
			dialog.showModal();
			batal.focus();
		});
	}
	window.capaian.konfirmasi = konfirmasi;

	const disetujui = new WeakSet();
	document.addEventListener("submit", async (e) => {
		const form = e.target, tombol = e.submitter;
		const asal = tombol?.dataset.konfirmasi ? tombol : form;
		if (!asal.dataset.konfirmasi || disetujui.delete(form))
			return;
		e.preventDefault();
		e.stopImmediatePropagation();
		if (await konfirmasi(asal.dataset.konfirmasi, asal.dataset.ya || tombol?.textContent.trim())) {
			disetujui.add(form);
			form.requestSubmit(tombol || undefined);
		}
	}, true);
	document.addEventListener("click", async (e) => {
		const tautan = e.target.closest?.("a[data-konfirmasi]");
		if (!tautan)
			return;
		e.preventDefault();
		if (await konfirmasi(tautan.dataset.konfirmasi, tautan.dataset.ya))
			location.href = tautan.href;
	});
	document.addEventListener("htmx:confirm", async (e) => {
		const asal = e.detail.elt;
		if (asal.matches("form") || !asal.dataset.konfirmasi)
			return;
		e.preventDefault();
		if (await konfirmasi(asal.dataset.konfirmasi, asal.dataset.ya))
			e.detail.issueRequest(true);
	});

	/* --- a form is sent once; what was typed into form[data-jaga] is not left by accident --- */
	document.addEventListener("submit", (e) => {
		const form = e.target;
		delete form.dataset.berubah;
		if (e.defaultPrevented || form.getAttribute("method") !== "post" || form.getAttribute("target") === "_blank" || form.dataset.unduh !== undefined)
			return;
		if (form.dataset.terkirim) {
			e.preventDefault();
			return;
		}
		form.dataset.terkirim = "1";
		e.submitter?.setAttribute("aria-busy", "true");
	});
	window.addEventListener("pageshow", () => {
		document.querySelectorAll("form[data-terkirim]").forEach((form) => {
			delete form.dataset.terkirim;
			form.querySelectorAll("[aria-busy]").forEach((b) => b.removeAttribute("aria-busy"));
		});
	});
	document.addEventListener("htmx:afterRequest", (e) => {
		const form = e.detail.elt?.closest?.("form");
		if (form)
			delete form.dataset.terkirim;
	});
	document.addEventListener("input", (e) => {
		const form = e.target.closest?.("form[data-jaga]");
		if (form)
			form.dataset.berubah = "1";
	});
	window.addEventListener("beforeunload", (e) => {
		if (document.querySelector("form[data-berubah]"))
			e.preventDefault();
	});

	/* --- small comforts --- */
	/* What is current in a strip that scrolls sideways is in view. */
	untukSemua(".c-months, .c-nav, .c-sub-nav", (strip) => {
		const kini = strip.querySelector("[aria-current]");
		if (kini && strip.scrollWidth > strip.clientWidth)
			strip.scrollLeft = kini.offsetLeft - strip.offsetLeft - (strip.clientWidth - kini.offsetWidth) / 2;
	});
	/* data-kirim on a field, data-otomatis on its form: choosing with the pointer is enough. On the keyboard Enter sends, since arrows choose on the way. */
	const otomatis = (e) => e.target.closest?.("[data-kirim], form[data-otomatis] select, form[data-otomatis] input");
	let penunjuk = false;
	document.addEventListener("pointerdown", () => {
		penunjuk = true;
	});
	document.addEventListener("keydown", (e) => {
		penunjuk = false;
		if (e.key === "Enter" && e.target.matches("select") && otomatis(e))
			e.target.form.requestSubmit();
	});
	document.addEventListener("change", (e) => {
		if (penunjuk)
			otomatis(e)?.form.requestSubmit();
	});
	document.addEventListener("click", async (e) => {
		const salin = e.target.closest?.("[data-salin]"), sandi = e.target.closest?.("[data-lihat-sandi]");
		if (salin) {
			const teks = salin.dataset.salin || new URL(salin.getAttribute("href") || location.href, location.href).href;
			e.preventDefault();
			await navigator.clipboard?.writeText(teks);
			pesan(KATA.disalin);
		}
		if (sandi) {
			const medan = document.getElementById(sandi.dataset.lihatSandi);
			medan.type = medan.type === "password" ? "text" : "password";
			sandi.setAttribute("aria-pressed", String(medan.type === "text"));
		}
		if (e.target.closest?.("[data-cetak]"))
			window.print();
	});
	/* <input data-saring="#list">: leaves the rows that hold all words typed. */
	untukSemua("input[data-saring]", (medan) => {
		medan.addEventListener("input", () => {
			const kata = medan.value.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
			document.querySelectorAll(`${medan.dataset.saring} > li, ${medan.dataset.saring} > tbody > tr, ${medan.dataset.saring} > a`).forEach((baris) => {
				const teks = baris.textContent.toLocaleLowerCase("id");
				baris.hidden = !kata.every((k) => teks.includes(k));
			});
		});
	});
})();
