/* Reprs for looking on: text for any object made without running the program's code and without touching the arena, so
 * that looking leaves no trace. For built-in values it equals repr(); an object whose class defines __repr__ shows as
 * object.__repr__ would.
 */
#ifndef REFARROWS_PYTHON_SAFE_REPR_H
#define REFARROWS_PYTHON_SAFE_REPR_H

#include <stddef.h>

#include "python/object.h"

typedef struct ReprText {
    char *bytes;               /* malloc'd, UTF-8, no NUL at the end */
    size_t length, capacity;
    size_t limit;              /* stop and end in an ellipsis beyond so many bytes; 0: never */
    bool full;                 /* the limit was reached */
    const Object *inside[32];  /* containers being shown, for those that contain themselves */
    unsigned depth;
} ReprText;

/* Starts empty; free `bytes` in the end. It may be used again and again: safe_repr empties it. */
void safe_repr(Vm *vm, const Object *object, ReprText *out);

/* The text of a str itself as UTF-8 (lone surrogates as surrogatepass gives them), cut to fit, without a NUL: its length. */
size_t safe_str(const Object *str, char *text, size_t size);

/* "ValueError: message", as the last line of a traceback, likewise; an exception whose class defines __str__ shows its
 * arguments. */
void safe_error_line(Vm *vm, const Object *exception, ReprText *out);

#endif
