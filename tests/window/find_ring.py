"""Finds the dark ring round what the keyboard is on, in a picture of the window (a PPM file): prints its middle and its
bottom edge as shell assignments. Nothing else has so long a stroke in the text's colour."""
import sys

with open(sys.argv[1], "rb") as file:
    assert file.readline() == b"P6\n"
    width, height = map(int, file.readline().split())
    file.readline()
    pixels = file.read()
ink = bytes.fromhex(sys.argv[2])
runs = []
for y in range(height):
    row = pixels[y * width * 3:(y + 1) * width * 3]
    at = row.find(ink * 30)
    if at >= 0 and at % 3 == 0:
        end = at
        while row[end:end + 3] == ink:
            end += 3
        runs.append((y, at // 3, end // 3))
if not runs:
    sys.exit("no ring")
top, bottom = runs[0][0], runs[-1][0]
left, right = runs[0][1], runs[0][2]
print(f"ring_x={(left + right) // 2} ring_y={(top + bottom) // 2} ring_bottom={bottom}")
