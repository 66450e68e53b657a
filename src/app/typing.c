/* What is typed: into the search, and for a program that waits for a line. */
#include <string.h>

#include "app/viewer_parts.h"

void viewer_find(Viewer *viewer)
{
    viewer->finding = true;
    viewer->find[0] = '\0';
    viewer->find_missed = false;
}

static void append(char *line, size_t size, const char *text)
{
    size_t used = strlen(line), more = strlen(text);
    if (used + more < size)
        memcpy(line + used, text, more + 1);
}

static void erase_letter(char *line)
{
    size_t length = strlen(line);
    while (length > 0 && ((unsigned char)line[length - 1] & 0xC0) == 0x80)
        length--;
    line[length > 0 ? length - 1 : 0] = '\0';
}

void viewer_type(Viewer *viewer, const char *text)
{
    if (!viewer->finding) {
        append(viewer->typed, sizeof viewer->typed, text);
        return;
    }
    append(viewer->find, sizeof viewer->find, text);
    viewer->highlight[0] = '\0';
    viewer_find_next(viewer);
}

void viewer_erase(Viewer *viewer)
{
    erase_letter(viewer->finding ? viewer->find : viewer->typed);
    viewer->find_missed = false;
}

void viewer_submit(Viewer *viewer)
{
    input_box_submit(viewer->options.worker.input, viewer->typed);
    viewer->typed[0] = '\0';
    viewer->typing = false;
}
