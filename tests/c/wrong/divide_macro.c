#if 1 / 0 /* !division by zero in preprocessor expression */
#endif
int main(void) { return 0; }
