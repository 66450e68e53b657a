def shift(c, k):
    if c.isalpha():
        base = ord('a') if c.islower() else ord('A')
        return chr((ord(c) - base + k) % 26 + base)
    return c
msg = "Hi, Zoe!"
enc = ''.join(shift(c, 3) for c in msg)
dec = ''.join([shift(c, -3) for c in enc])
print(enc, dec)
