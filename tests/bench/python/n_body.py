import math


class Body:
    def __init__(self, x, y, vx, vy, mass):
        self.x, self.y = x, y
        self.vx, self.vy = vx, vy
        self.mass = mass


def advance(bodies, dt):
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            distance = math.sqrt(dx * dx + dy * dy)
            force = dt / (distance * distance * distance)
            a.vx -= dx * b.mass * force
            a.vy -= dy * b.mass * force
            b.vx += dx * a.mass * force
            b.vy += dy * a.mass * force
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy


bodies = [Body(0.0, 0.0, 0.0, 0.0, 39.5), Body(1.0, 0.0, 0.0, 6.3, 0.0001), Body(5.2, 0.0, 0.0, 2.75, 0.04)]
for step in range(20000):
    advance(bodies, 0.001)
print(bodies[1].x, bodies[1].y)
