# os as far as programs without files can use it: paths are text.
import os
import os.path
from os import getcwd, path


def attempt(f, *a):
    try:
        print(repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, e)


names = ['', '/', 'a', '/a', 'a/', 'a/b', '/a/b/', 'a//b', './a', '../a', '/../a', 'a/../b', 'a/./b', '//a', '///a',
         'file.txt', '.hidden', '..x.y', 'a.b/c', 'dir.d/x.tar.gz', '~/a', 'a/b/../../..']
for n in names:
    print(repr(n), path.split(n), path.basename(n), path.dirname(n), path.splitext(n), path.isabs(n), path.normpath(n),
          path.splitdrive(n))
    print([path.join(n, other) for other in ('', 'x', '/x', 'x/', '..')])
print(path.join('a', 'b', 'c.txt'), path.commonprefix(['abc', 'abd']), path.commonpath(['/a/b/c', '/a/b/d']))
attempt(path.join, 'a', b'b')
attempt(path.join, 1)
attempt(path.commonpath, [])
attempt(path.commonpath, ['/a', 'b'])
print(path.relpath('/a/b', '/a/c'), path.relpath('/a', '/a'), path.isfile('/no/such/file'), path.exists('/no/such'))
print(os.sep, repr(os.linesep), os.name, os.pathsep, os.curdir, os.pardir, os.path is path, path.sep, os.extsep)
print(os.getenv('NO_SUCH_VARIABLE', 'default'), os.environ.get('NO_SUCH_VARIABLE'), type(getcwd()), os.fspath('x'))
attempt(os.listdir, '/no/such/folder')
attempt(os.remove, '/no/such/file')
