n = 0
while True:
    try:
        n += 1
        if n % 3 == 0: raise ValueError(n)
    except ValueError:
        pass
