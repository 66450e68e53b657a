/* What a name that means nothing was probably meant for. */
#ifndef REFARROWS_C_HINT_H
#define REFARROWS_C_HINT_H

#include "c/parse.h"

typedef enum CHintKind { HINT_VALUE, HINT_TYPE, HINT_FUNCTION } CHintKind;

/* To stand behind "unknown type name 'strng'": "; did you mean ...?", ": write #include <stdbool.h>", or nothing. */
const char *c_hint_name(CParser *p, const char *name, CHintKind kind);

/* The same for a header that was not found. */
const char *c_hint_header(CPool *pool, const char *name);

/* The keyword that a name is but for its capitals ("If"), or NULL. */
const char *c_hint_keyword(const char *name);

#endif
