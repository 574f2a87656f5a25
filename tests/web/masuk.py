#!/usr/bin/env python3
"""Signing in, as a browser and as an attacker does it, in TAP: masuk.py PROGRAM"""
import base64
import hashlib
import hmac
import pathlib
import re
import struct
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import Browser, Ledger, Server, password  # noqa: E402

program = sys.argv[1]
ledger = Ledger(program)
server = Server(ledger)
number = 0
failed = False


def check(what, good, detail=""):
    global number, failed
    number += 1
    print(f"{'ok' if good else 'not ok'} {number} - {what}")
    if not good:
        failed = True
        print(f"# {detail}")


def enter(browser, user, word=None, pemda="99.01", **more):
    headers = more.pop("headers", {})
    return browser.post("/masuk", {"pemda": pemda, "pengguna": user, "sandi": word or password(user), **more}, **headers)


def alive(browser):
    return browser.get("/akun")[0] == 200


def text(data):
    return re.sub(r"<[^>]*>", " ", data.decode())


def code_of(secret, when):
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(when) // 30), hashlib.sha1).digest()
    at = digest[19] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000:06d}"


# ---- the way in ----
visitor = Browser(server)
status, headers, _ = visitor.get("/akun?x=1")
check("a visitor is asked to sign in and comes back to where he was going", status == 303 and headers["location"] == "/masuk?lanjut=%2Fakun%3Fx%3D1", headers)
status, headers, data = visitor.get("/masuk?lanjut=%2Fakun")
check("the page asks for region, name and password, and for nothing else to be loaded from elsewhere",
      status == 200 and all(f'name="{f}"' in data.decode() for f in ("pemda", "pengguna", "sandi")) and "default-src 'self'" in headers["content-security-policy"]
      and "<script>" not in data.decode() and " style=" not in data.decode(), data[:400])
