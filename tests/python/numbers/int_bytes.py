# int.to_bytes and int.from_bytes.
def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: ((300).to_bytes(1,'big')))
show(lambda: ((-1).to_bytes(1,'big')))
show(lambda: ((-129).to_bytes(1,'big',signed=True)))
show(lambda: ((1).to_bytes(-1,'big')))
show(lambda: ((1).to_bytes(1,'x')))
show(lambda: (1).to_bytes())
show(lambda: (int.from_bytes(5,'big')))
show(lambda: (int.from_bytes('s','big')))
show(lambda: (int.from_bytes([1,2],'little')))
show(lambda: (int.from_bytes([1,2])))
show(lambda: (int.from_bytes([1,2],'q')))
show(lambda: (int.from_bytes([1,2],5)))
show(lambda: (int(-128).to_bytes(1,'big',signed=True)))
show(lambda: ((-32768).to_bytes(2,'big',signed=True)))
show(lambda: ((0).to_bytes(0,'big')))
show(lambda: ((1).to_bytes(0,'big')))
show(lambda: ((1).to_bytes(1,'big','x')))
show(lambda: ((1).to_bytes(length=2,byteorder='little',signed=True)))
show(lambda: (1).to_bytes('a'))
show(lambda: ((1).to_bytes(1,5)))
show(lambda: ((1).to_bytes(1,'little',q=2)))
show(lambda: int.from_bytes())
