#!/usr/bin/env python3
"""What an admin has set is obeyed by every page, in TAP: pengaturan.py PROGRAM"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import Browser, Ledger, Server  # noqa: E402

ledger = Ledger(sys.argv[1])
server = Server(ledger)
number, failed = 0, False


def check(what, good, detail=""):
    global number, failed
    number += 1
    print(f"{'ok' if good else 'not ok'} {number} - {what}" + ("" if good else f"\n# {detail}"))
    failed |= not good


def setting(name, value):
    ledger.run("setting", "set", name, value, "--as", "admin", at="2023-04-06T08:00")


def upload(browser, path, size):
    mark = "batas"
    body = (f'--{mark}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{browser.csrf}\r\n--{mark}\r\nContent-Disposition: form-data; name="berkas"; filename="a.csv"\r\n\r\n').encode()
    body += b"x" * size + f"\r\n--{mark}--\r\n".encode()
    return browser.request("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})


operator = Browser(server).sign_in("opa")
setting("batas-unggah", "1")
status, _, data = upload(operator, "/periksa", 1024 * 1024 + 1)
check("a file over the limit is refused with both sizes", status == 422 and b"batasnya 1 MB" in data, (status, data[-600:]))
check("one within it is looked at", b"batasnya" not in upload(operator, "/periksa", 1024 * 1024)[2])
visitor = Browser(server)
PORTAL = "/publik/99.01"
LINKS = [f'href="{PORTAL}{rest}"'.encode() for rest in ("", "/ringkasan", "/data")]
page = visitor.request("GET", PORTAL)[2]
check("visitors are shown what is published", all(link in page for link in LINKS), page[:900])
setting("portal-publik", "tidak")
status, _, page = visitor.request("GET", PORTAL)
check("a region that does not publish answers so", status == 404, status)
check("and nothing there leads back to it", not any(link in page for link in LINKS), page[:900])
server.stop()
print(f"1..{number}")
sys.exit(failed)
