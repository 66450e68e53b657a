for n in range(2, 8):
    for x in range(2, n):
        if n % x == 0:
            break
    else:
        print(n, 'prime')
while False:
    pass
else:
    print('w')
