/* The streams: what goes to stderr is apart, buffering may be set, reading reports its end. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    char line[8];
    int c, count = 0;
    setbuf(stdout, NULL);
    fprintf(stderr, "%d argument\n", argc);
    fputs("to stderr\n", stderr);
    while (fgets(line, sizeof line, stdin)) {
        printf("[%zu]", strlen(line));
        if (strcmp(line, "--\n") == 0)
            break;
    }
    putchar('\n');
    while ((c = fgetc(stdin)) != EOF && c != '!')
        count += c == 'e';
    ungetc('?', stdin);
    printf("%d %c\n", count, getc(stdin));
    double d;
    printf("%d", scanf("%lf", &d));
    printf(" %.2f\n", d);
    printf("%d\n", scanf("%d", &c));
    printf("%d %d\n", !!feof(stdin), !!ferror(stdin));
    errno = ENOENT;
    perror(argv[0]);
    printf("%s; %s; %s\n", strerror(ENOENT), strerror(EINVAL), strerror(ERANGE));
    printf("%s\n", getenv("NO_SUCH_NAME") ? "set" : "not set");
    fwrite("bytes\n", 1, 6, stdout);
    fflush(NULL);
    return EXIT_FAILURE;
}
