class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

head = None
for value in [30, 20, 10]:
    head = Node(value, head)

node = head
while node:
    print(node.value)
    node = node.next
