#!/usr/bin/env python3
"""Makes the files that the pages load, and embeds them in the program.

aset.py SOURCE BIN TABLE DEPFILE: takes what SOURCE (assets/) and its npm packages hold, names each file by its content
(capaian.css -> capaian.3f2a91c0.css), compresses it, and writes all bytes into BIN and a C table of them (src/web/aset.h) into
TABLE. The same sources give the same bytes. npm runs only when package-lock.json changed; otherwise nothing is fetched."""
import fcntl
import gzip
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
FONTS = ["source-sans-3-latin-400-normal.woff2", "source-sans-3-latin-600-normal.woff2"]
BROTLI = """const z = require("zlib"), data = require("fs").readFileSync(0);
process.stdout.write(z.brotliCompressSync(data, {params: {[z.constants.BROTLI_PARAM_QUALITY]: 11, [z.constants.BROTLI_PARAM_SIZE_HINT]: data.length}}));"""


def modules_install(source):
    """Brings node_modules to what the lockfile says; a stamp inside it holds the lockfile's hash."""
    modules = source / "node_modules"
    stamp = modules / ".capaian-lock"
    lock = hashlib.sha256((source / "package-lock.json").read_bytes()).hexdigest()
    if not shutil.which("node"):
        sys.exit("The pages are built with node and npm (they are not needed to run). Install them: apt-get install --no-install-recommends nodejs npm")
    with open(source / "package-lock.json") as guard:  # several builds of one checkout at a time
        fcntl.flock(guard, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == lock:
            return modules
        if not shutil.which("npm"):
            sys.exit("The packages of assets/package-lock.json must be fetched once, and npm is not here: apt-get install --no-install-recommends npm")
        done = subprocess.run(["npm", "ci", "--omit=dev", "--ignore-scripts", "--prefer-offline", "--no-fund", "--no-audit"], cwd=source, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"npm ci failed in {source}:\n{done.stdout}{done.stderr}")
        stamp.write_text(lock)
    return modules


def names_read(path):
    return [line.strip() for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]


def sprite_make(names, icons):
    symbols = []
    for name in names:
        svg = (icons / f"{name}.svg").read_text()
        shapes = [re.sub(r"\s+", " ", shape) for shape in re.findall(r"<(?:path|circle|rect|line|polyline|ellipse)\b[^>]*?/>", svg)]
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{"".join(s for s in shapes if "M0 0h24v24H0z" not in s)}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg"><!-- Tabler Icons, MIT -->' + "".join(symbols) + "</svg>\n"


# --- the part of Tabler that is used ---


def rules_split(css):
    """The rules of a stylesheet as (head, body) pairs; the body of @media is again a stylesheet."""
    at, rules = 0, []
    while at < len(css):
        start = css.find("{", at)
        stop = css.find(";", at)
        if start < 0 or (0 <= stop < start):  # @charset "x";
            at = stop + 1 if stop >= 0 else len(css)
            continue
        depth, end, quote = 1, start + 1, ""
        while depth:
            c = css[end]
            if quote:
                quote = "" if c == quote else quote
            elif c in "\"'":
                quote = c
            else:
                depth += {"{": 1, "}": -1}.get(c, 0)
            end += 1
        rules.append((css[at:start].strip(), css[start + 1:end - 1]))
        at = end
    return rules


def selectors_split(head):
    parts, depth, part = [], 0, ""
    for c in head:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(c, 0)
        if c == "," and not depth:
            parts.append(part)
            part = ""
        else:
            part += c
    return parts + [part]


def colours_drop(body):
    """Without the declarations whose colours Chrome 109 does not know: every browser shows what that one shows, and ours are in hex."""
    return ";".join(d for d in re.split(r";(?![^()]*\))", body) if not re.search(r"oklch|oklab|color-mix|light-dark|\bcolor\(|\(from ", d))


def rules_keep(css, wanted):
    kept = []
    for head, body in rules_split(css):
        if head.startswith(("@media", "@supports")):
            inside = rules_keep(body, wanted)
            if inside:
                kept.append(f"{head}{{{inside}}}")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        else:
            used = [s for s in selectors_split(head) if all(wanted(c) for c in re.findall(r"\.(-?[A-Za-z_][\w-]*)", s)) and not re.search(r"\[class|\[data-(theme|vc|bs-navbar|bs-layout)", s)]
            body = colours_drop(body)
            if used and body:
                kept.append(f"{','.join(used)}{{{body}}}")
    return "".join(kept)


def variables_drop(css, others):
    """Without the custom properties that nothing reads and the animations that nothing names, until none is left."""
    while True:
        read = set(re.findall(r"var\((--[\w-]+)", css + others))
        less = re.sub(r"(?<=[{;])(--[\w-]+):[^;}]*(;|(?=\}))", lambda m: m.group(0) if m.group(1) in read else "", css)
        less = re.sub(r"[^{}]*\{\}", "", less)
        moved = [(h, b) for h, b in rules_split(less) if h.startswith("@keyframes") and not re.search(rf"animation[^;}}]*\b{re.escape(h.split()[1])}\b", less)]
        for head, body in moved:
            less = less.replace(f"{head}{{{body}}}", "")
        if less == css:
            return css
        css = less


def tabler_take(css, names, others):
    licence = re.search(r"/\*!.*?\*/", css, re.S).group(0)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    exact = {n for n in names if not n.endswith("*")}
    begins = tuple(n[:-1] for n in names if n.endswith("*"))
    return licence + variables_drop(rules_keep(css, lambda c: c in exact or (begins and c.startswith(begins))), others) + "\n"


def dark_follow(css):
    """The dark tokens once more for a reader who chose nothing and whose system is dark."""
    tokens = re.search(r"^\[data-bs-theme=dark\]\{.*?\}", css, re.S | re.M).group(0)
    return css.replace(tokens, tokens + "\n@media (prefers-color-scheme:dark){" + tokens.replace("[data-bs-theme=dark]", ":root:not([data-bs-theme])", 1) + "}", 1)


def css_shrink(css):
    css = re.sub(r"/\*(?!!).*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*\n\s*", "\n", css).strip() + "\n"


# --- names, compression, embedding ---


def fingerprinted(logical, data):
    stem, dot, suffix = logical.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}{dot}{suffix}"


