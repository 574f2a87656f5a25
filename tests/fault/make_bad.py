#!/usr/bin/env python3
"""Makes files that are no report, in all the ways that files go wrong: make_bad.py FOLDER GOOD.tsv"""
import io
import os
import pathlib
import random
import struct
import sys
import zipfile
import zlib

folder = pathlib.Path(sys.argv[1])
good = pathlib.Path(sys.argv[2]).read_bytes()
BOOK = "<workbook><sheets><sheet name='Data' id='a'/></sheets></workbook>"
RELS = "<R><Relationship Id='a' Type='/worksheet' Target='sheet.xml'/></R>"


def put(name, content):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def packed(*parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def workbook(sheet, *more):
    return packed(("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", RELS), ("xl/sheet.xml", sheet), *more)


def entry(name, data, crc, size, method, offset):
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, method, 0, 0x5021, crc, len(data), size, len(name), 0) + name + data
    central = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, method, 0, 0x5021, crc, len(data), size, len(name), 0, 0, 0, 0, 0, offset) + name
    return local, central


def bombs(size):
    """A sheet of `size` blanks, once with the true unpacked size in the directory and once with a small one."""
    deflate, crc, body = zlib.compressobj(6, zlib.DEFLATED, -15), 0, b""
    for chunk in [b"<worksheet>"] + [b" " * (1 << 20)] * (size >> 20):
        crc = zlib.crc32(chunk, crc)
        body += deflate.compress(chunk)
    body += deflate.flush()
    for claimed in (size + len(b"<worksheet>"), 1000):
        out, directory = b"", b""
        for name, data, check, length, method in (
            (b"xl/workbook.xml", BOOK.encode(), zlib.crc32(BOOK.encode()), len(BOOK), 0),
            (b"xl/_rels/workbook.xml.rels", RELS.encode(), zlib.crc32(RELS.encode()), len(RELS), 0),
            (b"xl/sheet.xml", body, crc, claimed, 8),
        ):
            local, central = entry(name, data, check, length, method, len(out))
            out, directory = out + local, directory + central
        yield out + directory + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 3, 3, len(directory), len(out), 0)


def utf16(text):
    return text.encode("utf-16-le")


OLE2 = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 504
rows = "".join(f"<row r='{i}'><c r='A{i}' t='str'><v>{i * 7919 % 1000}</v></c></row>" for i in range(1, 3000))
table = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
whole = workbook(table)
noise = random.Random(1).randbytes(200_000)

put("empty.csv", b"")
put("blank.csv", b"\xEF\xBB\xBF \r\n\t\r\n")
put("binary.csv", noise)
put("utf32.csv", "KODE,NAMA\n".encode("utf-32"))
put("prose.txt", "Rapat dimulai pukul sembilan.\nSemua hadir.\n")
put("other.csv", "nama;umur\nAyu;30\nMade;41\n")
put("cp1252.csv", "nama;harga\nkopi \x96 teh;3 \x80\n".encode("latin-1"))
put("half-report.tsv", good[: good.index(b"KODE PROGRAM")])
put("long-line.csv", b"x," * 9_000_000)
put("quote.csv", b'a,"' + b"b\n" * 2_000_000)

put("cut.xlsx", whole[: len(whole) // 2])
put("cut-end.xlsx", whole[:-10])
put("head-only.xlsx", whole[:30])
put("flipped.xlsx", whole[:900] + bytes([whole[900] ^ 0x55]) + whole[901:])
for name, content in zip(("bomb.xlsx", "bomb-lying.xlsx"), bombs(1 << 29)):
    put(name, content)
put("many-parts.xlsx", packed(*((f"p{i}", "") for i in range(5000))))
put("deep.xlsx", workbook("<worksheet>" + "<a>" * 100_000))
put("laughs.xlsx", workbook("<!DOCTYPE w [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12)) + "]><w>&a11;</w>"))
put("names.xlsx", workbook("<w>" + "".join(f"<n{i}/>" for i in range(50_000)) + "</w>"))
put("tag.xlsx", workbook("<w a='" + noise.hex() * 8 + "'/>"))
put("wide.xlsx", workbook("<w><sheetData>" + "".join(f"<row><c r='XFD{i}'><v>{i * 2654435761}</v></c></row>" for i in range(1, 3000)) + "</sheetData></w>"))
put("merges.xlsx", workbook("<w><sheetData><row><c><v>1</v></c><c r='XFD1'><v>2</v></c></row></sheetData>" +
                            "".join(f"<mergeCell ref='A1:XFC{i}'/>" for i in range(1, 9000)) + "</w>"))
put("encoding.xlsx", workbook("<?xml version='1.0' encoding='EBCDIC-77'?><w/>"))
put("no-sheet.xlsx", packed(("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", RELS)))
put("not-report.xlsx", whole)

put("word.xlsx", packed(("word/document.xml", "<w/>")))
put("calc.ods", packed(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", "<m/>"), ("content.xml", "<c/>")))
put("binary.xlsb", packed(("xl/workbook.bin", "x")))
put("photos.zip", packed(("a.jpg", "x")))
put("old.xls", OLE2 + utf16("Workbook"))
put("locked.xlsx", OLE2 + utf16("EncryptedPackage"))
put("web.xls", "<html><table><tr><td>KODE</td></tr></table></html>")
put("scan.pdf", b"%PDF-1.7\n" + noise)
put("photo.jpg", b"\xFF\xD8\xFF\xE0" + noise)

put("cut.json", '{"policy": {"name": "Bawaan"}, "rows": [{"level": "prog')
put("other.json", '{"files": [], "summary": {"error": 0}}')
put("shape.json", '{"head": {"form": "laporan-capaian"}, "rows": [\n{"level": "program", "pagu": 5}]}')
put("deep.json", '{"a":' + "[" * 1_000_000)
put("numbers.json", '{"a": [' + "1," * 3_900_000 + "1]}")
put("large.json", '{"a": "' + "x" * (9 << 20) + '"}')

os.truncate(os.open(folder / "sparse.xlsx", os.O_CREAT | os.O_RDWR), 10 << 30)
os.mkdir(folder / "folder.xlsx")
os.mkfifo(folder / "pipe.csv")
os.symlink("circle.csv", folder / "circle.csv")
put("closed.csv", good)
os.chmod(folder / "closed.csv", 0)
