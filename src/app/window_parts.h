/* The window itself, and what its files share: window.c has the viewer in it, window_menu.c the menu. */
#ifndef REFARROWS_APP_WINDOW_PARTS_H
#define REFARROWS_APP_WINDOW_PARTS_H

#include <pthread.h>

#include <SDL.h>

#include "app/touch.h"
#include "app/window.h"
#include "draw/painter.h"

typedef struct Window {
    Viewer viewer;
    SDL_Window *window;
    Uint32 wake_event;
    TextFonts *fonts;
    pthread_mutex_t fonts_lock;        /* the worker measures while the window draws */
    TextMeasure locked_measure;
    Painter painter;
    DrawList list;
    uint64_t shown_hash;               /* of list, theme, scale and size; 0: nothing shown yet */
    Surface target;                    /* the picture to come to */
    Surface from;                      /* what was shown when the fade began */
    Surface shown;                     /* what the window shows */
    Uint32 fade_start;
    Uint32 frame_start;                /* of the frame drawn last */
    bool fading;                       /* from `from` to `target` */
    bool settling;                     /* what the step changed is coming */
    float display_scale;               /* of a high-density screen */
    char *dropped;                     /* path of a file dropped on the window, malloc'ed; NULL: none */
    bool closed;                       /* the user closed the window, not just what it shows */
    Uint32 next_play, next_look;
    Touch touch;
    int shape;                         /* of the pointer, as in Viewer */
    SDL_Cursor *pointers[SHAPE_COUNT]; /* NULL: not needed yet */
} Window;

/* Copies what is drawn to the screen. */
void window_show(Window *window);

/* What became of the window: it has another size, is on another display. */
void window_handle(Window *window, Uint8 what);

/* The file dropped last counts. */
char *window_take_dropped(char *old, char *path);

/* The viewer, from its first picture until the user leaves it. False, with a line, if it cannot be had. */
bool window_run_viewer(Window *window, const ViewerOptions *options, char *error, size_t error_size);

/* The menu, and what is opened from it, until the user leaves. The same. */
bool window_run_menu(Window *window, const WindowOptions *options, char *error, size_t error_size);

#endif
