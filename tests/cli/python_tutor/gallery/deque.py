from collections import deque
q = deque([1, 2, 3], maxlen=4)
q.append(4)
q.append(5)
left = q.popleft()
q.rotate(1)
print(q, left)
