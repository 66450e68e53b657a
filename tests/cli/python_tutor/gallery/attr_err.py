class T: pass
t = T()
t.a = 1
print(t.a)
print(t.b)
