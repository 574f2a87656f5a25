/* The monthly entry: by keyboard, by paste, offline and back, two people, blank and nihil, findings and submission, phone, without scripts; axe on each state. */
import {ALAMAT, axe, benar, coba, jalankan, masuk, potret, sama} from "./bantu.mjs";

const BULAN = `${ALAMAT}/isian/4.02.0.00.0.00.01.0000/2023/12`;
const SEMUA = `${BULAN}?buka=semua`;
const sel = (h, kunci) => h.locator(`#isian input[name^="${kunci}|"]`);
const nilai = (h, kunci) => sel(h, kunci).inputValue();
const kelas = (h, kunci) => sel(h, kunci).evaluate((i) => i.closest("td.e, .c-field").className);
const fokus = (h) => h.evaluate(() => (document.activeElement.name || "").split("|").slice(0, 3).join("|"));
const jaringan = (h) => h.locator(".c-net").textContent();
const teduh = (h) => h.waitForFunction(() => !window.capaian.isian.antre.size && !document.querySelector("td.is-save"));
const tenang = async (h) => {
	await teduh(h);
	await h.waitForTimeout(150);
};
const tempel = (h, teks) => h.evaluate((t) => {
	const isi = new DataTransfer();
	isi.setData("text/plain", t);
	document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true}));
}, teks);

const UANG = "u|4.02.01.2.01.01|0", UANG2 = "u|4.02.01.2.01.06|0", DOKUMEN = "v|4.02.01.2.02.03|1", SDM = "v|4.02.01.2.02.03|2", PAKET = "v|4.02.01.2.06.02|1";

coba("a month is entered by keyboard: F9 to each blank cell, typing replaces, Enter keeps, the figures follow", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await potret(h, "isian-awal");
	sama(await h.locator("#dok-isi b").textContent(), "28", "filled before");
	await h.keyboard.press("F9");
	sama(await fokus(h), UANG, "first blank cell");
	await h.keyboard.type("373500000");
	await h.keyboard.press("Enter");
	sama(await fokus(h), UANG2, "below");
	await tenang(h);
	sama(await nilai(h, UANG), "373.500.000,00", "as the server read it");
	sama(await h.locator("[id='r-4.02.01.2.01.01-1'] .u-keu").textContent(), "99,71", "373.500.000 of 374.575.618");
	benar((await jaringan(h)).startsWith("Semua tersimpan"), "all saved");
	await h.keyboard.press("F9");
	sama(await fokus(h), DOKUMEN, "next blank cell");
	await h.keyboard.type("12");
	await h.keyboard.press("Tab");
	sama(await fokus(h), SDM, "to the next entry cell");
	await h.keyboard.type("46");
	await h.keyboard.press("Shift+Enter");
	await tenang(h);
	sama(await h.locator("#dok-isi b").textContent(), "31", "filled after");
	sama(h.galat, [], "errors of scripts");
	await h.context().close();
});

coba("undo and redo are entries of their own; Escape brings the old value back; F2 edits", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await sel(h, SDM).focus();
	await h.keyboard.type("47");
	await h.keyboard.press("Escape");
	sama(await nilai(h, SDM), "46,00", "Escape");
	await h.keyboard.press("F2");
	await h.keyboard.press("ArrowLeft");
	sama(await fokus(h), SDM, "left moves the caret");
	await h.keyboard.press("Backspace");
	await h.keyboard.press("Enter");
	await tenang(h);
	sama(await nilai(h, SDM), "46,00", "46,0 is the same number");
	await sel(h, SDM).focus();
	await h.keyboard.type("48");
	await h.keyboard.press("Enter");
	await tenang(h);
	await h.keyboard.press("Control+z");
	await tenang(h);
	sama(await nilai(h, SDM), "46,00", "undone");
	await h.keyboard.press("Control+y");
	await tenang(h);
	sama(await nilai(h, SDM), "48,00", "done again");
	await h.context().close();
});

