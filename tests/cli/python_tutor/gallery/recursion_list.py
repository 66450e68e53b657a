def flatten(l):
    if not l:
        return []
    if isinstance(l[0], list):
        return flatten(l[0]) + flatten(l[1:])
    return [l[0]] + flatten(l[1:])
print(flatten([1, [2, [3]], 4]))
def perms(s):
    if len(s) <= 1:
        return [s]
    r = []
    for i, c in enumerate(s):
        for p in perms(s[:i] + s[i + 1:]):
            r.append(c + p)
    return r
print(perms('abc'))
def powerset(l):
    if not l:
        return [[]]
    r = powerset(l[1:])
    return r + [[l[0]] + x for x in r]
print(powerset([1, 2]))
