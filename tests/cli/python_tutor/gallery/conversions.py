print(int('0x1f', 16), float('1e-2'), str(3.0), bool(''), bool('0'), list('ab'), tuple([1]), set('aa'), dict([('a', 1)]))
print(ord('a'), chr(98), bin(5), hex(16), ascii('é'), type(1) == int, isinstance(True, int))
int('12a')
