int main(void)
{
    break; /* !'break' statement not in loop or switch statement */
}
