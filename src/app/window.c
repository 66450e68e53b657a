/* The picture is drawn into a surface of our own and copied into the window's: a finished surface on X11 costs 1.4 ms
 * to show, SDL's renderer would load a software OpenGL. A frame is drawn only if its draw list differs from the last
 * one's; between events the process sleeps. A step forwards is animated: what it changed comes over
 * FADE_MS, the rest stands still. To any other step the picture fades, from whatever is shown. */
#include "app/window_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>

#include "app/editor_keys.h"
#include "app/snapshot_save.h"

enum {
    FADE_MS = 180,
    TICK_MS = 16,              /* from the beginning of one frame of a fade to that of the next: 60 in a second */
    BUSY_MS = 100,             /* between two looks at a worker that is busy */
    FIRST_MS = 60,             /* to wait for the first picture */
    PLAY_MS = 900,             /* between two steps while playing */
    KEEP_MS = 400,             /* without a key, after which what was written is kept */
    LOOK_MS = 500,             /* between two looks at a file that may have changed */
    USUAL_HEIGHT = 1080, LARGE_HEIGHT = 1620,      /* pixels; see density_of */
    LEAST_WIDTH = 640, LEAST_HEIGHT = 480,
    PRESENT_WIDTH = 960        /* logical pixels that a projector must still show */
};

#define PRESENT_SCALE 1.5f

static float locked_width(void *context, const TextStyle *style, const char *text, size_t length)
{
    Window *window = context;
    pthread_mutex_lock(&window->fonts_lock);
    float width = text_width(window->fonts, style, text, length);
    pthread_mutex_unlock(&window->fonts_lock);
    return width;
}

static void wake(void *context)
{
    Window *window = context;
    SDL_Event event = {.type = window->wake_event};
    SDL_PushEvent(&event);
}

static float quarters(float scale) { return floorf(scale * 4 + 0.5f) / 4; }

/* Screens of 144 dots per inch and more are drawn in whole quarters of the usual 96; what a display says beyond reason is
 * not believed. Projectors and large screens do not tell, or are looked at from afar: a window that is high enough is
 * drawn as one of 1080 lines would be. */
static float density_of(SDL_Window *window, int height)
{
    float dots = 0;
    int display = SDL_GetWindowDisplayIndex(window);
    float by_height = height >= LARGE_HEIGHT ? quarters((float)height / USUAL_HEIGHT) : 1;
    bool told = display >= 0 && SDL_GetDisplayDPI(display, NULL, &dots, NULL) == 0 && dots >= 144 && dots <= 480;
    return fmaxf(by_height, told ? quarters(dots / 96) : 1);
}

static float scale_now(const Window *window)
{
    float scale = window->display_scale * window->viewer.enlarged;
    if (window->viewer.present) {
        float widest = (float)window->shown.width / PRESENT_WIDTH;
        scale = fmaxf(scale, fminf(scale * PRESENT_SCALE, widest));
    }
    return scale;
}

static bool resize_surfaces(Window *window, int width, int height)
{
    if (window->shown.width == width && window->shown.height == height)
        return true;
    surface_finish(&window->target);
    surface_finish(&window->from);
    surface_finish(&window->shown);
    window->fading = false;
    window->shown_hash = 0;
    return surface_init(&window->target, width, height) && surface_init(&window->from, width, height)
           && surface_init(&window->shown, width, height);
}

static size_t surface_bytes(const Surface *surface)
{
    return (size_t)surface->stride * (size_t)surface->height * sizeof *surface->pixels;
}

void window_show(Window *window)
{
    SDL_Surface *screen = SDL_GetWindowSurface(window->window);
    if (!screen)
        return;
    SDL_Surface *ours = SDL_CreateRGBSurfaceWithFormatFrom(window->shown.pixels, window->shown.width,
                                                           window->shown.height, 32, window->shown.stride * 4,
                                                           SDL_PIXELFORMAT_RGB888);
    if (ours) {
        SDL_BlitSurface(ours, NULL, screen, NULL);
        SDL_FreeSurface(ours);
    }
    SDL_UpdateWindowSurface(window->window);
}

