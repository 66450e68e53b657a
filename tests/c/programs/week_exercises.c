/* Exercises of the first weeks; ends with 1 without an argument. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef unsigned char BYTE;

typedef struct {
    char *name;
    int votes;
} candidate;

int luhn(long n)
{
    int s = 0, p = 0;
    while (n > 0) {
        int d = n % 10;
        if (p++ % 2) {
            d *= 2;
            s += d / 10 + d % 10;
        } else
            s += d;
        n /= 10;
    }
    return s % 10 == 0;
}

void caesar(char *s, int k)
{
    for (int i = 0, n = strlen(s); i < n; i++) {
        if (isupper(s[i]))
            s[i] = (s[i] - 'A' + k) % 26 + 'A';
        else if (islower(s[i]))
            s[i] = (s[i] - 'a' + k) % 26 + 'a';
    }
}

float cl(const char *t)
{
    int l = 0, w = 1, s = 0;
    for (; *t; t++) {
        if (isalpha(*t))
            l++;
        if (*t == ' ')
            w++;
        if (*t == '.' || *t == '!' || *t == '?')
            s++;
    }
    return 0.0588 * (100.0f * l / w) - 0.296 * (100.0f * s / w) - 15.8;
}

int main(int argc, char *argv[])
{
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4 - i - 1; j++)
            printf(" ");
        for (int j = 0; j < i + 1; j++)
            printf("#");
        printf("\n");
    }
    printf("%s %s\n", luhn(4003600000000014) ? "VISA" : "INVALID", luhn(4003600000000015) ? "VISA" : "INVALID");
    char m[] = "Hello, World xyz";
    caesar(m, 13);
    printf("ciphertext: %s\n", m);
    printf("Grade %i\n",
           (int)round(cl("Congratulations! Today is your day. You're off to Great Places! You're off and away!")));
    candidate c[3] = {{"Alice", 2}, {"Bob", 5}};
    c[2].name = "Eve";
    c[2].votes = 5;
    int mx = 0;
    for (int i = 0; i < 3; i++)
        if (c[i].votes > mx)
            mx = c[i].votes;
    for (int i = 0; i < 3; i++)
        if (c[i].votes == mx)
            printf("%s\n", c[i].name);
    int cents = round(0.41 * 100);
    printf("%i\n", cents / 25 + cents % 25 / 10 + cents % 25 % 10 / 5 + cents % 25 % 10 % 5);
    BYTE rgb[2][3] = {{255, 128, 0}, {1, 2, 3}};
    for (int i = 0; i < 2; i++) {
        int avg = round((rgb[i][0] + rgb[i][1] + rgb[i][2]) / 3.0);
        printf("%d ", avg);
    }
    printf("\n");
    if (argc != 2) {
        printf("Usage: ./caesar key\n");
        return 1;
    }
    return 0;
}
