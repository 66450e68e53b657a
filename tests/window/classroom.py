"""The real window in front of a class, under Xvfb, with real keys and a real pointer.

Usage: classroom.py REFARROWS LESSON        (needs xvfb, xdotool, imagemagick)
"""
import sys
import tempfile

from room import Room, brightness, expect, pixel

EMPTY = (1000, 520)            # a place of the memory where nothing is drawn


def test_tools(room):
    room.pointer(*EMPTY)
    plain = room.picture()
    room.keys("shift+s")
    spot = room.picture()
    expect(pixel(spot, EMPTY) == pixel(plain, EMPTY), "under the spotlight nothing is dimmed")
    expect(brightness(spot, (60, 300)) < brightness(plain, (60, 300)) / 2, "the rest is")
    room.pointer(60, 300)
    expect(brightness(room.picture(), EMPTY) < brightness(plain, EMPTY) / 2, "the spotlight follows the pointer")
    room.pointer(*EMPTY)
    room.keys("ctrl+shift+Left")
    expect(room.picture() != spot, "a key moves it, too")
    room.keys("Escape")
    expect(room.picture() == plain, "Escape leaves the spotlight")
    room.keys("shift+l")
    expect(room.picture() != plain, "the loupe shows")
    room.keys("Escape")
    expect(room.picture() == plain, "Escape leaves the loupe")


def draw_line(room):
    room.pointer(900, 480)
    room.xdotool("mousedown", "1")
    for x in range(920, 1101, 20):
        room.pointer(x, 480)
    room.xdotool("mouseup", "1")


def test_ink(room):
    plain = room.picture()
    room.keys("k")
    draw_line(room)
    room.keys("Escape")
    room.pointer(*EMPTY)
    inked = room.picture()
    red, green, blue = pixel(inked, (1000, 480))
    expect(red > 150 and green < 90 and blue < 90, "ink is red where the mouse was drawn")
    room.keys("Right")
    expect(pixel(room.picture(), (1000, 480)) == pixel(plain, (1000, 480)), "the next step has none")
    room.keys("Left")
    expect(room.picture() == inked, "back at its step the ink is there again")
    room.keys("Home", "Right", "Right", "Right")
    expect(room.picture() == inked, "however one gets there")
    room.keys("shift+k")
    expect(room.picture() == plain, "Shift+K wipes it")


def test_class(room):
    plain = room.picture()
    room.keys("c")
    asked = room.picture()
    expect(asked != plain, "the class is asked")
    room.keys("1", "2", "Down", "7")
    counted = room.picture()
    expect(counted != asked, "hands are counted")
    room.keys("BackSpace", "7")
    expect(room.picture() == counted, "a digit can be taken back")
    room.keys("Next")
    revealed = room.picture()
    expect(revealed != counted, "Page Down shows the answer")
    room.keys("Prior")
    expect(room.picture() == counted, "Page Up hides it")
    room.keys("Escape")
    expect(room.picture() == plain, "Escape leaves the question")
    room.keys("Right")
    next_step = room.picture()
    room.keys("Left", "c", "Next", "Next")
    expect(room.picture() == next_step, "a second Page Down goes on")
    room.keys("Prior")
    expect(room.picture() == plain, "and Page Up comes back")


def test_projector(room):
    plain = room.picture()
    room.keys("F5")
    large = room.picture()
    expect(large != plain, "F5 presents")
    room.keys("minus")
    smaller = room.picture()
    room.keys("F5")
    expect(room.picture() == plain, "F5 again: everything as it was")
    room.keys("F5")
    expect(room.picture() == smaller, "the projector's size is remembered")
    room.keys("Escape")
    expect(room.picture() == plain, "Escape leaves the projector")
    for key in ("period", "b"):
        room.keys(key)
        expect(len(set(room.picture())) <= 3, f"{key} blanks")
        room.keys("Escape")
    expect(room.picture() == plain, "Escape leaves the blank")


def test_told(room):
    causes = room.picture()
    room.keys("d")
    counts = room.picture()
    room.keys("d")
    sentence = room.picture()
    room.keys("d")
    expect(len({causes, counts, sentence}) == 3, "D tells more, and less")


def test_replay(room):
    before = room.picture()
    room.keys("shift+p")
    expect(room.picture() == before, "a replay ends where it began")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        room = Room(sys.argv[1], sys.argv[2], scratch)
        try:
            room.picture()
            room.pointer(*EMPTY)
            room.keys("Right", "Right", "Right")
            for test in (test_tools, test_ink, test_class, test_projector, test_told, test_replay):
                test(room)
            expect(room.program.poll() is None, "the window is still there")
            room.keys("q")
            expect(room.eventually(lambda: room.program.poll() is not None, "it does not end")
                   and room.program.returncode == 0, "and ends well")
        finally:
            room.close()


main()
