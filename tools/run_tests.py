#!/usr/bin/env python3
"""Runs the tests of a build folder and counts their cases: run_tests.py BUILD [meson test options].

Last line: `N passed, N failed` (cases that were skipped are named and follow as `N skipped`)."""
import json
import pathlib
import re
import subprocess
import sys

build, options = pathlib.Path(sys.argv[1]), sys.argv[2:]
run = subprocess.run(["meson", "test", "-C", str(build), "--print-errorlogs", *options])
log = build / "meson-logs" / "testlog.json"
passed = failed = skipped = 0
for line in log.read_text().splitlines():
    test = json.loads(line)
    output = test.get("stdout", "")
    good = re.findall(r"(?m)^ok\b(.*)$", output)
    skips = [g for g in good if re.search(r"#\s*skip", g, re.I)]
    bad = re.findall(r"(?m)^not ok\b", output)
    for skip in skips:
        print(f"skipped: {test['name']}:{skip}")
    passed += len(good) - len(skips)
    skipped += len(skips)
    failed += len(bad)
    if test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and not bad:
        failed += 1
        print(f"failed as a whole: {test['name']} ({test['result']})")
if passed + failed == 0 or (run.returncode and not failed):
    failed += 1
print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
sys.exit(1 if failed else 0)
