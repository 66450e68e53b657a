#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) { int age = 30; char *n = "x"; printf("%d %s\n", n, n); if (age) return 0; return 1; } /* !The conversion '%d' wants an int, but its argument is a poin */
