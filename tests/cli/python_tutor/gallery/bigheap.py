data = {'users': [{'name': 'a', 'tags': ('x', 'y'), 'friends': {1, 2}}, {'name': 'b', 'tags': (), 'friends': set()}]}
for u in data['users']:
    u['n'] = len(u['friends'])
names = [u['name'] for u in data['users']]
