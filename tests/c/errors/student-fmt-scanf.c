#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) { double d = 0; sscanf("2.5", "%f", &d); printf("%d\n", d > 0); return 0; } /* !The conversion '%f' wants the address of a float, but its ar */
