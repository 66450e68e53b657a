# __context__ is what was being handled, __cause__ what was said.
import sys


def chain(e):
    parts = []
    while e is not None and len(parts) < 10:
        parts.append(f"{e!r}{'!' if e.__suppress_context__ else ''}")
        e = e.__cause__ or e.__context__
    return " <- ".join(parts)


def report(function):
    try:
        function()
    except BaseException as e:
        print(function.__name__, chain(e), sys.exc_info()[1] is e)
    print(sys.exc_info())


def in_except():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2)


def in_finally():
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)


def same_again():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise e


def back_to_first():
    try:
        raise ValueError(1)
    except ValueError as first:
        try:
            raise KeyError(2)
        except KeyError:
            raise first


def explicit():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise KeyError(2) from e


def hidden():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2) from None


def from_class():
    raise KeyError(2) from ValueError


def after_handling():
    try:
        raise ValueError(1)
    except ValueError:
        pass
    raise KeyError(2)


def in_called():
    def called():
        raise KeyError(2)
    try:
        raise ValueError(1)
    except ValueError:
        called()


def in_generator():
    def generator():
        try:
            raise ValueError(1)
        except ValueError:
            yield sys.exc_info()[1]
            raise KeyError(2)
    g = generator()
    print(repr(next(g)), sys.exc_info())
    next(g)


def generator_in_except():
    def generator():
        yield sys.exc_info()[1]
        raise KeyError(3)
    try:
        raise ValueError(1)
    except ValueError:
        g = generator()
        print(repr(next(g)))
        next(g)


def thrown():
    def generator():
        try:
            yield
        except ValueError:
            yield
    g = generator()
    next(g)
    g.throw(ValueError(1))
    g.throw(KeyError(2))


def in_with():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, kind, value, traceback):
            print(kind, repr(value), traceback is not None, sys.exc_info()[1] is value)
            raise KeyError(2)
    with Manager():
        raise ValueError(1)


def in_del():
    class Dying:
        def __del__(self):
            print("del sees", repr(sys.exc_info()[1]))
    try:
        raise ValueError(1)
    except ValueError:
        Dying()
        raise KeyError(2)


def in_iterator():
    class Iterator:
        def __iter__(self):
            return self

        def __next__(self):
            try:
                raise ValueError(1)
            except ValueError:
                raise StopIteration
    for i in Iterator():
        pass
    print(list(Iterator()), sys.exc_info())
    next(Iterator())


def stop_in_generator():
    def generator():
        yield 1
        raise StopIteration("inside")
    list(generator())


def in_lookup():
    class Key:
        def __hash__(self):
            return 1

        def __eq__(self, other):
            raise ValueError(1)
    {Key(): 1}[Key()]


def depth_of_handlers():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            try:
                raise IndexError(3)
            except IndexError:
                pass
            print(repr(sys.exc_info()[1]))
        print(repr(sys.exc_info()[1]))
        raise


for function in [f for f in list(globals().values()) if type(f) is type(chain) and f not in (chain, report)]:
    report(function)
