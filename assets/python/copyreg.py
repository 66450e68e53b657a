"""How objects are taken apart and made again."""

__all__ = ['pickle', 'constructor']

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Says how instances of a class are taken apart: by that function."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Only looks whether the object can be called."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(obj):
    """What object.__reduce__ gives: how protocols 0 and 1 take an object apart."""
    cls = type(obj)
    base = next(kind for kind in cls.__mro__ if kind.__module__ == 'builtins')
    if base is cls is not object:
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    args = cls, base, None if base is object else base(obj)
    if _has_own_state(cls):
        state = obj.__getstate__()
    elif _slot_names(cls):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    else:
        state = getattr(obj, '__dict__', None)
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def _slot_names(cls):
    """Kept in the class, as CPython keeps them."""
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for kind in cls.__mro__:
        slots = kind.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = '_' + kind.__name__.lstrip('_') + name
            names.append(name)
    try:
        cls.__slotnames__ = names
    except (AttributeError, TypeError):        # a built-in type
        pass
    return names


def _has_own_state(cls):
    return getattr(cls, '__getstate__', None) is not getattr(object, '__getstate__', None)


def _state(obj):
    state = getattr(obj, '__dict__', None) or None
    slots = {name: getattr(obj, name) for name in _slot_names(type(obj)) if hasattr(obj, name)}
    return (state, slots) if slots else state


def reduce_object(obj, protocol):
    """What object.__reduce_ex__ gives."""
    cls = type(obj)
    if hasattr(cls, '__getnewargs_ex__'):
        args, kwargs = obj.__getnewargs_ex__()
        make, args = __newobj_ex__, (cls, args, kwargs)
    else:
        extra = tuple(obj.__getnewargs__()) if hasattr(cls, '__getnewargs__') else _contents(obj)
        make, args = __newobj__, (cls, *extra)
    state = obj.__getstate__() if _has_own_state(cls) else _state(obj)
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    return make, args, state, items, pairs


def _contents(obj):
    """What the constructor of an immutable built-in base needs."""
    for base in (int, float, complex, str, bytes, tuple, frozenset):
        if isinstance(obj, base):
            return (base(obj),)
    return ()
