"""Names that CPython's site module and bltinmodule.c give every program: there, and no NameError."""
import builtins

for name in 'help breakpoint copyright credits license exit quit memoryview'.split():
    print(name, callable(eval(name)), hasattr(builtins, name), name in dir(builtins))
print(breakpoint.__name__, breakpoint)


def with_names_of_its_own():
    copyright, license, credits = '(c)', 'BSD', ['Ada']
    return copyright, license, credits


print(with_names_of_its_own())
print(list(vars(builtins)))          # in the order of bltinmodule.c
