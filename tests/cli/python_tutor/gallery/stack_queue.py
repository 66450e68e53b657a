class Stack:
    def __init__(self):
        self._i = []
    def push(self, x): self._i.append(x)
    def pop(self): return self._i.pop()
    def empty(self): return not self._i
def balanced(s):
    st = Stack()
    for c in s:
        if c in '([':
            st.push(c)
        elif c in ')]':
            if st.empty():
                return False
            o = st.pop()
            if (o, c) not in (('(', ')'), ('[', ']')):
                return False
    return st.empty()
print(balanced('([])'), balanced('(]'))
