#include <ctype.h>
#include <stdio.h>

#define IN 1
#define OUT 0

/* counts lines, words and characters, and how often each letter comes */
int main()
{
    int c, lines, words, chars, state, letters[26];

    state = OUT;
    lines = words = chars = 0;
    for (int i = 0; i < 26; ++i)
        letters[i] = 0;
    while ((c = getchar()) != EOF) {
        ++chars;
        if (c == '\n')
            ++lines;
        if (c == ' ' || c == '\n' || c == '\t')
            state = OUT;
        else if (state == OUT) {
            state = IN;
            ++words;
        }
        if (isalpha(c))
            ++letters[tolower(c) - 'a'];
    }
    printf("%d %d %d\n", lines, words, chars);
    for (int i = 0; i < 26; i++)
        if (letters[i])
            printf("%c %d %.*s\n", 'a' + i, letters[i], letters[i], "********************************");
}
