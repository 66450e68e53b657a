/* The menu of lessons in the window, before a viewer and after it. */
#include "app/window_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MENU_WIDTH = 1400 };        /* on a large window the menu is drawn larger */

typedef struct MenuState {
    size_t chosen;
    bool taken, left;
    bool pointed;              /* the pointer moved: where it rests when the menu comes up chooses nothing */
    int x, y;                  /* where it was */
    PanelHits hits;
    char notice[400];
} MenuState;

static float menu_scale(const Window *window)
{
    return fmaxf(window->display_scale, (float)window->shown.width / MENU_WIDTH);
}

static void draw_menu(Window *window, const WindowMenu *menu, const Theme *theme, MenuState *state)
{
    float scale = menu_scale(window), width = (float)window->shown.width / scale;
    float height = (float)window->shown.height / scale;
    TextMeasure measure = text_measure(window->fonts);
    draw_list_reset(&window->list);
    menu_draw(width, height, menu->items, menu->count, state->chosen, &measure, &window->list, &state->hits);
    if (state->notice[0])
        draw_text(&window->list, width / 2, height - 42,
                  (TextStyle){FACE_SANS, WEIGHT_MEDIUM, ANCHOR_MIDDLE, COLOR_DEAD, 15}, state->notice,
                  strlen(state->notice));
    painter_draw(&window->painter, &window->shown, &window->list, theme, scale);
    window_show(window);
}

static void menu_key(Window *window, const WindowMenu *menu, MenuState *state, SDL_Keycode key)
{
    static const struct { SDL_Keycode key; MenuMove move; } moves[] = {
        {SDLK_DOWN, MENU_DOWN}, {SDLK_PAGEDOWN, MENU_DOWN}, {SDLK_UP, MENU_UP}, {SDLK_PAGEUP, MENU_UP},
        {SDLK_LEFT, MENU_LEFT}, {SDLK_RIGHT, MENU_RIGHT},
    };
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (key == moves[i].key)
            state->chosen = menu_move(menu->items, menu->count, state->chosen, moves[i].move);
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE)
        state->taken = true;
    else if (key == SDLK_ESCAPE || key == SDLK_q)
        state->left = window->closed = true;
}

static void menu_point(Window *window, MenuState *state, int x, int y, bool press)
{
    float scale = menu_scale(window);
    bool moved = state->pointed && (x != state->x || y != state->y);
    state->pointed = true;
    state->x = x;
    state->y = y;
    if (!moved && !press)
        return;
    PanelHit hit = screen_hit(&state->hits, (float)x / scale, (float)y / scale);
    if (hit.target != TARGET_MENU)
        return;
    state->chosen = (size_t)hit.value;
    state->taken |= press;
}

static void menu_event(Window *window, const WindowMenu *menu, MenuState *state, const SDL_Event *event)
{
    if (event->type == SDL_QUIT)
        state->left = window->closed = true;
    else if (event->type == SDL_KEYDOWN)
        menu_key(window, menu, state, event->key.keysym.sym);
    else if (event->type == SDL_DROPFILE)
        window->dropped = window_take_dropped(window->dropped, event->drop.file);
    else if (event->type == SDL_MOUSEMOTION)
        menu_point(window, state, event->motion.x, event->motion.y, false);
    else if (event->type == SDL_MOUSEWHEEL && event->wheel.y != 0)
        state->chosen = menu_move(menu->items, menu->count, state->chosen, event->wheel.y > 0 ? MENU_UP : MENU_DOWN);
    else if (event->type == SDL_MOUSEBUTTONDOWN && event->button.button == SDL_BUTTON_LEFT)
        menu_point(window, state, event->button.x, event->button.y, true);
    else if (event->type == SDL_WINDOWEVENT)
        window_handle(window, event->window.event);
}

/* Waits until an item is taken or the window closed. */
static void choose(Window *window, const WindowMenu *menu, const Theme *theme, MenuState *state)
{
    SDL_Event event;
    SDL_SetWindowTitle(window->window, "refarrows");
    state->taken = false;
    draw_menu(window, menu, theme, state);
    while (!state->taken && !state->left && !window->dropped && SDL_WaitEvent(&event)) {
        do {
            menu_event(window, menu, state, &event);
        } while (!state->taken && !window->dropped && SDL_PollEvent(&event));
        draw_menu(window, menu, theme, state);
    }
}

/* The item taken, or the file dropped. False, with a line on the menu: it cannot be opened. */
static bool open_item(Window *window, const WindowMenu *menu, MenuState *state, ViewerOptions *viewer)
{
    char *path = window->dropped;
    window->dropped = NULL;
    bool opened = path ? menu->open_path(menu->context, path, viewer, state->notice, sizeof state->notice)
                       : menu->open(menu->context, state->chosen, viewer, state->notice, sizeof state->notice);
    free(path);
    return opened;
}

bool window_run_menu(Window *window, const WindowOptions *options, char *error, size_t error_size)
{
    const WindowMenu *menu = options->menu;
    MenuState state = {0};
    snprintf(state.notice, sizeof state.notice, "%s", menu->notice ? menu->notice : "");
    bool started = true;
    while (started && !window->closed) {
        choose(window, menu, options->viewer.theme, &state);
        ViewerOptions viewer = options->viewer;
        state.notice[0] = '\0';
        if (!state.taken && !window->dropped)
            break;
        if (open_item(window, menu, &state, &viewer)) {
            started = window_run_viewer(window, &viewer, error, error_size);
            menu->close(menu->context, state.notice, sizeof state.notice);
        }
    }
    return started;
}
