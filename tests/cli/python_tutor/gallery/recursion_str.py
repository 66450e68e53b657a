def rev(s):
    return s if len(s) <= 1 else rev(s[1:]) + s[0]
def count(s, c):
    if not s: return 0
    return (s[0] == c) + count(s[1:], c)
print(rev('hello'), count('banana', 'a'))
