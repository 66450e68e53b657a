int main(void)
{
    asm("nop"); /* !inline assembly is not supported */
    return 0;
}
