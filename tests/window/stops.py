items = []
total = 0
for i in range(40):
    items.append(i)
    total += i
print(total)
