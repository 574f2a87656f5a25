#!/usr/bin/python3
"""Checking and writing the real report, whole processes: bench_report.py CAPAIAN.

PDF beside LibreOffice converting the same table from XLSX to PDF; XLSX beside openpyxl writing the same cells and LibreOffice converting the same table
from CSV. Best of several runs each, all writing files that were not there before; LibreOffice with a profile that is already there. Fails when a bound is missed."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROUNDS, PEER_ROUNDS = 15, 3
CHECK_MS, PDF_MS, PDF_RATIO, XLSX_MS, MEMORY_MB = 10, 100, 40, 40, 40
REPORT = pathlib.Path(__file__).resolve().parents[2] / "examples/laporan-capaian-2023-12.tsv"
OPENPYXL = """
import sys, openpyxl
old = openpyxl.load_workbook(sys.argv[1]).active
book = openpyxl.Workbook()
new = book.active
start = __import__("time").monotonic()
for row in old.iter_rows():
    for cell in row:
        if cell.value is not None:
            new.cell(cell.row, cell.column, cell.value).number_format = cell.number_format
for area in old.merged_cells.ranges:
    new.merge_cells(str(area))
book.save(sys.argv[2])
print(__import__("time").monotonic() - start)
"""


def run(command, new=None, good=(0,)):
    """Seconds, peak MB, seconds of processor and output of one process, which makes the file `new`."""
    if new:
        pathlib.Path(new).unlink(missing_ok=True)
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if os.waitstatus_to_exitcode(status) not in good:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return time.monotonic() - start, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime, output


def best(command, rounds, new=None, good=(0,)):
    """The quickest run; its processor time is the least of all, which a busy machine disturbs less."""
    runs = [run(command, new, good) for _ in range(rounds)]
    return *min(runs)[:2], min(r[2] for r in runs)


def line(name, seconds, megabytes=None, processor=None):
    print(f"  {name:34}{seconds * 1000:10.1f} ms" + (f"{megabytes:8.1f} MB{processor * 1000:8.1f} ms of processor" if megabytes else ""))


missed = []


def bound(what, value, limit, at_least=False):
    if value < limit if at_least else value > limit:
        missed.append(f"{what}: {value:.1f}, bound {limit}")


capaian = sys.argv[1]
with tempfile.TemporaryDirectory() as folder:
    check = best([capaian, "check", str(REPORT)], ROUNDS, good=(1,))
    ours = {f: best([capaian, "report", str(REPORT), "-o", f"{folder}/a.{f}"], ROUNDS, f"{folder}/a.{f}") for f in ("pdf", "xlsx", "html", "csv", "json", "md")}

    def office(to, source, *extra):
        return ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *extra, "--convert-to", to, "--outdir", f"{folder}/out", source]

    run(office("pdf", f"{folder}/a.xlsx"))
    to_pdf = best(office("pdf", f"{folder}/a.xlsx"), PEER_ROUNDS, f"{folder}/out/a.pdf")[0]
    to_xlsx = best(office("xlsx", f"{folder}/a.csv", "--infilter=CSV:59,34,76"), PEER_ROUNDS, f"{folder}/out/a.xlsx")[0]
    peers = [run(["/usr/bin/python3", "-W", "ignore", "-c", OPENPYXL, f"{folder}/a.xlsx", f"{folder}/b.xlsx"])[3] for _ in range(PEER_ROUNDS)]
    start = best(["/usr/bin/python3", "-c", "import openpyxl"], PEER_ROUNDS)[0]

print("the real report, whole processes")
line("capaian check", *check)
bound("check, ms", check[0] * 1000, CHECK_MS)
bound("memory of check, MB", check[1], MEMORY_MB)
for name, (seconds, megabytes, processor) in ours.items():
    line(f"capaian report -o {name}", seconds, megabytes, processor)
    bound(f"memory of {name}, MB", megabytes, MEMORY_MB)
line("LibreOffice, XLSX to PDF", to_pdf)
line("LibreOffice, CSV to XLSX", to_xlsx)
line("openpyxl, the same cells to XLSX", start + min(map(float, peers)))
pdf, xlsx = ours["pdf"][0], ours["xlsx"][0]
print(f"  PDF {to_pdf / pdf:.0f} times faster than LibreOffice; XLSX {(start + min(map(float, peers))) / xlsx:.0f} times faster than openpyxl, "
      f"{to_xlsx / xlsx:.0f} times faster than LibreOffice")
bound("PDF, ms", pdf * 1000, PDF_MS)
bound("PDF against LibreOffice, times", to_pdf / pdf, PDF_RATIO, at_least=True)
bound("XLSX, ms", xlsx * 1000, XLSX_MS)
for m in missed:
    print(f"  MISSED {m}")
sys.exit(bool(missed))
