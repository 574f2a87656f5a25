/* Checking, signing, planning, evidence, administration: a month returned, corrected, verified, signed and reopened; a plan changed and imported; a policy tried and refused; jobs that survive a
 * reload; axe on each page, light, dark and on a phone. */
import {writeFileSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ALAMAT, axe, benar, coba, jalankan, masuk, potret, sama} from "./bantu.mjs";

const SETDA = "4.01.0.00.0.00.01.0000", DAGANG = "2.17.3.30.3.31.01.0000", PUTR = "1.03.1.04.0.00.01.0000";
const BULAN = `${ALAMAT}/verifikasi/${SETDA}/2023/12`;
const keadaan = (h) => h.locator(".c-head .c-chip").first().textContent();
const putusan = (h) => h.locator(".c-dock b").first().textContent();

coba("the queue leads to the oldest month; J, K, T and P go through its rows", async () => {
	const h = await masuk("made");
	await h.goto(`${ALAMAT}/verifikasi`);
	await potret(h, "verifikasi-antrean");
	benar(await h.locator(`a[href="/verifikasi/${SETDA}/2023/12"]`).count(), "the month waits");
	await h.goto(BULAN);
	sama(await keadaan(h), "Diajukan");
	sama(await h.locator("table.v tr.lv3").count(), 2, "rows to look at");
	const nama = () => h.locator("#baris h2").textContent();
	const pertama = await nama();
	await h.keyboard.press("j");
	await h.waitForFunction((lama) => document.querySelector("#baris h2").textContent !== lama, pertama);
	await h.keyboard.press("k");
	await h.waitForFunction((lama) => document.querySelector("#baris h2").textContent === lama, pertama);
	await h.keyboard.press("t");
	await h.waitForFunction(() => document.querySelector(".c-dock b").textContent === "1");
	sama(await h.locator("table.v .pu.ok").count(), 1, "accepted");
	await h.keyboard.press("p");
	benar(await h.locator("form.putusan input[value=perbaiki]").isChecked(), "P asks for correction");
	await h.keyboard.type("Lampirkan laporan keuangan yang sudah ditandatangani.");
	await h.click("form.putusan button[type=submit]");
	await h.waitForFunction(() => document.querySelector(".c-dock b").textContent === "2");
	await potret(h, "verifikasi");
	sama(h.galat, [], "errors of scripts");
	await h.context().close();
});

coba("verifying with a row that has to be corrected asks first; returning begins with what was noted", async () => {
	const h = await masuk("made");
	await h.goto(BULAN);
	await h.click(".c-dock form button[type=submit]");
	benar(await h.locator("#tindak").isVisible(), "it asks");
	sama(await keadaan(h), "Diajukan", "nothing happened yet");
	await h.goto(`${BULAN}?tindak=kembalikan#tindak`);
	benar((await h.inputValue("#m-alasan")).includes("Lampirkan laporan keuangan"), "the note is in the reason");
	await potret(h, "verifikasi-kembalikan");
	await h.click("#tindak button[type=submit]");
	sama(await keadaan(h), "Dikembalikan");
	benar((await h.locator("#riwayat").textContent()).includes("Lampirkan laporan keuangan"), "the reason is in the history");
	await h.context().close();
});

coba("without a reason nothing is returned, and what was typed stays", async () => {
	const h = await masuk("made", {js: false});
	await h.goto(`${ALAMAT}/verifikasi/2.11.0.00.0.00.01.0000/2023/12?tindak=kembalikan`);
	await h.locator("#m-alasan").evaluate((e) => e.removeAttribute("required")).catch(() => {});
	await h.fill("#m-alasan", "   ");
	await h.click("#tindak button[type=submit]");
	await h.locator(".c-banner.is-err").waitFor();
	sama(await keadaan(h), "Diajukan");
	await h.context().close();
});

