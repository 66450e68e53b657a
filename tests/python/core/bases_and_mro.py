# Assigning __bases__, metaclasses with an mro() of their own, names of classes, iterators that lose their __next__.


def attempt(label, action, *args):
    try:
        print(label, action(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


class A:
    x = 1

    def __len__(self):
        return 1


class B:
    x = 2

    def __len__(self):
        return 2


class C(A):
    pass


class D(C):
    pass


d = D()
print(d.x, len(d), D.__mro__)
C.__bases__ = (B,)
print(d.x, len(d), D.__mro__, A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B, A)
print(D.__mro__)


class E(A, B):
    pass


for bases in (5, (), (5,), (D,), (B, E), (object,), (int,)):
    attempt('bases', setattr, C, '__bases__', bases)
print(C.__bases__, D.__mro__)
attempt('delete', delattr, C, '__bases__')
attempt('immutable', setattr, int, '__bases__', (object,))
attempt('name', setattr, A, '__name__', 5)
attempt('name', delattr, A, '__name__')
attempt('qualname', setattr, A, '__qualname__', 5)
attempt('bytes', type.__setattr__, A, b'x', None)
A.__name__ = 'Renamed'
attempt('renamed', getattr, A(), 'missing')


def with_mro(give):
    class Meta(type):
        def mro(cls):
            return give(cls)

    return Meta('Made', (), {}).__mro__


attempt('no class', with_mro, lambda cls: [cls, 5])
attempt('layout', with_mro, lambda cls: [cls, dict, object])
attempt('no iterable', with_mro, lambda cls: 5)
attempt('empty', with_mro, lambda cls: [])
attempt('incomplete', with_mro, lambda cls: type('Below', (cls,), {}) and [])
attempt('super', with_mro, lambda cls: super(cls, cls).missing)
attempt('good', lambda: len(with_mro(lambda cls: (cls.__mro__, type.mro(cls))[1])))


class Loses:
    def __iter__(self):
        return self

    def __next__(self):
        del Loses.__next__
        return 1


attempt('lost', lambda: [i for i in Loses()])


class Evil:
    def __hash__(self):
        return hash('attr')

    def __eq__(self, other):
        try:
            del Holder.attr
        except AttributeError:
            pass
        return False


class Get:
    def __get__(self, instance, owner=None):
        return 1


class Holder:
    attr = Get()


holder = Holder()
holder.__dict__[Evil()] = 0
print(holder.attr, hasattr(holder, 'attr'))


class Complex(complex):
    __slots__ = ['precision']


z = Complex(1, 2)
attempt('slot', getattr, z, 'precision')
z.precision = 3
print(z, z.precision)


class Bytes(bytearray):
    __slots__ = 'a',


attempt('slot', getattr, Bytes(b'x'), 'a')


class Answer(float):
    def __float__(self):
        return 42.0


print(float(Answer(1)), Answer(1) + 1)
attempt('keyword', lambda: type('F', (float,), {})(x=0))
