n = 4821
total = 0
while n:
    n, d = divmod(n, 10)
    total += d
print(total)
rev = int(str(4821)[::-1])
is_arm = sum(int(c) ** 3 for c in '153') == 153
