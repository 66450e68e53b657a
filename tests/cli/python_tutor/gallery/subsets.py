def subsets(xs):
    res = []
    def go(i, cur):
        if i == len(xs):
            res.append(cur[:])
            return
        go(i + 1, cur)
        cur.append(xs[i])
        go(i + 1, cur)
        cur.pop()
    go(0, [])
    return res
print(subsets([1, 2]))
