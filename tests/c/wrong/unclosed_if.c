#ifdef X /* !unterminated conditional directive */
int main(void) { return 0; }
