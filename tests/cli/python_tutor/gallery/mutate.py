def add_item(item, lst=[]):
    lst.append(item)
    return lst
def change(lst):
    lst[0] = 'changed'
    lst = ['new']
    lst.append(1)
x = add_item(1)
y = add_item(2)
z = add_item(3, [])
orig = ['a', 'b']
change(orig)
print(x, y, z, orig)