status, headers, _ = enter(visitor, "opa", lanjut="/akun?x=1")
cookie = headers.get("set-cookie", "")
check("name and password open a session", status == 303 and headers["location"] == "/akun?x=1", headers)
check("its cookie is out of the scripts' reach and does not travel from other sites", "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie and "Domain" not in cookie, cookie)
check("and it works", alive(visitor))
check("pages of a session are not kept by caches", visitor.get("/akun")[1]["cache-control"] == "private, no-store")
for target in ("https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "/\r\nSet-Cookie: x=1", "http:/evil", "\\\\evil", " /akun"):
    status, headers, _ = enter(Browser(server), "opb", lanjut=target)
    where = headers.get("location", "")
    check(f"going on to {target!r} stays here", status == 303 and where.startswith("/") and not where.startswith(("//", "/\\")) and headers.get("set-cookie", "").startswith("capaian_sesi="), (status, where))

# ---- what a stranger sees ----
same = set()
for user, word in (("opa", "salah"), ("tidak-ada", "salah"), ("adm", "")):
    status, _, data = enter(Browser(server), user, word or "x")
    same.add((status, "tidak cocok" in text(data)))
check("unknown name and wrong password get one answer", same == {(403, True)}, same)
status, _, data = enter(Browser(server), "opa", pemda="99.02")
check("a user of another region is unknown there", status == 403, status)
status, _, data = enter(Browser(server), "<script>alert(1)</script>", "x")
check("what was typed comes back as text", b"<script>alert" not in data and b"&lt;script&gt;" in data)

# ---- plants and forgeries ----
victim = Browser(server)
victim.cookies["capaian_sesi"] = "A" * 43
check("a planted token is nobody", not alive(victim))
enter(victim, "opa")
check("signing in replaces a planted token", victim.cookies["capaian_sesi"] != "A" * 43 and alive(victim))
planted = Browser(server)
planted.cookies["capaian_sesi"] = "A" * 43
check("and the plant stays nobody", not alive(planted))
before = victim.cookies["capaian_sesi"]
victim.get("/akun")
enter(victim, "opa")
old = Browser(server)
old.cookies["capaian_sesi"] = before
check("signing in once more ends the session before", alive(victim) and not alive(old))
victim.get("/akun")
other = Browser(server).sign_in("opb")
check("a change without the session's token is refused", victim.request("POST", "/akun/sesi/lain", {})[0] == 403)
check("a change with another session's token is refused", victim.request("POST", "/akun/sesi/lain", {"csrf": other.csrf})[0] == 403)
check("a change that another site sent is refused", victim.post("/akun/sesi/lain", {}, **{"Sec-Fetch-Site": "cross-site"})[0] == 403)
check("signing in from another site's form is refused", enter(Browser(server), "opa", headers={"Sec-Fetch-Site": "cross-site"})[0] == 403)
check("signing out needs the token as well", victim.request("POST", "/keluar", {})[0] == 403 and alive(victim))

# ---- the end ----
token = victim.cookies["capaian_sesi"]
victim.post("/keluar")
again = Browser(server)
again.cookies["capaian_sesi"] = token
check("signing out ends the session here, not only in the browser", not alive(again) and victim.cookies["capaian_sesi"] == "")
ledger.run("user", "disable", "kepb", "--as", "admin", at="2023-04-06T08:00")
check("a disabled user does not get in", enter(Browser(server), "kepb")[0] == 403)
opb = Browser(server).sign_in("opb")
ledger.run("user", "disable", "opb", "--as", "admin", at="2023-04-06T08:01")
check("a user who is disabled on the command line is out with the next request", not alive(opb))
ver = Browser(server).sign_in("ver")
seen = text(ver.get("/akun")[2])
ledger.run("user", "role", "ver", "--peran", "auditor", "--as", "admin", at="2023-04-06T08:02")
check("another role takes effect with the next request", "Verifikator" in seen and "Auditor" in text(ver.get("/akun")[2]))
pim = Browser(server).sign_in("pim")
ledger.run("user", "reset", "pim", "--as", "admin", at="2023-04-06T08:03", stdin="rahasia yang lain\n")
check("another password, set on the command line, ends the session", not alive(pim))

# ---- another password, by the page ----
first, second = Browser(server).sign_in("kepa"), Browser(server).sign_in("kepa")
status, _, data = first.post("/akun/sandi", {"lama": password("kepa"), "baru": "rahasia yang baru", "ulang": "rahasia yang lain"})
check("two new passwords that differ are refused", status == 422 and alive(second), status)
status, headers, _ = first.post("/akun/sandi", {"lama": password("kepa"), "baru": "rahasia yang baru", "ulang": "rahasia yang baru"})
check("a new password ends the other sessions and keeps this one", status == 303 and alive(first) and not alive(second), status)

# ---- second factor ----
aud = Browser(server).sign_in("aud")
aud.post("/akun/kode/mulai")
page = aud.get("/akun")[2].decode()
secret = re.search(r'<code class="c-rahasia">([A-Z2-7]+)</code>', page)[1]
check("the secret is shown as a drawing and as text", '<path d="M0 0h7v1h-7z' in page and len(secret) == 32)
now = time.time()
status, _, data = aud.post("/akun/kode/aktifkan", {"kode": code_of(secret, now)})
recovery = re.findall(r"<li>([a-z2-9]{5}-[a-z2-9]{5})</li>", data.decode())
check("a right code turns it on and shows ten recovery codes", status == 200 and len(recovery) == 10, (status, len(recovery)))
page = aud.get("/akun")[2].decode()
check("neither secret nor recovery codes are shown again", secret not in page and recovery[0] not in page)


def half_way():
    browser = Browser(server)
    data = enter(browser, "aud")[2].decode()
    return browser, re.search(r'name="tiket" value="([^"]*)"', data)[1]


browser, ticket = half_way()
check("with it a password alone opens nothing", not alive(browser) and "capaian_sesi" not in browser.cookies)
status, _, data = browser.post("/masuk/kode", {"tiket": ticket, "kode": code_of(secret, now)})
check("the code that turned it on is used up", status == 403 and "tidak cocok" in text(data), status)
status, _, _ = browser.post("/masuk/kode", {"tiket": ticket, "kode": code_of(secret, now + 30)})
check("the next code lets in", status == 303 and alive(browser), status)
browser, ticket = half_way()
status, _, _ = browser.post("/masuk/kode", {"tiket": ticket, "kode": code_of(secret, now + 30)})
check("a code that was listened to does not", status == 403 and not alive(browser), status)
status, headers, _ = browser.post("/masuk/kode", {"tiket": ticket, "kode": recovery[2], "lanjut": "/akun"})
check("a recovery code does, once", status == 303 and alive(browser), status)
browser, ticket = half_way()
check("and not twice", browser.post("/masuk/kode", {"tiket": ticket, "kode": recovery[2]})[0] == 403)
check("a ticket of one's own making is none", browser.post("/masuk/kode", {"tiket": "A" * 43, "kode": "000000"})[0] == 404)

# ---- tries ----
statuses = [enter(Browser(server), name, "salah")[0] for name in ("admc", "ADMC", " admc", "Admc ", "admc", "admc")]
check("the sixth wrong password of an account waits, however its name is written", statuses == [403] * 5 + [429], statuses)
status, _, data = enter(Browser(server), "admc", headers={"X-Forwarded-For": "203.0.113.7"})
check("a made-up address does not help, and the page says from when on", status == 429 and re.search(r"Coba lagi pukul \d\d\.\d\d", text(data)), status)
for i in range(40):
    status = enter(Browser(server), f"orang{i}", "salah")[0]
    if status == 429:
        break
check("an address that tries many names waits", status == 429 and i < 25, i)
check("who is in stays in", alive(first))
counts = dict(re.findall(r'capaian_sign_ins_total\{result="(\w+)"\} (\d+)', Browser(server).get("/metrics")[2].decode()))
check("tries are counted for whoever watches", all(int(counts[k]) > 1 for k in ("right", "wrong", "made_to_wait")), counts)
server.stop()

# ---- behind a proxy ----
server = Server(ledger, "--behind-proxy")
tls = {"X-Forwarded-For": "198.51.100.1", "X-Forwarded-Proto": "https"}
status, headers, _ = enter(Browser(server), "opa", headers=tls)
check("under TLS the cookie is for TLS only", "Secure" in headers.get("set-cookie", "") and "strict-transport-security" in headers, headers)
statuses = [enter(Browser(server), f"orang{i}", "salah", headers={"X-Forwarded-For": f"198.51.100.{i}"})[0] for i in range(2, 30)]
check("each address behind the proxy has tries of its own", set(statuses) == {403}, statuses)
server.stop()

# ---- the first admin ----
ledger.run("user", "disable", "admc", "--as", "admin", pemda="99.02", at="2023-04-06T08:05")
server = Server(ledger)
line = server.process.stdout.readline() + server.process.stdout.readline()
links = re.findall(r"/undangan/([\w-]{43})", line)
check("when no active admin has one, a link is shown", len(links) == 1, line)
guest = Browser(server)
status, _, data = guest.get(f"/undangan/{links[0]}")
check("it names the account", status == 200 and "admin" in text(data) and "Kota Sebelah" in text(data), status)
check("a short password is refused", guest.post(f"/undangan/{links[0]}", {"baru": "pendek", "ulang": "pendek"})[0] == 422)
status, headers, _ = guest.post(f"/undangan/{links[0]}", {"baru": "sandi admin baru", "ulang": "sandi admin baru"})
check("a good one is set", status == 303 and headers["location"].startswith("/masuk"), status)
check("the link is used up", guest.get(f"/undangan/{links[0]}")[0] == 404 and guest.post(f"/undangan/{links[0]}", {"baru": "sandi penyusup", "ulang": "sandi penyusup"})[0] == 404)
check("the admin signs in", enter(Browser(server), "admin", "sandi admin baru", pemda="99.02")[0] == 303)
server.stop()
server = Server(ledger)
line = server.process.stdout.readline()
server.process.terminate()
check("after that no link is shown", "/undangan/" not in line + server.process.stdout.read(), line)
print(f"1..{number}")
sys.exit(failed)
