#!/bin/sh
# The editor in the real window, with real keys and mouse: a program is edited, run, compared with the run before, saved;
# mistakes are found and leave the old run; what is not saved comes back; other programs' changes are asked about.
# Argument: the program's path. Needs xvfb, xdotool, imagemagick, xclip.
set -u
. "$(dirname "$0")/window.sh"

# The memory and the timeline show what `snapshot` draws of step $1 of file $2 (at 1280x720).
same_memory() {
    import -window "$window" -crop 880x660+390+50 +repage "$scratch/shown.png" 2>/dev/null &&
        [ "$(compare -metric AE "$scratch/shown.png" "$scratch/part.png" null: 2>&1)" = 0 ]
}
expect_memory() {
    "$program" snapshot "$2" --step "$1" --size 1280x720 -o "$scratch/wanted.png" || fail "no snapshot of step $1"
    convert "$scratch/wanted.png" -crop 880x660+390+50 +repage "$scratch/part.png"
    xdotool mousemove 2 2
    eventually same_memory || fail "$3: step $1 of $2 is not shown"
}
expect_file() {
    printf '%b' "$2" >"$scratch/expected"
    eventually cmp -s "$1" "$scratch/expected" || fail "$3: $1 holds: $(cat "$1")"
}
edit() {
    xdotool key ctrl+e
    sleep 0.4
}
type_text() { xdotool type --delay 15 "$1"; }
close_window() {
    xdotool key q
    expect_end "$1"
}

start_server
file=$scratch/names.py
printf 'a = [1]\nb = a\nc = 2\n' >"$file"
cp "$file" "$scratch/first.py"
open_window "$file" --size 1280x720
expect_memory 0 "$file" "at first"
xdotool key Right Right
expect_memory 2 "$file" "after two steps"

# Two lines before the one that is next: the new run stands at the same line, two steps later.
edit
xdotool key ctrl+Home
type_text 'x = {}'
xdotool key Return
type_text 'y = [x, x]'
xdotool key Return ctrl+Return
printf 'x = {}\ny = [x, x]\na = [1]\nb = a\nc = 2\n' >"$scratch/edited.py"
expect_memory 4 "$scratch/edited.py" "the edited run"
expect_file "$file" 'a = [1]\nb = a\nc = 2\n' "not saved yet"
xdotool key o
expect_memory 2 "$scratch/first.py" "the run before"
xdotool key o
expect_memory 4 "$scratch/edited.py" "and back"

# Both at once, which go on together; Escape leaves the one shown.
keep_picture
xdotool key shift+o
expect_other_picture "Shift+O"
xdotool key Right Left Escape
expect_kept_picture "both runs were shown"

# A mistake leaves the run; so does leaving with it. Undo takes it away.
edit
xdotool key ctrl+End
type_text 'd = [a,'
xdotool key ctrl+Return
sleep 0.5
expect_memory 4 "$scratch/edited.py" "with a mistake"
xdotool key Escape
sleep 0.5
xdotool key Left Right
expect_memory 4 "$scratch/edited.py" "left with a mistake"
edit
xdotool key BackSpace BackSpace BackSpace
type_text '(a, b)'
xdotool key Escape
printf 'd = (a, b)' >>"$scratch/edited.py"
expect_memory 4 "$scratch/edited.py" "what Escape runs"
edit
xdotool key ctrl+s
expect_file "$file" 'x = {}\ny = [x, x]\na = [1]\nb = a\nc = 2\nd = (a, b)' "Ctrl+S"
[ -z "$(ls "$XDG_DATA_HOME/refarrows/drafts")" ] || fail "a draft is left behind a saved file"

