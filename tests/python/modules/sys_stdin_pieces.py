# Input read in pieces of lines.
import sys
print(repr(sys.stdin.read(2)), repr(sys.stdin.readline()), repr(sys.stdin.readline(3)), repr(sys.stdin.readline()))
print(repr(sys.stdin.read(0)), repr(sys.stdin.read(7)), repr(sys.stdin.readline(-1)))
print([line for line in sys.stdin], repr(sys.stdin.read(4)), repr(sys.stdin.read()))
