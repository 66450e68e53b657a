def is_palindrome(s):
    s = ''.join(c for c in s.lower() if c.isalnum())
    return s == s[::-1]
for w in ("Racecar", "A man, a plan", "abc"):
    print(w, is_palindrome(w))
