#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) { printf("%d + %d = %d\n", 1, 2); return 0; } /* !The format has more conversions than there are arguments */
