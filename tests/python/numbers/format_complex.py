# the format mini-language on complex.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (format(1j,'=10')))
show(lambda: (format(1j,'010')))
show(lambda: (format(1j,'d')))
show(lambda: (format(1j,'.2f')))
show(lambda: (format(1+2j,'>20,.2f')))
show(lambda: (format(1+2j), format(1+2j,'.3'), format(1+2j,'e'), format(1+2j,'10'), format(1+2j,'<20'), format(1+2j,'^20'), format(1+2j,'+'), format(-1-2j,',.1f'), format(1e20+1j,','), format(1+2j,'#.3g'), format(1+2j,' '), format(complex('nan+infj'),'.2f'), format(1+2j,'_f'), format(1+2j, 'n'), format(complex(-0.0,-0.0),'z.1f')))
