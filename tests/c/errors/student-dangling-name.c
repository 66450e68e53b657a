#include <stdio.h>
#include <stdlib.h>
#include <string.h>
char *greet(const char *who) {
    char text[40];
    sprintf(text, "Hello %s", who);
    return text; /* !greet() returns the address of its own variable 'text', which is gone when it has returned */
}
int main(void) {
    char *g = greet("Bob");
    if (g) printf("%s\n", g);
    return 0;
}
