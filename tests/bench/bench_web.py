#!/usr/bin/env python3
"""The server under load, on loopback: bench_web.py CAPAIAN FOLDER-OF-THE-PROGRAMS (beban, web_siap, polos). DETIK: seconds of the long part, 60.

1. 300 operators save five cells a second each, all at once, in an open loop: every save is answered, every acknowledged one is in the ledger, its chain is whole.
2. The same with the server killed in the middle.
3. Boards at half of what they can do, both while two PDF are drawn all the time and an import runs.
4. A report page that was asked for before, beside the server library alone sending the same bytes.
5. Every page of the demo region, each time computed anew.

Latencies count from the time a request was due. Fails when a bound is missed."""
import concurrent.futures
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

CAPAIAN, PROGRAMS = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS = int(os.environ.get("DETIK", "60"))
OPERATORS, RATE = 300, 5
SAVE_P99, BOARD_P99, PAGE_P50, PAGE_P99, KEPT_RATIO, MEMORY_MB = 100, 25, 5, 25, 0.6, 64
missed = []


def bound(name, value, limit, above=False):
    good = value >= limit if above else value <= limit
    print(f"  {name}: {value:.2f} ({'at least' if above else 'at most'} {limit}){'' if good else '  MISSED'}", flush=True)
    if not good:
        missed.append(name)


class Server:
    def __init__(self, db, *options):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.process = subprocess.Popen([str(CAPAIAN), "serve", "--db", str(db), "--listen", f"127.0.0.1:{self.port}", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(400):
            try:
                return socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
        sys.exit("the server does not start")

    def memory(self):
        return int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text()).group(1)) / 1024

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(60)


