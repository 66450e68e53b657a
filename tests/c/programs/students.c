/* Sorting and searching structures. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char name[20];
    int age;
    double gpa;
} Student;

int byname(const void *a, const void *b)
{
    return strcmp(((const Student *)a)->name, ((const Student *)b)->name);
}

int bygpa(const void *a, const void *b)
{
    const Student *x = a, *y = b;
    return x->gpa < y->gpa ? 1 : x->gpa > y->gpa ? -1 : 0;
}

int cs(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char **)b);
}

void print(Student *s, int n)
{
    for (int i = 0; i < n; i++, s++)
        printf("%-10s|%3d|%5.2f\n", s->name, s->age, s->gpa);
}

int main()
{
    Student s[] = {{"Zoe", 20, 3.5}, {"Adam", 22, 3.9}, {"Mia", 19, 2.75}};
    int n = sizeof(s) / sizeof(s[0]);
    qsort(s, n, sizeof(Student), byname);
    print(s, n);
    qsort(s, n, sizeof *s, bygpa);
    print(s, n);
    char *w[] = {"pear", "apple", "fig"};
    qsort(w, 3, sizeof(char *), cs);
    for (int i = 0; i < 3; i++)
        puts(w[i]);
    Student key = {"Mia"};
    qsort(s, n, sizeof *s, byname);
    Student *f = bsearch(&key, s, n, sizeof *s, byname);
    printf("%s %d\n", f ? f->name : "none", (int)(f - s));
    s[0] = s[1];
    s[0].name[0] = 'X';
    printf("%s %s\n", s[0].name, s[1].name);
    return n;
}
