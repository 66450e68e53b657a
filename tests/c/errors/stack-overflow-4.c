int main(void)
{
    return main(); /* !stack is full */
}