def processor(pid):
    """Seconds of processor time that the threads of a process have had."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in pathlib.Path(f"/proc/{pid}/task").iterdir()) / 1e9


class Caller:
    """One connection with a session."""

    def __init__(self, port, cookie=None):
        self.connection, self.cookie = http.client.HTTPConnection("127.0.0.1", port, timeout=60), cookie

    def ask(self, path, body=None):
        headers = {"Accept-Encoding": "gzip", "Accept": "text/html"}
        if self.cookie:
            headers["Cookie"] = "capaian_sesi=" + self.cookie
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request("POST" if body else "GET", path, urllib.parse.urlencode(body) if body else None, headers)
        answer = self.connection.getresponse()
        data = answer.read()
        cookie = re.search(r"capaian_sesi=([^;]+)", answer.getheader("Set-Cookie") or "")
        if cookie:
            self.cookie = cookie.group(1)
        return answer.status, data


def load(*arguments):
    """The figures that beban prints, and what it says of wrong answers."""
    done = subprocess.run([str(PROGRAMS / "beban"), *map(str, arguments)], capture_output=True, text=True)
    if "requests" not in done.stdout:
        sys.exit(f"beban: {done.returncode} {done.stdout}{done.stderr}")
    figures = {name: float(value) for name, value in re.findall(r"(requests|answered|wrong|rate|p50|p90|p99|p99\.9|max) (\d+(?:\.\d+)?)", done.stdout)}
    print("  " + done.stdout.strip().replace("\n", "\n  "), flush=True)
    return figures


def acknowledged(path):
    return {(opd, kode, int(sen), int(fact)) for opd, kode, sen, fact in (line.split() for line in path.read_text().splitlines())}


def lost(db, saves):
    """Acknowledged saves that are not in the ledger."""
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as ledger:
        kept = set(ledger.execute("SELECT opd, kode, m, id FROM fakta WHERE jenis = 'uang' AND bulan = 12"))
    return len(saves - kept)


def whole(db):
    return subprocess.run([str(CAPAIAN), "audit", "verify", "--db", str(db)], capture_output=True).returncode == 0


def saving(base, sessions, folder):
    print(f"== {OPERATORS} operators, {RATE} saves a second each, {SECONDS} s")
    db, acks = folder / "simpan.db", folder / "simpan.txt"
    shutil.copy(base, db)
    server = Server(db)
    figures = load("simpan", server.port, SECONDS, RATE, sessions, acks)
    bound("saves that failed", figures["wrong"] + figures["requests"] - figures["answered"], 0)
    bound("p99 in ms", figures["p99"], SAVE_P99)
    bound("memory in MB", server.memory(), MEMORY_MB)
    server.stop()
    saves = acknowledged(acks)
    bound("acknowledged saves", len(saves), figures["answered"], above=True)
    bound("lost saves", lost(db, saves), 0)
    bound("ledgers that are not whole", 0 if whole(db) else 1, 0)
    server = Server(db)
    few = sessions.with_name("sedikit.txt")
    few.write_text("".join(sessions.read_text().splitlines(True)[:40]))
    print("  with the figures and findings that each save changes, 39 operators who have the month open, 2 a second each")
    for line in few.read_text().splitlines():
        pemda, cookie, csrf, user, opd, month = line.split()[:6]
        assert Caller(server.port, cookie).ask(f"/isian/{opd}/{month}")[0] == 200
    figures = load("simpan", server.port, min(SECONDS, 10), 2, few, acks, "jalur")
    bound("saves with figures that failed", figures["wrong"] + figures["requests"] - figures["answered"], 0)
    bound("p99 of these in ms", figures["p99"], SAVE_P99)
    server.stop()


def killing(base, sessions, folder):
    print("== the server is killed in the middle")
    db, acks = folder / "mati.db", folder / "mati.txt"
    shutil.copy(base, db)
    server = Server(db)
    threading.Timer(3, lambda: server.process.kill()).start()
    load("simpan", server.port, 6, RATE, sessions, acks)
    server.process.wait()
    server = Server(db)
    status, _ = Caller(server.port).ask("/healthz")
    server.stop()
    saves = acknowledged(acks)
    bound("acknowledged saves before it", len(saves), 1, above=True)
    bound("lost saves after it", lost(db, saves), 0)
    bound("ledgers that are not whole after it", 0 if status == 200 and whole(db) else 1, 0)


def rate_of(port, cookie, paths, folder, seconds=4):
    """Requests a second in a closed loop (wrk)."""
    script = folder / "wrk.lua"
    script.write_text("local i, p = 0, {%s}\nrequest = function() i = i + 1; return wrk.format('GET', p[i %% #p + 1]) end\n" % ", ".join(f"'{path}'" for path in paths))
    words = ["wrk", "-t1", "-c32", f"-d{seconds}", "-s", str(script), "-H", "Accept-Encoding: gzip", "-H", "Accept: text/html"]
    done = subprocess.run([*words, *(["-H", "Cookie: capaian_sesi=" + cookie] if cookie else []), f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1)), int(re.search(r"(\d+) requests in", done.stdout).group(1))


def pdf_draw(port, cookie, path, end):
    caller, n = Caller(port, cookie), 0
    while time.monotonic() < end:
        status, data = caller.ask(path)
        assert status == 200 and data[:4] == b"%PDF", status
        n += 1
    return n


def import_run(db, opd, codes, year, folder, end):
    n = 0
    while time.monotonic() < end:
        table = folder / "impor.csv"
        table.write_text("Kode;Realisasi\n" + "".join(f"{kode};{rupiah + n + 1}\n" for kode, rupiah in codes))
        subprocess.run([str(CAPAIAN), "import", str(table), "--db", str(db), "--opd", opd, "--tahun", year, "--bulan", "12", "--as", "op0000", "--apply", "--reason", "uji"],
                       check=True, capture_output=True)
        n += 1
        time.sleep(0.2)
    return n


def boards(base, sessions, folder):
    print("== boards, while PDF are drawn and an import runs")
    db = folder / "papan.db"
    shutil.copy(base, db)
    server = Server(db)
    lines = [line.split() for line in sessions.read_text().splitlines()]
    cookie, opd, year = lines[-1][1], lines[0][4], lines[-1][5].split("/")[0]
    verifier = sessions.with_name("verifikator.txt")
    verifier.write_text(" ".join(lines[-1]) + "\n")
    codes = [(lines[0][i], int(lines[0][i + 1])) for i in range(6, len(lines[0]), 2)]
    paths = ["/beranda", f"/papan/{year}/12", f"/rekap/{year}/12", f"/perhatian/{year}/11"]
    caller = Caller(server.port, cookie)
    for path in paths:
        status, _ = caller.ask(path)
        assert status == 200, (path, status)
    end = time.monotonic() + 16
    with concurrent.futures.ThreadPoolExecutor(3) as others:
        drawn = [others.submit(pdf_draw, server.port, cookie, f"/laporan/{lines[i][4]}/{year}/11/laporan.pdf", end) for i in (1, 2)]
        brought = others.submit(import_run, db, opd, codes, year, folder, end)
        time.sleep(1)
        most, _ = rate_of(server.port, cookie, paths, folder)
        rate = int(most / 2)
        print(f"  {most:.0f} a second at most; {rate} are asked for")
        figures = load("baca", server.port, 8, rate, 64, verifier, *paths)
        print(f"  meanwhile {sum(d.result() for d in drawn)} PDF and {brought.result()} imports")
    bound("boards that failed", figures["wrong"] + figures["requests"] - figures["answered"], 0)
    bound("p99 of boards in ms", figures["p99"], BOARD_P99)
    bound("memory with PDF and import in MB", server.memory(), MEMORY_MB)
    server.stop()


def kept(base, sessions, folder):
    print("== a report page that was asked for before, beside the server library alone")
    db = folder / "simpanan.db"
    shutil.copy(base, db)
    server = Server(db)
    lines = [line.split() for line in sessions.read_text().splitlines()]
    cookie, path = lines[-1][1], f"/laporan/{lines[0][4]}/{lines[0][5].split('/')[0]}/11"
    status, page = Caller(server.port, cookie).ask(path)
    assert status == 200
    (folder / "halaman").write_bytes(page)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    bare = subprocess.Popen([str(PROGRAMS / "polos"), str(port), str(folder / "halaman")], stdin=subprocess.PIPE)
    time.sleep(0.5)
    rates, costs = ([], []), ([], [])
    for _ in range(4):
        for i, (pid, at) in enumerate([(server.process.pid, server.port), (bare.pid, port)]):
            before = processor(pid)
            rate, n = rate_of(at, cookie, [path], folder, 2)
            rates[i].append(rate)
            costs[i].append((processor(pid) - before) / n * 1e6)
    bare.stdin.close()
    bare.wait()
    server.stop()
    print(f"  {len(page)} bytes: {max(rates[0]):.0f} a second, bare {max(rates[1]):.0f}; {min(costs[0]):.1f} and {min(costs[1]):.1f} us of processor a request")
    # A busy machine shares the processor as it likes; what each request costs stays the same.
    bound("share of the bare rate", max(max(rates[0]) / max(rates[1]), min(costs[1]) / min(costs[0])), KEPT_RATIO, above=True)


def demo_pages():
    opd = "2.17.3.30.3.31.01.0000"
    month = f"{opd}/2023/12"
    return {
        "sri": ["/beranda", f"/isian/{opd}/2024/1", f"/isian/{month}", f"/isian/{opd}/2024/1/ajukan", f"/isian/{opd}/2024/1/salin", f"/laporan/{month}", f"/rencana/{opd}/2023",
                f"/rencana/{opd}/2023/banding", f"/rencana/{opd}/2023/ubah", f"/bukti/{month}", "/akun", "/impor", "/periksa", "/aturan", "/pekerjaan", f"/penjelasan/{month}/total/rata-rata"],
        "made": ["/beranda", "/papan/2023/12", "/rekap/2023/12", "/perhatian/2023/12", "/verifikasi", f"/verifikasi/{month}", "/jejak", "/admin/kalender?tahun=2023"],
        "bupati": ["/beranda", "/beranda/2023/12"],
        "inspektur": ["/beranda", "/jejak"],
        "kadis": ["/beranda", "/pengesahan"],
        "admin": ["/beranda", "/admin/opd", "/admin/pengguna", "/admin/kebijakan", "/admin/nomenklatur", "/admin/pengaturan", "/admin/sesi", "/admin/cadangan"],
        "": ["/masuk", "/publik/99.01", "/publik/99.01/ringkasan", "/publik/99.01/data", f"/publik/99.01/laporan/{month}", "/publik/99.01/katalog.json"],
    }


def sign_in(port, user):
    caller = Caller(port)
    if user:
        status, data = caller.ask("/masuk", {"pengguna": user, "sandi": f"latihan-{user}-2023", "pemda": "99.01"})
        assert status == 303, (user, status)
    return caller


def demo(folder):
    rounds = 60
    print(f"== every page of the demo region, {rounds} times, computed anew each time")
    db = folder / "contoh.db"
    subprocess.run(["sh", str(ROOT / "examples/kabupaten-contoh.sh"), str(db)], env={**os.environ, "CAPAIAN": str(CAPAIAN)}, check=True, stdout=subprocess.DEVNULL)
    server = Server(db, "--at", "2024-01-08T16:00")
    results = []
    for user, paths in demo_pages().items():
        caller = sign_in(server.port, user)
        for path in paths:
            took = []
            for i in range(rounds + 2):
                start = time.perf_counter()
                status, _ = caller.ask(f"{path}{'&' if '?' in path else '?'}_uji={i}") # another address: not the answer that is kept
                took.append((time.perf_counter() - start) * 1000)
                assert status == 200, (user, path, status)
            took = sorted(took[2:])
            results.append((statistics.median(took), took[int(len(took) * 0.99)], user, path))
    for p50, p99, user, path in sorted(results, reverse=True)[:8]:
        print(f"  p50 {p50:6.2f}  p99 {p99:6.2f}  {path} ({user or 'signed out'})")
    bound("slowest page, p50 in ms", max(r[0] for r in results), PAGE_P50)
    bound("slowest page, p99 in ms", max(r[1] for r in results), PAGE_P99)
    bound("memory of the demo in MB", server.memory(), MEMORY_MB)
    server.stop()


def main():
    parts = [saving, killing, boards, kept]
    wanted = sys.argv[3:]
    with tempfile.TemporaryDirectory(dir=PROGRAMS) as name:
        folder = pathlib.Path(name)
        base, sessions = folder / "buku.db", folder / "sesi.txt"
        for part in parts:
            if wanted and part.__name__ not in wanted:
                continue
            base.unlink(missing_ok=True) # sessions that are minutes old would all be noted at once
            subprocess.run([str(PROGRAMS / "web_siap"), str(base), str(sessions), str(OPERATORS)], check=True)
            part(base, sessions, folder)
        if not wanted or "demo" in wanted:
            demo(folder)
    if missed:
        sys.exit("missed: " + "; ".join(missed))


main()
