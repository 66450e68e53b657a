def build():
    class Node:
        def __init__(self, v): self.v = v
    nodes = [Node(i) for i in range(2)]
    return nodes
ns = build()
print([n.v for n in ns])
