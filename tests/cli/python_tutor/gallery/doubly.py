class DNode:
    def __init__(self, v):
        self.v = v
        self.prev = None
        self.next = None
class DList:
    def __init__(self):
        self.head = self.tail = None
    def push(self, v):
        n = DNode(v)
        if not self.head:
            self.head = self.tail = n
        else:
            n.prev = self.tail
            self.tail.next = n
            self.tail = n
    def remove(self, v):
        cur = self.head
        while cur:
            if cur.v == v:
                if cur.prev: cur.prev.next = cur.next
                else: self.head = cur.next
                if cur.next: cur.next.prev = cur.prev
                else: self.tail = cur.prev
                return True
            cur = cur.next
        return False
d = DList()
for i in (1, 2, 3): d.push(i)
d.remove(2)
d.remove(9)