coba("the keyboard goes everywhere: edges, ends, branches, regions, blocks", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await sel(h, UANG).focus();
	await h.keyboard.press("ArrowRight");
	sama(await fokus(h), "v|4.02.01.2.01.01|1", "right");
	await h.keyboard.press("Control+End");
	const akhir = await fokus(h);
	await h.keyboard.press("Control+Home");
	sama(await fokus(h), UANG, "first cell");
	await h.keyboard.press("Control+ArrowDown");
	const tepi = await fokus(h);
	benar(tepi.startsWith("u|") && tepi !== UANG && tepi !== UANG2, `an edge far below: ${tepi}`);
	await h.keyboard.press("Control+Home");
	await h.keyboard.press("PageDown");
	benar(await fokus(h) !== UANG, "a screen down");
	await h.keyboard.press("Control+Home");
	await h.keyboard.press("Alt+ArrowLeft");
	sama(await h.getAttribute("a[data-lipat='4.02.01.2.01']", "aria-expanded"), "false", "branch closed");
	await h.click("a[data-lipat='4.02.01.2.01']");
	await sel(h, UANG).focus();
	await h.keyboard.press("F6");
	sama(await h.evaluate(() => !!document.activeElement.closest("#dok")), true, "F6: the dock");
	await h.keyboard.press("F6");
	sama(await h.evaluate(() => !!document.activeElement.closest("#alat")), true, "F6: the tools");
	await h.keyboard.press("Shift+F6");
	sama(await h.evaluate(() => !!document.activeElement.closest("#dok")), true, "and back");
	await sel(h, UANG).focus();
	await h.keyboard.press("Shift+ArrowDown");
	await h.keyboard.press("Shift+ArrowRight");
	sama(await h.locator("td.e.pilih").count(), 4, "a block of two by two");
	const salinan = await h.evaluate(() => new Promise((jadi) => {
		document.addEventListener("copy", (e) => jadi(e.clipboardData.getData("text/plain")), {once: true});
		document.activeElement.dispatchEvent(new ClipboardEvent("copy", {clipboardData: new DataTransfer(), bubbles: true, cancelable: true}));
	}));
	sama(salinan, "373.500.000,00\t5,00\r\n249.968.299,00\t12,00", "as Excel reads it");
	await h.keyboard.press("Delete");
	await h.waitForFunction((k) => document.querySelector(`input[name^="${k}|"]`).value === "", UANG2);
	await tenang(h);
	await h.keyboard.press("Control+z");
	await h.waitForFunction((k) => document.querySelector(`input[name^="${k}|"]`).value === "249.968.299,00", UANG2);
	await tenang(h);
	sama(await nilai(h, "v|4.02.01.2.01.06|1"), "12,00", "the block is back");
	await h.keyboard.press("Control+s");
	await h.waitForSelector("text=Semua tersimpan");
	await h.keyboard.press("Control+End");
	sama(await fokus(h), akhir, "last cell");
	const tertutup = await h.evaluate(() => {
		const k = document.activeElement.getBoundingClientRect(), di = document.elementFromPoint(k.left + k.width / 2, k.top + k.height / 2);
		return di === document.activeElement ? "" : (di || document.body).outerHTML.slice(0, 120);
	});
	sama(tertutup, "", "the focused cell is not covered");
	await h.keyboard.press("Tab");
	sama(await h.evaluate(() => !!document.activeElement.closest("tfoot, #dok, footer")), true, "Tab leaves the cells at their end");
	await h.context().close();
});

