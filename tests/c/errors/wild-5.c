int main(void)
{
    int (*f)(int) = (int (*)(int))12345;
    return f(1); /* !points to no function */
}
