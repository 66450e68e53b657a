int table[5];
int main(void)
{
    int i = 7;
    return table[i]; /* !index 7 is out of bounds */
}
