#!/usr/bin/env python3
"""What an attacker tries, each as a test, in TAP: serangan.py PROGRAM FOLDER-OF-ROWS REPORT [TEST]."""
import concurrent.futures
import csv
import html.parser
import http.client
import io
import json
import os
import pathlib
import pwd
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.parse
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import A, B, C, Browser, Ledger, Server, password  # noqa: E402

program, folder, report = sys.argv[1:4]
ROWS = [line.split("\t") for path in sorted(pathlib.Path(folder).glob("*.tsv")) for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]
VISITORS = ["keluar", "opa", "opb", "kepa", "kepb", "ver", "pim", "aud", "adm", "luar"]
IDLE_LIMIT = 20  # seconds, peladen.c
EVIL = "https://jahat.example"
XSS = """"'><script>alert(1)</script><img src=x onerror=alert(1)>"""
FORMULA = '=HYPERLINK("http://jahat.example";"x")'
OUTSIDE = {"https://creativecommons.org/licenses/by/4.0/"}  # addresses elsewhere that our pages name on purpose
TESTS = []


class Wrong(Exception):
    pass


def claim(condition, *said):
    if not condition:
        raise Wrong(" ".join(str(s) for s in said))


def test(function):
    TESTS.append(function)
    return function


def place(text):
    return text.replace("$N", "uji").replace("$A", A).replace("$B", B).replace("$C", C).replace("$H", "0" * 64)


def rows(method, visitor=None):
    """(path, body) of the matrix; only those whose use case the visitor may run."""
    for cells in ROWS:
        if cells[0] == method and (visitor is None or cells[4 + VISITORS.index(visitor)] in "yjs"):
            yield place(cells[2]), place(cells[3])


def is_api(path):
    return path.startswith("/api/")


def raw(server, data, wait=5.0, half=False):
    """What comes back for these bytes: (status, head, body); status 0: the connection was closed without a word."""
    with socket.create_connection(("127.0.0.1", server.port), wait) as s:
        s.settimeout(wait)
        try:
            s.sendall(data)
            if half:
                s.shutdown(socket.SHUT_WR)
            got = b""
            while chunk := s.recv(65536):
                got += chunk
        except (TimeoutError, ConnectionError):
            pass
    head, _, body = got.partition(b"\r\n\r\n")
    found = re.match(rb"HTTP/1\.[01] (\d+)", head)
    return (int(found[1]) if found else 0), head.decode("latin-1"), body


def get_raw(server, target, *headers):
    return raw(server, "\r\n".join([f"GET {target} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", *headers, "", ""]).encode("latin-1"))


def multipart(fields, file_field=None, name="a.bin", content=b"", kind="application/octet-stream"):
    mark = "batas-uji"
    out = b"".join(f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items())
    if file_field:
        out += f'--{mark}\r\nContent-Disposition: form-data; name="{file_field}"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'.encode() + content + b"\r\n"
    return out + f"--{mark}--\r\n".encode(), {"Content-Type": f"multipart/form-data; boundary={mark}"}


def send_file(browser, path, name, content, field="berkas", **fields):
    data, headers = multipart({"csrf": browser.csrf, **fields}, field, name, content)
    return browser.request("POST", path, data, headers)


def signed_out(answer):
    return answer[0] == 401 or answer[1].get("location", "").startswith("/masuk")


def peak_memory(server):
    status = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


# ---- changes that another site asks for ----

@test
def a_change_needs_the_token_of_the_session(world):
    for visitor in ("opa", "ver", "adm"):
        browser = world.signed(visitor)
        for path, body in rows("POST", visitor):
            if is_api(path) or body.startswith("@"):
                continue
            for token in ("", "x", browser.csrf[:-1], browser.csrf + "a", world.signed("kepa").csrf):
                data = (f"csrf={urllib.parse.quote(token)}&" if token else "") + ("" if body == "-" else body)
                status, _, _ = browser.request("POST", path, data, {"Content-Type": "application/x-www-form-urlencoded"})
                claim(status in (403, 404), f"{visitor} {path} with token '{token}': {status}")


@test
def a_change_from_another_site_is_refused_even_with_the_token(world):
    for visitor in ("opa", "adm"):
        browser = world.signed(visitor)
        for path, body in rows("POST", visitor):
            if is_api(path) or body.startswith("@"):
                continue
            data = f"csrf={browser.csrf}" + ("" if body == "-" else "&" + body)
            for header, value in (("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", EVIL), ("Origin", "null")):
                status, _, _ = browser.request("POST", path, data, {"Content-Type": "application/x-www-form-urlencoded", header: value})
                claim(status in (403, 404), f"{visitor} {path} with {header}: {value}: {status}")


@test
def nobody_is_signed_in_from_another_site(world):
    for header, value in (("Sec-Fetch-Site", "cross-site"), ("Origin", EVIL)):
        status, headers, _ = Browser(world.server).request("POST", "/masuk", {"pemda": "99.01", "pengguna": "aud", "sandi": password("aud")}, {header: value})
        claim(status == 403 and "set-cookie" not in headers, f"{header}: {status}")
    own = f"http://127.0.0.1:{world.server.port}"
    status, _, _ = Browser(world.server).request("POST", "/masuk", {"pemda": "99.01", "pengguna": "aud", "sandi": password("aud")}, {"Origin": own, "Sec-Fetch-Site": "same-origin"})
    claim(status == 303, f"from our own page: {status}")


@test
def a_text_body_is_no_form(world):
    browser = world.signed("opa")
    status, _, _ = browser.request("POST", "/keluar", f"csrf={browser.csrf}", {"Content-Type": "text/plain"})
    claim(status == 415, status)


# ---- sessions ----

