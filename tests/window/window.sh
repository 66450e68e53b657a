# What the tests of the real window share; to be sourced by one that was given the program's path. It has a scratch folder,
# a display of its own, and at most one window at a time.
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
server= window_process=
export XDG_DATA_HOME="$scratch/data"

clean_up() {
    [ -n "$window_process" ] && kill "$window_process" 2>/dev/null
    [ -n "$server" ] && kill "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$scratch"
}
trap clean_up EXIT

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# Asks again for up to fifteen seconds (sanitized builds are slow) until the command succeeds.
eventually() {
    for _ in $(seq 150); do
        "$@" && return 0
        sleep 0.1
    done
    return 1
}

start_server() {
    mkfifo "$scratch/display"
    Xvfb -displayfd 3 -noreset -screen 0 "${screen:-1920x1200x24}" 3>"$scratch/display" 2>/dev/null &
    server=$!
    read -r number <"$scratch/display"
    export DISPLAY=":$number"
}

find_window() {
    window=$(xdotool search --pid "$window_process" --name refarrows 2>/dev/null | head -1)
    [ -n "$window" ]
}

open_window() {
    "$program" "$@" 2>"$scratch/stderr" &
    window_process=$!
    eventually find_window || fail "no window for $*: $(cat "$scratch/stderr")"
    xdotool windowfocus "$window" 2>/dev/null
}

# The window closes by itself and the program ends well.
expect_end() {
    eventually sh -c "! kill -0 $window_process 2>/dev/null" || fail "the program does not end after $1"
    wait "$window_process" || fail "exit status $? after $1: $(cat "$scratch/stderr")"
    window_process=
}

same_picture() {
    import -window "$window" "$scratch/shown.png" 2>/dev/null &&
        [ "$(compare -metric AE "$scratch/shown.png" "$1" null: 2>&1)" = 0 ]
}

# The window comes to show step $1 of file $2 at size $3.
expect_step() {
    "$program" snapshot "$2" --step "$1" --size "$3" -o "$scratch/wanted.png" || fail "no snapshot of step $1"
    xdotool mousemove 2 2
    eventually same_picture "$scratch/wanted.png" || fail "step $1 of $2 at $3 is not what snapshot writes"
}


# The window shows another picture than that of keep_picture, and has come to rest.
keep_picture() { import -window "$window" "$scratch/kept.png" 2>/dev/null || fail "no picture of the window"; }
is_other_picture() {
    import -window "$window" "$scratch/shown.png" 2>/dev/null &&
        [ "$(compare -metric AE "$scratch/shown.png" "$scratch/kept.png" null: 2>&1)" != 0 ]
}
expect_other_picture() { eventually is_other_picture || fail "nothing changes after $1"; }
expect_kept_picture() { eventually same_picture "$scratch/kept.png" || fail "the picture is not as before after $1"; }

# Places are in pixels of the window.
at() { xdotool mousemove --window "$window" "$1" "$2"; }

drag() { # from x y to x y
    at "$1" "$2"
    xdotool mousedown 1
    at $((($1 + $3) / 2)) $((($2 + $4) / 2))
    at "$3" "$4"
    sleep 0.2
    xdotool mouseup 1
}

# Sets ring_x, ring_y and ring_bottom to where the thing is that the keyboard is on.
find_ring() {
    import -window "$window" -depth 8 "$scratch/ring.ppm" 2>/dev/null &&
        ring=$(python3 "$here/find_ring.py" "$scratch/ring.ppm" 1F2328 2>/dev/null) && eval "$ring"
}
expect_ring() { sleep 1; eventually find_ring || fail "nothing has a ring after $1"; }
