lst = [1, 2, 3]
i = 0
while True:
    print(lst[i])
    i += 1
