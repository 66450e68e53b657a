import sys


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def put(view, key, value):
    view[key] = value
    return view.tolist()


data = bytearray(b'abcdef')
view = memoryview(data)
print(len(view), view[0], view[-1], view.tolist(), view.tobytes(), list(view), view.hex(), 99 in view)
print(view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides, view.suboffsets, view.readonly,
      view.contiguous, view.c_contiguous, view.f_contiguous, view.obj is data)
part = view[1:5:2]
print(part.tolist(), bytes(part), part.strides, part.contiguous, part == b'bd', part[::-1].tobytes(), part.shape)
print(bytes(view[2:4]), b'x' + view[2:4], b'-'.join([view[:1], view[1:2]]), int(memoryview(b'42')), view == data)
view[0] = 65
view[1:3] = b'BC'
view[3:6] = view[0:3]
print(data, view[::-1].tobytes())
for key, value in [(9, 1), (0, 300), (0, 'a'), ('a', 1), (slice(0, 2), b'x'), (slice(0, 2), 5), (-7, 1)]:
    attempt(lambda: put(view, key, value))
attempt(lambda: view[10])
attempt(lambda: view['a'])
attempt(lambda: put(memoryview(b'ab'), 0, 1))
attempt(lambda: view.__delitem__(0))
attempt(lambda: data.append(1))
attempt(lambda: data.clear())
attempt(lambda: hash(view))
attempt(lambda: hash(memoryview(b'abc')) == hash(b'abc'))
attempt(lambda: hash(view.toreadonly()) == hash(bytes(data)))
attempt(lambda: memoryview(5))
attempt(lambda: memoryview('text'))
attempt(lambda: memoryview())
attempt(lambda: view < view)
attempt(lambda: (view == 5, view != b'abc', memoryview(b'a') == memoryview(bytearray(b'a'))))
attempt(lambda: repr(view).startswith('<memory at 0x'))
attempt(lambda: view.cast('B').tolist())
print(sys.getsizeof(view), type(view), isinstance(view, memoryview), memoryview.__doc__)
part.release()
view.release()
view.release()
print(repr(view).startswith('<released memory at 0x'), view == view, view == b'abc')
for action in (lambda: view[0], lambda: len(view), lambda: view.tolist(), lambda: view.obj, lambda: put(view, 0, 1)):
    attempt(action)
data.append(33)
print(data)
with memoryview(b'block') as inside:
    print(inside[1:].tobytes())
attempt(lambda: inside.tobytes())
print(memoryview(b'').tolist(), memoryview(b'')[:].tobytes(), bytes(memoryview(b'abc')[::-1]))
total = 0
for number in memoryview(bytes(range(10))):
    total += number
print(total)
