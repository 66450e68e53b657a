int main(void)
{
    int a[-1]; /* !array is declared with a negative size */
    return 0;
}
