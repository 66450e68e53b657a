class Node:
    def __init__(self, value, next):
        self.value = value
        self.next = next

head = None
for i in range(4):
    head = Node(i, head)
big = list(range(10000))
table = {"a": [1, 2], "b": [3, 4], "c": (5, 6)}
alias = table["a"]
big.append(alias)
