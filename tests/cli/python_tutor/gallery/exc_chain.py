def parse(s):
    try:
        return int(s)
    except ValueError as e:
        raise RuntimeError(f"cannot parse {s!r}") from e
    finally:
        print("finally", s)

for s in ["12", "x1"]:
    try:
        print(parse(s))
    except RuntimeError as e:
        print("Error:", e, "|", e.__cause__)
else:
    print("no break")
