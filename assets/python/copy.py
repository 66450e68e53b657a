"""Copies: copy() of the outermost object, deepcopy() of all that belongs to it."""

import sys as _sys
from _weakref import ref as _ref
from copyreg import dispatch_table as _dispatch_table, reduce_object


class Error(Exception):
    pass


error = Error

_never_copied = {type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property,
                 type(Ellipsis), type(NotImplemented), type(len), type(lambda: 0), type((lambda: 0).__code__), _ref}
_no_copies = {type(x for x in ()), type(_sys), type(_sys._getframe())}
_deep_constants = _never_copied - {tuple, frozenset, slice}


def copy(x):
    """A new object with the same contents."""
    kind = type(x)
    if kind in _never_copied or issubclass(kind, type):
        return x
    if kind in (list, dict, set, bytearray):
        return x.copy()
    own = getattr(kind, '__copy__', None)
    if own is not None:
        return own(x)
    return _rebuilt(x, None)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of all that belongs to it."""
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    kind = type(x)
    if kind in _deep_constants or issubclass(kind, type):
        return x
    special = _deep_copiers.get(kind)
    if special is not None:
        made = special(x, memo)
    else:
        own = getattr(x, '__deepcopy__', None)
        made = own(memo) if own is not None else _rebuilt(x, memo)
    if made is not x:
        memo[key] = made
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep_list(x, memo):
    made = []
    memo[id(x)] = made
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deep_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep_copiers = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, bytearray: lambda x, memo: x.copy(),
                 type([].append): lambda x, memo: x}


class _Any:
    def method(self):
        pass


_deep_copiers[type(_Any().method)] = _deep_method


def _own(kind, name):
    """Does the class answer to that name in a way of its own?"""
    method = getattr(kind, name, None)
    return method is not None and method is not getattr(object, name, None)


def _rebuilt(x, memo):
    """Makes the object anew from what __reduce_ex__ says; memo None: shallow."""
    kind = type(x)
    if kind in _dispatch_table:
        recipe = _dispatch_table[kind](x)
    elif _own(kind, '__reduce_ex__'):
        recipe = x.__reduce_ex__(4)
    elif _own(kind, '__reduce__'):
        recipe = x.__reduce__()
    elif kind in _no_copies:
        raise TypeError(f'cannot pickle {kind.__name__!r} object')
    else:
        recipe = reduce_object(x, 4)
    if isinstance(recipe, str):
        return x
    if len(recipe) > 5:
        raise TypeError(f'_reconstruct() takes from 4 to 7 positional arguments but {len(recipe) + 2} were given')
    func, args, state, items, pairs = (tuple(recipe) + (None, None, None))[:5]
    deep = memo is not None
    made = func(*[deepcopy(a, memo) for a in args]) if deep and args else func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            for key, value in (slots or {}).items():
                setattr(made, key, value)
    for item in items or ():
        made.append(deepcopy(item, memo) if deep else item)
    for key, value in pairs or ():
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        made[key] = value
    return made


__all__ = ['Error', 'copy', 'deepcopy']
