#!/bin/sh
# All tests from a fresh Debian machine: installs what is missing, builds plain and with both sanitizers, runs everything.
set -eu
cd "$(dirname "$0")/.."
. src/packages.sh
ensure_packages $build_packages $test_packages
meson setup build --reconfigure -Dwerror=true >/dev/null 2>&1 || meson setup build -Dwerror=true >/dev/null
[ -f build-sanitize/build.ninja ] ||
    meson setup build-sanitize -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 \
        -Dc_args=-DREFARROWS_HOSTILE -Dwerror=true >/dev/null
for build in build build-sanitize; do
    meson compile -C "$build" >"$build/compile.log" 2>&1 || { tail -50 "$build/compile.log" >&2; exit 1; }
done
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.txt:print_suppressions=0
status=0
for build in build build-sanitize; do
    echo "== $build"
    meson test -C "$build" --print-errorlogs || status=1
done
python3 tests/summary.py build build-sanitize
exit $status
