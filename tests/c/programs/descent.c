/* A calculator by recursive descent; the last line is wrong. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static const char *p;
static double expr(void);

static void skip(void)
{
    while (isspace((unsigned char)*p))
        ++p;
}

static double factor(void)
{
    skip();
    if (*p == '(') {
        ++p;
        double v = expr();
        skip();
        if (*p++ != ')') {
            puts("missing )");
            exit(4);
        }
        return v;
    }
    if (*p == '-') {
        ++p;
        return -factor();
    }
    char *e;
    double v = strtod(p, &e);
    if (e == p) {
        printf("bad input at '%c'\n", *p);
        exit(5);
    }
    p = e;
    return v;
}

static double term(void)
{
    double v = factor();
    for (;;) {
        skip();
        switch (*p) {
        case '*':
            ++p;
            v *= factor();
            continue;
        case '/':
            ++p;
            v /= factor();
            continue;
        }
        return v;
    }
}

static double expr(void)
{
    double v = term();
    for (;;) {
        skip();
        if (*p == '+') {
            ++p;
            v += term();
        } else if (*p == '-') {
            ++p;
            v -= term();
        } else
            return v;
    }
}

int main(void)
{
    static const char *t[] = {"1+2*3", "(1+2)*3", "-4/(2-4)", " 2 * (3 + 4) * 5 ", "1e3/8", "1/0", "2+x"};
    for (unsigned i = 0; i < sizeof t / sizeof *t; i++) {
        p = t[i];
        printf("%s = %g\n", t[i], expr());
    }
}
