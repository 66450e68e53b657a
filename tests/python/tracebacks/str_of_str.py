# The last line may need code of the program, which may fail or run deep.
class Deep(Exception):
    def __str__(self):
        return str(self)


class Helpful(Exception):
    def __str__(self):
        print("asked for its text")
        return f"{self.args[0]} of {len(self.args)}"


try:
    raise Deep("deep")
except Deep:
    raise Helpful("first", "second")
