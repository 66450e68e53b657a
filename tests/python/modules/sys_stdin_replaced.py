import io
import sys

typed = sys.stdin
sys.stdin = io.StringIO('first\nsecond\n\nlast')
sys.stdout = shown = io.StringIO()
words = [input('a prompt: '), input()]
sys.stdout = sys.__stdout__
print(words, repr(shown.getvalue()))
print(repr(input()), repr(input()))
for attempt in range(2):
    try:
        input()
    except EOFError as error:
        print(error)


class Numbers:
    def readline(self):
        return 5


sys.stdin = Numbers()
try:
    input()
except TypeError as error:
    print(error)
sys.stdin = typed
print(repr(sys.stdin.readline()))
