data = [10, 5, '3', 0]
for d in data:
    print(100 // d)
