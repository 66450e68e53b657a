/* Numbers as long as arrays. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define MAX 200

int multiply(int x, int res[], int size)
{
    int carry = 0;
    for (int i = 0; i < size; i++) {
        int prod = res[i] * x + carry;
        res[i] = prod % 10;
        carry = prod / 10;
    }
    while (carry) {
        res[size++] = carry % 10;
        carry /= 10;
    }
    return size;
}

char *add(const char *a, const char *b)
{
    int la = strlen(a), lb = strlen(b), n = (la > lb ? la : lb) + 1;
    char *r = calloc(n + 1, 1);
    int c = 0;
    for (int i = 0; i < n; i++) {
        int d = c + (i < la ? a[la - 1 - i] - '0' : 0) + (i < lb ? b[lb - 1 - i] - '0' : 0);
        r[n - 1 - i] = '0' + d % 10;
        c = d / 10;
    }
    if (*r == '0')
        memmove(r, r + 1, n);
    return r;
}

int main(void)
{
    int r[MAX];
    r[0] = 1;
    int n = 1;
    for (int x = 2; x <= 50; x++)
        n = multiply(x, r, n);
    for (int i = n - 1; i >= 0; i--)
        printf("%d", r[i]);
    printf("\n");
    char *s = add("99999999999999999999", "1");
    puts(s);
    free(s);
    char *a = strdup("0"), *b = strdup("1");
    for (int i = 0; i < 150; i++) {
        char *t = add(a, b);
        free(a);
        a = b;
        b = t;
    }
    puts(a);
    free(a);
    free(b);
    return 0;
}
