#!/usr/bin/env python3
"""Every message exists in Indonesian and English, in TAP: i18n.py SOURCE."""
import ast
import pathlib
import re
import subprocess
import sys
import tempfile

source = pathlib.Path(sys.argv[1])


def messages(text):
    """msgid -> msgstr of a catalogue, without its header."""
    found = {}
    for block in re.split(r"\n\s*\n", text):
        entry, field = {"msgid": "", "msgstr": ""}, None
        for line in block.splitlines():
            match = re.match(r'(?:(msgid|msgstr) )?(".*")$', line)
            if match:
                field = match[1] or field
                entry[field] += ast.literal_eval(match[2])
        if entry["msgid"]:
            found[entry["msgid"]] = entry["msgstr"]
    return found


def verdict(number, what, faults):
    print(f"{'not ok' if faults else 'ok'} {number} - {what}")
    for fault in faults:
        print("#", fault.replace("\n", "\\n"))
    return bool(faults)


with tempfile.TemporaryDirectory() as folder:
    pot = pathlib.Path(folder) / "capaian.pot"
    files = sorted(str(p) for p in source.glob("src/**/*.[ch]"))
    subprocess.run(["xgettext", "--from-code=UTF-8", "--language=C", "--keyword=teks:2", "--keyword=TEKS:1", "--keyword=T:2", "--omit-header", f"--output={pot}", *files],
                   check=True)
    keys = messages(pot.read_text())
catalogue, faults, twice = {}, [], []
for part in sorted(source.glob("po/id/*.po")):
    found = messages(part.read_text())
    twice += [f"{part.name}: {key}" for key in found if key in catalogue]
    catalogue |= found
    faults += subprocess.run(["msgfmt", "--check-format", "-o", "/dev/null", str(part)], stderr=subprocess.PIPE, text=True).stderr.splitlines()
print("1..4")
bad = verdict(1, "every message of the source has an Indonesian text", [k for k in keys if not catalogue.get(k)])
bad |= verdict(2, "the formats of both languages agree", faults)
bad |= verdict(3, "the catalogue holds no message that the program no longer has", [k for k in catalogue if k not in keys])
bad |= verdict(4, "no message stands in two parts of the catalogue", twice)
sys.exit(bad)
