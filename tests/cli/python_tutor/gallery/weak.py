import weakref
class O: pass
o = O()
r = weakref.ref(o)
print(r() is o)
del o
print(r())
