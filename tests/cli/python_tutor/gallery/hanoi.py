def hanoi(n, src, dst, via):
    if n == 0: return 0
    moves = hanoi(n - 1, src, via, dst)
    print(f"{src}->{dst}")
    return moves + 1 + hanoi(n - 1, via, dst, src)
print(hanoi(2, 'A', 'C', 'B'))
