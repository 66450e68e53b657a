# Generators that may be awaited.
import types
@types.coroutine
def awaitable(*, throw=False):
    if throw: yield ('throw',)
    else: yield ('result',)
async def f():
    await awaitable()
    return 5
c = f()
print(c.send(None))
try: c.send(None)
except StopIteration as e: print(e.value)
