from collections import deque
import sys
s = sys.getsizeof
d = deque(); r = []
for i in range(200): d.append(i); r.append(s(d))
print(r); r = []
while d: d.popleft(); r.append(s(d))
print(r); r = []
for i in range(100): d.appendleft(i); r.append(s(d))
for i in range(100): d.pop(); r.append(s(d))
print(r)
print([s(deque(range(k))) for k in range(0, 200, 7)])
d = deque(range(100)); r = []
for i in range(50): d.rotate(3); r.append(s(d))
print(r)
d = deque(maxlen=5); r = []
for i in range(200): d.append(i); r.append(s(d))
print(r); d.extendleft(range(300)); print(s(d)); d.clear(); print(s(d))
