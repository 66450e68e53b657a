people = [('Al', 30), ('Bo', 25), ('Cy', 30)]
people.sort(key=lambda p: (-p[1], p[0]))
from operator import itemgetter, attrgetter
by_name = sorted(people, key=itemgetter(0), reverse=True)
def age(p):
    return p[1]
youngest = min(people, key=age)
print(people, by_name, youngest)
