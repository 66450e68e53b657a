# gc.callbacks hold the namespace of the main module: what is in it never dies.
import gc


class Ends:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def watch(phase, info):
    print(phase, info)


gc.callbacks.append(watch)
a = Ends("cycle, let go")
a.me = a
del a
b = Ends("cycle")
b.me = b
c = Ends("plain")
print("end")
