/* The string functions by hand. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t my_strlen(const char *s)
{
    const char *p = s;
    while (*p++)
        ;
    return p - s - 1;
}

char *my_strcpy(char *d, const char *s)
{
    char *r = d;
    while ((*d++ = *s++))
        ;
    return r;
}

int my_strcmp(const char *a, const char *b)
{
    for (; *a == *b; a++, b++)
        if (!*a)
            return 0;
    return *(unsigned char *)a - *(unsigned char *)b;
}

char *my_strstr(const char *h, const char *n)
{
    for (; *h; h++) {
        const char *a = h, *b = n;
        while (*b && *a == *b)
            a++, b++;
        if (!*b)
            return (char *)h;
    }
    return NULL;
}

int pal(const char *s)
{
    int i = 0, j = strlen(s) - 1;
    while (i < j) {
        if (!isalnum(s[i])) {
            i++;
            continue;
        }
        if (!isalnum(s[j])) {
            j--;
            continue;
        }
        if (tolower(s[i++]) != tolower(s[j--]))
            return 0;
    }
    return 1;
}

char **split(const char *s, char sep, int *n)
{
    char **r = NULL;
    *n = 0;
    const char *st = s;
    for (;; s++)
        if (*s == sep || !*s) {
            r = realloc(r, (*n + 1) * sizeof *r);
            r[*n] = malloc(s - st + 1);
            memcpy(r[*n], st, s - st);
            r[(*n)++][s - st] = '\0';
            if (!*s)
                break;
            st = s + 1;
        }
    return r;
}

char *rle(const char *s)
{
    char *o = malloc(2 * strlen(s) + 1), *w = o;
    while (*s) {
        int k = 1;
        while (s[k] == *s)
            k++;
        w += sprintf(w, "%d%c", k, *s);
        s += k;
    }
    *w = 0;
    return o;
}

int roman(const char *s)
{
    int v = 0;
    for (; *s; s++) {
        int c = 0, n = 0;
        switch (*s) {
        case 'I':
            c = 1;
            break;
        case 'V':
            c = 5;
            break;
        case 'X':
            c = 10;
            break;
        case 'L':
            c = 50;
            break;
        case 'C':
            c = 100;
            break;
        }
        switch (s[1]) {
        case 'V':
            n = 5;
            break;
        case 'X':
            n = 10;
            break;
        case 'L':
            n = 50;
            break;
        case 'C':
            n = 100;
            break;
        default:
            n = 0;
        }
        v += c < n ? -c : c;
    }
    return v;
}

void reverse_words(char *s)
{
    char *w[20];
    int n = 0;
    for (char *t = strtok(s, " "); t != NULL; t = strtok(NULL, " "))
        w[n++] = t;
    while (n-- > 0)
        printf("%s%c", w[n], n ? ' ' : '\n');
}

int main()
{
    char b[20];
    printf("%zu %s %d %s\n", my_strlen("hello"), my_strcpy(b, "copy"), my_strcmp("abc", "abd"),
           my_strstr("find the needle", "need"));
    printf("%d %d\n", pal("A man, a plan, a canal: Panama"), pal("nope"));
    int n;
    char **p = split("a,bc,,d", ',', &n);
    for (int i = 0; i < n; i++) {
        printf("[%s]", p[i]);
        free(p[i]);
    }
    free(p);
    puts("");
    char *r = rle("aaabccd");
    puts(r);
    free(r);
    printf("%d\n", roman("XCIV"));
    char s[] = "the sky is blue";
    reverse_words(s);
    int cnt[26] = {0};
    for (char *q = "mississippi"; *q; q++)
        cnt[*q - 'a']++;
    for (int i = 0; i < 26; i++)
        if (cnt[i])
            printf("%c%d", i + 'a', cnt[i]);
    puts("");
    for (char c = 'a'; c <= 'e'; c++)
        putchar(c ^ 32);
    putchar('\n');
    char *save, t2[] = "k1=v1&k2=v2";
    for (char *x = strtok_r(t2, "&", &save); x; x = strtok_r(NULL, "&", &save)) {
        char *eq = strchr(x, '=');
        *eq++ = '\0';
        printf("%s->%s;", x, eq);
    }
    puts("");
    printf("%s\n", strncat(strcpy(b, "foo"), "barbaz", 3));
    return 0;
}
