#!/bin/sh
# The keys of a clicker and nothing else, through a lesson on a projector; and a window of 3840x2160,
# where everything is twice as large, to the pixel as in a snapshot of that size and scale.
# Arguments: the program's path, a lesson.
set -u
. "$(dirname "$0")/window.sh"
lesson=$(realpath "$2")
last=$("$program" trace "$lesson" | tail -1 | sed 's/.*"step":\([0-9]*\).*/\1/')

shown_colors() { import -window "$window" -depth 8 -unique-colors txt:- 2>/dev/null | grep -c '^[0-9]'; }
is_blank() { [ "$(shown_colors)" -le 2 ]; }

screen=1280x720x24 start_server       # no window manager: what was presented keeps the screen's size
open_window "$lesson" --size 1280x720
expect_step 0 "$lesson" 1280x720
xdotool key Next Next Next
expect_step 3 "$lesson" 1280x720
xdotool key Prior
expect_step 2 "$lesson" 1280x720

# F5 presents, Page Down goes on there, a full stop or B blanks, the same key or Escape shows it again, F5 ends it.
keep_picture
xdotool key F5
expect_other_picture "F5"
keep_picture
for key in period b; do
    xdotool key $key
    eventually is_blank || fail "$key does not blank the screen"
    xdotool key $key
    expect_kept_picture "$key twice"
    xdotool key $key
    eventually is_blank || fail "$key does not blank the screen again"
    xdotool key Escape
    expect_kept_picture "Escape"
done
xdotool key Next
expect_other_picture "Page Down while presenting"
xdotool key Prior
expect_kept_picture "Page Up while presenting"
xdotool key F5
expect_step 2 "$lesson" 1280x720

# To the end, and a Page Down too many.
for _ in $(seq $((last + 2))); do xdotool key Next; done
expect_step "$last" "$lesson" 1280x720
xdotool key Escape
expect_end "Escape"

# A screen of 3840x2160 with scale 2.
kill "$server"
wait "$server" 2>/dev/null
rm "$scratch/display"
screen=3840x2160x24 start_server
export XDG_DATA_HOME="$scratch/large"
open_window "$lesson" --size 3840x2160
"$program" snapshot "$lesson" --step 0 --size 3840x2160 --scale 2 -o "$scratch/large.png" || fail "no snapshot"
xdotool mousemove 2 2
eventually same_picture "$scratch/large.png" || fail "3840x2160 is not what snapshot --scale 2 writes"
keep_picture
xdotool key Next
expect_other_picture "Page Down at 3840x2160"
"$program" snapshot "$lesson" --step 1 --size 3840x2160 --scale 2 -o "$scratch/large.png" || fail "no snapshot"
eventually same_picture "$scratch/large.png" || fail "step 1 at 3840x2160 is not what snapshot --scale 2 writes"
xdotool key q
expect_end "the key Q"
echo "clicker: all as it should be"
