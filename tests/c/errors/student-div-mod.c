#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int gcd(int a, int b) { return a % b == 0 ? b : gcd(b, a % b); } /* !In 'a % b' the program divides an integer by zero */
int main(void) { printf("%d\n", gcd(12, 8)); printf("%d\n", gcd(5, 0)); return 0; }
