try:
    n = int(input("n = "))
    print(10 / n)
except ZeroDivisionError:
    print("zero!")
except ValueError as e:
    print("bad", e)
