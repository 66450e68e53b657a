"""Bytes as letters."""

_standard = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_base32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


class Error(ValueError):
    pass


Error.__module__ = 'binascii'


def _bytes_of(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode('ascii')
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}')


def b64encode(s, altchars=None):
    """Encode the bytes-like object s using Base64 and return a bytes object."""
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    letters = _standard[:62] + altchars if altchars is not None else _standard
    out = bytearray()
    for i in range(0, len(s), 3):
        part = bytes(s[i:i + 3])
        n = int.from_bytes(part + b'\0' * (3 - len(part)), 'big')
        group = bytes([letters[n >> 18], letters[n >> 12 & 63], letters[n >> 6 & 63], letters[n & 63]])
        out += group[:len(part) + 1] + b'=' * (3 - len(part))
    return bytes(out)


def b64decode(s, altchars=None, validate=False):
    """Decode the Base64 encoded bytes-like object or ASCII string s."""
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b'+/'))
    values = {c: i for i, c in enumerate(_standard)}
    out = bytearray()
    bits = count = padding = 0
    for c in s:
        if c == 61:
            padding += 1
            if count % 4 + padding >= 4 and count % 4 >= 2:
                break
            continue
        value = values.get(c)
        if value is None:
            if validate:
                raise Error('Only base64 data is allowed')
            continue
        padding = 0
        bits = bits << 6 | value
        count += 1
        if count % 4 == 0:
            out += bits.to_bytes(3, 'big')
            bits = 0
    rest = count % 4
    if rest == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a '
                    'multiple of 4')
    if rest and rest + padding < 4:
        raise Error('Incorrect padding')
    if rest == 2:
        out.append(bits >> 4)
    elif rest == 3:
        out += (bits >> 2).to_bytes(2, 'big')
    return bytes(out)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b'+/', b'-_'))


def urlsafe_b64decode(s):
    return b64decode(_bytes_of(s).translate(bytes.maketrans(b'-_', b'+/')))


def b16encode(s):
    return s.hex().upper().encode('ascii')


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if any(c not in b'0123456789ABCDEF' for c in s):
        raise Error('Non-base16 digit found')
    return bytes.fromhex(s.decode('ascii'))


def b32encode(s):
    out = bytearray()
    for i in range(0, len(s), 5):
        part = bytes(s[i:i + 5])
        n = int.from_bytes(part + b'\0' * (5 - len(part)), 'big')
        used = (len(part) * 8 + 4) // 5
        out += bytes([_base32[n >> 35 - 5 * k & 31] for k in range(used)]) + b'=' * (8 - used)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes_of(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if casefold:
        s = s.upper()
    values = {c: i for i, c in enumerate(_base32)}
    bits = count = 0
    for c in s.rstrip(b'='):
        if c not in values:
            raise Error('Non-base32 digit found')
        bits = bits << 5 | values[c]
        count += 5
    return (bits >> count % 8).to_bytes(count // 8, 'big')


def encodebytes(s):
    return b''.join(b64encode(s[i:i + 57]) + b'\n' for i in range(0, len(s), 57))


def decodebytes(s):
    return b64decode(s)