static uint64_t frame_hash(const Window *window, float scale)
{
    uint64_t hash = draw_list_hash(&window->list);
    hash = hash * 31 + (uint64_t)(size_t)window->viewer.theme;
    return (hash * 31 + (uint64_t)(scale * 1024)) | 1;
}

static void begin_fade(Window *window)
{
    memcpy(window->from.pixels, window->shown.pixels, surface_bytes(&window->shown));
    window->fading = true;
    window->fade_start = SDL_GetTicks();
}

/* Begins or goes on with what moves for the step shown: quick at first, then settling. */
static void settle(Window *window, bool first)
{
    Viewer *viewer = &window->viewer;
    if (viewer->shows_new_step)
        window->settling = viewer->moves_on && !viewer->still && !first;
    if (viewer->shows_new_step && window->settling)
        window->fade_start = SDL_GetTicks();
    float left = window->settling ? 1 - (float)(SDL_GetTicks() - window->fade_start) / FADE_MS : 0;
    window->settling &= left > 0;
    viewer->unsettled = left > 0 ? left * left * left : 0;
    if (window->settling)
        window->fading = false;
}

/* Draws the viewer as it is now, if that is another picture than the last one. */
static void draw(Window *window)
{
    float scale = scale_now(window);
    settle(window, window->shown_hash == 0);
    window->viewer.pixel_scale = scale;
    draw_list_reset(&window->list);
    pthread_mutex_lock(&window->fonts_lock);
    TextMeasure measure = text_measure(window->fonts);
    viewer_draw(&window->viewer, (float)window->shown.width / scale, (float)window->shown.height / scale, &measure,
                &window->list);
    uint64_t hash = frame_hash(window, scale);
    bool first = window->shown_hash == 0, same = hash == window->shown_hash;
    if (!same)
        painter_draw(&window->painter, &window->target, &window->list, window->viewer.theme, scale);
    pthread_mutex_unlock(&window->fonts_lock);
    if (same)
        return;
    window->shown_hash = hash;
    if (window->viewer.shows_new_step && !first && !window->settling && !window->viewer.still) {
        begin_fade(window);
    } else if (!window->fading) {
        memcpy(window->shown.pixels, window->target.pixels, surface_bytes(&window->target));
        window_show(window);
    }
    window->viewer.shows_new_step = false;
}

/* The next frame of a fade: quick at first, then settling. */
static void fade(Window *window)
{
    float part = (float)(SDL_GetTicks() - window->fade_start) / FADE_MS, left = 1 - part;
    if (part >= 1) {
        window->fading = false;
        memcpy(window->shown.pixels, window->target.pixels, surface_bytes(&window->target));
    } else {
        surface_crossfade(&window->shown, &window->from, &window->target, (unsigned)((1 - left * left * left) * 256));
    }
    window_show(window);
}

/* While the search or a condition is open keys are text, except for these. */
static bool find_key(Viewer *viewer, SDL_Keycode key)
{
    bool enter = key == SDLK_RETURN || key == SDLK_KP_ENTER;
    if (!viewer->finding && !viewer->condition_line)
        return false;
    if (key == SDLK_ESCAPE)
        viewer_command(viewer, COMMAND_ESCAPE);
    else if (enter && viewer->condition_line)
        viewer_take_condition(viewer);
    else if (enter)
        viewer_find_next(viewer);
    else if (key == SDLK_BACKSPACE)
        viewer_erase(viewer);
    return true;
}

/* A key that is written, not obeyed. */
static bool text_key(Viewer *viewer, const SDL_Keysym *key)
{
    return editor_keys_press(viewer, key) || find_key(viewer, key->sym) || editor_keys_line(viewer, key);
}

