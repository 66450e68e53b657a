#include <stdio.h>
#include <stdlib.h>
#include <string.h>
float average(int *marks, int n) {
    int sum;
    for (int i = 0; i < n; i++)
        sum += marks[i]; /* !In 'sum += marks[i]' the program uses the value of 'sum' bef */
    return (float)sum / n;
}
int main(void) {
    int marks[] = {50, 60, 70};
    printf("%.2f\n", average(marks, 3));
    return 0;
}
