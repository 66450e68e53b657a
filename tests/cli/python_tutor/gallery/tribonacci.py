def trib(n, memo={0: 0, 1: 0, 2: 1}):
    if n not in memo:
        memo[n] = trib(n-1) + trib(n-2) + trib(n-3)
    return memo[n]
print(trib(6))
