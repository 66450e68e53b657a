import random
secret = random.randint(1, 10)
low, high, tries = 1, 10, 0
while True:
    guess = (low + high) // 2
    tries += 1
    if guess == secret: break
    if guess < secret: low = guess + 1
    else: high = guess - 1
print('found', secret, 'in', tries)
print(random.choice(['a', 'b']), random.uniform(1, 2) < 2, random.shuffle([1, 2]))