coba("blank, nihil and a dash are told apart", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await sel(h, PAKET).focus();
	await h.keyboard.type("-");
	await h.keyboard.press("Enter");
	await h.waitForSelector("tr[data-sendiri] >> text=Nihil atau belum dilaporkan?");
	await potret(h, "isian-strip");
	await h.click("tr[data-sendiri] button >> text=Kosong");
	await tenang(h);
	sama([(await kelas(h, PAKET)).includes("kosong"), await h.locator("tr[data-sendiri]").count()], [true, 0], "blank by choice");
	await sel(h, PAKET).focus();
	await h.keyboard.press("n");
	await h.waitForSelector("tr[data-sendiri] textarea"); /* last month had 5: zero falls */
	await h.fill("tr[data-sendiri] textarea", "Paket dibatalkan.");
	await h.click("tr[data-sendiri] button");
	await tenang(h);
	sama([await nilai(h, PAKET), (await kelas(h, PAKET)).includes("nihil")], ["nihil", true], "nihil by N, with its reason");
	await sel(h, SDM).focus();
	await h.keyboard.press("Delete");
	await tenang(h);
	benar((await kelas(h, SDM)).includes("kosong"), "Delete makes it blank");
	await h.keyboard.press("Control+z");
	await tenang(h);
	sama(await nilai(h, SDM), "48,00", "and back");
	await h.context().close();
});

coba("what cannot be read stays as typed, with the reason at the cell; a formula is told what to do", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await sel(h, UANG).focus();
	await h.keyboard.type("=A1+B2");
	await h.keyboard.press("Enter");
	await h.waitForSelector("tr[data-sendiri] >> text=Rumus tidak dihitung di sini.");
	benar((await kelas(h, UANG)).includes("is-err"), "red");
	sama(await nilai(h, UANG), "=A1+B2", "as typed");
	sama(await axe(h), [], "axe with an error");
	await potret(h, "isian-galat");
	await sel(h, UANG).focus();
	await h.keyboard.type("373.500.000,00");
	await h.keyboard.press("Enter");
	await h.waitForFunction(() => !document.querySelector("tr[data-sendiri]"));
	benar(!(await kelas(h, UANG)).includes("is-err"), "well again");
	await h.context().close();
});

coba("a cumulative value that falls asks for its reason", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await sel(h, UANG2).focus();
	await h.keyboard.type("1000");
	await h.keyboard.press("Enter");
	await h.waitForSelector("tr[data-sendiri] textarea");
	await h.fill("tr[data-sendiri] textarea", "Pengembalian belanja ke kas daerah.");
	await h.click("tr[data-sendiri] button");
	await tenang(h);
	sama(await nilai(h, UANG2), "1.000,00", "kept with the reason");
	await sel(h, UANG2).focus();
	await h.keyboard.press("Control+z");
	await h.keyboard.type("249968299");
	await h.keyboard.press("Enter");
	await tenang(h);
	sama(await nilai(h, UANG2), "249.968.299,00", "corrected");
	await h.context().close();
});

coba("a block is pasted by place with a preview, and one undo takes all back", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await sel(h, UANG).focus();
	await tempel(h, "373600000\t5\r\n250.000.000,00\t12\r\n13457655190\t1900 bln\r\n");
	await h.waitForSelector("#tempel");
	benar((await h.locator("#tempel").textContent()).startsWith('2 sel akan diisi, 3 sama, 1 tidak terbaca ("1900 bln").'), await h.locator("#tempel").textContent());
	sama(await axe(h), [], "axe with the preview");
	await potret(h, "isian-tempel");
	await h.keyboard.press("Enter");
	await tenang(h);
	sama([await nilai(h, UANG), await nilai(h, UANG2)], ["373.600.000,00", "250.000.000,00"], "pasted");
	await h.keyboard.press("Control+z");
	await h.waitForFunction((k) => document.querySelector(`input[name^="${k}|"]`).value === "373.500.000,00", UANG);
	await tenang(h);
	sama([await nilai(h, UANG), await nilai(h, UANG2)], ["373.500.000,00", "249.968.299,00"], "taken back");
	await h.context().close();
});

coba("a block with codes goes to its codes, wherever the focus is; Escape leaves all as it was", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await sel(h, SDM).focus();
	await tempel(h, "4.02.01.2.01.06\tKoordinasi\t250.000.001\r\n4.02.01.2.01.01\tPenyusunan\t373.500.001\r\n");
	await h.waitForSelector("#tempel");
	benar((await h.locator("#tempel").textContent()).startsWith("2 sel akan diisi"), await h.locator("#tempel").textContent());
	benar((await kelas(h, UANG)).includes("is-baru") && (await kelas(h, UANG2)).includes("is-baru"), "both cells show the new value");
	await h.keyboard.press("Escape");
	sama([await h.locator("#tempel").count(), await nilai(h, UANG)], [0, "373.500.000,00"], "as before");
	await h.context().close();
});

