# f-strings: conversions, specifications within specifications, and the = form.
name, width, value = 'x', 8, 3.14159
print(f'{name}', f'{name!r}', f'{name!s:>4}|', f'{value:.2f}', f'{value:{width}.{2}f}|')
print(f'{{literal}} {name}{{{name}}}')
print(f'{name=}', f'{ name = }', f'{value=:.1f}', f'{name=!s}')
print(f'{"quoted"} {[1, 2][0]} {({"k": 5})["k"]} {(lambda a: a + 1)(2)}')
print('plain ' f'{name} ' 'plain {name}', rf'\n{name}')
print(f'''{
    name
}''')
print(f'{1 != 2} {3 >= 2} {1 if name else 2}')
