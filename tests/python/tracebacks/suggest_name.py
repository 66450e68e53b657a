value_of_global = 1
Überlänge = 2


def local_first(argument, *arguments, key_word=1, **key_words):
    valeu = 3
    return vlaeu


def argument_name(argument):
    return argumnet


def from_globals():
    return value_of_globl


def from_builtins():
    return prnt


def case():
    return VALUE_OF_GLOBAL


def wide():
    return Überlange


def nothing():
    return completely_different_name


def short():
    x = 1
    return y


def in_cell():
    counted = 1

    def inner():
        return countd + counted
    return inner() + counted


def self_attribute():
    class A:
        def __init__(self):
            self.inner_value = 1

        def method(self):
            return inner_value
    A().method()


def unbound():
    valu = valu2 = 1
    del valu
    return valu


def in_class():
    class B:
        first = 1
        second = frist


def in_comprehension():
    items = [1]
    return [itm for item in items]


def by_hand():
    raise NameError("by hand", name="prnt")


def without_name():
    raise NameError("by hand")


functions = [f for f in list(globals().values()) if type(f) is type(short)]


def collect():
    found = []
    for function in functions:
        try:
            function(*[1] * (function in (local_first, argument_name)))
        except NameError as e:
            found.append(e)
    return found


print(len(functions))
raise ExceptionGroup("names", [ExceptionGroup("n", collect()[:10]), ExceptionGroup("n", collect()[10:])])
