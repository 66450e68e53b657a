/* The window: SDL at last. Shows what the viewer draws, gives it keys and pointer, sleeps in between. */
#ifndef REFARROWS_APP_WINDOW_H
#define REFARROWS_APP_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "app/viewer.h"
#include "draw/text.h"
#include "scene/panels/menu.h"

/* What to choose from when no file was given. */
typedef struct WindowMenu {
    const MenuItem *items;
    size_t count;
    /* Fills what the viewer needs for an item; false with one line in `error`: it cannot be opened. */
    bool (*open)(void *context, size_t index, ViewerOptions *viewer, char *error, size_t error_size);
    /* The same for a file that was dropped on the menu. */
    bool (*open_path)(void *context, const char *path, ViewerOptions *viewer, char *error, size_t error_size);
    /* The viewer of the item opened last is gone; the items may be others now. What shall be said on the menu goes into
     * `notice`, one line. */
    void (*close)(void *context, char *notice, size_t notice_size);
    const char *notice;        /* said on the menu at first; NULL: nothing */
    void *context;
} WindowMenu;

typedef struct WindowOptions {
    const WindowMenu *menu;    /* NULL: `viewer` is complete. Else only its theme is used */
    ViewerOptions viewer;      /* its worker.measure, wake and wake_context are filled in by the window */
    int width, height;         /* pixels; 0: as large as the screen allows, up to 1920 x 1080 */
} WindowOptions;

/* Runs until the user quits. False with one line in `error` when there is no display or no font. */
bool window_run(const WindowOptions *options, char *error, size_t error_size);

#endif
