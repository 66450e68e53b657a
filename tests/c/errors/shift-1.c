int main(void)
{
    int x = 1, n = 32;
    return (x << n) * 0; /* !shifts a value of 32 bits by 32 */
}
