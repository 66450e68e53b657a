#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct point { double x, y; };
struct rect { struct point min, max; };
typedef enum { CIRCLE, SQUARE = 4, TRIANGLE } Kind;
typedef struct {
    Kind kind;
    union { double radius; double side; struct { double base, height; }; };
    char name[8];
} Shape;

static struct point middle(struct rect r)
{
    r.min.x = (r.min.x + r.max.x) / 2;
    r.min.y = (r.min.y + r.max.y) / 2;
    return r.min;
}

static double area(const Shape *s)
{
    switch (s->kind) {
    case CIRCLE: return 3.14159 * s->radius * s->radius;
    case SQUARE: return s->side * s->side;
    case TRIANGLE: return s->base * s->height / 2;
    }
    return 0;
}

struct packed { char a; short b; char c; int d; char e; long f; };

int main(void)
{
    struct rect r = {{0, 0}, {.x = 4, .y = 2}};
    struct point m = middle(r);
    printf("%g %g %g\n", m.x, m.y, r.min.x);
    Shape shapes[] = {{CIRCLE, {.radius = 2}, "circle"}, {.kind = SQUARE, .side = 3, .name = "square"},
                      {TRIANGLE, .base = 3, .height = 4, .name = "tri"}};
    for (int i = 0; i < 3; i++)
        printf("%-8s %d %.2f\n", shapes[i].name, shapes[i].kind, area(&shapes[i]));
    Shape copy = shapes[1];
    strcpy(copy.name, "copy");
    copy.side *= 2;
    printf("%s %g %s %g\n", copy.name, area(&copy), shapes[1].name, area(shapes + 1));
    printf("%zu %zu %zu %zu\n", sizeof(struct packed), offsetof(struct packed, b), offsetof(struct packed, d),
           offsetof(struct packed, f));
    struct { int n; int data[4]; } *p = &(__typeof__(*p)){3, {1, 2, 3}};
    printf("%d %d\n", p->n, p->data[2] + p->data[3]);
    struct { int id; struct { char name[8]; int age; } who; } people[] = {1, "Ada", 36, {2, {"Alan", 41}}, 3, {"Grace"}};
    for (int i = 0; i < 3; i++)
        printf("%d %s %d\n", people[i].id, people[i].who.name, people[i].who.age);
    printf("%g\n", (struct point){1, 2}.y + ((struct rect){.max = {5, 6}}).max.x);
    return 0;
}
