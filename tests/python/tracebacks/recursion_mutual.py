def ping(n):
    return pong(n)


def pong(n):
    return ping(n + 1)


try:
    ping(0)
except RecursionError as e:
    print(e)
    depth = 0
    tb = e.__traceback__
    while tb:
        depth += 1
        tb = tb.tb_next
    print(depth > 900)
    e.__traceback__ = e.__traceback__.tb_next.tb_next
    raise e from None
