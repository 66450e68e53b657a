# float.hex and float.fromhex.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: float.fromhex('0x1.8p3'))
show(lambda: float.fromhex('zz'))
show(lambda: float.fromhex('0x1p5000'))
show(lambda: (1.5).hex())
show(lambda: (0.0).hex())
show(lambda: 5e-324.hex())
show(lambda: float.fromhex('0x1.fffffffffffff7p1023'))
show(lambda: float.fromhex('0x1.fffffffffffff8p1023'))
show(lambda: float.fromhex(''))
show(lambda: float.fromhex(5))
show(lambda: float.fromhex('1p99999999999999999999'))
show(lambda: float.fromhex('0p99999999999999999999'))
show(lambda: float.fromhex('1p-99999999999999999999'))
show(lambda: (float.hex(float('nan')), float('-inf').hex(), (-0.0).hex(), 1e-310.hex(), 1.7976931348623157e308.hex()))
