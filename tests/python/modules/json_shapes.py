# json.dumps in every shape, and its limits.
import json
class D:
    pass
vals = [[], {}, [[]], [{}], {'a': []}, {'a': {}, 'b': [1, [2, {}]]}, (1, (2,)), {1: 2, None: 3, True: 4, 2.5: 5}, [None, True, 1.5, 'x\n"é'], {'b': 1, 'a': [1, 2]}]
for v in vals:
    for kw in {}, {'indent': 2}, {'indent': '\t'}, {'sort_keys': True} if not any(isinstance(k, type(None)) for k in (v if isinstance(v, dict) else ())) else {}, {'separators': (',', ':')}, {'indent': 0}:
        print(json.dumps(v, **kw))
print(json.dumps({(1,): 2, 'a': 1}, skipkeys=True), json.dumps({(1,): 2}, skipkeys=True, indent=1), json.dumps([D(), [D()]], default=lambda o: {'d': [1]}, indent=1))
for bad in (lambda: json.dumps({(1,): 2}), lambda: json.dumps(D()), lambda: json.dumps([float('nan')], allow_nan=False)):
    try: bad()
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
d = {}; d['x'] = [d]
try: json.dumps(d)
except ValueError as e: print(e)
for text in '[1,[2,{"a":[{}]}]]', '{"a":{"b":{"c":[]}}}', '[', '{"a":', '[1,]', '{"a":1,}', '[[1,2]', ' [ [ 1 ] , { "a" : { } } ] ':
    try: print(json.loads(text))
    except ValueError as e: print(e)
def nested(n, x=0):
    for i in range(n): x = [x]
    return x
print(len(json.dumps(nested(980))), json.loads(json.dumps(nested(980))) == nested(980))
for f in (lambda: json.dumps(nested(2000)), lambda: json.loads('[' * 2000), lambda: json.loads('{"a":' * 2000)):
    try: f()
    except RecursionError as e: print(e)