coba("what is typed without a connection survives a reload and is sent when it is back", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	await h.context().setOffline(true);
	await sel(h, DOKUMEN).focus();
	await h.keyboard.type("11");
	await h.keyboard.press("Tab");
	await h.waitForFunction(() => document.querySelector("td.is-off"));
	benar((await jaringan(h)).includes("1 sel menunggu dikirim"), await jaringan(h));
	sama(await axe(h), [], "axe offline");
	await potret(h, "isian-luring");
	await h.route("**/sel", (r) => r.abort());
	await h.context().setOffline(false);
	await h.goto(SEMUA);
	await h.waitForFunction((k) => document.querySelector(`input[name^="${k}|"]`).closest("td").classList.contains("is-off"), DOKUMEN);
	sama(await nilai(h, DOKUMEN), "11", "still there after the reload");
	await h.unroute("**/sel");
	await tenang(h);
	sama(await nilai(h, DOKUMEN), "11,00", "sent");
	const lain = await masuk("op-setwan");
	await lain.goto(SEMUA);
	sama(await nilai(lain, DOKUMEN), "11,00", "in the ledger");
	await lain.context().close();
	await h.context().close();
});

coba("an answer that was lost makes neither a second entry nor a conflict with oneself", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	let hilang = 1;
	await h.route("**/sel", async (r) => {
		if (hilang-- > 0) {
			await r.fetch(); /* the server keeps it, the browser never hears of it */
			await r.abort();
		} else {
			await r.continue();
		}
	});
	await sel(h, DOKUMEN).focus();
	await h.keyboard.type("12");
	await h.keyboard.press("Tab");
	await h.waitForFunction(() => document.querySelector("td.is-off"));
	await sel(h, DOKUMEN).focus();
	await h.keyboard.type("10");
	await h.keyboard.press("Tab");
	await h.waitForTimeout(1500);
	await tenang(h);
	sama([await nilai(h, DOKUMEN), await h.locator(".c-find.conf").count()], ["10,00", 0], "the newer value, no conflict");
	await h.unroute("**/sel");
	await sel(h, DOKUMEN).focus();
	await h.keyboard.type("12");
	await h.keyboard.press("Tab");
	await tenang(h);
	await h.context().close();
});

coba("the end of the session is told, and the entry waits until the same user is back", async () => {
	const h = await masuk("op-setwan");
	await h.goto(SEMUA);
	const kuki = await h.context().cookies();
	await h.context().clearCookies();
	await sel(h, DOKUMEN).focus();
	await h.keyboard.type("11,5");
	await h.keyboard.press("Tab");
	await h.waitForFunction(() => document.querySelector(".c-net").textContent.includes("Sesi berakhir"));
	benar((await jaringan(h)).includes("1 sel"), await jaringan(h));
	await potret(h, "isian-sesi");
	await h.context().addCookies(kuki);
	await h.evaluate(() => window.capaian.isian.kuras());
	await tenang(h);
	sama(await nilai(h, DOKUMEN), "11,50", "sent after signing in again");
	await sel(h, DOKUMEN).focus();
	await h.keyboard.type("12");
	await h.keyboard.press("Tab");
	await tenang(h);
	await h.context().close();
});

