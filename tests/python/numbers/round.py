# round() of ints and floats.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (round(1.5,None), round(2.5), round(2675,-1), round(25,-1), round(35,-1), round(1e308,-308), round(15e307,-308)))
show(lambda: (round(1.7e308,-308)))
show(lambda: round(float('nan')))
show(lambda: round(float('inf')))
show(lambda: (round(1.5,'a')))
show(lambda: (round(5,'a')))
show(lambda: (round(5,1.0)))
show(lambda: ((5).__round__(1,2)))
show(lambda: ((10**22).__round__(-21), round(15,-1), round(-15,-1), round(-25,-1), round(5,-1), round(5,-3)))
show(lambda: (round(5,10**20)))
show(lambda: (int.__round__(5,None)))
show(lambda: (round(1.15,1), round(2.675,2), round(1e22,-22), round(5e22,-23), round(0.5,-1), round(5.0,-1), round(15.0,-1), round(25.0,-1), round(1.5,400), round(1.5,-400), round(-1.5,-400)))
show(lambda: (round(5e-324,323), round(1e300,10)))
show(lambda: (round(float('nan'),2), round(float('inf'),-2)))
show(lambda: (round(1.5,10**30), round(1.5,-10**30)))
show(lambda: (1.5 .__round__(1,2)))
show(lambda: (1).__round__('x'))
