def parse(s):
    try:
        return int(s)
    except ValueError:
        return None
    else:
        print('else')
vals = [parse(x) for x in ('1', 'x', '3')]
print(vals)
total = 0
for v in vals:
    try:
        total += v
    except TypeError as err:
        print('skip', err)
l = []
try:
    l[5]
except IndexError as ie:
    print(ie)
try:
    {}['k']
except KeyError as ke:
    print(ke)
try:
    'a' + 1
except TypeError as te:
    print(te)
None.foo
