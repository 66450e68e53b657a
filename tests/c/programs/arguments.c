/* The program's arguments. */
#include <stdio.h>

int main(int argc, char *argv[])
{
    for (int i = 0; i < argc; i++)
        printf("%d: %s\n", i, argv[i]);
    printf("%d\n", argv[argc] == NULL);
    if (argc < 2) {
        fprintf(stderr, "usage: %s name\n", argv[0]);
        return 2;
    }
    return 0;
}
