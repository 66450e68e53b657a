int main(void)
{
    5 = 6; /* !expression is not assignable */
    return 0;
}
