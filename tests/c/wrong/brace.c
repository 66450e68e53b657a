int main(void)
{
    if (1) {
        return 0;
} /* !expected '}' to match the '{' at line 2 */
