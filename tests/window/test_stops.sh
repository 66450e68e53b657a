#!/bin/sh
# Where a run stops, in the real window: at a breakpoint, at one only when its condition is true, at the line the pointer
# or the keyboard is on, forwards and backwards.
# Argument: the program's path.
set -u
. "$(dirname "$0")/window.sh"

# The steps, asked of the program itself: the n-th (from 0) at which a line is about to run.
step_of() { # line, n
    "$program" trace "$program_file" | python3 -c '
import json, sys
steps = [json.loads(line) for line in sys.stdin][1:]
print([s["step"] for s in steps if s["event"] == "line" and s["line"] == int(sys.argv[1])][int(sys.argv[2])])' "$1" "$2"
}
# Breakpoints show in the picture, so only the memory and the words are compared.
right_half() { convert "$1" -crop 700x560+440+60 +repage "$2"; }
same_memory() {
    import -window "$window" "$scratch/shown.png" 2>/dev/null && right_half "$scratch/shown.png" "$scratch/shown-half.png" &&
        [ "$(compare -metric AE "$scratch/shown-half.png" "$scratch/wanted-half.png" null: 2>&1)" = 0 ]
}
expect_memory() {
    "$program" snapshot "$program_file" --step "$1" --size 1280x720 -o "$scratch/wanted.png" || fail "no step $1"
    right_half "$scratch/wanted.png" "$scratch/wanted-half.png"
    xdotool mousemove 2 2
    eventually same_memory || fail "the window does not stop at step $1 after $2"
}

program_file=$here/stops.py
start_server
open_window "$program_file" --size 1280x720
expect_step 0 "$program_file" 1280x720

# The line by the keyboard: F6 to the code, Tab from line to line.
xdotool key F6 F6 Tab Tab Tab
sleep 0.5
xdotool key F4
expect_memory "$(step_of 4 0)" "F4"
xdotool key F4
expect_memory "$(step_of 4 1)" "F4 again"
xdotool key shift+F4
expect_memory "$(step_of 4 0)" "Shift+F4"

# A condition is typed, corrected and met, forwards and backwards.
xdotool key shift+F9
sleep 0.3
xdotool type --delay 30 'len(items) >'
xdotool key Return
sleep 0.5
xdotool type --delay 30 ' 3 and i % 10 == 9'
xdotool key Return
sleep 0.5
xdotool key r
expect_memory "$(step_of 4 9)" "R with a condition"
xdotool key r
expect_memory "$(step_of 4 19)" "R again"
xdotool key shift+r
expect_memory "$(step_of 4 9)" "Shift+R"
xdotool key F9 F9                        # away and there again, without a condition
sleep 0.3
xdotool key r
expect_memory "$(step_of 4 10)" "R without a condition"

# The same from the menu of the line, by the mouse.
at 100 210
sleep 0.3
xdotool click 3
sleep 0.3
xdotool key Return
sleep 0.5
window_ends() { xdotool key q; expect_end "the key Q"; }
window_ends
echo "stops: all as it should be"
