def countdown(n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        print('closing')
g = countdown(5)
print(next(g), next(g))
g.close()
try: next(g)
except StopIteration: print('over')
h = countdown(1)
for v in h: print(v)
