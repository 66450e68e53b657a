#include "app/keys.h"

enum { SHIFT = 1, CONTROL = 2, ANY_SHIFT = 4, ALT = 8 };        /* ANY_SHIFT: the sign may need Shift on some keyboards */

static const struct { SDL_Keycode key; int modifiers; Command command; } keys[] = {
    {SDLK_RIGHT, 0, COMMAND_FORWARD}, {SDLK_SPACE, 0, COMMAND_FORWARD}, {SDLK_PAGEDOWN, 0, COMMAND_FORWARD},
    {SDLK_LEFT, 0, COMMAND_BACK}, {SDLK_PAGEUP, 0, COMMAND_BACK}, {SDLK_BACKSPACE, 0, COMMAND_BACK},
    {SDLK_SPACE, SHIFT, COMMAND_BACK},
    {SDLK_RIGHT, SHIFT, COMMAND_OVER}, {SDLK_DOWN, 0, COMMAND_OVER}, {SDLK_LEFT, SHIFT, COMMAND_BACK_OVER},
    {SDLK_UP, 0, COMMAND_OUT}, {SDLK_UP, SHIFT, COMMAND_BACK_OUT},
    {SDLK_RIGHT, CONTROL, COMMAND_INSTRUCTION}, {SDLK_i, 0, COMMAND_INSTRUCTION},
    {SDLK_LEFT, CONTROL, COMMAND_BACK_INSTRUCTION}, {SDLK_i, SHIFT, COMMAND_BACK_INSTRUCTION},
    {SDLK_DOWN, CONTROL, COMMAND_INSTRUCTION_OVER},
    {SDLK_g, 0, COMMAND_COLLECTION}, {SDLK_g, SHIFT, COMMAND_BACK_COLLECTION},
    {SDLK_a, 0, COMMAND_POOLS}, {SDLK_y, 0, COMMAND_BYTES},
    {SDLK_HOME, 0, COMMAND_FIRST}, {SDLK_END, 0, COMMAND_LAST}, {SDLK_p, 0, COMMAND_PLAY},
    {SDLK_PERIOD, 0, COMMAND_BLANK}, {SDLK_b, 0, COMMAND_BLANK},
    {SDLK_F5, 0, COMMAND_PRESENT}, {SDLK_F11, 0, COMMAND_PRESENT},
    {SDLK_PLUS, ANY_SHIFT, COMMAND_LARGER}, {SDLK_EQUALS, ANY_SHIFT, COMMAND_LARGER},
    {SDLK_KP_PLUS, 0, COMMAND_LARGER}, {SDLK_MINUS, ANY_SHIFT, COMMAND_SMALLER}, {SDLK_KP_MINUS, 0, COMMAND_SMALLER},
    {SDLK_0, 0, COMMAND_NATURAL}, {SDLK_KP_0, 0, COMMAND_NATURAL},
    {SDLK_SLASH, 0, COMMAND_FIND}, {SDLK_f, CONTROL, COMMAND_FIND}, {SDLK_t, 0, COMMAND_THEME},
    {SDLK_l, 0, COMMAND_LEVEL}, {SDLK_d, 0, COMMAND_DEPTH}, {SDLK_QUESTION, ANY_SHIFT, COMMAND_HELP}, {SDLK_SLASH, SHIFT, COMMAND_HELP},
    {SDLK_F1, 0, COMMAND_HELP}, {SDLK_h, 0, COMMAND_HELP}, {SDLK_s, 0, COMMAND_SNAPSHOT},
    {SDLK_m, 0, COMMAND_MOTION}, {SDLK_m, SHIFT, COMMAND_STRICT_RUN},
    {SDLK_r, 0, COMMAND_RUN}, {SDLK_F8, 0, COMMAND_RUN}, {SDLK_r, SHIFT, COMMAND_BACK_RUN},
    {SDLK_F8, SHIFT, COMMAND_BACK_RUN}, {SDLK_w, 0, COMMAND_WAYPOINT}, {SDLK_w, SHIFT, COMMAND_BACK_WAYPOINT},
    {SDLK_RETURN, 0, COMMAND_PREDICT}, {SDLK_KP_ENTER, 0, COMMAND_PREDICT}, {SDLK_n, 0, COMMAND_OTHER_QUESTION},
    {SDLK_e, CONTROL, COMMAND_EDIT}, {SDLK_s, CONTROL, COMMAND_EDIT_SAVE}, {SDLK_o, 0, COMMAND_OTHER_RUN},
    {SDLK_o, SHIFT, COMMAND_BOTH_RUNS},
    {SDLK_1, 0, COMMAND_CHOOSE_1}, {SDLK_2, 0, COMMAND_CHOOSE_2}, {SDLK_3, 0, COMMAND_CHOOSE_3},
    {SDLK_4, 0, COMMAND_CHOOSE_4}, {SDLK_5, 0, COMMAND_CHOOSE_5}, {SDLK_6, 0, COMMAND_CHOOSE_6},
    {SDLK_TAB, 0, COMMAND_NEXT_THING}, {SDLK_TAB, SHIFT, COMMAND_PREVIOUS_THING},
    {SDLK_F6, 0, COMMAND_NEXT_AREA}, {SDLK_F6, SHIFT, COMMAND_PREVIOUS_AREA},
    {SDLK_LEFT, ALT, COMMAND_GO_LEFT}, {SDLK_RIGHT, ALT, COMMAND_GO_RIGHT},
    {SDLK_UP, ALT, COMMAND_GO_UP}, {SDLK_DOWN, ALT, COMMAND_GO_DOWN},
    {SDLK_LEFT, ALT | SHIFT, COMMAND_SHIFT_LEFT}, {SDLK_RIGHT, ALT | SHIFT, COMMAND_SHIFT_RIGHT},
    {SDLK_UP, ALT | SHIFT, COMMAND_SHIFT_UP}, {SDLK_DOWN, ALT | SHIFT, COMMAND_SHIFT_DOWN},
    {SDLK_e, 0, COMMAND_OPEN}, {SDLK_f, 0, COMMAND_FOLD}, {SDLK_f, SHIFT, COMMAND_FOLD_TYPE},
    {SDLK_j, 0, COMMAND_ONLY}, {SDLK_DELETE, 0, COMMAND_HIDE}, {SDLK_u, 0, COMMAND_SHOW_ALL}, {SDLK_z, 0, COMMAND_TIDY},
    {SDLK_x, 0, COMMAND_MENU}, {SDLK_APPLICATION, 0, COMMAND_MENU}, {SDLK_F10, SHIFT, COMMAND_MENU},
    {SDLK_LEFT, CONTROL | SHIFT, COMMAND_PAN_LEFT}, {SDLK_RIGHT, CONTROL | SHIFT, COMMAND_PAN_RIGHT},
    {SDLK_UP, CONTROL | SHIFT, COMMAND_PAN_UP}, {SDLK_DOWN, CONTROL | SHIFT, COMMAND_PAN_DOWN},
    {SDLK_PLUS, CONTROL, COMMAND_ZOOM_IN}, {SDLK_EQUALS, CONTROL, COMMAND_ZOOM_IN},
    {SDLK_EQUALS, CONTROL | SHIFT, COMMAND_ZOOM_IN}, {SDLK_KP_PLUS, CONTROL, COMMAND_ZOOM_IN},
    {SDLK_MINUS, CONTROL, COMMAND_ZOOM_OUT}, {SDLK_KP_MINUS, CONTROL, COMMAND_ZOOM_OUT},
    {SDLK_0, CONTROL, COMMAND_UNZOOM}, {SDLK_KP_0, CONTROL, COMMAND_UNZOOM}, {SDLK_0, SHIFT, COMMAND_FIT},
    {SDLK_v, 0, COMMAND_ARROWS},
    {SDLK_7, 0, COMMAND_CHOOSE_7}, {SDLK_8, 0, COMMAND_CHOOSE_8}, {SDLK_9, 0, COMMAND_CHOOSE_9},
    {SDLK_s, SHIFT, COMMAND_SPOTLIGHT}, {SDLK_l, SHIFT, COMMAND_LOUPE}, {SDLK_k, 0, COMMAND_INK},
    {SDLK_k, SHIFT, COMMAND_CLEAR_INK}, {SDLK_p, SHIFT, COMMAND_REPLAY}, {SDLK_c, 0, COMMAND_ASK_CLASS},
    {SDLK_c, SHIFT, COMMAND_COMPARE}, {SDLK_e, SHIFT, COMMAND_CALLS},
    {SDLK_n, SHIFT, COMMAND_MISTAKES}, {SDLK_v, SHIFT, COMMAND_INTERPRET},
    {SDLK_RIGHTBRACKET, ANY_SHIFT, COMMAND_TOLD_DOWN}, {SDLK_LEFTBRACKET, ANY_SHIFT, COMMAND_TOLD_UP},
    {SDLK_F4, 0, COMMAND_RUN_HERE}, {SDLK_F4, SHIFT, COMMAND_BACK_HERE}, {SDLK_F9, 0, COMMAND_BREAKPOINT},
    {SDLK_F9, SHIFT, COMMAND_CONDITION},
    {SDLK_ESCAPE, 0, COMMAND_ESCAPE}, {SDLK_q, 0, COMMAND_QUIT}, {SDLK_q, CONTROL, COMMAND_QUIT},
};

enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

static const PanelKey help[] = {
    {"Right, Space, Page Down", "one step on"},
    {"Left, Page Up", "one step back"},
    {"Shift+Right, Down", "on, over calls"},
    {"Shift+Left", "back, over calls"},
    {"Up, Shift+Up", "out of the call, back to it"},
    {"Ctrl+Right, Ctrl+Left", "by one instruction, into collections"},
    {"Ctrl+Down", "the same, over a collection"},
    {"G, Shift+G", "into the next collection, the last"},
    {"A", "arenas, pools and blocks"},
    {"Y", "the bytes of the object clicked"},
    {"Click a line, R, Shift+R", "set a breakpoint, run to the next, back"},
    {"F4, Shift+F4, Shift+F9", "run to this line, back; stop here if"},
    {"W, Shift+W", "to the lesson's next place, the last"},
    {"Ctrl+E", "edit; Ctrl+Enter runs, Ctrl+S saves"},
    {"O, Shift+O", "the run before the edit; both at once"},
    {"Shift+M", "C: end at the first mistake, or go on"},
    {"Home, End", "to the first, the last step"},
    {"Shift+C", "keep this step, compare others with it"},
    {"P", "play, pause"},
    {"Enter, 1 to 4, N", "predict the next step, answer, another"},
    {"Shift+N", "what went wrong, and back there"},
    {"Shift+V", "be the interpreter: draw the next step"},
    {"L", "how much of the truth is shown"},
    {"D", "how much is told, in three steps"},
    {"/", "find a name or an object"},
    {"Click", "who holds this object?"},
    {"Shift+E", "calls that have ended, and back there"},
    {"Tab, Alt+arrows, F6", "the same by keys; then Enter, twice"},
    {"Right click, X", "what else can be done with it"},
    {"E, F, Shift+F", "open it, fold it or its type"},
    {"V", "arrows from names, objects, to classes"},
    {"J, Delete, U", "see it alone, hide it, see all"},
    {"Drag, Alt+Shift+arrows", "keep a box there; Z tidies up"},
    {"Wheel, drag, Shift+0", "zoom, move the memory; all of it"},
    {"Ctrl+\xE2\x88\x92, Ctrl+Shift+arrows", "the same by keys"},
    {"+  \xE2\x88\x92  0", "everything larger, smaller, as it was"},
    {"]  [", "scroll what is told, if it is long"},
    {"F5, F11", "projector mode, with its own size"},
    {"C", "ask the class: digits count hands"},
    {"Shift+S, Shift+L", "spotlight, loupe; the wheel sizes them"},
    {"K, Shift+K", "draw on this step, wipe it"},
    {"Ctrl+Shift+arrows", "move spotlight, loupe or pen"},
    {"Shift+P", "play the last step once more"},
    {". or B", "blank the screen"},
    {"T", "light, dark"},
    {"M", "animate, or not"},
    {"S", "save this picture as PNG"},
    {"?", "this help"},
    {"Esc, Q", "close, quit"},
};

static int held(SDL_Keymod modifiers)
{
    return (modifiers & KMOD_SHIFT ? SHIFT : 0) | (modifiers & KMOD_CTRL ? CONTROL : 0)
           | (modifiers & KMOD_LALT ? ALT : 0);
}

Command keys_find(SDL_Keycode key, SDL_Keymod modifiers)
{
    if (modifiers & (KMOD_RALT | KMOD_GUI))
        return COMMAND_NONE;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        int wanted = keys[i].modifiers, now = held(modifiers);
        bool fits = wanted == ANY_SHIFT ? !(now & (CONTROL | ALT)) : wanted == now;
        if (keys[i].key == key && fits)
            return keys[i].command;
    }
    return COMMAND_NONE;
}

const PanelKey *keys_help(size_t *count)
{
    *count = sizeof help / sizeof help[0];
    return help;
}
