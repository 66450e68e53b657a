text = """It was the best of times, it was the worst of times,
it was the age of wisdom... it was the age of foolishness"""
words = [w.strip(".,!?").lower() for w in text.split()]
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:6]: print(f"{w:<12}{n:>3} {'#' * n}")
print(len(words), len(set(words)), max(words, key=len), {len(w): [x for x in sorted(set(words)) if len(x) == len(w)] for w in words})
def caesar(s, k): return "".join(chr((ord(c) - b + k) % 26 + b) if (b := 65 if c.isupper() else 97) and c.isalpha() else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
def palin(s): t = [c.lower() for c in s if c.isalnum()]; return t == t[::-1]
print([palin(s) for s in ("A man, a plan, a canal: Panama", "no", "")], "racecar"[::-1], "".join(reversed("abc")))
def anagrams(ws):
    g = {}
    for w in ws: g.setdefault("".join(sorted(w)), []).append(w)
    return [v for v in g.values() if len(v) > 1]
print(anagrams(["eat", "tea", "tan", "ate", "nat", "bat"]))
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append((s[i], j - i)); i = j
    return out
print(rle("aaabbc"), "".join(c * n for c, n in rle("aaabbc")), "".join(f"{n}{c}" for c, n in rle("wwwwb")))
vowels = sum(text.count(v) for v in "aeiou"); print(vowels, text.title()[:20], text.upper().split("\n")[1][-11:], text.find("worst"), text.index("age"), text.rfind("age"))
print("%-10s|%5.1f%%|%03d" % ("rate", 45.678, 7), "{:^20}|{:>8}|{:<8}|".format("centre", "right", "left"), f"{1234567.891:,.2f} {0.5:%} {255:#x} {5:08b} {3.0} {1e10} {2**64}")
for line in text.splitlines(): print(line.partition(" ")[0], len(line), line.replace("it was", "X").count("X"))
morse = {"a": ".-", "b": "-...", "c": "-.-."}; back = {v: k for k, v in morse.items()}; enc = " ".join(morse[c] for c in "abc"); print(enc, "".join(back[x] for x in enc.split()))
