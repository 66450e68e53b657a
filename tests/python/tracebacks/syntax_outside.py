x = 1
if x:
    return   x   # not in a function
