import re
data = [1, 5, 9]
if (n := len(data)) > 2:
    print(n)
y = [last := v for v in data]
m = re.match(r'(\d+)-(\w+)', '12-ab')
print(m.groups(), last)
