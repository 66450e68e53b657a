class Node:
    def __init__(self, data, next=None):
        self.data = data
        self.next = next

class LinkedList:
    def __init__(self):
        self.head = None
        self.size = 0

    def append(self, value):
        node = Node(value)
        if self.head is None:
            self.head = node
        else:
            cur = self.head
            while cur.next:
                cur = cur.next
            cur.next = node
        self.size += 1

    def reverse(self):
        prev = None
        cur = self.head
        while cur is not None:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev

    def __iter__(self):
        n = self.head
        while n:
            yield n.data
            n = n.next

    def __len__(self):
        return self.size

    def __str__(self):
        return " -> ".join(str(x) for x in self)

ll = LinkedList()
for v in [3, 1, 2]:
    ll.append(v)
print(ll)
ll.reverse()
print(ll, len(ll))
print(2 in list(ll))
