#!/usr/bin/env python3
"""Command-line transcripts, in TAP: run.py PROGRAM [FILE.t ...].

A transcript is a text file. `$ command` runs in a fresh folder where `capaian` is the program, `$EXAMPLES` and `$FIXTURES` are the project's
folders, with LANG and LANGUAGE unset. The lines after it are the expected standard output and error together; `[n]` alone is the exit code (0
when absent). In expected lines `...` stands for any text in a line, and a line of `...` alone for any lines. `# ` lines before the first command
are the title."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
here = pathlib.Path(__file__).resolve().parent
files = [pathlib.Path(f) for f in sys.argv[2:]] or sorted(here.glob("*.t"))


def steps(text):
    """(command, expected lines, exit code) of each step."""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append([line[2:], [], 0])
        elif found and re.fullmatch(r"\[\d+\]", line):
            found[-1][2] = int(line[1:-1])
        elif found:
            found[-1][1].append(line)
    for step in found:
        while step[1] and step[1][-1] == "":
            step[1].pop()
    return found


def pattern(lines):
    parts = []
    for line in lines:
        if line == "...":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(r"[^\n]*".join(re.escape(p) for p in line.split("...")) + r"\n")
    return re.compile("".join(parts))


count = failed = 0
for file in files:
    with tempfile.TemporaryDirectory() as folder:
        bin_folder = pathlib.Path(folder) / "bin"
        bin_folder.mkdir()
        (bin_folder / "capaian").symlink_to(program)
        work = pathlib.Path(folder) / "work"
        work.mkdir()
        env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "COLUMNS", "NO_COLOR"))}
        env |= {"PATH": f"{bin_folder}:{env['PATH']}", "EXAMPLES": str(here.parent.parent / "examples"), "FIXTURES": str(here.parent / "fixtures"),
                "SOURCE": str(here.parent.parent)}
        for command, expected, code in steps(file.read_text()):
            count += 1
            run = subprocess.run(["sh", "-c", command], cwd=work, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            output = run.stdout.decode(errors="replace")
            if output and not output.endswith("\n"):
                output += "\n"
            output = re.sub(r"[ \t]+$", "", output, flags=re.M).rstrip("\n")
            output += "\n" if output else ""
            if run.returncode == code and pattern(expected).fullmatch(output):
                print(f"ok {count} - {file.name}: {command}")
                continue
            failed += 1
            print(f"not ok {count} - {file.name}: {command}")
            print(f"# exit {run.returncode}, expected {code}")
            for line in output.splitlines():
                print(f"# | {line}")
print(f"1..{count}")
sys.exit(1 if failed else 0)
