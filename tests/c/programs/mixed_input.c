/* Input by scanf, getchar and fgets in turn. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[32];
    printf("%d\n", argc);
    int n;
    printf("n? ");
    scanf("%d", &n);
    int *a = malloc(n * sizeof(int));
    for (int i = 0; i < n; i++)
        scanf("%d", a + i);
    int s = 0;
    for (int i = 0; i < n; i++)
        s += a[i];
    printf("sum %d\n", s);
    free(a);
    int c;
    while ((c = getchar()) != '\n' && c != EOF)
        ;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        if (!strcmp(line, "END"))
            break;
        printf("<%s>", line);
    }
    puts("");
    double d;
    char ch;
    while (scanf("%lf %c", &d, &ch) == 2)
        printf("%.2f%c ", d, ch);
    puts("");
    char w[20];
    int r = scanf("%19s", w);
    printf("%d %s\n", r, w);
    ungetc('Q', stdin);
    printf("%c\n", getchar());
    printf("%d\n", scanf("%d", &n));
    printf("%d %d\n", feof(stdin) != 0, ferror(stdin));
    exit(argc == 1 ? 7 : 1);
}
