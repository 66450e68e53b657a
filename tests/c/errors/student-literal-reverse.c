#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void reverse(char *s) {
    int n = strlen(s);
    for (int i = 0; i < n / 2; i++) {
        char t = s[i];
        s[i] = s[n - 1 - i]; /* !In 's[i] = s[n - 1 - i]' the program writes to the string li */
        s[n - 1 - i] = t;
    }
}
int main(void) { reverse("abc"); return 0; }