@test
def a_session_planted_before_is_not_taken_over(world):
    browser = Browser(world.server)
    browser.cookies["capaian_sesi"] = planted = "A" * 43
    browser.sign_in("aud")
    claim(browser.cookies["capaian_sesi"] != planted, "the planted one goes on")
    other = Browser(world.server)
    other.cookies["capaian_sesi"] = planted
    claim(signed_out(other.get("/akun")), "the planted one is signed in")


@test
def signing_in_again_ends_the_session_that_the_browser_had(world):
    browser = Browser(world.server).sign_in("aud")
    before = browser.cookies["capaian_sesi"]
    browser.post("/masuk", {"pemda": "99.01", "pengguna": "aud", "sandi": password("aud")})
    other = Browser(world.server)
    other.cookies["capaian_sesi"] = before
    claim(signed_out(other.get("/akun")), "the old one goes on")


@test
def cookies_are_kept_from_scripts_and_other_sites(world):
    for server, forwarded, secure in ((world.server, {}, False), (world.behind, {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}, True)):
        _, headers, _ = Browser(server).request("POST", "/masuk", {"pemda": "99.01", "pengguna": "aud", "sandi": password("aud")}, forwarded)
        cookie = headers.get("set-cookie", "")
        parts = [part.strip() for part in cookie.split(";")]
        claim(parts[0].startswith("capaian_sesi=") and len(parts[0]) >= len("capaian_sesi=") + 43, "no session of 256 bits:", cookie)
        claim("HttpOnly" in parts and "SameSite=Lax" in parts and "Path=/" in parts and ("Secure" in parts) == secure, cookie)
        claim(not any(part.lower().startswith("domain") for part in parts), cookie)


@test
def signing_out_ends_the_session(world):
    browser = Browser(world.server).sign_in("aud")
    before = browser.cookies["capaian_sesi"]
    browser.post("/keluar")
    browser.cookies["capaian_sesi"] = before
    claim(signed_out(browser.get("/akun")), "the session goes on")


@test
def a_disabled_user_is_out_at_once_and_a_new_role_holds_at_once(world):
    admin = world.signed("adm")
    _, _, page = admin.post("/admin/pengguna", {"pengguna": "sementara", "nama": "Sementara", "peran": "admin", "opd": ""})
    secret = re.search(rb'class="c-rahasia"[^>]*>([^<]+)<', page)[1].decode()
    browser = Browser(world.server)
    status, _, _ = browser.post("/masuk", {"pemda": "99.01", "pengguna": "sementara", "sandi": secret})
    claim(status == 303, f"cannot sign in: {status}")
    claim(browser.get("/admin/pengguna")[0] == 200, "an admin may not administer")
    admin.post("/admin/pengguna/sementara/peran", {"peran": "operator", "opd": B})
    claim(browser.get("/admin/pengguna")[0] in (302, 303, 403), "the old role goes on")
    claim(browser.get(f"/isian/{A}/2023/3")[0] in (303, 403), "the old role reads the other agency")
    admin.post("/admin/pengguna/sementara/matikan")
    claim(signed_out(browser.get("/akun")), "the session of a disabled user goes on")


@test
def a_session_of_one_region_reads_nothing_of_another(world):
    browser = world.signed("luar")
    for path, _ in rows("GET"):
        if A in path or B in path:
            status, _, body = browser.get(urllib.parse.quote(path, safe="/?=&%"))
            claim(status in (401, 403, 404) or "?" in path or path.startswith("/publik"), f"{path}: {status}")
            claim(b"Dinas Koperasi" not in body or path.startswith("/publik"), f"{path} names the agency of another region")


# ---- addresses ----

@test
def no_way_leads_to_another_site(world):
    evil = ["//jahat.example", EVIL, "/\\jahat.example", "\\\\jahat.example", "/\tx", "javascript:alert(1)", " //jahat.example", "/a\r\nSet-Cookie: x=1", "/%0d%0aX: y", "///jahat.example"]
    for target in evil:
        browser = Browser(world.server)
        for path, fields in (("/tema", {"tema": "dark"}), ("/bahasa", {"bahasa": "en"}), ("/masuk", {"pemda": "99.01", "pengguna": "aud", "sandi": password("aud")})):
            status, headers, _ = browser.post(path, {**fields, "lanjut": target})
            to = headers.get("location", "")
            claim(status == 303 and to.startswith("/") and not to.startswith("//") and "\\" not in to and "x=1" not in str(headers), f"{path} goes on to {to!r}")
        status, headers, body = Browser(world.server).get("/masuk?lanjut=" + urllib.parse.quote(target))
        for kept in re.findall(r'name="lanjut" value="([^"]*)"', body.decode()):
            claim(kept.startswith("/") and not kept.startswith(("//", "/\\")), f"the form keeps {kept!r} of {target!r}")


@test
def no_path_leaves_the_pages(world):
    for target in ["/../../etc/passwd", "/aset/../../../etc/passwd", "/aset/..%2f..%2f..%2fetc%2fpasswd", "/aset/%2e%2e/%2e%2e/etc/passwd", "/aset/%252e%252e%252fetc/passwd", "//etc/passwd",
                   "/aset/..\\..\\etc\\passwd", "/%00", "/aset/app.css%00.png", "/%c0%ae%c0%ae/etc/passwd", "/%", "/%zz", "/aset/%ff", "/isian/" + A + "%2f..%2f/2023/3", "/aset/%e2%80%ae"]:
        status, head, body = get_raw(world.server, target)
        claim(status in (400, 404, 303) and b"root:" not in body, f"{target}: {status}")
    claim(get_raw(world.server, "http://jahat.example/healthz")[0] in (200, 400, 404), "an absolute address")
    claim(get_raw(world.server, "healthz")[0] == 400, "an address without its slash")


