class Mine(ExceptionGroup):
    pass


class Note(Exception):
    pass


raise Mine("mine", [Note("a\nb"), Mine("", [Note()])])
