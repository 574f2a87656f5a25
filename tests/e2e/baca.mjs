/* The pages that are read: start page of every role, boards, report, explanation, public pages - on a laptop, in the dark, on a phone, without scripts. */
import {ALAMAT, axe, benar, coba, jalankan, masuk, potret, sama} from "./bantu.mjs";

const DINAS = "2.17.3.30.3.31.01.0000", DESEMBER = `${DINAS}/2023/12`;
const HALAMAN = [
	["bupati", "/beranda/2023/12", "pimpinan"], ["bupati", "/beranda/2023/6?isi=status", "pimpinan-juni"], ["bupati", "/perhatian/2023/12", "perhatian"],
	["made", "/beranda", "verifikator"], ["inspektur", "/beranda", "auditor"], ["admin", "/beranda", "admin"], ["kadis", "/beranda", "kepala"], ["op-setwan", "/beranda/2023/12", "operator"],
	["bupati", "/papan/2023/12?isi=rata", "papan"], ["bupati", "/rekap/2023/12", "rekap"], ["sri", `/laporan/${DESEMBER}`, "laporan"],
	["sri", `/laporan/${DESEMBER}?lihat=ringkasan`, "ringkasan"], ["sri", `/laporan/${DESEMBER}?lihat=rfk`, "rfk"], ["sri", `/laporan/${DESEMBER}?lihat=beda`, "beda"],
	["sri", `/penjelasan/${DESEMBER}/total/rata-rata`, "penjelasan"], ["sri", `/penjelasan/${DESEMBER}/1.3/keuangan`, "penjelasan-keuangan"],
	["bupati", "/penjelasan/daerah/2023/12/rata-rata", "penjelasan-daerah"],
	["sri", "/publik/99.01?tahun=2023", "publik"], ["sri", "/publik/99.01/ringkasan/2023/12", "publik-ringkasan"], ["sri", "/publik/99.01/data?tahun=2023", "publik-data"],
	["sri", `/publik/99.01/laporan/${DESEMBER}`, "publik-laporan"],
];
const RUPA = [["", {}], ["-gelap", {tema: "dark"}], ["-hp", {lebar: 390, tinggi: 844}]];

for (const [pengguna, jalur, nama] of HALAMAN) {
	for (const [akhiran, pilihan] of RUPA) {
		coba(`${nama}${akhiran}: nothing for axe, nothing over the edge`, async () => {
			const h = await masuk(pengguna, pilihan);
			const jawab = await h.goto(`${ALAMAT}${jalur}`);
			sama(jawab.status(), 200, "status");
			await potret(h, `baca-${nama}${akhiran}`);
			sama(await axe(h), [], "axe");
			sama(await h.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, "pixels over the edge");
			sama(h.galat, [], "errors of scripts");
			await h.context().close();
		});
	}
}

coba("a number opens its sum beside the table, and Escape closes it", async () => {
	const h = await masuk("made");
	await h.goto(`${ALAMAT}/laporan/${DESEMBER}?lihat=ringkasan`);
	await h.click("tfoot a[href$='/total/rata-rata']");
	await h.waitForSelector("#panel h2");
	benar((await h.textContent("#panel")).includes("94,2584…"), "the unrounded operand stands in the panel");
	benar(await h.isVisible("table.c-ringkas"), "the table stays");
	sama(await axe(h), [], "axe");
	await h.keyboard.press("Escape");
	benar(await h.isHidden("#panel"), "closed");
	await h.context().close();
});

coba("without scripts a number leads to its page, and the revision is chosen with a button", async () => {
	const h = await masuk("made", {js: false});
	await h.goto(`${ALAMAT}/laporan/${DINAS}/2023/6?lihat=ringkasan`);
	await h.click("tfoot a[href*='/total/rata-rata']");
	benar(h.url().endsWith("/total/rata-rata"), h.url());
	benar((await h.textContent("main")).includes("Dari mana angka ini"), "the explanation");
	await h.goto(`${ALAMAT}/laporan/${DINAS}/2023/6`);
	await h.selectOption("select[name=rev]", "1");
	await h.click("form.pick button");
	benar(h.url().includes("rev=1"), h.url());
	benar((await h.textContent(".sheet .ft")).includes("revisi 1"), "the first revision");
	await h.context().close();
});

coba("the board switches between deviation, state and mean", async () => {
	const h = await masuk("bupati");
	await h.goto(`${ALAMAT}/beranda/2023/12`);
	benar(await h.isVisible("svg.sc[role=img]"), "the curve");
	await h.click(".bo .c-seg a:nth-child(2)");
	benar(h.url().includes("isi=status"), h.url());
	benar((await h.locator(".bo td.h svg[role=img]").count()) >= 300, "a state in every cell");
	await h.context().close();
});

await jalankan();
