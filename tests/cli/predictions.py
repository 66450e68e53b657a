"""Predictions against the trace of the same program: what is marked as right is what the next step shows, and what is
marked as wrong is not. Of the steps of the lessons that change something nearly all must have a prediction, in Python
and in C.

    python3 predictions.py REFARROWS LESSON|PROGRAM|FOLDER...
"""
import glob
import json
import os
import re
import subprocess
import sys

STEPS = 300              # of each program
LEAST_SHARE = 1          # of the steps that change something in the lessons


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


def c_name(question, words, step):
    """The variable that a question about C speaks of, as the trace has it; None for parts of blocks."""
    name = re.search(words, question["ask"]).group(1)
    frames = [dict(frame["names"]) for frame in (step["frames"][-1], step["frames"][0])]
    found = next((names[name] for names in frames if name in names), None)
    return found if isinstance(found, dict) else None


def check_value(question, right, step):
    if "subject" not in question:
        variable = c_name(question, r"will the value of (.*) be\?$", step)
        wrong = [c["text"] for c in question["choices"] if c is not right]
        return variable is None or variable["value"] == right["text"] and variable["value"] not in wrong
    return objects_of(step)[str(question["subject"])]["repr"] == right["text"]


def check_count(question, right, step):
    counted = objects_of(step)[str(question["subject"])]["refcount"]
    return counted == int(right["text"]) and all(int(c["text"]) != counted for c in question["choices"] if c != right)


def check_death(question, right, step):
    dangles = re.search(r"what will the pointer (.*) hold\?$", question["ask"])
    if dangles:
        return step["blocks"][str(question["subject"])]["freed"] and names_of(step)[dangles.group(1)]["value"] != "NULL"
    alive = [c for c in question["choices"] if "object" in c and str(c["object"]) in objects_of(step)]
    return right not in alive and len(alive) == sum("object" in c for c in question["choices"] if c != right)


def check_bytes(question, right, step):
    return any(block["size"] == int(right["text"]) for block in step["blocks"].values())


def check_pointer(question, right, step):
    pointer = c_name(question, r"where will (.*) point\?$", step)
    if pointer is None:
        return True
    same = re.fullmatch(r"where (\w+) points now", right["text"])
    others = names_of(step).get(same.group(1)) if same else None
    if same and isinstance(others, dict) and same.group(1) not in question["ask"].split("`")[-1]:
        assigned = re.search(rf"\b{same.group(1)}\s*=[^=]", question["ask"])
        return bool(assigned) or pointer["value"] == others["value"]
    if right["text"] in ("NULL",) or right["text"].startswith("&"):
        return pointer["value"] == right["text"]
    return pointer["value"] != "NULL"


def check_target(question, right, step):
    if "subject" not in question:
        return check_pointer(question, right, step)
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


def flow_fits(words, step):
    """Does the next step do what the words say?"""
    line = re.search(r"at line (\d+)", words)
    if "raises" in words or "with the exception" in words:
        return step["event"] == "exception" and f"line {step['line']}" in words
    if words.startswith(("out of", "back to its caller", "nowhere: the body")):
        return step["event"] == "return"
    return bool(line) and int(line.group(1)) == step["line"] and step["event"] in ("line", "call")


def check_flow(question, right, step):
    wrong = [choice["text"] for choice in question["choices"] if choice is not right]
    return flow_fits(right["text"], step) and not any(flow_fits(text, step) for text in wrong)


CHECKS = {"same": check_same, "value": check_value, "count": check_count, "death": check_death, "target": check_target,
          "bytes": check_bytes, "output": check_output, "return": check_return, "frame": check_frame,
          "flow": check_flow}


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
    files = [f for p in paths
             for f in (sorted(glob.glob(os.path.join(p, "*.py")) + glob.glob(os.path.join(p, "*.c")))
                       if os.path.isdir(p) else [p])]
    totals, lessons = [0, 0, 0, 0], {False: [0, 0, 0, 0], True: [0, 0, 0, 0]}
    for path in files:
        result = check_file(refarrows, path)
        for sums in [totals] + ([lessons[is_c_lesson(path)]] if path.endswith(".json") else []):
            sums[:] = [a + b for a, b in zip(sums, result)]
    shares = [sums[3] / max(sums[2], 1) for sums in lessons.values()]
    print(f"{totals[0]} predictions of {len(files)} programs, {totals[1]} wrong")
    for is_c, sums in lessons.items():
        print(f"{sums[3]} of {sums[2]} steps of {'C' if is_c else 'Python'} lessons that change something have one")
    return 1 if totals[1] or not totals[0] or min(shares) < LEAST_SHARE else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
