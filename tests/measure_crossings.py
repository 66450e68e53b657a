"""Counts how often arrows cross in refarrows' pictures and in Graphviz `dot`'s of the same graphs.

    measure_crossings.py REFARROWS [--stacked] [FILE...]
    measure_crossings.py REFARROWS --most N FILE...

For every program (default: those of tests/golden and tests/python/programs) some steps of the run are laid out by
`refarrows layout`; the boxes and arrows of that picture, with the ports they leave from, are given to `dot`, with
--stacked under the condition that we have, too: that the frames stand one below the other as a call stack does. Two
arrows cross where their drawn paths do, not counted within 12 pixels of an end that both share. Prints both numbers for
each program, and the median of ours over dot's; it exits with 1 if that is more than 1.

With --most only our own pictures are counted, so that it is a test that needs no Graphviz: it exits with 1 if there are
more crossings than N in all of them together, or if there was nothing to count.
"""
import json
import pathlib
import statistics
import subprocess
import sys

NEAR = 12
STEPS = 4


def layout(binary, program, step):
    done = subprocess.run([binary, "layout", program, "--step", str(step)], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else None


def last_step(binary, program):
    low, high = 0, 1
    while layout(binary, program, high) and high < 4096:
        low, high = high, high * 2
    while high - low > max(1, high // 16):
        middle = (low + high) // 2
        low, high = (middle, high) if layout(binary, program, middle) else (low, middle)
    return low


def stack_frames(picture):
    """The same graph with all frames as one box, so that they keep the order of the stack."""
    frames = [box for box in picture["boxes"] if box["kind"] == "frame"]
    stack = {"id": "stack", "kind": "frame", "w": frames[0]["w"], "h": sum(box["h"] for box in frames)}
    arrows = [dict(arrow, **{"from": "stack/" + arrow["from"]} if arrow["from"].startswith("frame:") else {})
              for arrow in picture["arrows"]]
    return {"boxes": [stack] + [box for box in picture["boxes"] if box["kind"] != "frame"], "arrows": arrows}


def quoted(name):
    return json.dumps(name)


def dot_source(picture):
    """Boxes of the same size; an arrow leaves from its cell, which is a port of the box's record."""
    ports = {}
    for arrow in picture["arrows"]:
        box, _, cell = arrow["from"].partition("/")
        ports.setdefault(box, []).append(cell)
    lines = ["digraph { rankdir=LR; node [shape=record]; splines=true;"]
    for box in picture["boxes"]:
        cells = sorted(set(ports.get(box["id"], [])), key=ports.get(box["id"], []).index)
        label = "|".join(f"<p{i}> {i}" for i in range(len(cells)))
        width, height = box["w"] / 72, box["h"] / 72
        lines.append(f'{quoted(box["id"])} [label="{label}", width={width}, height={height}];')
    for arrow in picture["arrows"]:
        box, _, cell = arrow["from"].partition("/")
        cells = sorted(set(ports[box]), key=ports[box].index)
        lines.append(f'{quoted(box)}:p{cells.index(cell)} -> {quoted(arrow["to"])};')
    return "\n".join(lines + ["}"])


def bezier(points, pieces=12):
    path = [points[0]]
    for i in range(0, len(points) - 3, 3):
        a, b, c, d = points[i:i + 4]
        for k in range(1, pieces + 1):
            t = k / pieces
            s = 1 - t
            path.append(tuple(s ** 3 * a[n] + 3 * s * s * t * b[n] + 3 * s * t * t * c[n] + t ** 3 * d[n]
                              for n in (0, 1)))
    return path


def dot_paths(picture):
    done = subprocess.run(["dot", "-Tjson"], input=dot_source(picture), capture_output=True, text=True, check=True)
    paths = []
    for edge in json.loads(done.stdout).get("edges", []):
        draw = [step for step in edge["_draw_"] if step["op"] == "b"]
        paths.append([point for step in draw for point in bezier([tuple(p) for p in step["points"]])])
    return paths


def meeting(a, b, c, d):
    """Where two segments cross, or None. Parallel ones do not."""
    r, s = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    cross = r[0] * s[1] - r[1] * s[0]
    if abs(cross) < 1e-9:
        return None
    t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / cross
    u = ((c[0] - a[0]) * r[1] - (c[1] - a[1]) * r[0]) / cross
    if 0 <= t < 1 and 0 <= u < 1:
        return (a[0] + t * r[0], a[1] + t * r[1])
    return None


def is_shared_end(point, first, second):
    ends = [(p, q) for p in (first[0], first[-1]) for q in (second[0], second[-1])]
    return any(max(abs(p[i] - q[i]) for i in (0, 1)) < NEAR and max(abs(p[i] - point[i]) for i in (0, 1)) < NEAR
               for p, q in ends)


def bounds(path):
    return (min(p[0] for p in path), min(p[1] for p in path), max(p[0] for p in path), max(p[1] for p in path))


def crossings(paths):
    count = 0
    frames = [bounds(path) for path in paths]
    for i, first in enumerate(paths):
        for k in range(i):
            second, a, b = paths[k], frames[i], frames[k]
            if a[0] > b[2] or b[0] > a[2] or a[1] > b[3] or b[1] > a[3]:
                continue
            for m in range(len(first) - 1):
                for n in range(len(second) - 1):
                    point = meeting(first[m], first[m + 1], second[n], second[n + 1])
                    if point and not is_shared_end(point, first, second):
                        count += 1
    return count


def pictures(binary, program):
    last = last_step(binary, program)
    found = [layout(binary, program, step) for step in sorted({last * i // STEPS for i in range(1, STEPS + 1)})]
    return [picture for picture in found if picture and picture["arrows"]]


def count_ours(picture):
    return crossings([[tuple(p) for p in arrow["points"]] for arrow in picture["arrows"]])


def measure(binary, program, stacked):
    ours = theirs = arrows = 0
    for picture in pictures(binary, program):
        arrows += len(picture["arrows"])
        ours += count_ours(picture)
        theirs += crossings(dot_paths(stack_frames(picture) if stacked else picture))
    return ours, theirs, arrows


def check(binary, most, files):
    counted = arrows = 0
    for program in files:
        found = pictures(binary, program)
        own = sum(map(count_ours, found))
        print(f"{pathlib.Path(program).name:32} {own:6}", flush=True)
        counted += own
        arrows += sum(len(picture["arrows"]) for picture in found)
    print(f"{counted} crossings of {arrows} arrows, at most {most} are allowed")
    return counted > most or not arrows


def main(words):
    if "--most" in words:
        binary, _, most, *files = words
        return check(binary, int(most), files)
    stacked = "--stacked" in words
    binary, *files = [word for word in words if word != "--stacked"]
    here = pathlib.Path(__file__).parent
    files = files or sorted(map(str, [*here.glob("golden/*.py"), *here.glob("python/programs/*.py")]))
    ratios, sums = [], [0, 0]
    print(f"{'program':32} {'arrows':>7} {'ours':>6} {'dot':>6} {'ratio':>7}")
    for program in files:
        ours, theirs, arrows = measure(binary, program, stacked)
        sums[0] += ours
        sums[1] += theirs
        ratio = (ours + 1) / (theirs + 1)      # none against none is 1
        ratios.append(ratio)
        print(f"{pathlib.Path(program).name:32} {arrows:7} {ours:6} {theirs:6} {ratio:7.2f}", flush=True)
    median = statistics.median(ratios)
    print(f"median ratio {median:.2f}, all together {sums[0]} to {sums[1]}")
    return median > 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
