zero = lambda f: lambda x: x
succ = lambda n: lambda f: lambda x: f(n(f)(x))
one = succ(zero)
two = succ(one)
to_int = lambda n: n(lambda k: k + 1)(0)
print(to_int(two))
