/* What the browser tests share: the server's address and ledger come from jalan.sh; each test is one line of TAP. */
import AxeBuilder from "@axe-core/playwright";
import {existsSync, mkdirSync} from "node:fs";
import {chromium} from "playwright-core";

export const ALAMAT = process.env.CAPAIAN_ALAMAT;
const GAMBAR = process.env.CAPAIAN_GAMBAR;
const peramban = await chromium.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"]});
const kuki = new Map();

/* A page of a visitor; pilihan: lebar, tinggi, tema, js. */
export async function tamu(pilihan = {}) {
	const {lebar = 1366, tinggi = 768, tema = "light", js = true} = pilihan;
	const konteks = await peramban.newContext({viewport: {width: lebar, height: tinggi}, javaScriptEnabled: js, locale: "id-ID", hasTouch: lebar < 700});
	await konteks.addCookies([{name: "capaian_tema", value: tema, url: ALAMAT}]);
	const halaman = await konteks.newPage();
	halaman.galat = [];
	halaman.on("pageerror", (e) => halaman.galat.push(e.message));
	return halaman;
}

/* A page of a user who is signed in. */
export async function masuk(pengguna, pilihan = {}) {
	const halaman = await tamu(pilihan), konteks = halaman.context();
	if (kuki.has(pengguna)) {
		await konteks.addCookies(kuki.get(pengguna));
	} else {
		await halaman.goto(`${ALAMAT}/masuk`);
		await halaman.fill("main input[autocomplete=username]", pengguna);
		await halaman.fill("main input[type=password]", `latihan-${pengguna}-2023`);
		await Promise.all([halaman.waitForURL((u) => !u.pathname.startsWith("/masuk")), halaman.click("main form button[type=submit]")]);
		kuki.set(pengguna, (await konteks.cookies()).filter((k) => k.name === "capaian_sesi"));
	}
	return halaman;
}

/* WCAG 2.0 to 2.2, A and AA, and best practice; a list of sentences. */
export async function axe(halaman) {
	await halaman.evaluate(() => window.scrollTo(0, 0));
	const hasil = await new AxeBuilder({page: halaman}).analyze();
	return hasil.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join("; ")}`);
}

export async function potret(halaman, nama) {
	if (!GAMBAR)
		return;
	if (!existsSync(GAMBAR))
		mkdirSync(GAMBAR, {recursive: true});
	await halaman.screenshot({path: `${GAMBAR}/${nama}.png`});
}

const uji = [];
/* CAPAIAN_UJI: only the tests whose name holds this. */
export const coba = (nama, kerja) => nama.includes(process.env.CAPAIAN_UJI || "") && uji.push({nama, kerja});

export async function jalankan() {
	let gagal = 0;
	console.log(`1..${uji.length}`);
	for (const [i, {nama, kerja}] of uji.entries()) {
		try {
			await kerja();
			console.log(`ok ${i + 1} ${nama}`);
		} catch (e) {
			gagal++;
			console.log(`not ok ${i + 1} ${nama}\n# ${String(e.stack || e).split("\n").slice(0, 12).join("\n# ")}`);
		}
	}
	await peramban.close();
	process.exit(gagal ? 1 : 0);
}

export function sama(dapat, harap, apa = "") {
	if (JSON.stringify(dapat) !== JSON.stringify(harap))
		throw new Error(`${apa}: ${JSON.stringify(dapat)} in place of ${JSON.stringify(harap)}`);
}
export function benar(nilai, apa) {
	if (!nilai)
		throw new Error(apa);
}
