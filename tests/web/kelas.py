#!/usr/bin/env python3
"""Every class that a page writes is known to a stylesheet or looked for by a script: kelas.py SOURCE. TAP.
Every script is one that node can read (skipped where node is not)."""
import pathlib
import re
import shutil
import subprocess
import sys

WRITES = [r'html_attr\([^,]+, "class", "([^"]*)"', r'html_element\([^,]+, "[a-z0-9]+", "([^"]*)"', r'\bclass=\\"([^"\\]*)\\"']


def classes_known(root):
    css = "".join(path.read_text() for path in (root / "assets/css").glob("*.css"))
    known = set(re.findall(r"\.(-?[A-Za-z_][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", css)))
    known |= set(re.findall(r"\.([a-z][\w-]*)", "".join(path.read_text() for path in (root / "assets/js").rglob("*.js"))))
    tabler = [line for line in (root / "assets/tabler.txt").read_text().splitlines() if line and not line.startswith("#")]
    return lambda name: name in known or any(name == t or (t.endswith("*") and name.startswith(t[:-1])) for t in tabler)


def classes_unknown(root):
    known = classes_known(root)
    for path in sorted((root / "src/web").glob("*.c")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for pattern in WRITES:
                for classes in re.findall(pattern, line):
                    yield from (f"{path.relative_to(root)}:{number}: {name}" for name in classes.split() if not known(name))


def scripts_unreadable(root):
    for path in sorted((root / "assets/js").rglob("*.js")):
        done = subprocess.run(["node", "--check", path], capture_output=True, text=True)
        if done.returncode:
            yield from done.stderr.splitlines()[:4]


def main(source):
    root = pathlib.Path(source)
    print("1..2")
    unknown = list(classes_unknown(root))
    print(("not ok" if unknown else "ok") + " 1 classes of the pages are in the stylesheets")
    unreadable = list(scripts_unreadable(root)) if shutil.which("node") else []
    print(("not ok" if unreadable else "ok") + " 2 scripts can be read" + ("" if shutil.which("node") else " # SKIP no node"))
    for fault in unknown + unreadable:
        print(f"# {fault}")
    return 1 if unknown or unreadable else 0


sys.exit(main(*sys.argv[1:]))
