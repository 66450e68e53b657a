while True:
    try:
        n = int(input())
        break
    except ValueError:
        print("again")
    except EOFError:
        print("eof")
        break
