import sys
a = [
    1,
    2 / 0,
    3,
]
