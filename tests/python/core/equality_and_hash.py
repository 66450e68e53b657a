def t(f, *a):
    try:
        print(repr(f(*a)))
    except BaseException as e:
        print(type(e).__name__, e)
class E:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
t(hash, E(1)); t(lambda: {E(1): 2}); t(lambda: {E(1)}); print(E.__hash__)
class F(E):
    def __hash__(s): return hash(s.v)
print(len({F(1), F(1), F(2)}), F(1) in {F(1)}, {F(3): 4}[F(3)])
class H(E): __hash__ = E.__hash__
t(hash, H(1))
class B:
    def __hash__(s): return 2**100
t(hash, B())
class BN:
    def __hash__(s): return -1
print(hash(BN())); t(hash, []); t(hash, {}); t(hash, (1, [])); t(hash, slice(1)); t(lambda: {[]: 1}); t(lambda: {{}}); t(lambda: [] in {1})
for v in (0, 1, -1, -2, 2**61 - 1, 2**61, -2**61, 1.0, 1.5, -0.5, float("inf"), float("-inf"), 1e300, 1j, 2+0j, "a", "", b"a", (), (1, 2), frozenset({1, 2}), None is None, range(3), range10**30, (1, (2, 3)), "héllo"):
    print(v, hash(v))
class Lt:
    def __init__(s, v): s.v = v
    def __lt__(s, o): print("lt", s.v, o.v); return s.v < o.v
    def __repr__(s): return f"L{s.v}"
print(sorted([Lt(3), Lt(1), Lt(2)])); print(max(Lt(1), Lt(2)), min([Lt(2), Lt(1)])); print(Lt(1) > Lt(2)); t(lambda: Lt(1) <= Lt(2)); t(lambda: Lt(1) >= Lt(2))
class EE:
    def __eq__(s, o): print("eq", type(o).__name__); return NotImplemented
    def __ne__(s, o): print("ne", type(o).__name__); return "ne"
print(EE() == 1, EE() != 1, 1 == EE(), EE() == EE()); print([EE()] == [1], EE() in [1, 2]); x = EE(); print([x] == [x], x in [x], [x].index(x), [x].count(x))
class Bad:
    def __eq__(s, o): raise ValueError("cmp")
    def __hash__(s): return 1
b = Bad(); t(lambda: b in [1]); t(lambda: {1: 2}[b]); t(lambda: [b].index(2)); t(lambda: (b,) == (1,)); t(lambda: {b: 1} == {1: 1}); t(lambda: [b].remove(1)); t(lambda: {1, b})
class BoolBad:
    def __bool__(s): raise KeyError("bb")
    def __lt__(s, o): return s
    def __eq__(s, o): return s
q = BoolBad(); t(lambda: sorted([q, q])); t(lambda: not q); t(lambda: q and 1); t(lambda: [q] == [1]); t(lambda: 1 if q else 2); t(lambda: any([q])); t(lambda: max(q, q)); t(lambda: list(filter(None, [q])))
print(1 == 1.0, 1 == True, hash(True), "1" == 1, None == 0, [1, 2] < [1, 3], (1,) < (1, 0), "a" < "b", {1} < {1, 2}); nan = float("nan"); print(nan == nan, [nan] == [nan], nan in [nan], {nan: 1}[nan], (nan,) == (nan,))
t(sorted, [1, "a"]); t(lambda: sorted([3, 1], key=None, reverse=1)); t(lambda: sorted([1], reverse="x")); t(lambda: sorted([1], reverse=None)); t(lambda: sorted([1], reverse=1.5)); t(lambda: [1].sort(reverse="x")); t(sorted); t(lambda: sorted([1], 2)); t(lambda: sorted([1], bad=2)); t(max); t(max, 1); t(max, []); t(lambda: max([], default=3)); t(lambda: max(1, 2, default=3)); t(lambda: max([1, "a"])); t(lambda: max("abc", key=lambda c: -ord(c)))
class Idx:
    def __index__(s): return 2
print([1, 2, 3][Idx()], "abc"[Idx()], range(5)[Idx()], [0] * Idx(), "ab" * Idx(), hex(Idx()), bin(Idx()), int(Idx()), float(Idx()), range(Idx()), [1, 2, 3, 4][Idx():], chr(Idx()), (5).__round__(Idx()), round(3.14159, Idx()), bytes(Idx()), 1 << 2, math.factorial(Idx()) if 0 else 0)
class Ln:
    def __len__(s): return 0
print(bool(Ln()), not Ln()); t(lambda: [1, 2][1.0]); t(lambda: [1, 2]["a"]); t(lambda: "ab"[None]); t(lambda: (1,)[1:2.0]); t(lambda: {}[1]); t(lambda: [][0]); t(lambda: ()[0]); t(lambda: ""[0]); t(lambda: b""[0]); t(lambda: range(0)[0]); t(lambda: {}["a"]); t(lambda: {1: 2}[(1, 2)])
