"""Runs script_check in one mode over every script below the given folders; lists those that fail.

    python3 run_checks.py SCRIPT_CHECK audit|travel|starve|collect FOLDER|FILE...
"""
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from run_python import scripts


def check(program, mode, script):
    done = subprocess.run([program, mode, script], stdin=subprocess.DEVNULL, capture_output=True, timeout=1200)
    if done.returncode == 0:
        return None
    return f"{script}: {mode} failed ({done.returncode})\n{done.stderr.decode(errors='replace')[-800:]}"


def main(program, mode, *paths):
    waiting = list(scripts(paths))
    with ThreadPoolExecutor(2) as pool:
        found = [f for f in pool.map(lambda s: check(program, mode, s), waiting) if f]
    print("\n".join(found))
    print(f"{len(waiting) - len(found)} of {len(waiting)} scripts pass the {mode}")
    return 1 if found or not waiting else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
