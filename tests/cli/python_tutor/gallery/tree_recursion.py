def count_change(amount, coins):
    if amount == 0: return 1
    if amount < 0 or not coins: return 0
    return count_change(amount - coins[0], coins) + count_change(amount, coins[1:])
print(count_change(5, [2, 1]))
