int main(void)
{
    int x = 1;
    return x(2); /* !called object type 'int' is not a function or function pointer */
}
