#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

/* expression = term { (+|-) term }; term = factor { (*|/) factor }; factor = number | ( expression ) | - factor */
static const char *at;

static double expression(void);

static double factor(void)
{
    while (isspace((unsigned char)*at))
        at++;
    if (*at == '(') {
        at++;
        double v = expression();
        if (*at == ')')
            at++;
        return v;
    }
    if (*at == '-') {
        at++;
        return -factor();
    }
    char *end;
    double v = strtod(at, &end);
    at = end;
    return v;
}

static double term(void)
{
    double v = factor();
    for (;;) {
        while (*at == ' ')
            at++;
        if (*at == '*') {
            at++;
            v *= factor();
        } else if (*at == '/') {
            at++;
            v /= factor();
        } else {
            return v;
        }
    }
}

static double expression(void)
{
    double v = term();
    while (*at == '+' || *at == '-')
        v = *at++ == '+' ? v + term() : v - term();
    return v;
}

int main(void)
{
    char line[200];
    while (fgets(line, sizeof line, stdin)) {
        at = line;
        printf("%.10g\n", expression());
    }
    return 0;
}
