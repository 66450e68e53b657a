class Rng:
    def __init__(self, s=1): self.s = s
    def __call__(self, n=None): self.s = self.s * 6364136223846793005 + 1442695040888963407 & 2**64 - 1; r = self.s >> 33; return r if n is None else r % n
rnd = Rng(3); print([rnd(6) + 1 for _ in range(10)], rnd())
class Queue:
    def __init__(self): self.inn, self.out = [], []
    def put(self, x): self.inn.append(x)
    def get(self):
        if not self.out:
            while self.inn: self.out.append(self.inn.pop())
        return self.out.pop()
    def __len__(self): return len(self.inn) + len(self.out)
class Customer:
    n = 0
    def __init__(self, t): Customer.n += 1; self.id, self.arrived = Customer.n, t
    def __repr__(self): return f"<C{self.id}@{self.arrived}>"
q, busy, waits = Queue(), 0, []
for t in range(30):
    if rnd(3) == 0: q.put(Customer(t))
    if busy: busy -= 1
    elif q: c = q.get(); waits.append(t - c.arrived); busy = rnd(4) + 1; print(t, c)
print(len(q), waits, sum(waits) / len(waits) if waits else None)
class Elevator:
    def __init__(self, floors): self.floor, self.todo, self.log = 0, [], []
    def call(self, f): self.todo.append(f)
    def step(self):
        if self.todo:
            target = min(self.todo, key=lambda f: (abs(f - self.floor), f)); self.floor += (target > self.floor) - (target < self.floor)
            if self.floor == target: self.todo.remove(target); self.log.append(target)
e = Elevator(10)
for f in (5, 2, 8): e.call(f)
while e.todo: e.step()
print(e.log)
population = {"rabbit": 40.0, "fox": 9.0}
for y in range(5): r, f = population["rabbit"], population["fox"]; population["rabbit"] = max(0, r + 0.1 * r - 0.02 * r * f); population["fox"] = max(0, f - 0.1 * f + 0.01 * r * f); print(f"{y}: {population['rabbit']:8.3f} {population['fox']:8.3f}")
rule, row = 30, "." * 15 + "#" + "." * 15
for _ in range(6): print(row); row = "".join(".#"[rule >> int("".join("01"[row[(i + d) % len(row)] == "#"] for d in (-1, 0, 1)), 2) & 1] for i in range(len(row)))
class Robot:
    dirs = "NESW"; moves = dict(N=(0, 1), E=(1, 0), S=(0, -1), W=(-1, 0))
    def __init__(self): self.x = self.y = 0; self.d = "N"
    def run(self, prog):
        for ch in prog:
            match ch:
                case "L" | "R" as t: self.d = self.dirs[(self.dirs.index(self.d) + (1 if t == "R" else -1)) % 4]
                case "F": dx, dy = self.moves[self.d]; self.x += dx; self.y += dy
                case _: raise ValueError(f"unknown command {ch!r}")
        return self.x, self.y, self.d
print(Robot().run("FFRFFLB"[:6]), Robot().run("FRFRFRF"))
try: Robot().run("FX")
except ValueError as e: print(e)
