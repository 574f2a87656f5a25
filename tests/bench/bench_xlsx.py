#!/usr/bin/python3
"""Reading a large workbook, whole processes, beside openpyxl's read-only mode: bench_xlsx.py FOLDER, which holds xlsx_make and xlsx_read.

Both must count the same rows, cells and characters. Fails when openpyxl is less than 6 times slower, or when the memory taken grows with the rows
beyond what the shared strings need."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROWS, ROUNDS, WANTED = 50_000, 3, 6
PEER = """
import sys, openpyxl
rows = cells = characters = 0
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True):
    rows += 1
    cells += len(row)
    characters += sum(len(v) for v in row if isinstance(v, str))
print(rows, cells, characters)
"""


def run(command):
    """Output, seconds and peak MB of one process."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = child.stdout.read().strip()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return output, time.monotonic() - start, usage.ru_maxrss / 1024


def best(command, rounds):
    runs = [run(command) for _ in range(rounds)]
    return min(runs, key=lambda r: r[1])


programs = pathlib.Path(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    made = {}
    for rows in (ROWS // 10, ROWS, ROWS * 4):
        made[rows] = f"{folder}/{rows}.xlsx"
        run([programs / "xlsx_make", str(rows), made[rows]])
    ours = {rows: best([programs / "xlsx_read", path], ROUNDS) for rows, path in made.items()}
    peer = best(["/usr/bin/python3", "-W", "ignore", "-c", PEER, made[ROWS]], ROUNDS)

print(f"xlsx: {ROWS} rows x 10 cells, {ours[ROWS][0]} rows, cells, characters")
print(f"  capaian            {ours[ROWS][1]:8.3f} s {ours[ROWS][2]:8.1f} MB")
print(f"  openpyxl read-only {peer[1]:8.3f} s {peer[2]:8.1f} MB")
ratio = peer[1] / ours[ROWS][1]
print(f"  ratio {ratio:.1f} (at least {WANTED} wanted)")
for rows, (_, seconds, memory) in ours.items():
    print(f"  {rows:7} rows {seconds:8.3f} s {memory:8.1f} MB")

faults = []
if ours[ROWS][0] != peer[0]:
    faults.append(f"the peer counts {peer[0]}")
if ratio < WANTED:
    faults.append(f"less than {WANTED} times faster")
# two texts a row of about 90 characters in all, with pointer and padding about 150 bytes; kept rows would take 10 x 24 bytes more
growth = (ours[ROWS * 4][2] - ours[ROWS][2]) * 1024 * 1024 / (3 * ROWS)
if growth > 200:
    faults.append(f"memory grows by {growth:.0f} bytes a row")
sys.exit("xlsx: " + "; ".join(faults) if faults else 0)