@test
def what_is_written_into_headers_stays_in_its_line(world):
    browser = world.signed("opa")
    for name in ['a"\r\nX-Jahat: 1', "a\nX-Jahat: 1", 'b";filename*=utf-8\'\'x.html', "../../etc/passwd", "c\x00d.txt", "x" * 3000 + ".txt"]:
        send_file(browser, f"/bukti/{A}/2023/3", name.replace('"', "%22"), f"catatan {name!r}".encode(), kode="")
    _, _, page = browser.get(f"/bukti/{A}/2023/3")
    found = set(re.findall(rb"lihat=([0-9a-f]{16})", page))
    claim(found, "no file was taken at all")
    for short in found:
        _, _, seen = browser.get(f"/bukti/{A}/2023/3?lihat={short.decode()}")
        for address in set(re.findall(rf'href="(/bukti/{re.escape(A)}/2023/3/[0-9a-f]{{64}}\?unduh=ya)"', seen.decode())):
            status, headers, _ = browser.get(address)
            claim(status == 200 and "x-jahat" not in headers, address, headers)
            claim(headers["content-disposition"].startswith("attachment") and "/" not in headers["content-disposition"] and len(headers["content-disposition"]) < 700, headers)


# ---- limits of a request ----

@test
def long_addresses_and_headers_are_refused(world):
    for size in (9_000, 40_000, 400_000):
        status, _, _ = get_raw(world.server, "/" + "a" * size)
        claim(status in (404, 414, 431, 400, 0), f"address of {size}: {status}")
    claim(get_raw(world.server, "/masuk", "X-Panjang: " + "a" * 60_000)[0] in (431, 413, 400, 0), "a long header")
    claim(get_raw(world.server, "/masuk", *[f"X-{i}: {'b' * 20}" for i in range(3000)])[0] in (431, 413, 400, 0), "many headers")
    claim(get_raw(world.server, "/masuk", "Cookie: " + "capaian_sesi=x; " * 800)[0] in (200, 431), "many cookies")
    got = get_raw(world.server, "/masuk?" + "a=1&" * 3000)
    claim(got[0] in (200, 414, 431, 400, 0), "many query fields", got[:2])
    claim(world.alive(), "the server is gone")


@test
def bodies_are_bounded_before_they_are_read(world):
    def post(*headers, body=b"", path="/masuk"):
        return raw(world.server, "\r\n".join([f"POST {path} HTTP/1.1", "Host: x", "Connection: close", *headers, "", ""]).encode() + body, 3)[0]

    kind = "Content-Type: application/x-www-form-urlencoded"
    claim(post(kind, "Content-Length: 99999999999") == 413, "a huge body")
    claim(post(kind, "Content-Length: 99999999999", path="/periksa") == 413, "a huge file")
    claim(post(kind, "Content-Length: 18446744073709551617") in (400, 413, 0), "a length beyond 64 bits")
    claim(post(kind, "Content-Length: -5") in (400, 0), "a negative length")
    claim(post(kind, "Content-Length: 5x", body=b"hello") in (400, 0), "a length that is no number")
    claim(post(kind, "Transfer-Encoding: chunked", body=b"5\r\nhello\r\n0\r\n\r\n") == 411, "chunks")
    claim(post(kind, "Content-Length: 5", "Transfer-Encoding: chunked", body=b"5\r\nhello\r\n0\r\n\r\n") in (400, 411, 0), "length and chunks")
    claim(post(kind, "Content-Length: 5", "Content-Length: 6", body=b"helloo") in (400, 403, 422, 0), "two lengths")
    claim(post("Content-Type: text/xml", "Content-Length: 4", body=b"<a/>") == 415, "XML")
    claim(post("Content-Type: multipart/form-data", "Content-Length: 4", body=b"xxxx") == 400, "parts without their boundary")
    claim(post(kind, "Content-Length: 3", body=b"%zz") == 400, "a broken escape")
    claim(post(kind, "Content-Length: 5", body=b"a=%00") == 400, "a NUL")
    fields = b"&".join(b"a%d=" % i for i in range(30_000))
    claim(post(kind, f"Content-Length: {len(fields)}", body=fields) in (400, 413), "30.000 fields")
    claim(world.alive(), "the server is gone")


@test
def uploads_in_flight_are_bounded_together(world):
    held = []
    try:
        refused = 0
        for _ in range(40):
            s = socket.create_connection(("127.0.0.1", world.server.port), 5)
            held.append(s)
            s.sendall(b"POST /periksa HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000000\r\n\r\n--x\r\n")
            s.settimeout(0.15)
            try:
                refused += b" 503 " in s.recv(4096).split(b"\r\n")[0]
            except TimeoutError:
                pass
        claim(refused >= 20, f"only {refused} of 40 uploads of 20 MB at once were put off")
        claim(world.signed("opa").get("/akun")[0] == 200 and Browser(world.server).post("/tema", {"tema": "dark"})[0] == 303, "others are stopped")
    finally:
        for s in held:
            s.close()
    time.sleep(0.5)
    claim(send_file(world.signed("opa"), "/periksa", "a.csv", b"a;b\n1;2\n")[0] in (200, 303, 422), "room is not given back")


