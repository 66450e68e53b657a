raise SyntaxError("bad bad", ("bad.py", 1, 2, "abcdefg", 1, 100))
