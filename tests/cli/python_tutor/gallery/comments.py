# a comment
x = 1  # trailing

# another

def f(a):
    # inside
    b = a + 1

    return b  # done


y = f(x)
