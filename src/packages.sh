# Installs the Debian packages named as arguments that are missing; sourced by start.sh and tests/run.sh.
# Needs root or sudo, and asks nothing.
ensure_packages() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { echo "refarrows: please install as root:$missing" >&2; return 1; }
        as_root=sudo
    fi
    echo "refarrows: installing$missing"
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

build_packages="gcc libc6-dev meson ninja-build pkg-config libsdl2-dev libsdl2-ttf-dev libcjson-dev libpng-dev libgmp-dev
    libutf8proc-dev libunistring-dev libpcre2-dev libstb-dev fonts-inter fonts-jetbrains-mono fonts-dejavu-core
    fonts-wqy-microhei fonts-symbola"
test_packages="libcmocka-dev python3 xvfb libx11-dev xauth xdotool xclip x11-apps imagemagick libasan8 libubsan1"
