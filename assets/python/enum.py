"""Enumerations: classes whose instances are all known, each under a name."""
from functools import reduce as _reduce
from operator import or_ as _or
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE']

_builtin_property = property
_not_given = object()
Enum = Flag = None
_flag_operators = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return name.startswith(prefix) and len(name) > len(prefix) and not name.endswith('__')


def _deprecated(message, level):
    from warnings import warn
    warn(message, DeprecationWarning, level)


class auto:
    """Instances are replaced with an appropriate value in Enum class suites."""

    def __init__(self, value=_not_given):
        self.value = value

    def __repr__(self):
        return 'auto(%s)' % ('_auto_null' if self.value is _not_given else repr(self.value))


class nonmember:
    """Protects item from becoming an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class member:
    """Forces item to become an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """An attribute of the members; on the class the same name may be a member."""

    member = None

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass.__dict__.get('_member_map_', {}).get(self.name)
            if found is not None:
                return found
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is None:
            raise AttributeError(f'{ownerclass!r} instance has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        self.fset(instance, value)

    def __delete__(self, instance):
        raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')


class _EnumDict(dict):
    """The body of an enumeration while it is read: notices which names are members."""

    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._auto_called = False

    def __setitem__(self, key, value):
        if isinstance(value, type) and value.__qualname__.endswith(f'{self._cls_name}.{value.__name__}'):
            _deprecated('In 3.13 classes created inside an enum will not become a member.  Use the `member` decorator '
                        'to keep the current behavior.', 3)
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
            elif key not in ('_order_', '_missing_', '_numeric_repr_', '_iter_member_',
                             '_iter_member_by_value_', '_iter_member_by_def_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value) and not isinstance(value, type(len)):
            value = self._as_member(key, value.value if isinstance(value, member) else value)
        super().__setitem__(key, value)

    def _as_member(self, key, value):
        parts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(part, auto) for part in parts):
            made = []
            for part in parts:         # each auto() counts on from those before it, in this tuple too
                if isinstance(part, auto):
                    part = self._auto(key, part)
                    self._last_values.append(part)
                made.append(part)
            value = tuple(made) if isinstance(value, tuple) else made[0]
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _auto(self, key, value):
        if value.value is _not_given:
            value.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return value.value

    def update(self, members, **more):
        for key in members.keys() if hasattr(members, 'keys') else [k for k, _ in members]:
            self[key] = dict(members)[key]
        for key, value in more.items():
            self[key] = value


def _data_type(bases):
    """The first base that makes values, like int or str."""
    for chain in bases:
        for base in chain.__mro__:
            if base is object or (Enum is not None and issubclass(base, Enum)):
                continue
            if '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                return base
    return object


def _find_new(namespace, data_type, first_enum):
    """How members are made: (function, whether the class defines it, whether it takes arguments)."""
    own = namespace.get('__new__')
    if own is not None:
        return own, True, True
    for name in ('__new_member__', '__new__'):
        for candidate in (data_type, first_enum):
            method = getattr(candidate, name, None)
            if method not in (None, object.__new__, getattr(Enum, '__new__', None)):
                return method, False, True
    return object.__new__, False, False


def _data_repr(bases):
    """How the first base that makes values shows them; None: as repr does."""
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                return base._value_repr_
            if '__repr__' in base.__dict__:
                return base.__dict__['__repr__']
    return None


class EnumType(type):
    """Metaclass for Enum"""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if getattr(base, '_member_map_', None):
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        namespace = _EnumDict(cls)
        first = metacls._first_enum(bases)
        namespace._generate = getattr(first, '_generate_next_value_', None)
        return namespace

    @staticmethod
    def _first_enum(bases):
        if not bases or Enum is None:
            return None
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return first

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        first_enum = metacls._first_enum(bases)
        data_type = _data_type(bases)
        names = list(classdict._member_names)
        for name in classdict._ignore:
            classdict.pop(name, None)
        if '_ignore_' in classdict:
            del classdict['_ignore_']
        if 'mro' in names:
            raise ValueError("invalid enum member name(s) 'mro'")
        make, own_new, takes_args = _find_new(classdict, data_type, first_enum)
        values = {name: classdict[name] for name in names}
        plain = {key: value for key, value in classdict.items() if key not in values}
        if classdict._generate is not None:
            plain['_generate_next_value_'] = classdict._generate
        plain.update(_member_names_=[], _member_map_={}, _value2member_map_={}, _member_type_=data_type,
                     _unhashable_values_=[], _new_member_=make, _use_args_=takes_args, _value_repr_=_data_repr(bases))
        if own_new:
            plain['__new_member__'] = make
        boundary = boundary or getattr(first_enum, '_boundary_', None)
        if boundary is not None:
            plain.update(_boundary_=boundary, _inverted_=None)
        enum_class = super().__new__(metacls, cls, bases, plain, **kwds)
        _choose_methods(enum_class, plain, data_type, first_enum)
        for name, value in values.items():
            _add_member(enum_class, name, value, make, takes_args, data_type, first_enum)
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        if Flag is not None and issubclass(enum_class, Flag):
            for name in _flag_operators:
                if name not in plain:
                    setattr(enum_class, name, getattr(Flag, name))
        if Flag is not None and issubclass(enum_class, Flag):
            _complete_flags(enum_class)
        order = plain.get('_order_')
        if order is not None:
            if isinstance(order, str):
                order = order.replace(',', ' ').split()
            if Flag is not None and issubclass(enum_class, Flag):
                order = [name for name in order if name not in enum_class._member_map_
                         or _is_single_bit(enum_class._member_map_[name]._value_)]
            order = [name for name in order if name not in enum_class._member_map_ or name in enum_class._member_names_]
            if order != enum_class._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {enum_class._member_names_!r}\n  {order!r}')
        return enum_class

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Either returns an existing member, or creates a new enum class."""
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        bases = (cls,) if type is None else (type, cls)
        namespace = cls.__class__.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        names = list(names.items()) if hasattr(names, 'items') else list(names)
        if names and isinstance(names[0], str):
            made = []
            for count, name in enumerate(names):
                made.append((name, cls._generate_next_value_(name, start, count, [v for _, v in made])))
            names = made
        for name, value in names:
            namespace[name] = value
        if module is None:
            import sys
            module = sys._getframe(2).f_globals.get('__name__')
        namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return cls.__class__(class_name, bases, namespace, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if isinstance(value, Enum):
            return False
        if not isinstance(value, Enum):
            _deprecated('in 3.12 __contains__ will no longer raise TypeError, but will return True or\nFalse depending '
                        'on whether the value is a member or the value of a member', 3)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" %
                            (type(value).__qualname__, cls.__class__.__qualname__))
        return False

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        found = cls.__dict__.get('_member_map_', {}).get(name)
        if found is None:
            raise AttributeError(name)
        return found

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__',
                 '__len__', '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        return sorted(names if cls._member_type_ is object else names.union(dir(cls._member_type_)))


EnumMeta = EnumType


def _choose_methods(enum_class, namespace, data_type, first_enum):
    """A mixed-in type's own ways of being shown come before Enum's, unless the class is a ReprEnum's child."""
    if first_enum is None:
        return
    repr_enum = globals().get('ReprEnum')
    if '__format__' not in namespace and repr_enum in enum_class.__bases__:
        if data_type is not object:
            enum_class.__format__ = data_type.__format__
    if '__str__' not in namespace and repr_enum in enum_class.__bases__:
        if data_type is not object:
            enum_class.__str__ = data_type.__str__ if data_type.__str__ is not object.__str__ else data_type.__repr__
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name in namespace or name in enum_class.__dict__:
            continue
        class_method = getattr(enum_class, name)
        object_method = getattr(object, name, None)
        data_method = getattr(data_type, name, None)
        if class_method in (data_method, object_method):
            setattr(enum_class, name, getattr(first_enum, name))


def _add_member(cls, name, value, make, takes_args, data_type, first_enum):
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    made = make(cls, *args) if takes_args else make(cls)
    if not hasattr(made, '_value_'):
        if data_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = data_type(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    for other in cls._member_map_.values():
        if other._value_ == made._value_:
            made = other
            break
    else:
        if Flag is None or not issubclass(cls, Flag) or isinstance(value, int) and _one_bit(value):
            cls._member_names_.append(name)
    cls._member_map_[name] = made
    descriptor = None
    for base in cls.__mro__[1:]:
        descriptor = base.__dict__.get(name)
        if descriptor is not None:
            break
    if not isinstance(descriptor, (property, DynamicClassAttribute)):
        type.__setattr__(cls, name, made)
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)


def _one_bit(value):
    return value > 0 and value & (value - 1) == 0


class Enum(metaclass=EnumType):
    """Create a collection of name/value pairs."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        try:
            problem = None
            result = cls._missing_(value)
        except Exception as error:
            problem = error
            result = None
        if isinstance(result, cls) or (Flag is not None and issubclass(cls, Flag) and isinstance(result, int)):
            return result
        error = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        if result is None and problem is None:
            raise error
        if problem is None:
            problem = TypeError('error in %s._missing_: returned %r instead of None or a valid member' %
                                (cls.__name__, result))
        if not isinstance(problem, ValueError):
            problem.__context__ = error
        raise problem

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        _deprecated('In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and '
                    'support adding +1\nand the value returned will be the largest value in the enum incremented by 1',
                    6)
        for value in last_values:
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._member_type_.__repr__ if self.__class__._member_type_ is not object else repr
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, shown(self._value_))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if self.__class__._member_type_ is not object:
            names.update(object.__dir__(self))
        for space in (getattr(self, '__dict__', ()), *(cls.__dict__ for cls in self.__class__.__mro__)):
            names.update(name for name in space if name[0] != '_')
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints"""


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings"""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """How values with unknown bits are treated."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def show_flag_values(value):
    """The bits of a value, the lowest first."""
    return [1 << i for i in range(value.bit_length()) if value >> i & 1]


def _complete_flags(cls):
    every = [m._value_ for m in cls._member_map_.values() if isinstance(m._value_, int)]
    cls._flag_mask_ = _reduce(_or, filter(_is_single_bit, every), 0)
    cls._all_bits_ = 2 ** _reduce(_or, every, 0).bit_length() - 1
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    if values != sorted(values):
        cls._iter_member_ = cls._iter_member_by_def_
    if cls._boundary_ is None:
        cls._boundary_ = CONFORM


class Flag(Enum, boundary=CONFORM):
    """Support for flags"""

    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """Extract all members from the value in definition (i.e. increasing value) order."""
        rest = value & cls._flag_mask_
        while rest:
            bit = rest & -rest
            rest ^= bit
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """Extract all members from the value in definition order."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask, every = cls._flag_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s' %
                                 (cls, value, _bin(value, bits), _bin(mask, bits)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        negative = value if value < 0 else None
        if negative is not None:
            value += every + 1
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' %
                             (cls.__name__, value, unknown, _bin(unknown, unknown.bit_length())))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = '|'.join([m._name_ for m in cls._iter_member_(value & mask)]) or None
        if unknown and made._name_:
            made._name_ += '|%s' % cls._numeric_repr_(unknown)
        if not unknown:
            made = cls._value2member_map_.setdefault(value, made)
            if negative is not None:
                cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" %
                            (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        cls = self.__class__
        shown = cls._numeric_repr_ if cls._member_type_ is object else cls._member_type_.__repr__
        if self._name_ is None:
            return '<%s: %s>' % (cls.__name__, shown(self._value_))
        return '<%s.%s: %s>' % (cls.__name__, self._name_, shown(self._value_))

    def __str__(self):
        if self._name_ is None:
            return '%s(%s)' % (self.__class__.__name__, self._numeric_repr_(self._value_))
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._inverted_ is None:
            value = ~self._value_ if self._boundary_ is KEEP else self._flag_mask_ ^ self._value_
            self._inverted_ = self.__class__(value)
            if isinstance(self._inverted_, self.__class__):
                self._inverted_._inverted_ = self
        return self._inverted_


Flag._flag_mask_ = Flag._all_bits_ = 0


def _bin(value, bits):
    if value >= 0:
        return f'0b0 {value:0{bits}b}'
    return f'0b1 {value + 2 ** bits:0{bits}b}'


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Support for integer-based Flags"""


def unique(enumeration):
    """Class decorator for enumerations ensuring unique member values."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ', '.join(['%s -> %s' % (alias, name) for alias, name in duplicates])
        raise ValueError('duplicate values found in %r: %s' % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() checks."""
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Check an enumeration for various constraints."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
                if duplicates:
                    details = ', '.join(['%s -> %s' % pair for pair in duplicates])
                    raise ValueError('aliases found in %r: %s' % (enumeration, details))
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) >= 2:
                    flags = issubclass(enumeration, Flag)
                    every = [2 ** i for i in range(min(values).bit_length() - 1, max(values).bit_length())] if flags \
                        else range(min(values), max(values) + 1)
                    missing = [str(v) for v in every if v not in values]
                    if missing:
                        raise ValueError(('invalid %s %r: missing values %s' % (
                            'flag' if flags else 'enum', enumeration.__name__, ', '.join(missing)))[:256])
            elif check is NAMED_FLAGS:
                self._check_names(enumeration)
        return enumeration

    @staticmethod
    def _check_names(enumeration):
        """Every bit of an alias must be a member."""
        known, nameless, missing = sum(m.value for m in enumeration), [], 0
        for name, alias in enumeration._member_map_.items():
            if name not in enumeration._member_names_ and alias.value > 0 and alias.value & ~known:
                nameless.append(name)
                missing |= alias.value & ~known
        if nameless:
            told = 'alias %s is missing' % nameless[0] if len(nameless) == 1 else \
                'aliases %s and %s are missing' % (', '.join(nameless[:-1]), nameless[-1])
            bits = 'value' if missing & (missing - 1) == 0 else 'combined values of'
            raise ValueError('invalid Flag %r: %s %s 0x%x [use enum.show_flag_values(value) for details]' % (
                enumeration.__name__, told, bits, missing))


def global_enum_repr(self):
    """The repr of a member that is a global name of its module: module.NAME."""
    return '%s.%s' % (self.__class__.__module__.rpartition('.')[2], self._name_)


def global_flag_repr(self):
    """The same for flags: module.NAME|module.NAME."""
    module = self.__class__.__module__.rpartition('.')[2]
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    return '|'.join(name if name[0].isdigit() else '%s.%s' % (module, name) for name in self._name_.split('|'))


def global_str(self):
    """The str of such a member: its bare name."""
    return '%s(%r)' % (self.__class__.__name__, self._value_) if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Makes the members global names of the module that defines the class."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
