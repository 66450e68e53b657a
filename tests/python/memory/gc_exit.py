# What dies at the end, and in what order: the main module goes, and a collection finds what it held.
class Ends:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Ends("cycle, let go")
a.me = a
del a
b = Ends("cycle")
b.me = b
c = Ends("plain")
_d = Ends("private")
e = [Ends("in a list")]
print("end")
