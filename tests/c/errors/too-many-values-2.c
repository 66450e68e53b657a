#include <stdio.h>
char word[6] = "hello";
struct point { int x, y; } p = {1, 2, 3}; /* !more values than the struct has members */
int main(void)
{
    printf("%c%c%c %d\n", word[0], word[1], word[2], p.y);
    return 0;
}
