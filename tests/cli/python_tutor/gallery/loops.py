total = 0
for i in range(3):
    for j in range(i):
        total += i * j
    else:
        total += 1
n = 5
while True:
    n -= 1
    if n == 3:
        continue
    if n < 2:
        break
else:
    print('never')
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a, b, c)
while n:
    n -= 1
else:
    print('done')
for i in []:
    pass
for x in zip([1, 2], 'ab'):
    print(x)
