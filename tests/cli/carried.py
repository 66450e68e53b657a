"""What a snapshot carries is enough to draw it again, to the byte; and input that is written down is read by every command.
carried.py REFARROWS"""
import base64
import html.parser
import json
import os
import subprocess
import sys
import tempfile

PROGRAM = 'name = input("Who? ")\nwords = [name, name]\nlast = input()\nprint(name, last)\n'
C_PROGRAM = '''#include <stdio.h>
int main(void)
{
    char word[20];
    int number = 0;
    scanf("%19s %d", word, &number);
    getchar();
    int letter = getchar();
    printf("%s %d %c\\n", word, number, letter);
    return getchar() == '\\n' && getchar() == EOF ? 0 : 1;
}
'''
failures = []


class Handout(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.pictures, self.program, self.open = [], '', []

    def handle_starttag(self, tag, attributes):
        if tag == 'img':
            self.pictures.append(dict(attributes)['src'].removeprefix('data:image/png;base64,'))
        elif tag != 'meta':
            self.open.append(tag)

    def handle_endtag(self, tag):
        expect('a tag', tag, self.open.pop())

    def handle_data(self, data):
        if self.open[-1:] == ['pre']:
            self.program += data



def expect(what, got, wanted):
    if got != wanted:
        failures.append(f'{what}: {got!r}, not {wanted!r}')


def main(refarrows):
    def run(*words, stdin=''):
        done = subprocess.run([refarrows, *words], input=stdin, capture_output=True, text=True, timeout=300)
        return done.returncode, done.stdout, done.stderr

    def picture(*words, stdin=''):
        status, _, said = run('snapshot', *words, '-o', 'picture.png', stdin=stdin)
        expect(f'snapshot {words}', (status, said), (0, ''))
        with open('picture.png', 'rb') as file:
            return file.read()

    with open('p.py', 'w') as file:
        file.write(PROGRAM)
    with open('p.c', 'w') as file:
        file.write(C_PROGRAM)
    with open('lines', 'w') as file:
        file.write('Ada\nLovelace\n')
    with open('c-lines', 'w') as file:
        file.write('Ada 1815\nx\n')
    with open('bad', 'wb') as file:
        file.write(b'caf\xe9\n')
    lesson = {'format': 'refarrows-lesson', 'version': 1, 'title': 'T', 'course': 'C', 'program': PROGRAM.split('\n')[:-1],
              'input': ['Grace', 'Hopper'], 'level': 'memory', 'zoom': 150, 'hide': ['last'],
              'waypoints': [{'at': {'after': 3}, 'say': 'A word of the lesson.'}]}
    with open('lesson.json', 'w') as file:
        json.dump(lesson, file)

    # scripted input
    expect('run --input', run('run', '--input', 'lines', 'p.py'), (0, 'Who? Ada Lovelace\n', ''))
    expect('run --input=', run('run', '--input=lines', 'p.py', stdin='no\nno\n'), (0, 'Who? Ada Lovelace\n', ''))
    expect('run with stdin', run('run', 'p.py', stdin='Ada\nL\n'), (0, 'Who? Ada L\n', ''))
    expect('C', run('run', '--input', 'c-lines', 'p.c'), (0, 'Ada 1815 x\n', ''))
    expect('C, stdin', run('run', 'p.c', stdin='Ada 1815\nx\n'), (0, 'Ada 1815 x\n', ''))
    status, out, said = run('run', '--input', 'c-lines', 'p.py')
    expect('input that is used up', (status, out), (0, 'Who? Ada 1815 x\n'))
    with open('short', 'w') as file:
        file.write('one')
    status, out, said = run('run', '--input', 'short', 'p.py', stdin='two\n')
    expect('the end of the input', (status, said.split('\n')[-2]), (1, 'EOFError: EOF when reading a line'))
    for name, words in ('bad', 'byte 0xe9 is not UTF-8'), ('nothing', 'No such file'):
        status, out, said = run('run', '--input', name, 'p.py')
        expect(f'--input {name}', (status, out, said.count('\n'), words in said), (2, '', 1, True))
    expect('a lesson', run('run', 'lesson.json'), (0, 'Who? Grace Hopper\n', ''))
    expect('check', run('check', 'lesson.json'), (0, '', ''))
    lesson['input'] = ['a\nb']
    with open('wrong.json', 'w') as file:
        json.dump(lesson, file)
    status, out, said = run('check', 'wrong.json')
    expect('a line break in the input', (status, 'line break' in out), (1, True))

    # a snapshot of a snapshot is the same picture
    for words, stdin in ((('p.py', '--step', '3', '--size', '1024x768', '--theme', 'dark', '--level', 'memory'), 'A\nB\n'),
                         (('p.py', '--step', '4', '--input', 'lines', '--size', '1280x720', '--scale', '1.25'), ''),
                         (('lesson.json', '--step', '3', '--size', '1280x720'), ''),
                         (('p.py', '--step', '4', '--input', 'lines', '--size', '1280x720', '--since', '2'), ''),
                         (('p.c', '--step', '6', '--size', '1280x720', '--input', 'c-lines', '--full'), '')):
        first = picture(*words, stdin=stdin)
        with open('first.png', 'wb') as file:
            file.write(first)
        expect(f'again {words}', picture('first.png') == first, True)
        other = picture('first.png', '--theme', 'contrast', '--size', '900x700')
        expect(f'otherwise {words}', other != first, True)
    expect('the words of the lesson', 'A word of the lesson.' in run('text', 'first.png', '--step', '3')[1], False)
    with open('lesson.png', 'wb') as file:
        file.write(picture('lesson.json', '--step', '3'))
    expect('the words of the lesson', 'A word of the lesson.' in run('text', 'lesson.png', '--step', '3')[1], True)
    # a handout
    status, _, said = run('snapshot', 'p.c', '--all', '--input', 'c-lines', '--size', '800x600', '-o', 'page.html')
    expect('handout', (status, said), (0, ''))
    page = open('page.html').read()
    parser = Handout()
    parser.feed(page)
    steps = int(run('trace', 'p.c', '--input', 'c-lines')[1].rsplit('"step":', 1)[1].split(',')[0]) + 1
    expect('its pictures', len(parser.pictures), steps)
    expect('its program', parser.program, C_PROGRAM)
    with open('step.png', 'wb') as file:
        file.write(base64.b64decode(parser.pictures[-1], validate=True))
    expect('a picture of it', open('step.png', 'rb').read(8), b'\x89PNG\r\n\x1a\n')
    expect('what is open is closed', parser.open, [])
    status, _, said = run('snapshot', 'p.py', '--all', '-o', 'no-such-folder/page.html', '--input', 'lines')
    expect('nowhere to write', (status, said.count('\n')), (2, 1))

    expect('the run of a snapshot', run('run', 'lesson.png'), (0, 'Who? Grace Hopper\n', ''))


if __name__ == '__main__':
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        main(program)
        os.chdir('/')
    for failure in failures:
        print('not ok', failure)
    print(f'{len(failures)} failures')
    sys.exit(bool(failures))
