int main(void)
{
    long x = -1;
    int n = 100;
    return (int)(x >> n) * 0; /* !shifts a value of 64 bits by 100 */
}
