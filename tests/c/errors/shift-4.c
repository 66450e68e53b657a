int main(void)
{
    int x = 5;
    x <<= 40; /* !shifts a value of 32 bits by 40 */
    return 0;
}
