class Subject:
    def __init__(self): self._obs = []
    def attach(self, f): self._obs.append(f)
    def notify(self, *a):
        for f in self._obs: f(*a)
log = []
s = Subject()
s.attach(log.append)
s.attach(lambda e: print('got', e))
def third(e): log.append(e * 2)
s.attach(third)
s.notify('x')
print(log)
