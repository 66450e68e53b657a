"""Random numbers: the same seed gives the same numbers as CPython. Without a seed the start is fixed, so that a run can
be shown twice."""
from _random import Random as _Source
from _random_distributions import Distributions as _Distributions
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from math import ceil as _ceil, floor as _floor, isfinite as _isfinite, log as _log
from operator import index as _index

__all__ = ['Random', 'SystemRandom', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss',
           'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint',
           'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle', 'triangular', 'uniform', 'vonmisesvariate',
           'weibullvariate']

BPF = 53                       # bits in a number of random()
RECIP_BPF = 2 ** -BPF
TWOPI, NV_MAGICCONST, LOG4, SG_MAGICCONST = 6.283185307179586, 1.7155277699214135, 1.3862943611198906, 2.504077396776274
_SMALL_SET = 21                # slots of a set so small that a list of the population costs less
_not_given = 1                 # the default of step, told from another 1 by identity


def _seed_of_text(text):
    "The number that a text stood for before version 2: a hash of its characters in 64 bits."
    if isinstance(text, bytes):
        text = text.decode('latin-1')
    value = ord(text[0]) << 7 if text else 0
    for character in text:
        value = (1000003 * value & 0xFFFFFFFFFFFFFFFF) ^ ord(character)
    value ^= len(text)
    return -2 if value == -1 else value


def _whole(value, message):
    "An argument of randrange as an int; floats only if they are whole."
    try:
        return _index(value)
    except TypeError:
        from warnings import warn as _warn
        number = int(value)
        if number != value:
            _warn('randrange() will raise TypeError in the future', DeprecationWarning, 3)
            raise ValueError(message) from None
        _warn('non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a '
              'subsequent version', DeprecationWarning, 3)
        return number


class Random(_Distributions, _Source):
    """Random number generator base class used by bound module functions."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        """Initialize internal state from a seed."""
        if isinstance(a, (str, bytes)) and version == 1:
            a = _seed_of_text(a)
        elif isinstance(a, (str, bytes, bytearray)) and version == 2:
            from hashlib import sha512
            data = a.encode() if isinstance(a, str) else a
            a = int.from_bytes(data + sha512(data).digest(), 'big')
        elif a is not None and not isinstance(a, (int, float, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """Return internal state; can be passed to setstate() later."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Restore internal state from object returned by getstate()."""
        if state[0] != self.VERSION:
            raise ValueError(f'state with version {state[0]} passed to Random.setstate() of version {self.VERSION}')
        _, words, self.gauss_next = state
        super().setstate(words)

    # ---- whole numbers ----

    def randbytes(self, n):
        """Generate n random bytes."""
        return self.getrandbits(8 * n).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_not_given):
        """Choose a random item from range(stop) or range(start, stop[, step])."""
        first = _whole(start, 'non-integer arg 1 for randrange()')
        if stop is None:
            if step is not _not_given:
                raise TypeError('Missing a non-None stop argument')
            if first <= 0:
                raise ValueError('empty range for randrange()')
            return self._randbelow(first)
        end = _whole(stop, 'non-integer stop for randrange()')
        stride = _whole(step, 'non-integer step for randrange()')
        if stride == 0:
            raise ValueError('zero step for randrange()')
        count = len(range(first, end, stride)) if abs(end - first) < 1 << 60 else \
            max(0, (end - first + stride - (1 if stride > 0 else -1)) // stride)
        if count == 0:
            told = ' (%d, %d, %d)' % (first, end, end - first) if stride == 1 else ''
            raise ValueError('empty range for randrange()' + told)
        return first + stride * self._randbelow(count)

    def randint(self, a, b):
        """Return random integer in range [a, b], including both end points."""
        return self.randrange(a, b + 1)

    # ---- sequences ----

    def choice(self, seq):
        """Choose a random element from a non-empty sequence."""
        size = len(seq)
        if size:
            return seq[self._randbelow(size)]
        raise IndexError('Cannot choose from an empty sequence')

    def shuffle(self, x):
        """Shuffle list x in place, and return None."""
        below = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            other = below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        """Chooses k unique random elements from a population sequence."""
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        if counts is not None:
            return self._sample_counted(population, k, list(_accumulate(counts)))
        size = len(population)
        if k < 0 or k > size:
            raise ValueError('Sample larger than population or is negative')
        slots = _SMALL_SET + (4 ** _ceil(_log(k * 3, 4)) if k > 5 else 0)
        return self._drawn(list(population), k) if size <= slots else self._tried(population, size, k)

    def _sample_counted(self, population, k, ends):
        "A sample where each element is there several times: up to which place of all, `ends` says."
        if len(ends) != len(population):
            raise ValueError('The number of counts does not match the population')
        total = ends.pop()
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[_bisect(ends, place)] for place in self.sample(range(total), k=k)]

    def _drawn(self, pool, k):
        "Takes k out of the pool, each time closing the gap with the last one that is left."
        drawn, below, size = [None] * k, self._randbelow, len(pool)
        for i in range(k):
            place = below(size - i)
            drawn[i] = pool[place]
            pool[place] = pool[size - i - 1]
        return drawn

    def _tried(self, population, size, k):
        "Picks places until k different ones are found; few picks are lost in a large population."
        places, below = {}, self._randbelow
        while len(places) < k:
            places[below(size)] = None
        drawn = [None] * k
        for i, place in enumerate(places):
            drawn[i] = population[place]
        return drawn

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """Return a k sized list of population elements chosen with replacement."""
        size, draw = len(population), self.random
        if weights is None and cum_weights is None:
            scale = size + 0.0
            return [population[_floor(draw() * scale)] for _ in range(k)]
        if weights is not None and cum_weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if isinstance(weights, int):
            raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}')
        ends = list(_accumulate(weights)) if cum_weights is None else cum_weights
        if len(ends) != size:
            raise ValueError('The number of weights does not match the population')
        total = ends[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[_bisect(ends, draw() * total, 0, size - 1)] for _ in range(k)]


class SystemRandom(Random):
    """Nothing here comes from the system: a run that is shown twice must be the same run."""

    def seed(self, *args, **kwds):
        return None

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


_inst = Random()
for _name in __all__[2:]:      # the module's functions are the methods of one generator
    globals()[_name] = getattr(_inst, _name)
del _name
