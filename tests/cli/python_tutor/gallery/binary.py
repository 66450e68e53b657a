def to_binary(n):
    digits = ''
    while n > 0:
        digits = str(n % 2) + digits
        n //= 2
    return digits or '0'
print([to_binary(k) for k in (0, 5, 8)], bin(10), 0b101, hex(255))
