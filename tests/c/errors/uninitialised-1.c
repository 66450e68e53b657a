int main(void)
{
    int x;
    int y = x + 1; /* !'x' before anything was stored */
    return y != y;
}
