"""What is told of the steps of C programs: a pointer is told by what it leads to, a block is freed by the line that frees
it, and a variable that comes to life again has no value.

    python3 c_narration.py REFARROWS
"""
import json
import os
import sys
import tempfile
from pathlib import Path

from check import Checker

PROGRAM = """\
#include <stdlib.h>
struct node { int value; struct node *next; };
static struct node *push(struct node *head, int value)
{
    struct node *made = malloc(sizeof *made);
    made->value = value;
    made->next = head;
    return made;
}
int main(void)
{
    struct node *list = NULL;
    list = push(list, 1);
    list = push(list, 2);
    for (struct node *p = list; p; p = p->next)
        p->value++;
    while (list) {
        struct node *old = list;
        list = list->next;
        free(old);
    }
    int *items = malloc(2 * sizeof *items);
    int *last = items + 1;
    *last = 5;
    last--;
    items = realloc(items, 4 * sizeof *items);
    free(items);
    return 0;
}
"""

# By line: what is told when it has run for the first time, and for the second.
TOLD = {
    5: ["`struct node *made = malloc(sizeof *made);` allocated a new block of 16 bytes and set made to its address, "
        "0x5555555582a0."],
    8: ["`return made;` returned the address of the struct node to line 13."],
    13: ["`list = push(list, 1);` called push, which pushed a frame, with head set to NULL and value to 1."],
    18: ["`struct node *old = list;` set old to the address of the struct node, where list already points."],
    19: ["`list = list->next;` moved list from the struct node (old) to the struct node (old->next)."],
    20: ["`free(old);` freed the struct node.", "The lifetime of old ended with its block."],
    23: ["`int *last = items + 1;` set last to the address of item 1 of the block of 8 bytes."],
    24: ["`*last = 5;` set items[1] to 5."],
    25: ["`last--;` moved last from item 1 to item 0 of the block of 8 bytes."],
    26: ["`items = realloc(items, 4 * sizeof *items);` resized the block of 8 bytes to 16; it stayed in its place."],
    27: ["`free(items);` freed the block of 16 bytes: what still points at it dangles."],
}
AGAIN = {
    15: ["`for (struct node *p = list; p; p = p->next)` moved p from the struct node (list) to the struct node (list->next)."],
    17: ["`while (list)` was true; the program went on at line 18."],
    18: ["`struct node *old = list;` set old to the address of the struct node, where list already points."],
}


class NarrationChecker(Checker):
    def text(self, path, step):
        return self.run("text", path, "--step", str(step)).stdout.decode().splitlines()

    def told(self, path, line, again):
        """What is told at the step behind a line, and what its outline shows."""
        steps = [json.loads(text) for text in self.run("trace", path).stdout.decode().splitlines()[1:]]
        ran = [i for i, step in enumerate(steps) if step["event"] == "line" and step["line"] == line]
        text = self.text(path, steps[ran[again] + 1]["step"])
        return [sentence.strip() for sentence in text[text.index("what happened") + 1:]], text


def main(program):
    checker = NarrationChecker(os.path.abspath(program))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "program.c")
        Path(path).write_text(PROGRAM)
        for again, expected in enumerate((TOLD, AGAIN)):
            for line, sentences in expected.items():
                told, _ = checker.told(path, line, again)
                checker.check(f"line {line}", told[:len(sentences)] == sentences, f"told {told}")
        _, outline = checker.told(path, 17, 1)
        checker.check("old has no value in its second life", "  old, struct node *: uninitialised" in outline, f"{outline}")
    checker.end()


main(*sys.argv[1:])