coba("handed in again, verified, signed, locked; reopened with a reason as revision 2", async () => {
	const op = await masuk("op-setda");
	await op.goto(`${ALAMAT}/isian/${SETDA}/2023/12/ajukan`);
	await op.locator("main form[action$='/ajukan'] button[type=submit]").last().click();
	await op.context().close();

	const h = await masuk("made");
	await h.goto(BULAN);
	sama(await keadaan(h), "Diajukan", "handed in again");
	sama(await putusan(h), "2", "decisions about untouched rows hold");
	await h.click("table.v tr.lv3:nth-child(2) a.nm");
	for (const tr of await h.locator("table.v tr.lv3").all()) {
		await tr.locator("a.nm").click();
		await h.waitForTimeout(150);
		await h.locator("form.putusan input[value=terima]").check();
		await h.click("form.putusan button[type=submit]");
		await h.waitForTimeout(200);
	}
	await h.click(".c-dock form button[type=submit]");
	sama(await keadaan(h), "Diverifikasi");
	await h.context().close();

	const kepala = await masuk("ka-setda", {lebar: 390, tinggi: 844});
	await kepala.goto(`${ALAMAT}/pengesahan`);
	await kepala.click(`a[href="/pengesahan/${SETDA}/2023/12"]`);
	sama(await axe(kepala), [], "axe on the page to sign, phone");
	await potret(kepala, "pengesahan-hp");
	await kepala.fill("#m-tanggal", "2024-01-09");
	await kepala.click("#tanda button.btn-primary");
	sama(await keadaan(kepala), "Disahkan");
	await kepala.context().close();

	const m = await masuk("made");
	await m.goto(`${BULAN}?tindak=buka#tindak`);
	await m.fill("#m-alasan", "Volume rapat keliru.");
	await m.click("#tindak button[type=submit]");
	sama(await keadaan(m), "Draf", "open again");
	benar((await m.locator("#riwayat").textContent()).includes("Volume rapat keliru."), "with its reason");
	await m.context().close();
});

coba("a plan is changed in a draft and stored as the next version; what moves balances", async () => {
	const h = await masuk("sri");
	await h.goto(`${ALAMAT}/rencana/${DAGANG}/2023/ubah?kode=2.17.01.2.02.01`);
	await h.fill("#m-s-pagu", "7.021.603.555,00");
	await h.click("#butir button.btn-primary");
	await h.goto(`${ALAMAT}/rencana/${DAGANG}/2023/ubah?kode=2.17.01.2.02.03`);
	await h.fill("#m-s-pagu", "192.398.739,00");
	for (const [kode, kas] of [["2.17.01.2.02.01", -1], ["2.17.01.2.02.03", 1]]) {
		await h.goto(`${ALAMAT}/rencana/${DAGANG}/2023/ubah?kode=${kode}`);
		if (kode.endsWith("03"))
			await h.fill("#m-s-pagu", "192.398.739,00");
		const desember = await h.inputValue("#m-s-kas12");
		const angka = BigInt(desember.replace(/\./g, "").replace(",", "")) + BigInt(kas * 100);
		const teks = angka.toString();
		await h.fill("#m-s-kas12", `${teks.slice(0, -2)},${teks.slice(-2)}`);
		await h.click("#butir button.btn-primary");
	}
	sama(await h.locator(".c-dock b").first().textContent(), "4", "changes in the draft");
	await h.click('.c-dock a[href$="/simpan"]');
	benar((await h.locator("tfoot").textContent()).includes("0,00"), "the sum of the differences");
	await h.fill("#m-nomor", "P-2/2023");
	await h.fill("#m-berlaku", "2023-12-20");
	await potret(h, "rencana-simpan");
	sama(await axe(h), [], "axe before storing");
	await h.click("main form.c-form button.btn-primary");
	benar((await h.locator(".c-banner.is-ok").textContent()).includes("versi baru"), "stored");
	benar((await h.locator(".c-ket").textContent()).includes("P-2/2023"), "the newest version is shown");
	await h.context().close();
});

