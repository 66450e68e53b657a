#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdarg.h>
int total(int n, ...) { va_list l; va_start(l, n); int s = 0; for (int i = 0; i < n; i++) s += va_arg(l, int); va_end(l); return s; } /* !va_arg() asks for one more argument than total() was called  */
int main(void) { printf("%d\n", total(3, 1, 2)); return 0; }
