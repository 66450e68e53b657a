def rpn(s):
    st = []
    for tok in s.split():
        if tok in '+-*/':
            b, a = st.pop(), st.pop()
            st.append({'+': a + b, '-': a - b, '*': a * b}[tok])
        else:
            st.append(int(tok))
    return st.pop()
print(rpn('3 4 + 2 *'))
