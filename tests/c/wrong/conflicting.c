int f(int);
double f(int a) { return a; } /* !conflicting types for 'f' */
int main(void) { return 0; }
