for i in range(1, 4):
    for j in range(1, 4):
        if j == i: continue
        if i + j > 5: break
        print(i, j, end='; ')
    print()
