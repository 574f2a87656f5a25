#!/usr/bin/env python3
"""The nginx example of the documentation before a real server, in TAP: nginx.py PROGRAM CONFIGURATION. Exit code 77 where nginx, curl or openssl is missing."""
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from peladen_uji import Ledger, Server, free_port, password  # noqa: E402

program, configuration = sys.argv[1:3]
if not all(map(shutil.which, ("nginx", "curl", "openssl"))):
    sys.exit(77)
ledger = Ledger(program)
server = Server(ledger, "--behind-proxy")
folder, plain, secure = ledger.path, free_port(), free_port()
subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=capaian.example.go.id", "-keyout", folder / "kunci.pem", "-out", folder / "rantai.pem"],
               check=True, capture_output=True)
text = pathlib.Path(configuration).read_text()
for old, new in (("127.0.0.1:8080;", f"127.0.0.1:{server.port};"), ("listen 80;", f"listen 127.0.0.1:{plain};"), ("listen 443 ", f"listen 127.0.0.1:{secure} "), ("/etc/ssl/capaian", str(folder))):
    if old not in text:
        sys.exit(f"the example has no '{old}'")
    text = text.replace(old, new)
(folder / "capaian.conf").write_text(text)
(folder / "nginx.conf").write_text(f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;\n"
                                   f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; include {folder}/capaian.conf; }}")
folder.chmod(0o755)
nginx = subprocess.Popen(["nginx", "-c", folder / "nginx.conf"])
number = 0
failed = False


def curl(path, *options, port=None, scheme="https"):
    port = port or secure
    done = subprocess.run(["curl", "-sk", "--resolve", f"capaian.example.go.id:{port}:127.0.0.1", "-D", "-", "-o", folder / "body", *options, f"{scheme}://capaian.example.go.id:{port}{path}"],
                          capture_output=True, text=True)
    heads = [head for head in done.stdout.replace("\r", "").split("\n\n") if head.startswith("HTTP/") and " 100" not in head.split("\n")[0]]
    lines = heads[-1].split("\n") if heads else [""]
    return lines[0], {line.split(":", 1)[0].lower(): line.split(":", 1)[1].strip() for line in lines[1:] if ":" in line}


def say(condition, what, *seen):
    global number, failed
    number += 1
    failed |= not condition
    print(f"{'ok' if condition else 'not ok'} {number} - {what}")
    if not condition:
        print("#", *seen)


try:
    for _ in range(100):
        if curl("/healthz")[0]:
            break
        time.sleep(0.1)
    first, head = curl("/masuk", "--http2", "-H", "Accept-Encoding: gzip")
    say(first.startswith("HTTP/2 200"), "pages come over HTTP/2", first)
    say("strict-transport-security" in head and head.get("content-encoding") == "gzip", "with HSTS, compressed once", head)
    page = subprocess.run(["gzip", "-dc", folder / "body"], capture_output=True, text=True).stdout
    asset = re.search(r'href="(/aset/[^"]+\.css)"', page)[1]
    _, head = curl(asset, "-H", "Accept-Encoding: br, gzip")
    say(head.get("content-encoding") == "br" and "immutable" in head.get("cache-control", ""), "files that do not change come as brotli", head)
    first, head = curl("/masuk", "--data-urlencode", "pemda=99.01", "--data-urlencode", "pengguna=opa", "--data-urlencode", f"sandi={password('opa')}", "-H", "Origin: https://capaian.example.go.id")
    say(" 303" in first and "; Secure" in head.get("set-cookie", ""), "signing in gives a cookie for TLS only", first, head)
    cookie = head["set-cookie"].split(";")[0]
    say(" 200" in curl("/akun", "-H", f"Cookie: {cookie}")[0], "and the session holds")
    page = (folder / "body").read_text()
    csrf = re.search(r'<meta name="csrf" content="([^"]*)"', page)[1]
    (folder / "besar.csv").write_text("a;b\n" * 700_000)
    first, _ = curl("/periksa", "-H", f"Cookie: {cookie}", "-F", f"csrf={csrf}", "-F", f"berkas=@{folder}/besar.csv")
    say(" 303" in first or " 422" in first, "a file of 3 MB passes", first)
    (folder / "terlalu.csv").write_bytes(b"a" * (21 << 20))
    first, _ = curl("/periksa", "-H", f"Cookie: {cookie}", "-F", f"csrf={csrf}", "-F", f"berkas=@{folder}/terlalu.csv")
    say(" 413" in first, "one of 21 MB does not", first)
    say(" 404" in curl("/metrics")[0] and " 404" in curl("/metrics", "-H", "X-Forwarded-For: 127.0.0.1")[0], "counters stay inside")
    first, head = curl("/masuk", port=plain, scheme="http")
    say(" 301" in first and head.get("location", "").startswith("https://"), "without TLS one is led to it", first, head)
    tries = [curl("/masuk", "-H", f"X-Forwarded-For: 198.51.100.{i}", "--data", f"pemda=99.01&pengguna=korban{i}&sandi=salah-sekali-{i}")[0] for i in range(24)]
    say(" 429" in tries[-1], "another address in the header is another address to nobody", tries)
    print(f"1..{number}")
finally:
    nginx.terminate()
    nginx.wait(10)
    server.stop()
sys.exit(failed)
