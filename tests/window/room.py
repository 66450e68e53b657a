"""A window of refarrows under an X server of its own, with real keys and a real pointer, for the tests beside this."""
import os
import subprocess
import sys
import time

WIDTH, HEIGHT = 1280, 720
PATIENCE = 20                  # seconds: sanitized builds are slow


class Room:
    def __init__(self, refarrows, lesson, scratch):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0",
                                        f"{WIDTH}x{HEIGHT}x24"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        number = os.read(read, 20).decode().strip()
        self.environment = dict(os.environ, DISPLAY=f":{number}", XDG_DATA_HOME=scratch)
        self.program = subprocess.Popen([refarrows, lesson], env=self.environment)
        self.window = self.eventually(self.find, "no window")
        self.xdotool("windowfocus", self.window)

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True).stdout

    def find(self):
        return self.xdotool("search", "--pid", str(self.program.pid), "--name", "refarrows").split("\n")[0]

    def eventually(self, ask, words):
        end = time.time() + PATIENCE
        while time.time() < end:
            answer = ask()
            if answer:
                return answer
            time.sleep(0.1)
        sys.exit(f"FAILED: {words}")

    def keys(self, *names):
        for name in names:
            self.xdotool("key", name)
        time.sleep(0.3)            # a picture taken at once could be the one before

    def pointer(self, x, y):
        self.xdotool("mousemove", str(x), str(y))

    def picture(self):
        """What the root window shows, once it has come to rest."""
        last = None
        for _ in range(60):
            shot = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], env=self.environment,
                                  capture_output=True).stdout
            if shot == last:
                return shot
            last = shot
            time.sleep(0.25)
        return last

    def close(self):
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()
        self.server.terminate()
        self.server.wait()


def pixel(shot, at):
    place = 3 * (at[1] * WIDTH + at[0])
    return tuple(shot[place:place + 3])


def brightness(shot, at):
    return sum(pixel(shot, at))


def expect(fine, words):
    print("ok  " if fine else "FAILED:", words)
    if not fine:
        raise SystemExit(1)
