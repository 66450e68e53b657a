"""Predictions against the trace of the same program: what is marked as right is what the next step shows, and what is
marked as wrong is not. C lessons are checked in the same way, but left out of the share of steps that have a prediction:
for values in frames, which are most of what a C program changes, none is asked yet.

    python3 predictions.py REFARROWS LESSON|PROGRAM|FOLDER...
"""
import glob
import json
import os
import re
import subprocess
import sys

STEPS = 300              # of each program
LEAST_SHARE = 0.95       # of the steps that change something in the Python lessons


def lines_of(refarrows, command, path):
    steps = STEPS + (command == "trace")     # an answer is true one step later
    done = subprocess.run([refarrows, command, path, "--steps", str(steps)], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120)
    return [json.loads(line) for line in done.stdout.decode("utf-8", "surrogatepass").splitlines()]


def names_of(step):
    """All that the names of the frames refer to, the newest frame's last so that they win."""
    names = {}
    for frame in step["frames"]:
        names.update((name, reference) for name, reference in frame["names"])
    return names


def objects_of(step):
    """The objects of a step, and the blocks of a C program that are not freed."""
    blocks = {number: block for number, block in step.get("blocks", {}).items() if not block["freed"]}
    return {**step["objects"], **blocks}


def check_same(question, right, step):
    a, b = re.search(r"will (\w+) and (\w+) refer", question["ask"]).groups()
    names = names_of(step)
    return (names[a] == names[b]) == right["text"].startswith("yes")


def check_value(question, right, step):
    return objects_of(step)[str(question["subject"])]["repr"] == right["text"]


def check_count(question, right, step):
    counted = objects_of(step)[str(question["subject"])]["refcount"]
    return counted == int(right["text"]) and all(int(c["text"]) != counted for c in question["choices"] if c != right)


def check_death(question, right, step):
    alive = [c for c in question["choices"] if "object" in c and str(c["object"]) in objects_of(step)]
    return right not in alive and len(alive) == sum("object" in c for c in question["choices"] if c != right)


def check_target(question, right, step):
    name = re.search(r"will (.*) refer to\?$", question["ask"]).group(1)
    if not name.isidentifier():
        return str(question["subject"]) in objects_of(step)
    return names_of(step)[name] == question["subject"]


def check_output(question, right, step):
    return step["stdout"].removesuffix("\n") == right["text"]


def check_return(question, right, step):
    return step["event"] == "return"


def check_frame(question, right, step):
    argument = re.search(r"will its name (\w+) refer", question["ask"])
    return not argument or names_of(step)[argument.group(1)] == question["subject"]


CHECKS = {"same": check_same, "value": check_value, "count": check_count, "death": check_death, "target": check_target,
          "output": check_output, "return": check_return, "frame": check_frame}


def mistakes_of(question, step):
    texts = [choice["text"] for choice in question["choices"]]
    right = [choice for choice in question["choices"] if choice["belief"] == "right"]
    if len(set(texts)) != len(texts) or len(texts) < 2 or len(right) != 1:
        return "choices"
    if question["choices"][question["answer"]] is not right[0]:
        return "answer"
    return None if CHECKS[question["kind"]](question, right[0], step) else question["kind"]


def check_file(refarrows, path):
    """Prints what is wrong; returns questions, wrong ones, steps that change something, those with a question."""
    steps = {step["step"]: step for step in lines_of(refarrows, "trace", path)[1:]}
    asked = wrong = wanted = covered = 0
    for row in lines_of(refarrows, "predict", path):
        wanted += row["wanted"]
        covered += row["wanted"] and bool(row["predictions"])
        for question in row["predictions"]:
            mistake = mistakes_of(question, steps[row["step"] + 1])
            asked += 1
            wrong += mistake is not None
            if mistake:
                print(f"{path}, step {row['step']}: {mistake}: {json.dumps(question)[:400]}")
    return asked, wrong, wanted, covered


def is_c_lesson(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file).get("language") == "c"


def main(refarrows, *paths):
    files = [f for p in paths for f in (sorted(glob.glob(os.path.join(p, "*.py"))) if os.path.isdir(p) else [p])]
    totals, lessons = [0, 0, 0, 0], [0, 0, 0, 0]
    for path in files:
        result = check_file(refarrows, path)
        for sums in [totals] + [lessons] * (path.endswith(".json") and not is_c_lesson(path)):
            sums[:] = [a + b for a, b in zip(sums, result)]
    share = lessons[3] / max(lessons[2], 1)
    print(f"{totals[0]} predictions of {len(files)} programs, {totals[1]} wrong; {lessons[3]} of {lessons[2]} steps of "
          f"Python lessons that change something have one ({share:.1%})")
    return 1 if totals[1] or not totals[0] or share < LEAST_SHARE else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
