async def co(x):
    return x + 1
async def main():
    r = await co(1)
    return r
c = main()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
