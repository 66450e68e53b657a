int main(void)
{
    struct { int a; } s = {1};
    int x = s + 1; /* !invalid operands to binary expression */
    return x;
}
