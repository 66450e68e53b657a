/* Taking strings apart and putting them together. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *trim(char *s)
{
    while (isspace((unsigned char)*s))
        s++;
    char *end = s + strlen(s);
    while (end > s && isspace((unsigned char)end[-1]))
        *--end = '\0';
    return s;
}

int main(void)
{
    char line[] = "  name = Ada Lovelace ; born=1815;;city =London ";
    char *rest;
    for (char *part = strtok_r(line, ";", &rest); part; part = strtok_r(NULL, ";", &rest)) {
        char *sign = strchr(part, '=');
        if (!sign)
            continue;
        *sign = '\0';
        printf("<%s>=<%s>\n", trim(part), trim(sign + 1));
    }
    int day, month, year, at;
    char word[10], unit;
    printf("%d", sscanf("24/12/2023 rest", "%d/%d/%d %n", &day, &month, &year, &at));
    printf(" %d %d %d %d\n", day, month, year, at);
    printf("%d", sscanf("12.5kg,heavy", "%d.%*d%c%*[^,],%5s", &day, &unit, word));
    printf(" %d %c %s\n", day, unit, word);
    printf("%d %d\n", sscanf("", "%d", &day), sscanf("abc", "%d", &day));
    char buffer[20] = "0123456789";
    memmove(buffer + 3, buffer, 7);
    puts(buffer);
    printf("%d %s\n", snprintf(buffer, 6, "%s", "truncated"), buffer);
    char *end;
    for (const char *p = "10 0x1A 077 -5 end"; ; p = end) {
        long value = strtol(p, &end, 0);
        if (end == p)
            break;
        printf("%ld ", value);
    }
    printf("then%s\n", end);
    return 0;
}
