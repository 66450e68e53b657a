def perms(s):
    if not s:
        yield ''
    for i, c in enumerate(s):
        for rest in perms(s[:i] + s[i+1:]):
            yield c + rest
print(list(perms('abc')))
