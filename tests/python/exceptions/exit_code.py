import sys
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, repr(e))
    raise SystemExit(e.code + 4)
finally:
    print("finally")
