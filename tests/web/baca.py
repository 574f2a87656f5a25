#!/usr/bin/env python3
"""The figures on the pages that are read - boards, rekap, form, explanation, public pages - against values worked out by hand, in TAP: baca.py PROGRAM

January of A (and of B): 320.000 of 4.000.000 are 8,00 per cent; output mean(1 of 10, 16 of 200) = mean(10, 8) = 9,00; mean 8,50. February of A: 16,00 and
mean(20, 16) = 18,00; mean 17,00."""
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import A, B, Browser, Ledger, Server  # noqa: E402

ledger = Ledger(sys.argv[1])
server = Server(ledger)
number, failed = 0, False


def check(what, good, detail=""):
    global number, failed
    number += 1
    print(f"{'ok' if good else 'not ok'} {number} - {what}" + ("" if good else f"\n# {str(detail)[:600]}"))
    failed |= not good


def text(browser, path, **headers):
    """What stands on the page, without tags, blanks squeezed."""
    status, _, data = browser.get(path, **headers)
    page = re.sub(r"<(script|style|head)\b.*?</\1>", " ", data.decode(), flags=re.S)
    return f"{status} " + re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))


def holds(what, page, *words):
    missing = [word for word in words if word not in page]
    check(what, not missing, f"missing: {missing} in {page}")


leader, operator, stranger = Browser(server).sign_in("pim"), Browser(server).sign_in("opa"), Browser(server)

page = text(leader, "/beranda/2023/1")
holds("the region in January", page, "200 ", "8.000.000,00", "Rp640,00 ribu", "8,00 %", "9,00 %", "8,50 %", "2 dari 2 OPD", "2 disahkan")
check("nothing is provisional where all have reported", "angka sementara" not in page, page)
page = text(leader, "/rekap/2023/2")
holds("February: who has not reported stays in the table without figures", page, "Daerah, 1 dari 2 OPD", "640.000,00", "16,00", "18,00", "17,00", "Belum ada isian")
holds("and is late", page, "terlambat")
rows = re.findall(r"(?:1|-) Dinas \w+", text(leader, "/rekap/2023/2?urut=rata-rata"))
check("who has no figures comes last", [r[0] for r in rows[:2]] == ["1", "-"], rows)
holds("the board by states", text(leader, "/papan/2023/2?isi=status"), "Diajukan", "Keadaan")

ledger.run("submit", "--opd", A, "--tahun", "2023", "--bulan", "3", "--as", "opa", at="2023-04-05T11:00")
holds("what another process writes is on the next page", text(leader, "/rekap/2023/3"), "Daerah, 1 dari 2 OPD", "24,00", "27,00", "25,50")

page = text(operator, f"/laporan/{A}/2023/1")
holds("the form", page, "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN", "JUMLAH TOTAL", "8,00", "9,00", "8,50", "Halaman 1 dari 1", "Disahkan")
holds("as it stood before it was submitted", text(operator, f"/laporan/{A}/2023/1?per=2023-02-01"), "200 ", "Draf")
check("before anything was entered there is nothing to see", "Belum ada isian" in text(operator, f"/laporan/{A}/2023/1?per=2023-01-15"))
holds("at a glance", text(operator, f"/laporan/{A}/2023/2?lihat=ringkasan"), "1 program", "1 kegiatan", "2 sub kegiatan", "640.000,00", "17,00")
holds("what changed since January", text(operator, f"/laporan/{A}/2023/2?lihat=beda"), "+80.000,00", "+9,00", "+8,50")
holds("a plan without cash plan says so", text(operator, f"/laporan/{A}/2023/2?lihat=rfk"), "belum punya anggaran kas")

page = text(operator, f"/penjelasan/{A}/2023/1/total/rata-rata")
holds("the mean explained", page, "8,50", "keuangan", "keluaran", "320.000,00 ÷ 4.000.000,00 × 100", "2 dari 2 indikator terisi", "Diajukan oleh opa", "Disahkan oleh kepa")
holds("down to the entry at the lowest leaf", page, "Jumlah Responden", "16,00 / 200,00 x 100 (Orang)", "16,00 Orang diisi oleh opa, 1 Februari 2023 08.00")
holds("by number, and of money", text(operator, f"/penjelasan/{A}/2023/1/1.1.2/keuangan"), "8,00", "240.000,00 ÷ 3.000.000,00 × 100", "Rp240.000,00 diisi oleh opa")
status, _, data = operator.get(f"/penjelasan/{A}/2023/1/total/rata-rata", **{"HX-Request": "true"})
check("a script gets the content alone", status == 200 and b"<html" not in data and "Dari mana angka ini".encode() in data, data[:200])
page = text(leader, "/penjelasan/daerah/2023/1/rata-rata")
holds("a figure of the region as the sum of its agencies", page, "8,50", "8,00", "9,00", "640.000,00 ÷ 8.000.000,00 × 100", "Dinas Koperasi", "Dinas Perdagangan")
other = text(Browser(server).sign_in("opb"), f"/penjelasan/{A}/2023/1/total/rata-rata")
check("another agency sees the approved figure, not who entered what", "8,50" in other and "diisi oleh" not in other, other)

page = text(stranger, "/publik/99.01?tahun=2023")
holds("published reports", page, "Laporan terbit 2023", "Dinas Koperasi", "Dinas Perdagangan")
check("approved months only", page.count("Laporan Januari 2023") == 0 and stranger.get(f"/publik/99.01/laporan/{A}/2023/2")[0] == 404, page)
holds("the region for everybody", text(stranger, "/publik/99.01/ringkasan/2023/1"), "8,50", "2 dari 2 OPD sudah disahkan")
holds("nothing of a month that is only submitted", text(stranger, "/publik/99.01/ringkasan/2023/2"), "Belum ada laporan terbit")
status, headers, data = stranger.get("/publik/99.01/data/2023/1/rekap.csv")
check("data as CSV", f'99.01,2023,1,{A},"Dinas Koperasi",1,' in data.decode() and ",4000000.00,320000.00,8.00,9.00,8.50," in data.decode(), data)
data = json.loads(stranger.get("/publik/99.01/data/2023/1/rekap.json")[2])
check("data as JSON", [(r["opd"], r["rata_rata"]) for r in data["opd"]] == [(A, "8.50"), (B, "8.50")], data)
catalogue = json.loads(stranger.get("/publik/99.01/katalog.json")[2])
links = [d["dcat:downloadURL"]["@id"] for s in catalogue["dcat:dataset"] for d in s["dcat:distribution"]]
base = f"http://127.0.0.1:{server.port}"
check("a catalogue of all of it", f"{base}/publik/99.01/data/2023/1/rekap.csv" in links and f"{base}/publik/99.01/data/2023/1/{A}/laporan.json" in links, links)
check("whose addresses answer", all(stranger.get(link[len(base):])[0] == 200 for link in links), links)
check("visitors see the present, whatever day they ask for", "Dinas Koperasi" in text(stranger, "/publik/99.01?tahun=2023&per=2023-01-05") and stranger.get(f"/publik/99.01/laporan/{A}/2023/1?per=2023-01-05")[0] == 200)
ledger.run("setting", "set", "portal-publik", "tidak", "--as", "admin", at="2023-04-06T08:00")
check("a region that does not publish", all(stranger.get(p)[0] == 404 for p in ("/publik/99.01", "/publik/99.01/data", "/publik/99.01/katalog.json", "/publik/99.01/data/2023/1/rekap.csv")))
server.stop()
print(f"1..{number}")
sys.exit(failed)
