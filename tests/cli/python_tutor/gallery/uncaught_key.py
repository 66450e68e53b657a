prices = {'apple': 1.25, 'pear': 0.5}
cart = ['apple', 'kiwi']
total = 0
for item in cart:
    total += prices[item]
print(total)
