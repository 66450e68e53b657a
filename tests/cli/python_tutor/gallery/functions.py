def square(x): return x * x
def apply(f, xs): return [f(x) for x in xs]
ops = {'sq': square, 'neg': lambda v: -v, 'len': len, 'max': max, 'str': str, 'int': int}
print(apply(square, [1, 2]), apply(ops['neg'], [3]))
f = square
g = print
g(f(4))
h = [].append
u = 'abc'.upper
print(u())
k = str.upper
j = list.append
