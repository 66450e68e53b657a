int main(void)
{
    int i = 1;
    i += i++ * 2; /* !changes 'i' */
    return 0;
}
