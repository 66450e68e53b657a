def ask(q):
    ans = input(q)
    return int(ans)
print("Calculator")
x = ask("x: ")
y = ask("y: ")
print(x + y)
