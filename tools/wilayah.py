#!/usr/bin/env python3
"""Makes data/wilayah.tsv out of an unpacked npm package idn-area-data: wilayah.py PACKAGE/data > data/wilayah.tsv

Run by hand when the official list changes (docs/decisions); the build only embeds the result."""
import csv
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
version = json.loads((folder.parent / "package.json").read_text())["version"]


def rows(name):
    return list(csv.DictReader((folder / name).open(encoding="utf-8")))


provinces, regencies = rows("provinces.csv"), rows("regencies.csv")
table = []
for p in provinces:
    own = p["name"].startswith("Daerah Istimewa")  # the law does not call it a province
    table.append((p["code"], "provinsi", p["name"] if own else "Provinsi " + p["name"]))
for r in regencies:
    table.append((r["code"], r["name"].split()[0].lower(), r["name"]))
table.sort()

assert len(provinces) == 38 and len(regencies) == 514 and len({code for code, _, _ in table}) == 552
assert {level for _, level, _ in table} == {"provinsi", "kabupaten", "kota"}
assert {r["code"][:2] for r in regencies} == {p["code"] for p in provinces}

print(f"# Codes, levels and names of the 38 provinces and 514 kabupaten/kota of Indonesia: code<TAB>level<TAB>name.")
print(f"# Made by tools/wilayah.py from the npm package idn-area-data {version} (https://github.com/fityannugroho/idn-area-data).")
print("# Contains information from idn-area-data, which is made available here under the Open Database License (ODbL) 1.0,")
print("# https://opendatacommons.org/licenses/odbl/1-0/. This file alone is under that licence; the program is not.")
for row in table:
    print("\t".join(row))
