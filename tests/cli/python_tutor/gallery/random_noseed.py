import random
x = random.randint(1, 100)
y = random.random()
print(x)
guess = 50
if guess < x:
    print('low')
else:
    print('high')
