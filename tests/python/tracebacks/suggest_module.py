import sys
counter = 1
for conter in range(1):
    pass
del conter
print(countre)
