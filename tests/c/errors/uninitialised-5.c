int main(void)
{
    int count;
    for (int i = 0; i < 3; i++)
        count++; /* !'count' before anything was stored */
    return 0;
}
