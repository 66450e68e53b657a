seed = 7
def rnd(n):
    global seed
    seed = (seed * 16807) % 2147483647
    return seed % n
def ttt(board):
    lines = [board[i:i + 3] for i in (0, 3, 6)] + [board[i::3] for i in range(3)] + [board[::4], board[2:7:2]]
    for l in lines:
        if l in ("XXX", "OOO"): return l[0]
    return None if " " in board else "draw"
def minimax(b, me):
    w = ttt(b)
    if w: return {"X": 1, "O": -1, "draw": 0}[w], None
    best = None
    for i in (i for i, c in enumerate(b) if c == " "):
        s, _ = minimax(b[:i] + me + b[i + 1:], "O" if me == "X" else "X")
        if best is None or (s > best[0] if me == "X" else s < best[0]): best = s, i
    return best
b = "XOXO X O "
while not ttt(b): s, i = minimax(b, "X" if b.count("X") <= b.count("O") else "O"); b = b[:i] + ("X" if b.count("X") <= b.count("O") else "O") + b[i + 1:]; print("\n-+-+-\n".join("|".join(b[r:r + 3]) for r in (0, 3, 6)))
print("winner", ttt(b))
secret, lo, hi, n = rnd(100), 0, 99, 0
while True:
    g = (lo + hi) // 2; n += 1
    if g == secret: break
    lo, hi = (g + 1, hi) if g < secret else (lo, g - 1)
print(f"found {secret} in {n}")
suits, ranks = "CDHS", "23456789TJQKA"; deck = [r + s for s in suits for r in ranks]
for i in range(51, 0, -1): j = rnd(i + 1); deck[i], deck[j] = deck[j], deck[i]
hand = sorted(deck[:5], key=lambda c: (ranks.index(c[0]), suits.index(c[1]))); print(hand, {c[1] for c in hand} <= set(suits), len(set(deck)))
beats = {"rock": "scissors", "paper": "rock", "scissors": "paper"}; score = {"p": 0, "c": 0, "tie": 0}
for _ in range(20): p, c = (list(beats)[rnd(3)] for _ in "ab"); score["tie" if p == c else "p" if beats[p] == c else "c"] += 1
print(score)
def hangman(word, guesses):
    lives, seen = 6, set()
    for g in guesses:
        if g in seen: print("again", g); continue
        seen.add(g)
        if g not in word: lives -= 1
        shown = " ".join(c if c in seen else "_" for c in word); print(f"{g}: {shown} lives={lives}")
        if "_" not in shown: return True
        if not lives: return False
print(hangman("python", "etpahhon" "y"))
inv = {"rope": 1, "gold": 42}
def add(inv, loot):
    for x in loot: inv[x] = inv.get(x, 0) + 1
add(inv, ["gold", "dagger", "gold"]); print(inv, sum(inv.values())); print(*(f"{v} {k}" for k, v in sorted(inv.items())), sep="\n")
pos, walk = 0, []
for _ in range(12): pos += 1 if rnd(2) else -1; walk.append(pos)
print(walk, "".join("\\/"[y > x] for x, y in zip(walk, walk[1:])))
