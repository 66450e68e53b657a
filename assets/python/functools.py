"""Functions that work on functions. All in Python, so that a call through a wrapper is a call like any other: it can be
stepped into, and as deep a recursion as CPython allows."""
from abc import get_cache_token
from collections import namedtuple
from reprlib import recursive_repr
from types import GenericAlias, MethodType, UnionType

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
           'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Update a wrapper function to look like the wrapped function"""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator factory to apply update_wrapper() to a wrapper function"""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering: the three comparisons that follow from one ----

def _negated(name, doc):
    """not op, for instance >= from <."""
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result
    method.__doc__ = doc
    return method


def _or_equal(name, doc):
    """op or ==, for instance <= from <."""
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else result or self == other
    method.__doc__ = doc
    return method


def _and_unequal(name, doc):
    """op and !=, for instance < from <=."""
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else result and self != other
    method.__doc__ = doc
    return method


def _not_nor_equal(name, doc):
    """not op and !=, for instance > from <."""
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result and self != other
    method.__doc__ = doc
    return method


def _not_or_equal(name, doc):
    """not op or ==, for instance <= from >=."""
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result or self == other
    method.__doc__ = doc
    return method


_conversions = {
    '__lt__': [('__gt__', _not_nor_equal), ('__le__', _or_equal), ('__ge__', _negated)],
    '__le__': [('__ge__', _not_or_equal), ('__lt__', _and_unequal), ('__gt__', _negated)],
    '__gt__': [('__lt__', _not_nor_equal), ('__ge__', _or_equal), ('__le__', _negated)],
    '__ge__': [('__le__', _not_or_equal), ('__gt__', _and_unequal), ('__lt__', _negated)],
}


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods"""
    roots = {op for op in _conversions if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, make in _conversions[root]:
        if name not in roots:
            method = make(root, getattr(int, name).__doc__)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


_missing = object()


def cmp_to_key(mycmp=_missing):
    """Convert a cmp= function into a key= function"""
    if mycmp is _missing:
        raise TypeError("cmp_to_key() missing required argument 'mycmp' (pos 1)")
    return partial(KeyWrapper, mycmp)


class KeyWrapper:
    _tp_size = 48
    _tp_heap = True
    __slots__ = ('compare', 'obj')
    __hash__ = None

    def __init__(self, compare, obj):
        self.compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.compare(self.obj, other.obj) >= 0


def reduce(*args):
    """reduce(function, iterable[, initial], /): folds the items from left to right into one value."""
    if not 2 <= len(args) <= 3:
        raise TypeError('reduce expected at %s arguments, got %d' % ('least 2' if len(args) < 2 else 'most 3', len(args)))
    function, iterable, initial = args if len(args) == 3 else (*args, _missing)
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial is _missing:
        for value in it:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        value = initial
    for element in it:
        value = function(value, element)
    return value


# ---- partial ----

class partial:
    """partial(func, *args, **keywords) - new function with partial application of the given arguments and keywords."""

    _tp_size = 80
    _tp_heap = True
    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')
    _tp_name = 'functools.partial'

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial) and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    @recursive_repr()
    def __repr__(self):
        args = [repr(self.func)]
        args.extend(repr(x) for x in self.args)
        args.extend(f'{k}={v!r}' for k, v in self.keywords.items())
        kind = type(self)
        name = kind.__qualname__
        if kind.__module__ not in ('builtins', '__main__'):
            name = f'{kind.__module__}.{name}'
        return f'{name}({", ".join(args)})'

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')
        func, args, keywords, attributes = state
        if (not callable(func) or not isinstance(args, tuple) or not isinstance(keywords, dict | None) or
                not isinstance(attributes, dict | None)):
            raise TypeError('invalid partial state')
        self.func, self.args = func, tuple(args)
        self.keywords = keywords if type(keywords) is dict else dict(keywords or {})
        self.__dict__ = {} if attributes is None else attributes

    __class_getitem__ = classmethod(GenericAlias)


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        args = ', '.join(map(repr, self.args))
        keywords = ', '.join(f'{k}={v!r}' for k, v in self.keywords.items())
        return f'functools.partialmethod({self.func}, {args}, {keywords})'

    def _bound(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            new_func = get(obj, cls)
            if new_func is not self.func:
                result = partial(new_func, *self.args, **self.keywords)
                owner = getattr(new_func, '__self__', self)
                if owner is not self:
                    result.__self__ = owner
                return result
        return self._bound().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# ---- caches ----

_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
_plain_keys = {int, str}
_len = len                     # a program may cache len itself
_names_follow = (object(),)


def _make_key(args, kwds, typed):
    if not kwds and not typed:
        return args[0] if _len(args) == 1 and type(args[0]) in _plain_keys else args
    key = args
    if kwds:
        key += _names_follow
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(v) for v in args])
        key += tuple([type(v) for v in kwds.values()])
    return key


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        return _with_parameters(_lru_cache_wrapper(user_function, maxsize, typed), maxsize, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _with_parameters(_lru_cache_wrapper(user_function, maxsize, typed), maxsize, typed)
    return decorating_function


def _with_parameters(wrapper, maxsize, typed):
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, wrapper._function)


class _lru_cache_wrapper:
    """A function that keeps its results."""
    _tp_size = 168
    _tp_heap = True
    __slots__ = ('_function', '_maxsize', '_typed', '_results', '_look_up', '_hits', '_misses', '__dict__',
                 '__weakref__')

    def __init__(self, user_function, maxsize, typed):
        if not callable(user_function):
            raise TypeError('the first argument must be callable')
        self._function, self._maxsize, self._typed = user_function, maxsize, typed
        self.cache_clear()

    def __call__(self, /, *args, **kwds):
        if kwds or self._typed:
            key = _make_key(args, kwds, self._typed)
        else:
            key = args[0] if _len(args) == 1 and type(args[0]) in _plain_keys else args
        result = self._look_up(key, _missing)
        if result is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del self._results[key]         # to become the one used last
                self._results[key] = result
            return result
        self._misses += 1
        result = self._function(*args, **kwds)
        if self._maxsize is None:
            self._results[key] = result
        elif self._maxsize:
            self._keep(key, result)
        return result

    def _keep(self, key, result):
        results = self._results
        if key in results:
            return
        if _len(results) >= self._maxsize:
            for oldest in results:
                break
            del results[oldest]
        results[key] = result

    def cache_info(self):
        """Report cache statistics"""
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        """Clear the cache and cache statistics"""
        self._results = {}
        self._look_up = self._results.get
        self._hits = self._misses = 0

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def cache(user_function, /):
    'Simple lightweight unbounded cache.  Sometimes called "memoize".'
    return lru_cache(maxsize=None)(user_function)


class RLock:
    """The lock of a cached_property: in a program of one thread nobody waits for it."""
    __slots__ = ()
    __module__ = '_thread'

    def __enter__(self):
        return True

    def __exit__(self, *exc_info):
        pass

    def __repr__(self):
        return f'<unlocked _thread.RLock object owner=0 count=0 at {id(self):#x}>'


class cached_property:
    """A property that is computed once and then kept as an attribute."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{self.attrname!r} property.') from None
        value = attributes.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                attributes[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item "
                                f'assignment for caching {self.attrname!r} property.') from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# ---- generic functions ----

