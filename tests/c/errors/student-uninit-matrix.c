#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    int m[3][3], i, j, trace = 0;
    for (i = 0; i < 3; i++)
        for (j = 0; j < i; j++)
            m[i][j] = i * j;
    for (i = 0; i < 3; i++)
        trace += m[i][i]; /* !In 'm[i][i]' the program uses the value of 'm[0][0]' of main */
    printf("%d\n", trace);
    return 0;
}
