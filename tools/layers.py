#!/usr/bin/env python3
"""Holds the #include lines against the table of layers (docs/architecture.md), so that picture and code cannot drift.

layers.py SRC STAMP: every project header may be included only by layers that may see it, and each foreign library's header
by exactly one file. Writes STAMP when all is well."""
import pathlib
import re
import sys

SEES = {
    "base": set(),
    "domain": {"base"},
    "engine": {"base", "domain"},
    "document": {"base", "domain", "engine"},
    "report": {"base", "domain", "engine"},
    "store": {"base", "domain"},
    "app": {"base", "domain", "engine", "document", "report", "store"},
    "cli": {"base", "domain", "app"},
    "web": {"base", "domain", "app"},
    "main": {"base", "cli"},
}
DOORS = {("cli", "web/peladen.h")} # the command that starts the server
C_LIBRARY = {
    "assert", "ctype", "errno", "fcntl", "inttypes", "limits", "locale", "math", "signal", "stdarg", "stdbool", "stddef", "stdint", "stdio",
    "pthread", "stdlib", "string", "time", "unistd", "sys/ioctl", "sys/mman", "sys/resource", "sys/stat", "sys/types", "stdnoreturn", "stdalign", "libgen",
    "dirent", "strings", "netdb", "sys/random", "sys/socket", "stdatomic", "errno",
}
GENERATED = {"sql_embed.h": "store"}
# Nothing of the world in the pure layers.
PURE_FORBIDS = {"fcntl", "unistd", "time", "sys/stat", "sys/mman", "stdio", "dirent", "signal", "locale", "math"}


def main(source, stamp):
    faults, foreign = [], {}
    for path in sorted(pathlib.Path(source).rglob("*.[ch]")):
        name = path.relative_to(source).as_posix()
        layer = name.split("/")[0] if "/" in name else "main"
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = re.match(r'\s*#\s*include\s+([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            kind, header = match.groups()
            place = f"{name}:{number}"
            if kind == '"':
                target = GENERATED.get(header, header.split("/")[0])
                if target != layer and target not in SEES[layer] and (layer, header) not in DOORS:
                    faults.append(f"{place}: {layer} may not include {header}")
                continue
            stem = header.removesuffix(".h")
            if stem in C_LIBRARY:
                if layer in ("domain", "engine") and stem in PURE_FORBIDS:
                    faults.append(f"{place}: {layer} is pure and may not include <{header}>")
                continue
            foreign.setdefault(header, set()).add(name)
    for header, users in foreign.items():
        if len(users) > 1:
            faults.append(f"<{header}> is included by several files: {', '.join(sorted(users))}")
    if faults:
        sys.exit("\n".join(faults))
    pathlib.Path(stamp).write_text("layers hold\n")


main(*sys.argv[1:])
