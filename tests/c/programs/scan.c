#include <stdio.h>

struct student { char name[20]; int age; double mark; };

int main(void)
{
    int n, total = 0;
    struct student s[10];
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%19s %d %lf", s[i].name, &s[i].age, &s[i].mark) != 3) {
            printf("bad line %d\n", i + 1);
            return 2;
        }
        total += s[i].age;
    }
    for (int i = 0; i < n; i++)
        printf("%-10s|%3d|%7.2f\n", s[i].name, s[i].age, s[i].mark);
    printf("mean age %.1f\n", (double)total / n);
    int a, b;
    char op;
    while (scanf(" %d %c %d", &a, &op, &b) == 3)
        switch (op) {
        case '+': printf("%d\n", a + b); break;
        case '-': printf("%d\n", a - b); break;
        case '*': printf("%d\n", a * b); break;
        case '/':
            if (b == 0) {
                puts("division by zero");
                break;
            }
            printf("%d rest %d\n", a / b, a % b);
            break;
        default: printf("what is %c?\n", op);
        }
    unsigned h, m;
    char rest[40], date[] = "12:34 remaining [tail] 0x1f 077";
    int used, x, o;
    printf("%d\n", sscanf(date, "%u:%u %39[a-z] [%*[^]]] %i %i%n", &h, &m, rest, &x, &o, &used));
    printf("%u %u %s %d %d %d\n", h, m, rest, x, o, used);
    return 0;
}
