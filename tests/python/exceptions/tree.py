# The tree of built-in exceptions.
import builtins
kinds = [k for k in vars(builtins).values() if isinstance(k, type) and issubclass(k, BaseException)]
for kind in sorted(set(kinds), key=lambda k: k.__name__):
    print(kind.__name__, [b.__name__ for b in kind.__mro__], kind.__module__)
print(len(set(kinds)))
print([k.__name__ for k in ArithmeticError.__subclasses__()], [k.__name__ for k in BaseExceptionGroup.__subclasses__()])