coba("two people in one cell: both values are shown, and one is chosen", async () => {
	const a = await masuk("op-setwan"), b = await masuk("pptk-setwan"), kunci = SDM;
	await a.goto(SEMUA);
	await b.goto(SEMUA);
	await sel(a, kunci).focus();
	await a.keyboard.type("45");
	await a.keyboard.press("Enter");
	await tenang(a);
	await sel(b, kunci).focus();
	await b.keyboard.type("46");
	await b.keyboard.press("Enter");
	await b.waitForSelector(".c-find.conf");
	benar((await kelas(b, kunci)).includes("is-conf"), "purple");
	const teks = await b.locator(".c-find.conf").textContent();
	benar(teks.includes("46,00") && teks.includes("45,00") && teks.includes("1,00"), teks);
	sama(await axe(b), [], "axe with a conflict");
	await potret(b, "isian-konflik");
	await b.click(".c-find.conf button[value=saya]");
	await tenang(b);
	sama([await nilai(b, kunci), await b.locator(".c-find.conf").count()], ["46,00", 0], "mine");
	await sel(a, kunci).focus();
	await a.keyboard.type("47");
	await a.keyboard.press("Enter");
	await a.waitForSelector(".c-find.conf");
	await a.click(".c-find.conf button[value=mereka]");
	await tenang(a);
	sama(await nilai(a, kunci), "46,00", "theirs");
	await a.context().close();
	await b.context().close();
});

coba("the page has no findings of axe: light and dark, filled, with a finding open", async () => {
	for (const tema of ["light", "dark"]) {
		const h = await masuk("op-setwan", {tema});
		await h.goto(BULAN);
		sama(await axe(h), [], tema);
		await h.keyboard.press("F8");
		await h.waitForSelector("tr.x.buka");
		sama(await axe(h), [], `${tema}, a finding open`);
		await potret(h, `isian-${tema}`);
		await h.context().close();
	}
	const kosong = await masuk("sri");
	await kosong.goto(`${ALAMAT}/isian/2.17.3.30.3.31.01.0000/2024/1`);
	sama(await axe(kosong), [], "an empty month");
	await kosong.goto(`${ALAMAT}/isian/2.17.3.30.3.31.01.0000/2023/12`);
	sama(await axe(kosong), [], "a locked month");
	await potret(kosong, "isian-terkunci");
	await kosong.context().close();
});

