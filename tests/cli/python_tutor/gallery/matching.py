def f(p):
    match p:
        case 0:
            return 'zero'
        case [x, y]:
            return f'pair {x} {y}'
        case {'k': v}:
            return v
        case str() as s if s:
            return s
        case _:
            return 'other'
for p in [0, [1, 2], {'k': 'v'}, 'st', 3.5]:
    print(f(p))
