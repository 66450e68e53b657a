import sys
print(repr(sys.stdin.readline()))
for i, line in enumerate(sys.stdin):
    print(i, line.strip())
    if i == 1:
        break
print(input())
print(list(map(int, sys.stdin.readline().split())))
print(next(sys.stdin))
print(repr(sys.stdin.read()), sys.stdin.readlines(), sys.stdin, sys.stdin is sys.__stdin__)
sys.stdout.writelines(['a\n', 'b\n'])
try:
    sys.stdout.writelines([1])
except TypeError as error:
    print(error)
print(sys.stdout.isatty(), sys.stdout.encoding, sys.stdin.encoding, sys.stdin.isatty(), sys.stdin.readline() == '')
