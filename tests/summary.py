"""Adds up what the test runs in the given build folders did, from meson's own log."""
import json
import os
import sys

passed = failed = 0
for build in sys.argv[1:]:
    with open(os.path.join(build, "meson-logs", "testlog.json")) as log:
        for line in log:
            ok = json.loads(line)["result"] in ("OK", "EXPECTEDFAIL")
            passed += ok
            failed += not ok
print(f"{passed} passed, {failed} failed")
