class Stack:
    def __init__(self): self._i = []
    def push(self, x): self._i.append(x)
    def pop(self):
        if not self._i: raise IndexError("pop from empty stack")
        return self._i.pop()
    def peek(self): return self._i[-1] if self._i else None
    def __len__(self): return len(self._i)
    def __bool__(self): return bool(self._i)
def balanced(s):
    st, pairs = Stack(), {")": "(", "]": "[", "}": "{"}
    for ch in s:
        if ch in "([{": st.push(ch)
        elif ch in pairs and (not st or st.pop() != pairs[ch]): return False
    return not st
for s in ("(a[b]{c})", "([)]", "((", "", "}"): print(repr(s), balanced(s))
def rpn(expr):
    st = Stack()
    ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}
    for t in expr.split():
        if t in ops: b, a = st.pop(), st.pop(); st.push(ops[t](a, b))
        else: st.push(float(t))
    return st.pop()
print(rpn("3 4 + 2 * 7 /"), rpn("5 1 2 + 4 * + 3 -"))
for bad in ("1 +", "a", "1 0 /"):
    try: rpn(bad)
    except (IndexError, ValueError, ZeroDivisionError) as e: print(type(e).__name__, e)
def to_rpn(s):
    prec, out, st = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}, [], []
    for t in s.replace("(", " ( ").replace(")", " ) ").split():
        if t == "(": st.append(t)
        elif t == ")":
            while st[-1] != "(": out.append(st.pop())
            st.pop()
        elif t in prec:
            while st and st[-1] != "(" and (prec[st[-1]] > prec[t] or prec[st[-1]] == prec[t] and t != "^"): out.append(st.pop())
            st.append(t)
        else: out.append(t)
    return " ".join(out + st[::-1])
print(to_rpn("3 + 4 * (2 - 1)"), "|", to_rpn("2 ^ 3 ^ 2 - 1"), rpn(to_rpn("3 + 4 * (2 - 1)")))
