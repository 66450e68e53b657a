static int add(int a, int b) { return a + b; }
int main(void)
{
    return add(1); /* !too few arguments to 'add', expected 2, have 1 */
}
