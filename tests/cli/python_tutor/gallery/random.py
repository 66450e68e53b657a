import random
random.seed(42)
rolls = [random.randint(1, 6) for _ in range(5)]
deck = list(range(8))
random.shuffle(deck)
hand = random.sample(deck, 3)
pick = random.choice('abc')
f = random.random()
print(rolls, deck, hand, pick, f)
