/* Keys: one table from keys to commands. It drives the window and is what the help shows. */
#ifndef REFARROWS_APP_KEYS_H
#define REFARROWS_APP_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include <SDL_keycode.h>

#include "scene/panels/panel_model.h"

typedef enum Command {
    COMMAND_NONE,
    COMMAND_FORWARD, COMMAND_BACK, COMMAND_OVER, COMMAND_BACK_OVER, COMMAND_OUT, COMMAND_BACK_OUT,
    COMMAND_INSTRUCTION, COMMAND_BACK_INSTRUCTION, COMMAND_INSTRUCTION_OVER, COMMAND_COLLECTION,
    COMMAND_BACK_COLLECTION, COMMAND_POOLS, COMMAND_BYTES, COMMAND_FIRST, COMMAND_LAST, COMMAND_PLAY,
    COMMAND_BLANK, COMMAND_PRESENT, COMMAND_LARGER, COMMAND_SMALLER, COMMAND_NATURAL,
    COMMAND_PREDICT, COMMAND_OTHER_QUESTION, COMMAND_CHOOSE_1, COMMAND_CHOOSE_2, COMMAND_CHOOSE_3, COMMAND_CHOOSE_4,
    COMMAND_CHOOSE_5, COMMAND_CHOOSE_6,
    COMMAND_FIND, COMMAND_THEME, COMMAND_LEVEL, COMMAND_HELP, COMMAND_SNAPSHOT, COMMAND_MOTION,
    COMMAND_ESCAPE, COMMAND_QUIT,
    COMMAND_COUNT
} Command;

/* The command of a key with its modifiers; COMMAND_NONE if it has none. */
Command keys_find(SDL_Keycode key, SDL_Keymod modifiers);

/* The lines of the help, one per command that has keys. */
const PanelKey *keys_help(size_t *count);

#endif
