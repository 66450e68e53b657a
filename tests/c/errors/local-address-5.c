int *kept;
void keep(void)
{
    int x = 7;
    kept = &x;
}
int main(void)
{
    keep();
    return *kept * 0; /* !belonged to a function that has returned */
}
