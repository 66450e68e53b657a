l = [1, 2, 3, 4]
del l[1]
del l[0:2]
d = {'a': 1, 'b': 2}
del d['a']
class O: pass
o = O()
o.x = 1
o.y = [o]
del o.x
x = 1
def f():
    y = 2
    del y
    try:
        print(y)
    except UnboundLocalError as e:
        print(e)
f()
del x
print(x)
