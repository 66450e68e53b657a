x = 'global'
def outer():
    x = 'outer'
    def inner():
        nonlocal x
        x = 'changed'
        print('inner', x)
    inner()
    print('outer', x)
outer()
print(x)
list = [1, 2]
sum = 0
for i in list: sum += i
print(sum)
