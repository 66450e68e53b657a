class Node:
    def __init__(self, data, next=None):
        self.data, self.next = data, next
class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self._size = 0
        for item in items: self.append(item)
    def append(self, data):
        if self.head is None: self.head = Node(data)
        else:
            current = self.head
            while current.next: current = current.next
            current.next = Node(data)
        self._size += 1
    def prepend(self, data): self.head = Node(data, self.head); self._size += 1
    def __len__(self): return self._size
    def __iter__(self):
        node = self.head
        while node:
            yield node.data
            node = node.next
    def __str__(self): return " -> ".join(str(x) for x in self) + " -> None"
    def __repr__(self): return f"LinkedList({list(self)!r})"
    def __getitem__(self, index):
        if not 0 <= index < len(self): raise IndexError("list index out of range")
        for i, x in enumerate(self):
            if i == index: return x
    def reverse(self):
        prev, node = None, self.head
        while node: node.next, prev, node = prev, node, node.next
        self.head = prev
    def remove(self, data):
        prev, node = None, self.head
        while node and node.data != data: prev, node = node, node.next
        if node is None: raise ValueError(f"{data} not in list")
        if prev: prev.next = node.next
        else: self.head = node.next
        self._size -= 1
    def has_cycle(self):
        slow = fast = self.head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
            if slow is fast: return True
        return False
l = LinkedList([1, 2, 3]); l.prepend(0); l.append(4); print(l, len(l), repr(l), l[2], 3 in l, 9 in l)
l.reverse(); print(l); l.remove(4); l.remove(2); print(l, max(l), sum(l), sorted(l), list(map(str, l)))
for bad in (lambda: l[10], lambda: l.remove(77)):
    try: bad()
    except (IndexError, ValueError) as e: print(type(e).__name__, e)
print(l.has_cycle()); l.head.next.next.next = l.head; print(l.has_cycle())
