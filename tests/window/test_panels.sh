#!/bin/sh
# The window as a whole, by real mouse and keys: panels are resized and find their size again in the next window, a double
# click gives it back; the memory is zoomed, moved, fitted and looked at through its overview; the timeline is scrubbed.
# Argument: the program's path.
set -u
. "$(dirname "$0")/window.sh"

desk=$XDG_DATA_HOME/refarrows/desk.json
shares() { python3 -c '
import json, sys
left, words, output = (json.load(open(sys.argv[1]))["panels"][k] for k in ("left", "words", "output"))
assert eval(sys.argv[2])' "$desk" "$1" 2>/dev/null; }
expect_shares() { eventually shares "$1" || fail "the panels are not kept as $1: $(cat "$desk" 2>/dev/null)"; }

program_file=$here/arrange.py
last=36
start_server
open_window "$program_file" --size 1440x900
expect_step 0 "$program_file" 1440x900
xdotool key End
expect_step "$last" "$program_file" 1440x900
cp "$scratch/wanted.png" "$scratch/plain.png"
plain_again() { at 2 2; eventually same_picture "$scratch/plain.png" || fail "the picture is not as at first after $1"; }

# Splitters: by the mouse, with what it was before by a double click; by keys, Enter gives it back.
keep_picture
drag 422 300 620 300
expect_shares '0.40 < left < 0.45'
at 2 2
expect_other_picture "dragging a splitter"
sleep 1
keep_picture
xdotool key q
expect_end "the key Q"
open_window "$program_file" --size 1440x900 --step $last
at 2 2
expect_kept_picture "opening it again"
at 622 300 && xdotool click --repeat 2 --delay 60 1
expect_shares 'left == 0'
plain_again "a double click"
xdotool key F6 F6 F6 F6 F6
sleep 0.3
find_ring && fail "the focus is on no splitter"
xdotool key alt+Right alt+Right
expect_shares '0.25 < left < 0.4'
xdotool key Tab alt+Down
expect_shares '0.1 < words < 0.5 and output > 0'
xdotool key Return shift+Tab Return Escape
expect_shares 'left == words == output == 0'
plain_again "Enter on both splitters"

# The memory: larger by keys, moved, all of it, as it was.
keep_picture
xdotool key ctrl+equal ctrl+equal ctrl+equal ctrl+shift+Right ctrl+shift+Down
expect_other_picture "zooming and moving by keys"
keep_picture
at 1330 745 && xdotool click 1
at 2 2
expect_other_picture "a click into the overview"
xdotool key ctrl+0
plain_again "Ctrl+0"
keep_picture
xdotool key shift+0
expect_other_picture "Shift+0: the chain of nodes is too long for the window"
xdotool key ctrl+0
plain_again "Shift+0 and Ctrl+0"
at 900 400 && xdotool click --repeat 3 --delay 60 4
expect_other_picture "the wheel"
drag 1040 700 940 640
xdotool key 0
plain_again "the key 0"

# The timeline: a press and a drag scrub, hovering tells without going there.
keep_picture
at 800 855
expect_other_picture "hovering over the timeline"
at 2 2
expect_kept_picture "leaving the timeline"
drag 1390 855 423 855
expect_step 0 "$program_file" 1440x900
xdotool key q
expect_end "the key Q"
echo "panels: all as it should be"
