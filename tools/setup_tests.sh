#!/bin/sh
# A build folder with tests switched on: setup_tests.sh BUILD PREFIX [meson options]
set -eu
build=$1 prefix=$2
shift 2
if [ -f "$build/build.ninja" ]; then
	meson configure "$build" -Dtests=true "$@" >/dev/null
else
	meson setup "$build" --prefix="$prefix" -Dtests=true "$@" >/dev/null
fi
