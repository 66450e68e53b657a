# Operators and comparisons of numbers at the edges of what is done in machine words.
import hashlib


def ops(a, b):
    out = []
    for f in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: a & b, lambda: a | b, lambda: a ^ b):
        try: out.append(f())
        except Exception as e: out.append(type(e).__name__)
    try:
        out += [a + b, a - b, a * b]
        out += [a / b, a // b, a % b]
    except Exception as e: out.append(repr(e))
    if a < b: out.append("lt")
    if a <= b: out.append("le")
    if a == b: out.append("eq")
    if a != b: out.append("ne")
    if a > b: out.append("gt")
    if a >= b: out.append("ge")
    if not a < b: out.append("nlt")
    return out
nan, inf = float("nan"), float("inf")
values = [0, 1, -1, 2, -7, 255, 256, 257, 2**53, 2**53+1, 2**61, 2**62-1, 2**62, -2**62, 2**63, 2**64, 10**30, True, False, 0.0, -0.0, 1.5, -2.5, nan, inf, -inf, 1e300]
text = ""
for a in values:
    for b in values:
        try: text += repr(ops(a, b)) + "\n"
        except Exception as e: text += repr(e) + "\n"
print(len(text)); print(hashlib.md5(text.encode()).hexdigest())
def bad():
    x = "a"
    y = 1
    return x + y
try: bad()
except TypeError as e: print(e)
def unbound(flag):
    if flag: x = 1
    return x + 1
def unbound2(flag):
    if flag: y = 1
    z = 2
    return z + y
def unbound3(flag):
    if flag: k = 1
    if k < 3: return 1
for f in unbound, unbound2, unbound3:
    try: f(0)
    except UnboundLocalError as e: print(e, e.__traceback__.tb_next.tb_lineno)
i = 0
while i < 5:
    i += 1
    if i == 3: continue
    print(i, end=" ")
def w():
    i = 0
    while i < 3: i += 1
    k = 10
    while k > i: k -= 1
    return i, k
print(w())
