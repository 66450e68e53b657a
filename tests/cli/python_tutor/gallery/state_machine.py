def locked(ev): return unlocked if ev == 'coin' else locked
def unlocked(ev): return locked if ev == 'push' else unlocked
state = locked
for ev in ['push', 'coin', 'coin', 'push']:
    state = state(ev)
    print(ev, state.__name__)
