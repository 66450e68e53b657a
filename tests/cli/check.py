"""What the scripts that test the command line share: running it, and saying ok."""
import subprocess
import sys


class Checker:
    def __init__(self, program):
        self.program = program
        self.failed = False

    def run(self, *words, stdin=b'', timeout=60, **more):
        return subprocess.run([self.program, *words], input=stdin, capture_output=True, timeout=timeout, **more)

    def check(self, name, fine, why=''):
        print(f'ok {name}' if fine else f'not ok {name}: {why}')
        self.failed = self.failed or not fine

    def refuses(self, name, result, *parts):
        """Exit status 2, nothing on stdout, one line on stderr that has the parts."""
        error = result.stderr.decode(errors='replace')
        fine = (result.returncode == 2 and not result.stdout and error.count('\n') == 1 and error.endswith('\n')
                and all(part in error for part in parts))
        self.check(name, fine, f'status {result.returncode}, stdout {result.stdout[:80]!r}, stderr {error[:300]!r}')

    def end(self):
        sys.exit(1 if self.failed else 0)
