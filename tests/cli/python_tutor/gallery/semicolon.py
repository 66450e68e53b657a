x = 1; y = 2; print(x + y)
if x: print('one line if')
for k in range(2): print(k); x += k
def f(): return 5
class C: a = 1; b = 2
print(f(), C.a + C.b)
