int main(void)
{
    int a = 1, b = 2;
    return __builtin_add_overflow(a, b, a); /* !takes two integers and a pointer */
}
