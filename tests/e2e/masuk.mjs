/* Signing in: name and password, a code by telephone, a recovery code, a link for a new password; what ends a session; phone, dark, without scripts; axe on each. */
import {createHmac} from "node:crypto";
import {ALAMAT, axe, benar, coba, jalankan, masuk, potret, sama, tamu} from "./bantu.mjs";

const KIRIM = "main form button[type=submit]";
const teks = (h) => h.locator("main").innerText();
const isi = async (h, pengguna, sandi) => {
	await h.fill("main input[autocomplete=username]", pengguna);
	await h.fill("main input[type=password]", sandi);
	await h.click(KIRIM);
};
/* RFC 6238. */
function kode(rahasia, detik) {
	const bit = [...rahasia].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
	const langkah = Buffer.alloc(8);
	langkah.writeBigUInt64BE(BigInt(Math.floor(detik / 30)));
	const hash = createHmac("sha1", Buffer.from(bit.match(/.{8}/g).map((b) => parseInt(b, 2)))).update(langkah).digest();
	return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0");
}
const bersih = async (h, apa) => {
	sama(await axe(h), [], `axe, ${apa}`);
	sama(await h.evaluate(() => document.documentElement.scrollWidth - window.innerWidth) > 0, false, `${apa} fits the screen`);
	sama(h.galat, [], `scripts, ${apa}`);
};

for (const [nama, pilihan] of [["on a laptop", {}], ["in the dark", {tema: "dark"}], ["on a phone", {lebar: 390, tinggi: 844}], ["without scripts", {js: false}]]) {
	coba(`a visitor signs in ${nama} and comes to where he was going`, async () => {
		const h = await tamu(pilihan);
		await h.goto(`${ALAMAT}/akun`);
		sama(new URL(h.url()).pathname, "/masuk", "asked to sign in");
		if (pilihan.js !== false)
			await bersih(h, "empty form");
		await potret(h, `masuk-${nama.replaceAll(" ", "-")}`);
		await isi(h, "bupati", "salah sekali");
		benar((await teks(h)).includes("Nama pengguna, sandi, atau kode tidak cocok."), "says that it does not match");
		sama(await h.inputValue("main input[autocomplete=username]"), "bupati", "the name stays");
		if (pilihan.js !== false)
			await bersih(h, "error");
		await isi(h, " Bupati ", "latihan-bupati-2023");
		sama(new URL(h.url()).pathname, "/akun", "goes on");
		if (pilihan.js !== false)
			await bersih(h, "account");
		await potret(h, `akun-${nama.replaceAll(" ", "-")}`);
	});
}

coba("the password can be looked at while it is typed", async () => {
	const h = await tamu();
	await h.goto(`${ALAMAT}/masuk`);
	await h.fill("#sandi", "rahasia");
	await h.click("[data-lihat-sandi=sandi]");
	sama(await h.getAttribute("#sandi", "type"), "text", "shown");
	await h.click("[data-lihat-sandi=sandi]");
	sama(await h.getAttribute("#sandi", "type"), "password", "hidden again");
});

let rahasia, pemulihan, mulai;
coba("a second factor is set up with a telephone, and the recovery codes are shown once", async () => {
	const h = await tamu();
	await h.goto(`${ALAMAT}/masuk?lanjut=/akun`);
	await isi(h, "inspektur", "latihan-inspektur-2023");
	await h.click("#bagian-kode button[type=submit]");
	rahasia = (await h.textContent("#bagian-kode .c-rahasia")).trim();
	benar(await h.locator("#bagian-kode svg.c-qr path").count(), "drawn");
	await bersih(h, "set-up");
	await potret(h, "akun-kode");
	mulai = Date.now() / 1000;
	await h.fill("#bagian-kode input[name=kode]", "000000");
	await h.click("#bagian-kode .btn-primary");
	benar((await h.locator("#bagian-kode").innerText()).includes("Kode tidak cocok."), "a wrong code is refused");
	await h.fill("#bagian-kode input[name=kode]", kode(rahasia, mulai));
	await h.click("#bagian-kode .btn-primary");
	pemulihan = await h.locator(".c-kodes li").allTextContents();
	sama(pemulihan.length, 10, "recovery codes");
	await bersih(h, "recovery codes");
	await potret(h, "akun-pemulihan");
	await h.goto(`${ALAMAT}/akun`);
	benar(!(await h.content()).includes(rahasia) && !(await h.content()).includes(pemulihan[0]), "not shown again");
});

