#!/usr/bin/env python3
"""Requests that no browser sends, thrown at a server for SECONDS: fuzz_http.py PROGRAM FOLDER-OF-ROWS [SECONDS [SEED]].
Good requests of every route are cut, doubled, mixed and flipped. PROGRAM is best built with a sanitizer. The server must never die, nor answer 500, nor grow without end."""
import os
import pathlib
import random
import re
import socket
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import A, B, C, Browser, Ledger, Server  # noqa: E402

program, folder = sys.argv[1:3]
seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 60
seed = int(sys.argv[4]) if len(sys.argv) > 4 else int(time.time())
luck = random.Random(seed)
VISITORS = ["keluar", "opa", "opb", "kepa", "kepb", "ver", "pim", "aud", "adm", "luar"]
ROWS = [line.split("\t") for path in sorted(pathlib.Path(folder).glob("*.tsv")) for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]
ROWS = [row for row in ROWS if not row[1].startswith(("/keluar", "/masuk", "/akun/sesi", "/akun/sandi"))]
NASTY = [b"\x00", b"\xff", b"%00", b"%ff", b"%", b"..%2f", b"\r\n", b"\r\n\r\n", b"\n", b" ", b"\t", b"{", b"}", b"[", b'"', b"\\", b"'", b"<", b"&", b"=", b";", b"-", b"--batas", b"99999999999999999999",
         b"-1", b"0", b"1e309", b"\xf0\x9f\x98\x80", b"\xe2\x80\xae", b"\xc0\xae", b"A" * 300, b"A" * 5000, b"=cmd|' /C calc'!A0", b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n",
         b"Content-Type: application/json\r\n", b"Expect: 100-continue\r\n", b"Range: bytes=0-1,5-4\r\n", b"If-None-Match: *\r\n", b"If-Match: \"x\"\r\n", b"Accept: application/json\r\n"]


def place(text):
    return text.replace("$N", "uji").replace("$A", A).replace("$B", B).replace("$C", C).replace("$H", "0" * 64)


def good(browser, token):
    """A request as it should be."""
    method, _, path, body = map(place, luck.choice(ROWS)[:4])
    head = [f"{method} {urllib.parse.quote(path, safe='/?=&%|:;,+')} HTTP/1.1", "Host: 127.0.0.1"]
    if browser:
        head.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in browser.cookies.items()))
    if path.startswith("/api/"):
        head += [f"Authorization: Bearer {token}"]
    data = b""
    if method != "GET":
        csrf = browser.csrf if browser else ""
        if path.startswith("/api/"):
            data, kind = (body if body.startswith("{") else '{"nilai":"1","alasan":null,"x":[1,2,{"a":"\\u0000"}]}').encode(), "application/json"
        elif body.startswith("@") or luck.random() < 0.2:
            name = body[1:].partition("&")[0] or "berkas"
            data = (f'--batas\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{csrf}\r\n--batas\r\nContent-Disposition: form-data; name="{name}"; filename="a.csv"\r\n\r\n'
                    "Kode;Uraian;Indikator;Target;Satuan;Pagu Anggaran\n2.17.01;1 Program;;;;4.000\n\r\n--batas--\r\n").encode()
            kind = "multipart/form-data; boundary=batas"
        else:
            data, kind = f"csrf={csrf}&{body if body != '-' else ''}".encode(), "application/x-www-form-urlencoded"
        head += [f"Content-Type: {kind}", f"Content-Length: {len(data)}"]
    return "\r\n".join(head).encode("latin-1", "replace") + b"\r\n\r\n" + data


def spoil(data):
    data = bytearray(data)
    for _ in range(luck.choice([0, 1, 1, 1, 2, 3, 8])):
        at = luck.randrange(len(data) + 1)
        what = luck.randrange(7)
        if what == 0:
            data[at:at + luck.choice([1, 2, 8, 64])] = b""
        elif what == 1:
            data[at:at] = luck.choice(NASTY)
        elif what == 2 and at < len(data):
            data[at] ^= 1 << luck.randrange(8)
        elif what == 3:
            data[at:at] = data[luck.randrange(len(data) + 1):][:luck.choice([4, 40, 400])]
        elif what == 4:
            end = data.find(b"\r\n\r\n")
            data[max(end, 0):max(end, 0)] = b"\r\n" + luck.choice(NASTY[33:]).rstrip(b"\r\n")
        elif what == 5:
            data = data[:at]
        else:
            data[at:at + 4] = luck.choice(NASTY)
        if not data:
            data = bytearray(b"G")
    return bytes(data)


def memory(server):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{server.process.pid}/status").read_text())[1]) / 1024


ledger = Ledger(os.environ.get("CAPAIAN_BUKU", program))  # made by the quick program where the other one is slow
ledger.program = program
server = Server(ledger)
browsers = [None] + [Browser(server).sign_in(name) for name in ("opa", "ver", "adm")]
token = ""
for browser in browsers[1:2]:
    _, _, page = browser.post("/akun/token", {"lingkup": "semua", "nama": "uji", "hari": "1"})
    found = re.search(rb'class="c-rahasia"[^>]*>([^<]+)<', page)
    token = found[1].decode() if found else ""
counts, first, n, failed = {}, 0, 0, []
until = time.monotonic() + seconds
while time.monotonic() < until and server.process.poll() is None and len(failed) < 5:
    sent = b"".join(spoil(good(luck.choice(browsers), token)) for _ in range(luck.choice([1, 1, 1, 3])))
    try:
        with socket.create_connection(("127.0.0.1", server.port), 5) as s:
            s.settimeout(0.1)
            s.sendall(sent)
            s.shutdown(socket.SHUT_WR)
            got = b""
            while chunk := s.recv(65536):
                got += chunk
                if len(got) > 1 << 20:
                    break
    except OSError:
        pass
    status = int(got[9:12]) if re.match(rb"HTTP/1\.[01] \d\d\d", got) else 0
    counts[status] = counts.get(status, 0) + 1
    if status == 500:
        failed.append(sent)
    n += 1
    if n == 500:
        first = memory(server)
last = memory(server) if server.process.poll() is None else 0
died = server.process.poll() is not None
code = server.stop()
print(f"seed {seed}: {n} requests in {seconds} s; answers {dict(sorted(counts.items()))}; memory {first:.0f} -> {last:.0f} MB; exit code {code}")
for sent in failed:
    print("answered 500:", sent[:3000])
grown = first and last > 1.5 * first + 64
if grown:
    print("the server grows without end")
sys.exit(bool(failed) or died or code != 0 or bool(grown))
