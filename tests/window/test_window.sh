#!/bin/sh
# The real window under Xvfb, driven by real keys: what it shows after some steps is, pixel for pixel, what the command
# `snapshot` writes of the same step; it can be resized, typed into, and closed.
# Argument: the program's path. Needs xvfb, xdotool, imagemagick.
set -u
. "$(dirname "$0")/window.sh"

start_server
lesson=$here/arguments.py

open_window "$lesson" --size 1280x720
case $(xdotool getwindowname "$window") in
    *arguments.py*) ;;
    *) fail "the window's name does not say what it shows" ;;
esac
expect_step 0 "$lesson" 1280x720
xdotool key Right Right Right Right Right Right
expect_step 6 "$lesson" 1280x720
xdotool key Left Page_Up
expect_step 4 "$lesson" 1280x720
xdotool key End
expect_step 10 "$lesson" 1280x720
xdotool key Home space Page_Down
expect_step 2 "$lesson" 1280x720
xdotool windowsize "$window" 1440 900
expect_step 2 "$lesson" 1440x900
xdotool key q
expect_end "the key Q"

question=$here/question.py
open_window "$question" --size 1000x700
expect_step_shown() { import -window "$window" "$scratch/before.png" 2>/dev/null; }
eventually expect_step_shown
xdotool key Right
sleep 1
xdotool type --delay 30 Ada
xdotool key Return
sleep 1
xdotool key Right Right
printf 'Ada\n' >"$scratch/line"
wanted() { "$program" snapshot "$question" --step 3 --size 1000x700 -o "$scratch/wanted.png" <"$scratch/line"; }
wanted || fail "no snapshot of a program with input"
xdotool mousemove 2 2
eventually same_picture "$scratch/wanted.png" || fail "what was typed did not reach the program"
xdotool windowclose "$window" 2>/dev/null || xdotool key Escape
eventually sh -c "! kill -0 $window_process 2>/dev/null" || fail "the program does not end with its window"
window_process=

# A file that changes is read again at the step shown; one that became wrong leaves the old run.
live=$scratch/live.py
printf 'a = [1]\nb = a\nc = 2\n' >"$live"
open_window "$live" --size 1000x700
sleep 1
xdotool key Right Right
expect_step 2 "$live" 1000x700
cp "$scratch/wanted.png" "$scratch/old.png"
printf 'a = [1]\nb = [a\n' >"$live"
sleep 2.5
xdotool key Left Right                  # away goes the notice
sleep 0.5
eventually same_picture "$scratch/old.png" || fail "a mistake in the file does not leave the old run"
printf 'a = [1]\nb = [a, a]\nc = 3\n' >"$live"
sleep 2.5
xdotool key Left Right
expect_step 2 "$live" 1000x700
xdotool key q
expect_end "a file that changed"

# A program goes on where it was left, unless it was left at its end.
reopen() {
    open_window "$live" --size 1000x700
    sleep 1
    xdotool key "$@"
    sleep 0.5
}
reopen Home Right Right
expect_step 2 "$live" 1000x700
xdotool key q
expect_end "the step to be kept"
reopen Left Right                       # away goes the notice
expect_step 2 "$live" 1000x700
xdotool key End
expect_step 4 "$live" 1000x700
xdotool key q
expect_end "the program at its end"
reopen Right Left
expect_step 0 "$live" 1000x700
xdotool key q
expect_end "the program begun anew"

(cd "$here/../.." && [ -d lessons ]) && cd "$here/../.."
open_window --size 1280x720
sleep 0.5
xdotool key Return
in_lesson() { [ "$(xdotool getwindowname "$window")" != refarrows ]; }
eventually in_lesson || fail "the menu opens no lesson"
xdotool key Escape
in_menu() { [ "$(xdotool getwindowname "$window")" = refarrows ]; }
eventually in_menu || fail "a lesson does not lead back to the menu"
# Progress: a lesson goes on where it was left, and one gone through begins again.
stands_at() { grep -q "\"last\": $1," "$XDG_DATA_HOME/refarrows/progress.json" 2>/dev/null; }
visit_lesson() {
    xdotool key Return
    eventually in_lesson || fail "the menu opens no lesson the second time"
    sleep 1
    xdotool key "$@"
    sleep 1
    xdotool key Escape
    eventually in_menu || fail "a lesson does not lead back to the menu"
}
visit_lesson Right Right
eventually stands_at 2 || fail "the step is not kept"
visit_lesson Right
eventually stands_at 3 || fail "the lesson does not go on where it was left"
visit_lesson End
eventually grep -q '"ended": true' "$XDG_DATA_HOME/refarrows/progress.json" || fail "the end is not kept"
visit_lesson Right
eventually stands_at 1 || fail "a lesson gone through does not begin again"

# What was answered wrongly is kept with the progress, and listed the next time.
xdotool key Return
eventually in_lesson || fail "the menu opens no lesson the third time"
sleep 1
xdotool key Home
for choice in 1 2 1 2 1 2; do
    xdotool key Return "$choice"
    sleep 0.3
    xdotool key Right
    sleep 0.3
done
xdotool key Escape
eventually in_menu || fail "a lesson with questions does not lead back to the menu"
eventually grep -q '"wrong": \[' "$XDG_DATA_HOME/refarrows/progress.json" || fail "what was wrong is not kept"
xdotool key Return
eventually in_lesson || fail "the menu opens no lesson the fourth time"
sleep 1
keep_picture
xdotool key shift+n
expect_other_picture "Shift+N, which lists what went wrong the last time"
xdotool key Escape
sleep 0.3
xdotool key Escape
eventually in_menu || fail "the list of what went wrong does not close"
xdotool key Escape
expect_end "leaving the menu"
echo "window: all as it should be"
