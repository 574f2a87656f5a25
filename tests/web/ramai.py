#!/usr/bin/env python3
"""Many at once: pages, saves, uploads, prints, sign-ins and settings, on a server built with a sanitizer. ramai.py PROGRAM FOLDER-OF-ROWS [SECONDS].
What the sanitizer says stands on standard error; the exit code is 1 when it says anything or the server dies."""
import concurrent.futures
import os
import pathlib
import random
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import A, B, C, Browser, Ledger, Server  # noqa: E402

program, folder = sys.argv[1:3]
seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 30
VISITORS = ["keluar", "opa", "opb", "kepa", "kepb", "ver", "pim", "aud", "adm", "luar"]
ROWS = [line.split("\t") for path in sorted(pathlib.Path(folder).glob("*.tsv")) for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]
SKIPPED = ("/keluar", "/masuk", "/akun/sesi", "/akun/sandi")  # they end what the others work with


def place(text):
    return text.replace("$N", "uji").replace("$A", A).replace("$B", B).replace("$C", C).replace("$H", "0" * 64)


def work(browser, visitor, until, seed):
    """Whatever the visitor may, in any order."""
    luck, n, broken = random.Random(seed), 0, []
    mine = [cells for cells in ROWS if cells[4 + VISITORS.index(visitor)] in "yjs" and not cells[1].startswith(SKIPPED)]
    while time.monotonic() < until:
        method, _, path, body = map(place, luck.choice(mine)[:4])
        headers, data = {}, None
        if method != "GET":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            data = f"csrf={browser.csrf}&{body if body != '-' else ''}"
        if body.startswith("@"):
            mark = "batas"
            fields = "".join(f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in [("csrf", browser.csrf), *urllib.parse.parse_qsl(body[1:].partition("&")[2])])
            name = body[1:].partition("&")[0]
            data = f'{fields}--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="a.csv"\r\n\r\nKode;Uraian\n2.17.01;{luck.random()}\r\n--{mark}--\r\n'.encode()
            headers["Content-Type"] = f"multipart/form-data; boundary={mark}"
        csrf = browser.csrf
        status, _, _ = browser.request(method, urllib.parse.quote(path, safe="/?=&%|:;,+"), data, headers)
        browser.csrf = csrf
        n += 1
        if status >= 500 and status != 503:
            broken.append(f"{visitor} {method} {path}: {status}")
    return n, broken


ledger = Ledger(os.environ.get("CAPAIAN_BUKU", program))
ledger.program = program
server = Server(ledger)
begun = {}
for name in VISITORS[1:]:
    begun[name] = Browser(server).sign_in("admc" if name == "luar" else name, "99.02" if name == "luar" else "99.01")
begun["keluar"] = Browser(server)
until = time.monotonic() + seconds
with concurrent.futures.ThreadPoolExecutor(24) as pool:
    running = []
    for i in range(24):
        name = VISITORS[i % len(VISITORS)]
        mine = Browser(server)
        mine.cookies, mine.csrf = dict(begun[name].cookies), begun[name].csrf
        running.append(pool.submit(work, mine, name, until, i))
    results = [r.result() for r in running]
code = server.stop()
broken = sorted({line for _, lines in results for line in lines})
print(f"{sum(n for n, _ in results)} requests in {seconds} s, exit code {code}")
print("\n".join(broken[:20]))
sys.exit(bool(broken) or code != 0)