def files_collect(source, modules):
    """Logical name -> bytes. Stylesheets last, since they name the others."""
    files = {name: (modules / "@fontsource/source-sans-3/files" / name).read_bytes() for name in FONTS}
    files["htmx.js"] = (modules / "htmx.org/dist/htmx.min.js").read_bytes()
    files["ikon.svg"] = sprite_make(names_read(source / "ikon.txt"), modules / "@tabler/icons/icons/outline").encode()
    for path in sorted(source.glob("*.svg")) + sorted((source / "js").glob("*.js")):
        files[path.name] = path.read_bytes()
    for folder in sorted(path for path in (source / "js").iterdir() if path.is_dir()):  # one script of several files, in the order of their names
        files[folder.name + ".js"] = b"".join(path.read_bytes() for path in sorted(folder.glob("*.js")))
    order = {"capaian.css": 0, "layar.css": 2, "cetak.css": 3}  # tokens first; narrow screens and print have the last word
    own = "".join(path.read_text() for path in sorted((source / "css").glob("*.css"), key=lambda p: (order.get(p.name, 1), p.name)))
    tabler = tabler_take((modules / "@tabler/core/dist/css/tabler.min.css").read_text(), names_read(source / "tabler.txt"), own)
    files["capaian.css"] = (tabler + dark_follow(css_shrink(own))).encode()
    return files


def addresses_rewrite(css, hashed):
    def one(match):
        name = match.group(1).strip("\"'")
        if name.startswith("data:"):
            return match.group(0)
        if name not in hashed:
            sys.exit(f"aset: a stylesheet names {name}, which is not among the files")
        return f"url({hashed[name]})"

    return re.sub(r"url\(((?:\"[^\"]*\"|'[^']*'|[^)\"']*))\)", one, css.decode()).encode()


def compressed(data, cache):
    """gzip and brotli, from the cache of earlier builds where it has them."""
    kept = [cache / f"{hashlib.sha256(data).hexdigest()}.{kind}" for kind in ("gz", "br")]
    if not all(path.exists() for path in kept):
        br = subprocess.run(["node", "-e", BROTLI], input=data, capture_output=True, check=True).stdout
        cache.mkdir(exist_ok=True)
        kept[0].write_bytes(gzip.compress(data, 9, mtime=0))
        kept[1].write_bytes(br)
    return [path.read_bytes() for path in kept]


def write_if_new(path, data):
    if not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)


def main(source, binary, table, depfile):
    source, binary, table, depfile = map(pathlib.Path, (source, binary, table, depfile))
    modules = modules_install(source)
    files = files_collect(source, modules)
    hashed = {name: fingerprinted(name, data) for name, data in files.items() if not name.endswith(".css")}
    files = {name: addresses_rewrite(data, hashed) if name.endswith(".css") else data for name, data in files.items()}
    hashed |= {name: fingerprinted(name, files[name]) for name in files if name.endswith(".css")}
    quoted, blob, rows = json.dumps, b"", []
    for name in sorted(files, key=lambda n: hashed[n]):
        data = files[name]
        suffix = pathlib.PurePath(name).suffix
        variants = [data] + ([b"", b""] if suffix == ".woff2" else compressed(data, binary.parent / "aset.cache"))
        cells = []
        for variant in variants:
            cells.append(f"aset_bytes + {len(blob)}, {len(variant)}" if variant else "NULL, 0")
            blob += variant
        etag = quoted(f'"{hashlib.sha256(data).hexdigest()[:16]}"')
        rows.append(f"\t{{{quoted(hashed[name])}, {quoted(TYPES[suffix])}, {etag}, {', '.join(cells)}}},")
    addresses = [f"\t{{{quoted(name)}, {quoted('/aset/' + hashed[name])}}}," for name in sorted(files)]
    icons = [f"\t{quoted(name)}," for name in sorted(names_read(source / "ikon.txt"))]
    write_if_new(binary, blob)
    write_if_new(table, "\n".join([
        f"/* {hashlib.sha256(blob).hexdigest()}: compiled anew when the bytes change */",
        '#include "web/aset_tabel.h"',
        f'__asm__(".section .rodata, \\"a\\"\\n.balign 16\\n.global aset_bytes\\naset_bytes:\\n.incbin \\"{binary.resolve()}\\"\\n.byte 0\\n.previous\\n");',
        "const Aset aset_tabel[] = {", *rows, "};", f"const size_t aset_tabel_n = {len(rows)};",
        "const AsetAlamat aset_alamat[] = {", *addresses, "};", f"const size_t aset_alamat_n = {len(addresses)};",
        "const char *const aset_ikon[] = {", *icons, "};", f"const size_t aset_ikon_n = {len(icons)};", ""]).encode())
    inputs = [source / "js", source / "css", *sorted((source / "js").rglob("*")), *sorted((source / "css").iterdir()),
              *sorted(path for path in source.iterdir() if path.suffix in (".svg", ".txt", ".json"))]
    depfile.write_text(f"{table} {binary}: {' '.join(str(path) for path in inputs)}\n")


main(*sys.argv[1:])
