"""Looking closer, with real keys and a real pointer: two steps side by side, the history of a name, a line by instructions.

Usage: closer.py REFARROWS        (needs xvfb, xdotool, imagemagick)
"""
import os
import subprocess
import sys
import tempfile

from room import HEIGHT, WIDTH, Room, expect

PROGRAM = """names = ["ann", "bob"]
same = names
names = [1, 2]
same.append("carl")
del same
"""


def snapshot(refarrows, program, *words):
    """What the command writes, as the pixels of a window."""
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        subprocess.run([refarrows, "snapshot", program, "--size", f"{WIDTH}x{HEIGHT}", *words, "-o", file.name], check=True)
        return subprocess.run(["convert", file.name, "-depth", "8", "rgb:-"], capture_output=True, check=True).stdout


def expect_picture(room, wanted, words):
    """A busy machine may take its time."""
    room.eventually(lambda: room.picture() == wanted, words)
    expect(True, words)


def test_comparison(room, refarrows, program):
    room.keys("Right", "Right", "shift+c")
    room.pointer(2, 2)
    expect_picture(room, snapshot(refarrows, program, "--step", "2", "--since", "2"), "Shift+C keeps the step")
    room.keys("Right", "Right", "Right")
    shown = snapshot(refarrows, program, "--step", "5", "--since", "2")
    expect_picture(room, shown, "a later step stands beside it, with what differs")
    room.keys("Home")
    expect_picture(room, snapshot(refarrows, program, "--step", "0", "--since", "2"), "and so does an earlier one")
    room.keys("End", "shift+c")
    expect_picture(room, snapshot(refarrows, program, "--step", "6"), "Shift+C ends it")


def test_history(room, refarrows, program):
    """The card of a name, by keys: its lines lead to where it happened."""
    room.keys("Home", "Tab", "Tab", "Tab")          # the frame, names, same
    plain = room.picture()
    room.keys("Return")
    expect(room.picture() != plain, "Enter opens the card of a name that is not bound yet")
    room.keys("Return", "Return", "Escape", "Escape")
    room.pointer(2, 2)
    expect_picture(room, snapshot(refarrows, program, "--step", "2"), "its first line leads to where it was bound")


def test_instructions(room, refarrows, program):
    room.keys("Home", "Right", "Right", "Right")
    for instruction in 1, 2, 3:
        room.keys("ctrl+Right")
        shown = snapshot(refarrows, program, "--step", "3", "--instruction", str(instruction))
        expect_picture(room, shown, f"instruction {instruction}: the stack, and what is next in the source")
    room.keys("ctrl+Left", "Left", "Right")


MISTAKE = """#include <stdlib.h>
int main(void)
{
    int *p = malloc(4);
    free(p);
    *p = 3;
    int after = 1;
    return after;
}
"""


def test_strict(refarrows, scratch):
    """C: the first mistake ends the program, or it goes on; the two runs stand beside one another."""
    program = os.path.join(scratch, "mistake.c")
    with open(program, "w") as file:
        file.write(MISTAKE)
    room = Room(refarrows, program, scratch)
    try:
        room.pointer(2, 2)
        room.keys("End", "shift+m", "End", "Left", "Right")
        ends = room.picture()
        room.keys("o", "End", "Left", "Right")
        goes_on = room.picture()
        expect(ends != goes_on, "Shift+M: the first mistake ends the program")
        room.keys("o", "End", "Left", "Right")
        expect_picture(room, ends, "O goes between the two runs")
    finally:
        room.close()


def main(refarrows):
    with tempfile.TemporaryDirectory() as scratch:
        program = os.path.join(scratch, "program.py")
        with open(program, "w") as file:
            file.write(PROGRAM)
        room = Room(refarrows, program, scratch)
        try:
            room.picture()
            test_comparison(room, refarrows, program)
            test_history(room, refarrows, program)
            test_instructions(room, refarrows, program)
        finally:
            room.close()
        test_strict(refarrows, scratch)


main(os.path.abspath(sys.argv[1]))
