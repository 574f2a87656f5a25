#!/usr/bin/env python3
"""api.py CAPAIAN SOURCE: the interface for programs on a running server with the demo year - the table of routes and data/openapi.json name the same addresses,
every answer is what the document says, and the curl examples of docs/api.md work as they stand there. Output in TAP."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import skema

CAPAIAN, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
OPD = "2.17.3.30.3.31.01.0000"
NOW = "2024-01-31T10:00"
CELL = f"/api/v1/opd/{OPD}/sel/2023/12/2.17.01.2.01.01/uang/0"
WHY = "Salah ketik"
DOCUMENT = json.loads((SOURCE / "data/openapi.json").read_text())
results = []


def report(name, faults):
    results.append(not faults)
    print(f"{'not ok' if faults else 'ok'} {len(results)} - {name}")
    for fault in faults[:20]:
        print(f"#   {fault}")
    sys.stdout.flush()


def routes():
    found = set()
    for path in sorted((SOURCE / "src/web").glob("hal_api*.c")):
        for method, pattern, traits in re.findall(r'\{METODE_(\w+), "(/api/[^"]*)", \w+, ([^}]*)\}', path.read_text()):
            assert "RUTE_API" in traits, pattern
            found.add((method.lower(), pattern))
    return found


def described():
    return {(method, path) for path, item in DOCUMENT["paths"].items() for method in item}


class Server:
    def __init__(self, folder):
        self.folder = folder
        self.db = folder / "buku.db"
        environment = {**os.environ, "CAPAIAN": str(CAPAIAN), "LANGUAGE": "id"}
        subprocess.run(["sh", str(SOURCE / "examples/tahun-contoh.sh"), str(self.db)], env=environment, check=True, stdout=subprocess.DEVNULL, cwd=SOURCE)
        self.token = {user: self.run("token", "new", "--user", user, "--scope", scope, "--at", NOW).strip()
                      for user, scope in [("sri", "isi"), ("made", "semua"), ("kadis", "baca")]}
        self.process = None

    def run(self, *arguments):
        return subprocess.run([str(CAPAIAN), *arguments, "--db", str(self.db)], check=True, capture_output=True, text=True).stdout

    def start(self):
        port = 18000 + os.getpid() % 2000
        for port in range(port, port + 20):
            self.process = subprocess.Popen([str(CAPAIAN), "serve", "--db", str(self.db), "--at", NOW, "--listen", f"127.0.0.1:{port}"],
                                            stdout=subprocess.PIPE, stderr=open(self.folder / "serve.log", "w"), text=True)
            if self.process.stdout.readline():
                self.url = f"http://127.0.0.1:{port}"
                return
            self.process.wait()
        raise SystemExit("no port is free")

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=40)

    def ask(self, method, path, user="made", body=None, headers={}):
        data = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        request = urllib.request.Request(self.url + path, method=method.upper(), data=data, headers={"Content-Type": "application/json", **headers})
        if user:
            request.add_header("Authorization", "Bearer " + self.token.get(user, user))
        try:
            answer = urllib.request.urlopen(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        return Answer(answer)


class Answer:
    def __init__(self, answer):
        self.status, self.headers, self.bytes = answer.status, answer.headers, answer.read()
        self.kind = (answer.headers["Content-Type"] or "").split(";")[0]

    @property
    def json(self):
        return json.loads(self.bytes)


def operation_of(method, path):
    """The described operation that a path falls under."""
    plain = path.split("?")[0]
    for pattern, item in DOCUMENT["paths"].items():
        expression = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(pattern))
        if method in item and re.fullmatch(expression, plain):
            return pattern, item[method]
    raise KeyError(path)


SEEN = set()


def check(server, method, path, status=200, **more):
    """Asks, and holds the answer against the document."""
    answer = server.ask(method, path, **more)
    pattern, operation = operation_of(method, path)
    SEEN.add((method, pattern))
    faults = [] if answer.status == status else [f"{method} {path}: {answer.status} instead of {status}: {answer.bytes[:300]!r}"]
    described = operation["responses"].get(str(answer.status))
    if not described:
        return answer, faults + [f"{method} {path}: the document does not know status {answer.status}"]
    content = described.get("content", {})
    if content and answer.kind not in content and "*/*" not in content:
        faults.append(f"{method} {path}: {answer.kind} is not in the document")
    elif answer.kind.endswith("json"):
        schema = (content.get(answer.kind) or content.get("*/*"))["schema"]
        faults += [f"{method} {path}: {fault}" for fault in skema.faults(answer.json, schema, DOCUMENT)] if answer.kind in content else []
    elif not content and answer.bytes:
        faults.append(f"{method} {path}: a body that the document does not know")
    return answer, faults


def reading(server):
    month = f"/api/v1/opd/{OPD}/%s/2023/12"
    paths = ["/api/v1", "/api/v1/openapi.json", "/api/v1/saya", "/api/v1/opd", f"/api/v1/opd/{OPD}", "/api/v1/status/2023", "/api/v1/jejak?dari=2&batas=50",
             month % "laporan", month % "laporan" + "?revisi=1", month % "laporan" + "?per=2023-06-01", month % "temuan", f"/api/v1/opd/{OPD}/rencana/2023",
             f"/api/v1/opd/{OPD}/rencana/2023?versi=1", month % "langkah", month % "rfk", "/api/v1/rekap/2023/12", "/api/v1/rfk/2023/12", month % "sel",
             month % "sel" + "/2.17.01.2.01.01/uang/0", month % "sel" + "/2.17.01.2.01.01/volume/1", month % "sel" + "/-/permasalahan/0",
             month % "sel" + "/2.17.01.2.01.01/volume/1/riwayat", CELL]
    paths += [month % "laporan" + "/berkas." + form for form in ["pdf", "xlsx", "csv", "html", "md", "json"]]
    faults = []
    for path in paths:
        if "per=" in path: # the month was not begun then: no plan, or no figures
            faults += check(server, "get", path)[1]
            continue
        answer, wrong = check(server, "get", path)
        faults += wrong
        if not answer.headers["ETag"]:
            faults.append(f"{path}: no ETag")
        elif server.ask("get", path, headers={"If-None-Match": answer.headers["ETag"]}).status != 304:
            faults.append(f"{path}: not 304 when nothing changed")
    report("reading: every answer is as the document says, and has a tag that spares sending it again", faults)


def pages(server):
    whole = server.ask("get", f"/api/v1/opd/{OPD}/sel/2023/12?batas=1000").json
    rows, path, steps, faults = [], f"/api/v1/opd/{OPD}/sel/2023/12?batas=50&per=2024-01-31", 0, []
    while path and steps < 100:
        answer, wrong = check(server, "get", path)
        faults += wrong
        rows += answer.json["data"]
        path, steps = answer.json["berikut"], steps + 1
        if path and f"<{path}>" not in answer.headers["Link"]:
            faults.append("the header Link names another address")
    if rows != whole["data"] or len(rows) != whole["jumlah"] or steps != -(-len(rows) // 50):
        faults.append(f"{len(rows)} rows in {steps} parts, {whole['jumlah']} in one")
    numbers = []
    path = "/api/v1/jejak?batas=1000"
    while path:
        answer = server.ask("get", path).json
        numbers += [entry["id"] for entry in answer["data"]]
        path = answer["berikut"]
    if numbers != list(range(1, answer["jangkar"]["id"] + 1)):
        faults.append("the chain read in parts is not whole")
    report("lists: all rows, each once, in parts", faults)


def same_as_commands(server):
    faults = []
    for path, command in [(f"/api/v1/opd/{OPD}/laporan/2023/12", ["report", "--opd", OPD, "--tahun", "2023", "--bulan", "12", "-o", "x.json"]),
                          ("/api/v1/rekap/2023/12", ["rekap", "--tahun", "2023", "--bulan", "12", "-o", "y.json"])]:
        subprocess.run([str(CAPAIAN), *command, "--db", str(server.db)], cwd=server.folder, check=True, capture_output=True)
        printed, answered = json.loads((server.folder / command[-1]).read_text()), server.ask("get", path).json
        for row in printed["rows"] + answered["rows"]:
            row.pop("days_late", None) # by the clock of who asks
        if printed != answered:
            faults.append(path)
    report("the same figures as the commands print", faults)


def refusals(server):
    month = f"/api/v1/opd/{OPD}/%s/2023/%s"
    faults = []
    cases = [
        ("get", "/api/v1/saya", 401, {"user": None}), ("get", "/api/v1/saya", 401, {"user": "cpn_" + "x" * 43}), ("get", "/api/v1/opd?batas=0", 422, {}),
        ("get", "/api/v1/opd?mulai=-1", 422, {}), ("get", "/api/v1/opd/9.99", 404, {}), ("get", month % ("laporan", 13), 404, {}),
        ("get", month % ("laporan", 12) + "?revisi=9", 404, {}), ("get", month % ("laporan", 12) + "?per=kemarin", 422, {}), ("get", "/api/v1/jejak", 403, {"user": "sri"}),
        ("get", month % ("laporan", 12) + "/berkas.exe", 404, {}), ("get", month % ("sel", 12) + "/9.99/uang/0", 404, {}), ("get", month % ("sel", 12) + "/2.17.01.2.01.01/uang/1", 404, {}),
        ("get", month % ("sel", 12) + "/2.17.01.2.01.01/volume/99", 404, {}), ("put", CELL, 403, {"user": "made", "body": {"nilai": "1"}}),
        ("put", CELL, 403, {"user": "kadis", "body": {"nilai": "1"}}), ("put", CELL, 422, {"user": "sri", "body": {}}), ("put", CELL, 422, {"user": "sri", "body": {"nilai": 12}}),
        ("put", CELL, 422, {"user": "sri", "body": {"nilai": "1", "lain": "2"}}), ("put", CELL, 422, {"user": "sri", "body": {"nilai": "1.000,00"}}),
        ("put", CELL, 422, {"user": "sri", "body": {"nilai": "1,5"}}), ("put", CELL, 422, {"user": "sri", "body": {"nilai": "1.005"}}), ("put", CELL, 422, {"user": "sri", "body": ["nilai"]}),
        ("put", CELL, 422, {"user": "sri", "body": b"{"}), ("put", CELL, 422, {"user": "sri", "body": {"nilai": "-1"}}), ("put", CELL, 422, {"user": "sri", "body": {"nilai": "a\u0000b"}}),
        ("put", CELL, 415, {"user": "sri", "body": b"nilai=1", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}),
        ("put", CELL, 422, {"user": "sri", "body": {"nilai": "1"}, "headers": {"If-Match": "baru"}}),
        ("put", month % ("sel", 12) + "/2.17.01.2.01.01/uang/0", 422, {"user": "sri", "body": {"nilai": "1"}}), # locked
        ("put", "/api/v1/opd/4.01.0.00.0.00.01.0000/sel/2023/12/2.17.01.2.01.01/uang/0", 404, {"user": "sri", "body": {"nilai": "1"}}),
        ("post", month % ("langkah", 12), 422, {"body": {"langkah": "hapus"}}), ("post", month % ("langkah", 12), 422, {"body": {"langkah": "buka"}}),
        ("post", month % ("langkah", 12), 403, {"user": "sri", "body": {"langkah": "buka", "alasan": "coba"}}), ("post", month % ("penjelasan", 12), 422, {"user": "sri", "body": {"aturan": "x", "teks": "y"}}),
        ("post", "/api/v1/periksa", 422, {"body": b"bukan laporan"}),
    ]
    for method, path, status, more in cases:
        answer, wrong = check(server, method, path, status, **more)
        faults += wrong
        if answer.kind != "application/problem+json":
            faults.append(f"{method} {path}: {answer.kind} for {answer.status}")
        elif status == 422 and "detail" not in answer.json:
            faults.append(f"{method} {path}: nothing says what is wrong")
    for path, status in [("/api/v1/tidak-ada", 404), ("/api/v2", 404)]:
        answer = server.ask("get", path)
        if answer.status != status or answer.kind != "application/problem+json":
            faults.append(f"{path}: {answer.status} {answer.kind}")
    refused = server.ask("delete", "/api/v1/opd")
    if refused.status != 405 or refused.headers["Allow"] != "GET, HEAD":
        faults.append(f"DELETE /api/v1/opd: {refused.status}, Allow {refused.headers['Allow']}")
    named = server.ask("put", CELL, "sri", {"nilai": "1", "lain": "2"}).json["detail"]
    if "'lain'" not in named:
        faults.append(f"an unknown field is not named: {named}")
    report("refusals: problems that say what is wrong, with the status that the document has", faults)


def saving(server):
    faults = []

    def expect(condition, text):
        if not condition:
            faults.append(text)

    falls, wrong = check(server, "put", CELL, 422, user="sri", body={"nilai": "1"})
    faults += wrong
    expect("246.396.436,00" in falls.json["detail"] or "turun" in falls.json["detail"], falls.bytes)
    first, wrong = check(server, "put", CELL, user="sri", body={"nilai": "1234567.50", "alasan": WHY})
    faults += wrong
    expect(first.json["nilai"] == "1234567.50" and first.json["baru"], first.bytes)
    tag = first.headers["ETag"]
    expect(tag == f'"{first.json["fakta"]}"', "the tag is not the number of the fact")
    read, wrong = check(server, "get", CELL)
    faults += wrong
    expect(read.json["nilai"] == "1234567.50" and read.json["oleh"] == "sri" and read.headers["ETag"] == tag, read.bytes)
    again = server.ask("put", CELL, "sri", {"nilai": "1234567.50"}, {"If-Match": tag})
    expect(again.status == 200 and not again.json["baru"] and again.headers["ETag"] == tag, "the same value was written twice")
    second = server.ask("put", CELL, "sri", {"nilai": "2000000", "alasan": WHY}, {"If-Match": tag})
    expect(second.status == 200 and second.headers["ETag"] != tag, second.bytes)
    conflict, wrong = check(server, "put", CELL, 412, user="sri", body={"nilai": "3"}, headers={"If-Match": tag})
    faults += wrong
    if conflict.status == 412:
        expect(conflict.json["milik_anda"]["nilai"] == "3.00" and conflict.json["tersimpan"]["nilai"] == "2000000.00", conflict.bytes)
        expect(conflict.headers["ETag"] == second.headers["ETag"], "the refusal does not give the present tag")
    expect(server.ask("get", CELL).json["nilai"] == "2000000.00", "a refused value was saved")
    blank, wrong = check(server, "put", CELL, user="sri", body={"nilai": None})
    faults += wrong
    expect(blank.json["isi"] == "kosong" and blank.json["nilai"] is None, blank.bytes)
    zero, wrong = check(server, "put", CELL, user="sri", body={"nilai": "0", "alasan": WHY})
    faults += wrong
    expect(zero.json["isi"] == "nihil", zero.bytes)
    volume = CELL.replace("/uang/0", "/volume/1")
    for text, kept in [("1.234", "1.234"), ("12.5", "12.5"), ("1234567", "1234567")]: # three decimals are no group of thousands
        answer, wrong = check(server, "put", volume, user="sri", body={"nilai": text, "alasan": WHY})
        faults += wrong
        expect(answer.status == 200 and answer.json["nilai"] == kept, answer.bytes)
    text, wrong = check(server, "put", CELL.rsplit("/", 3)[0] + "/-/permasalahan/0", user="sri", body={"nilai": "Lelang diulang.\nMenunggu."})
    faults += wrong
    expect(text.json["nilai"] == "Lelang diulang.\nMenunggu.", text.bytes)
    history, wrong = check(server, "get", CELL + "/riwayat")
    faults += wrong
    expect([step["nilai"] for step in history.json["riwayat"]][-4:] == ["1234567.50", "2000000.00", None, "0.00"], history.bytes)
    expect({step["sumber"] for step in history.json["riwayat"][-4:]} == {"api"}, "the history does not say that a program saved")
    report("saving: tags, conflicts with both values, blank and zero, numbers that mean one thing", faults)


def cycle(server):
    month = f"/api/v1/opd/{OPD}/%s/2023/12"
    faults = []
    opened, wrong = check(server, "post", month % "langkah", user="made", body={"langkah": "buka", "alasan": "Salah ketik"})
    faults += wrong
    if opened.status == 200 and (opened.json["keadaan"], opened.json["terkunci"]) != ("draf", False):
        faults.append(opened.bytes)
    faults += check(server, "post", month % "penjelasan", 204, user="sri", body={"aturan": "keluaran-penuh", "teks": "Tagihan menyusul."})[1]
    faults += check(server, "post", month % "langkah", 403, user="sri", body={"langkah": "ajukan"})[1] # the scope isi does not submit
    report("the cycle: a step, an explanation, and what a scope leaves out", faults)


def checking(server):
    file = (SOURCE / "examples/laporan-capaian-2023-12.tsv").read_bytes()
    raw, faults = check(server, "post", "/api/v1/periksa?nama=laporan.tsv", body=file, headers={"Content-Type": "text/tab-separated-values"})
    form = b'--XX\r\nContent-Disposition: form-data; name="berkas"; filename="laporan.tsv"\r\n\r\n' + file + b"\r\n--XX--\r\n"
    parted, wrong = check(server, "post", "/api/v1/periksa", body=form, headers={"Content-Type": "multipart/form-data; boundary=XX"})
    faults += wrong
    if raw.json != parted.json or raw.json["files"][0]["computed"]["rata_rata"] != "96.79":
        faults.append(f"the check says {raw.bytes[:200]!r}")
    report("checking: a file as the body and as part of a form", faults)


def examples(server):
    """docs/api.md: each line that begins with "$ " is run, what stands below it must be printed ("..." for any text)."""
    environment = {**os.environ, "CAPAIAN_URL": server.url, "TOKEN": server.token["sri"], "LANGUAGE": "id", "PATH": f"{CAPAIAN.parent}:{os.environ['PATH']}"}
    text, faults, n = (SOURCE / "docs/api.md").read_text(), [], 0
    for block in re.findall(r"^```\n(\$ .*?)^```$", text, re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            lines = part.split("\n")
            last = next(i for i, line in enumerate(lines) if not line.endswith("\\"))
            command, expected = "\n".join(lines[:last + 1]), "\n".join(lines[last + 1:]).strip()
            if command.startswith("capaian token") or command.startswith("export"):
                continue # done by the test for its own ledger
            n += 1
            got = subprocess.run(["bash", "-c", command], env=environment, cwd=SOURCE, capture_output=True, text=True, timeout=60)
            printed = got.stdout.replace("\r", "").strip()
            expression = ".*?".join(re.escape(piece) for piece in expected.split("..."))
            if got.returncode or not re.fullmatch(expression, printed, re.S):
                faults.append(f"$ {command}\n# expected {expected!r}\n# got      {printed[:1500]!r} {got.stderr!r}")
    if n < 5:
        faults.append(f"only {n} examples were found")
    report("the examples of docs/api.md", faults)


def main():
    report("the document names the routes, and the routes stand in the document",
           [f"only in the routes: {r}" for r in sorted(routes() - described())] + [f"only in the document: {r}" for r in sorted(described() - routes())])
    with tempfile.TemporaryDirectory() as folder:
        server = Server(pathlib.Path(folder))
        server.start()
        try:
            for part in [reading, pages, same_as_commands, refusals, cycle, examples, saving, checking]:
                part(server)
            missed = described() - SEEN
            report("every operation was tried", [f"not tried: {m}" for m in sorted(missed)])
        finally:
            code = server.stop()
        report("the server ends in peace, its ledger whole", [] if code == 0 and subprocess.run([str(CAPAIAN), "audit", "verify", "--db", str(server.db)], capture_output=True).returncode == 0 else [f"exit code {code}"])
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


sys.exit(main())
