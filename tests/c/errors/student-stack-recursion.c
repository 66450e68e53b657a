#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int depth(int n) { int pad[50]; pad[0] = n; return pad[0] + depth(n + 1); } /* !The stack is full */
int main(void) { printf("%d\n", depth(0)); return 0; }
