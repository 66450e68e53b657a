#!/bin/sh
# Arranging the memory in the real window, by real mouse and keys: a shortened list is opened by a click, a box dragged and
# kept in its place, kinds folded and hidden, one name looked at alone; all of it is there again in the next window, until
# it is tidied up.
# Argument: the program's path.
set -u
. "$(dirname "$0")/window.sh"

desk=$XDG_DATA_HOME/refarrows/desk.json
says() { python3 -c '
import json, sys
kept = list(json.load(open(sys.argv[1])).get("programs", {}).values())
assert eval(sys.argv[2], {"kept": kept[0] if kept else None})' "$desk" "$1" 2>/dev/null; }
expect_kept() { eventually says "$1" || fail "not kept: $1; but $(cat "$desk" 2>/dev/null)"; }

program_file=$here/arrange.py
last=36
start_server
open_window "$program_file" --size 1440x900
expect_step 0 "$program_file" 1440x900
xdotool key End
expect_step "$last" "$program_file" 1440x900
cp "$scratch/wanted.png" "$scratch/plain.png"

# Every key by itself: Tab reaches the name head, J shows what it alone reaches.
xdotool key Tab Tab Tab
keep_picture
xdotool key j
expect_kept 'kept["focus"] == "head"'
expect_other_picture "J"
xdotool key u Escape
eventually same_picture "$scratch/plain.png" || fail "U and Escape do not show everything again"

# Hiding a name, folding an object and its kind.
tabs() { for _ in $(seq "$1"); do xdotool key Tab; done; }
tabs 5
xdotool key Delete
expect_kept 'kept["hidden"] == ["big"]'
xdotool key u
expect_kept 'kept is None'
tabs 5
expect_ring "ten times Tab"
big_x=$ring_x big_y=$ring_y more_y=$((ring_bottom - 25))
xdotool key f
expect_kept 'len(kept["folded"]) == 1'
xdotool key f
expect_kept 'kept is None'
xdotool key shift+f
expect_kept 'kept["folded_types"] == ["list"]'
xdotool key u Tab
expect_kept 'kept is None'
expect_ring "eleven times Tab"
table_x=$ring_x table_y=$ring_y
xdotool key Escape
expect_kept 'kept is None'
eventually same_picture "$scratch/plain.png" || fail "what was folded is not there again"

# Arrows by kind, round to all of them.
keep_picture
xdotool key v
expect_other_picture "V: only arrows from names"
xdotool key v v v
eventually same_picture "$scratch/plain.png" || fail "V four times does not show all arrows again"
xdotool key v u
expect_kept 'kept is None'
eventually same_picture "$scratch/plain.png" || fail "U does not show all arrows"

# The menu by the other mouse button, its first entry by Enter.
at "$big_x" "$big_y" && xdotool click 3
sleep 0.3
xdotool key Down Return
expect_kept 'len(kept["opened"]) == 1'
xdotool mousemove 2 2
expect_other_picture "the menu"
keep_picture
xdotool key u
expect_kept 'kept is None'
eventually same_picture "$scratch/plain.png" || fail "what was opened is not shortened again"

# A click on "9,971 more" does the same.
at "$((big_x - 100))" "$more_y" && xdotool click 1
expect_kept 'len(kept["opened"]) == 1'
xdotool mousemove 2 2
expect_kept_picture "a click on what is not shown"
xdotool key u
expect_kept 'kept is None'

# A dragged box stays where it was let go, in the next window, too, until it is tidied up.
drag "$table_x" "$table_y" "$table_x" $((table_y + 150))
expect_kept 'len(kept["pins"]) == 1'
xdotool mousemove 2 2
sleep 1
keep_picture
xdotool key q
expect_end "the key Q"
open_window "$program_file" --size 1440x900 --step $last
xdotool mousemove 2 2
expect_kept_picture "opening it again"
xdotool key z
expect_kept 'kept is None'
eventually same_picture "$scratch/plain.png" || fail "Z does not tidy up"
xdotool key q
expect_end "the key Q"
echo "arrange: all as it should be"
