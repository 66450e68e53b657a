total = 0
for i in range(2000):
    if i % 2 == 0:
        total += i
print(total)
