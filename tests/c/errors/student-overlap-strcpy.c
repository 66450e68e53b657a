#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void delete_first(char *s) { strcpy(s, s + 1); } /* !strcpy() copies between two places that overlap. */
int main(void) { char w[] = "xhello"; delete_first(w); printf("%s\n", w); return 0; }
