def repeat(n):
    def deco(f):
        def wrapper(*args, **kw):
            out = []
            for _ in range(n):
                out.append(f(*args, **kw))
            return out
        return wrapper
    return deco
@repeat(2)
def hi(name, punct='!'):
    return 'hi ' + name + punct
print(hi('bo'))
print(hi('al', punct='?'))
