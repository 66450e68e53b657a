def group(n):
    return ExceptionGroup(f"{n} members", [ValueError(i) for i in range(n)])


raise ExceptionGroup("wide", [group(1), group(14), group(15), group(16), group(17), ExceptionGroup("last", [group(18)])])
