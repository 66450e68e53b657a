/* What is typed: into the search, as a breakpoint's condition, and for a program that waits for a line. */
#include <stdio.h>
#include <stdlib.h>
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

Editor *viewer_editor(Viewer *viewer)
{
    if (viewer->edit.open)
        return viewer->edit.editor;
    if (viewer->typing && !viewer->line)
        viewer->line = editor_create(false, true);
    return viewer->typing && !viewer->finding && !viewer->condition_line ? viewer->line : NULL;
}

void viewer_type(Viewer *viewer, const char *text)
{
    if (viewer->condition_line) {
        append(viewer->condition, sizeof viewer->condition, text);
        viewer->condition_wrong[0] = '\0';
        return;
    }
    if (!viewer->finding) {
        Editor *line = viewer_editor(viewer);
        if (line && !editor_type(line, text))
            snprintf(viewer->notice, sizeof viewer->notice, "that is no UTF-8 text: it was not taken");
        return;
    }
    append(viewer->find, sizeof viewer->find, text);
    viewer->highlight[0] = '\0';
    viewer_find_next(viewer);
}

void viewer_erase(Viewer *viewer)
{
    viewer->condition_wrong[0] = '\0';
    erase_letter(viewer->condition_line ? viewer->condition : viewer->find);
    viewer->find_missed = false;
}

/* The lines typed before, from the last one back. */
static char *line_before(const Viewer *viewer, int back)
{
    const char *end = viewer->lines ? viewer->lines + strlen(viewer->lines) : NULL, *start = end;
    for (int i = 0; end && i < back; i++) {
        if (start == viewer->lines)
            return NULL;
        end = start - 1;
        for (start = end; start > viewer->lines && start[-1] != '\n';)
            start--;
    }
    return end ? strndup(start, (size_t)(end - start)) : NULL;
}

bool viewer_recall(Viewer *viewer, bool earlier)
{
    int back = viewer->recalled + (earlier ? 1 : -1);
    char *line = back > 0 ? line_before(viewer, back) : NULL;
    Editor *editor = viewer_editor(viewer);
    if (!editor || back < 0 || (back > 0 && !line))
        return false;
    editor_set_text(editor, line ? line : "", line ? strlen(line) : 0);
    editor_move(editor, EDITOR_TEXT_END, false);
    viewer->recalled = back;
    free(line);
    return true;
}

static void remember(Viewer *viewer, const char *line)
{
    size_t old = viewer->lines ? strlen(viewer->lines) : 0, more = strlen(line);
    char *lines = realloc(viewer->lines, old + more + 2);
    if (!lines)
        return;
    memcpy(lines + old, line, more);
    memcpy(lines + old + more, "\n", 2);
    viewer->lines = lines;
}

void viewer_submit(Viewer *viewer)
{
    Editor *line = viewer_editor(viewer);
    if (!line)
        return;
    input_box_submit(viewer->options.worker.input, editor_text(line, NULL));
    if (*editor_text(line, NULL))
        remember(viewer, editor_text(line, NULL));
    editor_set_text(line, "", 0);
    viewer->recalled = 0;
    viewer->typing = false;
}

void viewer_end_input(Viewer *viewer)
{
    input_box_end(viewer->options.worker.input);
    viewer->typing = false;
}
