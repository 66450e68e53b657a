#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) { int x = 3; int y = x++ * x++; printf("%d\n", y); return 0; } /* !This expression changes 'x' and uses it again without an ord */
