class Money:
    def __init__(self, a): self.amount = a
    def __str__(self):
        return f"${self.amount:.2f}"
    def __lt__(self, o): return self.amount < o.amount
wallet = [Money(5), Money(2.5)]
wallet.sort()
for m in wallet:
    print(m)
print(min(wallet), f"{wallet[0]!s:>10}")
