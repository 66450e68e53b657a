def f(x): return x.missing

f("a" "b")