coba("a file that is no plan is refused in words; a report brings a plan with control totals, and survives a reload", async () => {
	const h = await masuk("sri");
	const folder = mkdtempSync(join(tmpdir(), "capaian-e2e-"));
	writeFileSync(join(folder, "surat.csv"), "Kepada;Yth\nSaudara;Kepala\n");
	await h.goto(`${ALAMAT}/rencana/${DAGANG}/2023/impor`);
	await h.setInputFiles("input[type=file]", join(folder, "surat.csv"));
	await h.click("main form button.btn-primary");
	const tolak = h.locator(".c-berkas .is-err .ket");
	await tolak.waitFor();
	benar((await tolak.textContent()).includes("bukan Laporan Capaian"), "refused in words");
	benar(!(await tolak.textContent()).includes("/tmp/"), "without the names of folders");
	await h.goto(`${ALAMAT}/rencana/${DAGANG}/2023/impor`);
	await h.setInputFiles("input[type=file]", join(process.env.CAPAIAN_SUMBER || "../..", "examples/laporan-capaian-2023-12.tsv"));
	await h.fill("#m-nomor", "P-3/2023");
	await h.click("main form button.btn-primary");
	await h.locator(".c-cocok").waitFor();
	await h.reload();
	await h.locator(".c-cocok").waitFor();
	await potret(h, "rencana-impor");
	sama(await axe(h), [], "axe");
	await h.context().close();
});

coba("evidence: sent with its progress, shown beside, taken off", async () => {
	const h = await masuk("op-putr");
	await h.goto(`${ALAMAT}/bukti/${PUTR}/2023/12?kode=1.03.01.2.01.01`);
	const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
	await h.setInputFiles("#kirim input[type=file]", [{name: "foto lokasi.png", mimeType: "image/png", buffer: png}, {name: "catatan.txt", mimeType: "text/plain", buffer: Buffer.from("rapat tanggal 4")}]);
	await h.waitForFunction(() => document.querySelectorAll("#kirim .c-berkas .c-sidik").length === 2);
	await h.click("#kirim .nm a:has-text('foto lokasi.png')");
	await h.waitForFunction(() => document.querySelector(".c-pratinjau")?.naturalWidth === 1);
	await potret(h, "bukti");
	sama(await axe(h), [], "axe");
	const alamat = await h.locator(".c-pratinjau").getAttribute("src"), jawab = await h.request.get(`${ALAMAT}${alamat}`);
	sama([jawab.headers()["content-type"], jawab.headers()["x-content-type-options"]], ["image/png", "nosniff"]);
	benar(jawab.headers()["content-security-policy"].includes("sandbox"), "in a sandbox");
	await h.setInputFiles("#kirim input[type=file]", {name: "gambar.png", mimeType: "image/png", buffer: Buffer.from("<html><script>alert(1)</script>")});
	await h.waitForSelector("#kirim .c-berkas .is-err");
	await h.goto(`${ALAMAT}/bukti/${PUTR}/2023/12?kode=1.03.01.2.01.01`);
	await h.locator("#kirim .c-berkas li", {hasText: "foto lokasi.png"}).locator("button").click();
	await h.waitForFunction(() => document.querySelectorAll("#kirim .c-berkas .c-sidik").length === 1);
	await h.context().close();
});