# Selection by mouse and keys, clipboard, undo and redo, indentation.
xdotool key ctrl+a ctrl+c
[ "$(timeout 5 xclip -o -selection clipboard)" = "$(cat "$file")" ] || fail "Ctrl+C copies nothing"
printf 'if a:\n    e = 1\n' | xclip -selection clipboard
xdotool key ctrl+End Return ctrl+v
type_text 'if b:'
xdotool key Return
type_text 'f = 2'
xdotool key Return BackSpace ctrl+s
expect_file "$file" 'x = {}\ny = [x, x]\na = [1]\nb = a\nc = 2\nd = (a, b)\nif a:\n    e = 1\nif b:\n    f = 2\n' "paste"
xdotool key Up Up shift+Down shift+Tab shift+Down Tab Tab ctrl+z ctrl+s
sleep 0.5
xdotool key ctrl+z ctrl+s
expect_file "$file" 'x = {}\ny = [x, x]\na = [1]\nb = a\nc = 2\nd = (a, b)\nif a:\n    e = 1\nif b:\n    f = 2\n' "undo"
# the first line is at y 71; its text begins at x 78
xdotool mousemove 90 71 mousedown 1 mousemove 120 71 mousemove 300 71 mouseup 1
xdotool key ctrl+x
[ -n "$(timeout 5 xclip -o -selection clipboard)" ] || fail "the mouse selects nothing"
xdotool key ctrl+z
xdotool mousemove 90 96 click --repeat 2 --delay 60 1
type_text 'word'
xdotool key ctrl+s
eventually grep -q word "$file" || fail "a double click selects no word: $(cat "$file")"
xdotool key ctrl+z ctrl+s

# Another program changes the file while there are changes here: asked, not overwritten.
xdotool key ctrl+Home
type_text '# mine'
xdotool key Return
printf 'other = 1\n' >"$file"
sleep 2
xdotool key ctrl+s
sleep 0.5
expect_file "$file" 'other = 1\n' "a conflict, asked"
xdotool key ctrl+t
sleep 0.4
xdotool key ctrl+End
type_text 'z = other'
xdotool key ctrl+s
expect_file "$file" 'other = 1\nz = other' "the other's text taken"
xdotool key ctrl+Return
sleep 0.5
xdotool key Home
expect_memory 0 "$file" "and run"

# What is not saved comes back, even after kill -9.
edit
xdotool key ctrl+End Return
type_text 'w = 5'
sleep 1.5
kill -9 "$window_process"
wait "$window_process" 2>/dev/null
window_process=
expect_file "$file" 'other = 1\nz = other' "killed"
open_window "$file" --size 1280x720
sleep 0.5
edit
xdotool key ctrl+s
expect_file "$file" 'other = 1\nz = other\nw = 5' "what was written before the kill"
xdotool key Escape
sleep 0.5
close_window "a text that was saved"

# A lesson's program is edited, the lesson is not.
lesson=$scratch/lesson.json
cat >"$lesson" <<'END'
{"format": "refarrows-lesson", "version": 1, "title": "T", "course": "C", "language": "python",
 "program": ["a = 1", "b = a"], "exercise": "Make b a list.", "waypoints": [{"at": {"after": 1}, "say": "So."}]}
END
cp "$lesson" "$scratch/lesson-before.json"
open_window "$lesson" --size 1280x720
sleep 0.5
edit
xdotool key ctrl+a
type_text 'b = [1]'
xdotool key ctrl+Return
printf 'b = [1]' >"$scratch/exercise.py"
sleep 0.5
xdotool key End
expect_memory 2 "$scratch/exercise.py" "the lesson's program, edited"
edit
xdotool key ctrl+s
sleep 0.5
xdotool key Escape
sleep 0.3
close_window "an edited lesson"
cmp -s "$lesson" "$scratch/lesson-before.json" || fail "the lesson's file was written"
open_window "$lesson" --size 1280x720
sleep 0.5
edit
xdotool key ctrl+Return
sleep 0.5
xdotool key End
expect_memory 2 "$scratch/exercise.py" "one's own version, the next time"
close_window "a lesson with a draft"
echo "editor: all as it should be"
