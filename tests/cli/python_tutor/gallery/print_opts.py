print('a', 'b', sep=', ', end='!\n')
print()
print(1, None, True, [1, 'x'], {'k': 'v'}, (1,), sep='|')
print('tab\there', 'q"uote', "it's", r'raw\n')
import sys
sys.stdout.write('direct\n')
print('err', file=sys.stderr)
