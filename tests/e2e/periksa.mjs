/* A finished report is checked in the browser, and the approved form is printed: what comes out says what the program says elsewhere. */
import {execFileSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {ALAMAT, axe, benar, coba, jalankan, masuk, potret, sama} from "./bantu.mjs";

const LAPORAN = new URL("../../examples/laporan-capaian-2023-12.tsv", import.meta.url).pathname;
const BENAR = new URL("../check/benar/biasa.tsv", import.meta.url).pathname;
const DINAS = "2.17.3.30.3.31.01.0000";

async function periksa(h, berkas) {
	await h.goto(`${ALAMAT}/periksa`);
	await h.setInputFiles("main input[type=file]", berkas);
	await h.click("main form .btn-primary");
	await h.waitForSelector(".vd");
}

for (const [nama, pilihan] of [["laptop", {}], ["gelap", {tema: "dark"}], ["hp", {lebar: 390, tinggi: 844}], ["tanpa-js", {js: false}]]) {
	coba(`the real report on ${nama}: 97,07 should be 96,79, with its cause`, async () => {
		const h = await masuk("sri", pilihan);
		await periksa(h, LAPORAN);
		const putusan = await h.textContent(".vd");
		benar(putusan.includes("97,07") && putusan.includes("96,79"), putusan);
		benar(putusan.includes("2.17.01.2.05"), "the kegiatan that fell out is named");
		sama((await h.locator(".ch li:not(.ar) b").allTextContents()).join(" "), "91,60 99,33 96,79", "the way to the total");
		const sel = h.locator("#b18 td.g").last();
		sama(await sel.locator("s").textContent(), "99,92", "struck");
		sama(await sel.locator("b").textContent(), "91,60", "right");
		if (pilihan.js !== false) {
			sama((await axe(h)).join("\n"), "", "axe");
			sama(await h.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, "no sideways scrolling");
		}
		await potret(h, `periksa-${nama}`);
	});
}

coba("a right report: nothing found; a letter is refused in words", async () => {
	const h = await masuk("sri");
	await periksa(h, BENAR);
	benar((await h.textContent(".vd")).includes("Tidak ada temuan"), "silent");
	const surat = `${tmpdir()}/surat-${process.pid}.txt`;
	writeFileSync(surat, "Dengan hormat, ini bukan laporan.");
	await h.goto(`${ALAMAT}/periksa`);
	await h.setInputFiles("main input[type=file]", surat);
	await h.click("main form .btn-primary");
	await h.waitForSelector(".c-banner.is-err, .c-berkas .is-err");
	benar((await h.textContent("main")).includes("surat-"), "the file is named");
});

coba("the corrected form, checked again, has no error that changes the total", async () => {
	const h = await masuk("sri");
	await periksa(h, LAPORAN);
	const [unduhan] = await Promise.all([h.waitForEvent("download"), h.click(".vh .btn-primary")]);
	benar(unduhan.suggestedFilename().endsWith("-benar.xlsx"), unduhan.suggestedFilename());
	await periksa(h, {name: "benar.xlsx", mimeType: "application/octet-stream", buffer: readFileSync(await unduhan.path())});
	benar(!(await h.textContent(".vd")).includes("Seharusnya"), "the average is right");
});

coba("the approved form as PDF: the figures of the page, the bytes of the command line", async () => {
	const h = await masuk("kadis");
	await h.goto(`${ALAMAT}/laporan/${DINAS}/2023/12`);
	const [unduhan] = await Promise.all([h.waitForEvent("download"), h.click("a.btn-primary[href*='laporan.pdf']")]);
	const path = await unduhan.path();
	const teks = execFileSync("pdftotext", ["-layout", path, "-"], {encoding: "utf8"});
	for (const angka of ["14.052.383.491,00", "13.245.552.743,00", "94,26", "99,33", "96,79"])
		benar(teks.includes(angka), angka);
	const halaman = await h.locator(".sheet").count();
	sama(teks.split("\f").length - 1, halaman, "as many pages as on the screen");
	const disini = `${tmpdir()}/laporan-${process.pid}.pdf`;
	execFileSync(process.env.CAPAIAN_PROGRAM, ["report", "--db", process.env.CAPAIAN_LEDGER, "--opd", DINAS, "--tahun", "2023", "--bulan", "12", "-o", disini]);
	benar(readFileSync(path).equals(readFileSync(disini)), "the same bytes");
});

await jalankan();
