"""Writes a C table of the Python modules under a folder: embed_assets.py FOLDER OUTPUT [FILE...]."""
import os
import sys


def literal(line):
    out = []
    for byte in line.encode():
        char = chr(byte)
        out.append('\\' + char if char in '"\\' else char if 32 <= byte < 127 else '\\%03o' % byte)
    return '"' + ''.join(out).replace('??', '?""?') + '"'


def modules(folder):
    for path, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.endswith('.py'):
                parts = os.path.relpath(os.path.join(path, name), folder)[:-3].split(os.sep)
                package = parts[-1] == '__init__'
                yield '.'.join(parts[:-1] if package else parts), package, os.path.join(path, name)


def main(folder, output, *_):
    with open(output, 'w', encoding='utf-8') as out:
        out.write('#include "python/modules/asset.h"\n\nconst Asset python_assets[] = {\n')
        for name, package, path in modules(folder):
            with open(path, encoding='utf-8') as source:
                text = source.read()
            lines = ''.join('\n     ' + literal(line) for line in text.splitlines(keepends=True))
            out.write(f'    {{"{name}",{lines or chr(34) * 2},\n     {len(text.encode())}, {int(package)}}},\n')
        out.write('    {0}\n};\n')


main(*sys.argv[1:])
