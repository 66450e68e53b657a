s = "Hello, World"
out = ''
for ch in s:
    if ch.isalpha():
        out = ch.lower() + out
vowels = sum(1 for ch in out if ch in 'aeiou')
print(out, vowels)
words = "the quick brown fox".split()
caps = ' '.join(w.capitalize() for w in words)
print(caps, caps[::-1], sep='\n')
print('%-10s|%5d|%.3f' % ('ab', 42, 3.14159))
print('{:>8}|{:^8}|{:08.3f}'.format('r', 'c', 2.5))
