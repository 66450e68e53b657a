n = 15
i = 2
while i * i <= n:
    if n % i == 0:
        print(n, 'divisible by', i)
        break
    i += 1
else:
    print('prime')
for a in []:
    pass
else:
    print('empty')
