/* <wchar.h>, <wctype.h>, and the corners of <inttypes.h> and <locale.h>. */
#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

int main(void)
{
    wchar_t word[20] = L"straw", *end;
    wcscat(word, L"berry");
    printf("%zu %d %d %d\n", wcslen(word), wcscmp(word, L"strawberry"), wcscmp(word, L"straw") > 0, wcsncmp(word, L"stray", 4));
    end = wcschr(word, L'b');
    printf("%ld %ld %d\n", (long)(end - word), (long)(wcsrchr(word, L'r') - word), wcschr(word, L'z') == NULL);
    printf("%ld %ls\n", (long)(wcsstr(word, L"wb") - word), end);
    for (wchar_t *at = word; *at; at++)
        *at = towupper(*at);
    printf("%ls %d %d %d\n", word, iswalpha(word[0]) != 0, iswdigit(L'7') != 0, iswspace(L'x') != 0);
    wchar_t copy[8];
    wcsncpy(copy, word, 7);
    copy[7] = 0;
    wmemset(copy, L'-', 2);
    printf("%ls %d\n", copy, wmemcmp(copy, word, 2) < 0);
    imaxdiv_t parts = imaxdiv(-17, 5);
    printf("%jd %jd %" PRIdMAX " %" PRIXMAX "\n", parts.quot, parts.rem, strtoimax("-42", NULL, 10), (uintmax_t)255);
    printf("%s%s|\n", localeconv()->decimal_point, localeconv()->thousands_sep);
    return 0;
}
