def add(a, b): return a + b
def sub(a, b): return a - b
table = {'+': add, '-': sub, '*': lambda a, b: a * b}
def calc(expr):
    a, op, b = expr.split()
    try:
        return table[op](float(a), float(b))
    except KeyError:
        return 'unknown op ' + op
print(calc('1 + 2'), calc('3 * 4'), calc('1 ^ 2'))
