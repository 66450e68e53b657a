from functools import cmp_to_key
def cmp(a, b):
    if a + b > b + a: return -1
    return 1
print(''.join(sorted(['3', '30', '34'], key=cmp_to_key(cmp))))