@test
def other_methods_are_refused(world):
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "FOO"):
        status, head, body = raw(world.server, f"{method} /masuk HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Rahasia: gema\r\n\r\n".encode())
        claim(status in (400, 404, 405, 501) and b"gema" not in body, f"{method}: {status}")
    claim(get_raw(world.server, "/keluar")[0] == 405, "a change by GET")
    _, head, body = get_raw(world.server, "/masuk")
    status, head2, body2 = raw(world.server, b"HEAD /masuk HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    length = re.search(r"(?i)content-length: (\d+)", head2)
    claim(status == 200 and body2 == b"" and length and int(length[1]) > 500, f"HEAD: {status} {len(body2)} bytes")


# ---- what each answer says of itself ----

def headers_check(path, status, headers, secure):
    csp = headers.get("content-security-policy", "")
    claim("default-src " in csp and "frame-ancestors 'none'" in csp and "object-src 'none'" in csp and "unsafe" not in csp, f"{path} ({status}): {csp}")
    claim(headers.get("x-content-type-options") == "nosniff", f"{path} ({status}): no nosniff")
    claim(headers.get("referrer-policy") in ("same-origin", "no-referrer"), f"{path} ({status}): referrer")
    claim(("strict-transport-security" in headers) == secure, f"{path} ({status}): HSTS")
    claim("server" not in headers and "x-powered-by" not in headers, f"{path} ({status}) names the software")
    claim(status == 304 or "content-type" in headers, f"{path} ({status}): no kind")
    cache = headers.get("cache-control", "")
    claim("set-cookie" not in headers or "public" not in cache, f"{path} ({status}): a cookie in an answer that others keep")


@test
def every_answer_carries_the_headers_that_protect(world):
    for server, forwarded, secure in ((world.server, {}, False), (world.behind, {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}, True)):
        for visitor in (None, "adm", "opa"):
            browser = world.signed(visitor, server) if visitor else Browser(server)
            for path, _ in rows("GET"):
                status, headers, body = browser.request("GET", urllib.parse.quote(path, safe="/?=&%|"), headers=dict(forwarded))
                claim(status < 500, f"{path}: {status}")
                headers_check(path, status, headers, secure)
                if visitor and status == 200 and not path.startswith(("/aset", "/publik", "/api")) and "no-store" not in headers.get("cache-control", ""):
                    claim("private" in headers.get("cache-control", ""), f"{path}: {headers.get('cache-control')} for who is signed in")
            for path, _ in rows("POST"):
                status, headers, _ = browser.request("POST", path, "", {**forwarded, "Content-Type": "application/x-www-form-urlencoded"})
                claim(status < 500, f"{path}: {status}")
                headers_check(path, status, headers, secure)
    for path in ("/tidak/ada", "/%zz"):
        status, headers, _ = Browser(world.server).get(path)
        headers_check(path, status, headers, False)


@test
def counters_are_for_this_machine_only(world):
    claim(Browser(world.server).get("/metrics")[0] == 200, "not even from here")
    claim(Browser(world.behind).get("/metrics", **{"X-Forwarded-For": "203.0.113.9"})[0] == 404, "through the proxy")
    claim(Browser(world.behind).get("/metrics", **{"X-Forwarded-For": "127.0.0.1"})[0] == 404, "through the proxy, with a name that lies")
    claim(Browser(world.server).get("/metrics", **{"X-Forwarded-For": "203.0.113.9"})[0] == 200, "without a proxy the header means nothing")


@test
def the_log_names_nobody(world):
    browser = Browser(world.server).sign_in("aud")
    browser.get(f"/isian/{A}/2023/3?rahasia=kueri-rahasia", **{"User-Agent": "peramban-khas/1.0"})
    time.sleep(0.2)
    text = world.log.read_text()
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    claim(len(lines) > 20, "no log")
    fields = {"waktu", "nomor", "metode", "rute", "status", "bytes", "mikrodetik", "akhir"}
    claim(all(set(line) <= fields for line in lines), "another field:", sorted(set().union(*lines) - fields))
    for secret in ("127.0.0.1", '"aud"', "opa", "kueri-rahasia", "peramban-khas", A, browser.cookies["capaian_sesi"], "rahasia-"):
        claim(secret not in "\n".join(line for line in text.splitlines() if line.startswith("{")), f"the log holds {secret}")


# ---- signing in ----

@test
def nobody_learns_which_users_there_are(world):
    times, pages = {}, {}
    for i in range(5):
        for name in ("pim", "xyz", "mat"):
            browser = Browser(world.behind)
            began = time.monotonic()
            status, _, body = browser.request("POST", "/masuk", {"pemda": "99.01", "pengguna": name, "sandi": "salah-sekali"}, {"X-Forwarded-For": f"198.51.100.{i + 1}"})
            times.setdefault(name, []).append(time.monotonic() - began)
            pages[name] = status, re.sub(rb'"[0-9A-F]{4}"|[0-9A-Za-z_-]{40,}', b"", body.replace(name.encode(), b"NAMA"))
    claim(pages["pim"] == pages["xyz"] == pages["mat"], "the answers differ: a user, none, a disabled one")
    least = [min(times[name]) for name in times]  # the machine may be busy with others
    claim(max(least) < 3 * min(least), f"the times differ: {least}")


@test
def guessing_is_slowed_down(world):
    statuses = []
    for i in range(40):
        status, _, _ = Browser(world.behind).request("POST", "/masuk", {"pemda": "99.01", "pengguna": "korban", "sandi": f"tebak-{i}"}, {"X-Forwarded-For": "203.0.113.77"})
        statuses.append(status)
        if status == 429:
            break
    claim(statuses[-1] == 429 and len(statuses) <= 25, statuses)
    status, _, _ = Browser(world.behind).request("POST", "/masuk", {"pemda": "99.01", "pengguna": "kepb", "sandi": password("kepb")}, {"X-Forwarded-For": "203.0.113.78"})
    claim(status == 303, f"others are shut out with him: {status}")


# ---- what people type, shown again ----

class Marks(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.bad, self.links = [], set()

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        if tag == "script" and not names.get("src"):
            self.bad.append("a script inside the page")
        if any(name.startswith("on") for name in names) or names.get("src") == "x" or "style" in names:
            self.bad.append(f"<{tag} {names}>")
        for name in ("href", "src", "action", "formaction"):
            if names.get(name) not in OUTSIDE and (names.get(name) or "").strip().lower().startswith(("javascript:", "data:", "vbscript:", "//", "http:", "https:")):
                self.bad.append(f"<{tag} {name}={names[name]}>")
        if tag == "a" and (names.get("href") or "").startswith("/"):
            self.links.add(names["href"].split("#")[0])


def crawl(browser, begin, most=250):
    """Every page that can be reached: address -> bytes."""
    todo, seen = list(begin), {}
    while todo and len(seen) < most:
        path = todo.pop(0)
        if path in seen:
            continue
        status, headers, body = browser.get(urllib.parse.quote(path, safe="/?=&%|:;,+"))
        seen[path] = body
        claim(status < 500, f"{path}: {status}")
        if not headers.get("content-type", "").startswith("text/html"):
            continue
        marks = Marks()
        marks.feed(body.decode())
        claim(not marks.bad, f"{path}: {marks.bad[:2]}")
        todo += sorted(marks.links)
    return seen


@test
def nothing_that_people_type_becomes_markup(world):
    ledger = Ledger(program)
    plan = ledger.path / "jahat.csv"
    name = '"' + XSS.replace('"', '""') + '"'
    plan.write_text(f'Kode;Uraian;Indikator;Target;Satuan;Pagu Anggaran\n2.17.01;{name};;;;4.000.000,00\n2.17.01.2.01;{name};;;;4.000.000,00\n'
                    f'2.17.01.2.01.01;{name};{name};10;{name};1.000.000,00\n2.17.01.2.01.02;"{FORMULA.replace(chr(34), chr(34) * 2)}";=1+1;200;@SUM(A1);3.000.000,00\n')
    ledger.run("plan", "import", str(plan), "--opd", A, "--tahun", "2023", "--jenis", "pergeseran", "--nomor", XSS, "--tanggal", "2023-03-01", "--as", "opa", "--apply", at="2023-04-02T08:00", ok=(0, 1))
    server = Server(ledger)
    try:
        admin, operator = Browser(server).sign_in("adm"), Browser(server).sign_in("opa")
        admin.post("/admin/opd", {"opd": A, "nama": XSS, "kode_bidang": "2.17", "nama_bidang": XSS, "tempat": XSS, "kepala_jabatan": XSS, "kepala_nama": XSS, "kepala_pangkat": XSS, "aktif": "ya"})
        admin.post("/admin/pengguna", {"pengguna": "jahat", "nama": XSS, "peran": "auditor", "opd": ""})
        admin.post("/admin/kalender/libur", {"tahun": "2023", "tanggal": "2023-06-01", "nama": XSS})
        for part in ("p", "u"):
            operator.post(f"/isian/{A}/2023/3/narasi", {f"{part}||0": XSS})
        operator.post(f"/isian/{A}/2023/3/jelaskan", {"aturan": "keluaran-penuh", "kode": "", "teks": XSS})
        operator.post(f"/isian/{A}/2023/3/sel", {"sel": "u|2.17.01.2.01.01|0", "nilai": XSS})
        operator.post("/akun/token", {"lingkup": "baca", "nama": XSS, "hari": "1"})
        send_file(operator, f"/bukti/{A}/2023/3", XSS.replace('"', "%22") + ".txt", b"sebuah catatan", kode="")
        verifier = Browser(server).sign_in("ver")
        verifier.post(f"/verifikasi/{A}/2023/2/putusan", {"kode": "2.17.01.2.01.01", "putusan": "perbaiki", "catatan": XSS})
        verifier.post(f"/verifikasi/{A}/2023/2/catatan", {"kode": "2.17.01.2.01.01", "teks": XSS})
        verifier.post(f"/verifikasi/{A}/2023/2/langkah", {"langkah": "kembalikan", "alasan": XSS})
        checked = send_file(operator, "/periksa", XSS.replace('"', "%22") + ".csv", plan.read_bytes())
        begin = ["/", checked[1].get("location", "/periksa"), *[path for path, _ in rows("GET") if not path.startswith("/aset")]]
        shown = 0
        for browser in (operator, verifier, admin, Browser(server)):
            pages = crawl(browser, begin)
            shown += sum(b"&lt;script&gt;alert(1)" in body for body in pages.values())
            for path, body in pages.items():
                claim(b"<script>alert(1)" not in body or path.endswith((".csv", ".json", ".xlsx", ".pdf", "/unduh")), f"{path} shows it as it is")
        claim(shown > 10, f"the text was shown on {shown} pages only")
        world.sheets(operator, checked[1].get("location", ""))
    finally:
        server.stop()


# ---- the public ----

@test
def the_public_sees_locked_months_only(world):
    ledger = Ledger(program)
    where = ["--tahun", "2023", "--as"]
    ledger.run("set", "2.17.01.2.01.01", "987654,32", "--opd", A, "--bulan", "3", *where, "opa", at="2023-04-02T08:00")  # a draft
    ledger.run("reopen", "--opd", B, "--bulan", "1", *where, "ver", "--reason", "RAHASIA-DRAF", at="2023-04-02T09:00")  # published as revision 0; revision 1 is a draft
    ledger.run("set", "3.30.01.2.01.01", "876543,21", "--opd", B, "--bulan", "1", *where, "opb", at="2023-04-02T10:00")
    server = Server(ledger)
    try:
        begin = ["/publik", "/publik/99.01", "/publik/99.01/data", "/publik/99.01/katalog.json"]
        for month in (1, 2, 3, 12):
            begin += [f"/publik/99.01/ringkasan/2023/{month}", *[f"/publik/99.01/data/2023/{month}/rekap.{kind}" for kind in ("csv", "json", "xlsx", "pdf")]]
            for opd in (A, B, C):
                begin += [f"/publik/99.01/laporan/{opd}/2023/{month}", *[f"/publik/99.01/data/2023/{month}/{opd}/laporan.{kind}" for kind in ("csv", "json", "xlsx", "pdf")]]
        for path in begin:
            for visitor in (Browser(server), Browser(server).sign_in("opb")):
                status, headers, body = visitor.get(path)
                claim(status < 500, f"{path}: {status}")
                claim(not (re.search(r"2023/(2|3|12)", path) and "laporan" in path) or status == 404, f"{path} is open: {status}")
                claim(C not in path or status == 404, f"{path} shows another region: {status}")
                if body[:2] == b"PK":
                    with zipfile.ZipFile(io.BytesIO(body)) as z:
                        body = b"".join(z.read(part) for part in z.namelist())
                for secret in (b"987654", b"987.654", b"876543", b"876.543", b"RAHASIA-DRAF", b"Opa", b"Opb"):
                    claim(secret not in body, f"{path} shows {secret.decode()}")
        crawl(Browser(server), ["/publik/99.01"])
        ledger.run("setting", "set", "portal-publik", "tidak", "--as", "adm", at="2023-04-04T08:00")
        for path in begin[1:]:
            claim(Browser(server).get(path)[0] == 404, f"{path} is open although the region closed its portal")
    finally:
        server.stop()


@test
def visitors_check_files_only_where_the_region_lets_them_and_only_so_many(world):
    with tempfile.TemporaryDirectory() as folder:
        ledger = type("One", (), {"program": program, "db": f"{folder}/a.db"})
        base = ["--db", ledger.db]
        subprocess.run([program, "init", ledger.db, "--training", "--pemda", "99.01", "--nama", "Kabupaten Contoh", "--at", "2023-01-02T08:00"], check=True, capture_output=True)
        subprocess.run([program, "user", "add", "adm", *base, "--as", "admin", "--peran", "admin", "--nama", "Adm", "--at", "2023-01-02T09:00"], input=password("adm") + "\n", text=True, check=True,
                       capture_output=True)
        server = Server(ledger, "--behind-proxy", at="2023-01-04T08:00")
        try:
            def visit(address, **fields):
                data, headers = multipart(fields, "berkas", "a.csv", b"a;b\n1;2\n")
                return Browser(server).request("POST", "/periksa", data, {**headers, "X-Forwarded-For": address})[0]

            claim(signed_out(Browser(server).get("/periksa")) and visit("203.0.113.1") == 401, "visitors check files although nobody said so")
            admin = Browser(server).sign_in("adm")
            status, _, _ = admin.post("/admin/pengaturan", {"kunci": "periksa-publik", "nilai": "ya"})
            claim(status == 303, f"the setting is not taken: {status}")
            claim(Browser(server).get("/periksa")[0] == 200, "visitors may not although the region lets them")
            statuses = [visit("203.0.113.2") for _ in range(22)]
            claim(set(statuses[:20]) <= {303, 422} and statuses[20:] == [429, 429], statuses)
            claim(visit("203.0.113.3") in (303, 422), "one who asks too much stops others")
            claim(all(send_file(admin, "/periksa", "a.csv", b"a;b\n1;2\n")[0] in (303, 422) for _ in range(25)), "who is signed in is counted too")
        finally:
            server.stop()


# ---- jobs ----

@test
def a_job_shows_its_owner_what_he_may_see_and_others_nothing(world):
    def bundle(name, month):
        """The files of the job's result, by name."""
        browser = world.signed(name)
        browser.post("/pekerjaan/laporan", {"tahun": "2023", "bulan": str(month)})
        for _ in range(100):
            _, _, page = browser.get("/pekerjaan")
            found = re.findall(rb"/pekerjaan/(\d+)/hasil", page)
            if found:
                break
            time.sleep(0.2)
        claim(found, f"the job of {name} does not end")
        number = max(int(f) for f in found)
        status, headers, body = browser.get(f"/pekerjaan/{number}/hasil")
        claim(status == 200 and headers["content-disposition"].startswith("attachment"), f"{name}: {status}")
        with zipfile.ZipFile(io.BytesIO(body)) as z:
            names = z.namelist()
        claim(not any(n.startswith("/") or ".." in n or "\\" in n for n in names), names)
        return number, names

    number, names = bundle("ver", 2)  # submitted by A
    claim(any("2.17" in n or "Koperasi" in n for n in names), f"the verifier misses the month of A: {names}")
    for name in ("opa", "opb", "pim", "adm", "luar", None):
        browser = world.signed(name) if name else Browser(world.server)
        claim(browser.get(f"/pekerjaan/{number}/hasil")[0] in (303, 401, 403, 404), f"{name} fetches what the verifier made")
    _, names = bundle("opb", 2)
    claim(not any("2.17" in n or "Koperasi" in n for n in names), f"an operator is given the other agency's month that is not approved: {names}")


@test
def copies_are_fetched_by_their_names_only(world):
    admin = world.signed("adm")
    for name in ("..%2fuji.db", "..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "uji.db", ".", "..", "%00", "cadangan-20230405T020000Z.db%00.x"):
        status, head, body = get_raw(world.server, f"/admin/cadangan/{name}", f"Cookie: capaian_sesi={admin.cookies['capaian_sesi']}")
        claim(status in (400, 403, 404) and b"SQLite format" not in body and b"root:" not in body, f"{name}: {status}")


# ---- files ----

@test
def only_evidence_that_is_what_it_says_is_taken(world):
    browser = world.signed("opa")
    kept = f"/bukti/{A}/2023/3"
    bad = {"laporan.pdf": b"<html><script>alert(1)</script></html>", "gambar.pdf": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "alat.pdf": b"MZ\x90\x00" + b"\x00" * 200,
           "alat2.pdf": b"\x7fELF" + b"\x00" * 200, "gambar.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>', "halaman.html": b"<!doctype html><p>x", "makro.txt": b"<script>alert(1)</script>",
           "arsip.xlsx": b"PK\x03\x04" + b"\x00" * 100, "skrip.jpg": b"#!/bin/sh\necho x\n"}
    for name, content in bad.items():
        status, _, _ = send_file(browser, kept, name, content, kode="")
        if status == 303:  # text is taken as text: shown never, handed out as a download
            page = browser.get(kept)[2]
            claim(name.endswith((".txt", ".pdf", ".jpg", ".html", ".svg")), name)
            claim(b"text/plain" in page or b"TXT" in page, f"{name} was taken")
        else:
            claim(status == 422, f"{name}: {status}")
    _, _, page = browser.get(kept)
    for short in set(re.findall(rb"lihat=([0-9a-f]{16})", page)):
        _, _, seen = browser.get(f"{kept}?lihat={short.decode()}")
        for address in set(re.findall(rf"{kept}/[0-9a-f]{{64}}", seen.decode())):
            status, headers, _ = browser.get(address)
            kind = headers["content-type"]
            claim(headers["x-content-type-options"] == "nosniff" and "sandbox" in headers["content-security-policy"], address, headers)
            claim("html" not in kind and "svg" not in kind and "xml" not in kind.replace("openxmlformats", ""), f"{address} as {kind}")
            claim(kind.startswith("image/") or headers["content-disposition"].startswith("attachment"), headers)
    claim(send_file(browser, kept, "besar.txt", b"a" * (11 << 20), kode="")[0] in (413, 422), "a file above the limit")


def bomb(entries=1, megabytes=600):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        z.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        z.writestr("xl/workbook.xml", '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="a" sheetId="1"/></sheets></workbook>')
        for i in range(entries):
            with z.open(f"xl/worksheets/sheet{i + 1}.xml", "w", force_zip64=True) as f:
                f.write(b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
                for _ in range(megabytes):
                    f.write(b"<row><c><v>1</v></c></row>" * 40_000)
    return out.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">' + b"".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 20}">'.encode() for i in range(8)) + b"]><l>&i;</l>"


@test
def a_file_that_unfolds_without_end_is_stopped(world):
    browser = world.signed("opa")
    nested = io.BytesIO()
    with zipfile.ZipFile(nested, "w") as z:
        z.writestr("[Content_Types].xml", LAUGHS)
        z.writestr("xl/workbook.xml", LAUGHS)
        z.writestr("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>')
    for content in (bomb(megabytes=60), nested.getvalue()):
        for path, fields in (("/periksa", {}), ("/impor", {"opd": A, "tahun": "2023", "bulan": "3"})):
            began = time.monotonic()
            status, headers, body = send_file(browser, path, "bom.xlsx", content, **fields)
            if status == 303:
                status, headers, body = browser.get(headers["location"])
            took = time.monotonic() - began
            claim(status in (200, 413, 422), f"{path}: {status}")
            claim(took < 20 and b"root:" not in body, f"{path} took {took:.1f} s")
    claim(peak_memory(world.server) < 700, f"{peak_memory(world.server):.0f} MB")
    claim(world.alive(), "the server is gone")


# ---- many at once ----

@test
def hundreds_of_idle_connections_stop_nobody(world):
    held = []
    try:
        for _ in range(400):
            held.append(socket.create_connection(("127.0.0.1", world.server.port), 5))
        began = time.monotonic()
        claim(world.signed("opa").get("/akun")[0] == 200, "others are stopped")
        claim(time.monotonic() - began < 2, f"others wait {time.monotonic() - began:.1f} s")
    finally:
        for s in held:
            s.close()


@test
def a_rush_of_long_work_is_put_off_in_time(world):
    browser = world.signed("opa")
    big = pathlib.Path(report).read_bytes()

    def ask(_):
        mine = Browser(world.server)
        mine.cookies, mine.csrf = dict(browser.cookies), browser.csrf
        began = time.monotonic()
        status, headers, _ = send_file(mine, "/periksa", "laporan.tsv", big)
        return status, headers.get("retry-after"), time.monotonic() - began

    with concurrent.futures.ThreadPoolExecutor(120) as pool:
        running = [pool.submit(ask, i) for i in range(240)]
        time.sleep(0.3)
        began = time.monotonic()
        claim(Browser(world.server).get("/healthz")[0] == 200 and time.monotonic() - began < 3, "short answers wait for long ones")
        answers = [r.result() for r in running]
    claim({a[0] for a in answers} <= {200, 303, 503}, sorted({a[0] for a in answers}))
    claim(all(a[1] for a in answers if a[0] == 503), "503 without Retry-After")
    claim(any(a[0] != 503 for a in answers), "nobody was served")


@test
def no_answer_of_one_is_shown_to_another(world):
    names = ("opa", "kepa", "ver", "adm")
    paths = [path for path, _ in rows("GET") if not path.startswith(("/aset", "/metrics", "/healthz", "/publik", "/api"))]
    for _ in range(2):  # the second time from what was kept
        for path in paths:
            for name in names:
                status, headers, body = world.signed(name).get(urllib.parse.quote(path, safe="/?=&%|"))
                found = re.search(rb'<meta name="csrf" content="([^"]*)"', body)
                claim(not found or found[1].decode() == world.signed(name).csrf, f"{path}: {name} has the page of somebody else")
            claim(world.signed("opa").csrf.encode() not in Browser(world.server).get(urllib.parse.quote(path, safe="/?=&%|"))[2], f"{path}: a visitor has the page of a user")


@test
def what_fails_inside_tells_nothing_of_the_inside(world):
    ledger = Ledger(program)
    server = Server(ledger)
    try:
        browser = Browser(server).sign_in("opa")
        with open(ledger.db, "r+b") as f:
            f.seek(0, 2)
            size = f.tell()
            for at in range(4096, size, 4096):
                f.seek(at)
                f.write(b"\xa5" * 4096)
        for path in ("/", f"/isian/{A}/2023/3", f"/isian/{A}/2023/1", "/akun", "/masuk", "/healthz", f"/rencana/{A}/2023", "/pengesahan"):
            for visitor in (browser, Browser(server)):
                status, headers, body = visitor.get(path)
                for secret in (ledger.db.encode(), b"SELECT", b"sqlite", b"SQLITE", b"malformed", str(ledger.path).encode(), b".c:"):
                    claim(secret not in body, f"{path} ({status}) says {secret.decode()}")
    finally:
        server.process.kill()
        server.process.wait()


# ---- the process ----

@test
def the_process_gives_up_what_it_does_not_need(world):
    ledger = Ledger(program)
    refused = subprocess.run([program, "serve", "--db", ledger.db, "--listen", "127.0.0.1:0", "--user", "akun-yang-tidak-ada"], capture_output=True, text=True, timeout=20)
    claim(refused.returncode == 2 and "akun-yang-tidak-ada" in refused.stderr, "it serves as somebody who does not exist", refused)
    root = os.getuid() == 0
    if root:
        account = pwd.getpwnam("nobody")
        for path in (ledger.path, *ledger.path.iterdir()):
            os.chown(path, account.pw_uid, account.pw_gid)
    server = Server(ledger, *(["--user", "nobody"] if root else []))
    try:
        claim(Browser(server).sign_in("opa").get("/akun")[0] == 200, "it does not serve")
        facts = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{server.process.pid}/status").read_text().splitlines())
        claim(facts["NoNewPrivs"].split() == ["1"] and facts["Umask"].split() == ["0077"], facts["NoNewPrivs"], facts["Umask"])
        if root:
            claim(set(facts["Uid"].split()) == {str(account.pw_uid)} and set(facts["Gid"].split()) == {str(account.pw_gid)}, facts["Uid"], facts["Gid"])
            claim(int(facts["CapEff"], 16) == 0 and int(facts["CapPrm"], 16) == 0, facts["CapEff"])
            claim("0" not in facts["Groups"].split(), "the groups of root:", facts["Groups"])
    finally:
        server.stop()


# ---- the server for all of them ----

class World:
    def __init__(self):
        self.ledger = Ledger(program)
        self.ledger.run("user", "add", "mat", "--as", "admin", "--peran", "auditor", "--nama", "Mati", stdin="salah-sekali-2\n", at="2023-04-02T08:00")
        self.ledger.run("user", "disable", "mat", "--as", "admin", at="2023-04-02T08:00")
        self.log = self.ledger.path / "log"
        self.server = Server(self.ledger, log=self.log)
        self.behind = Server(self.ledger, "--behind-proxy")
        self.kept = {}

    def signed(self, name, server=None):
        server = server or self.server
        if (name, server.port) not in self.kept:
            user, pemda = ("admc", "99.02") if name == "luar" else (name, "99.01")
            self.kept[name, server.port] = Browser(server).sign_in(user, pemda)
        return self.kept[name, server.port]

    def alive(self):
        return self.server.process.poll() is None and Browser(self.server).get("/healthz")[0] == 200

    def sheets(self, browser, checked):
        """No cell of a download is a formula that somebody typed."""
        found = 0
        for path in [f"/isian/{A}/2023/3/unduh", *[f"{checked}/{name}" for name in ("formulir.csv", "formulir.xlsx", "temuan.csv") if checked],
                     *[f"/laporan/{A}/2023/3.{kind}" for kind in ("csv", "xlsx")]]:
            status, headers, body = browser.get(path)
            if status != 200:
                continue
            found += 1
            if "csv" in headers["content-type"]:
                for line in csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";"):
                    for cell in line:
                        claim(not cell.startswith(("=", "@", "+", "\t", "\r")) and not re.match(r"-[^\d\s]", cell), f"{path}: {cell}")
            if "spreadsheet" in headers["content-type"]:
                with zipfile.ZipFile(io.BytesIO(body)) as z:
                    for part in z.namelist():
                        for formula in re.findall(rb"<f[^>]*>(.*?)</f>", z.read(part), re.S):
                            claim(b"HYPERLINK" not in formula and b"jahat" not in formula, f"{path}: {formula}")
        claim(found >= 3, f"only {found} sheets were given")

    def stop(self):
        return self.server.stop() or self.behind.stop()


class Slow(threading.Thread):
    """Clients that send a byte a second: in the head, and in a body."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.cut = server, {}

    def run(self):
        begin = {"head": b"GET /masuk HTTP/1.1\r\nHost: x\r\nX-A: ", "body": b"POST /masuk HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\na="}
        socks = {}
        for name, data in begin.items():
            socks[name] = socket.create_connection(("127.0.0.1", self.server.port), 5)
            socks[name].sendall(data)
        began = time.monotonic()
        while socks and time.monotonic() - began < 3 * IDLE_LIMIT:
            time.sleep(1)
            for name, s in list(socks.items()):
                try:
                    s.sendall(b"a")
                    s.settimeout(0.05)
                    gone = s.recv(4096) == b""
                except TimeoutError:
                    gone = False
                except OSError:
                    gone = True
                if gone:
                    self.cut[name] = time.monotonic() - began
                    socks.pop(name).close()


def main():
    world = World()
    slow = Slow(world.server)
    slow.start()
    chosen = [t for t in TESTS if len(sys.argv) < 5 or sys.argv[4] in t.__name__]
    print(f"1..{len(chosen) + (len(sys.argv) < 5)}")
    bad = False
    try:
        for number, function in enumerate(chosen, 1):
            try:
                function(world)
                print(f"ok {number} - {function.__name__.replace('_', ' ')}", flush=True)
            except Exception as error:  # noqa: BLE001: a broken test fails like a broken promise
                bad = True
                print(f"not ok {number} - {function.__name__.replace('_', ' ')}")
                print("# " + (str(error) if isinstance(error, Wrong) else traceback.format_exc().replace("\n", "\n# ")), flush=True)
        if len(sys.argv) < 5:
            slow.join()
            late = {name: slow.cut.get(name, 999) for name in ("head", "body")}
            fine = all(at < 2 * IDLE_LIMIT + 5 for at in late.values())
            bad |= not fine
            print(f"{'ok' if fine else 'not ok'} {len(chosen) + 1} - a client that sends a byte a second is cut\n# {late}")
    finally:
        bad |= world.stop() != 0
    sys.exit(bad)


main()
