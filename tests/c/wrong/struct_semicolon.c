struct point { int x, y; } /* !expected ';' after '}' */

int main(void)
{
    return 0;
}
