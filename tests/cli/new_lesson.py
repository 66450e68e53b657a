"""A first version of a lesson: it passes `check`, and its way-points say what is true there.
new_lesson.py REFARROWS FOLDER LESSON

FOLDER holds the language's test scripts; of those a lesson is made from each of the folders named below."""
import glob
import json
import os
import subprocess
import sys
import tempfile

from check import Checker

ALIAS = '''\
def add(item, bag):
    bag.append(item)
    return bag

a = [1, 2]
b = a
add(3, b)
c = [9]
c = None
try:
    a[10]
except IndexError as error:
    print("no", error)
'''


def write(name, text):
    with open(name, 'w', newline='') as file:
        file.write(text)
    return name


def made(checker, name, *words, stdin=b''):
    """The lesson's text; it was written without a complaint and is right."""
    result = checker.run('new-lesson', *words, stdin=stdin)
    checker.check(f'{name}: is made', result.returncode == 0 and not result.stderr, result)
    with open('made.json', 'wb') as file:
        file.write(result.stdout)
    checked = checker.run('check', 'made.json')
    checker.check(f'{name}: passes check', checked.returncode == 0 and not checked.stdout, checked.stdout)
    return json.loads(result.stdout)


def contents(checker):
    lesson = made(checker, 'alias', write('two_names.py', ALIAS))
    places = [waypoint['at'] for waypoint in lesson['waypoints']]
    checker.check('the title comes from the file', lesson['title'] == 'Two names', lesson['title'])
    checker.check('the program is inside, line by line', '\n'.join(lesson['program']) + '\n' == ALIAS)
    for name, place in (('the call', {'event': 'call', 'function': 'add'}),
                        ('the return', {'event': 'return', 'function': 'add'}), ('the alias', {'after': 6}),
                        ('what is freed', {'after': 9}), ('the exception', {'event': 'exception'}),
                        ('the end', {'event': 'end'})):
        checker.check(f'{name} has a way-point', place in places, places)
    checker.check('no more than ten', len(places) <= 10, places)
    said = {json.dumps(waypoint['at']): waypoint['say'] for waypoint in lesson['waypoints']}
    checker.check('the alias is told', 'bound b to the list' in said['{"after": 6}'], said)
    checker.check('the death is told', 'was freed' in said['{"after": 9}'], said)
    questions = [waypoint['question'] for waypoint in lesson['waypoints'] if 'question' in waypoint]
    checker.check('one question', len(questions) == 1 and questions[0]['answer'] in questions[0]['choices'], questions)


def question_is_true(checker):
    """The answer is what the command `predict` answers at that step."""
    program = write('short.py', 'a = [1]\nb = a\nb.append(2)\n')
    lesson = made(checker, 'short', program)
    asked = [waypoint['question'] for waypoint in lesson['waypoints'] if 'question' in waypoint]
    lines = checker.run('predict', program).stdout.splitlines()
    known = [(p['ask'], p['choices'][p['answer']]['text']) for line in lines for p in json.loads(line)['predictions']]
    checker.check('the question is one of the run', asked and (asked[0]['ask'], asked[0]['answer']) in known, asked)


def odd_programs(checker):
    made(checker, 'endless', write('endless.py', 'n = [0]\nwhile True:\n    n[0] += 1\n'))
    made(checker, 'one line', write('one.py', 'x = 1'))
    made(checker, 'input', write('ask.py', 'try:\n    name = input()\nexcept EOFError:\n    name = "nobody"\n'))
    made(checker, 'stdin', '-', stdin=b'x = [1]\ny = x\n')
    made(checker, 'dos lines', write('dos.py', 'x = [1]\r\ny = x\r\ndel x\r\n'))
    made(checker, 'accents', write('accents.py', 'gr\u00fc\u00dfe = ["\u2603", "\\ud800"]\nb = gr\u00fc\u00dfe\nprint(b[0])\n'))
    made(checker, 'an exception that ends it', write('raise.py', 'def f():\n    1 / 0\n\nf()\n'))
    made(checker, 'one line over and over', write('loop.py', 'x = []\nfor i in range(9): y = x; x = [y]; y = None\n'))
    made(checker, 'C', write('list.c', '#include <stdlib.h>\nint twice(int x) { return 2 * x; }\nint main(void)\n{\n'
                                       '    int *a = malloc(4), *b = a;\n    *b = twice(3);\n    free(a);\n    return 0;\n}\n'))


def scripts(checker, folder):
    names = sorted(glob.glob(f'{folder}/core/*.py') + glob.glob(f'{folder}/programs/*.py'))[::9]
    checker.check('there are scripts', names)
    for name in names:
        made(checker, os.path.basename(name), name)


def files(checker, lesson):
    program = write('names.py', ALIAS)
    result = checker.run('new-lesson', program, '-o', 'names.json')
    checker.check('written to a file', result.returncode == 0 and not result.stdout + result.stderr, result)
    checker.check('the file passes check', checker.run('check', 'names.json').returncode == 0)
    mine = write('mine.json', 'my work\n')
    checker.refuses('a file that exists', checker.run('new-lesson', program, '-o', mine), mine, 'exists')
    checker.check('it is left as it was', open(mine).read() == 'my work\n')
    checker.refuses('a missing folder', checker.run('new-lesson', program, '-o', 'missing/x.json'), 'missing/x.json')
    checker.refuses('an empty program', checker.run('new-lesson', write('empty.py', ' \n')), 'empty.py')
    checker.refuses('a lesson', checker.run('new-lesson', lesson), 'already')
    checker.refuses('a missing program', checker.run('new-lesson', 'nowhere.py'), 'nowhere.py')
    wrong = checker.run('new-lesson', write('wrong.py', 'x = = 1\n'), '-o', 'wrong.json')
    checker.check('a mistake in the program', wrong.returncode == 1 and b'SyntaxError' in wrong.stderr
                  and not os.path.exists('wrong.json'), wrong)
    with open('/dev/full', 'wb') as full:
        result = checker.run_into(full, 'new-lesson', program)
        checker.check('a full disk', result.returncode == 2 and b'full' in result.stderr, result)


class Program(Checker):
    def run_into(self, stream, *words):
        return subprocess.run([self.program, *words], stdout=stream, stderr=subprocess.PIPE, timeout=60)


def main(program, folder, lesson):
    checker = Program(os.path.abspath(program))
    folder, lesson = os.path.abspath(folder), os.path.abspath(lesson)
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        contents(checker)
        question_is_true(checker)
        odd_programs(checker)
        files(checker, lesson)
        scripts(checker, folder)
        os.chdir('/')
    checker.end()


if __name__ == '__main__':
    main(*sys.argv[1:])
