class Student:
    school = "MIT"
    def __init__(self, name, grades):
        self.name = name
        self.grades = grades
    def average(self):
        return sum(self.grades) / len(self.grades)
    @classmethod
    def from_string(cls, s):
        name, *g = s.split(',')
        return cls(name, [int(x) for x in g])
    @staticmethod
    def is_pass(x):
        return x >= 50
s1 = Student("Ann", [90, 80])
s2 = Student.from_string("Bob,40,50,60")
for s in (s1, s2):
    a = s.average()
    print(s.name, a, Student.is_pass(a))
Student.school = "CMU"
print(s1.school, s2.__dict__)
