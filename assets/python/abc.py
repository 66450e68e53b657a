"""Abstract base classes: classes that say which methods their subclasses must have."""
from _types import adopt_match_kind as _adopt_match_kind
from _weakref import ref as _ref


def abstractmethod(funcobj):
    """A decorator indicating abstract methods."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A decorator indicating abstract classmethods."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A decorator indicating abstract staticmethods."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A decorator indicating abstract properties."""
    __isabstractmethod__ = True


_registrations = [0]


class _abc_data:
    """What a class knows of its virtual subclasses: those registered, and answers given before. It keeps none alive."""
    __slots__ = ('registered', 'yes', 'no', 'no_as_of')

    def __init__(self):
        self.registered = self.yes = self.no = ()      # sets of weak references, once there is one
        self.no_as_of = _registrations[0]

    def add(self, which, subclass):
        if not getattr(self, which):
            setattr(self, which, set())
        getattr(self, which).add(_ref(subclass))

    def __repr__(self):
        return '<_abc._abc_data object at %s>' % hex(id(self))


def _abstract_names(cls, bases):
    names = {name for name, value in cls.__dict__.items() if getattr(value, '__isabstractmethod__', False)}
    for base in bases:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """Metaclass for defining Abstract Base Classes (ABCs)."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, bases)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        """Register a virtual subclass of an ABC."""
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.add('registered', subclass)
        _registrations[0] += 1
        _adopt_match_kind(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        subclass = instance.__class__
        if _ref(subclass) in cls._abc_impl.yes:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        record, seen = cls._abc_impl, _ref(subclass)
        if seen in record.yes:
            return True
        if record.no_as_of < _registrations[0]:
            record.no = ()
            record.no_as_of = _registrations[0]
        elif seen in record.no:
            return False
        answer = _decide(cls, subclass, record)
        record.add('yes' if answer else 'no', subclass)
        return answer


def _decide(cls, subclass, record):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in getattr(subclass, '__mro__', ()):
        return True
    for known in list(record.registered):
        registered = known()
        if registered is not None and issubclass(subclass, registered):
            return True
    for derived in type.__subclasses__(cls):
        if issubclass(subclass, derived):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """Helper class that provides a standard way to create an ABC using inheritance."""
    __slots__ = ()


def update_abstractmethods(cls):
    """Recalculate the set of abstract methods of an abstract class."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__bases__)
    return cls


def get_cache_token():
    """Returns the current ABC cache token: it changes with every registration."""
    return _registrations[0]
