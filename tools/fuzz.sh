#!/bin/sh
# Fuzzes every input format with libFuzzer: fuzz.sh SECONDS_EACH. New inputs that reach new code are kept out of the tree, in build-fuzz/corpus;
# an input that crashes is left beside the message.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ -f build-fuzz/build.ninja ] || CC=clang meson setup build-fuzz -Dbuildtype=debug -Doptimization=1 -Dfuzz=true >/dev/null
ninja -C build-fuzz >/dev/null
status=0
for target in build-fuzz/tests/fuzz/fuzz_*; do
	[ -x "$target" ] && [ -f "$target" ] || continue
	name=${target##*/fuzz_}
	mkdir -p "build-fuzz/corpus/$name"
	if "$target" -max_total_time="$seconds" -timeout=25 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build-fuzz/crash-$name-" \
		"build-fuzz/corpus/$name" "tests/fuzz/corpus/$name" >"build-fuzz/$name.log" 2>&1; then
		echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "build-fuzz/$name.log") runs, no crash"
	else
		echo "$name: CRASHED, see build-fuzz/$name.log"
		status=1
	fi
done
exit $status
