#!/bin/sh
# bench_report.sh BUILD: the real report as PDF, XLSX and the rest, whole processes, beside LibreOffice and openpyxl (bench_report.py).
set -e
build=${1:?a build folder}
exec /usr/bin/python3 "$(dirname "$0")/bench_report.py" "${CAPAIAN:-$build/capaian}"
