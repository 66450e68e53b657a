"""Contexts of decimal arithmetic: precision, rounding, and what is to be done about the unusual."""

__all__ = ['ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN',
           'ROUND_HALF_EVEN', 'ROUND_05UP', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'DecimalException',
           'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow',
           'FloatOperation', 'Context', 'DefaultContext', 'BasicContext', 'ExtendedContext']

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = 'ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR'
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN = 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    "What may happen in decimal arithmetic."
    __module__ = 'decimal'


def _condition(name, *bases):
    return type(name, bases, {'__module__': 'decimal'})


Clamped = _condition('Clamped', DecimalException)
InvalidOperation = _condition('InvalidOperation', DecimalException)
ConversionSyntax = _condition('ConversionSyntax', InvalidOperation)
DivisionImpossible = _condition('DivisionImpossible', InvalidOperation)
DivisionUndefined = _condition('DivisionUndefined', InvalidOperation, ZeroDivisionError)
InvalidContext = _condition('InvalidContext', InvalidOperation)
DivisionByZero = _condition('DivisionByZero', DecimalException, ZeroDivisionError)
Inexact = _condition('Inexact', DecimalException)
Rounded = _condition('Rounded', DecimalException)
Subnormal = _condition('Subnormal', DecimalException)
Overflow = _condition('Overflow', Inexact, Rounded)
Underflow = _condition('Underflow', Inexact, Rounded, Subnormal)
FloatOperation = _condition('FloatOperation', DecimalException, TypeError)

SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


def signal_of(condition):
    return condition if condition in SIGNALS else InvalidOperation


class SignalDict(dict):
    "Signals and whether they were raised, or are trapped; all of them are always there."

    def __init__(self, given):
        if not isinstance(given, dict):
            given = {signal: signal in given for signal in SIGNALS}
        for signal in given:
            self._check(signal)
        super().__init__((signal, bool(given.get(signal))) for signal in SIGNALS)

    def _check(self, signal):
        if signal not in SIGNALS:
            raise KeyError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
                           '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')

    def __repr__(self):
        return '{%s}' % ', '.join('%r:%r' % item for item in self.items())

    def __missing__(self, signal):
        self._check(signal)

    def __setitem__(self, signal, value):
        self._check(signal)
        super().__setitem__(signal, bool(value))

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    def copy(self):
        return SignalDict(self)


_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


def _list_of(signals):
    return ', '.join(signal.__name__ for signal in _SHOWN if signals[signal])


def _whole(name, low, high):
    "An attribute that is an int within bounds."
    def get(self):
        return getattr(self, '_' + name)

    def set(self, value):
        if not isinstance(value, int):
            raise TypeError('an integer is required (got type %s)' % type(value).__name__)
        if not low <= value <= high:
            bounds = '[%s, %s]' % (low if low > MIN_EMIN else 'MIN_EMIN' if name == 'Emin' else low,
                                   'MAX_PREC' if name == 'prec' else 'MAX_EMAX' if name == 'Emax' else high)
            raise ValueError('valid range for %s is %s' % (name, bounds))
        setattr(self, '_' + name, value)

    return property(get, set)


class Context:
    """The environment of arithmetic: prec digits, a rounding, exponents from Emin to Emax, flags of what happened and
    traps of what is to be raised."""

    _tp_size = 96
    __module__ = 'decimal'
    prec, Emin, Emax = _whole('prec', 1, MAX_PREC), _whole('Emin', MIN_EMIN, 0), _whole('Emax', 0, MAX_EMAX)
    capitals, clamp = _whole('capitals', 0, 1), _whole('clamp', 0, 1)

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        base = DefaultContext
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self.traps = base.traps if traps is None else traps
        self.flags = [] if flags is None else flags

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        if value not in ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        self._rounding = value

    @property
    def flags(self):
        return self._flags

    @flags.setter
    def flags(self, value):
        self._flags = SignalDict(value)

    @property
    def traps(self):
        return self._traps

    @traps.setter
    def traps(self, value):
        self._traps = SignalDict(value)

    def __repr__(self):
        return ('Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])' % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, _list_of(self.flags),
            _list_of(self.traps)))

    def copy(self):
        "A copy of the context with all flags, too."
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags,
                       self.traps)

    __copy__ = copy

    def Etiny(self):
        return self._Emin - self._prec + 1

    def Etop(self):
        return self._Emax - self._prec + 1

    def clear_flags(self):
        self.flags = []

    def clear_traps(self):
        self.traps = []

    def signal(self, *conditions):
        "Notes what happened; raises the first trapped one, which names all trapped ones."
        flags, traps = self._flags, self._traps
        trapped = []
        for condition in conditions:
            name = signal_of(condition)
            dict.__setitem__(flags, name, True)
            if traps[name]:
                trapped.append(condition)
        if trapped:
            first = min((signal_of(c) for c in trapped), key=SIGNALS.index)
            raise first([c for c in trapped if signal_of(c) is not c] + [s for s in SIGNALS if s in trapped])


DefaultContext = Context.__new__(Context)
DefaultContext.__dict__.update(_prec=28, _rounding=ROUND_HALF_EVEN, _Emin=-999999, _Emax=999999, _capitals=1, _clamp=0)
DefaultContext.flags, DefaultContext.traps = [], [InvalidOperation, DivisionByZero, Overflow]
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, flags=[],
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, flags=[], traps=[])
