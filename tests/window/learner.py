"""Somebody learning alone, with real keys: questions answered rightly and wrongly, numbers typed, an arrow drawn, what
went wrong looked up, the lesson taken up again.

Usage: learner.py REFARROWS LESSON        (needs xvfb, xdotool, imagemagick)
"""
import json
import subprocess
import sys
import tempfile

from room import Room, expect

COUNTS = "a = [1]\nb = a\nc = a\nb = None\n"


def predictions(refarrows, program):
    answer = subprocess.run([refarrows, "predict", program], capture_output=True, text=True).stdout
    return {row["step"]: row["predictions"] for row in map(json.loads, answer.splitlines())}


def ask_for(room, asked, kind):
    """Opens the question of that kind; what is asked is known from the command."""
    at = next(i for i, question in enumerate(asked) if question["kind"] == kind)
    room.keys("Return", *["n"] * at)
    return asked[at]


def test_number(room, asked):
    plain = room.picture()
    question = ask_for(room, asked, "count")
    open_question = room.picture()
    expect(open_question != plain, "a question opens")
    room.keys("9")
    typed = room.picture()
    expect(typed != open_question, "a digit shows")
    room.keys("BackSpace")
    expect(room.picture() == open_question, "and can be taken back")
    room.keys(*question["choices"][question["answer"]]["text"], "Return")
    answered = room.picture()
    expect(answered not in (open_question, typed), "a number is handed in")
    room.keys("Escape", "shift+n")
    expect(room.picture() != answered, "a right answer is no mistake: nothing is listed")
    room.keys("Left", "Right")


def test_mistake(room, asked):
    here = room.picture()
    question = ask_for(room, asked, "same")
    wrong = next(i for i in range(len(question["choices"])) if i != question["answer"])
    before = room.picture()
    room.keys(str(wrong + 1))
    hint = room.picture()
    expect(hint != before, "a wrong answer gets a hint")
    room.keys(str(question["answer"] + 1))
    expect(room.picture() != hint, "a second one is taken")
    room.keys("Return")
    later = room.picture()
    expect(later != here, "Enter goes on")
    room.keys("shift+n")
    expect(room.picture() != later, "Shift+N lists what went wrong")
    room.keys("Return")
    back = room.picture()
    room.keys("Right", "Left")
    expect(room.picture() == back, "Enter goes back to where it was asked")
    room.keys("Right", "shift+n", "Escape")
    expect(room.picture() != hint, "Escape closes the list")
    room.keys("Left")


def test_interpreter(room):
    room.keys("Home", "Right")                     # b = a is next
    plain = room.picture()
    room.keys("shift+v")
    draft = room.picture()
    expect(draft != plain, "Shift+V puts the learner in the interpreter's place")
    room.keys("Down", "bracketleft", "1", "bracketright")
    typed = room.picture()
    expect(typed != draft, "a new object is typed")
    room.keys("BackSpace", "BackSpace", "BackSpace", "Home", "Right")
    bound = room.picture()
    expect(bound not in (draft, typed), "an object is chosen by a key")
    room.keys("Return")
    expect(room.picture() != bound, "Enter compares")
    room.keys("Return")
    went_on = room.picture()
    expect(went_on not in (bound, plain, draft), "Enter goes on, to the next step to draw")
    room.keys("Escape")
    left = room.picture()
    room.keys("Left", "Right")
    expect(room.picture() == left, "at the step after")
    room.keys("Left", "shift+v", "Escape")
    expect(room.picture() == plain, "Escape leaves it")
    room.keys("shift+v")
    expect(room.picture() == draft, "it begins anew, with the heap hidden")
    room.keys("Escape", "ctrl+e")
    editing = room.picture()
    room.keys("Escape", "shift+v", "ctrl+e")
    expect(room.picture() == editing, "who edits is not the interpreter any more")
    room.keys("Escape")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        program = scratch + "/counts.py"
        with open(program, "w") as file:
            file.write(COUNTS)
        asked = predictions(sys.argv[1], program)
        room = Room(sys.argv[1], program, scratch)
        try:
            room.picture()
            room.pointer(1270, 700)
            room.keys("Right")
            test_number(room, asked[1])
            test_mistake(room, asked[1])
            test_interpreter(room)
            expect(room.program.poll() is None, "the window is still there")
            room.keys("q")
            expect(room.eventually(lambda: room.program.poll() is not None, "it does not end")
                   and room.program.returncode == 0, "and ends well")
        finally:
            room.close()


main()
