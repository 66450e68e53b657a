board = [[' '] * 3 for _ in range(3)]
def play(r, c, p):
    if board[r][c] != ' ':
        raise ValueError('taken')
    board[r][c] = p
def winner():
    lines = board + [list(c) for c in zip(*board)] + [[board[i][i] for i in range(3)]]
    for l in lines:
        if l[0] != ' ' and len(set(l)) == 1:
            return l[0]
for i, (r, c) in enumerate([(0, 0), (1, 1), (0, 1), (2, 2), (0, 2)]):
    play(r, c, 'XO'[i % 2])
    w = winner()
    if w:
        print(w, 'wins'); break
print('\n'.join('|'.join(r) for r in board))
