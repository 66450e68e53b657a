def nest(n, e):
    for i in range(n):
        e = ExceptionGroup(f"level {i}", [ValueError(i), e]) if i % 2 else ExceptionGroup(f"level {i}", [e])
    return e


raise ExceptionGroup("deep", [nest(8, KeyError(8)), nest(9, KeyError(9)), nest(10, KeyError(10)), nest(14, KeyError(14))])
