#!/usr/bin/env python3
"""Every route with every kind of visitor, in TAP: hak.py PROGRAM LIST-OF-ROUTES FOLDER

The program's own list of routes is walked; each needs at least one row in FOLDER/*.tsv, so that a new address without a row fails. A row:

    METHOD  PATTERN  PATH  BODY  keluar opa opb kepa kepb ver pim aud adm luar

PATH: a concrete address ($A $B $C are the agencies' codes, $H the fingerprint of the file that @ sends; months: A1 locked, A2 submitted, A3 draft). BODY: fields of a form as in a query, "-" for none, $N the visitor's name; @NAME
sends a small file as that field; below /api/ it is the JSON, and each visitor comes with a token instead of a session. The last ten say what each visitor meets: signed out; operator of A, of B; head of A, of B; verifier, leader, auditor, admin;
admin of another region. y: the use case runs (whatever it then says of the values), j: it runs and succeeds, s: it runs and stops because of the month's state or the
values (409, 422, 429), n: refused (403, 404), m: asked to sign in, -: not asked. An n counts only where the body would change something for who may."""
import hashlib
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import A, B, C, Browser, Ledger, Server  # noqa: E402

NOTE = b"sebuah catatan"
HASH = hashlib.sha256(NOTE).hexdigest()
VISITORS = ["keluar", "opa", "opb", "kepa", "kepb", "ver", "pim", "aud", "adm", "luar"]
program, lister, folder = sys.argv[1:4]
routes = [tuple(line.split("\t")[:2]) for line in subprocess.run([lister], capture_output=True, text=True, check=True).stdout.splitlines()]
rows = []
for path in sorted(pathlib.Path(folder).glob("*.tsv")):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 14:
                sys.exit(f"{path.name}:{number}: 14 cells are due, {len(cells)} stand here")
            rows.append((f"{path.name}:{number}", cells))


def outcome(browser, cells, visitor):
    method, _, address, body = cells[:4]
    body, address = (text.replace("$N", visitor).replace("$A", A).replace("$B", B).replace("$C", C).replace("$H", HASH) for text in (body, address))
    headers, data = {}, None
    if address.startswith("/api/"):
        headers, data = {"Authorization": "Bearer " + tokens[visitor]} if visitor != "keluar" else {}, None if body == "-" else body
        headers["Content-Type"] = "application/json"
    elif body.startswith("@"):
        mark = "batas-uji"
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{browser.csrf}\r\n']
        name, _, fields = body[1:].partition("&")
        parts += [f'--{mark}\r\nContent-Disposition: form-data; name="{f.partition("=")[0]}"\r\n\r\n{f.partition("=")[2]}\r\n' for f in fields.split("&") if f]
        parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="uji.txt"\r\n\r\n{NOTE.decode()}\r\n--{mark}--\r\n')
        headers["Content-Type"], data = f"multipart/form-data; boundary={mark}", "".join(parts).encode()
    elif method != "GET":
        data = "csrf=" + browser.csrf + ("&" + body if body != "-" else "")
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    status, answer, _ = browser.request(method, address, data, headers)
    if status == 401 or answer.get("location", "").startswith("/masuk?lanjut"):
        return "m", status
    return ("n" if status in (403, 404) else "s" if status in (409, 422, 429) else "j" if status < 400 else f"{status}"), status


known = {(cells[0], cells[1]) for _, cells in rows}
missing = [route for route in routes if route not in known]
stale = [place for place, cells in rows if (cells[0], cells[1]) not in routes]
print(f"1..{len(rows) + 2}")
print(f"{'not ok' if missing else 'ok'} 1 - every route has a row")
for method, pattern in missing:
    print(f"# no row for {method} {pattern}")
print(f"{'not ok' if stale else 'ok'} 2 - every row has a route")
for place in stale:
    print(f"# {place}: the program has no such route")

ledger = Ledger(program)
tokens = {visitor: ledger.run("token", "new", "--user", "admc" if visitor == "luar" else visitor, "--scope", "semua", pemda="99.02" if visitor == "luar" else "99.01", at="2023-04-04T10:00").strip()
          for visitor in VISITORS[1:]}
server = Server(ledger)
bad = bool(missing or stale)
sessions = {}


def visit(visitor):
    """Each visitor signs in once; a row that ends the session names it last."""
    browser = Browser(server)
    if visitor == "keluar":
        return browser
    if visitor not in sessions:
        browser.sign_in("admc" if visitor == "luar" else visitor, "99.02" if visitor == "luar" else "99.01")
        sessions[visitor] = dict(browser.cookies), browser.csrf
    browser.cookies, browser.csrf = dict(sessions[visitor][0]), sessions[visitor][1]
    return browser


try:
    for number, (place, cells) in enumerate(rows, 3):
        faults = []
        for visitor, wanted in zip(VISITORS, cells[4:]):
            if wanted == "-":
                continue
            got, status = outcome(visit(visitor), cells, visitor)
            if got != wanted and not (wanted == "y" and got in "sj"):
                faults.append(f"{visitor}: {wanted} is due, {got} came ({status})")
        bad |= bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} - {place} {cells[0]} {cells[2]}")
        for fault in faults:
            print("#", fault)
finally:
    server.stop()
sys.exit(bad)
