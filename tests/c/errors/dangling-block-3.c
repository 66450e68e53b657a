#include <stdio.h>
struct point { int x, y; };
static void move(struct point *p) { p->x++; } /* !the struct 'origin' of main(), which is gone */
int main(void)
{
    struct point *found = NULL;
    if (!found) {
        struct point origin = {0, 0};
        found = &origin;
    }
    move(found);
    return 0;
}
