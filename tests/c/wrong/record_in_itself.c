struct Kind {
    int first;
    struct Kind; /* !incomplete type */
    int second;
};

int main(void)
{
    return 0;
}
