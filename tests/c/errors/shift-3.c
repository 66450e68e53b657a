int main(void)
{
    unsigned long mask = 0;
    for (int bit = 60; bit <= 64; bit++)
        mask |= 1UL << bit; /* !shifts a value of 64 bits by 64 */
    return 0;
}
