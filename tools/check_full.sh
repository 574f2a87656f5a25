#!/bin/sh
# Everything that takes minutes: sanitizers, clang, valgrind, coverage, static analysis, PDF/A, LibreOffice, fuzzing.
# Each part says what it does; the last line counts the parts.
set -u
cd "$(dirname "$0")/.."
passed=0 failed=0
report=examples/laporan-capaian-2023-12.tsv
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

part() { # part TITLE COMMAND...
	title=$1
	shift
	echo "== $title"
	"$@"
	code=$?
	if [ $code -eq 0 ]; then
		passed=$((passed + 1))
	elif [ $code -eq 77 ]; then
		echo "   skipped"
	else
		failed=$((failed + 1))
		echo "   FAILED: $title"
	fi
}
setup() { # setup BUILD OPTION...
	build=$1
	shift
	[ -f "$build/build.ninja" ] || meson setup "$build" "$@" >/dev/null || return 1
	ninja -C "$build" >"$out/log" 2>&1 || { cat "$out/log"; return 1; }
}
sanitized() {
	setup build-asan -Dbuildtype=debug -Doptimization=1 -Db_sanitize=address,undefined -Db_lundef=false || return 1
	ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 FULL=1 python3 tools/run_tests.py build-asan --timeout-multiplier 10
}
with_clang() {
	[ -f build-clang/build.ninja ] || CC=clang meson setup build-clang >/dev/null || return 1
	ninja -C build-clang >"$out/log" 2>&1 || { cat "$out/log"; return 1; }
	python3 tools/run_tests.py build-clang
}
killed_500() { # after with_clang, which builds it
	FAULT_KILLS=500 build-clang/tests/fault_ledger_mati >"$out/log" 2>&1 || { cat "$out/log"; return 1; }
	grep '^#' "$out/log"
}
valgrind_run() {
	setup build-debug -Dbuildtype=debug || return 1
	valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite build-debug/capaian check "$report" >/dev/null
	[ $? -eq 1 ] || return 1 # 1: findings
	valgrind -q --error-exitcode=9 build-debug/capaian report "$report" -o "$out/a.json" -o "$out/a.xlsx" -o "$out/a.html" -o "$out/a.csv" -o "$out/a.pdf"
}
coverage() {
	setup build-cov -Dbuildtype=debug -Db_coverage=true || return 1
	python3 tools/run_tests.py build-cov --timeout-multiplier 5 >"$out/log" 2>&1 || { tail -5 "$out/log"; return 1; }
	gcovr -r . build-cov --filter 'src/' --print-summary -o "$out/coverage.txt" 2>/dev/null | tail -4
}
preflight() {
	build/capaian report "$report" -o "$out/f4.pdf" && build/capaian report "$report" --paper a4 -o "$out/a4.pdf" && sh tests/golden/preflight.sh "$out/f4.pdf" "$out/a4.pdf"
}
installed() { # a fresh copy of what is committed, without the folders that are already built
	git clone -q . "$out/fresh" && make --no-print-directory -C "$out/fresh" install PREFIX="$out/to" >"$out/log" 2>&1 || { tail -5 "$out/log"; return 1; }
	"$out/to/bin/capaian" --version && for page in man/man1/capaian.1 man/id/man1/capaian.1 bash-completion/completions/capaian.bash; do
		[ -s "$out/to/share/$page" ] || { echo "missing: share/$page"; return 1; }
	done
}
threads() { # the ledger is made by the quick program: only the server is of interest
	setup build-tsan -Dbuildtype=debug -Doptimization=1 -Db_sanitize=thread -Db_lundef=false -Dtests=false || return 1
	CAPAIAN_BUKU=build/capaian python3 tests/web/ramai.py build-tsan/capaian tests/web/hak 30
}
units() {
	command -v systemd-analyze >/dev/null || return 77
	for unit in docs/operasi/*.service docs/operasi/*.timer; do
		sed "s,/usr/local/bin/capaian,$PWD/build/capaian," "$unit" >"$out/${unit##*/}"
	done
	systemd-analyze verify --man=no "$out"/capaian*.service "$out"/capaian*.timer
}
make --no-print-directory all || exit 1
part "make install in a fresh copy" installed
part "all tests under AddressSanitizer and UBSan" sanitized
part "clang" with_clang
part "kill -9 at 500 moments of saves and imports" killed_500
part "valgrind on the main job" valgrind_run
part "PDF/A-1b (PDFBox preflight)" preflight
part "XLSX recalculated by LibreOffice" sh tests/golden/xlsx_recalc.sh build/capaian
part "fuzzing, ${SECONDS_EACH:-60} s a format" sh tools/fuzz.sh "${SECONDS_EACH:-60}"
part "requests that no browser sends, ${SECONDS_EACH:-60} s, under AddressSanitizer" env ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 CAPAIAN_BUKU=build/capaian \
	python3 tests/web/fuzz_http.py build-asan/capaian tests/web/hak "${SECONDS_EACH:-60}"
part "many at once under ThreadSanitizer" threads
part "the nginx example before a real server" python3 tests/web/nginx.py build/capaian docs/operasi/nginx.conf
part "the units of systemd" units
part "static analysis" sh tools/lint.sh
part "coverage" coverage
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
