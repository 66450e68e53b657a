class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
s = Stack([1])
s.push(2)
print(s, s.peek(), len(s))
class CI(dict):
    def __getitem__(self, k): return super().__getitem__(k.lower())
c = CI(a=1)
print(c['A'])
class S(str):
    def shout(self): return self.upper() + '!'
print(S('hi').shout())
class I(int): pass
i = I(5)
