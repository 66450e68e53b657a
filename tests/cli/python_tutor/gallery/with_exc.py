class Log:
    def __enter__(self):
        print('open'); return self
    def __exit__(self, *exc):
        print('close', exc[0])
        return False
def work():
    with Log() as l:
        return 'value'
print(work())
with Log():
    int('z')
