/* SDL and SDL_ttf, loaded when the first of their functions is called.
 *
 * Linked in the usual way they bring sixty libraries with them (sound, X, Wayland, Unicode shaping), and loading these
 * takes twice as long as all that `refarrows run` does to start and to end. So the program is linked against this file:
 * each function that it uses is defined here under its own name and type, and hands its arguments on to the library's.
 * Whoever calls another one adds it to the table; until then the linker says that it is missing.
 */
#include <SDL.h>
#include <SDL_ttf.h>
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#define LIBRARY_SDL "libSDL2-2.0.so.0"
#define LIBRARY_TTF "libSDL2_ttf-2.0.so.0"

enum { EXIT_NOT_LOADED = 127 };        /* as when the loader finds no library at the start of a program */

static void *load(const char *library, const char *name)
{
    void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
    void *function = handle ? dlsym(handle, name) : NULL;
    if (function)
        return function;
    fprintf(stderr, "refarrows: cannot draw: %s; install the Debian packages libsdl2-2.0-0 and libsdl2-ttf-2.0-0\n",
            dlerror());
    exit(EXIT_NOT_LOADED);
}

/* Where the function is never changes, so two threads that both look for it do no harm. */
#define ON_DEMAND(library, result, name, parameters, arguments) \
    result name parameters \
    { \
        static _Atomic(void *) found; \
        void *function = atomic_load_explicit(&found, memory_order_acquire); \
        if (!function) { \
            function = load(library, #name); \
            atomic_store_explicit(&found, function, memory_order_release); \
        } \
        return ((__typeof__(&name))function) arguments; \
    }
#define SDL(result, name, parameters, arguments) ON_DEMAND(LIBRARY_SDL, result, SDL_##name, parameters, arguments)
#define TTF(result, name, parameters, arguments) ON_DEMAND(LIBRARY_TTF, result, TTF_##name, parameters, arguments)

/* ---- the library itself, and what the desktop is ---- */
SDL(int, Init, (Uint32 flags), (flags))
SDL(Uint32, WasInit, (Uint32 flags), (flags))
SDL(void, Quit, (void), ())
SDL(const char *, GetError, (void), ())
SDL(Uint32, GetTicks, (void), ())
SDL(SDL_bool, SetHint, (const char *name, const char *value), (name, value))
SDL(int, GetDisplayDPI, (int display, float *diagonal, float *across, float *down), (display, diagonal, across, down))
SDL(int, GetDisplayUsableBounds, (int display, SDL_Rect *bounds), (display, bounds))

/* ---- the pointer ---- */
SDL(SDL_Cursor *, CreateSystemCursor, (SDL_SystemCursor shape), (shape))
SDL(void, SetCursor, (SDL_Cursor *cursor), (cursor))
SDL(void, FreeCursor, (SDL_Cursor *cursor), (cursor))

/* ---- the window ---- */
SDL(SDL_Window *, CreateWindow, (const char *title, int x, int y, int w, int h, Uint32 flags),
    (title, x, y, w, h, flags))
SDL(void, DestroyWindow, (SDL_Window *window), (window))
SDL(int, GetWindowDisplayIndex, (SDL_Window *window), (window))
SDL(Uint32, GetWindowFlags, (SDL_Window *window), (window))
SDL(SDL_Surface *, GetWindowSurface, (SDL_Window *window), (window))
SDL(int, UpdateWindowSurface, (SDL_Window *window), (window))
SDL(int, SetWindowFullscreen, (SDL_Window *window, Uint32 flags), (window, flags))
SDL(void, SetWindowMinimumSize, (SDL_Window *window, int w, int h), (window, w, h))
SDL(void, SetWindowTitle, (SDL_Window *window, const char *title), (window, title))

/* ---- events ---- */
SDL(int, PollEvent, (SDL_Event *event), (event))
SDL(int, PushEvent, (SDL_Event *event), (event))
SDL(int, WaitEvent, (SDL_Event *event), (event))
SDL(int, WaitEventTimeout, (SDL_Event *event, int timeout), (event, timeout))
SDL(void, FlushEvent, (Uint32 type), (type))
SDL(Uint32, RegisterEvents, (int count), (count))
SDL(SDL_Keymod, GetModState, (void), ())
SDL(void, SetTextInputRect, (const SDL_Rect *rect), (rect))
SDL(int, SetClipboardText, (const char *text), (text))
SDL(char *, GetClipboardText, (void), ())
SDL(void, free, (void *memory), (memory))
SDL(Uint32, GetMouseState, (int *x, int *y), (x, y))

/* ---- surfaces ---- */
SDL(SDL_Surface *, CreateRGBSurfaceWithFormatFrom,
    (void *pixels, int w, int h, int depth, int pitch, Uint32 format), (pixels, w, h, depth, pitch, format))
SDL(void, FreeSurface, (SDL_Surface *surface), (surface))
SDL(int, UpperBlit, (SDL_Surface *from, const SDL_Rect *part, SDL_Surface *to, SDL_Rect *place),
    (from, part, to, place))   /* SDL_BlitSurface is a macro for it */
SDL(SDL_RWops *, RWFromConstMem, (const void *memory, int size), (memory, size))

/* ---- text ---- */
TTF(int, Init, (void), ())
TTF(void, Quit, (void), ())
TTF(TTF_Font *, OpenFontRW, (SDL_RWops *source, int close, int size), (source, close, size))
TTF(void, CloseFont, (TTF_Font *font), (font))
TTF(int, FontAscent, (const TTF_Font *font), (font))
TTF(int, SetFontSizeDPI, (TTF_Font *font, int size, unsigned int across, unsigned int down),
    (font, size, across, down))
TTF(void, SetFontHinting, (TTF_Font *font, int hinting), (font, hinting))
TTF(int, GlyphIsProvided32, (TTF_Font *font, Uint32 character), (font, character))
TTF(int, GlyphMetrics32, (TTF_Font *font, Uint32 character, int *left, int *right, int *bottom, int *top, int *advance),
    (font, character, left, right, bottom, top, advance))
TTF(SDL_Surface *, RenderGlyph32_Blended, (TTF_Font *font, Uint32 character, SDL_Color color),
    (font, character, color))
