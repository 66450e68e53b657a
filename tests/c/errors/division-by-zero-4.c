int main(void)
{
    unsigned long total = 5, n = 0;
    total /= n; /* !by zero */
    return 0;
}
