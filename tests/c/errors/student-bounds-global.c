#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int scores[10];
int count = 0;
void add(int s) { scores[count++] = s; } /* !In 'scores[count++]' the index 10 is one past the end */
int main(void) {
    for (int i = 0; i < 11; i++)
        add(i);
    printf("%d\n", count);
    return 0;
}
