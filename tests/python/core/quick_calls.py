# Calls of functions and classes again and again, while what they mean changes.
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
class E(Exception):
    def __init__(self, a): super().__init__(a); self.a = a
for i in range(3):
    try: raise E(i)
    except E as e: print(e.a, e)
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): ...
class B:
    def __init__(self): return 3
for C in A, B:
    for i in range(3):
        try: C()
        except TypeError as e: print(e)
class New:
    def __new__(cls, *a): print("new"); return object.__new__(cls)
    def __init__(self, a): self.a = a
for i in range(3): print(New(i).a)
def kw(a, b=2, *, c=3): return a, b, c
for i in range(3): print(kw(1), kw(1, c=5), kw(b=1, a=2))
