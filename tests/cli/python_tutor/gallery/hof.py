def twice(f): return lambda x: f(f(x))
def inc(n): return n + 1
four = twice(twice(inc))
print(four(0))
g = twice
print(g(str.strip)(' a '), twice(lambda s: s + '!')('hi'))
