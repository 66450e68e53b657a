#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) { int n = 5; printf("%d %d\n", n, n++); return 0; } /* !This expression changes 'n' and uses it again without an ord */
