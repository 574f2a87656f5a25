#!/bin/sh
# Installs the Debian packages that the named purposes need and the machine lacks: install.sh build test ...
# Says what it installs; asks nothing.
set -eu
here=$(dirname "$0")
missing=
for purpose in "$@"; do
	for package in $(sed -n "s/^$purpose //p" "$here/packages"); do
		case $package in *\?*) ! command -v "${package#*\?}" >/dev/null || continue; package=${package%\?*} ;; esac
		case " $missing " in *" $package "*) continue ;; esac
		dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
	done
done
[ -n "$missing" ] || exit 0
echo "Installing:$missing"
as_root=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null || { echo "These packages need root, and sudo is not here. As root run: apt-get install$missing" >&2; exit 1; }
	as_root=sudo
fi
log=$(mktemp)
run() {
	$as_root env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 || { cat "$log" >&2; echo "failed: $*" >&2; exit 1; }
}
run apt-get update
run apt-get install -y --no-install-recommends $missing
rm -f "$log"
