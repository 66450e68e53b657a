"""How long somebody waits for a picture, in milliseconds: from the command to the first one, and from Enter in the menu to
the first one of each lesson. Of a window under Xvfb, as its screen shows it.

    python3 startup.py REFARROWS LESSON...        prints the slowest and the median, and fails beyond LIMIT
"""
import ctypes
import os
import statistics
import subprocess
import sys
import tempfile
import time

LIMIT = 100
TRIES = 3                # of each command, of which the quickest counts: other work on the machine is not ours
WIDTH, HEIGHT = 1280, 720
RETURN, ESCAPE, DOWN, HOME = 0xFF0D, 0xFF1B, 0xFF54, 0xFF50
ALL_PLANES, Z_PIXMAP = ~0 & 0xFFFFFFFF, 2

x11, xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetPixel.restype = ctypes.c_ulong


class Screen:
    def __init__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0",
                                        f"{WIDTH}x{HEIGHT}x24"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.name = ":" + os.read(read, 20).decode().strip()
        self.display = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        self.root = ctypes.c_ulong(x11.XDefaultRootWindow(self.display))

    def strip(self):
        """A row of pixels through the head of the window and one through its code."""
        pixels = []
        for y in (24, 96):
            image = ctypes.c_void_p(x11.XGetImage(self.display, self.root, 0, y, WIDTH, 1, ALL_PLANES, Z_PIXMAP))
            pixels += [x11.XGetPixel(image, x, 0) for x in range(12, 420, 3)]
            x11.XDestroyImage(image)
        return pixels

    def press(self, symbol):
        code = x11.XKeysymToKeycode(self.display, ctypes.c_ulong(symbol))
        for down in (1, 0):
            xtest.XTestFakeKeyEvent(self.display, code, down, 0)
        x11.XFlush(self.display)

    def wait(self, before, begin):
        """Milliseconds from `begin` until the strip is another one than before."""
        while time.perf_counter() - begin < 10:
            if self.strip() != before:
                return (time.perf_counter() - begin) * 1000
        sys.exit("no other picture within ten seconds")

    def rest(self):
        last = self.strip()
        while True:
            time.sleep(0.15)
            now = self.strip()
            if now == last:
                return now
            last = now


def start(screen, refarrows, words, scratch):
    environment = dict(os.environ, DISPLAY=screen.name, XDG_DATA_HOME=scratch)
    black, begin = screen.strip(), time.perf_counter()
    program = subprocess.Popen([refarrows, *words], env=environment)
    return program, screen.wait(black, begin)


def first_pictures(screen, refarrows, lessons, scratch):
    waits = []
    for lesson in lessons:
        tries = []
        for _ in range(TRIES):
            program, wait = start(screen, refarrows, [lesson], scratch)
            tries.append(wait)
            program.kill()
            program.wait()
            time.sleep(0.05)
        waits.append((min(tries), os.path.basename(lesson)))
    return waits


def from_menu(screen, refarrows, count, scratch):
    """Each lesson is opened by Enter, and left by Escape; the menu stands at it again then."""
    program, _ = start(screen, refarrows, [], scratch)
    subprocess.run(["xdotool", "search", "--pid", str(program.pid), "windowfocus"],
                   env=dict(os.environ, DISPLAY=screen.name), capture_output=True)
    waits = []
    for at in range(count):
        menu = screen.rest()
        begin = time.perf_counter()
        screen.press(RETURN)
        waits.append((screen.wait(menu, begin), f"entry {at + 1}"))
        screen.rest()
        screen.press(ESCAPE)
        screen.rest()
        screen.press(DOWN)
    program.kill()
    program.wait()
    return waits


def tell(what, waits):
    slowest, which = max(waits)
    print(f"{what}: median {statistics.median(w for w, _ in waits):.0f} ms, slowest {slowest:.0f} ms ({which}),"
          f" {len(waits)} times")
    return slowest <= LIMIT


def main(refarrows, *lessons):
    screen = Screen()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            first_pictures(screen, refarrows, lessons[:1], scratch)        # what is read from the disk once
            quick = tell("command to first picture", first_pictures(screen, refarrows, lessons, scratch))
            quick &= tell("menu to lesson", from_menu(screen, refarrows, len(lessons), scratch))
        finally:
            screen.server.terminate()
    return 0 if quick else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
