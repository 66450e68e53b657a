# traceback objects, string.Formatter, statistics of decimals and fractions: what programs ask of them.
import re


def T(label, f):
    try:
        print(label, re.sub(r'[\w/]*/(?=\w+\.py)', '', str(f())))
    except BaseException as e:
        print(label, type(e).__name__, e)


from fractions import Fraction as F
from decimal import Decimal as D
import statistics as st
import string
import traceback
T('f1', lambda: F(D('1.5')))
T('f2', lambda: F.from_decimal(D('0.1')))
T('f3', lambda: F(0.1).limit_denominator(10))
T('f4', lambda: F('3/4')+D('1'))
T('f5', lambda: f"{F(3,4)}")
T('f6', lambda: F(7,3).__round__(1))
T('f7', lambda: divmod(F(7,2),F(1,3)))
T('f8', lambda: F(1,3)**-2)
T('f9', lambda: F(2)**F(1,2))
T('f10', lambda: F('1e3'))
T('f11', lambda: F(1,0))
T('f12',
  lambda: F('x'));T('f13', lambda: (F(1,2).as_integer_ratio(), F(3,1).is_integer() if hasattr(F,'is_integer') else '-'))
T('s1', lambda: st.mean([D('1.1'),D('2.2')]))
T('s2', lambda: st.mean([F(1,2),F(1,3)]))
T('s3', lambda: st.stdev([D(1),D(2),D(4)]))
T('s4', lambda: st.NormalDist(3,2).cdf(4))
T('s5', lambda: st.NormalDist.from_samples([1,2,3,4]))
T('s6', lambda: st.quantiles([1,2,3,4,5],n=4))
T('s7', lambda: st.multimode('aabbc'))
T('s8', lambda: st.linear_regression([1,2,3],[2,4,7]))
T('s9', lambda: st.correlation([1,2,3],[2,4,7]))
T('s10', lambda: st.geometric_mean([1,2,4]))
T('s11', lambda: st.harmonic_mean([1,2,4]))
T('s12', lambda: st.mode([]))
T('s13', lambda: st.fmean([1,2],[3,1]))
T('s14', lambda: st.median_grouped([1,2,2,3]))
T('s15', lambda: st.pvariance([1,2,3,4]))
T('s16', lambda: st.covariance([1,2,3],[1,5,6]))
T('s17', lambda: st.mean([]))
T('s18', lambda: (st.NormalDist(1,2)+st.NormalDist(3,4)).stdev)
T('s19', lambda: st.NormalDist(0,1).inv_cdf(.9))
def boom(): return 1/0
def tr():
    try: boom()
    except Exception as e:
        te = traceback.TracebackException.from_exception(e)
        return [*te.format()], te.exc_type, str(te), [*te.format_exception_only()], te.stack[0].name, len(te.stack)
T('tb1', tr)
T('tb2', lambda: traceback.format_stack()[-1])
T('tb3', lambda: traceback.extract_stack()[-1].name)
T('str', lambda: (string.Template('$a ${b} $$').substitute(a=1,b=2), string.Template('$x').safe_substitute(),
                  string.capwords('a b'),
                  string.Formatter().format('{0} {x}', 1, x=2), string.printable,
                  list(string.Formatter().parse('a{b!r:c}'))))
T('str2', lambda: string.Template('$x').substitute())
T('str3', lambda: string.Template('$').substitute())


class Loud(string.Formatter):
    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else args[key]


T('formatter', lambda: Loud().format('{} {0.real!r:>5} {x[1]:{w}} {missing} {{}}', 3, x='ab', w=4))
T('formatter 2', lambda: Loud().format('{} {:>{}} {x[1]:{w}} {missing} {{}}', 3, 'q', 6, x='ab', w=4))
T('formatter 3', lambda: Loud().format('{0} {}', 1))
T('formatter 4', lambda: Loud().format('{'))
T('formatter 5', lambda: Loud().format('}'))
T('formatter 6', lambda: list(string.Formatter().parse('a{{b}}{c.d[0]!r:>{w}}{}')))
try:
    boom()
except ZeroDivisionError as e:
    T('tb', lambda: [traceback.format_tb(e.__traceback__), traceback.extract_tb(e.__traceback__)])
    print([tuple(f)[1:] for f in traceback.extract_tb(e.__traceback__)], traceback.format_list([('f', 1, 'n', 'line')]))
    print(traceback.format_exception_only(e), list(traceback.walk_tb(e.__traceback__))[0][1])
    print(traceback.TracebackException.from_exception(e) == traceback.TracebackException.from_exception(e))
