# A backslash before a replacement field stands for itself.
x = 7
print(f'\{6*7}')
print(f'\\{6*7}', f'\{x}\{x}', rf'\{x}', f'a\
{x}', f'\N{DIGIT ONE}{x}')
