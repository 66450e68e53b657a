#include <stdio.h>
#include <wchar.h>

int main(void)
{
    wprintf(L"%d %s %ls %5.2f\n", 42, "narrow", L"wide", 2.5);
    putwchar(L'x');
    fputws(L" and more\n", stdout);
    fwprintf(stdout, L"%c%lc\n", 'a', L'b');
    return 0;
}
