#!/bin/sh
# Static analysis by clang-tidy; its checks are in .clang-tidy.
set -eu
cd "$(dirname "$0")/.."
[ -f build-clang/build.ninja ] || CC=clang meson setup build-clang >/dev/null
ninja -C build-clang >/dev/null
git ls-files 'src/*.c' | xargs -P "$(nproc)" -n 8 clang-tidy --quiet -p build-clang --warnings-as-errors='*' 2>/dev/null
