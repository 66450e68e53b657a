total = 0
while True:
    s = input("number (q to quit): ")
    if s == 'q':
        break
    total += int(s)
print(total)
