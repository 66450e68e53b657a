#pragma pack 1 /* !#pragma pack: expected */
int main(void) { return 0; }
