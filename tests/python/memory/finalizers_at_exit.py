# weakref.finalize: which calls are made at the end of the program, and in which order.
import weakref
class A: pass
a, b, c = A(), A(), A()
f1 = weakref.finalize(a, print, "fin a", end="!\n")
f2 = weakref.finalize(b, print, "fin b")
f3 = weakref.finalize(c, print, "fin c"); f3.atexit = False
f4 = weakref.finalize(b, print, "fin b2")
print(f1.alive, f2.alive, f1.atexit, f3.atexit)
del a
print(f1.alive, f1())
print(f2.peek()[1].__name__, f2.peek()[2], f4.detach()[2])
print(f4.alive, f4())
print("end")
