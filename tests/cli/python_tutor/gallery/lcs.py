def lcs(a, b):
    if not a or not b: return ''
    if a[0] == b[0]: return a[0] + lcs(a[1:], b[1:])
    return max(lcs(a, b[1:]), lcs(a[1:], b), key=len)
print(lcs('abc', 'bc'))
