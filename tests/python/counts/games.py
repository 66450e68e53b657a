import random
random.seed(7)
deck = [(r, s) for s in "hs" for r in range(1, 5)]
random.shuffle(deck)
hand = [deck.pop() for _ in range(3)]
pick = random.choice(deck)
some = random.sample(deck, 2)
x = random.random()
class Player:
    def __init__(self, name):
        self.name = name
        self.hand = []
    def draw(self, deck):
        card = deck.pop()
        self.hand.append(card)
        return card
players = [Player("a"), Player("b")]
for turn in range(2):
    for pl in players:
        card = pl.draw(deck)
board = [[" "] * 3 for _ in range(3)]
def place(b, r, c, m):
    if b[r][c] != " ":
        return False
    b[r][c] = m
    return True
ok = place(board, 1, 1, "X")
bad = place(board, 1, 1, "O")
def winner(b):
    lines = b + [list(c) for c in zip(*b)] + [[b[i][i] for i in range(3)]]
    for line in lines:
        if line[0] != " " and len(set(line)) == 1:
            return line
w = winner(board)
def neighbours(cells):
    out = {}
    for (r, c) in cells:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    key = (r + dr, c + dc)
                    out[key] = out.get(key, 0) + 1
    return out
cells = {(1, 0), (1, 1), (1, 2)}
nxt = {p for p, n in neighbours(cells).items() if n == 3 or n == 2 and p in cells}
print(hand, pick, ok, bad, w, sorted(nxt))
