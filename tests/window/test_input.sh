#!/bin/sh
# Input, snapshots and dropped files in the real window: the line is edited, recalled, ended; it is typed once for any going
# back and forth, and once for a program that is edited; the saved picture opens where it was taken; a file is dropped.
# Arguments: the program's path, drop_file's. Needs xvfb, xdotool, imagemagick, xclip.
set -u
drop=$(realpath "$2")
. "$(dirname "$0")/window.sh"

# The window shows step $1 of file $2 as `snapshot` draws it with the input $3.
expect_with_input() {
    printf "$3" >"$scratch/lines"
    "$program" snapshot "$2" --step "$1" --size 1000x700 --input "$scratch/lines" -o "$scratch/wanted.png" ||
        fail "no snapshot of step $1"
    xdotool mousemove 2 2
    eventually same_picture "$scratch/wanted.png" || fail "step $1 of $2 with '$3' is not shown"
}
type_text() { xdotool type --delay 20 "$1"; }
close_window() {
    xdotool key q
    expect_end "$1"
}

start_server
cat >"$scratch/ask.py" <<'END'
a = input()
b = input()
c = 1
END
open_window "$scratch/ask.py" --size 1000x700
sleep 1
xdotool key Right
sleep 1
# editing the line: in the middle, by words, with the clipboard
type_text 'wrd two'
xdotool key Home Right
type_text 'o'
xdotool key End ctrl+BackSpace
printf 'thr\303\251e' | xclip -selection clipboard
xdotool key ctrl+v Return
sleep 1
xdotool key Right
sleep 1
xdotool key Up                          # the line typed before
type_text '!'
xdotool key Return
sleep 1
expect_with_input 2 "$scratch/ask.py" 'word thr\303\251e\nword thr\303\251e!\n'
xdotool key Home
sleep 0.5
xdotool key Right Right                 # nothing is asked again
expect_with_input 2 "$scratch/ask.py" 'word thr\303\251e\nword thr\303\251e!\n'

# the picture, saved beside the program and copied, opens where it was taken
xdotool key t plus s
saved=$scratch/ask-step-2.png
eventually test -s "$saved" || fail "no picture beside the program"
copied_too() {
    timeout 5 xclip -o -selection clipboard -t image/png >"$scratch/copied.png" 2>/dev/null &&
        cmp -s "$saved" "$scratch/copied.png"
}
eventually copied_too || fail "the picture is not in the clipboard"
close_window "a snapshot"
open_window "$saved"
xdotool mousemove 2 2
eventually same_picture "$saved" || fail "the snapshot does not open where it was taken"
"$program" snapshot "$saved" -o "$scratch/again.png" && cmp -s "$saved" "$scratch/again.png" ||
    fail "the command draws another picture of it"

# an edited program is given the same lines; run again unchanged it asks
xdotool key ctrl+e
sleep 0.5
xdotool key ctrl+End Return
type_text 'd = b'
xdotool key ctrl+Return
sleep 1
xdotool key End t t 0                   # to the light theme, and as large as at first
sleep 1
printf 'a = input()\nb = input()\nc = 1\n\nd = b' >"$scratch/ask2.py"
cd "$scratch" && import -window "$window" -crop 690x520+300+40 +repage shown.png
printf 'word thr\303\251e\nword thr\303\251e!\n' >lines
"$program" snapshot ask2.py --step 5 --size 1000x700 --input lines -o wanted.png
convert wanted.png -crop 690x520+300+40 +repage part.png
[ "$(compare -metric AE shown.png part.png null: 2>&1)" = 0 ] || fail "the edited program was not given the lines"
xdotool key Home ctrl+e ctrl+Return
sleep 1
xdotool key Right
sleep 1
type_text 'new'
xdotool key Return
sleep 1
xdotool key Right
sleep 1
xdotool key ctrl+d                      # the end of the input
sleep 1
xdotool key End
sleep 1
close_window "the end of the input"

# a file is dropped on the window, and one that is none
printf 'dropped = [1, 2]\n' >"$scratch/other file.py"
open_window "$scratch/ask.py" --size 1000x700
sleep 1
"$drop" "$window" "file://$scratch/other%20file.py" || fail "nothing takes the file"
named() { case $(xdotool getwindowname "$window") in *"$1"*) ;; *) return 1 ;; esac; }
eventually named 'other file.py' || fail "the dropped file is not opened"
xdotool key Right
"$program" snapshot "$scratch/other file.py" --step 1 --size 1000x700 -o "$scratch/wanted.png"
xdotool mousemove 2 2
eventually same_picture "$scratch/wanted.png" || fail "the dropped file is not shown"
"$drop" "$window" "file:///etc/hostname"
sleep 1
named 'other file.py' || fail "any file is opened"
close_window "a dropped file"
echo "input: all as it should be"
