from decimal import Decimal
from fractions import Fraction
d = Decimal('0.1') + Decimal('0.2')
f = Fraction(1, 3) + Fraction(1, 6)
print(d, f, 0.1 + 0.2, float(f))