def _find_implementation(cls, registry):
    for kind in cls.__mro__:
        if kind in registry:
            break
    else:
        kind = object
    if kind is not object:
        exact = cls.__mro__.index(kind)
        before = cls.__mro__[:exact]
    else:
        before = cls.__mro__
    match = None
    for candidate in registry:
        if candidate in cls.__mro__ or not isinstance(candidate, type) or not issubclass(cls, candidate):
            continue
        if kind is not object and not any(issubclass(k, candidate) for k in before):
            continue
        if match is None or issubclass(candidate, match):
            match = candidate
        elif not issubclass(match, candidate):
            raise RuntimeError(f'Ambiguous dispatch: {match} or {candidate}')
    return registry[match if match is not None else kind]


def _is_union(kind):
    return isinstance(kind, UnionType) or str(getattr(kind, '__origin__', None)) == 'typing.Union'


def _can_dispatch(kind):
    return isinstance(kind, type) or _is_union(kind) and all(isinstance(one, type) for one in kind.__args__)


def singledispatch(func):
    """Single-dispatch generic function decorator."""
    registry = {}
    known = {}
    token = get_cache_token()

    def dispatch(cls):
        """Runs the dispatch algorithm to return the best available implementation for the given type."""
        nonlocal token
        if token != get_cache_token():
            known.clear()
            token = get_cache_token()
        if cls not in known:
            known[cls] = registry[cls] if cls in registry else _find_implementation(cls, registry)
        return known[cls]

    def register(cls, func=None):
        """Registers a new implementation for the given cls on a generic function."""
        if _can_dispatch(cls):
            if func is None:
                return lambda f: register(cls, f)
        elif func is not None:
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        else:
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` '
                                'or plain `@register` on an annotated function.')
            func = cls
            from typing import get_type_hints
            argument, cls = next(iter(get_type_hints(func).items()))
            if not _can_dispatch(cls):
                wrong = 'not all arguments are classes' if _is_union(cls) else 'is not a class'
                raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} {wrong}.')
        for kind in cls.__args__ if _is_union(cls) else (cls,):
            registry[kind] = func
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """Single-dispatch generic method descriptor."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Registers a new implementation for the given cls on a generic method."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
