class R:
    def __reversed__(self): yield from (3, 2, 1)
print(list(reversed(R())), list(reversed('abc')), list(zip('ab', [1, 2], (True, False))))
e = enumerate(['a'], start=1)
print(next(e), type(e).__name__)
