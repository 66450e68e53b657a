class Tree:
    def __init__(self, v, left=None, right=None):
        self.v = v
        self.left = left
        self.right = right
def insert(t, v):
    if t is None:
        return Tree(v)
    if v < t.v:
        t.left = insert(t.left, v)
    else:
        t.right = insert(t.right, v)
    return t
def walk(t):
    if t:
        yield from walk(t.left)
        yield t.v
        yield from walk(t.right)
root = None
for v in [5, 2, 8, 1, 9]:
    root = insert(root, v)
print(list(walk(root)))
