/* Identifiers: one copy of each name of a parse, so that equal names have equal pointers.
 *
 * The table starts out holding the keywords; looking a word up therefore also tells whether it is one.
 */
#ifndef REFARROWS_PYTHON_IDENTIFIER_H
#define REFARROWS_PYTHON_IDENTIFIER_H

#include <stddef.h>
#include <stdint.h>

#include "python/region.h"
#include "python/token.h"

typedef struct IdentifierEntry {
    Identifier text;           /* NULL: the place is free */
    uint32_t hash, length;
    TokenKind kind;            /* TOKEN_NAME or a keyword */
} IdentifierEntry;

typedef struct IdentifierTable {
    Region *region;            /* where the names and the table live */
    IdentifierEntry *entries;
    size_t capacity, count;    /* capacity is a power of two, at most half of it used */
} IdentifierTable;

void identifier_table_init(IdentifierTable *table, Region *region);

/* The entry for a word, made if it is new. Valid until the next call. */
const IdentifierEntry *identifier_intern(IdentifierTable *table, const char *text, size_t length);

/* The same for a word that holds non-ASCII bytes (valid UTF-8): NFKC-normalised first, as CPython does. */
const IdentifierEntry *identifier_intern_normalised(IdentifierTable *table, const char *text, size_t length);

/* Whether the code point may start, or go on in, an identifier (XID_Start, XID_Continue and `_`). */
bool identifier_may_start(int32_t code_point);
bool identifier_may_continue(int32_t code_point);

/* As str.isprintable for one code point. */
bool identifier_is_printable(int32_t code_point);

#endif
