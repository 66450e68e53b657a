int work(int);
int main(void)
{
    return work(1); /* !undefined reference to 'work' */
}
