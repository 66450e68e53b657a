#pragma pack(push, 3) /* !#pragma pack: the alignment must be */
struct s { char c; int i; };
int main(void) { return 0; }
