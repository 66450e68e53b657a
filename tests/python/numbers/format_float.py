# the format mini-language on floats.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: f'{5:.2d}')
show(lambda: f'{5:.2}')
show(lambda: f'{5:.99999999999999999999}')
show(lambda: f'{5.0:zd}')
show(lambda: f'{5.0:d}')
show(lambda: (f'{5.0:,n}'))
show(lambda: f'{5.0:é}')
show(lambda: (format(1.5,'.99999999999f')))
show(lambda: float.__getformat__('double'))
show(lambda: float.__getformat__('x'))
show(lambda: float.__getformat__(5))
show(lambda: ('{:.0f} {:.1f} {:.3e} {:g} {:G} {:E} {:%} {:.1%} {:n}'.format(2.5,0.25,12345.678,1e20,1e-10,1.5,0.5,0.125,1e6)))
show(lambda: ('{:,} {:_} {:,.2f} {:015,.2f} {:#.0f} {:#g} {:+} {: } {:-}'.format(1e15,1234567.0,1234567.891,1234.5,3.0,1.0,1.0,1.0,-1.0)))
show(lambda: ('{:010} {:<010} {:^10} {:*^10} {:=10} {:*=+10} {:>10}'.format(1.5,1.5,1.5,1.5,-1.5,1.5,1.5)))
show(lambda: ('{:f} {:F} {:010f} {:+f} {:,} {:e}'.format(float('nan'),float('inf'),float('-inf'),float('nan'),float('inf'),float('inf'))))
show(lambda: ('{:,} {:_} {:08,} {:x} {:#x} {:#X} {:#b} {:#o} {:_b} {:#_x} {:010,d} {:c} {:n} {:+d} {: d} {:#010x} {:e} {:.2f} {:%} {:g}'.format(1234567,1234567,1234,255,255,255,5,8,1023,0x12345678,1234,97,1000,5,5,255,12345,5,1,10**20)))
show(lambda: ('{:1,} {:05,} {:06,} {:07,} {:09,} {:010_b} {:z.1f} {:z.0f} {:z}'.format(1234,1234,1234,1234,1234,5,-0.01,-0.4,-0.0)))
show(lambda: ('{:.3} {:.3g} {:.0} {:.1} {:#.3}'.format(1234.5,1234.5,1234.5,0.05,1.0)))
show(lambda: ('{:.10} {} {:r}'.format(1e10,1e10,1)))
show(lambda: '{:.400f}'.format(1e-320))
show(lambda: '{:.3d}'.format(True))
show(lambda: ('{:,.3%}'.format(12345.678)))
show(lambda: (1.5).__format__(5))
