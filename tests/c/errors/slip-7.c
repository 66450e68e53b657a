int main(void)
{
    printf("hello\n"); /* !printf() is used, but nothing declares it: write #include <stdio.h> above */
    return 0;
}
