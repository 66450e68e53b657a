# The names of json's two halves, as programs write them.
import json
import json.decoder
from json.decoder import JSONDecodeError
from json.encoder import JSONEncoder

for text in '{', '[1,]', '"abc':
    try:
        json.loads(text)
    except json.decoder.JSONDecodeError as error:
        print(type(error).__module__, error, error.lineno, error.colno, error.pos, error.msg, error.doc)
print(JSONDecodeError is json.JSONDecodeError, JSONEncoder is json.JSONEncoder, json.decoder.__name__)
json.loads('nul')
