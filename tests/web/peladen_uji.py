"""A small ledger with two regions and a server on it, for the tests of the web: the pages as a browser asks for them, without one.

Region 99.01: agencies A (2.17...) and B (3.30...), both with a plan of 2023; January of A is approved, February submitted, March has entries; January of B is
approved. Region 99.02: agency C. Users of every role; the password of NAME is rahasia-NAME-2023."""
import html
import http.client
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

A, B, C = "2.17.0.00.0.00.01.0000", "3.30.0.00.0.00.02.0000", "1.01.0.00.0.00.03.0000"
USERS = [("99.01", "opa", "operator", A), ("99.01", "opb", "operator", B), ("99.01", "kepa", "kepala", A), ("99.01", "kepb", "kepala", B), ("99.01", "ver", "verifikator", ""),
         ("99.01", "pim", "pimpinan", ""), ("99.01", "aud", "auditor", ""), ("99.01", "adm", "admin", ""), ("99.02", "opc", "operator", C), ("99.02", "admc", "admin", "")]
PLAN = """Kode;Uraian;Indikator;Target;Satuan;Pagu Anggaran
{p};1 Program Penunjang;;;;4.000.000,00
{p}.2.01;1.1 Kegiatan Perencanaan;;;;4.000.000,00
{p}.2.01.01;1.1.1 Penyusunan Dokumen;Jumlah Dokumen;10;Dokumen;1.000.000,00
{p}.2.01.02;1.1.2 Survei;Jumlah Responden;200;Orang;3.000.000,00
"""


def password(user):
    return f"rahasia-{user}-2023"


class Ledger:
    """The ledger in a folder of its own."""

    def __init__(self, program):
        self.program, self.folder = program, tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        self.db = str(self.path / "uji.db")
        self.build()

    def run(self, *words, at="2023-01-02T08:00", pemda="99.01", stdin=None, ok=(0,)):
        done = subprocess.run([self.program, "--lang", "en", *words, "--db", self.db, "--pemda", pemda, "--at", at], input=stdin, text=True, capture_output=True)
        if done.returncode not in ok:
            raise SystemExit(f"{' '.join(words)}: {done.returncode} {done.stderr}{done.stdout}")
        return done.stdout

    def build(self):
        init = [self.program, "init", self.db, "--training", "--at", "2023-01-02T08:00"]
        for pemda, name in (("99.01", "Kabupaten Contoh"), ("99.02", "Kota Sebelah")):
            subprocess.run([*init, "--pemda", pemda, "--nama", name], check=True, capture_output=True)
        for pemda, code, name in (("99.01", A, "Dinas Koperasi"), ("99.01", B, "Dinas Perdagangan"), ("99.02", C, "Dinas Pendidikan")):
            self.run("opd", "add", code, "--as", "admin", "-s", f"nama={name}", "-s", "tempat=Contoh", "-s", "kepala_nama=Kepala Contoh", "-s", "kepala_jabatan=Kepala Dinas,", pemda=pemda)
        for pemda, user, role, opd in USERS:
            words = ["user", "add", user, "--as", "admin", "--peran", role, "--nama", user.capitalize()] + (["--opd", opd] if opd else [])
            self.run(*words, pemda=pemda, stdin=password(user) + "\n")
        for pemda, code, user in (("99.01", A, "opa"), ("99.01", B, "opb"), ("99.02", C, "opc")):
            plan = self.path / f"{user}.csv"
            plan.write_text(PLAN.format(p=code[:4] + ".01"))
            self.run("plan", "import", str(plan), "--opd", code, "--tahun", "2023", "--nomor", "DPA/1", "--as", user, "--apply", pemda=pemda, at="2023-01-03T08:00")
        self.month(A, 1, "opa", "kepa", "2023-02-0")
        self.month(B, 1, "opb", "kepb", "2023-02-1")
        self.enter(A, 2, "opa", "2023-03-01T08:00")
        self.run("submit", "--opd", A, "--tahun", "2023", "--bulan", "2", "--as", "opa", at="2023-03-02T08:00")
        self.enter(A, 3, "opa", "2023-04-01T08:00")

    def enter(self, opd, month, user, at):
        sub = opd[:4] + ".01.2.01."
        for code, values in ((sub + "01", (80000 * month, 1 * month)), (sub + "02", (240000 * month, 16 * month))):
            where = ["--opd", opd, "--tahun", "2023", "--bulan", str(month), "--as", user]
            self.run("set", code, str(values[0]), *where, at=at)
            self.run("set", code, str(values[1]), "--indikator", "1", *where, at=at)

    def month(self, opd, month, user, head, when):
        where = ["--opd", opd, "--tahun", "2023", "--bulan", str(month)]
        self.enter(opd, month, user, f"{when}1T08:00")
        self.run("submit", *where, "--as", user, at=f"{when}2T08:00")
        self.run("verify", *where, "--as", "ver", at=f"{when}3T08:00")
        self.run("approve", *where, "--as", head, at=f"{when}4T08:00")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, ledger, *options, at="2023-04-05T10:00", host="127.0.0.1", log=None):
        self.port = free_port()
        self.log = pathlib.Path(log or tempfile.mkstemp(prefix="log", dir=pathlib.Path(ledger.db).parent)[1])
        self.process = subprocess.Popen([ledger.program, "serve", "--db", ledger.db, "--listen", f"{host}:{self.port}", *(["--at", at] if at else []), *options],
                                        stdout=subprocess.PIPE, stderr=open(self.log, "wb"), text=True)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("the server does not start")

    def stop(self):
        """The exit code; what a sanitizer or an assertion said goes to standard error."""
        self.process.terminate()
        code = self.process.wait(60)
        said = [line for line in self.log.read_text(errors="replace").splitlines() if not line.startswith("{")]
        if any(mark in line for line in said for mark in ("Sanitizer", "runtime error", "Assertion")):
            print("\n".join(said[:200]), file=sys.stderr)
            code = code or 70
        return code


class Browser:
    """One visitor: keeps cookies, knows the csrf token of the last page."""

    def __init__(self, server):
        self.port, self.cookies, self.csrf = server.port, {}, ""

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = dict(headers or {})
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if isinstance(body, dict):
            body = urllib.parse.urlencode(body)
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        data = answer.read()
        for key, value in answer.getheaders():
            if key.lower() == "set-cookie":
                name, _, rest = value.partition("=")
                self.cookies[name] = rest.split(";")[0]
        connection.close()
        found = re.search(rb'<meta name="csrf" content="([^"]*)"', data)
        if found:
            self.csrf = html.unescape(found[1].decode())
        return answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), data

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def post(self, path, fields=None, **headers):
        return self.request("POST", path, {"csrf": self.csrf, **(fields or {})}, headers)

    def sign_in(self, user, pemda="99.01"):
        status, headers, _ = self.post("/masuk", {"pemda": pemda, "pengguna": user, "sandi": password(user)})
        if status != 303:
            raise SystemExit(f"{user} cannot sign in: {status}")
        self.get("/akun")
        return self