coba("from then on the code is asked for; the same code opens nothing twice", async () => {
	const h = await tamu({lebar: 390, tinggi: 844});
	await h.goto(`${ALAMAT}/masuk?lanjut=/akun`);
	await isi(h, "inspektur", "latihan-inspektur-2023");
	benar((await teks(h)).includes("Kode"), "asks for the code");
	await bersih(h, "code");
	await potret(h, "masuk-kode");
	await h.fill("#kode", kode(rahasia, mulai));
	await h.click(KIRIM);
	benar((await teks(h)).includes("tidak cocok"), "used up");
	await h.fill("#kode", kode(rahasia, mulai + 30));
	await h.click(KIRIM);
	sama(new URL(h.url()).pathname, "/akun", "in");
	const lain = await tamu();
	await lain.goto(`${ALAMAT}/masuk?lanjut=/akun`);
	await isi(lain, "inspektur", "latihan-inspektur-2023");
	await lain.fill("#kode", pemulihan[4].toUpperCase());
	await lain.click(KIRIM);
	benar((await lain.locator("#bagian-kode").innerText()).includes("9 dari 10"), "by a recovery code, which is gone now");
	/* The other session is seen and ended here. */
	sama(await lain.locator("#bagian-sesi tbody tr").count() >= 2, true, "sessions");
	await lain.click("#bagian-sesi form[action='/akun/sesi/lain'] button");
	sama(await lain.locator("#bagian-sesi tbody tr").count(), 1, "one left");
	await h.goto(`${ALAMAT}/akun`);
	sama(new URL(h.url()).pathname, "/masuk", "the other one is out");
});

coba("an admin makes a link, a person sets a password by it, once", async () => {
	const admin = await masuk("admin"), h = await tamu();
	await admin.goto(`${ALAMAT}/admin/pengguna?ubah=ka-dinkes`);
	await admin.click("form[action$='/ka-dinkes/undangan'] button");
	const tautan = (await admin.textContent(".c-rahasia")).trim();
	benar(tautan.startsWith(`${ALAMAT}/undangan/`), tautan);
	await bersih(admin, "link shown");
	await h.goto(tautan);
	benar((await teks(h)).includes("ka-dinkes"), "whose link it is");
	await bersih(h, "link");
	await potret(h, "undangan");
	await h.fill("#baru", "pendek");
	await h.fill("#ulang", "pendek");
	await h.click(KIRIM);
	benar((await teks(h)).includes("10"), "too short");
	await h.fill("#baru", "sandi baru kepala dinas");
	await h.fill("#ulang", "sandi baru kepala dinas");
	await h.click(KIRIM);
	sama(new URL(h.url()).pathname, "/masuk", "goes on to sign in");
	await isi(h, "ka-dinkes", "sandi baru kepala dinas");
	benar(!h.url().includes("/masuk"), "in");
	const lain = await tamu();
	sama((await lain.goto(tautan)).status(), 404, "used up");
});

coba("signing out is signing out", async () => {
	const h = await tamu();
	await h.goto(`${ALAMAT}/masuk?lanjut=/akun`);
	await isi(h, "kadis", "latihan-kadis-2023");
	const kuki = await h.context().cookies();
	await h.click(".c-menu summary");
	await h.click("form[action='/keluar'] button");
	sama(new URL(h.url()).pathname, "/masuk", "out");
	await h.context().addCookies(kuki);
	await h.goto(`${ALAMAT}/akun`);
	sama(new URL(h.url()).pathname, "/masuk", "the old cookie opens nothing");
});

await jalankan();
