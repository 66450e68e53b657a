int main(void)
{
    unsigned x = 8;
    int n = -1;
    x = x >> n; /* !shifts a value of 32 bits by -1 */
    return 0;
}
