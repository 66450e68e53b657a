class Box:
    def __class_getitem__(cls, t): return f'Box of {t.__name__}'
print(Box[int])
x: int | None = None
y = int | str
