import gc
a = []
b = [a]
a.append(b)
del a
del b
gc.collect()
print("done")
