import json
data = {'name': 'A', 'n': [1, 2.5, None, True]}
s = json.dumps(data)
back = json.loads(s)
print(s, back == data, back is data)
