# The recursion limit: the deepest frames are shown, the same line once.
def forever(n):
    return forever(n + 1) + 1


forever(0)
