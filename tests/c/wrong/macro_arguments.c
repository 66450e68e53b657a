#define ADD(a, b) ((a) + (b))
int main(void)
{
    return ADD(1); /* !macro 'ADD' takes 2 arguments, but 1 was given */
}
