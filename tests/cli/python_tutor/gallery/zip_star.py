pairs = [(1, 'a'), (2, 'b')]
nums, lets = zip(*pairs)
m = [[1, 2, 3], [4, 5, 6]]
t = [list(r) for r in zip(*m)]
print(nums, lets, t)
