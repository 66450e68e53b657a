#!/bin/sh
# From a fresh Debian machine to the first lesson: installs what is missing, builds, opens it. Without a display it
# writes the lesson's snapshots and says where.
set -eu
cd "$(dirname "$0")/.."
. src/packages.sh
ensure_packages $build_packages
[ -f build/build.ninja ] || meson setup build >/dev/null
meson compile -C build >build/compile.log 2>&1 || { cat build/compile.log >&2; exit 1; }
lesson=lessons/01-names-and-objects.json
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec build/refarrows "$lesson"
fi
build/refarrows snapshot "$lesson" --all -o build/snapshots
echo "There is no display. The lesson's pictures are in $PWD/build/snapshots"
