#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) { float avg = 3.5f; printf("average %d\n", avg); return 0; } /* !The conversion '%d' wants an int, but its argument is a doub */
