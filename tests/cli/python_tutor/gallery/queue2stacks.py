class Queue:
    def __init__(self):
        self.inbox, self.outbox = [], []
    def enqueue(self, item): self.inbox.append(item)
    def dequeue(self):
        if not self.outbox:
            while self.inbox:
                self.outbox.append(self.inbox.pop())
        return self.outbox.pop()
q = Queue()
q.enqueue('a'); q.enqueue('b')
print(q.dequeue()); q.enqueue('c')
print(q.dequeue(), q.dequeue())
try: q.dequeue()
except IndexError as ex: print("empty:", ex)
