class Stack:
    def __init__(self):
        self.__items = []
    def push(self, x): self.__items.append(x)
    def pop(self):
        if not self.__items:
            raise IndexError("pop from empty stack")
        return self.__items.pop()
    def is_empty(self): return not self.__items
s = Stack()
for ch in "([])":
    if ch in "([":
        s.push(ch)
    else:
        print(s.pop(), ch)
print(s.is_empty())
s.pop()
