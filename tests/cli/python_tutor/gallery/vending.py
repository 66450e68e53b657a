inventory = {'chips': {'price': 1.5, 'qty': 2}, 'soda': {'price': 2, 'qty': 0}}
def buy(item, money):
    if item not in inventory:
        return 'no such item'
    entry = inventory[item]
    if entry['qty'] == 0:
        return 'sold out'
    if money < entry['price']:
        return f"need {entry['price'] - money:.2f} more"
    entry['qty'] -= 1
    return f"change {money - entry['price']:.2f}"
print(buy('chips', 2)); print(buy('soda', 5)); print(buy('gum', 1)); print(buy('chips', 1))
