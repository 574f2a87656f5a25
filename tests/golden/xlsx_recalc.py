#!/usr/bin/env python3
"""The live formulas of our workbooks, computed by LibreOffice, show what we print.

    xlsx_recalc.py FOLDER      FOLDER holds N.xlsx and N.csv of the same reports

Every cached result is taken out of the workbooks first, so that nothing but the formulas can give the figures. LibreOffice then writes
each sheet as text, as shown; columns 4 to 11 of every row of the table must read like our CSV.
"""
import csv
import glob
import os
import re
import subprocess
import sys
import tempfile
import zipfile

AS_SHOWN = "csv:Text - txt - csv (StarCalc):59,34,76"
FIRST, LAST = 3, 11


def strip(source, target):
    """Copies a workbook without the results of its formulas; gives how many formulas it has."""
    n = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part.startswith("xl/worksheets/"):
                data, n = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
                data = data.replace(b' t="str"', b"")
            new.writestr(part, data)
    return n


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        table = [r + [""] * LAST for r in csv.reader(f, delimiter=";")]
    start = max(i for i, r in enumerate(table) if r[0] == "(1)") + 1
    end = next(i for i in range(start, len(table)) if table[i][0] == "JUMLAH TOTAL")
    return [r[FIRST:LAST] for r in table[start:end + 1]]


def text(cell):
    """Our CSV guards a text that looks like a formula with an apostrophe."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell


def compare(name, ours, theirs):
    if len(ours) != len(theirs):
        print(f"{name}: {len(ours)} rows printed, {len(theirs)} in the workbook")
        return 1
    bad = 0
    for i, (a, b) in enumerate(zip(ours, theirs)):
        for k, (x, y) in enumerate(zip(a, b)):
            if text(x) != y:
                bad += 1
                if bad <= 5:
                    print(f"{name}: row {i + 1} column {FIRST + k + 1}: printed {x!r}, computed by LibreOffice {y!r}")
    return bad


def main():
    folder = sys.argv[1]
    books = sorted(glob.glob(os.path.join(folder, "*.xlsx")))
    if not books:
        sys.exit("no workbooks")
    with tempfile.TemporaryDirectory() as work:
        formulas = sum(strip(b, os.path.join(work, os.path.basename(b))) for b in books)
        profile = "-env:UserInstallation=file://" + os.path.join(work, "profile")
        subprocess.run(["soffice", profile, "--headless", "--convert-to", AS_SHOWN, "--outdir", work, *glob.glob(os.path.join(work, "*.xlsx"))],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        bad = 0
        for b in books:
            name = os.path.basename(b)[:-5]
            bad += compare(name, rows(os.path.join(folder, name + ".csv")), rows(os.path.join(work, name + ".csv")))
    print(f"{len(books)} workbooks, {formulas} formulas, {bad} cells differ")
    sys.exit(bad != 0)


main()
