class ValidationError(Exception):
    """Bad input."""
class TooShort(ValidationError):
    def __str__(self): return 'too short: ' + repr(self.args[0])
def check(pw):
    if len(pw) < 4: raise TooShort(pw)
    if pw.isalpha(): raise ValidationError('need digit', pw)
    return True
for p in ('abc', 'abcd', 'abcd1'):
    try: print(check(p))
    except ValidationError as err: print(type(err), err)
e = TooShort('q')
raise e
