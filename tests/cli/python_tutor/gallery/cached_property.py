from functools import cached_property
class C:
    def __init__(self): self.calls = 0
    @cached_property
    def val(self):
        self.calls += 1
        return 42
c = C()
print(c.val, c.val, c.calls)
