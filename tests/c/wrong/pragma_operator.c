_Pragma(once) /* !one string literal */
int main(void) { return 0; }
