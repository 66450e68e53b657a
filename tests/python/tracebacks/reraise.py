def thrower():
    raise ValueError("thrown")


def again():
    try:
        thrower()
    except ValueError:
        raise


def by_name():
    try:
        again()
    except ValueError as e:
        raise e


def finally_():
    try:
        by_name()
    finally:
        x = 1


def conditional():
    try:
        finally_()
    except KeyError:
        pass


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def through_with():
    with Manager() as m, \
            Manager():
        conditional()


def through_generator():
    yield 1
    yield from inner_generator()


def inner_generator():
    try:
        yield 2
    finally:
        through_with()


for i in through_generator():
    pass
