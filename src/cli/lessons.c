#include "cli/lessons.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "machine/memory.h"

enum { MOST_LESSONS = 200 };

/* The folder above the one of the program, where a build directory lies beside `lessons`. */
static bool find_folder(char *folder, size_t size)
{
    char self[PATH_MAX - 32];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length > 0 ? length : 0] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(self, '/');
        if (slash)
            *slash = '\0';
    }
    snprintf(folder, size, "%s/lessons", self);
    if (self[0] && access(folder, R_OK) == 0)
        return true;
    snprintf(folder, size, "lessons");
    return access(folder, R_OK) == 0;
}

static int is_lesson(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    bool schema = strcmp(entry->d_name, "lesson.schema.json") == 0;
    return length > 5 && strcmp(entry->d_name + length - 5, ".json") == 0 && !schema;
}

static int compare_orders(const void *a, const void *b)
{
    const Lesson *left = *(Lesson *const *)a, *right = *(Lesson *const *)b;
    if (left->order != right->order)
        return left->order < right->order ? -1 : 1;
    return strcmp(left->path, right->path);
}

static void load(LessonList *list, const char *folder, const char *name)
{
    char path[PATH_MAX + 256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    Lesson *lesson = list->count < MOST_LESSONS ? lesson_load(path, stderr) : NULL;
    if (lesson)
        list->lessons[list->count++] = lesson;
}

static void fill_items(LessonList *list)
{
    list->items = memory_resize(NULL, MOST_LESSONS * sizeof *list->items);
    list->paths = memory_resize(NULL, MOST_LESSONS * sizeof *list->paths);
    for (size_t i = 0; i < list->count; i++) {
        const Lesson *lesson = list->lessons[i];
        list->items[i] = (MenuItem){lesson->title, lesson->course, lesson->goal, 0};
        list->paths[i] = lesson->path;
    }
}

void lesson_list_read(LessonList *list)
{
    char folder[PATH_MAX];
    struct dirent **entries = NULL;
    *list = (LessonList){.lessons = memory_resize(NULL, MOST_LESSONS * sizeof *list->lessons)};
    int count = find_folder(folder, sizeof folder) ? scandir(folder, &entries, is_lesson, alphasort) : 0;
    for (int i = 0; i < count; i++) {
        load(list, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    if (list->count)
        qsort(list->lessons, list->count, sizeof(Lesson *), compare_orders);
    fill_items(list);
}

void lesson_list_finish(LessonList *list)
{
    for (size_t i = 0; i < list->count; i++)
        lesson_destroy(list->lessons[i]);
    free(list->lessons);
    free(list->items);
    free(list->paths);
    *list = (LessonList){0};
}
