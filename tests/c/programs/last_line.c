/* Input whose last line has no newline. */
#include <stdio.h>

int main(void)
{
    int a, b, c, letters = 0, lines = 0;
    char line[20];
    if (scanf("%d %d", &a, &b) == 2)
        printf("%d\n", a + b);
    while (fgets(line, sizeof line, stdin))
        printf("[%s]", line);
    while ((c = getchar()) != EOF) {
        letters++;
        lines += c == '\n';
    }
    printf("%d %d %d\n", letters, lines, feof(stdin) != 0);
    return 0;
}