coba("on a phone: the programs with their progress, then a card a sub kegiatan", async () => {
	const h = await masuk("op-setwan", {lebar: 390, tinggi: 844});
	await h.goto(BULAN);
	sama(await axe(h), [], "axe on the list");
	await potret(h, "isian-hp-daftar");
	benar(await h.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways scrolling");
	await h.goto(`${BULAN}/kartu/4.02.01.2.02.03`);
	sama(await axe(h), [], "axe on a card");
	await sel(h, SDM).fill("47");
	await h.click("#dok .btn-primary");
	await h.waitForURL((u) => !u.pathname.endsWith("4.02.01.2.02.03"));
	await potret(h, "isian-hp-kartu");
	await h.goto(`${BULAN}/kartu/4.02.01.2.02.03`);
	sama(await nilai(h, SDM), "47,00", "kept");
	await h.context().close();
});

coba("without scripts: a form a program; what is refused stands in its cell with the reason", async () => {
	const h = await masuk("op-setwan", {js: false});
	await h.goto(SEMUA);
	await sel(h, SDM).fill("empat puluh");
	await sel(h, DOKUMEN).fill("12");
	await h.click("button >> text=Simpan program 1");
	sama(await nilai(h, SDM), "empat puluh", "as typed");
	sama(await h.locator("tr.x.buka >> text=Hanya angka.").count(), 1, "the reason below");
	await potret(h, "isian-tanpa-js");
	await sel(h, SDM).fill("48");
	await h.click("button >> text=Simpan program 1");
	benar((await h.textContent("main")).includes("Tersimpan."), "saved");
	sama(await nilai(h, SDM), "48,00", "in its cell");
	await h.context().close();
});

coba("a month is submitted when its errors are corrected and its warnings explained", async () => {
	const h = await masuk("op-setwan");
	await h.goto(BULAN);
	await h.click("#dok .btn-primary");
	await h.waitForURL("**/ajukan");
	sama(await axe(h), [], "axe on the list");
	await potret(h, "isian-ajukan");
	await h.click("form[action$='/ajukan'] button");
	benar((await h.textContent("main")).includes("belum dapat diajukan") || (await h.locator(".c-banner.is-err").count()) === 1, "refused with the reason");
	await h.goto(SEMUA);
	const lebih = h.locator("td.e.is-err > input").first();
	const kunci = (await lebih.getAttribute("name")).split("|").slice(0, 3).join("|");
	await lebih.focus();
	await h.keyboard.type("14.148.127.260");
	await h.keyboard.press("Enter");
	await tenang(h);
	benar(!(await kelas(h, kunci)).includes("is-err"), "the error is gone");
	for (;;) {
		await h.keyboard.press("F9");
		const di = await fokus(h);
		if (!di || !(await kelas(h, di)).includes("kosong"))
			break;
		const lalu = await h.evaluate(() => document.activeElement.closest("td").previousElementSibling.textContent);
		await h.keyboard.type(lalu || "1");
		await h.keyboard.press("Enter");
		await tenang(h);
	}
	for (let i = 0; i < 9 && await h.locator("td.e.is-warn").count(); i++) {
		await h.keyboard.press("F8");
		await h.keyboard.press("Shift+F2");
		await h.keyboard.type("Sisa anggaran karena harga lelang lebih rendah.");
		await h.click("tr.x.buka .c-find.warn button >> text=Simpan penjelasan");
		await h.waitForTimeout(400);
	}
	sama(await h.locator("td.e.is-warn, td.e.is-err").count(), 0, "nothing left to explain");
	await potret(h, "isian-lengkap");
	await h.click("#dok .btn-primary");
	await h.waitForURL("**/ajukan");
	for (let i = 0; i < 5 && await h.locator(".c-find.warn textarea").count(); i++) {
		await h.locator(".c-find.warn textarea").first().fill("Dilaporkan bulan depan.");
		await h.locator(".c-find.warn button").first().click();
		await h.waitForLoadState();
	}
	await h.click("form[action$='/ajukan'] button");
	await h.waitForURL("**selesai=ajukan**");
	sama(await h.locator("#isian input[name]:not([type=hidden])").count(), 0, "locked");
	benar((await h.textContent(".c-head")).includes("Diajukan"), "its state");
	await potret(h, "isian-diajukan");
	await h.context().close();
});

coba("when it is returned, the reason is told, and what the verifier asks stands at its row with a place to answer", async () => {
	const v = await masuk("made"), h = await masuk("op-setwan");
	await v.goto(`${ALAMAT}/verifikasi/4.02.0.00.0.00.01.0000/2023/12`);
	const csrf = await v.getAttribute('meta[name="csrf"]', "content");
	for (const [alamat, form] of [["putusan", {kode: "4.02.01.2.01.06", putusan: "perbaiki", catatan: "Mohon lampirkan SPJ."}], ["langkah", {langkah: "kembalikan", alasan: "Bukti belum lengkap."}]]) {
		const jawab = await v.request.post(`${ALAMAT}/verifikasi/4.02.0.00.0.00.01.0000/2023/12/${alamat}`, {form: {csrf, ...form}});
		benar(jawab.ok(), `${alamat}: ${jawab.status()}`);
	}
	await h.goto(`${BULAN}?saring=catatan`);
	await h.waitForSelector("tr.x.buka >> text=Mohon lampirkan SPJ.");
	benar((await h.textContent("main")).includes("Dikembalikan verifikator: Bukti belum lengkap."), "the reason");
	sama(await axe(h), [], "axe with a note");
	await potret(h, "isian-catatan");
	await h.fill("tr.x.buka .c-jelas textarea", "SPJ terlampir di Bukti.");
	await h.click("tr.x.buka .c-jelas button");
	await h.waitForTimeout(600);
	await h.goto(SEMUA);
	benar((await h.locator("tr.x", {hasText: "Mohon lampirkan SPJ."}).textContent()).includes("SPJ terlampir di Bukti."), "the answer");
	await v.context().close();
	await h.context().close();
});

await jalankan();
