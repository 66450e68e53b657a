int average(int sum, int count)
{
    return sum / count; /* !by zero */
}
int main(void)
{
    return average(10, 0);
}
