import sys
sys.setrecursionlimit(10**6)
def attempt(f, *a):
    try: print(type(f(*a)).__name__)
    except RecursionError as e: print("RecursionError", e)
def down(n): return 0 if n == 0 else 1 + down(n - 1)
attempt(down, 20000)
sys.setrecursionlimit(1000)
depth = 0
def count():
    global depth
    depth += 1
    count()
attempt(count); print(depth)
class Chain:
    made = 0
    def __init__(self): Chain.made += 1; Chain()
attempt(Chain); print(Chain.made)
class Node:
    def __init__(self, next): self.next = next
    def __repr__(self): return f"Node({self.next!r})"
    def __eq__(self, other): return self.next == other.next
def build(n):
    node = None
    for _ in range(n): node = Node(node)
    return node
print(len(repr(build(300))), build(300) == build(300))
nested = []
for _ in range(100000): nested = [nested]
attempt(repr, nested)
other = []
for _ in range(100000): other = [other]
attempt(lambda: nested == other)
def total(n): return n and n + sum(total(n - 1) for _ in [1])
print(total(300))
attempt(isinstance, 1, (int,))
many = str
for _ in range(2000): many = (many,)
attempt(isinstance, 1, many)
