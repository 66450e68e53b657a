int m[2][3];
int main(void)
{
    int column = 3;
    m[0][column] = 1; /* !one past the end */
    return 0;
}
