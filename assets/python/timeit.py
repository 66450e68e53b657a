"""How long code takes, by the clock of this machine: steps, not seconds (see time)."""
import time

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_most = 1000           # a clock that counts steps needs no million rounds to be exact


class Timer:
    """Runs a statement many times and tells how long that took."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self.globals = {} if globals is None else globals
        self.stmt = self._runner(stmt, 'stmt')
        self.setup = self._runner(setup, 'setup')

    def _runner(self, code, what):
        if isinstance(code, str):
            compiled = compile(code, '<timeit-src>', 'exec')
            return lambda names: exec(compiled, names)
        if not callable(code):
            raise ValueError(f'{what} is neither a string nor callable')
        return lambda names: code()

    def timeit(self, number=default_number):
        """How long that many runs of the statement take."""
        names = dict(self.globals)
        self.setup(names)
        rounds = min(number, _most)
        start = self.timer()
        for _ in range(rounds):
            self.stmt(names)
        taken = self.timer() - start
        return taken * (number / rounds) if rounds else taken

    def repeat(self, repeat=default_repeat, number=default_number):
        """The results of several calls of timeit()."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many runs take a fifth of a second at least, and how long they took."""
        number = 1
        while True:
            taken = self.timeit(number)
            if callback:
                callback(number, taken)
            if taken >= 0.2 or number >= 1000000:
                return number, taken
            number *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Makes a Timer and asks it once."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Makes a Timer and asks it several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