static void handle_key(Window *window, const SDL_KeyboardEvent *event)
{
    Viewer *viewer = &window->viewer;
    if (interpret_key(viewer, event->keysym.sym, (SDL_Keymod)event->keysym.mod) || text_key(viewer, &event->keysym))
        return;
    Command command = keys_find(event->keysym.sym, (SDL_Keymod)event->keysym.mod);
    bool present = viewer->present;
    if (command != COMMAND_PLAY && command != COMMAND_NONE)
        viewer->playing = false;
    viewer_command(viewer, command);
    window->closed |= command == COMMAND_QUIT && viewer->quit;
    /* the key that opened it is no part of what is typed */
    if (viewer->condition_line || command == COMMAND_FIND || command == COMMAND_EDIT || command == COMMAND_INTERPRET)
        SDL_FlushEvent(SDL_TEXTINPUT);
    if (viewer->present != present)
        SDL_SetWindowFullscreen(window->window, viewer->present ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    if (command == COMMAND_PLAY)
        window->next_play = SDL_GetTicks() + PLAY_MS;
}

static void handle_resize(Window *window)
{
    SDL_Surface *screen = SDL_GetWindowSurface(window->window);
    if (screen)
        window->display_scale = density_of(window->window, screen->h);
    if (!screen || !resize_surfaces(window, screen->w, screen->h))
        window->viewer.quit = true;
}

void window_handle(Window *window, Uint8 what)
{
    if (what == SDL_WINDOWEVENT_SIZE_CHANGED)
        handle_resize(window);
    else if (what == SDL_WINDOWEVENT_EXPOSED && window->shown_hash)
        window_show(window);
    else if (what == SDL_WINDOWEVENT_DISPLAY_CHANGED)
        window->display_scale = density_of(window->window, window->shown.height);
}

/* The pointer's shape, when it is to be another. */
static void shape_pointer(Window *window)
{
    static const SDL_SystemCursor shapes[SHAPE_COUNT] = {
        [SHAPE_ARROW] = SDL_SYSTEM_CURSOR_ARROW, [SHAPE_HAND] = SDL_SYSTEM_CURSOR_HAND,
        [SHAPE_ACROSS] = SDL_SYSTEM_CURSOR_SIZEWE, [SHAPE_ALONG] = SDL_SYSTEM_CURSOR_SIZENS,
        [SHAPE_MOVE] = SDL_SYSTEM_CURSOR_SIZEALL,
    };
    int shape = window->viewer.shape;
    if (shape == window->shape)
        return;
    window->shape = shape;
    if (!window->pointers[shape])
        window->pointers[shape] = SDL_CreateSystemCursor(shapes[shape]);
    if (window->pointers[shape])
        SDL_SetCursor(window->pointers[shape]);
}

/* The file dropped last counts. */
char *window_take_dropped(char *old, char *path)
{
    char *copy = path ? strdup(path) : NULL;
    free(old);
    SDL_free(path);
    return copy;
}

static bool is_of_finger(const SDL_Event *event)
{
    return event->type == SDL_FINGERDOWN || event->type == SDL_FINGERMOTION || event->type == SDL_FINGERUP;
}

/* SDL makes a mouse of the first finger, too: the menu and the editor take that. */
static bool is_mouse_of_finger(const SDL_Event *event)
{
    return (event->type == SDL_MOUSEMOTION && event->motion.which == SDL_TOUCH_MOUSEID)
           || ((event->type == SDL_MOUSEBUTTONDOWN || event->type == SDL_MOUSEBUTTONUP)
               && event->button.which == SDL_TOUCH_MOUSEID);
}

static void handle_button(Viewer *viewer, const SDL_MouseButtonEvent *event, float scale)
{
    float x = (float)event->x / scale, y = (float)event->y / scale;
    if (event->type == SDL_MOUSEBUTTONUP && event->button == SDL_BUTTON_LEFT)
        viewer_release(viewer, x, y);
    else if (event->type == SDL_MOUSEBUTTONDOWN && event->button == SDL_BUTTON_LEFT)
        (event->clicks == 2 ? viewer_press_twice : viewer_press)(viewer, x, y);
    else if (event->type == SDL_MOUSEBUTTONDOWN && event->button == SDL_BUTTON_RIGHT)
        viewer_press_menu(viewer, x, y);
}

static void handle_pointer(Window *window, const SDL_Event *event)
{
    Viewer *viewer = &window->viewer;
    float scale = scale_now(window);
    if (is_of_finger(event) && !viewer->edit.open)
        touch_event(&window->touch, viewer, &event->tfinger);
    else if (is_mouse_of_finger(event) && !viewer->edit.open)
        return;
    else if (event->type == SDL_MOUSEBUTTONDOWN || event->type == SDL_MOUSEBUTTONUP)
        handle_button(viewer, &event->button, scale);
    else if (event->type == SDL_MOUSEMOTION)
        viewer_point(viewer, (float)event->motion.x / scale, (float)event->motion.y / scale);
    else if (event->type == SDL_MOUSEWHEEL && event->wheel.y) {
        int x, y;
        SDL_GetMouseState(&x, &y);
        viewer_wheel(viewer, (float)x / scale, (float)y / scale, (float)event->wheel.y);
    }
}

static void handle(Window *window, const SDL_Event *event)
{
    Viewer *viewer = &window->viewer;
    float scale = scale_now(window);
    if (event->type == window->wake_event)
        viewer_update(viewer);
    else if (event->type == SDL_QUIT)
        viewer->quit = window->closed = edit_may_leave(viewer);
    else if (editor_keys_text(viewer, event))
        return;
    else if (event->type == SDL_KEYDOWN)
        handle_key(window, &event->key);
    else if (event->type == SDL_TEXTINPUT && viewer->interpreting.open)
        interpret_type(viewer, event->text.text);
    else if (event->type == SDL_TEXTINPUT && (viewer->finding || viewer->typing || viewer->condition_line))
        viewer_type(viewer, event->text.text);
    else if (event->type == SDL_WINDOWEVENT)
        window_handle(window, event->window.event);
    else if (event->type == SDL_DROPFILE)
        window->dropped = window_take_dropped(window->dropped, event->drop.file);
    else if (editor_keys_click(viewer, event, scale))
        return;
    else
        handle_pointer(window, event);
}

/* The file is looked at only while the window has the keyboard. */
static bool watches_file(const Window *window)
{
    return window->viewer.options.file.reload && (SDL_GetWindowFlags(window->window) & SDL_WINDOW_INPUT_FOCUS);
}

/* How long to sleep if nothing happens: -1 for ever. */
static int patience(const Window *window)
{
    int longest = watches_file(window) ? LOOK_MS : -1, finger = touch_patience(&window->touch, SDL_GetTicks());
    if (window->fading || window->settling) {
        Uint32 taken = SDL_GetTicks() - window->frame_start;
        return taken < TICK_MS ? (int)(TICK_MS - taken) : 0;
    }
    if (finger >= 0 && !window->viewer.playing)
        return finger;
    if (window->viewer.playing) {
        Sint32 left = (Sint32)(window->next_play - SDL_GetTicks());
        return left > 0 ? left : 0;
    }
    if (edit_wants_keeping(&window->viewer) && (longest < 0 || longest > KEEP_MS))
        longest = KEEP_MS;
    return window->viewer.busy ? BUSY_MS : longest;
}

static void play_on(Window *window)
{
    if (!window->viewer.playing || SDL_GetTicks() < window->next_play)
        return;
    window->next_play = SDL_GetTicks() + PLAY_MS;
    viewer_command(&window->viewer, COMMAND_FORWARD);
}

/* A window that first shows empty cards and then a picture would flicker; the first picture is nearly always ready at
 * once. */
static void await_first_page(Window *window)
{
    SDL_Event event;
    Uint32 start = SDL_GetTicks();
    while (!window->viewer.page && !window->viewer.quit && SDL_GetTicks() - start < FIRST_MS)
        if (SDL_WaitEventTimeout(&event, FIRST_MS))
            handle(window, &event);
}

static void own_worker(Window *window, ViewerOptions *viewer)
{
    viewer->worker.measure = &window->locked_measure;
    viewer->worker.wake = wake;
    viewer->worker.wake_context = window;
}

static void set_title(Window *window, const ViewerOptions *options)
{
    char title[300];
    snprintf(title, sizeof title, "%.200s - refarrows", options->title ? options->title : options->file_name);
    SDL_SetWindowTitle(window->window, title);
}

/* Shows what `options` say in the place of what is shown: the same program, or `another`. */
static void show_file(Window *window, ViewerOptions *options, bool another)
{
    Viewer *viewer = &window->viewer;
    ViewerFile file = options->file;
    bool present = viewer->present;
    float enlarged = viewer->enlarged;
    own_worker(window, options);
    set_title(window, options);
    if (another)
        viewer_finish(viewer);
    bool shown = another ? viewer_init(viewer, options) : viewer_replace(viewer, options);
    if (another && !options->view) {
        viewer->present = present;
        viewer->enlarged = enlarged;
    }
    file.reloaded(file.context);
    viewer->quit |= !shown;
    await_first_page(window);
}

/* A file was dropped: it takes the place of the one shown. */
static void open_dropped(Window *window, const char *path)
{
    Viewer *viewer = &window->viewer;
    char notice[VIEWER_WORDS] = "";
    ViewerOptions options = viewer->options;
    if (!options.file.open || !edit_may_leave(viewer))
        return;
    edit_finish(viewer);
    if (!options.file.open(options.file.context, path, &options, notice, sizeof notice)) {
        memcpy(viewer->notice, notice, sizeof notice);
        return;
    }
    if (!options.view)
        options.theme = viewer->theme;
    options.resumed = options.reloaded = false;
    show_file(window, &options, true);
}

/* Shows the file as it is now, if it changed. */
static void look_at_file(Window *window)
{
    Viewer *viewer = &window->viewer;
    char notice[VIEWER_WORDS] = "";
    if (!watches_file(window) || !SDL_TICKS_PASSED(SDL_GetTicks(), window->next_look))
        return;
    window->next_look = SDL_GetTicks() + LOOK_MS;
    ViewerOptions options = viewer->options;
    ViewerFile file = options.file;
    if (!file.changed(file.context))
        return;
    if (edit_has_changes(viewer)) {
        edit_note_conflict(viewer);
        return;
    }
    bool loaded = file.reload(file.context, &options, notice, sizeof notice);
    if (notice[0])
        memcpy(viewer->notice, notice, sizeof notice);
    if (!loaded)
        return;
    edit_take_text(viewer, options.source, options.source_length);
    options.resumed = false;
    options.reloaded = true;
    show_file(window, &options, false);
}

static void loop(Window *window)
{
    SDL_Event event;
    await_first_page(window);
    draw(window);
    while (!window->viewer.quit) {
        bool any = SDL_WaitEventTimeout(&event, patience(window));
        window->frame_start = SDL_GetTicks();
        if (!any && edit_wants_keeping(&window->viewer))
            edit_keep(&window->viewer);
        while (any && !window->viewer.quit) {
            handle(window, &event);
            any = SDL_PollEvent(&event);
        }
        touch_rest(&window->touch, &window->viewer, SDL_GetTicks());
        play_on(window);
        look_at_file(window);
        if (window->dropped) {
            open_dropped(window, window->dropped);
            free(window->dropped);
            window->dropped = NULL;
        }
        if (window->viewer.busy)
            viewer_update(&window->viewer);
        if (!window->viewer.page)
            await_first_page(window);
        shape_pointer(window);
        draw(window);
        if (window->viewer.wants_snapshot) {
            window->viewer.wants_snapshot = false;
            snapshot_save(&window->viewer, &window->target, (double)scale_now(window));
            draw(window);
        }
        if (window->fading)
            fade(window);
    }
}

static SDL_Window *open_window(const WindowOptions *options)
{
    SDL_Rect usable = {0, 0, 1920, 1080};
    SDL_GetDisplayUsableBounds(0, &usable);
    int width = options->width ? options->width : usable.w < 1920 ? usable.w : 1920;
    int height = options->height ? options->height : usable.h < 1080 ? usable.h : 1080;
    SDL_Window *window = SDL_CreateWindow("refarrows", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height,
                                          SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (window)
        SDL_SetWindowMinimumSize(window, LEAST_WIDTH, LEAST_HEIGHT);
    return window;
}

/* Where there is no display, SDL would fall back to drivers that nobody can look at, and on its way there libwayland
 * prints complaints of its own; so only those are tried that the environment speaks of. */
static bool choose_driver(void)
{
    const char *wayland = getenv("WAYLAND_DISPLAY");
    if (getenv("SDL_VIDEODRIVER"))
        return true;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, wayland ? "wayland,x11" : "x11");
    return wayland || getenv("DISPLAY");
}

/* Opens what needs no worker. The parts that were opened are closed by close_all in any case. */
static bool open_all(Window *window, const WindowOptions *options, char *error, size_t error_size)
{
    window->fonts = text_create(error, error_size);
    if (!window->fonts)
        return false;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    bool has_display = choose_driver();
    if (!has_display || SDL_Init(SDL_INIT_VIDEO) != 0 || !(window->window = open_window(options))) {
        snprintf(error, error_size, "cannot open a window: %s (the command `snapshot` needs no display)",
                 has_display ? SDL_GetError() : "there is no display");
        return false;
    }
    window->wake_event = SDL_RegisterEvents(1);
    SDL_Surface *screen = SDL_GetWindowSurface(window->window);
    window->display_scale = density_of(window->window, screen ? screen->h : 0);
    if (!screen || !resize_surfaces(window, screen->w, screen->h)) {
        snprintf(error, error_size, "cannot draw into the window: %s", SDL_GetError());
        return false;
    }
    return true;
}

static void close_all(Window *window)
{
    surface_finish(&window->target);
    surface_finish(&window->from);
    surface_finish(&window->shown);
    for (int i = 0; i < SHAPE_COUNT; i++)
        if (window->pointers[i])
            SDL_FreeCursor(window->pointers[i]);
    if (window->window)
        SDL_DestroyWindow(window->window);
    if (SDL_WasInit(SDL_INIT_VIDEO))
        SDL_Quit();
    text_destroy(window->fonts);
}

/* The viewer, from its first picture until the user leaves it. */
bool window_run_viewer(Window *window, const ViewerOptions *options, char *error, size_t error_size)
{
    ViewerOptions viewer = *options;
    own_worker(window, &viewer);
    if (!viewer_init(&window->viewer, &viewer)) {
        snprintf(error, error_size, "cannot start a thread");
        return false;
    }
    set_title(window, options);
    window->shown_hash = 0;
    loop(window);
    viewer_remember(&window->viewer);
    viewer_finish(&window->viewer);
    window->fading = false;
    return true;
}

bool window_run(const WindowOptions *options, char *error, size_t error_size)
{
    Window window = {0};
    bool opened = open_all(&window, options, error, error_size);
    if (!opened) {
        close_all(&window);
        return false;
    }
    pthread_mutex_init(&window.fonts_lock, NULL);
    window.locked_measure = (TextMeasure){locked_width, &window};
    painter_init(&window.painter, window.fonts);
    draw_list_init(&window.list);
    bool ran = options->menu ? window_run_menu(&window, options, error, error_size)
                             : window_run_viewer(&window, &options->viewer, error, error_size);
    draw_list_finish(&window.list);
    painter_finish(&window.painter);
    pthread_mutex_destroy(&window.fonts_lock);
    close_all(&window);
    return ran;
}
