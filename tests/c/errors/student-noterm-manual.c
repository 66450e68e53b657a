#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int count(const char *s) { int n = 0; while (s[n]) n++; return n; } /* !In 's[n]' the program reads memory right behind the end of t */
int main(void) {
    char w[3] = {'c', 'a', 't'};
    printf("%d\n", count(w));
    return 0;
}
