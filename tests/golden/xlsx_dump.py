#!/usr/bin/env python3
"""A workbook as text, cell by cell, for comparison: address, style, value, formula; then widths, merges, page setup.

    xlsx_dump.py FILE.xlsx
"""
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def main():
    with zipfile.ZipFile(sys.argv[1]) as z:
        strings = ["".join(t.text or "" for t in si.iter(NS + "t")) for si in ET.fromstring(z.read("xl/sharedStrings.xml"))]
        sheet = ET.fromstring(z.read("xl/worksheets/sheet1.xml"))
        styles = ET.fromstring(z.read("xl/styles.xml"))
        names = ET.fromstring(z.read("xl/workbook.xml")).find(NS + "definedNames")
        core = z.read("docProps/core.xml").decode()
    codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(NS + "numFmt")}
    formats = [codes.get(xf.get("numFmtId"), "General") for xf in styles.find(NS + "cellXfs")]
    for row in sheet.iter(NS + "row"):
        for c in row:
            value, formula = c.find(NS + "v"), c.find(NS + "f")
            if value is None and formula is None:
                continue
            shown = strings[int(value.text)] if c.get("t") == "s" else value.text
            line = f"{c.get('r')}\t{formats[int(c.get('s', 0))]}\t{shown!r}"
            print(line + (f"\t={formula.text}" if formula is not None else ""))
    for tag in ("cols", "mergeCells"):
        for e in sheet.find(NS + tag):
            print(tag, dict(e.attrib))
    for tag in ("pageMargins", "pageSetup", "rowBreaks"):
        e = sheet.find(NS + tag)
        print(tag, dict(e.attrib), [dict(x.attrib) for x in e])
    print(sheet.find(f"{NS}headerFooter/{NS}oddFooter").text)
    for e in names:
        print(e.get("name"), e.text)
    print(re.findall(r"<dcterms:created[^>]*>([^<]*)", core))


main()
