def averager():
    total = 0
    count = 0
    avg = None
    while True:
        x = yield avg
        if x is None:
            break
        total += x
        count += 1
        avg = total / count
    return total

a = averager()
next(a)
print(a.send(10))
print(a.send(20))
try:
    a.send(None)
except StopIteration as e:
    print('done', e.value)