coba("a policy: errors with their line while typing, its effect on a real month, a reason to publish", async () => {
	const h = await masuk("admin");
	await h.goto(`${ALAMAT}/admin/kebijakan?tahun=2023&bulan=12&opd=${DAGANG}`);
	benar((await h.locator("#dampak").textContent()).includes("Tidak ada yang berubah"), "the policy in force changes nothing");
	const teks = await h.inputValue("#m-teks");
	await h.fill("#m-teks", teks.replace("maksimum = tidak", "maksimum = banyak"));
	await h.waitForSelector("#galat .c-find.err");
	benar(/Baris \d+/.test(await h.locator("#galat").textContent()), "with its line");
	await h.fill("#m-teks", teks.replace(/simpul = \S+/, "simpul = pagu"));
	await h.waitForSelector("#dampak table");
	await potret(h, "kebijakan");
	sama(await axe(h), [], "axe");
	await h.click("button[value=terbit]");
	await h.locator(".c-banner.is-err").waitFor();
	benar((await h.inputValue("#m-teks")).includes("simpul = pagu"), "what was typed stays");
	await h.fill("#m-alasan", "Rapat evaluasi menghendaki bobot pagu.");
	await h.click("button[value=terbit]");
	await h.locator(".c-banner.is-ok").waitFor();
	await h.context().close();
});

coba("jobs: the chain is checked and all reports are bundled on their own thread; the list survives a reload", async () => {
	const h = await masuk("admin");
	await h.goto(`${ALAMAT}/jejak`);
	await h.click("form[action='/jejak/periksa'] button");
	await h.fill("#m-tahun", "2023");
	await h.selectOption("#m-bulan", "11");
	await h.click("form[action='/pekerjaan/laporan'] button");
	for (let i = 0; i < 60 && await h.locator(".c-job.is-ok").count() < 2; i++) {
		await h.waitForTimeout(500);
		await h.reload();
	}
	benar((await h.locator("#daftar-kerja").textContent()).includes("Rantai utuh"), "the chain is whole");
	const [unduhan] = await Promise.all([h.waitForEvent("download"), h.locator("#daftar-kerja .c-act a").first().click()]);
	benar(unduhan.suggestedFilename().endsWith(".zip"), "a ZIP");
	await potret(h, "pekerjaan");
	sama(await axe(h), [], "axe");
	await h.context().close();
});

coba("axe finds nothing on the pages of each role, light, dark and on a phone", async () => {
	const halaman = {
		made: ["/verifikasi", "/verifikasi/2.14.2.08.0.00.01.0000/2023/12", `/verifikasi/${DAGANG}/2023/12?saring=semua`, "/jejak", "/admin/nomenklatur"],
		kadis: ["/pengesahan", `/pengesahan/${DAGANG}/2023/12`],
		sri: [`/rencana/${DAGANG}/2023`, `/rencana/${DAGANG}/2023/banding?dari=1&ke=3`, `/rencana/${DAGANG}/2023/ubah?kode=2.17.01.2.01.01`, `/rencana/${DAGANG}/2023/impor`, "/impor", `/bukti/${DAGANG}/2023/12`],
		admin: [`/admin/opd?ubah=${DAGANG}`, "/admin/pengguna?ubah=sri", "/admin/pengguna?baru=ya", "/admin/kalender?tahun=2023", "/admin/kebijakan?tahun=2023", "/admin/pengaturan", "/admin/sesi", "/admin/cadangan", "/pekerjaan"],
	};
	const salah = [];
	for (const [siapa, daftar] of Object.entries(halaman))
		for (const pilihan of [{}, {tema: "dark"}, {lebar: 390, tinggi: 844}]) {
			const h = await masuk(siapa, pilihan);
			for (const jalur of daftar) {
				await h.goto(`${ALAMAT}${jalur}`);
				const lebih = await h.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				salah.push(...(await axe(h)).map((s) => `${jalur} ${JSON.stringify(pilihan)}: ${s}`), ...(lebih > 0 ? [`${jalur}: wider than the window by ${lebih}`] : []), ...h.galat.map((s) => `${jalur}: ${s}`));
				h.galat = [];
				await potret(h, `kerja-${siapa}-${jalur.replace(/[^a-z0-9]+/gi, "-").slice(1, 40)}-${pilihan.tema || pilihan.lebar || "terang"}`);
			}
			await h.context().close();
		}
	sama(salah, [], "axe");
});

await jalankan();
