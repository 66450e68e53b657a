# What open() answers in a program that has no files.
def t(*a, **k):
    try: print(open(*a, **k))
    except Exception as e: print(type(e).__name__, e, e.args)
t('no.txt'); t('no.txt', 'r'); t('no.txt', 'rb'); t('no.txt', mode='r+'); t('no.txt', 'zz'); t('no.txt', 'rw'); t('no.txt', 5); t(); t(3.5); t('no.txt', 'rb', encoding='x'); t('no.txt', encoding='utf-8'); t(file='no.txt'); t(None); t('no.txt', 'r', 1, 2); t('', 'r'); t('a\0b'); t('no.txt', 'U'); t('no.txt','rt',foo=1); t(b'no.txt'); t([]); t('no.txt', 'rtb'); t('no.txt', 'r', newline='x'); t('no.txt', 'r', errors='zz'); t('no.txt', 'rb', 0); t('no.txt', 'r', 0)
try:
    with open('data.txt') as f: print(f.read())
except FileNotFoundError as e: print('no such file', e.filename, e.errno, e.strerror, repr(e))
except IOError: print('io')
open('missing.txt')
