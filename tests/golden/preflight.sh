#!/bin/sh
# Validates PDF files as PDF/A-1b with PDFBox preflight: tests/golden/preflight.sh FILE.pdf...
# Exits 77 (skipped) where Java or PDFBox is missing.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
java_dir=/usr/share/java
path=
for jar in preflight pdfbox2 fontbox2 xmpbox commons-logging; do
	if [ ! -e "$java_dir/$jar.jar" ]; then
		echo "skipped: PDF/A-1b not validated, $java_dir/$jar.jar is missing (package libpdfbox2-java)"
		exit 77
	fi
	path=$path:$java_dir/$jar.jar
done
if ! command -v javac >/dev/null || ! command -v java >/dev/null; then
	echo "skipped: PDF/A-1b not validated, javac is missing (package default-jdk-headless)"
	exit 77
fi
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
javac -d "$classes" -cp "${path#:}" "$here"/tools/preflight/Preflight.java "$here"/tools/preflight/javax/activation/*.java "$here"/tools/preflight/javax/xml/bind/*.java
java -Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog -cp "$classes$path" Preflight "$@"
