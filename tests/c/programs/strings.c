#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t length(const char *s)
{
    const char *p = s;
    while (*p)
        p++;
    return p - s;
}

static char *reversed(const char *s)
{
    size_t n = length(s);
    char *r = malloc(n + 1);
    for (size_t i = 0; i < n; i++)
        r[i] = s[n - 1 - i];
    r[n] = '\0';
    return r;
}

static int is_palindrome(const char *s)
{
    for (int i = 0, j = (int)strlen(s) - 1; i < j; i++, j--)
        if (s[i] != s[j])
            return 0;
    return 1;
}

typedef struct { char *text; size_t length, capacity; } Builder;

static void append(Builder *b, const char *s)
{
    size_t n = strlen(s);
    if (b->length + n + 1 > b->capacity) {
        b->capacity = 2 * (b->length + n + 1);
        b->text = realloc(b->text, b->capacity);
    }
    memcpy(b->text + b->length, s, n + 1);
    b->length += n;
}

int main(void)
{
    char *r = reversed("stressed");
    printf("%s %zu %d %d\n", r, length(r), is_palindrome("level"), is_palindrome("lever"));
    free(r);
    Builder b = {0};
    for (int i = 0; i < 5; i++) {
        char part[16];
        sprintf(part, "%s%d", i ? "," : "", i * i);
        append(&b, part);
    }
    printf("%s\n", b.text);
    for (char *save, *t = strtok_r(b.text, ",", &save); t; t = strtok_r(NULL, ",", &save))
        printf("<%s>", t);
    putchar('\n');
    free(b.text);
    char s[40] = "Hello";
    strcat(s, ", ");
    strncat(s, "world and more", 5);
    printf("%s %d %s %s\n", s, strcmp("apple", "apricot") < 0, strchr(s, 'w'), strstr(s, "lo"));
    printf("%zu %zu %s\n", strspn("aabbcc", "ab"), strcspn("hello", "lo"), strrchr("a/b/c", '/'));
    char copy[6];
    strncpy(copy, "exactly", sizeof copy - 1);
    copy[5] = '\0';
    printf("%s %d\n", copy, memcmp("abc", "abd", 2));
    printf("%d %ld %g\n", atoi(" -12x"), strtol("ff", NULL, 16), atof("2.5e3"));
    return 0;
}
