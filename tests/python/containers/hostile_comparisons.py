# Elements whose comparison changes the container in which they are.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Evil:
    def __repr__(self):
        return "evil"

    def __init__(self, act, value=1):
        self.act = act
        self.value = value

    def __hash__(self):
        return 1

    def __eq__(self, other):
        act, self.act = self.act, None
        if act:
            act()
        return False

    def __lt__(self, other):
        return self.__eq__(other)


a = []
a[:] = [Evil(a.clear), Evil(None), 3]
attempt(lambda: 5 in a)
print(a)
a[:] = [0, Evil(a.clear), 3]
attempt(lambda: a.index(7))
a[:] = [0, Evil(lambda: a.extend([1, 2, 3])), 3]
attempt(lambda: a.count(3))
a[:] = [0, Evil(lambda: a.__delitem__(slice(1, None)))]
attempt(lambda: a.remove(9))
b = [Evil(lambda: b.clear()), 1]
attempt(lambda: b == [1, 2])
attempt(lambda: b == [1, 2])
c = [Evil(lambda: c.append(1)), Evil(None), Evil(None)]
attempt(lambda: c.sort())
print(len(c))
d = {}
d[Evil(lambda: d.clear())] = 1
d[Evil(None)] = 2
print(len(d))
d = {1: "one"}
attempt(lambda: d[Evil(lambda: d.update({i: i for i in range(100)}))])
print(len(d))
d = {Evil(None): 0, Evil(None): 1}
attempt(lambda: d.setdefault(Evil(lambda: d.clear()), 5))
print(len(d))
d = {"x": 1}


class Name(str):
    def __eq__(self, other):
        d.clear()
        d["y"] = 2
        return True

    def __hash__(self):
        return hash("x")


attempt(lambda: d.get(Name("x")))
attempt(lambda: d.__setitem__(Name("x"), 3))
print(sorted(map(str, d)), len(d))
s = {1}
s.add(Evil(lambda: s.clear()))
print(len(s))
s = {1, 2}
attempt(lambda: Evil(lambda: s.update(range(100))) in s)
print(len(s))
e = [1, 2, 3]
attempt(lambda: sorted([3, 1, 2], key=lambda x: e.pop()))
attempt(lambda: e.sort(key=lambda x: e.append(x)))
attempt(lambda: [3, 1, 2].sort(key=lambda x: 1 / 0))


class Shown:
    def __repr__(self):
        a.clear()
        return "shown"


a = [Shown(), 1, 2]
print(a)
