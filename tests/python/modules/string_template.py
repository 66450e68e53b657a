"""Templates whose marks and names are a program's own."""
import re
from string import Template, Formatter, capwords


def show(template, *args, **kwargs):
    for name in ('substitute', 'safe_substitute'):
        try:
            print(repr(getattr(template, name)(*args, **kwargs)), end=' ')
        except (ValueError, KeyError, TypeError) as error:
            print(type(error).__name__, error, end=' ')
    try:
        print(template.is_valid(), template.get_identifiers())
    except Exception as error:
        print(type(error).__name__, error)


values = {'who': 'tim', 'what': 'ham', '_x1': 5, 'bag.foo': 'dotted', 'Ünï': 'u', 'A': 1}
for text in ('$who likes ${what}', '$$ $who$', '$who\n$ x', '${who', '$9', 'a\nb\n$', '$Who ${A} $A', '$_x1 ${_x1}y',
             '$Ünï', '$$$who', 'none', '', '${}', '$who.$what', '${missing} $who', '\n\n  $-'):
    show(Template(text), values)
show(Template('$a $b'), {'a': 1}, b=2)
show(Template('$a $b'), {'a': 1, 'b': 0}, b=2)
show(Template('$a $mapping'), mapping='m', a=0)
show(Template('$who'))


class Percent(Template):
    delimiter = '%'


class Dotted(Template):
    idpattern = r'[_a-z][._a-z0-9]*'


class Upper(Template):
    idpattern = '[A-Z]+'
    flags = re.VERBOSE


class Braced(Template):
    idpattern = '[a-z]+'
    braceidpattern = '[a-z.]+'


class Own(Template):
    pattern = r'''
        (?P<escaped>@{2}) | @(?P<named>[_a-z][._a-z0-9]*) | @{(?P<braced>[_a-z][._a-z0-9]*)} | (?P<invalid>@)'''


show(Percent('%who %% %{what} $who'), values)
show(Dotted('$bag.foo ${bag.foo} $who.'), values)
show(Upper('$A $who ${A}'), values)
show(Braced('$bag.foo ${bag.foo} $who'), values)
show(Own('@@ @bag.foo @{who} x'), values)
show(Own('@bag.foo @ x'), values)
try:
    Template('$x').substitute({}, {})
except TypeError as error:
    print(error)
print(Template.delimiter, Template.idpattern == r'(?a:[_a-z][_a-z0-9]*)', Template.braceidpattern, capwords(' a  b-c '))
